"""A cluster: reads go to readers, writes to whoever leads, and a member may go away."""

import time
from threading import Thread

import pytest

from graph.errors import StoreUnavailable
from graph.store import Store
from ingest import read
from ingest.into_store import known_in, load
from tests.conftest import SAMPLES
from tests.store.stand_in import cluster

FOLDER = SAMPLES / "invented_elsewhere"
WRITERS = ("WRITE", "WRITE", "READ", "READ")
LOST = ("The right to write was lost", "does not answer")
"""Why a load ends; the second where another member was not reached within five seconds."""


def loaded(store):
    load(store, read([FOLDER], known=known_in(store)))


@pytest.fixture
def wanted(store):
    """Return the hash of a load by the server's own address; the store is empty again."""
    loaded(store)
    made = store.graph_hash()
    store.clear()
    store.prepare()
    return made


@pytest.fixture
def over(neo4j_server):
    """Return what opens a store by another address of the same server."""
    return lambda uri: Store.over(uri, neo4j_server.user, neo4j_server.password)


def test_one_server_is_loaded_by_an_address_with_routing(neo4j_server, over, wanted):
    with over(neo4j_server.uri.replace("bolt://", "neo4j://")) as store:
        loaded(store)
        assert store.graph_hash() == wanted


@pytest.mark.any_version
def test_reads_go_to_readers_and_writes_to_who_leads(neo4j_server, over, wanted):
    with cluster(neo4j_server.uri, *WRITERS) as members, over(members.uri) as store:
        loaded(store)
        assert store.graph_hash() == wanted, "a reader has what was just written"
        leads, follows = members.of("WRITE")
        assert set(leads.begun) == {"w"}
        assert not follows.begun
        assert all(set(one.begun) == {"r"} for one in members.of("READ"))


@pytest.mark.any_version
@pytest.mark.parametrize("role", ["WRITE", "READ"])
def test_a_cluster_is_not_lost_with_the_member_that_the_address_names(
    role, neo4j_server, over, wanted
):
    roles = (role, *WRITERS)
    with cluster(neo4j_server.uri, *roles) as members, over(members.uri) as store:
        members.lose(members.members[0])
        loaded(store)
        assert store.graph_hash() == wanted


@pytest.mark.any_version
@pytest.mark.parametrize("part", [0, 2])
def test_a_load_holds_or_says_so_when_who_leads_goes_away(part, neo4j_server, over, wanted):
    with cluster(neo4j_server.uri, *WRITERS) as members, over(members.uri) as store:
        loaded(store)
        leads = members.of("WRITE")[0]
        many = len(leads.begun)
        store.clear()
        store.prepare()
        lost = len(leads.begun) + 1 + part * many // 4
        watching = Thread(target=_lose, args=(members, leads, lost), daemon=True)
        watching.start()
        if said := not_loaded(store):
            assert any(words in said for words in LOST)
            loaded(store)
        watching.join()
        assert members.of("WRITE")[1].begun, "another one leads"
        assert store.graph_hash() == wanted


def not_loaded(store):
    """Return why a load was not ended; nothing where it was."""
    try:
        loaded(store)
    except StoreUnavailable as error:
        return str(error)
    return ""


def _lose(members, member, begun):
    """Let a member go away as soon as so many transactions have begun there."""
    ends = time.monotonic() + 120
    while len(member.begun) < begun and time.monotonic() < ends:
        time.sleep(0.001)
    members.lose(member)
