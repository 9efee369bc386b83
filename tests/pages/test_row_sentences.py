"""Rows of answers as sentences: nothing of a row is lost, and each name leads to its page."""

import re
from functools import cache

import pytest

from graph.commands import ask_command as asking
from graph.commands.export_hint import RowFormat
from graph.pages.kit.links import way
from graph.pages.kit.sheet_blocks import part
from graph.pages.questions.result_blocks import WAYS, answered_blocks, row_names
from graph.pages.questions.row_sentences import said_columns, sentence_parts
from graph.questions.answer_columns import CLAIMS, NAMED, names_in
from graph.questions.asking import ask, ids_in
from graph.questions.library import library
from graph.record.schema import TABLES
from graph.store.queries import query
from ingest import read
from tests.conftest import BOTH_SETS
from tests.stopped import without_the_stop

AROUND = ".,;:()“”"
"""Signs that stand around a word."""
AS_LISTS = {"doubts", "gaps"}
"""Their rows begin with what is wrong, in words."""
ALL = library()


def said(says: str, **row: str) -> str:
    found = sentence_parts(says, lambda name: [part(row[name])] if row.get(name) else [])
    return "".join(one["text"] for one in found)


def test_words_in_brackets_go_where_their_column_is_empty():
    says = "{who} left[ for {where}][, on {day}]."
    assert (
        said(says, who="Ann", where="Norvia", day="Monday") == "Ann left for Norvia, on Monday."
    )
    assert said(says, who="Ann", day="Monday") == "Ann left, on Monday."
    assert said(says, who="Ann") == "Ann left."
    assert said("[{who}: ]nobody", who="") == "nobody"


@pytest.mark.parametrize("asked", ALL, ids=lambda asked: asked.name)
def test_every_row_is_a_sentence_of_its_own_columns(asked):
    assert bool(asked.says) == (asked.name not in AS_LISTS)
    assert set(said_columns(asked.says)) <= {one.name for one in asked.columns}
    assert not asked.says or asked.says.endswith(".")


def _parts(line):
    """Yield what can be read in a line of a table, also when it is opened."""
    for cell in line.cells:
        for one in cell:
            yield from one.get("runs", [one])
    for below in line.rows:
        yield from _parts(below)


@pytest.fixture
def answered(loaded):
    """Ask a question; what needs a person is asked of the first child."""

    def run(asked):
        listed = loaded.read(query("read/with_calendar"), ids=loaded.children())
        needed = [one.name for one in asked.params if one.default is None]
        found = ask(loaded, asked, dict.fromkeys(needed, listed[0]["id"]))
        made = answered_blocks(found, row_names(loaded, found))
        lines = [line for one in made if one["kind"] == "table" for line in one["rows"]]
        return found, lines

    return run


@pytest.mark.parametrize("asked", ALL, ids=lambda asked: asked.name)
def test_all_that_a_row_names_leads_to_its_page(answered, asked):
    found, lines = answered(asked)
    for row, line in zip(found.rows, lines, strict=False):
        parts = list(_parts(line))
        named = {
            way(page, id_) for kind, page in WAYS.items() for id_ in ids_in(asked, row, kind)
        }
        assert named <= {one["to"] for one in parts if "to" in one}
        text = "".join(one["text"] for one in parts)
        assert "{" not in text
        assert "None" not in text


@pytest.mark.parametrize("asked", ALL, ids=lambda asked: asked.name)
def test_no_id_stands_for_a_name_on_a_page(answered, asked):
    _, lines = answered(asked)
    assert ids_read(one["text"] for line in lines for one in _parts(line)) == set()


@pytest.mark.parametrize("asked", ALL, ids=lambda asked: asked.name)
def test_claims_behind_a_row_are_said_with_the_stop_behind_each_name(answered, asked):
    _, lines = answered(asked)
    said = [one["text"] for line in lines for below in line.rows for one in _parts(below)]
    assert without_the_stop(said) == []


@pytest.mark.parametrize("asked", ALL, ids=lambda asked: asked.name)
def test_no_id_stands_for_a_name_in_a_terminal_and_json_keeps_them(
    loaded, answered, capsys, monkeypatch, asked
):
    monkeypatch.setenv("COLUMNS", "3000")
    found, _ = answered(asked)
    names = names_in(loaded, found)
    asking.write(found, RowFormat.TABLE, names)
    assert ids_read(capsys.readouterr().out.splitlines()) == set()
    asking.write(found, RowFormat.JSON, names)
    kept = set(re.findall(r'"([^"]+)"', capsys.readouterr().out))
    assert found.ids(*NAMED, CLAIMS) <= kept


def ids_read(texts):
    """Return the ids of both sets that are read in texts as words of their own."""
    return {word.strip(AROUND) for text in texts for word in text.split()} & ids()


@cache
def ids():
    """Every id of both sets that is no word of a name or a title."""
    every = [
        one
        for folder in BOTH_SETS
        for table in TABLES.values()
        for one in getattr(read([folder]).records, table.plural)
    ]
    names = [getattr(one, "name", "") or getattr(one, "title", "") for one in every]
    words = {word.strip(AROUND) for name in names for word in name.split()}
    return {id_ for one in every for id_ in (one.id, getattr(one, "about", one.id))} - words
