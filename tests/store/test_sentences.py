import socket
import threading
import time
from contextlib import suppress
from types import SimpleNamespace

import pytest

from graph.errors import InvalidQuery, StoreRefused, StoreUnavailable
from graph.settings import Settings
from graph.store import IngestRun, Store, connect
from graph.store.queries import parse, query
from tests.builders import family
from tests.store.dump import driver

PATIENCE = 12


@pytest.fixture
def silence():
    """An address that takes connections, and bytes, and never answers."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        yield f"bolt://127.0.0.1:{listening.getsockname()[1]}"


@pytest.fixture
def web_page():
    """An address where something answers that is no Neo4j."""
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def answer():
            with listening.accept()[0] as caller:
                caller.recv(1000)
                caller.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")

        threading.Thread(target=answer, daemon=True).start()
        yield f"bolt://127.0.0.1:{listening.getsockname()[1]}"


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as found:
        return found.getsockname()[1]


def test_a_wrong_password_is_said_in_a_sentence(neo4j_server):
    with (
        pytest.raises(StoreRefused, match="NEO4J_PASSWORD"),
        Store.over(neo4j_server.uri, neo4j_server.user, "wrong"),
    ):
        pass


def test_nothing_at_the_address_is_said_within_seconds():
    begun = time.monotonic()
    settings = Settings(neo4j_uri=f"bolt://127.0.0.1:{free_port()}", password="x")  # noqa: S106
    with pytest.raises(StoreUnavailable, match="Is it running"), connect(settings):
        pass
    assert time.monotonic() - begun < PATIENCE


def test_what_is_no_neo4j_is_said_in_a_sentence(web_page):
    with pytest.raises(StoreUnavailable, match="Bolt port"), Store.over(web_page, "neo4j", "x"):
        pass


def test_an_address_that_never_answers_is_given_up(silence):
    begun = time.monotonic()
    with pytest.raises(StoreUnavailable), Store.over(silence, "neo4j", "x"):
        pass
    assert time.monotonic() - begun < PATIENCE


def test_an_address_that_is_none_is_said_in_a_sentence():
    with (
        pytest.raises(StoreUnavailable, match="bolt://host:7687"),
        Store.over("nonsense", "", ""),
    ):
        pass


def test_a_database_that_is_not_there_is_named(neo4j_server):
    server = neo4j_server
    with (
        pytest.raises(StoreRefused, match="NEO4J_DATABASE"),
        Store.over(server.uri, server.user, server.password, "nowhere"),
    ):
        pass


def test_settings_without_a_server_are_said_in_a_sentence():
    with pytest.raises(StoreUnavailable, match="NEO4J_URI"), connect(Settings()):
        pass


def test_a_server_that_was_started_is_connected_to(neo4j_server):
    with connect(neo4j_server) as store:
        assert store.contents().empty in (True, False)


def test_a_read_that_writes_is_refused_by_the_server(store):
    writing = parse("read/bad", "// What?\n// returns n  map\nCREATE (n)\nRETURN n AS n;")
    with pytest.raises(StoreRefused, match="read/bad"):
        store.read(writing)


def test_a_query_with_a_missing_parameter_is_not_sent(store):
    with pytest.raises(InvalidQuery, match="takes the parameters"):
        store.read(query("read/sources"))


@pytest.mark.parametrize("held", ["the right to write", "batch 1", "batch 2"])
def test_two_who_write_at_once_are_told(store, neo4j_server, monkeypatch, held):
    with (
        driver(neo4j_server) as bare,
        bare.session() as session,
        session.begin_transaction() as first,
        monkeypatch.context() as hurried,
    ):
        hurried.setattr("graph.store.database.TURN_SECONDS", 0.5)
        first.run("MERGE (r:KinthreadRun {id: $held}) SET r.by = 'me'", held=held)
        with pytest.raises(StoreRefused, match="waited too long"):
            store.load(family(), IngestRun(id="second"))
        first.rollback()
    store.load(family(), IngestRun(id="third"))


def test_a_server_that_goes_away_in_the_middle_is_said_and_nothing_is_half_done(neo4j_server):
    with through_a_door(neo4j_server) as door:
        at = SimpleNamespace(
            uri=door.uri, user=neo4j_server.user, password=neo4j_server.password
        )
        with connect(at) as store:
            store.clear()
            store.prepare()
            door.close()
            begun = time.monotonic()
            with pytest.raises(StoreUnavailable, match="nothing is half done"):
                store.load(family(), IngestRun(id="run"))
            assert time.monotonic() - begun < PATIENCE


class through_a_door:  # noqa: N801 - read as a sentence
    """A way to the server that can be shut."""

    def __init__(self, server):
        host, port = server.uri.removeprefix("bolt://").split(":")
        self.server = (host, int(port))

    def __enter__(self):
        self.listening = socket.create_server(("127.0.0.1", 0))
        self.uri = f"bolt://127.0.0.1:{self.listening.getsockname()[1]}"
        self.open = []
        threading.Thread(target=self._let_in, daemon=True).start()
        return self

    def __exit__(self, *_):
        self.close()

    def close(self):
        for one in [self.listening, *self.open]:
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
            one.close()

    def _let_in(self):
        while True:
            try:
                caller, _ = self.listening.accept()
            except OSError:
                return
            answering = socket.create_connection(self.server)
            self.open += [caller, answering]
            for one, other in ((caller, answering), (answering, caller)):
                threading.Thread(target=self._carry, args=(one, other), daemon=True).start()

    @staticmethod
    def _carry(one, other):
        try:
            while sent := one.recv(65536):
                other.sendall(sent)
        except OSError:
            return
