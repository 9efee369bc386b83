"""A change of what counts is whole or not there, at whatever moment the process is killed."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from graph.errors import ClaimReplaced, UnknownClaim
from graph.record.model import Records
from graph.store import IngestRun
from tests.store.dump import dump
from tests.store.killed_at_a_query import ACTS, CALL, LATER, RECORDS, WHO

CHECKOUT = Path(__file__).parents[2]
KILLS = 6
NEVER = 0


def loaded(store):
    """Empty the store, and load a family and a correction of the call."""
    store.clear()
    store.load(RECORDS, IngestRun(id="run"))
    store.load(Records(events=(LATER,)), IngestRun(id="correction"))


@pytest.fixture
def corrected(store):
    loaded(store)
    return store


def standing(store):
    return {one.id: one.active for one in store.claims_about([CALL.about]).events}


def queries(server, act, last=NEVER):
    """Change something in another process, killed at a query; return how many there were."""
    done = subprocess.run(
        [
            *(sys.executable, "-m", "tests.store.killed_at_a_query"),
            *(server.uri, server.user, server.password, act, str(last)),
        ],
        stdout=subprocess.PIPE,
        cwd=CHECKOUT,
        text=True,
        check=last == NEVER,
    )
    return len(done.stdout.split())


@pytest.mark.parametrize("act", ACTS)
def test_a_change_that_is_killed_at_any_query_has_not_begun(corrected, neo4j_server, act):
    before = dump(neo4j_server)
    many = queries(neo4j_server, act)
    undisturbed = dump(neo4j_server)
    assert undisturbed != before
    loaded(corrected)
    for kill in range(KILLS):
        assert queries(neo4j_server, act, last=many - kill * many // KILLS) > 0
        assert dump(neo4j_server) == before
    ACTS[act](corrected)
    assert dump(neo4j_server) == undisturbed


def test_an_undone_correction_is_the_store_of_before_it(store, corrected):
    assert standing(store) == {CALL.id: False, LATER.id: True}
    store.exchange(LATER.id, CALL.id, **WHO)
    assert standing(store) == {CALL.id: True, LATER.id: False}
    assert store.exchange(LATER.id, CALL.id, **WHO) is None
    store.exchange(CALL.id, LATER.id, **WHO)
    assert standing(store) == {CALL.id: False, LATER.id: True}


def test_an_exchange_of_which_one_half_cannot_be_leaves_the_other_undone(store, corrected):
    third = replace(LATER, id="call@testimony+3", supersedes=LATER.id)
    store.load(Records(events=(third,)), IngestRun(id="third"))
    hashed = store.graph_hash()
    with pytest.raises(ClaimReplaced, match=r"replaced by call@testimony\+3"):
        store.exchange("aunt@testimony", CALL.id, **WHO)
    with pytest.raises(UnknownClaim, match="'none@testimony'"):
        store.exchange("aunt@testimony", "none@testimony", **WHO)
    assert store.graph_hash() == hashed
