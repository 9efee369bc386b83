"""The app starts whatever the store holds, and says what is not as it should be."""

import time

import pytest
from typer.testing import CliRunner

from graph.__main__ import app
from graph.commands import run_command
from graph.commands.run_command import prepare
from graph.questions.asking import outdated
from graph.settings import Settings
from graph.store import IngestRun
from ingest import read
from ingest.into_store import load
from tests.builders import event, family, person, tie
from tests.conftest import SAMPLES
from tests.store.dump import asked

pytestmark = pytest.mark.usefixtures("home")

RUN = IngestRun(id="run", started="2026-01-01")
CALL = event("called", "aunt", "2017-03-01", id_="call", to="mother")


def ring():
    """A child whose own child is its parent, as an older version let it in."""
    return family(
        CALL,
        person("elder", sought=True),
        tie("child", "parent_of", "elder"),
        tie("elder", "parent_of", "child"),
    )


def test_the_app_starts_where_deriving_failed_and_says_what_is_not_up_to_date(store, capsys):
    store.load(ring(), RUN)
    prepare(Settings.from_env())
    said = capsys.readouterr().err
    assert "would be their own ancestor" in said
    assert "The app starts anyway" in said


def test_the_list_has_the_other_children_and_says_which_it_lacks(store, graph):
    store.load(ring(), RUN)
    done = graph("left")
    assert done.exit_code == 1
    assert "child is not in the list" in done.stderr
    assert "would be their own ancestor" in done.stderr
    assert "Traceback" not in done.output


def test_a_start_says_what_an_older_version_cut_and_how_it_is_mended(
    store, neo4j_server, graph, capsys
):
    store.load(family(CALL), RUN)
    asked(neo4j_server, "MATCH (:Place)-[r:PART_OF]->() DELETE r")
    prepare(Settings.from_env())
    assert "cut 1 places or sources from what they belong to" in capsys.readouterr().out
    assert store.cut() == ("town",)
    assert "town" in graph("derive").stdout
    assert store.cut() == ()


def test_what_is_due_in_a_large_store_is_derived_while_the_app_runs(
    store, neo4j_server, monkeypatch, capsys
):
    load(store, read([SAMPLES / "invented"]))
    asked(neo4j_server, "MATCH (k:Calendar) SET k.rule = 'older'")
    monkeypatch.setattr(run_command, "AT_ONCE", 3)
    due = prepare(Settings.from_env())
    many = outdated(store)
    assert many > 3, "the app does not wait"
    with run_command.deriving(Settings.from_env(), due):
        ends = time.monotonic() + 60
        while outdated(store) and time.monotonic() < ends:
            time.sleep(0.2)
    assert outdated(store) == 0
    assert f"near {many:,} people are worked out meanwhile" in capsys.readouterr().out


def test_an_app_that_is_ended_leaves_the_rest_for_the_next_start(
    store, neo4j_server, monkeypatch
):
    load(store, read([SAMPLES / "invented"]))
    asked(neo4j_server, "MATCH (k:Calendar) SET k.rule = 'older'")
    monkeypatch.setattr(run_command, "AT_ONCE", 3)
    with run_command.deriving(Settings.from_env(), prepare(Settings.from_env())):
        pass
    assert outdated(store) > 0
    monkeypatch.setattr(run_command, "AT_ONCE", 500)
    prepare(Settings.from_env())
    assert outdated(store) == 0


@pytest.mark.parametrize("port", ["-1", "0", "65536", "99999"])
def test_a_port_that_no_machine_has_is_said_before_anything_starts(port):
    done = CliRunner().invoke(app, ["run", "--port", port, "--no-browser"])
    assert (done.exit_code, "--port" in done.output) == (2, True)
    assert done.exception is None or isinstance(done.exception, SystemExit)
