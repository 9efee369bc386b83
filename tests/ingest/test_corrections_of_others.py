"""A correction of a claim about somebody else is taken, and says so."""

import pytest

from ingest import read
from ingest.into_store import known_in, load

ROWS = {
    "people": {"id": "omer", "name": "Omer"},
    "kinship": {"id": "t", "person": "friends", "kind": "knows", "relative": "omer"},
    "events": {"id": "rang", "type": "called", "subject": "omer"},
    "interpretations": {"id": "r", "of": "other", "words": "He is well", "reading": "Free"},
}
OLD = "taken@letter:events-0"


@pytest.fixture(
    params=[pytest.param(True, marks=pytest.mark.neo4j), False], ids=["stored", "beside"]
)
def notes(request, family, tmp_path, monkeypatch):
    """Read a row that corrects the arrest of Dilnur, which is stored or comes with it."""
    monkeypatch.setenv("GRAPH_HOME", str(tmp_path / "home"))
    family.add("people", id="omer", name="Omer").add(
        "events", id="other", type="called", subject="omer", words="He is well"
    )

    def of(table, **cells):
        if not request.param:
            return read([family.add(table, **cells).csv()])
        store = request.getfixturevalue("store")
        load(store, read([family.csv()]))
        return read([family.add(table, **cells).csv()], known=known_in(store))

    return of


@pytest.mark.parametrize("table", ROWS)
def test_it_is_said_whose_claim_counts_no_more(notes, table):
    cells = ROWS[table] | {"locator": "L9", "supersedes": OLD}
    reading = notes(table, **cells)
    assert not reading.rejected
    said = " ".join(reading.notes)
    assert f"corrects {OLD}: that is about" in said
    assert "dilnur" in said


@pytest.mark.parametrize(
    ("table", "cells"),
    [
        ("events", {"id": "taken", "type": "taken_to_camp", "subject": "omer"}),
        ("events", {"id": "sent", "type": "taken_to_camp", "subject": "dilnur"}),
        ("events", {"id": "both", "type": "taken_to_camp", "subject": "dilnur; omer"}),
        ("events", {"id": "rang", "type": "called", "subject": "omer", "note": "it was Omer"}),
    ],
    ids=["the same event of another", "another event of the same", "of both", "it says why"],
)
def test_of_any_other_correction_nothing_is_said(notes, table, cells):
    reading = notes(table, **cells, locator="L9", supersedes=OLD)
    assert not [one for one in reading.notes if "that is about" in one]


def test_the_claim_of_somebody_else_can_be_brought_back(family, store, tmp_path, monkeypatch):
    monkeypatch.setenv("GRAPH_HOME", str(tmp_path / "home"))
    load(store, read([family.csv()]))
    family.add("people", **ROWS["people"]).add("events", **ROWS["events"], supersedes=OLD)
    load(store, read([family.csv()], known=known_in(store)))
    signed = {"by": "ana", "why": "a slip", "on": "2026-12-01"}
    [wrong] = store.claims_about(["rang"]).events
    store.retract(wrong.id, **signed)
    assert store.restore(OLD, **signed)
    assert store.restore(wrong.id, **signed)
    claims = store.claims_about(["taken", "rang"]).events
    assert {claim.about for claim in claims if claim.active} == {"taken", "rang"}
