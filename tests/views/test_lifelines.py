"""The lives around a child as lines say what the rule says, on every day."""

from datetime import date

import pytest

from graph.record.dates import ALWAYS, BEGINNING, END, Window
from graph.record.vocabulary import Effect
from graph.rule.answer import answer
from graph.rule.network import network
from graph.views.lifelines import KINDS, Point, lifelines, span
from graph.words.marks import mark_of
from ingest import read
from tests.rule.calendars import REPORT, one_of_each_family

DAYS = [date(2016, 12, 31), date(2017, 10, 15), date(2018, 5, 15), date(2019, 2, 1)]


@pytest.fixture(scope="module")
def report():
    return read([REPORT]).records


def lines(report, child="meripet-youngest-child", stops=()):
    return {one.person: one for one in lifelines(network(report, child), stops)}


def on(line, day):
    (bar,) = [bar for bar in line.bars if bar.first <= day <= bar.last]
    return bar


@pytest.mark.parametrize("day", DAYS)
def test_every_bar_says_what_the_rule_says(report, day):
    for child in one_of_each_family(report).values():
        drawn = lines(report, child)
        for relative in answer(report, child, as_of=day).relatives:
            if relative.person.id in drawn and drawn[relative.person.id].bars:
                bar = on(drawn[relative.person.id], day)
                assert (bar.mark, bar.left) == (mark_of(relative.answer), relative.answer.left)


def test_bars_that_say_the_same_are_one(report):
    for line in lines(report).values():
        for before, after in zip(line.bars, line.bars[1:], strict=False):
            assert not before.continued_by(after)


def test_what_is_only_possible_is_soft(report):
    amina = lines(report)["amina"]
    assert [bar.soft for bar in amina.bars if bar.left == "possibly"]
    assert all(bar.soft for bar in amina.bars if bar.left == "possibly")


def test_the_child_comes_first_and_then_the_closest(report):
    first, second, *_ = lines(report).values()
    assert (first.relation, second.relation) == ("the child", "mother")


def test_a_request_not_to_be_contacted_stands_on_the_line(report):
    assert lines(report, stops=["amina"])["amina"].stop


def test_who_has_nothing_recorded_has_no_line(report):
    assert all(line.bars or line.points for line in lines(report).values())


def point(window):
    return Point(event="e", window=window, words="", when="", kind="", doubtful=False)


@pytest.mark.parametrize(
    ("window", "shown"),
    [
        (Window(BEGINNING, date(2017, 3, 1)), Window(date(2017, 3, 1), date(2017, 3, 1))),
        (Window(date(2017, 3, 1), END), Window(date(2017, 3, 1), date(2017, 3, 1))),
        (
            Window(date(2017, 3, 1), date(2017, 5, 1)),
            Window(date(2017, 3, 1), date(2017, 5, 1)),
        ),
    ],
)
def test_an_open_end_is_drawn_where_the_other_one_is_told(window, shown):
    assert point(window).shown == shown


def test_what_is_drawn_begins_with_the_first_day_that_is_told(report):
    until = date(2021, 12, 31)
    shown = span(lines(report).values(), until)
    assert shown.latest == until
    assert shown.earliest.year < 2018


def test_nothing_told_is_drawn_as_the_one_day():
    until = date(2021, 1, 1)
    assert span([], until) == Window(until, until) != ALWAYS


def test_a_request_or_a_loss_is_never_drawn_as_ended(report):
    drawn = [lines(report, child) for child in one_of_each_family(report).values()]
    points = [p for one in drawn for line in one.values() for p in line.points]
    ended = [point for point in points if point.until is not None]
    assert ended
    kinds = {KINDS[effect] for effect in (Effect.ASKED, Effect.LOST, Effect.DEAD)}
    assert not kinds & {point.kind for point in ended}
