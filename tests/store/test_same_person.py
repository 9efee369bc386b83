"""Two records of one person in a real store: one answer, one stop, and parted again."""

import pytest

from graph.rule.answer import answer
from graph.rule.left import RULE_VERSION
from graph.store.deriving import derive_calendars
from ingest import read
from ingest.into_store import known_in, load
from tests.ingest.valley import Family

pytestmark = pytest.mark.neo4j


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
    assert [*store.stale_children(RULE_VERSION)] == []
