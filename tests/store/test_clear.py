"""A clear is whole, or is ended by whatever comes next."""

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from graph.store import IngestRun, contents
from graph.store.condition import EMPTYING, condition
from tests.store.dump import asked, dump
from tests.store.village import village

CHECKOUT = Path(__file__).parents[2]
PEOPLE = 60
RUN = IngestRun(id="run", started="2026-01-01")
STAGES = ("begun", "clear/claims", "clear/links", "clear/things")


def killed(server, stage):
    """Clear in another process, and kill it a moment after it came to a stage."""
    arguments = [server.uri, server.user, server.password, "20"]
    with subprocess.Popen(
        [sys.executable, "-m", "tests.store.clear_store", *arguments],
        stdout=subprocess.PIPE,
        cwd=CHECKOUT,
        text=True,
    ) as process:
        while process.stdout.readline().strip() != stage:
            pass
        time.sleep(random.uniform(0, 0.1))  # noqa: S311
        process.kill()


def test_a_clear_that_is_killed_at_any_stage_is_ended_before_the_next_load(store, neo4j_server):
    records, in_the_middle = village(PEOPLE), 0
    store.load(records, RUN)
    whole, its_hash = dump(neo4j_server), store.graph_hash()
    for stage in STAGES:
        killed(neo4j_server, stage)
        in_the_middle += 0 < dump(neo4j_server).total() < whole.total()
        store.load(records, IngestRun(id=f"after {stage}", started="2026-01-02"))
        assert store.graph_hash() == its_hash
        assert dump(neo4j_server) == whole
        assert condition(store).sentences() == []
    assert in_the_middle, "no kill fell into the middle of a clear: nothing was tested"


@pytest.mark.parametrize("stage", ["_emptied", "clear/links", "clear/things"])
def test_a_clear_that_was_broken_off_is_said_and_ended(store, monkeypatch, stage):
    store.load(village(20), RUN)

    def torn(database, name, step=contents._emptied):  # noqa: SLF001
        if stage in ("_emptied", name):
            raise KeyboardInterrupt
        return step(database, name)

    with monkeypatch.context() as broken:
        broken.setattr(contents, "_emptied", torn)
        with pytest.raises(KeyboardInterrupt):
            store.clear()
    assert condition(store).sentences() == [EMPTYING]
    assert store.finish_clear()
    assert store.contents().empty
    assert condition(store).sentences() == []
    assert not store.finish_clear()


def test_what_a_clear_of_an_older_version_left_is_cleared_before_it_is_doubled(
    store, neo4j_server
):
    """It took the claims first and left no mark; then a load wrote every tie a second time."""
    records = village(20)
    store.load(records, RUN)
    whole = dump(neo4j_server)
    asked(neo4j_server, "MATCH (c:KinthreadClaim) DETACH DELETE c")
    store.load(records, IngestRun(id="again"))
    assert dump(neo4j_server) == whole


def test_no_step_of_a_clear_takes_more_than_it_may_with_it(store, monkeypatch):
    """Not by the number of people: each may have thousands of links."""
    store.load(village(60), RUN)
    monkeypatch.setattr(contents, "CLEARED_AT_ONCE", 50)
    taken = []

    def counted(name, **params):
        rows = ask(name, **params)
        if name.startswith("clear/") and rows:
            taken.append(rows[0]["removed"])
        return rows

    database, writing = store._database, type(store._database).writing  # noqa: SLF001
    ask = None

    def watched(self, work, *named):
        def over(given):
            nonlocal ask
            ask = given
            return work(counted)

        return writing(self, over, *named)

    monkeypatch.setattr(type(database), "writing", watched)
    store.clear()
    assert max(taken) <= 50
    assert sum(taken) > 500
