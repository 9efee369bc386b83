"""A decision on two records is a row of kinship: joined and parted in a real store."""

import pytest

from graph.errors import NotKept
from graph.record.vocabulary import Basis, TieKind
from graph.rule.answer import answer
from graph.store.deriving import derive_calendars
from ingest import read
from ingest.into_store import known_in, load
from ingest.sameness_rows import decision, sameness_id
from ingest.written_rows import keep, standings
from tests.ingest.valley import Family
from tests.store.dump import dump

pytestmark = pytest.mark.neo4j
PAIR = ("aunt-2", "aunt")
SAME, OPEN, TWO = (
    (TieKind.SAME_AS, Basis.STATED),
    (TieKind.SAME_AS, Basis.BELIEVED),
    (TieKind.NOT_SAME_AS, Basis.STATED),
)


@pytest.fixture
def held(store, tmp_path, monkeypatch):
    """An aunt under two ids; the other one asked not to be contacted."""
    monkeypatch.setenv("GRAPH_HOME", str(tmp_path / "home"))
    family = Family(tmp_path / "valley")
    family.add("people", id="aunt", name="Aunt", sex="female")
    family.add("people", id="aunt-2", name="Ayim", sex="female")
    family.add("people", id="granny", name="Granny")
    for child in ("dilnur", "aunt"):
        family.add(
            "kinship", id=f"g-{child}", person="granny", kind="parent_of", relative=child
        )
    family.add(
        "events", id="stop", type="asked_not_to_be_contacted", subject="aunt-2", when="2018"
    )
    reading = read([family.csv()], known=known_in(store))
    assert not reading.rejected
    load(store, reading)
    return store


def said(store):
    ids = [sameness_id(PAIR, kind) for kind in (TieKind.SAME_AS, TieKind.NOT_SAME_AS)]
    return store.claims_about(ids).ties


def decide(store, what, locator="L1", why="seen"):
    evidence = {"source": "letter", "locator": locator, "note": why}
    rows = decision(PAIR, said(store), evidence, what=what, dataset="valley", on="2021-06-01")
    things = sorted({row.cells["id"] for row in rows})
    return keep(store, rows, things, standings(store, things))


def facts(server):
    """Everything that is held but the claims themselves."""
    return {
        one: count
        for one, count in dump(server).items()
        if not any("Claim" in str(word) for word in (one[0], *one[4:5]))
    }


def answered(store):
    found = answer(store.around("amina"), "amina")
    return [(one.person.id, one.answer.left, one.do_not_contact) for one in found.relatives]


def part(store, why="two after all"):
    [claim] = [one.id for one in said(store) if one.active]
    store.retract(claim, by="analyst", why=why, on="2021-06-02")
    derive_calendars(store)


def test_joined_and_parted_again_the_facts_and_the_answers_are_those_of_before(
    held, neo4j_server
):
    before, answers = facts(neo4j_server), answered(held)
    decide(held, SAME)
    assert (facts(neo4j_server) != before, answered(held) != answers) == (True, True)
    part(held)
    assert (facts(neo4j_server), answered(held)) == (before, answers)


def test_what_is_left_open_joins_nothing_until_somebody_confirms_it(held):
    answers = answered(held)
    decide(held, OPEN, why="the voice")
    assert answered(held) == answers
    decide(held, SAME, why="the brother says so")
    assert answered(held) != answers
    first, second = sorted(said(held), key=lambda one: one.active)
    assert (first.basis, first.retracted_by, first.retracted_why) == (
        Basis.BELIEVED,
        second.id,
        "the brother says so",
    )


def test_what_is_left_open_can_be_two_people(held):
    decide(held, OPEN)
    decide(held, TWO)
    assert [one.kind for one in said(held) if one.active] == [TieKind.NOT_SAME_AS]


def test_the_same_decision_at_the_same_passage_can_be_made_again(held):
    decide(held, SAME)
    part(held)
    assert decide(held, SAME).new_claims == 1
    assert [one.active for one in sorted(said(held), key=lambda one: one.active)] == [
        False,
        True,
    ]


def test_what_somebody_else_decided_meanwhile_is_not_overwritten(held):
    rows = decision(
        PAIR, (), {"source": "letter", "note": "?"}, what=TWO, dataset="valley", on="2021-06-01"
    )
    seen = standings(held, [one.cells["id"] for one in rows])
    decide(held, TWO, locator="L9")
    with pytest.raises(NotKept):
        keep(held, rows, [one.cells["id"] for one in rows], seen)
