"""A store that is half loaded is said to be so by every command, before anything else."""

import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest
import typer

from graph.__main__ import app
from graph.export.formats import FORMATS
from graph.record.model import Records
from graph.store import IngestRun
from graph.store.condition import IN_AN_EXPORT, condition
from graph.store.queries import query
from tests.builders import event, family
from tests.commands.conftest import REPORT
from tests.store.dump import asked

CHECKOUT = Path(__file__).parents[2]
LOOKS = {
    "left": ("left",),
    "ask": ("ask", "nobody_left"),
    "query": ("query", "MATCH (p:Person) RETURN p.id"),
    "contents": ("contents",),
    "claims": ("claims", "aunt"),
    "search": ("search", "aunt"),
    "retract": ("retract", "nothing@nowhere", "--reason", "x"),
    "restore": ("restore", "nothing@nowhere", "--reason", "x"),
    "derive": ("derive",),
    "hash": ("hash",),
    "clear": ("clear",),
    "recall": ("recall", "nothing"),
    "consent": ("consent", "nothing", "internal", "--reason", "x"),
    "export": (
        *("export", "--child", "child", "--audience", "internal"),
        *("--format", "jsonl", "-o", "x.jsonl"),
    ),
}
NO_ANSWERS = {"run"}
"""Opens the app, whose pages say it."""


def commands():
    return {one.name or one.callback.__name__ for one in app.registered_commands}


RUN = IngestRun(
    id="run", files=("people.csv", "events.csv"), hashes=("1", "2"), started="today"
)
CALL = event("called", "aunt", "2017-03-01", id_="call", to="mother")


@pytest.fixture
def half_loaded(store, neo4j_server):
    """A family, whose load was broken off at its end."""
    store.load(family(CALL), RUN)
    asked(neo4j_server, "MATCH (r:KinthreadRun) SET r.state = 'loading'")
    return store


def test_every_command_is_looked_at():
    assert set(LOOKS) | NO_ANSWERS == commands()
    assert all(isinstance(one.typer_instance, typer.Typer) for one in app.registered_groups)


@pytest.mark.usefixtures("half_loaded")
@pytest.mark.parametrize("name", LOOKS)
def test_a_command_says_first_that_the_store_is_half_loaded(graph, name, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    done = graph(*LOOKS[name], input="n\n")
    first = done.stderr.splitlines()[0]
    assert first.startswith("HALF LOADED: the load of people.csv, events.csv, begun today,")
    assert "about set, and about people tied to people in it" in first
    assert "HALF LOADED" not in done.stdout


@pytest.mark.parametrize(
    "again",
    [replace(RUN, id="the same"), replace(RUN, id="mended", hashes=("1", "3"))],
    ids=["the same files", "the same tables, mended"],
)
def test_only_the_same_load_makes_it_whole(graph, half_loaded, again):
    half_loaded.load(Records(), IngestRun(id="other", files=("people.csv",), hashes=("9",)))
    assert "HALF LOADED" in graph("left").stderr  # it brought none of the missing rows
    half_loaded.load(family(CALL), again)
    assert condition(half_loaded).sentences() == []
    assert graph("left").stderr == ""
    assert "was broken off" not in graph("contents").stdout


def test_a_load_under_way_is_not_said_to_be_broken_off(graph, half_loaded):
    with half_loaded.database.alone(RUN.id):
        assert graph("left").stderr.startswith("LOADING: the load of people.csv, events.csv,")
    assert graph("left").stderr.startswith("HALF LOADED: the load of people.csv, events.csv,")


def test_a_killed_load_is_said_and_is_whole_when_it_is_run_again(graph, ingest, store):
    """Killed for real, in the middle."""
    _killed(REPORT)
    _until_its_last_write_has_ended(store)
    done = graph("left")
    assert done.stderr.startswith("HALF LOADED"), done.output
    assert ingest(REPORT).exit_code == 0
    assert graph("left").stderr == ""
    assert store.contents().unfinished == ()


def _until_its_last_write_has_ended(store):
    """Wait: the server ends the transaction of a killed process a moment later."""
    for _ in range(100):
        if not store.read(query("read/writers")):
            return
        time.sleep(0.1)


def _killed(folder):
    """Load in another process, which is killed as soon as some of it is stored."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.commands.load_slowly", str(folder)],
        stdout=subprocess.PIPE,
        cwd=CHECKOUT,
        text=True,
    ) as process:
        for _ in range(3):
            process.stdout.readline()
        process.kill()


@pytest.mark.usefixtures("half_loaded")
@pytest.mark.parametrize("name", ["jsonl", "docx", "gedcom", "graphml"])
def test_an_export_says_in_its_first_line_that_it_was_half_loaded(graph, name, tmp_path):
    file = tmp_path / f"out{FORMATS[name].suffix}"
    words = ("--child", "child", "--audience", "internal", "--format", name)
    done = graph("export", *words, "-o", str(file))
    assert done.exit_code == 0, done.output
    text = FORMATS[name].text(file.read_bytes())
    beside = file.with_name(f"{file.name}.losses.txt").read_text("utf-8").splitlines()
    assert IN_AN_EXPORT in text or beside[1] == IN_AN_EXPORT
