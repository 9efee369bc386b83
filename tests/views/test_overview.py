"""A child in one line: how the contacts shrank, and since when there has been no sign."""

import re
from dataclasses import replace
from datetime import date

import pytest

from graph.record.dates import BEGINNING, END, Window, said_window
from graph.record.vocabulary import Left, Status
from graph.rule.answer import answer
from graph.rule.calendar import Calendar, Stay, calendar
from graph.rule.network import network
from graph.views.overview import CountStep, Signs, course, cut_off, signs
from graph.words.answer_text import AnswerText
from graph.words.wording import PLAIN
from ingest import read
from tests.conftest import BOTH_SETS
from tests.rule.calendars import REPORT, one_of_each_family
from tests.stopped import without_the_stop

DAY = date(2018, 11, 15)


@pytest.fixture(scope="module")
def report():
    return read([REPORT]).records


def stay(left, first=BEGINNING, last=END):
    return Stay(
        person="p",
        first=first,
        last=last,
        left=left,
        status=Status.IN_CONTACT,
        since=None,
        group=False,
        deciding="",
        claims=(),
    )


def drawn(*stays):
    return course(Calendar(child="c", stays=stays, listings=(), nothing_recorded=0))


def test_nobody_ever_left_is_one_step_of_nothing():
    assert drawn(stay(Left.NO)) == (CountStep(day=BEGINNING, yes=0, possibly=0),)


def test_who_was_always_left_counts_from_the_beginning():
    assert drawn(stay(Left.YES)) == (CountStep(day=BEGINNING, yes=1, possibly=0),)


def test_the_day_after_the_last_one_counts_no_more():
    steps = drawn(stay(Left.YES, date(2017, 1, 1), date(2017, 6, 30)))
    assert [(s.day, s.yes) for s in steps[1:]] == [(date(2017, 1, 1), 1), (date(2017, 7, 1), 0)]


def test_passing_from_yes_to_possibly_is_one_step():
    steps = drawn(
        stay(Left.YES, date(2017, 1, 1), date(2017, 6, 30)),
        stay(Left.POSSIBLY, date(2017, 7, 1), date(2017, 7, 31)),
    )
    assert [(s.yes, s.possibly) for s in steps] == [(0, 0), (1, 0), (0, 1), (0, 0)]


def test_the_course_is_what_the_rule_says_on_each_of_its_days(report):
    for child in one_of_each_family(report).values():
        for step in course(calendar(network(report, child))):
            counts = answer(report, child, as_of=step.day).counts()
            assert (counts["yes"], counts["possibly"]) == (step.yes, step.possibly)


def test_the_last_known_place_is_the_one_of_the_clock(report):
    found = signs(network(report, "mihriban-youngest-child"), date(2020, 7, 1))
    assert found.place is not None
    assert found.place.kind in ("orphanage", "boarding_school", "town")


def test_a_sign_that_may_be_any_of_two_is_the_later_one():
    last = Window(date(2018, 1, 1), date(2018, 3, 1))
    found = Signs(day=DAY, last=last, place=None)
    assert found.least == (DAY - date(2018, 3, 1)).days
    assert found.silent_for(250)
    assert not found.silent_for(260)


def test_where_no_sign_is_recorded_it_has_been_silent_for_ever():
    assert Signs(day=DAY, last=None, place=None).silent_for(10_000)


@pytest.mark.parametrize("folder", BOTH_SETS, ids=lambda folder: folder.name)
def test_the_board_says_who_was_cut_off_last_as_the_page_of_the_child_does(folder):
    records = read([folder]).records
    said = set()
    for child in one_of_each_family(records).values():
        around = network(records, child)
        known = calendar(around)
        for day in sorted({one.first for one in known.stays if one.first > BEGINNING}):
            of_page = answer(records, child, as_of=day)
            found = cut_off(known, around, day)
            if not of_page.thread.lost:
                assert found is None
                continue
            assert found.when == of_page.thread.when
            name = around.facts.people[of_page.thread.lost[0]].name
            assert found.said.startswith(name)
            text = AnswerText(
                of_page, replace(PLAIN, when=lambda one: said_window(one.span.start))
            )
            assert without_marks(found.said) == without_marks(
                text.cut_off[len("cut off last: ") :]
            )
            said.add(found.said)
    assert len(said) > 3
    assert without_the_stop(said) == []


def without_marks(said):
    """A page of a child has more marks beside a name than the board: here, of both, none."""
    return re.sub(r" \([^)]*\)(?=[:;]|$)", "", said)
