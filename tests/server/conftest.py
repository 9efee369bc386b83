"""One running server of each version, shared by the tests that do not stop it."""

import threading
from dataclasses import dataclass
from pathlib import Path

import pytest
from neo4j import Driver, GraphDatabase
from neo4j.exceptions import AuthError, ClientError, DriverError

from graph.server import Connection, ensure_running
from graph.server.ports import LOOPBACK
from graph.server.throwaway import environment, temporary_home


@dataclass(frozen=True, slots=True, kw_only=True)
class Started:
    """A server, where it lives, and what a stranger got who knocked from before its start."""

    home: Path
    connection: Connection
    strangers: list[str]
    first_size: int  # bytes of its home just after the start
    driver: Driver


@pytest.fixture
def env():
    """The environment of a server with shared jars and no settings of the developer's."""
    ours = ("GRAPH_HOME", "GRAPH_HEAP", "NEO4J_VERSION", "NEO4J_URI")
    return {name: value for name, value in environment().items() if name not in ours}


@pytest.fixture
def home():
    """A folder for a server, which is stopped and deleted at the end."""
    with temporary_home() as folder:
        yield folder


@pytest.fixture(scope="session", params=["5.26", "2026"])
def started(request):
    """A server that a stranger with the default password knocked at from before its start."""
    with temporary_home() as home, stranger() as (port, heard):
        forced = {**environment(), "GRAPH_PORT": str(port), "NEO4J_VERSION": request.param}
        found = ensure_running(home, env=forced)
        size = sum(file.stat().st_size for file in home.rglob("*") if file.is_file())
        with opened(found) as driver:
            yield Started(
                home=home, connection=found, strangers=heard, first_size=size, driver=driver
            )


class stranger:  # noqa: N801 # read as a phrase: with stranger() as ...
    """Somebody who tries neo4j/neo4j on a free port, again and again."""

    def __enter__(self):
        import socket  # noqa: PLC0415

        with socket.socket() as free:
            free.bind((LOOPBACK, 0))
            self.port = free.getsockname()[1]
        self.heard, self.over = [], threading.Event()
        self.thread = threading.Thread(target=self.knock, daemon=True)
        self.thread.start()
        return self.port, self.heard

    def __exit__(self, *_):
        self.over.set()
        self.thread.join()

    def knock(self):
        while not self.over.wait(0.05):
            self.heard.append(answer_to("neo4j", self.port))


def answer_to(password, port):
    """Say what a login with a password got: in, refused or nothing."""
    try:
        with GraphDatabase.driver(
            f"bolt://{LOOPBACK}:{port}", auth=("neo4j", password)
        ) as door:
            door.verify_connectivity()
    except AuthError:
        return "refused"
    except ClientError as error:
        return error.code
    except (DriverError, OSError):
        return "nothing"
    return "in"


def opened(connection):
    """Open a driver to a server of ours."""
    return GraphDatabase.driver(
        connection.uri,
        auth=(connection.user, connection.password),
        notifications_min_severity="OFF",
    )
