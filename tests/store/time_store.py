"""How fast the store loads and reads, beside the bare driver that does the same.

Run as `python -m tests.store.time_store [people]`; it starts a server of its own, unless
TEST_NEO4J_URI names an empty one (with TEST_NEO4J_PASSWORD).
"""

import os
import sys
import time
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor

from neo4j import GraphDatabase

from graph.server import temporary
from graph.store import IngestRun, Store
from tests.store.village import village

AT_ONCE = 5_000
SESSIONS = 2


class Bare:
    """Nodes and relationships as they are, for the driver to write them again."""

    def __init__(self, driver):
        self.driver = driver
        self.nodes = defaultdict(list)
        self.links = defaultdict(list)
        ours = {}
        for row in driver.execute_query(
            "MATCH (n) RETURN elementId(n) AS e, labels(n) AS l, properties(n) AS p"
        ).records:
            ours[row["e"]] = ([x for x in row["l"] if x.startswith("Kinthread")][0], row["p"]["id"])
            self.nodes[":".join(sorted(row["l"]))].append(row["p"])
        for row in driver.execute_query(
            "MATCH (a)-[r]->(b) RETURN elementId(a) AS a, type(r) AS t, properties(r) AS p, "
            "elementId(b) AS b"
        ).records:
            (a_label, a), (b_label, b) = ours[row["a"]], ours[row["b"]]
            self.links[a_label, row["t"], b_label].append({"a": a, "b": b, "p": row["p"]})

    def write(self):
        """Write all of it, nodes first, two sessions at once."""
        nodes = {
            f"UNWIND $rows AS row CREATE (n:{labels}) SET n = row": rows
            for labels, rows in self.nodes.items()
        }
        links = {
            f"UNWIND $rows AS row MATCH (a:{a} {{id: row.a}}) MATCH (b:{b} {{id: row.b}}) "
            f"CREATE (a)-[r:{kind}]->(b) SET r = row.p": rows
            for (a, kind, b), rows in self.links.items()
        }
        for queries in (nodes, links):
            jobs = [
                (text, rows[i : i + AT_ONCE])
                for text, rows in queries.items()
                for i in range(0, len(rows), AT_ONCE)
            ]
            with ThreadPoolExecutor(SESSIONS) as pool:
                list(pool.map(self._one, jobs))

    def _one(self, job):
        text, rows = job
        with self.driver.session() as session:
            session.execute_write(lambda tx: tx.run(text, rows=rows).consume())

    @property
    def size(self):
        return sum(map(len, self.nodes.values())) + sum(map(len, self.links.values()))


def measure(uri, user, password, people):
    """Print what loading takes, each way twice, in turns."""
    records = village(people)
    with (
        Store.over(uri, user, password) as store,
        GraphDatabase.driver(uri, auth=(user, password)) as driver,
    ):
        store.prepare()
        store.load(village(500, seed=9), IngestRun(id="warm"))
        store.clear()
        for turn in range(2):
            took = _timed(lambda turn=turn: store.load(records, IngestRun(id=f"run{turn}")))
            bare = Bare(driver)
            _around(store, people)
            store.clear()
            bare_took = _timed(bare.write)
            store.clear()
            print(
                f"{bare.size:,} nodes and relationships: store {bare.size / took:,.0f}/s, bare "
                f"{bare.size / bare_took:,.0f}/s, ratio {bare_took / took:.2f}"
            )


def _around(store, people):
    children = store.children()[-20:]
    store.around(children[0])
    took = sorted(_timed(lambda child=child: store.around(child)) for child in children)
    found = store.around(children[0])
    print(
        f"around one child of {people:,} people: median {took[len(took) // 2] * 1000:.1f} ms, "
        f"{len(found.people)} people, {sum(1 for _ in found.claims())} claims"
    )


def _timed(work):
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


if __name__ == "__main__":
    many = int(sys.argv[1]) if sys.argv[1:] else 10_000
    if uri := os.environ.get("TEST_NEO4J_URI"):
        measure(uri, "neo4j", os.environ.get("TEST_NEO4J_PASSWORD", ""), many)
    else:
        with temporary(os.environ.get("NEO4J_VERSION")) as server:
            measure(server.uri, server.user, server.password, many)
