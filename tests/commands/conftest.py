"""Commands as a user runs them, on the tests' own Neo4j."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from graph.__main__ import app
from ingest.__main__ import app as ingest_app

ROOT = Path(__file__).parents[2]
REPORT = ROOT / "data_samples" / "asa17-3798-2021"
INVENTED = ROOT / "data_samples" / "invented"
ELSEWHERE = ROOT / "data_samples" / "invented_elsewhere"


@pytest.fixture
def home(tmp_path, monkeypatch, neo4j_server):
    """A user whose settings name the tests' Neo4j, with a folder of their own."""
    monkeypatch.setenv("NEO4J_URI", neo4j_server.uri)
    monkeypatch.setenv("NEO4J_USER", neo4j_server.user)
    monkeypatch.setenv("NEO4J_PASSWORD", neo4j_server.password)
    monkeypatch.delenv("NEO4J_DATABASE", raising=False)
    monkeypatch.setenv("GRAPH_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("COLUMNS", "200")
    return tmp_path / "home"


@pytest.fixture
def graph(home, store):
    """Run `python -m graph ...` on an empty store; the result has exit_code and output."""
    return lambda *words, **more: CliRunner().invoke(app, list(words), **more)


@pytest.fixture
def ingest(home, store):
    """Run `python -m ingest ...` on an empty store."""
    return lambda *words: CliRunner().invoke(ingest_app, [str(word) for word in words])


@pytest.fixture
def as_json(graph):
    """Run a command that must succeed and return what its JSON says."""

    def run(*words: str):
        done = graph(*words)
        assert done.exit_code == 0, done.output
        return json.loads(done.stdout)

    return run


@pytest.fixture
def wide(monkeypatch):
    """A terminal on which no line is broken."""
    monkeypatch.setenv("COLUMNS", "3000")
