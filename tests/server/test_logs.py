"""No log of the server holds what was asked: a query names people, and so do its parameters."""

import subprocess
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path

from neo4j import READ_ACCESS, Driver
from neo4j.exceptions import Neo4jError

from graph.server import Connection

TEXT, VALUE = "Zulfiyaintext", "Zulfiyainparam"
SECONDS = "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b"
ENDLESS = f"{SECONDS} WITH a WHERE a < 0 RETURN count(*) AS {TEXT}, $name"

FAILING = {
    "a syntax error": f"RETURN '{TEXT}' $name",
    "a value that is no day": f"RETURN date($name) AS {TEXT}",
    "a division": f"RETURN 1 / size([x IN [] | $name]) AS {TEXT}",
    "a wrong type": f"WITH $name AS {TEXT} RETURN {TEXT} + 1 - {TEXT}",
    "an unknown procedure": f"CALL {TEXT}.{VALUE}($name)",
    "an unknown function": f"RETURN {TEXT}($name)",
    "a parameter that is missing": f"RETURN $name, $other AS {TEXT}",
    "a file": f"LOAD CSV FROM 'file:///{TEXT}' AS row RETURN row, $name",
    "an address": f"LOAD CSV FROM 'http://127.0.0.1:1/{TEXT}' AS row RETURN row, $name",
    "a list beyond the memory": (
        "WITH reduce(s = $name, i IN range(1, 21) | s + s) AS big UNWIND range(1, 1000) AS i "
        f"RETURN collect(big + i) AS {TEXT}"
    ),
    "a change of the schema": f"CREATE INDEX {TEXT} FOR (n:{TEXT}) ON (n.{VALUE})",
    "what is no setting": f"CALL dbms.setConfigValue('{TEXT}', $name)",
}
STRICT = f"CREATE CONSTRAINT unique{TEXT} FOR (n:{TEXT}) REQUIRE n.name IS UNIQUE"
TWICE = f"CREATE (:{TEXT} {{name: $name}}), (:{TEXT} {{name: $name}})"


def run(driver: Driver, query: str, *, timeout: float | None = None, **session: object) -> None:
    """Run a query that is expected to fail, now or when its limit ends it."""
    with suppress(Neo4jError), driver.session(**session) as opened:
        transaction = opened.begin_transaction(timeout=timeout)
        transaction.run(query, name=VALUE).consume()
        transaction.commit()
        transaction.close()


def await_the_endless(driver: Driver) -> list[str]:
    """Return the transactions that run the query without an end, as soon as one does."""
    asked = (
        "SHOW TRANSACTIONS YIELD transactionId AS id, currentQuery AS text "
        "WHERE text CONTAINS 'range(1, 100000)' AND NOT text CONTAINS 'SHOW' RETURN id"
    )
    while True:
        with driver.session() as session:
            if found := session.run(asked).values():
                return [one[0] for one in found]
        time.sleep(0.05)


def stop_by_the_server(driver: Driver) -> None:
    """Start a query that does not end, and end it as an operator would."""
    asking = threading.Thread(target=run, args=(driver, ENDLESS), daemon=True)
    asking.start()
    ids = await_the_endless(driver)
    with driver.session() as session:
        session.run("TERMINATE TRANSACTIONS $ids", ids=ids).consume()
    asking.join()


ASK = """
import sys, neo4j
with neo4j.GraphDatabase.driver(sys.argv[1], auth=("neo4j", sys.argv[2])) as driver:
    driver.execute_query(sys.argv[3], name=sys.argv[4])
"""


def leave(driver: Driver, connection: Connection) -> None:
    """Be killed while a query runs."""
    words = (connection.uri, connection.password, ENDLESS, VALUE)
    with subprocess.Popen([sys.executable, "-c", ASK, *words]) as asking:
        await_the_endless(driver)
        asking.kill()


def logs(home: Path) -> dict[Path, str]:
    """Return every file of a server's home that is no store."""
    files = (file for file in (home / "server").rglob("*") if file.is_file())
    return {
        file: file.read_text(encoding="utf-8", errors="replace")
        for file in files
        if "data" not in file.relative_to(home).parts
    }


def test_no_log_holds_a_query_or_a_parameter(started):
    driver = started.driver
    for query in FAILING.values():
        for access in ({}, {"default_access_mode": READ_ACCESS}):
            run(driver, query, **access)
    run(driver, STRICT)
    run(driver, TWICE)
    run(driver, TWICE, default_access_mode=READ_ACCESS)
    run(driver, ENDLESS, timeout=0.5)
    stop_by_the_server(driver)
    leave(driver, started.connection)
    run(driver, f"UNWIND range(1, 5000000) AS {TEXT} RETURN count({TEXT}), $name")
    time.sleep(1)
    written = logs(started.home)
    assert not [file for file in written if "debug" in file.name]
    assert any(file.name == "neo4j.log" for file in written)
    told = {
        str(file): [line[:300] for line in text.splitlines() if TEXT in line or VALUE in line]
        for file, text in written.items()
    }
    assert {file: lines for file, lines in told.items() if lines} == {}
    with driver.session() as session:
        session.run(f"DROP CONSTRAINT unique{TEXT}").consume()
        session.run(f"DROP INDEX {TEXT} IF EXISTS").consume()
