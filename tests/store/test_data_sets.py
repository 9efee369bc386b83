"""A second data set changes nothing of which it does not speak, however claims are split."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st

from graph.rule.answer import answer
from graph.store import IngestRun
from graph.store.deriving import derive_calendars
from ingest import read
from ingest.into_store import known_in
from tests.conftest import BOTH_SETS
from tests.store.dump import dump
from tests.store.split import torn

RUN = IngestRun(id="run", started="2026-01-01")
DAYS = (date(2018, 5, 15),)


class Whole:
    """What the two sets say when each is loaded once, as it is."""

    def __init__(self, store):
        self.claims, self.answers = claims_of(store), answers_of(store)

    def __repr__(self):
        return "both sets"


@pytest.fixture(scope="module")
def whole(loaded):
    return Whole(loaded)


def claims_of(store):
    """The claims without the data sets that hold them, which a split renames."""
    ids = {about for kind in ("people", "events") for about in _ids(store, kind)}
    return {claim.id: replace(claim, dataset="") for claim in store.claims_about(ids).claims()}


def _ids(store, kind):
    label = {"people": "KinthreadPerson", "events": "KinthreadEvent"}[kind]
    with store._database._driver.session() as session:  # noqa: SLF001 - past the store
        return [row["id"] for row in session.run(f"MATCH (n:{label}) RETURN n.id AS id")]


def answers_of(store):
    return store.calendars(store.children())


def assert_list_is_child_by_child(store):
    """The list counts what the answers count, asked child by child."""
    for day in DAYS:
        board = {row.child: row for row in store.board(day)}
        for child in store.children():
            said = answer(store.around(child), child, as_of=day)
            assert (child in board) == said.board.listed
            if child in board:
                counts = {left.value: n for left, n in board[child].counts.items()}
                assert counts == said.counts()


@settings(
    max_examples=3,
    deadline=None,
    phases=set(Phase) - {Phase.shrink},  # a smaller seed is no smaller split
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@example(seed=17, many=2)  # one load joins a claim to its set, and ends it
@given(seed=st.integers(0, 10_000), many=st.integers(2, 3))
def test_any_split_over_data_sets_in_any_order_with_repeats_is_the_same(
    whole, store, neo4j_server, seed, many
):
    chance = Random(seed)  # noqa: S311 - Hypothesis keeps the seed
    with TemporaryDirectory() as folder:
        folders = written(Path(folder), chance, many)
        store.clear()
        take(store, *folders)
        its_hash, its_dump = store.graph_hash(), dump(neo4j_server)
        store.clear()
        in_order = [*folders, *chance.sample(folders, 1)]
        chance.shuffle(in_order)
        for one in in_order[:-1]:
            take(store, one)
        derive_calendars(store)
        take(store, in_order[-1])  # what was derived before is marked where this touches it
        derive_calendars(store)
        assert store.graph_hash() == its_hash
        assert not difference(dump(neo4j_server), its_dump)
        assert_same(store, whole)
        assert_list_is_child_by_child(store)


def assert_same(store, whole):
    """Nothing but the names of the data sets is other than in the store of the two sets."""
    claims, answers = claims_of(store), answers_of(store)
    assert claims.keys() == whole.claims.keys()
    assert [id_ for id_ in claims if claims[id_] != whole.claims[id_]] == []
    assert [id_ for id_ in answers if answers[id_] != whole.answers[id_]] == []
    assert answers.keys() == whole.answers.keys()


def difference(one, other):
    return sorted(map(str, (one - other) + (other - one)))[:5]


def written(below: Path, chance: Random, many: int) -> list[Path]:
    """Write both sets, each torn into so many, under names in no order."""
    folders = []
    names = [f"set{n}" for n in range(2 * many)]
    chance.shuffle(names)
    for whole_set in BOTH_SETS:
        rows = torn(whole_set)
        for part in rows.parts(chance, many):
            folders.append(below / names.pop())
            rows.write(part, folders[-1])
    return folders


def take(store, *folders):
    reading = read(folders, known=known_in(store))
    assert not reading.rejected, [each.problem for each in reading.rejected[:3]]
    store.load(reading.records, RUN, reading.superseded)
