"""An environment that cannot be used is said in a sentence, before a command acts."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
import typer
from click.testing import Result
from typer.testing import CliRunner

from graph.__main__ import app as graph
from graph.settings import Settings
from ingest.__main__ import app as ingest
from tests.conftest import SAMPLES

ROOT = Path(__file__).parents[2]
UNWRITABLE = Path("/sys/kernel")
"""A folder in which nobody makes a file, not even root."""
GIVEN = {
    "ask": ["nobody_left"], "query": ["RETURN 1"], "claims": ["x"], "export": ["x"],
    "recall": ["x"], "consent": ["x"], "retract": ["x", "--reason", "x"], "clear": ["--yes"],
    "ledger": ["list"], "server": ["status"],
}  # fmt: skip


def ran(program: str, *words: str | bytes, **env: str | bytes) -> Result:
    """Run a command in this process, whose start alone would take a second each time."""
    unset = dict.fromkeys(k for k in os.environ if k.startswith(("NEO4J_", "GRAPH_")))
    given = {name: os.fsdecode(value) for name, value in env.items()}
    app = {"graph": graph, "ingest": ingest}[program]
    done = CliRunner().invoke(app, [os.fsdecode(word) for word in words], env=unset | given)
    assert isinstance(done.exception, SystemExit | None), done.exception
    return done


def commands() -> list[tuple[str, ...]]:
    names = typer.main.get_command(graph).commands
    return [("graph", name, *GIVEN.get(name, [])) for name in names] + [("ingest", "README.md")]


@pytest.mark.parametrize("command", commands(), ids=lambda command: "-".join(command[:2]))
def test_a_folder_that_is_no_text_is_said_by_every_command(command):
    done = ran(*command, GRAPH_HOME=b"/tmp/\xff")
    assert "GRAPH_HOME has bytes that are not UTF-8 text" in done.stderr
    assert done.exit_code in (1, 2)
    assert not Path(os.fsdecode(b"/tmp/\xff")).exists()


@pytest.mark.parametrize("name", ["NEO4J_URI", "NEO4J_USER", "NEO4J_PASSWORD", "GRAPH_JARS"])
def test_bytes_that_are_no_text_are_said_with_the_variable(name, tmp_path):
    done = ran("graph", "contents", **{"GRAPH_HOME": str(tmp_path), name: b"bolt://\xff"})
    assert done.stderr.startswith(f"{name} has bytes that are not UTF-8")
    assert done.exit_code == 1


@pytest.mark.parametrize(
    "uri", ["http://localhost:7687", "https://x", "localhost:7687", "7687", "bolt", "bolt//x"]
)
def test_what_is_no_address_of_bolt_is_said_with_one_that_is(uri, tmp_path):
    for program, word in (("graph", "contents"), ("ingest", "README.md")):
        done = ran(program, word, GRAPH_HOME=str(tmp_path), NEO4J_URI=uri)
        assert done.stderr.startswith(f"NEO4J_URI is {uri!r}, which is no address")
        assert "bolt+s://" in done.stderr


def test_a_word_that_is_no_text_is_answered_with_a_sentence(neo4j_server, tmp_path):
    own = own_server(neo4j_server, tmp_path)
    for words in (["claims", b"\xff"], ["retract", b"\xff", "--reason", "x"]):
        assert ran("graph", *words, **own).exit_code == 1
    alone = subprocess.run(
        [sys.executable, "-m", "graph", "claims", b"\xff"],
        cwd=ROOT, env={**os.environ, **own}, capture_output=True, check=False,
    )  # fmt: skip
    assert alone.returncode == 1
    assert b"Traceback" not in alone.stderr


def own_server(server, home: Path) -> dict[str, str]:
    login = {"NEO4J_URI": server.uri, "NEO4J_USER": server.user}
    return {**login, "NEO4J_PASSWORD": server.password, "GRAPH_HOME": str(home)}


@pytest.mark.skipif(not UNWRITABLE.is_dir(), reason="needs Linux's /sys")
@pytest.mark.parametrize("command", [("clear", "--yes"), ("retract", "--reason", "x")])
def test_nothing_is_removed_where_the_folder_cannot_be_written(loaded, neo4j_server, command):
    before = loaded.graph_hash()
    claim = next(iter(loaded.claims_naming("amina"))).id
    words = (command[0], claim, *command[1:]) if command[0] == "retract" else command
    done = ran("graph", *words, **own_server(neo4j_server, UNWRITABLE))
    assert "cannot be written" in done.stderr
    assert done.exit_code == 1
    assert loaded.graph_hash() == before


@pytest.mark.parametrize(
    ("uri", "warned"),
    [
        ("bolt://db.example", True),
        ("neo4j://10.0.0.3:7687", True),
        ("bolt+s://db.example", False),
        ("neo4j+ssc://db.example", False),
        ("bolt://127.0.0.1:7687", False),
        ("bolt://localhost", False),
        ("bolt://[::1]:7687", False),
        ("", False),
    ],
)
def test_names_that_go_out_in_clear_are_warned_of(uri, warned):
    said = Settings.from_env({"NEO4J_URI": uri}).warning
    assert (said is not None) is warned
    if said:
        assert "+s://" in said


def test_the_warning_is_said_once(tmp_path):
    for program, word in (("graph", "contents"), ("ingest", str(SAMPLES / "invented"))):
        done = ran(program, word, GRAPH_HOME=str(tmp_path), NEO4J_URI="bolt://nobody.invalid")
        assert done.stderr.count("in clear") == 1
