"""Our own import format: what was handed over and read again is the same, to the letter."""

import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.export.formats import FORMATS
from graph.export.formats.import_dates import cell, edtf, spellings
from graph.facts.adding_up import facts
from graph.record.dates import When, Window, edtf_window
from graph.record.model import Records
from graph.record.vocabulary import Standing
from graph.rule.stops import requests_in
from graph.store import IngestRun
from ingest import read
from tests.builders import event, family, person, reading, tie
from tests.export.formats.handed import (
    INVENTED,
    SAMPLES,
    handed,
    records_of,
    rich,
    told,
    written,
)

RUN = IngestRun(id="r", files=("x",), hashes=("0",), tool="test", started="2021-01-01T00:00:00")


@pytest.fixture
def again(tmp_path):
    """Write a hand-over as JSON lines and read the file with our import."""

    def written_and_read(over):
        path = tmp_path / "handed.jsonl"
        path.write_bytes(written("jsonl", over))
        found = read([path])
        assert [each.problem for each in found.rejected] == []
        return found

    return written_and_read


def same(one: Records, other: Records):
    for table in Records.__dataclass_fields__:
        assert set(getattr(one, table)) == set(getattr(other, table))


@pytest.mark.parametrize("folders", [(SAMPLES,), (INVENTED,), (SAMPLES, INVENTED)])
def test_every_record_comes_back_as_it_was(folders, again):
    records = records_of(*folders)
    same(again(handed(records)).records, records)


def test_a_retraction_comes_back_with_who_when_and_why(again):
    records = records_of(INVENTED)
    first, *rest = records.ties
    ended = {"retracted_by": "an analyst", "retracted_on": "2022-02-02", "retracted_why": "no"}
    gone = replace(first, standing=Standing.RETRACTED, **ended)
    records = replace(records, ties=(gone, *rest))
    same(again(handed(records)).records, records)


def test_the_store_after_an_import_has_the_same_hash(store, again):
    reading = read([SAMPLES, INVENTED])
    claim = "yolvagha-warned@t-fable:p3"
    store.load(reading.records, RUN, reading.superseded)
    store.retract(claim, by="me", why="not so", on="2022-02-02")
    before = store.graph_hash()
    records = replace(reading.records, events=retracted(reading.records.events, claim))
    found = again(handed(records))
    store.clear()
    store.prepare()
    store.load(found.records, RUN, found.superseded)
    assert store.graph_hash() == before


def test_an_import_retracts_what_the_store_still_counts(store, again):
    reading = read([INVENTED])
    claim = "yolvagha-warned@t-fable:p3"
    store.load(reading.records, RUN, reading.superseded)
    events = retracted(reading.records.events, claim)
    found = again(handed(replace(reading.records, events=events)))
    report = store.load(found.records, RUN, found.superseded)
    assert report.retracted_claims == 1
    [said] = store.claims_about(["yolvagha-warned"]).events
    assert (said.standing, said.retracted_by, said.retracted_why) == (
        Standing.RETRACTED,
        "me",
        "not so",
    )


def retracted(events, claim):
    ended = {"retracted_by": "me", "retracted_on": "2022-02-02", "retracted_why": "not so"}
    return tuple(
        replace(one, standing=Standing.RETRACTED, **ended) if one.id == claim else one
        for one in events
    )


def test_the_first_line_says_whose_export_it_is(everything):
    first = json.loads(written("jsonl", everything).split(b"\n")[0])
    assert (first["table"], first["tlp"], first["export_id"]) == (
        "export",
        "TLP:AMBER+STRICT",
        "x1",
    )


def test_other_names_of_claims_lead_to_rows_that_fit_together(again):
    """As a hand-over to others has them: no passages, no fingerprints, names of its own."""
    records = again(handed(coarse(rich()))).records
    [old] = [claim for claim in records.claims() if not claim.active and claim.retracted_by]
    [new] = [claim for claim in records.claims() if claim.supersedes]
    assert (new.supersedes, old.retracted_by) == (old.id, new.id)
    [of_a_claim] = [one for one in records.interpretations if "@" in one.of]
    assert of_a_claim.of in {claim.id for claim in records.events}


def coarse(records):
    """The records with claims called c1, c2 ..., without passage and fingerprint."""
    names = {claim.id: f"c{n}@x" for n, claim in enumerate(records.claims())}
    tables = {
        table: tuple(
            replace(
                claim,
                id=names[claim.id],
                supersedes=names.get(claim.supersedes, ""),
                retracted_by=names.get(claim.retracted_by, ""),
                **({"of": names.get(claim.of, claim.of)} if table == "interpretations" else {}),
            )
            for claim in getattr(records, table)
        )
        for table in ("people", "ties", "events", "interpretations")
    }
    return replace(records, **tables)


def test_two_claims_of_one_passage_are_told_apart(again):
    one = event("called", "friend", "2016", to="mother", id_="call")
    other = replace(one, id="call-2@testimony", words="it rang")
    records = again(handed(family(one, other))).records
    assert sorted(claim.words for claim in records.events if claim.about == "call") == [
        "",
        "it rang",
    ]


def test_a_time_that_nobody_can_read_is_written_as_its_window(again):
    hidden = Window(date(2017, 1, 1), date(2017, 6, 30))
    odd = When(text="withheld", window=hidden, basis="made coarser")
    records = again(
        handed(
            family(
                event("moved", "aunt", when=odd, id_="moved"),
                tie("aunt", "lives_with", "granny", since=odd),
                person("friend", born=hidden),
            )
        )
    ).records
    [moved] = [claim for claim in records.events if claim.about == "moved"]
    [together] = [claim for claim in records.ties if claim.kind == "lives_with"]
    [friend] = [claim for claim in records.people if claim.about == "friend"]
    assert moved.when.window == together.since.window == friend.born == hidden


def test_a_stop_whose_request_was_not_handed_over_is_still_a_stop(again):
    records = family(event("called", "aunt", "2016", to="mother"))
    answered = told(records, "child", date(2021, 3, 1))
    rows = tuple(replace(row, do_not_contact=row.person == "aunt") for row in answered.rows)
    over = handed(records, [replace(answered, rows=rows)])
    assert set(requests_in(facts(again(over).records))) == {"aunt"}


def test_what_refers_to_nobody_is_left_out_and_counted(again):
    over = handed(
        family(
            event("called", "aunt", "2017", to="nobody", after=("no-event",)),
            event("died", "stranger", "2017"),
            reading("no-such-event"),
        )
    )
    again(over)
    losses = FORMATS["jsonl"].losses(over)
    assert "Not in this file: references to what was not handed over (2)." in losses
    said = "claims about somebody or something that was not handed over"
    assert f"Not in this file: {said} (2)." in losses


@settings(deadline=None)
@given(st.dates(date(1900, 1, 1)), st.dates(date(1900, 1, 1)))
def test_a_window_is_spelt_as_it_is_read(one, other):
    window = Window(min(one, other), max(one, other))
    assert all(edtf_window(text) == window for text in spellings(window))


@settings(deadline=None)
@given(st.sampled_from(["2017", "2017-03", "2017-03-04", "2016-11/2017-04", "../2017"]))
def test_a_plain_date_is_spelt_as_it_was(text):
    assert edtf(edtf_window(text)) == text
    assert cell(When(text=text, window=edtf_window(text))) == text
