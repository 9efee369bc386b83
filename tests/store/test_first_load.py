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
from ingest.__main__ import app
from tests.server.conftest import env, home  # noqa: F401 - fixtures
from tests.server.test_emptying import holders
from tests.store.dump import driver
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


def test_both_ways_end_the_same_in_every_node_link_type_and_index(managed, tmp_path):
    folder, sets = managed(VERSION), list(map(str, of_all_kinds(tmp_path)))
    ordinary = CliRunner().invoke(app, sets)
    found = ensure_running(folder)
    wanted, its_hash = everything(found), hash_of(folder, found)
    rejected = kept_rows(folder)
    assert (ordinary.exit_code, bool(rejected)) == (1, True), "rows are rejected, and kept"

    full = CliRunner().invoke(app, ["--first", *sets])
    assert "is for an empty store" in full.output
    assert hash_of(folder, found) == its_hash, "a store that is not empty stays as it is"

    empty_managed(folder)
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


def run(folder, moment=0, seconds=0.0):
    """Load in another process; return its exit code and its moments."""
    words = [sys.executable, "-m", "tests.store.first_load_killed"]
    words += [str(folder), str(moment), str(seconds)]
    done = subprocess.run(
        words, cwd=CHECKOUT, capture_output=True, text=True, check=False, env={**os.environ}
    )
    return done.returncode, [s for s in done.stderr.splitlines() if s.startswith("moment ")]


def chosen(moments):
    """A while after the import begins, between the two renames, and after them."""
    numbered = [*enumerate(moments, start=1)]
    renamed = [number for number, said in numbered if said.endswith("/data")]
    yield next(number for number, said in numbered if said.endswith("/java")), 1.5
    yield renamed[-1], 0.0
    yield renamed[-1] + 1, 0.0


def test_a_first_load_killed_at_any_moment_leaves_the_store_empty_or_whole(managed, tmp_path):
    folder, rows = managed(VERSION), hostile(tmp_path / "valley")
    found = ensure_running(folder)
    code, moments = run(rows)
    assert code == 1
    whole = hash_of(folder, found)
    nothing = hash_of(folder, empty_managed(folder))
    ends = []
    for moment, seconds in chosen(moments):
        ensure_running(folder)  # or its start would be among the moments
        code, _ = run(rows, moment, seconds)
        assert code < 0, "it was killed"
        found = ensure_running(folder)
        ends.append(hash_of(folder, found))
        assert ends[-1] in (whole, nothing), moments[moment - 1]
        waited = time.monotonic() + 30
        while list(folder.glob("first-*")) and time.monotonic() < waited:
            time.sleep(0.1)
        assert not list(folder.glob("first-*"))
        if ends[-1] == nothing:
            stop(folder)
            assert holders(folder, NAME) == [], moments[moment - 1]
        else:
            empty_managed(folder)
    assert {whole, nothing} == set(ends), "else this tests one of the two alone"


def test_a_server_of_ones_own_is_not_filled(monkeypatch):
    monkeypatch.setenv("NEO4J_URI", "bolt://127.0.0.1:1")
    done = CliRunner().invoke(app, ["--first", "somewhere"])
    assert (done.exit_code, "load without --first" in done.output) == (2, True)
