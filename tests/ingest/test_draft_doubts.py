"""The doubts about rows that are not kept yet: loaded on trial, and gone again."""

import pytest

from graph.export.formats.import_claims import ImportRow
from ingest import read
from ingest.into_store import known_in, load
from ingest.written_rows import check, doubts, keep
from tests.ingest.valley import CLAIMS, Family
from tests.questions.test_doubts import DOUBTS
from tests.store.dump import dump

pytestmark = pytest.mark.neo4j


@pytest.fixture
def held(store, tmp_path, monkeypatch):
    monkeypatch.setenv("GRAPH_HOME", str(tmp_path / "home"))
    reading = read([Family(tmp_path / "valley").csv()], known=known_in(store))
    load(store, reading)
    return store


def died(when):
    row = {"id": "died", "type": "died", "subject": "dilnur", "when": when, "source": "letter"}
    return [ImportRow("events", "valley", row)]


def test_an_event_after_death_is_doubted_before_it_is_kept_and_nothing_is_written(
    held, neo4j_server
):
    before = dump(neo4j_server)
    [sentence] = doubts(held, check(held, died("2015")))
    assert sentence.startswith("An event after death: Dilnur (")
    assert dump(neo4j_server) == before


def draft(kind):
    """The rows of a case, each with a source where its table has one."""
    for number, (table, cells) in enumerate(DOUBTS[kind]):
        cited = {"source": "letter", "locator": f"L{number}"} if table in CLAIMS else {}
        yield ImportRow(table, "valley", cited | cells)


@pytest.mark.parametrize("kind", DOUBTS)
def test_a_trial_gives_the_doubts_that_the_load_gives(held, kind):
    rows = [*draft(kind)]
    [sentence] = before = doubts(held, check(held, rows))
    assert sentence.lower().startswith(f"{kind}: ")
    assert keep(held, rows).doubts == before
    more = [ImportRow("people", "valley", {"id": "x", "name": "X", "source": "letter"})]
    assert doubts(held, check(held, more)) == keep(held, more).doubts == ()


def test_what_can_be_so_is_not_doubted(held):
    assert doubts(held, check(held, died("2019"))) == ()


def test_there_is_no_trial_while_a_load_is_under_way(held):
    reading = check(held, died("2015"))
    run = {"state": "loading", "started": "2021-06-01"}
    held.database.write(("load/run", {"id": "big", "facts": run}))
    assert doubts(held, reading) == ()


def breaks_off(store):
    with store.on_trial() as trial:
        trial.retract("taken@letter:events-0", by="ana", why="wrong", on="2021-06-01")
        raise ZeroDivisionError


def test_the_store_is_as_before_where_a_trial_breaks_off(held, neo4j_server):
    before = dump(neo4j_server)
    with pytest.raises(ZeroDivisionError):
        breaks_off(held)
    assert dump(neo4j_server) == before
