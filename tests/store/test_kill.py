import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from graph.store import IngestRun, write
from tests.builders import event, family, reading
from tests.store.dump import asked, dump
from tests.store.village import village

CHECKOUT = Path(__file__).parents[2]
PEOPLE = 150
SMALL = 30
KILLS = 5


@pytest.fixture(autouse=True)
def small_batches(monkeypatch):
    """Many transactions, so that a kill falls between two of them."""
    for name in ("AT_ONCE", "EVENTS_AT_ONCE", "LINKS_AT_ONCE"):
        monkeypatch.setattr(write, name, SMALL)


def killed(server, run, batches):
    """Load in another process, and kill it a moment after so many batches were handed over."""
    arguments = [server.uri, server.user, server.password, str(PEOPLE), run, str(SMALL)]
    with subprocess.Popen(
        [sys.executable, "-m", "tests.store.load_village", *arguments],
        stdout=subprocess.PIPE,
        cwd=CHECKOUT,
    ) as process:
        for _ in range(batches):
            process.stdout.readline()
        time.sleep(random.uniform(0, 0.05))  # noqa: S311
        process.kill()


def test_a_load_that_is_killed_at_any_moment_and_run_again_ends_the_same(store, neo4j_server):
    records, told = village(PEOPLE), []
    store.load(
        records, IngestRun(id="undisturbed"), on_progress=lambda *said: told.append(said)
    )
    undisturbed, its_hash = dump(neo4j_server), store.graph_hash()
    in_the_middle = 0
    for kill in range(KILLS):  # at a random moment of each fifth, so that none is left out
        store.clear()
        moment = (kill + random.random()) / KILLS  # noqa: S311
        killed(neo4j_server, f"killed{kill}", 1 + int(moment * len(told)))
        half = dump(neo4j_server)
        in_the_middle += 0 < half.total() < undisturbed.total()
        assert_nothing_without_evidence(neo4j_server)
        store.load(records, IngestRun(id=f"again{kill}"))
        assert store.graph_hash() == its_hash
        assert dump(neo4j_server) == undisturbed
    assert in_the_middle, "no kill fell into the middle of a load: nothing was tested"


def test_a_broken_off_run_is_mended_by_a_load_of_something_else(
    store, neo4j_server, monkeypatch
):
    records = village(100)
    store.load(records, IngestRun(id="undisturbed"))
    undisturbed = dump(neo4j_server)
    store.clear()

    def torn(*_):
        raise KeyboardInterrupt

    with monkeypatch.context() as broken:
        broken.setattr(write, "_write_order", torn)
        with pytest.raises(KeyboardInterrupt):
            store.load(records, IngestRun(id="broken"))
    assert store.contents().unfinished == ("broken",)
    assert dump(neo4j_server) != undisturbed
    report = store.load(village(1, seed=7), IngestRun(id="other"))
    assert report.mended_runs == ("broken",)
    assert store.contents().unfinished == ()
    both = dump(neo4j_server)
    store.clear()
    store.load(records, IngestRun(id="one"))
    store.load(village(1, seed=7), IngestRun(id="two"))
    assert both == dump(neo4j_server)


def assert_nothing_without_evidence(server):
    """See that whatever half a load has left rests on claims."""
    text = """
    MATCH (n) WHERE (n:Person AND NOT EXISTS { (n)<-[:ABOUT]-(:PersonClaim) })
       OR (n:Event AND NOT EXISTS { (n)<-[:SUPPORTS|DISPUTES]-() })
    RETURN n.id AS id LIMIT 3"""
    assert asked(server, text) == []
    text = """
    MATCH ()-[r:PARENT_OF|SPOUSE_OF|TOOK_PART]->() UNWIND r.claims AS claim
    WITH claim WHERE NOT EXISTS { MATCH (:Claim {id: claim}) }
    RETURN claim LIMIT 3"""
    assert asked(server, text) == []


STAGES = "_write_people _write_ties _write_events _write_order _write_groups _write_readings"


@pytest.mark.parametrize("stage", STAGES.split())
def test_a_load_that_ends_before_any_of_its_stages_is_whole_after_the_next(
    store, neo4j_server, monkeypatch, stage
):
    camp = event("taken_to_camp", "granny", "2017", id_="camp", basis="interpreted")
    call = event("called", "aunt", "2016", id_="call", before=("camp",))
    records = family(camp, call, reading("camp"))
    store.load(records, IngestRun(id="undisturbed"))
    undisturbed = dump(neo4j_server)
    store.clear()

    def torn(*_):
        raise KeyboardInterrupt

    with monkeypatch.context() as broken:
        broken.setattr(write, stage, torn)
        with pytest.raises(KeyboardInterrupt):
            store.load(records, IngestRun(id="broken"))
    assert dump(neo4j_server) != undisturbed
    store.load(records, IngestRun(id="again"))
    assert dump(neo4j_server) == undisturbed
