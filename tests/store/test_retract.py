from dataclasses import replace

import pytest

from graph.errors import ClaimReplaced, UnknownClaim
from graph.record.model import Records
from graph.record.vocabulary import Standing
from graph.store import IngestRun
from graph.store.changes import Restoration
from graph.store.queries import query
from graph.views.held_names import state
from tests.builders import event, family, reading, tie
from tests.store.dump import asked, dump

RUN = IngestRun(id="run")
WHO = {"by": "ana", "why": "misread", "on": "2026-01-02"}


def links(server, between):
    return asked(server, f"MATCH {between} RETURN type(r) AS kind, r.claims AS claims")


def test_a_tie_whose_every_claim_is_retracted_goes_and_its_claims_stay(store, neo4j_server):
    store.load(family(tie("aunt", "cares_for", "child")), RUN)
    assert links(neo4j_server, "(:Person)-[r:CARES_FOR]->()")
    assert store.retract("aunt-cares_for-child@testimony", **WHO)
    assert links(neo4j_server, "(:Person)-[r:CARES_FOR]->()") == []
    [claim] = store.claims_naming("aunt-cares_for-child")
    assert (claim.retracted_by, claim.retracted_on, claim.retracted_why) == tuple(
        WHO[name] for name in ("by", "on", "why")
    )


def test_one_of_two_claims_retracted_leaves_the_tie_with_the_other(store, neo4j_server):
    store.load(
        family(
            tie("aunt", "cares_for", "child"),
            tie("aunt", "cares_for", "child", id="second@testimony"),
        ),
        RUN,
    )
    store.retract("second@testimony", **WHO)
    [link] = links(neo4j_server, "(:Person)-[r:CARES_FOR]->()")
    assert link["claims"] == ["aunt-cares_for-child@testimony"]


def test_a_retracted_event_leads_to_nobody_but_its_claim_is_still_found(store, neo4j_server):
    store.load(family(event("called", "aunt", id_="call")), RUN)
    store.retract("call@testimony", **WHO)
    assert links(neo4j_server, "(:Person)-[r:TOOK_PART]->(:Event {id: 'call'})") == []
    assert "call@testimony" in {claim.id for claim in store.claims_naming("aunt")}
    assert "call@testimony" in {claim.id for claim in store.around("child").events}


def test_an_event_dated_by_a_retracted_claim_is_dated_without_it(store, neo4j_server):
    visit = event("visited", "aunt", "2016", id_="visit")
    call = event("called", "aunt", "2016-03", id_="call", before=("visit",))
    store.load(family(visit, call), RUN)
    store.retract("call@testimony", **WHO)
    text = "MATCH (e:Event {id: 'visit'}) RETURN toString(e.earliest) AS earliest"
    assert asked(neo4j_server, text) == [{"earliest": "2016-01-01"}]


def test_a_retracted_reading_backs_nothing(store, neo4j_server):
    camp = event("taken_to_camp", "granny", "2017", id_="camp", basis="interpreted")
    store.load(family(camp, reading("camp")), RUN)
    store.retract("camp-reading@testimony", **WHO)
    kinds = [row["kind"] for row in links(neo4j_server, "(:Interpretation)-[r]->(:Event)")]
    assert kinds == ["READS"]


def test_retracted_then_loaded_equals_loaded_as_retracted(store, neo4j_server):
    said = event("called", "aunt", id_="call")
    store.load(family(said), RUN)
    store.retract("call@testimony", **WHO)
    one_way = dump(neo4j_server)
    store.clear()
    gone = event(
        "called",
        "aunt",
        id_="call",
        standing=Standing.RETRACTED,
        retracted_by="ana",
        retracted_why="misread",
        retracted_on="2026-01-02",
    )
    store.load(family(gone), RUN)
    assert dump(neo4j_server) == one_way


def test_the_hash_does_not_tell_who_retracted_when(store):
    hashes = set()
    for who in (WHO, {"by": "ben", "why": "other", "on": "2027-01-01"}):
        store.clear()
        store.load(family(), RUN)
        store.retract("aunt@testimony", **who)
        hashes.add(store.graph_hash())
    assert len(hashes) == 1


def test_retracting_twice_keeps_the_first_word(store):
    store.load(family(), RUN)
    store.retract("aunt@testimony", **WHO)
    assert not store.retract("aunt@testimony", by="ben", why="other", on="2027-01-01")
    [claim] = store.claims_about(["aunt"]).people
    assert claim.retracted_by == "ana"


def test_a_claim_that_nobody_made_is_named(store):
    with pytest.raises(UnknownClaim, match="'none@testimony'"):
        store.retract("none@testimony", **WHO)


