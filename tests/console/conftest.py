"""A managed server of its own with the six families and the invented ones, and what watches it.

It is not the one of the other tests: some attacks bring it down, and it is started anew.
"""

import json
import os
from collections.abc import Callable
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import pytest
from neo4j import Driver, GraphDatabase
from neo4j.exceptions import DriverError, Neo4jError

from graph.server import Connection, ensure_running, running
from graph.server.throwaway import environment, temporary_home
from graph.store import Store
from graph.store.opening import connect_managed
from ingest import read
from ingest.into_store import known_in, load
from tests.rule.calendars import REPORT, ROOT

HERE = Path(__file__).parent
INVENTED = ROOT / "data_samples" / "invented"
IN_THE_FILE = "in-a-file-of-the-machine"
READ = "read,over,the,net\n"


def listed(name: str) -> list[dict]:
    """Return the lines of a data file beside this one."""
    text = (HERE / f"{name}.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


@dataclass(frozen=True, slots=True, kw_only=True)
class Served:
    """The server, its store, and its home."""

    home: Path
    store: Store
    version: str
    current: Callable[[], Connection]

    @contextmanager
    def driver(self):
        """A driver of nobody's guard, to watch or to do what the guard would not."""
        found = self.current()
        login = (found.user, found.password)
        with GraphDatabase.driver(
            found.uri, auth=login, notifications_min_severity="OFF"
        ) as driver:
            yield driver


@contextmanager
def serving():
    """Start a server and load both sets."""
    with temporary_home() as home:
        found = ensure_running(home, os.environ.get("NEO4J_VERSION"), env=environment())
        with connect_managed(home, found) as store:
            for folder in (REPORT, INVENTED):
                load(store, read([folder], known=known_in(store)))
            yield Served(
                home=home,
                store=store,
                version=found.version,
                current=lambda: running(home) or found,
            )


@pytest.fixture(scope="session")
def served():
    with serving() as found:
        yield found


@dataclass(frozen=True, slots=True, kw_only=True)
class Victim:
    """Somebody else's transaction, which must go on, and its connection."""

    transaction: str
    connection: str
    goes_on: Callable[[], bool]


@contextmanager
def someone_else(driver: Driver):
    """Hold a transaction open."""
    with driver.session() as session, session.begin_transaction() as held:
        mark = {"who": "somebody else"}
        held.run("CALL tx.setMetaData($mark)", mark=mark).consume()

        def found() -> list:
            rows, _, _ = driver.execute_query(
                "SHOW TRANSACTIONS YIELD transactionId, connectionId, metaData, status "
                "WHERE metaData.who = $who AND status = 'Running' "
                "RETURN transactionId AS id, connectionId AS connection",
                who=mark["who"],
            )
            return rows

        row = found()[0]
        yield Victim(
            transaction=row["id"], connection=row["connection"], goes_on=lambda: bool(found())
        )
        with suppress(Neo4jError, DriverError):  # it was ended
            held.close()


def filled(text: str, *, victim: Victim, port: int, file: Path) -> str:
    """Return an attack with its targets in it."""
    for word, meant in {
        "{VICTIM}": victim.transaction,
        "{CONNECTION}": victim.connection,
        "{URL}": f"http://127.0.0.1:{port}/x",
        "{PORT}": str(port),
        "{FILE}": file.as_uri(),
    }.items():
        text = text.replace(word, meant)
    return text


@pytest.fixture(scope="session")
def secret_file(tmp_path_factory):
    """A file of the machine that anybody may read, and nobody through the console."""
    file = tmp_path_factory.mktemp("machine") / "secret.csv"
    file.write_text(f"{IN_THE_FILE}\n")
    file.chmod(0o644)
    file.parent.chmod(0o755)
    return file
