from collections import Counter
from datetime import date

import pytest

from graph.errors import StoreRefused
from graph.rule.calendar import calendar
from graph.rule.network import network
from graph.store import IngestRun
from tests.builders import event, family
from tests.store.dump import asked, driver, dump

RUN = IngestRun(id="run")
OTHERS = """
CREATE (aunt:Person {id: 'aunt', name: 'Another'}), (:Customer {id: 1})-[:KNOWS]->(aunt),
       (aunt)-[:PARENT_OF {id: 'x'}]->(:Person {id: 'aunt'}), (:Claim {id: 'aunt@testimony'}),
       (:Event {id: 'mother-left'})<-[:TOOK_PART]-(aunt), (:Source {id: 'testimony'}),
       (:Movie {title: 'It'}), ()"""


@pytest.fixture
def shared(neo4j_server, open_store):
    """A database with nodes of others, some under the labels and ids that we use too."""
    open_store.clear()
    with driver(neo4j_server) as bare:
        bare.execute_query(OTHERS)
        yield open_store
        bare.execute_query("MATCH (n) DETACH DELETE n")


def test_a_database_with_nodes_of_others_is_refused(shared):
    with pytest.raises(StoreRefused, match=r"8 nodes.*Customer.*--into-shared"):
        shared.prepare()


def test_nodes_of_others_with_our_labels_alone_are_seen_too(store, neo4j_server):
    asked(neo4j_server, "CREATE (:Person {name: 'Keanu'})")
    try:
        with pytest.raises(StoreRefused, match="1 nodes"):
            store.prepare()
    finally:
        asked(neo4j_server, "MATCH (n:Person {name: 'Keanu'}) DELETE n")


def test_loading_beside_others_and_clearing_leaves_theirs_as_it_was(shared, neo4j_server):
    before = dump(neo4j_server)
    records = family(event("called", "aunt", "2017", to="mother"))
    shared.prepare(into_shared=True)
    shared.load(records, RUN)
    shared.stale_children("1")
    shared.save_calendars([calendar(network(shared.around("child"), "child"))])
    shared.load(records, IngestRun(id="again"))
    shared.retract("aunt@testimony", by="ana", why="", on="")
    assert before <= dump(neo4j_server)
    assert dump(neo4j_server).total() > before.total()
    assert shared.board(date(2018, 1, 1))
    shared.clear()
    assert dump(neo4j_server) == before


def test_what_is_loaded_beside_others_is_what_is_loaded_alone(shared, neo4j_server):
    others = dump(neo4j_server)
    shared.prepare(into_shared=True)
    shared.load(family(), RUN)
    beside, its_hash = dump(neo4j_server) - others, shared.graph_hash()
    asked(neo4j_server, "MATCH (n) DETACH DELETE n")
    shared.prepare()
    shared.load(family(), RUN)
    assert Counter(dump(neo4j_server)) == beside
    assert shared.graph_hash() == its_hash


def test_contents_count_ours_and_say_how_many_are_not(shared):
    shared.prepare(into_shared=True)
    shared.load(family(), RUN)
    found = shared.contents()
    assert (found.counts["Person"], found.foreign, found.datasets) == (
        7,
        8,
        (("set", "A set"),),
    )
    assert "Movie" in found.foreign_labels
    assert "7 people, groups and organisations" in found.in_words()


def test_an_empty_store_says_so(store):
    assert store.contents().empty
    assert store.contents().in_words() == "The store is empty."
