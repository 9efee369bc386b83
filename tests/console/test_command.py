"""`python -m graph query` as a user runs it: what it writes, and with which code it ends."""

import csv
import io
import json

import pytest
from typer.testing import CliRunner

from graph.__main__ import app


@pytest.fixture
def ask(served, monkeypatch, tmp_path):
    """Run `python -m graph query ...` on the loaded server, as on one of the user's own."""
    found = served.current()
    monkeypatch.setenv("NEO4J_URI", found.uri)
    monkeypatch.setenv("NEO4J_USER", found.user)
    monkeypatch.setenv("NEO4J_PASSWORD", found.password)
    monkeypatch.delenv("NEO4J_DATABASE", raising=False)
    monkeypatch.setenv("GRAPH_HOME", str(tmp_path))
    monkeypatch.setenv("COLUMNS", "150")
    return lambda *words, **more: CliRunner().invoke(app, ["query", *words], **more)


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["MATCH (n) DETACH DELETE n"], 3, "only reads"),
        (["SHOW SETTINGS"], 3, "Settings, users, other queries"),
        (["MATCH (p:Person {id: $id}) RETURN p"], 2, "needs $id: --param id=..."),
        (["RETURN 1 AS x", "--param", "id=1"], 2, "no parameter id"),
        (["RETURN $day AS d", "--param", "day=2018-02-30"], 2, "no day that there is"),
        (["RETURN $n AS n", "--param", "n=99999999999999999999"], 2, "too large"),
        (["RETURN 1 / 0 AS x"], 1, "/ by zero"),
        (["WITH [1] AS l RETURN size([x IN range(1, 99999) | l]) AS x"], 3, "range()"),
    ],
)
def test_what_is_not_answered_is_said_with_its_code(ask, words, code, said):
    done = ask(*words)
    assert (done.exit_code, said in done.stderr) == (code, True), done.output
    assert "Traceback" not in done.output


def test_a_syntax_error_shows_its_place(ask):
    done = ask("MATCH (p:Person)\nRETRUN p.name")
    assert done.exit_code == 2
    line, shown, caret = done.stderr.splitlines()[:3]
    assert line.startswith("Line 2, column 1: ")
    assert (shown, caret) == ("RETRUN p.name", "^")


def test_what_takes_too_long_or_too_much_ends_with_4(ask, monkeypatch):
    monkeypatch.setattr("graph.console.limits.Limits.__init__.__kwdefaults__", SECOND)
    done = ask(
        "WITH range(1, 9999) AS r UNWIND r AS a UNWIND r AS b UNWIND r AS c RETURN count(*)"
    )
    assert (done.exit_code, "stopped after 1 seconds" in done.stderr) == (4, True)


SECOND = {"seconds": 1.0, "rows": 1_000, "bytes": 5_000_000, "memory": 1_500_000_000}


def test_cut_rows_are_rows_and_the_notice_stands_beside_them(ask):
    done = ask("UNWIND range(1, 5000) AS x RETURN x", "--format", "csv")
    assert done.exit_code == 0
    assert len(done.stdout.splitlines()) == 1_001
    assert "Cut: there are more rows than the 1,000" in done.stderr


def test_the_query_can_come_from_standard_input(ask):
    done = ask(
        "-", "--format", "json", input="MATCH (p:Person {id: 'amina'})\nRETURN p.name AS n;"
    )
    assert json.loads(done.stdout)["rows"] == [
        {"n": "Amina", "sensitive": False, "do_not_contact": []}
    ]


def test_parameters_are_typed_by_the_rule(ask):
    given = {"n": "-7", "day": "2018-05-15", "yes": "true", "text": "amina 1", "quoted": '"7"'}
    words = [word for name, text in given.items() for word in ("--param", f"{name}={text}")]
    types = ", ".join(f"valueType(${name}) AS {name}" for name in given)
    row = json.loads(ask(f"RETURN {types}", "--format", "json", *words).stdout)["rows"][0]
    assert [row[name].split()[0] for name in given] == [
        "INTEGER", "DATE", "BOOLEAN", "STRING", "STRING",
    ]  # fmt: skip


def test_a_graph_has_the_ends_of_its_links_and_the_stop(ask):
    done = ask(
        "MATCH (:Person {id: 'mother-of-mamutjan'})-[r:PARENT_OF]->() RETURN r",
        "--format",
        "graph",
    )
    graph = json.loads(done.stdout)
    nodes = {node["id"]: node for node in graph["nodes"]}
    assert {(link["source"], link["type"]) for link in graph["links"]} == {
        ("mother-of-mamutjan", "PARENT_OF")
    }
    assert {link["target"] for link in graph["links"]} <= set(nodes)
    assert nodes["mother-of-mamutjan"]["do_not_contact"] is True


def test_a_cell_is_no_formula(ask):
    done = ask("RETURN '=1+1' AS `=x`", "--format", "csv")
    assert list(csv.reader(io.StringIO(done.stdout)))[:2] == [
        ["'=x", "sensitive", "do_not_contact"],
        ["'=1+1", "false", ""],
    ]


def test_things_in_a_table_are_called_by_their_names(ask):
    done = ask("MATCH way = (:Person {id: 'amina'})-[:TOOK_PART]-() RETURN way LIMIT 1")
    assert "Amina (amina) " in done.stdout
    assert "-TOOK_PART-> " in done.stdout


def test_a_format_of_exports_is_answered_with_the_people_to_hand_over(ask):
    done = ask("MATCH (p:Person) RETURN p.id AS id ORDER BY id LIMIT 2", "--format", "graphml")
    people = json.loads(
        ask("MATCH (p:Person) RETURN p.id AS id ORDER BY id LIMIT 2", "--format", "json").stdout
    )["rows"]
    ids = ",".join(row["id"] for row in people)
    assert (done.exit_code, done.stdout) == (2, "")
    assert f"python -m graph export --people {ids} --format graphml" in done.stderr


def test_where_no_person_came_back_there_is_nobody_to_hand_over(ask):
    done = ask("RETURN 1 AS one", "--format", "gexf")
    assert (done.exit_code, "No person came back" in done.stderr) == (2, True)


def test_a_misspelt_label_is_said_before_the_rows(ask):
    done = ask("MATCH (p:Persn) RETURN p")
    assert done.exit_code == 0
    assert "No label Persn is in the store; did you mean Person?" in done.stderr
