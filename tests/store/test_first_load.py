"""A first load through `neo4j-admin` ends as an ordinary load does, or leaves nothing."""

import os
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest
from typer.testing import CliRunner

from graph.server import empty_managed, ensure_running, stop
from graph.store.opening import connect_managed
from ingest import read
from ingest.__main__ import app
from ingest.into_store import load
from tests.server.conftest import env, home  # noqa: F401 - fixtures
from tests.server.test_emptying import holders
from tests.store.dump import driver
from tests.store.first_load_killed import KILLS
from tests.store.first_sets import NAME, hostile, of_all_kinds

CHECKOUT = Path(__file__).parents[2]
VERSION = os.environ.get("NEO4J_VERSION") or "5.26"


@pytest.fixture
def managed(home, env, monkeypatch):  # noqa: F811 - fixtures
    """Make a folder the GRAPH_HOME of commands, for one version of Neo4j."""

    def of(version):
        for name in ("NEO4J_URI", "GRAPH_HEAP", "GRAPH_PORT"):
            monkeypatch.delenv(name, raising=False)
        monkeypatch.setenv("GRAPH_JARS", env["GRAPH_JARS"])
        monkeypatch.setenv("GRAPH_HOME", str(home))
        monkeypatch.setenv("NEO4J_VERSION", version)
        return home

    return of


def everything(server):
    """Every node, link and index of a store, with the type of each property."""
    with driver(server) as bare:
        nodes = bare.execute_query(
            "MATCH (n) RETURN labels(n) AS labels, properties(n) AS facts"
        ).records
        links = bare.execute_query(
            "MATCH (a)-[r]->(b) RETURN a.id AS a, type(r) AS type, properties(r) AS facts, "
            "b.id AS b, labels(a) AS la, labels(b) AS lb"
        ).records
        indexes = bare.execute_query("SHOW INDEXES YIELD name, state").records
    found = Counter((tuple(sorted(n["labels"])), typed(n["facts"])) for n in nodes)
    found += Counter(
        (tuple(sorted(r["la"])), r["a"], r["type"], typed(r["facts"]), r["b"], *sorted(r["lb"]))
        for r in links
    )
    return found + Counter((i["name"], i["state"]) for i in indexes)


def typed(facts):
    """Properties with their types; a run has another name and time in each load."""
    of_a_run = {"run", "started", *(("id",) if "tool" in facts else ())}
    return tuple(
        sorted((k, type(v).__name__, repr(v)) for k, v in facts.items() if k not in of_a_run)
    )


def hash_of(folder, found):
    with connect_managed(folder, found) as store:
        return store.graph_hash()


def kept_rows(folder):
    """What the quarantine holds, whatever its folders are called."""
    files = (file for file in folder.glob("quarantine/**/*.csv"))
    return sorted((file.name, file.read_text("utf-8")) for file in files)


def of_any_folder(text):
    """What a command says, without the names of folders of the quarantine."""
    return [line for line in text.splitlines() if "Kept in" not in line]


def test_both_ways_end_the_same_in_every_node_link_type_and_index(
    managed, store, neo4j_server, monkeypatch, tmp_path
):
    folder, sets = managed(VERSION), list(map(str, of_all_kinds(tmp_path)))
    with monkeypatch.context() as ordinarily:
        for name in ("uri", "user", "password"):
            ordinarily.setenv(f"NEO4J_{name.upper()}", getattr(neo4j_server, name))
        ordinary = CliRunner().invoke(app, sets)
    wanted, its_hash = everything(neo4j_server), store.graph_hash()
    rejected = kept_rows(folder)
    assert (ordinary.exit_code, bool(rejected)) == (1, True), "rows are rejected, and kept"

    found = ensure_running(folder)
    with connect_managed(folder, found) as beside:  # as the app has one open
        beside.prepare()
        first = CliRunner().invoke(app, ["--first", *sets])
        assert not beside.contents().empty, first.output
    assert of_any_folder(first.output) == of_any_folder(ordinary.output)
    assert first.exit_code == ordinary.exit_code
    again = ensure_running(folder)
    assert (again.version, again.password) == (found.version, found.password)
    assert everything(again) - wanted == wanted - everything(again) == Counter()
    assert hash_of(folder, again) == its_hash
    assert kept_rows(folder)[::2] == rejected, "the same rows, once more"
    assert not [*folder.glob("first-*"), *folder.glob("server/*/emptied-*")]

    full = CliRunner().invoke(app, ["--first", *sets])
    assert "is for an empty store" in full.output
    assert hash_of(folder, again) == its_hash, "a store that is not empty stays as it is"


def killed(rows, moment):
    """Load in another process, which is killed at a moment; return its exit code."""
    words = [sys.executable, "-m", "tests.store.first_load_killed", str(rows), moment]
    return subprocess.run(words, cwd=CHECKOUT, capture_output=True, check=False).returncode


@pytest.mark.any_version
def test_a_first_load_killed_at_any_moment_leaves_the_store_empty_or_whole(
    managed, store, tmp_path
):
    folder, rows = managed(VERSION), hostile(tmp_path / "valley")
    nothing = store.graph_hash()
    load(store, read([rows]))
    whole = store.graph_hash()
    ends = []
    for moment in KILLS:
        ensure_running(folder)
        assert killed(rows, moment) < 0, "it was killed"
        found = ensure_running(folder)
        ends.append(hash_of(folder, found))
        assert ends[-1] in (whole, nothing), moment
        waited = time.monotonic() + 30
        while list(folder.glob("first-*")) and time.monotonic() < waited:
            time.sleep(0.1)
        assert not list(folder.glob("first-*"))
        if ends[-1] == nothing:
            stop(folder)
            assert holders(folder, NAME) == [], moment
        else:
            empty_managed(folder)
    assert {whole, nothing} == set(ends), "else this tests one of the two alone"


def test_a_server_of_ones_own_is_not_filled(monkeypatch):
    monkeypatch.setenv("NEO4J_URI", "bolt://127.0.0.1:1")
    done = CliRunner().invoke(app, ["--first", "somewhere"])
    assert (done.exit_code, "load without --first" in done.output) == (2, True)
