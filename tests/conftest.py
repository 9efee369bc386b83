"""What several rooms of tests share: a Neo4j of their own, never a user's, and a browser."""

import os
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import settings
from neo4j import GraphDatabase
from playwright.sync_api import Browser

from graph.rule.left import RULE_VERSION
from graph.server import temporary
from graph.store import Store
from ingest import read
from ingest.into_store import known_in, load
from tests.browsing import chromium, launched

ON_A_SERVER = {"neo4j_server", "graph_home", "served"}
"""Fixtures that start the Neo4j of NEO4J_VERSION."""

SAMPLES = Path(__file__).parents[1] / "data_samples"
BOTH_SETS = (SAMPLES / "asa17-3798-2021", SAMPLES / "invented")

# No deadline: a busy machine is no mistake of the code, and speed is the bench's to show.
settings.register_profile("default", deadline=None)
settings.register_profile("ci", derandomize=True, deadline=None)
settings.load_profile("ci" if os.environ.get("CI") else "default")


def pytest_addoption(parser):
    parser.addoption(
        "--on-a-server",
        action="store_true",
        help="only the tests that run on NEO4J_VERSION: a second version changes no other",
    )


def pytest_collection_modifyitems(config, items):
    if not config.getoption("--on-a-server"):
        return
    kept = [item for item in items if ON_A_SERVER & set(item.fixturenames)]
    config.hook.pytest_deselected(items=[item for item in items if item not in set(kept)])
    items[:] = kept


@pytest.fixture(scope="session")
def neo4j_server():
    """Where a Neo4j is that may be filled and emptied; NEO4J_URI is never looked at.

    TEST_NEO4J_URI (with TEST_NEO4J_USER and TEST_NEO4J_PASSWORD) names another one, which must
    be empty: its contents would be lost.
    """
    if uri := os.environ.get("TEST_NEO4J_URI"):
        server = SimpleNamespace(
            uri=uri,
            user=os.environ.get("TEST_NEO4J_USER", "neo4j"),
            password=os.environ.get("TEST_NEO4J_PASSWORD", ""),
        )
        with Store.over(server.uri, server.user, server.password) as store:
            found = store.contents()
            if not found.empty or found.foreign:
                pytest.exit(f"TEST_NEO4J_URI: {uri} is not empty; tests would empty it", 2)
        yield server
        return
    with temporary(os.environ.get("NEO4J_VERSION")) as server:
        yield server


@pytest.fixture(scope="session")
def open_store(neo4j_server):
    """One driver for all tests: `store` empties what is behind it."""
    with Store.over(neo4j_server.uri, neo4j_server.user, neo4j_server.password) as store:
        yield store


@pytest.fixture
def store(open_store):
    """An empty store, ready for a load."""
    open_store.clear()
    open_store.prepare()
    return open_store


@pytest.fixture
def explained(neo4j_server):
    """Return the operators of a query's plan, without running it."""
    login = (neo4j_server.user, neo4j_server.password)
    with (
        GraphDatabase.driver(neo4j_server.uri, auth=login) as driver,
        driver.session() as session,
    ):
        yield lambda text, params: list(
            _operators(session.run(f"EXPLAIN {text}", params).consume().plan)
        )


def _operators(plan):
    yield plan["operatorType"].split("@")[0]
    for child in plan.get("children", []):
        yield from _operators(child)


@pytest.fixture(scope="session")
def kept():
    """Hashes of what was loaded: files of questions one after the other share it."""
    return set()


@pytest.fixture(scope="module")
def loaded(open_store, kept):
    """The store with both sets."""
    ready = open_store.graph_hash() in kept and not open_store.stale_children(RULE_VERSION)
    if not ready:
        open_store.clear()
        for folder in BOTH_SETS:
            load(open_store, read([folder], known=known_in(open_store)))
        kept.add(open_store.graph_hash())
    return open_store


@pytest.fixture(scope="session")
def net_log(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file in which the browser logs whatever it asks of the network."""
    return tmp_path_factory.mktemp("browser") / "net-log.json"


@pytest.fixture(scope="session")
def browser(net_log: Path) -> Iterator[Browser]:
    """A real Chromium; without one, a failure where CI is set and a loud skip otherwise."""
    if chromium() is None:
        words = "NO BROWSER: install chromium (Debian: apt-get install chromium)"
        if os.environ.get("CI"):
            pytest.fail(words)
        pytest.skip(words)
    with launched(f"--log-net-log={net_log}") as found:
        yield found
