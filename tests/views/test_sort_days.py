"""By which day a line stands: the same in each list, whatever of its time is known."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.export.child_briefing.disclosure_policy import FullAccess
from graph.record.dates import BEGINNING, END, Window
from graph.rule.network import network
from graph.views.lifelines import lifelines
from graph.views.person_view import events_about
from graph.views.place_view import presences
from tests.builders import day, event, family

DAYS = st.dates(day("1990-01-01"), day("2030-12-31"))
KINDS = {
    "of which a last day is known": "../2017",
    "of a year": "2012",
    "of a month": "2015-03",
    "from a day on": "2013/..",
    "on a day": "2018-02-01",
    "of which nothing is known": "",
}
WANTED = [
    *("of a year", "from a day on", "of a month", "of which a last day is known", "on a day"),
    "of which nothing is known",
]


def windows() -> st.SearchStrategy[Window]:
    ends = st.tuples(DAYS, DAYS).map(sorted)
    return st.one_of(
        ends.map(lambda two: Window(*two)),
        DAYS.map(lambda one: Window(BEGINNING, one)),
        DAYS.map(lambda one: Window(one, END)),
    )


@given(st.lists(windows(), min_size=2, max_size=6))
def test_what_was_certainly_over_stands_before_what_is_said_of_a_later_day_alone(times):
    for one, other in permutations(times, 2):
        named = one.earliest if one.earliest != BEGINNING else one.latest
        if other.earliest != BEGINNING and other.latest < named:
            assert other.sort_days < one.sort_days


@given(windows())
def test_whatever_names_a_day_stands_before_what_names_none(one):
    assert one.sort_days < Window().sort_days


def _page(around):
    return [one.id for one in events_about(around, "aunt")]


def _place(around):
    return [one.event.id for one in presences(around, ("town",), day("2030-01-01"))]


def _document(around):
    events = [one for one in around.facts.events.values() if one.id in KINDS]
    return [one.id for one in sorted(events, key=FullAccess.__new__(FullAccess).order)]


def _chart(around):
    [line] = [one for one in lifelines(around) if one.person == "aunt"]
    return [one.event for one in line.points]


@pytest.mark.parametrize("listed", [_page, _place, _document, _chart])
def test_each_list_of_events_has_one_order(listed):
    events = [
        event("interrogated", "aunt", said, id_=kind, place="town")
        for kind, said in KINDS.items()
    ]
    assert listed(network(family(*events), "child")) == WANTED
