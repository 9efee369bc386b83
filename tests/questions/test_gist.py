"""What is kept of people for questions over everybody never changes an answer."""

import re

import pytest

from graph.questions.asking import ask
from graph.questions.library import question
from graph.store import IngestRun
from graph.store.deriving import derive_calendars
from graph.store.queries import query
from ingest import read
from ingest.into_store import known_in
from tests.bench.generator import generate
from tests.conftest import SAMPLES
from tests.ingest.valley import Family
from tests.questions.test_doubts import DOUBTS
from tests.store.dump import asked

SETS = sorted(table.parent for table in SAMPLES.glob("*/people.csv"))
READS = ("doubts", "never_recorded")
DAYS = ("0001-01-01", "2016-05-01", "2017-09-15", "2021-12-31", "9999-12-31")
YEARS = re.compile(r"(\w+)_(?:earliest|latest) \+ duration\(\{years: (\d+)\}\)")
EVERYBODY = "MATCH (p:KinthreadPerson) RETURN count(p) AS people, count(p.named_from) AS kept"
FORGET = "MATCH (p:KinthreadPerson) REMOVE p.own_from, p.named_from, p.doubtful"


def _rows(store):
    return {
        (name, day): ask(store, question(name), {"as_of": day}).rows
        for name in READS
        for day in DAYS
    }


def _load(store, folder) -> None:
    """Load without deriving anything."""
    store.load(read([folder], known=known_in(store)).records, IngestRun(id=str(folder)))


@pytest.fixture
def counts(store, neo4j_server):
    """Count people, and those of whom a gist is kept."""
    return lambda: [*asked(neo4j_server, EVERYBODY)[0].values()]


def test_the_gist_has_the_figures_of_the_question():
    asked, kept = (query(name).text for name in ("ask/doubts", "load/gist"))
    births = {years for of, years in YEARS.findall(asked) if of == "born"}
    assert births == {years for of, years in YEARS.findall(kept) if of == "born"} != set()


@pytest.mark.any_version
def test_rows_are_the_same_with_a_gist_and_without(store, counts, neo4j_server, tmp_path):
    generate(tmp_path / "many", 300, seed=5)
    _load(store, tmp_path / "many")
    before = _rows(store)
    assert counts() == [300, 0]
    derive_calendars(store)
    assert counts() == [300, 300]
    assert _rows(store) == before
    asked(neo4j_server, FORGET)
    assert _rows(store) == before


@pytest.mark.parametrize("folder", SETS, ids=lambda one: one.name)
def test_rows_of_a_sample_are_the_same_with_a_gist_and_without(store, counts, folder):
    _load(store, folder)
    before = _rows(store)
    assert counts()[1] == 0
    derive_calendars(store)
    people, kept = counts()
    assert bool(kept) == bool(people)
    assert _rows(store) == before


@pytest.mark.parametrize("kind", DOUBTS)
def test_what_comes_later_is_seen_before_and_after_a_derivation(store, tmp_path, kind):
    _load(store, Family(tmp_path / "before").csv())
    derive_calendars(store)
    family = Family(tmp_path / "valley")
    for table, cells in DOUBTS[kind]:
        family.add(table, **cells)
    _load(store, family.csv())
    marked = _rows(store)
    derive_calendars(store)
    assert _rows(store) == marked
    assert kind in {row["doubt"] for row in marked["doubts", "2021-12-31"]}


def test_a_store_of_an_older_version_gets_it_when_it_derives(
    store, counts, neo4j_server, tmp_path
):
    _load(store, Family(tmp_path / "valley").csv())
    derive_calendars(store)
    asked(neo4j_server, FORGET)
    derive_calendars(store)
    people, kept = counts()
    assert kept == people > 0
