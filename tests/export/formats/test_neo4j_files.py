"""What is handed over for Neo4j: a script that runs, and files that neo4j-admin imports."""

import os
import subprocess
import zipfile
from collections import Counter
from dataclasses import replace
from io import BytesIO

import pytest
from neo4j import GraphDatabase

from graph.export.formats.property_graph import PropertyGraph
from graph.server import ensure_running, stop
from graph.server.home import Home
from graph.server.jars import listed, provide
from graph.server.java import OPENED, java
from graph.server.options import Options
from graph.server.throwaway import environment, temporary_home
from graph.store import IngestRun
from tests.builders import event, family, person
from tests.export.formats.handed import handed, rich, written
from tests.export.formats.hostile import HOSTILE

KINDS = "MATCH (n) UNWIND [l IN labels(n) WHERE NOT l STARTS WITH 'Kinthread'] AS l RETURN l"
TYPES = "MATCH ()-[r]->() RETURN type(r) AS l"
RUN = IngestRun(id="r", files=("x",), hashes=("0",), tool="test", started="2021-01-01T00:00:00")
OURS_ALONE = {"Calendar", "Course", "IngestRun", "HAS_ANSWER", "TOWARDS", "HAS_CALENDAR"}
THE_EXPORTS_ALONE = {"Export", "READ_BY", "SUPERSEDES", "COUNTRY_OF_RISK"}


@pytest.fixture
def bare(neo4j_server):
    """A driver on an empty database, which is left as empty as it was found."""
    auth = (neo4j_server.user, neo4j_server.password)
    with GraphDatabase.driver(neo4j_server.uri, auth=auth) as driver:
        emptied(driver)
        yield driver
        emptied(driver)


def emptied(driver):
    driver.execute_query("MATCH (n) DETACH DELETE n")
    for row in driver.execute_query("SHOW CONSTRAINTS YIELD name RETURN name").records:
        if row["name"].startswith("handed_"):
            driver.execute_query(f"DROP CONSTRAINT {row['name']}")


def run(driver, script):
    """Run a script: what changes the schema by itself, the rest together."""
    lines = script.decode().removesuffix(";\n").split(";\n")
    schema = [line for line in lines if line.startswith("CREATE CONSTRAINT")]
    for line in schema:
        driver.execute_query(line)
    with driver.session() as session, session.begin_transaction() as work:
        for line in lines[len(schema) :]:
            work.run(line).consume()
        work.commit()


def counts(driver):
    rows = [r["l"] for q in (KINDS, TYPES) for r in driver.execute_query(q).records]
    return Counter(rows)


def of(graph):
    """The same counts of a property graph that was not written anywhere."""
    return Counter(
        [label for node in graph.nodes() for label in node.labels]
        + [link.type for link in graph.links()]
    )


def hostile():
    people = [person(f"p{n}", name=name) for n, name in enumerate(HOSTILE)]
    return handed(family(*people, event("asked_not_to_be_contacted", "p0", "2017")))


def names(driver):
    rows = driver.execute_query("MATCH (p:Person) RETURN p.id AS id, p.name AS name").records
    return {row["id"]: row["name"] for row in rows}


def test_the_script_builds_the_same_graph_as_the_store(bare, store):
    store.load(rich(), RUN)
    in_store = counts(bare)
    emptied(bare)
    run(bare, written("cypher", handed(rich())))
    by_script = counts(bare)
    assert {k: n for k, n in by_script.items() if k not in THE_EXPORTS_ALONE} == {
        k: n for k, n in in_store.items() if k not in OURS_ALONE
    }


def test_no_name_breaks_out_of_the_script_and_running_it_twice_changes_nothing(bare):
    over = hostile()
    run(bare, written("cypher", over))
    first = counts(bare)
    run(bare, written("cypher", over))
    assert counts(bare) == first == of(PropertyGraph(over))
    assert {names(bare)[f"p{n}"] for n in range(len(HOSTILE))} == set(HOSTILE)


def test_a_script_of_other_people_beside_it_keeps_the_stop(bare):
    run(bare, written("cypher", hostile()))
    [row] = bare.execute_query(
        "MATCH (p:Person {do_not_contact: true}) RETURN collect(p.id) AS ids"
    ).records
    assert row["ids"] == ["p0"]


@pytest.fixture(scope="module")
def imported():
    """A Neo4j whose database neo4j-admin made of a hand-over, and what was handed over."""
    over = replace(hostile(), left_out=("two; of one", "and another"))
    with temporary_home() as home:
        env = environment()
        ensure_running(home, env=env)
        stop(home)
        admin_import(home, env, written("neo4j-admin", over))
        found = ensure_running(home, env=env)
        auth = (found.user, found.password)
        with GraphDatabase.driver(found.uri, auth=auth) as driver:
            yield over, driver


def admin_import(home, env, content):
    options = Options.read(Home(home), None, env)
    server, tables = Home(home).server(options.version), home / "tables"
    with zipfile.ZipFile(BytesIO(content)) as archive:
        archive.extractall(tables)
        told = archive.read("README.txt").decode()
    said = [line.strip(" \\") for line in told.split("\n") if line.startswith("    --")]
    jars = provide(listed(options.version.number), options.jars)
    command = [str(java()), "-Xmx256m", "-XX:+UseSerialGC"]
    command += [f"--add-opens=java.base/{package}=ALL-UNNAMED" for package in OPENED]
    command += ["-cp", os.pathsep.join(map(str, jars)), "org.neo4j.cli.AdminTool"]
    command += ["database", "import", "full", "neo4j"]
    command += [part for line in said for part in line.split()]
    where = {"NEO4J_HOME": str(server), "NEO4J_CONF": str(server / "conf")}
    done = subprocess.run(
        command, cwd=tables, env=os.environ | where, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.neo4j
def test_neo4j_admin_imports_every_node_and_every_link(imported):
    over, driver = imported
    assert counts(driver) == of(PropertyGraph(over))


@pytest.mark.neo4j
def test_neo4j_admin_keeps_every_name_but_control_characters(imported):
    _, driver = imported
    kept = {name.replace("\x00", "\ufffd").replace("\x07", "\ufffd") for name in HOSTILE}
    assert {names(driver)[f"p{n}"] for n in range(len(HOSTILE))} == kept


@pytest.mark.neo4j
def test_neo4j_admin_keeps_lists_days_and_the_stop(imported):
    _, driver = imported
    query = """MATCH (x:Export), (p:Person {id: 'p0'})
    RETURN x.left_out AS left_out, x.as_of.year AS year, p.do_not_contact AS stop"""
    [row] = driver.execute_query(query).records
    assert row.data() == {
        "left_out": ["two; of one", "and another"],
        "year": 2021,
        "stop": True,
    }
