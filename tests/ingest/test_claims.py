"""What a claim is called, when two rows are one, and how a row corrects another."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from graph.record.claim_names import row_hash, slug
from graph.record.vocabulary import Standing
from graph.store.properties import flat
from ingest import read
from tests.ingest.valley import known_of


def test_a_claim_is_named_for_its_thing_source_and_locator(family):
    records = read([family.add("people", id="omer", name="Omer", locator="L250").csv()]).records
    assert records.people[-1].id == "omer@letter:L250"


def test_a_claim_without_a_locator_is_named_for_its_source(family):
    records = read([family.add("people", id="omer", name="Omer", locator="").csv()]).records
    assert records.people[-1].id == "omer@letter"


def test_a_locator_with_other_signs_keeps_apart_from_its_neighbours():
    assert slug("p. 7") != slug("p, 7")
    assert slug("p. 7").startswith("p.-7~")
    assert slug("L248") == "L248"


@given(st.dictionaries(st.text("abc", min_size=1), st.text("xyz", min_size=1)))
def test_the_order_of_columns_makes_no_other_row(cells):
    assert row_hash("people", cells) == row_hash("people", dict(reversed(cells.items())))


def test_the_same_row_twice_is_one_claim_and_both_count(family):
    row = {"id": "omer", "name": "Omer", "locator": "L1"}
    reading = read([family.add("people", **row).add("people", **row).csv()])
    assert [each.about for each in reading.records.people].count("omer") == 1
    assert reading.total.taken == reading.total.read


def test_other_content_at_the_same_place_is_a_conflict_of_both_rows(family):
    family.add("people", id="omer", name="Omer", locator="L1")
    family.add("people", id="omer", name="Omar", locator="L1")
    reading = read([family.csv()])
    assert [each.line for each in reading.rejected] == [5, 6]
    assert "put its name 'omer@letter:L1' in supersedes" in reading.rejected[0].problem


def test_other_content_than_another_data_set_stored_is_a_conflict(family):
    first = read([family.add("people", id="omer", name="Omer", locator="L1").csv()])
    family.tables["dataset"][0]["id"] = "hill"
    family.tables["people"][-1]["name"] = "Omar"
    reading = read([family.csv()], known=known_of(first.records))
    assert ["in the store" in each.problem for each in reading.rejected] == [True]


def test_two_sources_that_disagree_are_both_taken(family):
    family.add("sources", id="other", title="Another letter")
    family.add(
        "events",
        id="taken",
        type="taken_to_camp",
        subject="dilnur",
        when="2019",
        source="other",
    )
    reading = read([family.csv()])
    assert not reading.rejected
    assert sum(each.about == "taken" for each in reading.records.events) == 2


def test_a_correction_retracts_the_row_that_it_names(family):
    family.add("people", id="omer", name="Omer", locator="L1")
    family.add("people", id="omer", name="Omar", locator="L1", supersedes="omer@letter:L1")
    old, new = read([family.csv()]).records.people[-2:]
    assert (old.standing, old.retracted_by) == (Standing.RETRACTED, new.id)
    assert new.active
    assert new.id == f"omer@letter:L1+{new.row_hash[:6]}"


def test_a_correction_of_what_is_stored_is_listed(family):
    first = read([family.add("people", id="omer", name="Omer", locator="L1").csv()])
    family.tables["people"][-1] |= {"name": "Omar", "supersedes": "omer@letter:L1"}
    reading = read([family.csv()], known=known_of(first.records))
    assert reading.superseded == {"omer@letter:L1": reading.records.people[-1].id}


def test_a_corrected_type_is_no_contradiction(family):
    family.add(
        "events",
        id="taken",
        type="interrogated",
        subject="dilnur",
        supersedes="taken@letter:events-0",
    )
    assert not read([family.csv()]).rejected


def test_a_corrected_row_read_again_does_not_contradict_its_correction(family):
    again = family.csv().joinpath("events.csv").read_bytes()
    family.add(
        "events",
        id="taken",
        type="interrogated",
        subject="dilnur",
        supersedes="taken@letter:events-0",
    )
    stored = read([family.csv()]).records
    family.file("events.csv", again)
    assert not read([family.folder], known=known_of(stored)).rejected


def test_a_correction_that_falls_lets_the_old_row_be_checked_again(family):
    family.add("events", id="x", type="called", subject="friends", locator="L1")
    family.add("events", id="x", type="messaged", subject="friends", locator="L2")
    family.add(
        "events", id="y", type="called", subject="friends", after="z", supersedes="x@letter:L2"
    )
    family.add("events", id="z", type="called", subject="friends", after="y")
    assert [each.line for each in read([family.csv()]).rejected] == [4, 5, 6, 7]


def test_only_an_organisation_is_a_public_body(family, one_rejected):
    told = one_rejected(
        "people", id="office", name="Office of Seals", body="public", source="letter"
    )
    assert "is for organisations; write kind" in told


def test_a_public_body_is_read_and_an_empty_cell_changes_no_hash(family):
    cells = {"id": "office", "kind": "organisation", "name": "Office", "source": "letter"}
    reading = read([family.add("people", **cells, body="public").csv()])
    [office] = [one for one in reading.records.people if one.about == "office"]
    assert office.body == "public"
    assert office.row_hash != row_hash("people", cells)
    assert "body" not in flat(replace(office, body=""))
