"""The totals of a day: who is lost, by what and when, agrees with the answers of the day."""

from datetime import date

import pytest

from graph.record.vocabulary import Left, Status
from graph.rule.answer import answer
from graph.store.queries import query
from graph.views.totals import LOSSES, totals

DAYS = (date(2017, 6, 1), date(2018, 11, 15), date(2021, 12, 31))


def row(person, status, left="no", **further):
    earliest, latest = further.pop("since", (None, None))
    return {
        "person": person, "name": person, "group": False, "left": left, "status": status,
        "earliest": earliest, "latest": latest, "deciding": None, "event": None,
        "children": ["c"], "claims": [], **further,
    }  # fmt: skip


@pytest.mark.parametrize("day", DAYS)
def test_who_is_lost_is_who_the_rule_says_no_of_for_a_child_of_the_board(loaded, day):
    children = [one.child for one in loaded.board(day)]
    said = {}
    for child in children:
        records = loaded.around(child)
        for relative in answer(records, child, as_of=day).relatives:
            if relative.answer.left is Left.NO and not relative.group:
                said.setdefault(relative.person.id, set()).add(relative.answer.status)
    found = totals(loaded.read(query("read/towards_children"), day=day))
    assert {loss.person for loss in found.certain()} == said.keys()
    assert all(loss.status in said[loss.person] for loss in found.certain())
    assert found.children == len(children)


def test_each_person_counts_once_by_the_worst_towards_any_child():
    rows = [
        row("p", "lost", children=["a"]),
        row("p", "held", children=["b"]),
        row("p", "in_contact", left="yes", children=["c"]),
    ]
    found = totals(rows)
    assert (found.people, found.children, found.left) == (1, 3, 1)
    (loss,) = found.losses
    assert (loss.by, loss.some) == (Status.HELD, True)


def test_a_certain_loss_goes_before_a_worse_one_that_is_possible():
    found = totals([row("p", "possibly_dead", left="unknown"), row("p", "lost")])
    assert [loss.by for loss in found.losses] == [Status.LOST]


def test_a_loss_that_may_be_in_two_years_is_in_both():
    since = (date(2017, 11, 1), date(2018, 2, 1))
    found = totals([row("p", "held", since=since), row("q", "dead")])
    assert found.all_years() == [2017, 2018]
    assert [len(found.in_year(year)) for year in (2017, 2018, None)] == [1, 1, 1]


@pytest.mark.parametrize("status", [one for one in Status if one.startswith("possibly_")])
def test_what_is_possible_is_in_no_year_and_never_recorded(status):
    found = totals([row("p", status.value, left="unknown")])
    assert not found.certain()
    assert found.all_years() == []
    assert not any(loss.certain for one in LOSSES for loss in found.by(one))


def test_a_group_is_no_person():
    found = totals([row("g", "lost", group=True)])
    assert (found.people, found.groups, found.losses) == (0, 1, ())


def test_who_is_abroad_is_not_lost():
    assert totals([row("p", "silent", left="abroad")]).losses == ()
