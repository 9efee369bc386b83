"""Two joined records are one person to the questions that read events and ties."""

from dataclasses import replace

import pytest

from graph.questions.asking import ask
from graph.questions.library import question
from graph.record.model import EventClaim, TieClaim
from graph.store import IngestRun
from graph.store.deriving import derive_calendars
from tests.builders import event, family, tie, when
from tests.rule.test_same_person import OTHER, SAME, named_otherwise

HISTORY = (
    tie("aunt", "cares_for", "child", since=when("2012-03-01")),
    event("called", "aunt", "2013-01-01", to="mother", id_="call"),
    event("taken_to_camp", "aunt", "2013-02-01", id_="camp"),
    event("asked_not_to_be_contacted", "aunt", "2014-01-01", id_="request"),
    event("messaged", "aunt", "2014-06-01", to="mother", id_="message"),
)
"""A carer who called, was held, and was in contact after she had asked not to be."""
ASKED = (
    "held_after_a_relative_left",
    "held_after_contact",
    "requests_and_breaches",
    "taken_after_caring",
)


def rows(store, *claims: object) -> dict[str, list[dict[str, object]]]:
    store.clear()
    store.load(family(*claims), IngestRun(id="run"))
    derive_calendars(store)
    given = {"as_of": "2015-01-01", "days": "800"}
    found = {}
    for name in ASKED:
        params = question(name).query.params
        told = ask(store, question(name), {k: v for k, v in given.items() if k in params})
        found[name] = [{k: v for k, v in row.items() if k != "claims"} for row in told.rows]
    return found


@pytest.fixture(scope="module")
def whole():
    """What the questions say of one record, once it is asked for."""
    return {}


@pytest.mark.parametrize("second", range(len(HISTORY)))
def test_a_claim_of_a_joined_record_is_one_of_the_person(store, whole, second):
    """Wherever one claim names the other record, the rows are those of one record."""
    split = [named_otherwise(one) if nth == second else one for nth, one in enumerate(HISTORY)]
    if not whole:
        whole |= rows(store, *HISTORY)
    two = rows(store, *split, OTHER, SAME)
    for name, one in whole.items():
        assert "aunt" in {row["person_id"] for row in one}, name
        assert _one_id(two[name]) == _one_id(one), name


def _one_id(found: list[dict[str, object]]) -> list[dict[str, object]]:
    """The rows, in which both records have the one name."""
    return [{k: "aunt" if v == "aunt-2" else v for k, v in row.items()} for row in found]


def test_records_that_are_only_possibly_one_stay_two(store):
    maybe = replace(SAME, basis="believed")
    split = [
        named_otherwise(one) if one.about == "camp" else one
        for one in HISTORY
        if isinstance(one, EventClaim | TieClaim)
    ]
    found = rows(store, *split, OTHER, maybe)["taken_after_caring"]
    assert "aunt" not in {row["person_id"] for row in found}
