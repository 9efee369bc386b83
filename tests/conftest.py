"""What several rooms of tests share: a Neo4j of their own, never a user's, and a browser."""

import gc
import os
import re
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from fcntl import LOCK_EX, flock
from math import ceil
from pathlib import Path
from tempfile import gettempdir
from types import SimpleNamespace

import pytest
from hypothesis import settings
from neo4j import GraphDatabase
from playwright.sync_api import Browser

from graph.rule.left import RULE_VERSION
from graph.server import conf, temporary
from graph.store import Store
from ingest import read
from ingest.into_store import known_in, load
from tests.browsing import chromium, launched

OF_A_VERSION = {"neo4j_server", "graph_home", "served"}
"""Fixtures that start the Neo4j of NEO4J_VERSION."""
OF_QUERIES = {"store", "ingest", "questions", "console", "export"}
"""Rooms of tests that run each query, load and start there is, on each version of Neo4j."""
STARTED = {"neo4j": {*OF_A_VERSION, "started", "home", "empty_home"}, "browser": {"browser"}}
"""What a test is marked with that uses one of these fixtures."""
PROGRAMS = {"neo4j": re.compile(r"/java$"), "browser": re.compile(r"/playwright/|/chromium")}
"""What is started for a mark: without it, starting one fails, so that no mark is forgotten."""

SAMPLES = Path(__file__).parents[1] / "data_samples"
BOTH_SETS = (SAMPLES / "asa17-3798-2021", SAMPLES / "invented")

# Each test empties the store and fills it. A server plans each query anew when counts have
# changed so, but not within this time: planning took seven of eight parts of a load.
conf.SIZED_FOR_A_LAPTOP["dbms.cypher.min_replan_interval"] = "1h"

# No deadline: a busy machine is no mistake of the code, and speed is the bench's to show.
settings.register_profile("default", deadline=None)
settings.register_profile("ci", derandomize=True, deadline=None)
settings.register_profile("quick", max_examples=5, deadline=None)
settings.load_profile("ci" if os.environ.get("CI") else "default")


RUN = os.getpid()
"""The process that began: the other lanes are its children."""
SHARED = Path(gettempdir()) / f"kinthread-tests-{RUN}"
"""What one lane makes for all of them; it is deleted at the end."""


@contextmanager
def shared(name):
    """Hold a lock that only one lane has at a time."""
    SHARED.mkdir(mode=0o700, exist_ok=True)
    with (SHARED / name).open("w") as lock:
        flock(lock, LOCK_EX)
        yield


CASES = 1
"""So many cases of one test run in `make quick`, spread over the table of its cases."""


def pytest_addoption(parser):
    parser.addoption(
        "--on-a-server",
        action="store_true",
        help="only what NEO4J_VERSION can change: on a server, and not in a browser",
    )
    parser.addoption(
        "--quick",
        action="store_true",
        help=f"only tests that start no server and no browser, up to {CASES} cases of each",
    )
    parser.addoption(
        "--lanes", type=int, default=1, help="so many processes, each with servers of its own"
    )


def pytest_configure(config):
    gc.disable()  # until the tests are collected: all that is made until then stays to the end
    if config.getoption("--quick"):
        settings.load_profile("quick")


def pytest_itemcollected(item):
    for mark, fixtures in STARTED.items():
        if fixtures & set(item.fixturenames):
            item.add_marker(mark)
    if os.environ.get("CI") and "browser" in marks(item):
        item.add_marker(pytest.mark.flaky(reruns=1))  # decision 0154


def marks(item):
    return STARTED.keys() & {mark.name for mark in item.iter_markers()}


def pytest_collection_modifyitems(config, items):
    kept = items
    if config.getoption("--quick"):
        kept = quick(items)
    if config.getoption("--on-a-server"):
        kept = [one for one in items if of_a_version(one)]
    config.hook.pytest_deselected(items=list(set(items) - set(kept)))
    items[:] = kept


def pytest_collection_finish():
    gc.freeze()
    gc.enable()


