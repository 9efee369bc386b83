"""One server, one store on it, and one generated data set in it: what the figures stand on."""

import csv
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from neo4j import Driver, GraphDatabase

from graph.record.model import Records
from graph.server import Connection, temporary
from graph.store import Store
from graph.store.database import Database
from ingest import read
from tests.bench.generator import generate


class Noting(Database):
    """A database that notes which queries it was asked for while reading, with what."""

    def __init__(self, driver: Driver, where: str) -> None:
        super().__init__(driver, where, None)
        self.asked: list[tuple[str, dict[str, Any]]] = []

    def reading(self, work):
        def noting(ask):
            def noted(name, **params):
                self.asked.append((name, params))
                return ask(name, **params)

            return work(noted)

        return super().reading(noting)


@dataclass(slots=True)
class Trial:
    """A server of its own that is gone afterwards."""

    connection: Connection
    driver: Driver
    database: Noting
    folder: Path
    seed: int

    @property
    def store(self) -> Store:
        return Store(self.database)

    def tables(self, people: int) -> Path:
        """Return the folder of the generated data set of this size."""
        folder = self.folder / f"tables-{people}"
        if not folder.exists():
            generate(folder, people, self.seed)
        return folder

    def left_behind(self, people: int) -> list[str]:
        """Return the children whom somebody began to care for when their parents left."""
        path = self.tables(people) / "events.csv"
        with path.open(encoding="utf-8", newline="") as file:
            cared_for = [r["with"] for r in csv.DictReader(file) if r["type"] == "care_began"]
        return sorted({child for children in cared_for for child in children.split("; ")})

    def records(self, people: int) -> Records:
        """Read the generated data set, every row through all checks."""
        reading = read([self.tables(people)])
        if reading.rejected:
            raise AssertionError(f"{len(reading.rejected)} generated rows were rejected")
        return reading.records


@contextmanager
def trial(seed: int) -> Iterator[Trial]:
    """Start an empty server of the version in NEO4J_VERSION, and open a driver and a store."""
    with temporary() as connection, TemporaryDirectory(prefix="kinthread-bench-") as folder:
        auth = (connection.user, connection.password)
        with GraphDatabase.driver(
            connection.uri,
            auth=auth,
            notifications_min_severity="OFF",
            telemetry_disabled=True,
            initial_retry_delay=0.05,
            max_transaction_retry_time=30,
        ) as driver:
            yield Trial(connection, driver, Noting(driver, connection.uri), Path(folder), seed)
