"""Whatever a command writes, whoever asked not to be contacted is named with the stop.

Of every child, question and kind of row, in every format of the terminal.
"""

import csv
import io
import json
from collections.abc import Iterator
from typing import Any

import pytest

from graph.commands import ask_command as asking
from graph.commands import left_command, query_command
from graph.commands.export_hint import RowFormat
from graph.console.free_answer import ask_freely
from graph.pages.questions.result_blocks import answered_blocks, free_blocks, row_names
from graph.questions.answer_columns import THINGS
from graph.questions.asking import ask
from graph.questions.library import library
from graph.record.vocabulary import Left
from graph.rule.answer import ChildAnswer, answer
from graph.rule.calendar import calendar
from graph.store.queries import query
from graph.views.free_view import view
from tests.stopped import named_in, stopped, without_the_stop

RETURNED = ("p", "p.id", "p.name AS name", "[p] AS people", "{one: p.name} AS map")


def parts_of(text: str, form: str) -> list[str]:
    """Return what is read at once: a line, a row with its head, an object of JSON."""
    if form == "csv":
        return [_filled(row) for row in csv.DictReader(io.StringIO(text))]
    if form in ("json", "graph"):
        return list(_objects(json.loads(text)))
    return text.splitlines()


def _objects(value: Any) -> Iterator[str]:
    """Yield what an object says of itself, and each object of a list in it as a whole."""
    if isinstance(value, list):
        yield from map(_filled, value)
        return
    yield _filled({k: v for k, v in value.items() if not isinstance(v, list | dict)})
    for one in value.values():
        if isinstance(one, list | dict):
            yield from _objects(one)


def _filled(value: Any) -> str:
    """Return a value in words, without what is empty or not so."""
    if isinstance(value, dict):
        said = {k: _filled(v) for k, v in value.items()}
        return "; ".join(f"{k}: {v}" for k, v in said.items() if v)
    if isinstance(value, list):
        return ", ".join(map(_filled, value))
    return "" if value in (None, False, "False") else str(value)


def _in_table(blocks: Any) -> list[str]:
    rows = [row for block in blocks if block["kind"] == "table" for row in block["rows"]]
    return [" ".join(one["text"] for cell in row.cells for one in cell) for row in rows]


@pytest.mark.parametrize("form", list(left_command.LeftFormat))
def test_who_is_left_is_written_with_the_stop(loaded, capsys, wide, form):
    written = []
    for found in _on_days(loaded):
        left_command.write_all(found, form)
        written.append(capsys.readouterr().out)
        for said in found:
            left_command.write_one(said, form)
            written.append(capsys.readouterr().out)
    for text in written:
        assert without_the_stop(parts_of(text, form.value)) == []
    assert named_in("\n".join(written)) == set(stopped().values())


def _on_days(loaded: Any) -> Iterator[list[ChildAnswer]]:
    """Yield the answers of the last day told, and of the days when the stopped were left."""
    around = dict(loaded.around_many(loaded.children()))
    last = [answer(records, child) for child, records in around.items()]
    yield last
    for said in last:
        stays = [one for one in calendar(said.network).stays if one.person in said.stops]
        days = {one.first for one in stays if one.left in (Left.YES, Left.POSSIBLY)}
        child = said.network.child.id
        yield from ([answer(around[child], child, as_of=day)] for day in sorted(days))


@pytest.mark.parametrize("asked", library(), ids=lambda asked: asked.name)
def test_an_answer_to_a_question_is_written_with_the_stop(loaded, capsys, wide, asked):
    given = [{}]
    needed = [one.name for one in asked.params if one.default is None]
    if needed:
        listed = loaded.read(query("read/with_calendar"), ids=loaded.children())
        children = [row["id"] for row in listed]
        people = children if needed == ["child"] else sorted(stopped())
        given = [{needed[0]: id_} for id_ in people]
    for params in given:
        found = ask(loaded, asked, params)
        seen, names = view(loaded, found.ids(*THINGS)), row_names(loaded, found)
        for form in RowFormat:
            asking.write(found, form, names, seen if form is RowFormat.GRAPH else None)
            text = capsys.readouterr().out
            assert without_the_stop(parts_of(text, form.value)) == []
        assert without_the_stop(_in_table(answered_blocks(found, names))) == []
        assert without_the_stop(found.notices()) == []


@pytest.mark.parametrize("returned", RETURNED)
def test_rows_of_free_cypher_are_written_with_the_stop(loaded, capsys, wide, returned):
    text = f"MATCH (p:Person) WHERE p.id IN {sorted(stopped())} RETURN {returned}"
    found = ask_freely(loaded, text, {})
    for form in RowFormat:
        query_command.write(found, form)
        written = capsys.readouterr().out
        assert without_the_stop(parts_of(written, form.value)) == []
    assert named_in(written)
    seen = view(loaded, found.found["people"])
    rows = _in_table(free_blocks(found, seen.things))
    assert rows
    assert without_the_stop(rows) == []
    assert any(set(stopped().values()) & named_in(notice) for notice in found.notices())
