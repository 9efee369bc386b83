"""A fact sheet across families: its numbers are the answers', and each family is there."""

import re
from collections import Counter
from dataclasses import replace
from datetime import date

import pytest

from graph.export.documents.sheet import WITHHELD, sheet, state
from graph.rule.answer import answer
from tests.export.families import MAMUTJAN, everyone, handed, records
from tests.export.test_documents import pages, read_back, written

DAY = date(2018, 11, 15)


@pytest.mark.parametrize(
    "as_of", [date(2017, 3, 1), date(2017, 12, 1), DAY, date(2021, 1, 1)], ids=str
)
def test_the_state_of_each_child_is_that_of_its_answer(as_of):
    told = handed(everyone(), as_of=as_of).briefings
    answers = [answer(records(), one.child, as_of=as_of).thread.state for one in told]
    assert [state(one) for one in told] == answers


def test_the_figures_add_up_to_all_children():
    made = sheet(handed(everyone(), as_of=DAY))
    assert sum(one.number for one in made.threads) == made.children == len(everyone())
    assert sum(line.children for line in made.lines) == made.children


def test_where_an_answer_is_withheld_the_state_is_withheld_too():
    [told] = handed(["meripet-eldest-child"], as_of=DAY).briefings
    hidden = replace(told.rows[0], left=WITHHELD)
    assert state(replace(told, rows=(hidden, *told.rows[1:]))) == WITHHELD


def test_every_family_its_answer_and_its_claims_are_on_the_sheet():
    export = handed(everyone(), as_of=DAY)
    found = read_back(written(export, "factsheet"), "factsheet")
    told = [(one.family, one.headline.text, *one.headline.claims) for one in export.briefings]
    assert [said for every in told for said in every if said not in found] == []


def test_children_of_whom_the_same_is_told_are_one_line():
    made = sheet(handed(everyone(), as_of=DAY))
    assert Counter(line.family for line in made.lines)["Mamutjan and Muhherrem"] == 1


def test_a_request_not_to_be_contacted_is_counted_and_said():
    whole = " ".join(pages(written(handed(MAMUTJAN, as_of=date(2017, 3, 1)), "factsheet")))
    assert "2 people asked not to be contacted" in whole
    assert "2 of them asked not to be contacted: do not contact." in whole


def test_children_in_an_institution_are_counted_by_what_is_told_of_them():
    whole = " ".join(pages(written(handed(everyone(), as_of=DAY), "factsheet")))
    assert re.search(r"\b4 placed in an orphanage or boarding school, or perhaps", whole)


def test_no_family_at_all_is_said_in_a_sentence():
    empty = replace(handed(MAMUTJAN), briefings=())
    assert "No family is in this selection." in " ".join(pages(written(empty, "factsheet")))
