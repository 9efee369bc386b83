"""`python -m graph left` over the six families, loaded as a user loads them."""

import csv
import io
import json
from datetime import date

import jsonschema
import pytest

from graph.commands.left_command import LeftFormat, write_all
from graph.rule.answer import answer
from graph.rule.calendar import calendar
from graph.rule.network import network
from graph.words.answer_json import as_json
from graph.words.answer_text import AnswerText
from ingest import read
from tests import builders
from tests.commands.conftest import INVENTED, REPORT, ROOT
from tests.rule.calendars import children

SCHEMA = json.loads((ROOT / "docs" / "left.schema.json").read_text(encoding="utf-8"))
DAYS = ["2013-06-01", "2016-12-31", "2017-09-15", "2018-05-15", "2019-02-01", "2021-12-31"]


@pytest.fixture
def asked(loaded, home):
    """Run `left` on the loaded store."""
    from typer.testing import CliRunner  # noqa: PLC0415

    from graph.__main__ import app  # noqa: PLC0415

    return lambda *words: CliRunner().invoke(app, ["left", *words])


def test_amina_is_left_on_15_may_2018(asked):
    done = asked("--child", "meripet-eldest-child", "--as-of", "2018-05-15", "--format", "json")
    said = json.loads(done.stdout)
    assert {p["id"] for p in said["people"] if p["left"] == "yes"} == {"amina"}
    assert said["sources"] == {"reports": 1, "testimonies": 1}


@pytest.mark.parametrize("day", DAYS)
def test_every_answer_is_of_the_schema_and_counts_everybody(loaded, day):
    validator = jsonschema.Draft202012Validator(SCHEMA)
    for child, records in loaded.around_many(loaded.children()):
        said = as_json(AnswerText(answer(records, child, as_of=date.fromisoformat(day))))
        validator.validate(said)
        assert sum(said["counts"].values()) == len(said["people"])


@pytest.mark.parametrize("folder", [REPORT, INVENTED], ids=["report", "invented"])
def test_the_store_gives_the_same_answers_as_the_files(loaded, folder):
    """Whatever the rule needs of a child comes back from Neo4j, and nothing is missed."""
    records = read([folder]).records
    for child in children(records):
        around = loaded.around(child)
        for day in DAYS:
            stored = as_json(AnswerText(answer(around, child, as_of=date.fromisoformat(day))))
            typed = as_json(AnswerText(answer(records, child, as_of=date.fromisoformat(day))))
            assert stored == typed


def test_the_stored_calendars_are_those_that_the_rule_derives(loaded):
    ids = loaded.children()
    kept = loaded.calendars(ids)
    assert kept.keys() == set(ids)
    for child, records in loaded.around_many(ids):
        assert kept[child] == calendar(network(records, child))


@pytest.mark.parametrize("day", DAYS)
def test_the_board_counts_what_the_answers_count(loaded, day):
    on = date.fromisoformat(day)
    board = {row.child: row for row in loaded.board(on)}
    for child, records in loaded.around_many(loaded.children()):
        said = answer(records, child, as_of=on)
        assert (child in board) == said.board.listed
        if child in board:
            assert {k.value: n for k, n in board[child].counts.items()} == said.counts()
            assert board[child].separated == said.board.separated


def test_without_a_child_there_is_a_line_a_child(asked):
    done = asked("--as-of", "2018-05-15", "--format", "json")
    lines = json.loads(done.stdout)
    assert all(line.keys() == {"child", "counts", "last_thread", "clocks"} for line in lines)
    assert "meripet-eldest-child" in {line["child"]["id"] for line in lines}


def test_csv_carries_both_days_and_the_warning_of_the_household(asked):
    words = ("--child", "mamutjan-son", "--as-of", "2021-01-01", "--known-on", "2020-01-01")
    rows = list(csv.DictReader(io.StringIO(asked(*words, "--format", "csv").stdout)))
    assert {(row["as_of"], row["known_on"]) for row in rows} == {("2021-01-01", "2020-01-01")}
    assert {row["household_asked_not"] for row in rows} <= {"True", "False"}
    assert "None" not in {cell for row in rows for cell in row.values()}


def test_the_head_says_by_when_it_had_to_be_known(asked):
    words = ("--child", "mamutjan-son", "--as-of", "2021-01-01", "--known-on", "2020-01-01")
    assert "as of 2021-01-01, as known on 2020-01-01" in " ".join(asked(*words).output.split())


def test_csv_has_a_row_a_person_and_no_formula(asked):
    done = asked("--child", "mamutjan-son", "--as-of", "2021-01-01", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    assert {r["left"] for r in rows if r["id"] == "muhherrem"} == {"possibly"}
    cells = [cell for row in rows for cell in row.values()]
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in cells)


def test_the_table_says_the_stop_and_the_risk(asked):
    done = asked("--child", "mamutjan-son", "--as-of", "2017-03-01")
    assert " ".join(done.output.split()).count("do not contact") == 3
    assert "can itself lead to detention" in done.output


def test_nobody_left_is_said_with_the_sources(asked):
    output = " ".join(asked("--child", "dilnur-son", "--as-of", "2017-06-01").output.split())
    nobody = "No one is recorded as left to contact"
    assert f"{nobody} (1 report and 1 testimony, until 2021)." in output


def test_by_default_the_day_is_the_one_until_which_the_childs_sources_speak(asked):
    done = asked("--child", "omer-youngest-daughter", "--format", "json")
    assert json.loads(done.stdout)["as_of"] == "2021-12-31"


def test_a_child_that_nobody_mentions_is_said_in_a_sentence(asked):
    done = asked("--child", "nobody")
    assert done.exit_code == 1
    assert "nobody" in done.output
    assert "Traceback" not in done.output


def test_a_group_is_no_child(asked):
    done = asked("--child", "friends-of-mamutjan")
    assert (done.exit_code, "group" in done.output) == (1, True)


def test_a_day_that_is_none_is_refused_with_an_example(asked):
    done = asked("--as-of", "15.5.2018")
    assert done.exit_code == 2
    assert "2018-05-15" in done.output


def test_a_day_before_anything_was_recorded_is_an_answer_too(asked):
    done = asked("--child", "dilnur-son", "--as-of", "1990-01-01", "--format", "json")
    assert json.loads(done.stdout)["separated"] == "no"


def test_csv_has_the_stop_in_the_column_that_one_filters_on(asked):
    words = ("--child", "mamutjan-son", "--as-of", "2021-01-01", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(asked(*words).stdout)))
    assert {row["do_not_contact"] for row in rows} == {"True", "False"}
    for row in rows:
        assert row["left"] == ("stop" if row["do_not_contact"] == "True" else row["answer"])


def test_the_list_of_all_children_says_who_may_be_somebody_who_asked(capsys, monkeypatch):
    """Two records of one woman: the one that did not ask is not a plain yes."""
    monkeypatch.setenv("COLUMNS", "300")
    asked = builders.event("asked_not_to_be_contacted", "one", "2017-05-01", id_="asked")
    heard = builders.event("called", "two", "2017-06-01", id_="heard", to="mother")
    women = [builders.person(id_, name="Aygul Sidiq", sex="female") for id_ in ("one", "two")]
    ties = [builders.tie("granny", "parent_of", id_) for id_ in ("one", "two")]
    records = builders.family(*women, *ties, asked, heard)
    found = answer(records, "child", as_of=date(2017, 8, 1))
    write_all([found], LeftFormat.TABLE)
    line = next(one for one in capsys.readouterr().out.splitlines() if "(child)" in one)
    assert "Aygul Sidiq: may be the same as somebody who asked" in line
