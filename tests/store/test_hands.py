"""However many processes work calendars out, and whatever befalls them: the same calendars."""

import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from multiprocessing import active_children
from pathlib import Path

import pytest

from graph.rule.calendar import calendar
from graph.rule.left import RULE_VERSION
from graph.rule.network import network
from graph.store import IngestRun, around, deriving, hands
from graph.store.database import Database
from graph.store.deriving import NotDerived, derive_calendars
from graph.store.hands import ALONE, FEW, Hands, processes
from graph.store.walk import Walk
from tests.builders import event, family, person, tie
from tests.server.test_lifecycle import lives
from tests.store.dump import asked
from tests.store.village import village

pytestmark = pytest.mark.any_version
RUN = IngestRun(id="run", started="2026-01-01")
PEOPLE = 120
CALL = event("called", "aunt", "2017-03-01", id_="call", to="mother")
RING = (
    *(person("child2", sought=True), person("elder", sought=True)),
    *(tie("child2", "parent_of", "elder"), tie("elder", "parent_of", "child2")),
)
KEPT = """MATCH (p)-[a:HAS_ANSWER]->(k:Course)-[t:TOWARDS]->(c)
RETURN p.id AS p, k.id AS k, c.id AS c, t.nth AS t, a.nth AS a ORDER BY p, k, c, t, a"""


@pytest.fixture(autouse=True)
def small_parts(monkeypatch):
    """Many families under way one after the other, and many writings."""
    monkeypatch.setattr(hands, "CHILDREN_TOGETHER", 3)
    monkeypatch.setattr(hands, "CHILDREN_UNDER_WAY", 9)
    monkeypatch.setattr(deriving, "BATCH", 5)


@pytest.fixture
def filled(store, neo4j_server):
    """A store with children, and what is derived for them by this process alone."""
    store.load(village(PEOPLE), RUN)
    derive_calendars(store)
    expected = store.calendars(store.children()), asked(neo4j_server, KEPT)
    assert sum(len(one.stays) for one in expected[0].values()) > PEOPLE
    make_due(neo4j_server)
    return expected


def make_due(server):
    asked(server, "MATCH (k:Calendar) SET k.rule = 'older'")
    asked(server, "MATCH (k:Course) DETACH DELETE k")


def now(store, server):
    return store.calendars(store.children()), asked(server, KEPT)


def refused():
    raise AssertionError("an executor was opened for few children")


def ended():
    """An executor that takes no work any more."""
    executor = ThreadPoolExecutor(1)
    executor.shutdown()
    return executor


@pytest.mark.parametrize("count", [1, 2, 5])
def test_so_many_processes_leave_the_store_as_one_does(store, neo4j_server, filled, count):
    said, seen = [], []
    derived = derive_calendars(
        store, lambda *progress: seen.append(progress), hands=processes(count, said.append, 0)
    )
    total = len(filled[0])
    assert derived == total
    assert seen == [("deriving calendars", n, total) for n in range(1, total + 1)]
    assert now(store, neo4j_server) == filled
    assert said == []
    assert [*store.stale_children(RULE_VERSION)] == []


def test_what_is_read_and_what_is_saved_take_turns(store, neo4j_server, filled, monkeypatch):
    under_way, most = [], []

    def counting(run):
        def counted(self, *work):
            under_way.append(work)
            most.append(len(under_way))
            try:
                return run(self, *work)
            finally:
                under_way.pop()

        return counted

    monkeypatch.setattr(around, "CHILDREN_AT_ONCE", 5)
    monkeypatch.setattr(Database, "reading", counting(Database.reading))
    monkeypatch.setattr(Database, "writing", counting(Database.writing))
    derive_calendars(store)
    monkeypatch.undo()
    assert max(most) == 1
    assert now(store, neo4j_server) == filled


