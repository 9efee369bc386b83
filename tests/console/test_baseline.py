"""Without the guard most of the attacks have an effect: the list is live."""

import os
import sys
from collections import Counter

import pytest
from neo4j import Driver, GraphDatabase
from neo4j.exceptions import DriverError, Neo4jError

from graph.server import Connection, temporary
from tests.console.conftest import READ, filled, listed, someone_else
from tests.web import site

ACTIVE = [attack for attack in listed("attacks") if attack["kind"] != "resource"]
SHOWS = {"shown", "file", "network", "escape"}
SOME_PEOPLE = """
CREATE (a:Person:KinthreadPerson {id: 'amina', name: 'a'})-[:KNOWS]->(:Person {id: 'b'})
CREATE (a)-[:TOOK_PART]->(:Event)
CREATE (:Calendar), (:Nothing)
"""


@pytest.fixture(scope="module")
def bare(secret_file):
    """Count effects by kind, on a throwaway server that nothing guards."""
    effects = Counter()
    with (
        temporary(os.environ.get("NEO4J_VERSION")) as server,
        opened(server) as driver,
        site(READ) as web,
        someone_else(driver) as victim,
    ):
        driver.execute_query(SOME_PEOPLE)
        for attack in ACTIVE:
            if attack["kind"] != "kill":
                text = filled(attack["text"], victim=victim, port=web.port, file=secret_file)
                effects[attack["kind"]] += has_effect(driver, text, attack["kind"])
        effects["kill"] = sum(
            ends_another(server, attack["text"], web.port, secret_file)
            for attack in ACTIVE
            if attack["kind"] == "kill"
        )
    return effects


def has_effect(driver: Driver, text: str, kind: str) -> bool:
    """Run a query as anybody could, undo it, and tell whether it changed or showed anything."""
    try:
        with driver.session() as session, session.begin_transaction(timeout=5) as transaction:
            result = transaction.run(text)
            rows = [row for _, row in zip(range(5), result, strict=False)]
            counters = result.consume().counters
            transaction.rollback()
    except (Neo4jError, DriverError, ValueError):
        return False
    changed = counters.contains_updates or counters.contains_system_updates
    return bool(changed or (kind in SHOWS and rows))


def opened(server: Connection) -> Driver:
    login = (server.user, server.password)
    return GraphDatabase.driver(server.uri, auth=login, notifications_min_severity="OFF")


def ends_another(server: Connection, text: str, port: int, file) -> bool:
    """Return whether a query ends another's; no later one gets the connections it killed."""
    with opened(server) as driver, someone_else(driver) as victim:
        has_effect(driver, filled(text, victim=victim, port=port, file=file), "kill")
        return not victim.goes_on()


@pytest.mark.neo4j
def test_most_attacks_that_the_server_understands_would_do_something(bare, capsys):
    kinds = Counter(attack["kind"] for attack in ACTIVE)
    said = ", ".join(f"{kind} {bare[kind]} of {total}" for kind, total in kinds.items())
    with capsys.disabled():
        sys.stdout.write(f"\nwithout the guard: {bare.total()} of {kinds.total()}: {said}\n")
    assert bare.total() >= 130
    for kind in ("write", "schema", "shown", "kill", "escape", "admin"):
        assert bare[kind] > 0, kind
