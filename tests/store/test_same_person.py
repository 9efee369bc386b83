"""Two records of one person in a real store: one answer, one stop, and parted again."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.record.model import EventClaim, Records, Source
from graph.rule.answer import answer
from graph.rule.left import RULE_VERSION
from graph.store import IngestRun
from graph.store.deriving import derive_calendars
from ingest import read
from ingest.into_store import known_in, load
from tests.builders import family
from tests.ingest.valley import Family
from tests.rule.test_same_person import decisions, taken_back, two_records
from tests.store.dump import dump

pytestmark = pytest.mark.neo4j
RUN = IngestRun(id="run")
WHO = {"by": "analyst", "why": "two people after all", "on": "2021-06-01"}


def _load(store, family: Family) -> None:
    reading = read([family.csv()], known=known_in(store))
    assert not reading.rejected, [each.problem for each in reading.rejected]
    load(store, reading)


def _with_aunt(folder) -> Family:
    """The valley, with an aunt under two ids: one who asked, one who is named elsewhere."""
    family = Family(folder)
    family.add("people", id="aunt", name="Aunt", sex="female")
    family.add("people", id="aunt-2", name="Somebody else", sex="female")
    family.add("people", id="granny", name="Granny")
    for number, child in enumerate(("dilnur", "aunt")):
        family.add(
            "kinship", id=f"g{number}", person="granny", kind="parent_of", relative=child
        )
    family.add(
        "events", id="stop", type="asked_not_to_be_contacted", subject="aunt-2", when="2018"
    )
    return family


def _stopped(store, person: str) -> bool:
    return person in answer(store.around("amina"), "amina").stops


def test_a_stop_of_the_other_record_stands_until_sameness_is_taken_back(store, tmp_path):
    _load(store, _with_aunt(tmp_path / "apart"))
    before = store.graph_hash()
    assert not _stopped(store, "aunt")
    joined = _with_aunt(tmp_path / "joined")
    joined.add("kinship", id="same", person="aunt-2", kind="same_as", relative="aunt")
    _load(store, joined)
    assert _stopped(store, "aunt")
    assert store.graph_hash() != before
    [claim] = [one.id for one in store.claims_about(["same"]).ties]
    store.retract(claim, by="analyst", why="two people after all", on="2021-06-01")
    derive_calendars(store)
    assert not _stopped(store, "aunt")


def test_a_child_of_two_records_is_listed_once(store, tmp_path):
    family = Family(tmp_path / "valley")
    family.add("people", id="amina-2", name="Amine", birth="2010")
    family.add("kinship", id="p2", person="dilnur", kind="parent_of", relative="amina-2")
    _load(store, family)
    assert set(store.children()) == {"amina", "amina-2"}
    family.add("kinship", id="same", person="amina-2", kind="same_as", relative="amina")
    _load(store, family)
    assert store.children() == ["amina"]
    assert store.stale_children(RULE_VERSION) == []


def _whole(claims):
    """A family of these claims in which everything that they name is recorded."""
    events = {one.about for one in claims if isinstance(one, EventClaim)}
    kept = [
        replace(one, ends=one.ends if one.ends in events else "")
        if isinstance(one, EventClaim)
        else one
        for one in claims
    ]
    sources = [Source(id=id_, title=id_, kind="letter") for id_ in ("other", "again")]
    return family(*kept, *sources)


def _held(store, server):
    """All facts but the claims on sameness, the answers as derived, and the answers read."""
    derive_calendars(store)
    facts = {
        one: many
        for one, many in dump(server).items()
        if not any(word in str(one) for word in ("same_as", "SAME_AS"))
    }
    children = store.children()
    return facts, store.calendars(children), {one: answered(store, one) for one in children}


def answered(store, child):
    found = answer(store.around(child), child)
    return found.relatives, found.stops


@settings(max_examples=6, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(two_records(), decisions(), st.randoms())
def test_joined_and_parted_in_any_order_the_store_is_the_one_of_before(
    store, neo4j_server, claims, made, chance
):
    store.clear()
    store.load(_whole(claims), RUN)
    before = _held(store, neo4j_server)
    for one in made:
        store.load(Records(ties=(one,)), IngestRun(id=one.id))
    joined = store.graph_hash()
    for one in chance.sample(made, len(made)):
        store.retract(one.id, **WHO)
    assert _held(store, neo4j_server) == before
    parted = store.graph_hash()
    for one in chance.sample(made, len(made)):
        store.restore(one.id, **WHO)
    assert store.graph_hash() == joined
    for one in made:
        store.retract(one.id, **WHO)
    assert store.graph_hash() == parted
    store.clear()
    store.load(_whole((*claims, *taken_back(made))), RUN)
    assert store.graph_hash() == parted
