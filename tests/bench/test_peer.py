import pytest
from neo4j import GraphDatabase

from graph.store import IngestRun
from ingest import read
from tests.bench import peer
from tests.bench.generator import generate
from tests.bench.loading import against_the_bare_driver
from tests.bench.replay import work_out
from tests.bench.trial import Noting, Trial

RUN = IngestRun(id="bench")


@pytest.fixture
def driver(neo4j_server):
    login = (neo4j_server.user, neo4j_server.password)
    with GraphDatabase.driver(neo4j_server.uri, auth=login) as opened:
        yield opened


@pytest.fixture
def records(tmp_path):
    generate(tmp_path / "tables", 120)
    return read([tmp_path / "tables"]).records


@pytest.fixture
def loaded(store, records):
    """A store with a generated data set in it, and nothing else."""
    store.load(records, RUN)
    return store


def test_the_plain_peer_writes_the_graph_that_the_store_wrote(loaded, driver, tmp_path):
    before, fingerprint = peer.Census.of(driver), loaded.graph_hash()
    files = peer.keep(driver, tmp_path / "kept")
    assert peer.census_of(files) == before
    loaded.clear()
    assert peer.Census.of(driver).total == 0
    peer.write(driver, files)
    assert peer.Census.of(driver) == before
    assert loaded.graph_hash() == fingerprint


def test_the_replay_writes_the_graph_that_the_store_wrote(loaded, driver, records, tmp_path):
    before = peer.Census.of(driver)
    loaded.clear()
    files = work_out(driver, "here", records, RUN, tmp_path / "replay")
    assert peer.Census.of(driver).total == 0
    peer.write(driver, files)
    loaded.keep_stops()  # they are read from what is stored, and that was nothing yet
    assert peer.Census.of(driver) == before


def test_a_census_sees_a_property_that_is_missing(loaded, driver):
    before = peer.Census.of(driver)
    with driver.session() as session:
        session.run("MATCH (p:Person) WITH p LIMIT 1 REMOVE p.name").consume()
    assert peer.Census.of(driver) != before


def test_a_load_is_measured_beside_the_bare_driver(store, driver, neo4j_server, tmp_path):
    trial = Trial(neo4j_server, driver, Noting(driver, neo4j_server.uri), tmp_path, seed=1)
    figure = against_the_bare_driver(trial, 120, say=lambda _: None)
    assert 0 < figure.value < 2