def quick(items):
    """Every test that starts nothing, with a few of its cases: `make test` runs them all."""
    tests = {}
    for one in items:
        if not marks(one):
            tests.setdefault(claim_of(one), []).append(one)
    return [one for cases in tests.values() for one in cases[:: ceil(len(cases) / CASES)]]


def claim_of(item):
    return item.nodeid.split("[")[0]


def of_a_version(item):
    """Return whether another Neo4j can change it: other rooms ask only what these ask."""
    alike = "browser" in marks(item) or item.get_closest_marker("any_version")
    return OF_A_VERSION & set(item.fixturenames) and not alike and room_of(item) in OF_QUERIES


def room_of(item):
    return item.path.relative_to(SAMPLES.parent / "tests").parts[0]


def pytest_runtestloop(session):
    """Run the tests in several lanes: each takes the next group when it is done with one."""
    lanes = session.config.getoption("--lanes")
    if lanes == 1 or session.config.option.collectonly or session.testsfailed:
        return None
    queues = [(groups, waiting(groups)) for groups in grouped(session.items)]
    others = session.config.stash[OTHER_LANES] = []
    while len(others) < lanes - 1:
        if child := os.fork():
            others.append(child)
        else:
            others.clear()
            queues[:2] = queues[1::-1]  # one begins with the app, and may need no other server
            capture = session.config.pluginmanager.getplugin("capturemanager")
            capture.stop_global_capturing()  # or the lanes would write into one file
            capture.start_global_capturing()
            capture.suspend_global_capture()
            break
    run(session, taken(queues))
    return True


def grouped(items):
    """Return the groups that use the app's server, what else is started, and nothing.

    What shares a server stays together, but in a browser. The largest groups come first.
    """
    groups = {}
    for item in items:
        together = marks(item) == {"neo4j"}
        groups.setdefault(room_of(item) if together else item.path, []).append(item)
    kinds = [], [], []
    for group in sorted(groups.values(), key=len, reverse=True):
        of_app = any("graph_home" in item.fixturenames for item in group)
        kinds[0 if of_app else 1 if any(map(marks, group)) else 2].append(group)
    return kinds


def waiting(groups):
    """Return a pipe with the numbers of groups, from which each lane takes the next."""
    queue, filled = os.pipe()
    os.write(filled, b"".join(number.to_bytes(2) for number in range(len(groups))))
    os.close(filled)
    return queue


def taken(queues):
    for groups, queue in queues:
        while number := os.read(queue, 2):
            yield from groups[int.from_bytes(number)]


def run(session, items):
    item = next(items, None)
    while item:
        following = next(items, None)
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
        if session.shouldfail:
            raise session.Failed(session.shouldfail)
        if session.shouldstop:
            raise session.Interrupted(session.shouldstop)
        item = following


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session):
    for child in session.config.stash.get(OTHER_LANES, []):
        _, status = os.waitpid(child, 0)
        session.exitstatus = session.exitstatus or os.waitstatus_to_exitcode(status)
    if os.getpid() == RUN:
        shutil.rmtree(SHARED, ignore_errors=True)


OTHER_LANES = pytest.StashKey[list[int]]()
NOW = {"allowed": STARTED.keys()}
"""What the test that runs may start; between tests, whatever the fixtures do."""


def refuse_what_is_not_marked(event, arguments):
    if event == "subprocess.Popen":
        program, words = str(arguments[0]), arguments[1]
        for mark, name in PROGRAMS.items():
            if name.search(program or str(words[0])) and mark not in NOW["allowed"]:
                raise AssertionError(f"{program} is started by a test without the mark {mark}")


sys.addaudithook(refuse_what_is_not_marked)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item):
    NOW["allowed"] = marks(item)
    try:
        return (yield)
    finally:
        NOW["allowed"] = STARTED.keys()


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
            _operators(
                session.run(f"CYPHER replan=force EXPLAIN {text}", params).consume().plan
            )
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
