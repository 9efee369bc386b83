"""A family's calendars are the same wherever they are worked out."""

import pickle
from dataclasses import replace

import pytest

from graph.record.model import Stopped
from graph.rule.calendar import calendar
from graph.rule.family_calendars import Family, OtherVersion, family_calendars
from graph.rule.network import network
from tests.builders import event, family, person, tie

CALL = event("called", "aunt", "2017-03-01", id_="call", to="mother")
RING = (
    *(person("child2", sought=True), person("elder", sought=True)),
    *(tie("child2", "parent_of", "elder"), tie("elder", "parent_of", "child2")),
)
ASKED = (Stopped(id="somebody", names=("Some Body",)),)


@pytest.mark.parametrize("asked", [(), ASKED])
def test_a_family_that_was_sent_away_has_the_calendars_that_it_has_here(asked):
    records = replace(family(CALL), stopped=asked)
    sent = pickle.loads(pickle.dumps(Family.of(["child"], records)))  # noqa: S301 - our own
    assert sent.records.stopped == ()
    found = pickle.loads(pickle.dumps(family_calendars(sent)))  # noqa: S301 - our own
    assert found.calendars == (calendar(network(records, "child")),)
    assert found.calendars[0].stays
    assert found.problems == ()


def test_a_child_whose_calendar_cannot_be_worked_out_fails_alone():
    found = family_calendars(Family.of(["nobody", "child"], family(CALL)))
    assert [one.child for one in found.calendars] == ["child"]
    assert found.problems == (("nobody", "nobody of the id 'nobody' is recorded"),)


def test_a_ring_of_parents_is_said_of_each_of_its_children():
    found = family_calendars(Family.of(["child2", "elder"], family(CALL, *RING)))
    assert found.calendars == ()
    assert [child for child, _ in found.problems] == ["child2", "elder"]
    assert all("their own ancestor" in problem for _, problem in found.problems)


def test_a_process_with_another_rule_refuses_the_work():
    older = replace(Family.of(["child"], family(CALL)), version=("6", "older"))
    with pytest.raises(OtherVersion, match="older"):
        family_calendars(older)
