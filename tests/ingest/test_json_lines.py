"""What JSON lines say beside the columns: their data set, what became of a claim, notes."""

import json

import pytest

from graph.record.vocabulary import Standing
from ingest import quarantine, read

ROWS = (
    {"table": "export", "tlp": "TLP:RED"},
    {"table": "dataset", "dataset": "a", "id": "a", "title": "A", "country_of_risk": "x"},
    {"table": "dataset", "dataset": "b", "id": "b", "title": "B", "country_of_risk": "x"},
    {"table": "places", "dataset": "a", "id": "x", "name": "X", "kind": "country"},
    {"table": "sources", "dataset": "a", "id": "s", "title": "S"},
    {"table": "people", "dataset": "a", "id": "one", "name": "One", "source": "s"},
    {"table": "people", "dataset": "b", "id": "two", "name": "Two", "source": "s"},
)


@pytest.fixture
def lines(tmp_path):
    """Write lines to a file and read it."""

    def written(*rows, name="all.jsonl"):
        path = tmp_path / name
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        return read([path])

    return written


def test_one_file_holds_several_data_sets(lines):
    reading = lines(*ROWS)
    assert not reading.rejected
    assert {claim.about: claim.dataset for claim in reading.records.people} == {
        "one": "a",
        "two": "b",
    }


def test_a_line_about_the_export_is_no_row(lines):
    assert lines(*ROWS).total.read == len(ROWS) - 1


def test_a_rejected_line_comes_back_to_its_data_set_when_it_is_mended(lines, tmp_path):
    bad = {**ROWS[-1], "id": "three", "sex": "woman"}
    reading = lines(*ROWS, bad)
    [folder] = quarantine.write(reading, tmp_path / "home").folders
    kept = folder / "all.jsonl"
    kept.write_text(kept.read_text("utf-8").replace("woman", "female"), encoding="utf-8")
    (tmp_path / "again").mkdir()
    known = tmp_path / "again" / "all.jsonl"
    known.write_text("".join(json.dumps(row) + "\n" for row in ROWS[3:5]), encoding="utf-8")
    mended = read([folder, known])
    assert [(p.about, p.dataset) for p in mended.records.people] == [("three", "b")]


def test_a_claim_may_come_in_retracted(lines):
    ended = {"standing": "retracted", "retracted_by": "an analyst", "retracted_why": "wrong"}
    reading = lines(*ROWS[:-1], {**ROWS[-1], **ended})
    [claim] = [one for one in reading.records.people if one.about == "two"]
    assert claim.standing is Standing.RETRACTED
    assert (claim.retracted_by, claim.retracted_why) == ("an analyst", "wrong")


def test_a_retracted_claim_is_still_the_same_claim(lines):
    active = lines(*ROWS).records.people
    retracted = lines(*ROWS[:-1], {**ROWS[-1], "standing": "retracted"}).records.people
    assert [c.row_hash for c in active] == [c.row_hash for c in retracted]


def test_a_reason_without_a_retraction_is_a_fault(lines):
    [rejected] = lines(*ROWS[:-1], {**ROWS[-1], "retracted_why": "wrong"}).rejected
    assert "set standing to retracted" in rejected.problem


def test_a_data_set_that_is_no_text_is_a_fault(lines):
    [rejected] = lines(*ROWS[:-1], {**ROWS[-1], "dataset": ["b"]}).rejected
    assert rejected.column == "dataset"


def test_a_retracted_row_contradicts_nobody(lines):
    wrong = {**ROWS[-1], "kind": "organisation", "locator": "p1", "standing": "retracted"}
    assert not lines(*ROWS, wrong).rejected
