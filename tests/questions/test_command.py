"""`python -m graph ask` as a user runs it."""

import csv
import io
import json

import pytest
import typer
from typer.testing import CliRunner

from graph.commands.ask_command import ask_command
from graph.questions.library import names
from tests.commands.conftest import home as home  # noqa: PLC0414 - the fixture

app = typer.Typer(pretty_exceptions_enable=False)
app.command("ask")(ask_command)


@pytest.fixture
def asked(loaded, home):
    """Run `ask` on the loaded store."""
    return lambda *words: CliRunner().invoke(app, list(words))


def test_without_a_name_every_question_is_listed_with_its_parameters():
    done = CliRunner().invoke(app, ["--format", "json"])
    shown = {one["name"]: one for one in json.loads(done.stdout)}
    assert tuple(shown) == names()
    assert shown["relatives"]["params"][1] == {
        "name": "max_degree",
        "type": "integer",
        "default": "5",
        "about": "civil degrees: parent 1, sibling 2, aunt 3, a mother's cousin 5",
    }
    assert all(one["does_not_tell"] for one in shown.values())


def test_the_list_can_be_read_and_be_a_file():
    assert "who_is_left child=... [as_of=told]" in CliRunner().invoke(app, []).output
    rows = list(
        csv.DictReader(io.StringIO(CliRunner().invoke(app, ["--format", "csv"]).stdout))
    )
    assert [row["name"] for row in rows] == list(names())


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["who_is_lef"], "the nearest: who_is_left"),
        (["zzzzzz"], "there are: appeals"),
        (["who_is_left", "--param", "chid=x"], "the nearest: child"),
        (["claims_that_disagree", "--param", "chid=x"], "it takes none"),
        (["who_is_left"], "needs child"),
        (["turning_18", "--param", "as_of=1.5.2018"], "2018-05-15"),
        (["turning_18", "--param", "months=-3"], "is no integer"),
        (["turning_18", "--param", "months"], "name=value"),
        (["turning_18", "--param", "months=3", "--param", "months=4"], "given twice"),
    ],
)
def test_what_cannot_be_asked_is_said_in_a_sentence_with_code_2(asked, words, said):
    done = asked(*words)
    assert (done.exit_code, said in done.output, "Traceback" in done.output) == (2, True, False)


@pytest.mark.parametrize(
    ("name", "param"), [("who_is_left", "child"), ("relay_chains", "event")]
)
def test_an_id_that_nobody_mentions_is_no_empty_answer_and_ends_with_code_1(asked, name, param):
    done = asked(name, "--param", f"{param}=nowhere-told")
    assert (done.exit_code, "of the id 'nowhere-told'" in done.output) == (1, True)


def test_json_has_the_question_its_parameters_and_what_it_does_not_tell(asked):
    done = asked("turning_18", "--param", "as_of=2018-05-01", "--format", "json")
    said = json.loads(done.stdout)
    assert said["params"] == {"as_of": "2018-05-01", "months": 12}
    assert said["does_not_tell"] == [
        "Children of unknown age: they stay on the board as sought."
    ]
    assert [row["child_id"] for row in said["rows"]] == ["qurmiya", "yazmire"]
    assert (said["sensitive"], said["rows"][0]["sensitive"]) == (False, False)


def test_a_graph_has_the_people_as_nodes_and_what_ties_them_as_links(asked):
    done = asked("one_left", "--param", "as_of=2018-05-15", "--format", "graph")
    said = json.loads(done.stdout)
    names = {node["id"]: node["name"] for node in said["nodes"]}
    assert names["amina"] == "Amina"
    ties = {(link["source"], link["type"], link["target"]) for link in said["links"]}
    assert ("mother-of-turghun", "CARES_FOR", "meripet-eldest-child") in ties
    assert {end for one, _, other in ties for end in (one, other)} <= names.keys()


def test_a_graph_carries_the_stop_on_its_node_and_says_so(asked):
    said = json.loads(asked("requests_and_breaches", "--format", "graph").stdout)
    stopped = {node["id"] for node in said["nodes"] if node["do_not_contact"]}
    assert "pilduza" in stopped
    assert "almezar" not in stopped
    assert any("do not contact" in notice for notice in said["notices"])


def test_csv_is_safe_and_an_empty_cell_is_empty(asked):
    done = asked("relay_chains", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    assert {row["via"] for row in rows if row["event_id"] == "sulmeran-taken"} == {
        "karvash; mirzhal"
    }
    cells = [cell for row in rows for cell in row.values()]
    assert "" in cells
    assert not any(cell.startswith(("=", "+", "-", "@", "'")) for cell in cells)


def test_a_sensitive_answer_says_so_beside_the_rows_and_not_within_them(asked):
    done = asked("coded_words", "--format", "json")
    assert "Sensitive: 21 rows of 21 with coded words" in done.stderr
    assert json.loads(done.stdout)["sensitive"] is True
    assert "Sensitive" not in asked("turning_18", "--format", "json").stderr


def test_the_stop_is_said_with_every_answer_that_names_the_person(asked):
    done = asked("requests_and_breaches", "--format", "csv")
    assert "Asked not to be contacted, do not contact: " in done.stderr
    assert "Pilduza Saga" in done.stderr
    assert "Almezar" not in done.stderr


@pytest.mark.parametrize(("form", "named"), [("table", "Muhherrem"), ("json", "muhherrem")])
def test_what_must_be_known_before_the_rows_are_read_stands_before_them(asked, form, named):
    said = asked("coded_words", "--format", form).output
    assert said.index("Sensitive:") < said.index(named)


def test_nothing_found_is_said(asked):
    done = asked("one_left", "--param", "as_of=1990-01-01")
    assert "No record answers this question." in done.output
    assert "Not in this answer: Groups" in done.output


@pytest.mark.parametrize("columns", ["60", "300"])
def test_a_row_reads_on_a_narrow_and_on_a_wide_terminal(asked, monkeypatch, columns):
    monkeypatch.setenv("COLUMNS", columns)
    done = asked("turning_18", "--param", "as_of=2018-05-01")
    assert "Qurmiya Fable" in done.output
    assert "2018-07-20" in done.output


def test_a_format_of_exports_is_answered_with_the_command_that_hands_it_over(asked):
    done = asked("one_left", "--param", "as_of=2018-05-15", "--format", "graphml")
    assert done.exit_code == 2
    assert (
        "python -m graph export --ask one_left --param as_of=2018-05-15 --as-of 2018-05-15 "
        "--format graphml --audience AUDIENCE -o FILE"
    ) in done.stderr


def test_a_list_of_questions_is_nothing_to_hand_over():
    done = CliRunner().invoke(app, ["--format", "gexf"])
    assert (done.exit_code, "name one of them" in done.output) == (2, True)


def test_a_word_that_is_no_format_is_answered_with_all_of_them():
    done = CliRunner().invoke(app, ["one_left", "--format", "graphm"])
    assert done.exit_code == 2
    assert all(word in done.output for word in ("table", "graphml", "gedcom"))
