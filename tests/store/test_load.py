import random
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings

from graph.errors import StoreRefused
from graph.record.model import Records
from graph.record.schema import TABLES, Column, each_changed
from graph.store import IngestRun
from tests.builders import event, family, person, reading, tie
from tests.store.dump import asked, dump
from tests.store.records import worlds
from tests.store.village import village

RUN = IngestRun(id="run", started="2026-01-01")
on_a_real_store = settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def subjects(records):
    return {claim.about for claim in records.claims()}


def sorted_claims(records):
    return sorted(records.claims(), key=lambda claim: claim.id)


def parts(records, chance, many):
    """The records in so many lists of claims, each list with all sources and places."""
    claims = list(records.claims())
    chance.shuffle(claims)
    for n in range(many):
        mine = set(claims[n::many])
        yield replace(
            records,
            **{
                kind: tuple(c for c in getattr(records, kind) if c in mine)
                for kind in ("people", "ties", "events", "interpretations")
            },
        )


@on_a_real_store
@given(worlds())
def test_records_of_every_kind_are_read_back_as_they_were_written(store, written):
    store.clear()
    store.load(written, RUN)
    found = store.claims_about(subjects(written))
    assert sorted_claims(found) == sorted_claims(written)
    assert found.sources == written.sources


def test_what_stands_in_a_further_column_of_the_schema_is_read_back(store, monkeypatch):
    for name, table in TABLES.items():
        more = (*table.rows, Column(name="clan", field="clan"))
        monkeypatch.setitem(TABLES, name, replace(table, rows=more))
    records = family(event("called", "aunt", "2017-03", to="mother"), reading("mother-left"))
    further = (("clan", "of the river"),)
    written = each_changed(records, lambda _, one: replace(one, further=further))
    store.load(written, RUN)
    found = store.claims_about(subjects(written))
    assert sorted_claims(found) == sorted_claims(written)
    kept = store.background(*[[one.id for one in some] for some in background(written)])
    assert all(map(set.__eq__, map(set, background(kept)), map(set, background(written))))


def background(records):
    return records.datasets, records.sources, records.places


def test_loading_twice_changes_nothing(store, neo4j_server):
    records = family(event("called", "aunt", "2017-03", to="mother"))
    store.load(records, RUN)
    before, report = dump(neo4j_server), store.load(records, IngestRun(id="again"))
    assert dump(neo4j_server) == before
    assert (report.new_claims, report.known_claims) == (0, len(list(records.claims())))


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_rows_and_of_loads_changes_nothing(store, neo4j_server, seed):
    records, chance = village(60), random.Random(seed)  # noqa: S311
    store.load(records, RUN)
    at_once, its_hash = dump(neo4j_server), store.graph_hash()
    store.clear()
    first = replace(records, ties=(), events=(), interpretations=())
    store.load(first, IngestRun(id="people"))
    store.load(Records(events=records.events), IngestRun(id="half"))
    for n, part in enumerate(parts(records, chance, 3)):
        store.load(part, IngestRun(id=f"part{n}"))
    assert dump(neo4j_server) == at_once
    assert store.graph_hash() == its_hash


def test_two_claims_about_an_event_add_up_though_they_come_in_two_loads(store, neo4j_server):
    store.load(family(event("called", "aunt", "2017", id_="call")), RUN)
    other = event("called", "aunt", "2017-03", id_="call", locator="L2")
    store.load(family(replace(other, id="call@testimony:L2")), IngestRun(id="second"))
    [row] = asked(
        neo4j_server,
        "MATCH (e:Event {id: 'call'})<-[:SUPPORTS]-(c:Claim) "
        "RETURN toString(e.earliest) AS earliest, count(c) AS claims",
    )
    assert row == {"earliest": "2017-03-01", "claims": 2}


def test_an_event_that_comes_later_dates_one_that_is_stored(store, neo4j_server):
    early = event("visited", "aunt", "2016", id_="visit")
    store.load(family(early), RUN)
    late = event("called", "aunt", "2016-03", id_="call", before=("visit",))
    store.load(family(early, late), IngestRun(id="second"))
    [row] = asked(
        neo4j_server,
        "MATCH (v:Event {id: 'visit'})-[:AFTER]->(c:Event) "
        "RETURN toString(v.earliest) AS earliest, c.id AS after",
    )
    assert row == {"earliest": "2016-03-01", "after": "call"}


def test_ties_carry_their_claims_and_how_sure_they_are(store, neo4j_server):
    store.load(family(tie("aunt", "cares_for", "child", basis="believed")), RUN)
    [row] = asked(
        neo4j_server,
        "MATCH (:Person {id: 'aunt'})-[r:CARES_FOR]->({id: 'child'}) RETURN properties(r) AS r",
    )
    assert row["r"] == {
        "id": "aunt-cares_for-child",
        "claims": ["aunt-cares_for-child@testimony"],
        "basis": "believed",
        "exists": "maybe",
    }