CALL = event("called", "aunt", id_="call")
THE_CALL = "call@testimony"
BACK = {"by": "ben", "why": "it was right", "on": "2026-02-03"}


@pytest.mark.parametrize(
    "claim",
    [
        "aunt@testimony",
        "aunt-cares_for-child@testimony",
        THE_CALL,
        "camp-reading@testimony",
    ],
)
def test_what_is_restored_is_as_if_it_had_never_been_retracted(store, neo4j_server, claim):
    camp = event("taken_to_camp", "granny", "2017", id_="camp", basis="interpreted")
    told = family(tie("aunt", "cares_for", "child"), CALL, camp, reading("camp"))
    store.load(told, RUN)
    before, hashed = dump(neo4j_server), store.graph_hash()
    store.retract(claim, **WHO)
    assert store.graph_hash() != hashed
    assert store.restore(claim, **BACK)
    assert store.graph_hash() == hashed
    assert asked(neo4j_server, "MATCH (c:Claim) REMOVE c.restored RETURN count(c) AS n")
    assert dump(neo4j_server) == before


def restorations(store):
    [row] = store.read(query("read/written_in"), ids=[THE_CALL])
    return tuple(map(Restoration.of_text, row["restored"]))


def test_who_retracted_and_who_restored_stays_on_the_claim(store):
    store.load(family(CALL), RUN)
    for _ in range(2):
        store.retract(THE_CALL, **WHO)
        store.restore(THE_CALL, **BACK)
    first, second = restorations(store)
    assert first == second
    assert (first.by, first.on, first.why) == ("ben", "2026-02-03", "it was right")
    assert (first.ended.by, first.ended.why) == ("ana", "misread")


def test_a_claim_that_counts_is_not_restored(store):
    store.load(family(CALL), RUN)
    assert not store.restore(THE_CALL, **BACK)
    assert restorations(store) == ()
    with pytest.raises(UnknownClaim, match="'none@testimony'"):
        store.restore("none@testimony", **BACK)


def test_a_claim_that_another_one_replaced_is_restored_only_after_that_is_retracted(store):
    store.load(family(CALL), RUN)
    second = replace(CALL, id="call@testimony+2", supersedes=THE_CALL)
    third = replace(CALL, id="call@testimony+3", supersedes=second.id)
    for one in (second, third):
        store.load(Records(events=(one,)), RUN)
    with pytest.raises(ClaimReplaced, match=r"replaced by call@testimony\+3"):
        store.restore(THE_CALL, **BACK)
    store.retract(third.id, **WHO)
    assert store.restore(THE_CALL, **BACK)
    store.load(Records(events=(second,)), RUN)
    standing = {one.id: one.active for one in store.claims_naming("call")}
    assert standing == {THE_CALL: True, second.id: False, third.id: False}


@pytest.mark.parametrize(
    "other",
    [
        tie("child", "parent_of", "mother", id="t@testimony+2"),
        tie("aunt", "parent_of", "child", id="t@testimony+2"),
        tie("mother", "kin_of", "child", id="t@testimony+2"),
    ],
    ids=["turned round", "of others", "of another kind"],
)
def test_a_claim_is_not_restored_beside_another_tie_of_its_id(store, other):
    """One of them would be lost: all claims of an id are added up to one tie."""
    first = tie("mother", "parent_of", "child", id="t@testimony")
    first, other = (replace(one, about="t") for one in (first, other))
    store.load(family(first), RUN)
    store.retract(first.id, **WHO)
    store.load(Records(ties=(other,)), RUN)
    with pytest.raises(ClaimReplaced, match="an id is one tie"):
        store.restore(first.id, **BACK)
    store.retract(other.id, **WHO)
    assert store.restore(first.id, **BACK)


def test_a_retraction_that_was_ended_does_not_come_back_with_its_table(store):
    gone = replace(
        CALL,
        standing=Standing.RETRACTED,
        retracted_by="ana",
        retracted_why="misread",
        retracted_on="2026-01-02",
    )
    store.load(family(gone), RUN)
    store.restore(THE_CALL, **BACK)
    assert store.load(family(gone), RUN).retracted_claims == 0
    assert store.load(family(replace(gone, retracted_on="2027")), RUN).retracted_claims == 1


def test_what_is_remembered_of_the_names_is_forgotten_after_a_restoration(store):
    store.load(family(CALL), RUN)
    seen = {state(store)}
    for act, who in ((store.retract, WHO), (store.restore, BACK)) * 2:
        act(THE_CALL, **who)
        seen.add(state(store))
    assert len(seen) == 5
