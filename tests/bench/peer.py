"""The bare driver, writing what the store wrote: the same graph, without a check or a thought.

It does so in two ways, and the faster one is what the store is measured against:

`plain`: everything that stands in the database after the store's load is read back, node by
node with labels and properties, and relationship by relationship with type and properties, kept
in files, taken out, and written again by UNWIND, CREATE and SET, a kind at a time.
`replay`: the statements and rows of the store itself, worked out and kept before (`replay.py`).

A `Census` after each shows that the graph is the very one that the store had written.
"""

import pickle
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import islice
from pathlib import Path
from time import perf_counter
from typing import Any

from neo4j import Driver, ManagedTransaction

ROWS = 5_000
"""In a batch: the fastest size on this server, as is the number of sessions."""
SESSIONS = 2
AT_ONCE = 20
"""Batches that are read from the files while the clock stands still."""

Batch = list[tuple[str, dict[str, Any]]]
"""Queries with their parameters: one transaction."""

_NODES = "MATCH (n) RETURN labels(n) AS labels, properties(n) AS facts"
_RELATIONSHIPS = """
MATCH (a)-[r]->(b)
RETURN labels(a) AS from_labels, a.id AS from, type(r) AS type, properties(r) AS facts,
       labels(b) AS to_labels, b.id AS to
"""


@dataclass(slots=True)
class Census:
    """How many nodes and relationships there are of each kind, and a digest of their content.

    The digest is a sum, so that the order in which the server gives them does not matter.
    """

    kinds: Counter[str] = field(default_factory=Counter)
    digest: int = 0

    @classmethod
    def of(cls, driver: Driver) -> "Census":
        found = cls()
        for rows in (_node_rows(driver), _relationship_rows(driver)):
            for query, row in rows:
                found.count(query, row)
        return found

    def count(self, query: str, row: dict[str, Any]) -> None:
        """Add what this row of this query writes."""
        self.kinds[query] += 1
        facts = row.get("facts", row)
        said = (query, row.get("from"), row.get("to"), sorted(facts.items()))
        self.digest += int.from_bytes(sha256(repr(said).encode()).digest())

    @property
    def total(self) -> int:
        return self.kinds.total()


def keep(driver: Driver, folder: Path) -> list[Path]:
    """Read the whole graph into files, each of batches as they are to be written."""
    folder.mkdir(parents=True, exist_ok=True)
    return [
        kept(_in_batches(_node_rows(driver)), folder / "nodes"),
        kept(_in_batches(_relationship_rows(driver)), folder / "relationships"),
    ]


def census_of(files: Iterable[Path]) -> Census:
    """Count what stands in files that were kept."""
    found = Census()
    for file in files:
        for batch in _read(file):
            for query, params in batch:
                for row in params["rows"]:
                    found.count(query, row)
    return found


def write(driver: Driver, files: Iterable[Path]) -> float:
    """Write what was kept, one file after the other; return the seconds that writing took."""
    seconds = 0.0
    for file in files:
        batches = _read(file)
        while part := list(islice(batches, AT_ONCE)):
            begun = perf_counter()
            with ThreadPoolExecutor(SESSIONS) as pool:
                list(pool.map(lambda batch: _write(driver, batch), part))
            seconds += perf_counter() - begun
    return seconds


def _write(driver: Driver, batch: Batch) -> None:
    def run(tx: ManagedTransaction) -> None:
        for query, params in batch:
            tx.run(query, params).consume()

    with driver.session() as session:
        session.execute_write(run)


def _node_rows(driver: Driver) -> Iterator[tuple[str, dict[str, Any]]]:
    with driver.session(fetch_size=ROWS) as session:
        for row in session.run(_NODES):
            labels = ":".join(sorted(row["labels"]))  # our own labels: no quoting needed
            yield f"UNWIND $rows AS row CREATE (n:{labels}) SET n = row", row["facts"]


def _relationship_rows(driver: Driver) -> Iterator[tuple[str, dict[str, Any]]]:
    with driver.session(fetch_size=ROWS) as session:
        for row in session.run(_RELATIONSHIPS):
            query = (
                "UNWIND $rows AS row "
                f"MATCH (a:{_unique(row['from_labels'])} {{id: row.from}}) "
                f"MATCH (b:{_unique(row['to_labels'])} {{id: row.to}}) "
                f"CREATE (a)-[r:{row['type']}]->(b) SET r = row.facts"
            )
            yield query, {"from": row["from"], "to": row["to"], "facts": row["facts"]}


def _unique(labels: list[str]) -> str:
    """Return the label under which ids are unique."""
    return next(label for label in labels if label.startswith("Kinthread"))


def _in_batches(rows: Iterable[tuple[str, dict[str, Any]]]) -> Iterator[Batch]:
    waiting: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for query, row in rows:
        waiting[query].append(row)
        if len(waiting[query]) == ROWS:
            yield [(query, {"rows": waiting.pop(query)})]
    yield from ([(query, {"rows": rows})] for query, rows in waiting.items())


def kept(batches: Iterable[Batch], file: Path) -> Path:
    """Write batches into a file."""
    with file.open("wb") as out:
        for batch in batches:
            pickle.dump(batch, out, pickle.HIGHEST_PROTOCOL)
    return file


def _read(file: Path) -> Iterator[Batch]:
    with file.open("rb") as opened:
        while True:
            try:
                yield pickle.load(opened)  # noqa: S301 - our own file, of this run
            except EOFError:
                return
