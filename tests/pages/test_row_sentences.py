"""Rows of answers as sentences: nothing of a row is lost, and each name leads to its page."""

import pytest

from graph.commands import ask_command as asking
from graph.pages.kit.links import way
from graph.pages.kit.sheet_blocks import part
from graph.pages.questions.result_blocks import _WAYS, answered_blocks
from graph.pages.questions.row_sentences import said_columns, sentence_parts
from graph.questions.asking import ask, ids_in
from graph.questions.library import library
from graph.store.queries import query
from graph.views.free_view import view

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


def _parts(cells):
    for cell in cells:
        for line in cell:
            yield from line.get("runs", [line])


@pytest.mark.parametrize("asked", ALL, ids=lambda asked: asked.name)
def test_all_that_a_row_names_leads_to_its_page(loaded, asked):
    given = {}
    if any(one.default is None for one in asked.params):
        listed = loaded.read(query("read/with_calendar"), ids=loaded.children())
        given = {one.name: listed[0]["id"] for one in asked.params if one.default is None}
    found = ask(loaded, asked, given)
    seen = view(loaded, found.ids(*asking.DRAWN))
    made = [one for one in answered_blocks(found, seen.things) if one["kind"] == "table"]
    for row, line in zip(found.rows, made[0]["rows"] if made else [], strict=False):
        parts = list(_parts(line.cells))
        to = {one["to"] for one in parts if "to" in one}
        named = {
            way(page, id_) for kind, page in _WAYS.items() for id_ in ids_in(asked, row, kind)
        }
        assert named <= to
        text = "".join(one["text"] for one in parts)
        assert "{" not in text
        assert "None" not in text
