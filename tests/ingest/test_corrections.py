"""Rows written in the app: they go the way of all rows, whole or not at all."""

import csv
from dataclasses import replace

import pytest

from graph.errors import NotKept
from graph.export.formats.import_claims import ImportRow
from graph.export.formats.import_rows import claim_row
from graph.record.schema import table_of
from graph.record.vocabulary import Stance
from ingest import read
from ingest.corrections import can_be_denied, correction, denial
from ingest.into_store import known_in, load
from ingest.written_rows import CHANGED, check, faults, keep, standings
from tests.conftest import SAMPLES

REPORT = SAMPLES / "asa17-3798-2021"
DAY = "2026-11-29"


@pytest.fixture
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("GRAPH_HOME", str(tmp_path))
    return tmp_path


@pytest.fixture
def six(store, home):
    load(store, read([REPORT], known=known_in(store)))
    return store


def claim_of(store, thing, *, active=True):
    [found] = [one for one in store.claims_about([thing]).claims() if one.active is active]
    return found


def row_of(claim, **changed):
    table = table_of(type(claim)).name
    return ImportRow(table, claim.dataset, {**claim_row(claim), **changed})


def test_a_family_written_in_the_app_is_the_graph_of_its_tables(store, home):
    load(store, read([REPORT], known=known_in(store)))
    hashed = store.graph_hash()
    store.clear()
    rows = list(tables_of(REPORT))
    for step in (("dataset", "sources", "places", "people"), *map(_alone, LATER)):
        keep(store, [row for row in rows if row.table in step])
    assert store.graph_hash() == hashed


LATER = ("kinship", "events", "interpretations")


def _alone(table):
    return (table,)


def tables_of(folder):
    for path in sorted(folder.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            for cells in csv.DictReader(file):
                yield ImportRow(path.stem, folder.name, {k: v for k, v in cells.items() if v})


def test_a_correction_keeps_the_rest_and_says_by_whom_the_old_claim_was_replaced(six):
    old = claim_of(six, "amina-killed")
    cells = {**claim_row(old), "when": "September 2018"}
    report = keep(six, correction(old, cells, on=DAY, why="misread"))
    assert (report.new_claims, report.retracted_claims) == (1, 1)
    new, gone = claim_of(six, "amina-killed"), claim_of(six, "amina-killed", active=False)
    assert new.when.text == "September 2018"
    assert (new.words, new.people, new.learned) == (old.words, old.people, old.learned)
    assert (gone.id, gone.retracted_by, gone.retracted_on) == (old.id, new.id, DAY)
    assert gone.retracted_why == "misread"


def test_a_claim_whose_row_cannot_be_written_again_keeps_the_reason_in_the_note(six):
    old = replace(claim_of(six, "amina-killed"), row_hash="0" * 64)
    [row] = correction(old, {**claim_row(old), "when": "2018"}, on=DAY, why="misread")
    assert row.cells["note"].endswith(f"corrected on {DAY}: misread")


def test_what_is_wrong_is_the_sentence_of_ingest_and_nothing_is_kept(six):
    old, before = claim_of(six, "amina-killed"), six.graph_hash()
    rows = correction(old, {**claim_row(old), "when": "the day of the ox"}, on=DAY, why="x")
    [wrong] = [one for one in faults(check(six, rows)) if one.column == "when"]
    with pytest.raises(NotKept, match="Nothing was kept: when: 'the day of the ox'"):
        keep(six, rows)
    assert wrong.problem
    assert six.graph_hash() == before


def test_a_row_that_fell_lets_no_other_row_in(six):
    before = six.graph_hash()
    person = row_of(claim_of(six, "amina"), id="new-person", name="Somebody new")
    event = row_of(claim_of(six, "amina-killed"), id="new-event", subject="nobody-known")
    with pytest.raises(NotKept, match="'nobody-known' is no person that is recorded"):
        keep(six, [person, event])
    assert six.graph_hash() == before


def test_who_changed_the_claim_in_the_meantime_is_not_overwritten(six):
    old = claim_of(six, "amina-killed")
    seen = standings(six, ["amina-killed"])
    first = correction(old, {**claim_row(old), "when": "2018"}, on=DAY, why="one")
    second = correction(old, {**claim_row(old), "when": "2017"}, on=DAY, why="other")
    keep(six, first, ["amina-killed"], seen)
    with pytest.raises(NotKept) as refused:
        keep(six, second, ["amina-killed"], seen)
    assert str(refused.value) == CHANGED
    assert claim_of(six, "amina-killed").when.text == "2018"


def test_a_denial_says_what_is_denied_and_by_whom_and_no_more(six):
    old = claim_of(six, "amina-killed")
    assert can_be_denied(old)
    row = denial(old, {"source": "t-rizwangul", "locator": "L1", "words": "she lives"})
    keep(six, [row])
    denying = [one for one in six.claims_about(["amina-killed"]).events if one.id != old.id]
    assert [(one.stance, one.when.text, one.place) for one in denying] == [
        (Stance.DISPUTES, "", "")
    ]
    assert not can_be_denied(denying[0])
    assert not can_be_denied(claim_of(six, "amina"))


def test_a_request_that_is_corrected_to_another_type_keeps_its_stop(six):
    old = claim_of(six, "mamutjan-parents-asked")
    cells = {**claim_row(old), "type": "warned"}
    report = keep(six, correction(old, cells, on=DAY, why="misread"))
    assert "father-of-mamutjan" in report.kept_requests
    rows = six.around("mamutjan-son").stopped
    assert "father-of-mamutjan" in {one.id for one in rows}


def test_nothing_of_what_was_written_stays_on_the_disk(six, home):
    old = claim_of(six, "amina-killed")
    keep(six, correction(old, {**claim_row(old), "when": "2018"}, on=DAY, why="misread"))
    assert list(home.iterdir()) == []
