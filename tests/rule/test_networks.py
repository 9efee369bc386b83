"""Children who come with the same records share what these add up to."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.record.model import EventClaim, Records
from graph.rule.calendar import calendar
from graph.rule.network import network, networks
from ingest import read
from tests.builders import ABROAD, edtf_window, event, family, person, tie
from tests.conftest import BOTH_SETS
from tests.rule.calendars import children
from tests.rule.histories import histories

CHILDREN = ("child", "twin", "perhaps", "cousin", "stranger")
TOGETHER = family(person("twin"), tie("mother", "parent_of", "twin"))
ALONE = family()


def test_brothers_and_sisters_share_what_their_records_add_up_to():
    (_, one), (_, other), (_, last) = networks(
        [("child", TOGETHER), ("twin", TOGETHER), ("child", ALONE)]
    )
    assert one.all_facts is other.all_facts
    assert last.all_facts is not one.all_facts


@st.composite
def with_many_children(draw: st.DrawFn) -> Records:
    """A history of the aunt, some of it with children themselves, who differ in every way."""
    claims = [
        _with(claim, draw(st.sampled_from(["mother", *CHILDREN])))
        for claim in draw(histories())
    ]
    return family(
        *(person(child, sought=True, born=edtf_window("2010")) for child in CHILDREN[1:]),
        tie("mother", "parent_of", "twin"),
        tie("mother", "parent_of", "perhaps", basis="believed"),
        tie("aunt", "parent_of", "cousin"),
        tie("friend", "parent_of", "stranger"),
        event("left_country", "friend", "2013", place=ABROAD),
        *claims,
    )


def _with(claim: EventClaim, other: str) -> EventClaim:
    return replace(
        claim,
        people=tuple(
            replace(one, person=other) if one.person == "mother" else one
            for one in claim.people
        ),
    )


@given(with_many_children())
def test_a_child_that_shares_has_the_calendar_that_it_has_alone(records):
    found = dict(networks((child, records) for child in CHILDREN))
    for child in CHILDREN:
        assert calendar(found[child]) == calendar(network(records, child))


@pytest.mark.parametrize("folder", BOTH_SETS)
def test_all_children_of_a_set_may_share_one_network(folder):
    records = read([folder]).records
    for child, around in networks((child, records) for child in children(records)):
        assert calendar(around) == calendar(network(records, child))


def test_children_are_read_one_by_one_as_they_are_asked_for():
    read = []

    def around() -> Iterator[tuple[str, Records]]:
        for child in ("child", "twin"):
            read.append(child)
            yield child, TOGETHER

    next(networks(around()))
    assert read == ["child"]
