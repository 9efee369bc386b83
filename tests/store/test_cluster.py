"""A Dask cluster on loopback, also one that loses a worker, gives the same calendars."""

import json
import subprocess
import sys
import time
from contextlib import ExitStack, contextmanager
from importlib.util import find_spec
from pathlib import Path

import pytest

from graph.store import IngestRun, cluster, deriving, hands
from graph.store.deriving import derive_calendars
from tests.store.dump import asked
from tests.store.test_hands import KEPT, make_due
from tests.store.village import village

RUN = IngestRun(id="run", started="2026-01-01")
CHECKOUT = Path(__file__).parents[2]
NOWHERE = "tcp://127.0.0.1:1"
WORKERS = 2
PEOPLE = 120
SECONDS = 60
needs_dask = pytest.mark.skipif(
    find_spec("distributed") is None,
    reason="distributed is not installed: `requirements-cluster.in` says how",
)


@contextmanager
def started(*words):
    """A program of Dask's, that is gone afterwards."""
    command = [sys.executable, "-m", *map(str, words)]
    with subprocess.Popen(
        command, cwd=CHECKOUT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        try:
            yield process
        finally:
            process.kill()


@pytest.fixture
def dask(tmp_path):
    """The address of a scheduler, and its two workers."""
    file = tmp_path / "scheduler.json"
    quiet = ("--no-dashboard", "--host", "127.0.0.1")
    with ExitStack() as stay:
        where = ("--port", 0, "--scheduler-file", file)
        stay.enter_context(started("distributed.cli.dask_scheduler", *where, *quiet))
        until(file.exists)
        address = json.loads(file.read_text("utf-8"))["address"]
        alone = ("--no-nanny", "--nthreads", 1, "--local-directory", tmp_path)
        worker = ("distributed.cli.dask_worker", address, *quiet, *alone)
        yield address, [stay.enter_context(started(*worker)) for _ in range(WORKERS)]


def until(true):
    ends = time.monotonic() + SECONDS
    while not true():
        assert time.monotonic() < ends
        time.sleep(0.05)


@needs_dask
@pytest.mark.parametrize("killed", range(WORKERS + 1))
def test_so_many_workers_are_killed_in_the_middle_and_the_calendars_are_the_same(
    store, neo4j_server, dask, monkeypatch, killed
):
    from distributed import Client  # noqa: PLC0415 - an extra

    monkeypatch.setattr(hands, "CHILDREN_TOGETHER", 3)
    monkeypatch.setattr(hands, "CHILDREN_UNDER_WAY", 9)
    monkeypatch.setattr(hands, "LOOK_SECONDS", 1)
    monkeypatch.setattr(deriving, "BATCH", 5)
    store.load(village(PEOPLE), RUN)
    derive_calendars(store)
    expected = store.calendars(store.children()), asked(neo4j_server, KEPT)
    make_due(neo4j_server)
    address, workers = dask
    with Client(address, set_as_default=False) as client:
        client.wait_for_workers(WORKERS, timeout=SECONDS)
    said, seen = [], []

    def kill(_doing, done, _total):
        seen.append(done)
        if done == 5:
            for one in workers[:killed]:
                one.kill()
                one.wait()

    with cluster.cluster(address, said.append) as many:
        derive_calendars(store, kill, hands=many)
    assert (store.calendars(store.children()), asked(neo4j_server, KEPT)) == expected
    assert seen == list(range(1, len(expected[0]) + 1))
    assert len(said) == (killed == WORKERS)


@needs_dask
def test_a_scheduler_that_does_not_answer_is_said_in_a_sentence(monkeypatch):
    monkeypatch.setattr(cluster, "ANSWER_SECONDS", 1)
    with (
        pytest.raises(cluster.ClusterUnavailable, match=NOWHERE),
        cluster.cluster(NOWHERE, print),
    ):
        pass


@pytest.mark.skipif(find_spec("distributed") is not None, reason="distributed is installed")
def test_without_the_package_a_sentence_says_how_to_get_it():
    with (
        pytest.raises(cluster.ClusterUnavailable, match="requirements-cluster"),
        cluster.cluster(NOWHERE, print),
    ):
        pass


@pytest.mark.parametrize(
    ("address", "clear"),
    [
        ("tcp://127.0.0.1:8786", False),
        ("127.0.0.1:8786", False),
        ("localhost:8786", False),
        ("tcp://[::1]:8786", False),
        ("tls://cluster.example:8786", False),
        ("tcp://cluster.example:8786", True),
        ("10.0.0.7:8786", True),
        ("ws://10.0.0.7:8786", True),
    ],
)
def test_an_address_in_clear_is_one_that_others_can_listen_to(address, clear):
    assert cluster.in_clear(address) is clear