def test_an_organisation_is_no_person_and_a_group_is(store, neo4j_server):
    store.load(
        family(person("police", kind="organisation"), event("called", "aunt", to="police")), RUN
    )
    rows = asked(
        neo4j_server,
        "MATCH (n) WHERE n.id IN ['police', 'neighbours'] AND NOT n:Claim "
        "RETURN n.id AS id, n:Person AS person, n:Group AS grp, n:Organisation AS organisation",
    )
    assert sorted(rows, key=lambda row: row["id"]) == [
        {"id": "neighbours", "person": True, "grp": True, "organisation": False},
        {"id": "police", "person": False, "grp": False, "organisation": True},
    ]


def test_a_reading_leads_to_the_words_and_to_the_event_that_it_backs(store, neo4j_server):
    said = event("messaged", "aunt", "2017", id_="message")
    camp = event("taken_to_camp", "granny", "2017", id_="camp", basis="interpreted")
    store.load(family(said, camp, reading("camp", of="message")), RUN)
    rows = asked(
        neo4j_server,
        "MATCH (:Interpretation)-[r]->(e:Event) "
        "RETURN type(r) AS kind, e.id AS event ORDER BY kind",
    )
    assert rows == [{"kind": "BACKS", "event": "camp"}, {"kind": "READS", "event": "message"}]


def test_a_superseding_claim_retracts_the_one_that_is_stored(store):
    store.load(family(event("called", "aunt", "2017", id_="call")), RUN)
    better = event(
        "called", "aunt", "2016", id_="call", id="call@testimony+b", supersedes="call@testimony"
    )
    report = store.load(family(better), IngestRun(id="second"))
    old, new = sorted_claims(replace(store.claims_about(["call"]), sources=()))
    assert (old.active, old.retracted_by, new.active) == (False, "call@testimony+b", True)
    assert report.retracted_claims == 1


def test_a_retraction_survives_the_same_rows_once_more(store):
    records = family(event("called", "aunt", "2017", id_="call"))
    store.load(records, RUN)
    store.retract("call@testimony", by="ana", why="misread", on="2026-01-02")
    store.load(records, IngestRun(id="again"))
    [claim] = store.claims_about(["call"]).events
    assert (claim.active, claim.retracted_why) == (False, "misread")


def test_a_claim_that_is_stored_with_other_content_is_left_and_reported(store):
    store.load(family(person("aunt", row_hash="1")), RUN)
    report = store.load(family(person("aunt", row_hash="2", sex="female")), IngestRun(id="b"))
    [claim] = store.claims_about(["aunt"]).people
    assert (report.conflicts, claim.row_hash) == (("aunt@testimony",), "1")


def test_what_refers_to_nobody_is_refused_by_name(store):
    records = replace(family(), ties=(tie("nobody", "parent_of", "child"),))
    with pytest.raises(StoreRefused, match="person nobody"):
        store.load(records, RUN)
    assert store.contents().counts["Claim"] == 0


def test_a_place_that_two_data_sets_share_is_the_same_whichever_came_first(store):
    shared = {
        name: replace(family(), places=tuple(replace(p, dataset=name) for p in family().places))
        for name in ("a", "b")
    }
    store.load(shared["a"], RUN)
    store.load(shared["b"], IngestRun(id="2"))
    one_way = store.graph_hash()
    store.clear()
    store.load(shared["b"], RUN)
    store.load(shared["a"], IngestRun(id="2"))
    assert store.graph_hash() == one_way


def test_the_hash_knows_a_changed_word_but_not_the_run(store):
    store.load(family(), RUN)
    first = store.graph_hash()
    store.clear()
    store.load(family(), IngestRun(id="another", started="2030-01-01", tool="x"))
    assert store.graph_hash() == first
    store.load(family(event("called", "aunt")), IngestRun(id="more"))
    assert store.graph_hash() != first


def test_progress_ends_with_all_claims(store):
    told = []
    store.load(family(), RUN, on_progress=lambda *said: told.append(said))
    assert told[-1][1:] == (len(list(family().claims())),) * 2


def test_ingest_is_told_what_is_stored(store):
    store.load(family(person("aunt", row_hash="abc")), RUN)
    assert store.existing("people", ["aunt", "nobody"]) == {"aunt"}
    named = store.claims_held(["aunt@testimony", "none@testimony"])
    assert {id_: row["row_hash"] for id_, row in named.items()} == {"aunt@testimony": "abc"}
    assert store.parents_around(["child"]) >= {("mother", "child"), ("granny", "mother")}
    assert ("granny", "aunt") in store.parents_around(["granny"])
    assert store.countries(["set", "other"]) == {"set": "inland"}
