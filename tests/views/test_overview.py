"""A child in one line: how the contacts shrank, and since when there has been no sign."""

from datetime import date

import pytest

from graph.record.dates import BEGINNING, END, Window
from graph.record.vocabulary import Left, Status
from graph.rule.answer import answer
from graph.rule.calendar import Calendar, Stay, calendar
from graph.rule.network import network
from graph.views.overview import CountStep, Signs, course, signs
from ingest import read
from tests.rule.calendars import REPORT, one_of_each_family

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