@pytest.mark.usefixtures("filled")
def test_the_next_children_are_read_while_some_are_worked_out(store, monkeypatch):
    walks, begun = [], []

    class Noted(Walk):
        def around(self, *args):
            walks.append(args)
            return super().around(*args)

    def wait_for_the_next(_doing, done, _of):
        until = time.monotonic() + 10
        while done == 1 and len(walks) < 2 and time.monotonic() < until:
            time.sleep(0.01)
        begun.append(len(walks))

    monkeypatch.setattr(around, "CHILDREN_AT_ONCE", 5)
    monkeypatch.setattr(around, "Walk", Noted)
    derive_calendars(store, wait_for_the_next)
    assert begun[0] == 2


def test_few_children_start_no_process(store, neo4j_server, filled):
    derive_calendars(store, hands=Hands(opened=refused, few=FEW))
    assert now(store, neo4j_server) == filled


def test_a_process_that_is_killed_is_said_and_its_work_is_done_here(
    store, neo4j_server, filled
):
    said, killed = [], []

    def kill(*_progress):
        if not killed:
            killed.extend(one.pid for one in active_children())
            os.kill(killed[0], signal.SIGKILL)

    derive_calendars(store, kill, hands=processes(2, said.append, 0))
    assert len(killed) == 2
    [sentence] = said
    assert "worked out in this one" in sentence
    assert now(store, neo4j_server) == filled


def test_work_that_an_executor_refuses_is_said_once_and_done_here(store, neo4j_server, filled):
    said = []
    derive_calendars(store, hands=Hands(opened=ended, say=said.append))
    [sentence] = said
    assert "after shutdown" in sentence
    assert now(store, neo4j_server) == filled


@pytest.mark.parametrize("made", [ALONE, processes(2, print, 0)])
def test_a_child_whose_records_contradict_each_other_fails_alone(store, made):
    ring = family(CALL, *RING)
    store.load(ring, RUN)
    with pytest.raises(NotDerived, match="their own ancestor"):
        derive_calendars(store, hands=made)
    assert set(store.calendars(["child", "child2", "elder"])) == {"child"}
    assert set(store.stale_children(RULE_VERSION)) == {"child2", "elder"}


def test_work_that_is_broken_off_stays_due_and_no_process_is_left(store, neo4j_server, filled):
    def broken(_doing, done, _total):
        if done == 12:
            raise KeyboardInterrupt

    before = set(active_children())
    with pytest.raises(KeyboardInterrupt):
        derive_calendars(store, broken, hands=processes(2, print, 0))
    assert set(active_children()) <= before
    assert len(store.stale_children(RULE_VERSION)) == len(filled[0]) - 10
    derive_calendars(store, hands=processes(2, print, 0))
    assert now(store, neo4j_server) == filled


def test_a_killed_derive_takes_its_processes_with_it_and_the_rest_stays_due(
    store, neo4j_server, filled
):
    where = (neo4j_server.uri, neo4j_server.user, neo4j_server.password)
    with subprocess.Popen(
        [sys.executable, "-m", "tests.store.derive_slowly", *where],
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parents[2],
    ) as process:
        pids = [int(pid) for pid in process.stdout.readline().split()]
        process.kill()
    assert pids
    ends = time.monotonic() + 20
    while (left := [pid for pid in pids if lives(pid)]) and time.monotonic() < ends:
        time.sleep(0.05)
    assert left == []
    assert store.stale_children(RULE_VERSION)
    derive_calendars(store)
    assert now(store, neo4j_server) == filled


def test_no_more_is_read_ahead_than_may_be_under_way():
    """Of a store without end, only so much is held."""
    taken = 0

    def around():
        nonlocal taken
        for seed in range(30):
            records = village(20, seed)
            for one in records.people[-4:]:
                taken += 1
                yield one.about, records

    many = Hands(opened=lambda: ThreadPoolExecutor(3))
    ahead, found = [], []
    with closing(many.calendars(around(), 120, refused)) as calendars:
        for one in calendars:
            found.append(one)
            ahead.append(taken - len(found))
    assert max(ahead) <= hands.CHILDREN_UNDER_WAY + hands.CHILDREN_TOGETHER
    alone = [calendar(network(records, child)) for child, records in around()]
    assert sorted(found, key=lambda one: one.child) == sorted(alone, key=lambda o: o.child)
