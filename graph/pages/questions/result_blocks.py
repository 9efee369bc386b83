"""Rows of an answer as a table on a page: names instead of ids, each with a link."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import repeat
from typing import Any

from graph.console.free_answer import FreeAnswer
from graph.pages.kit.links import CLAIM, EVENT, PLACE, SOURCE, way
from graph.pages.kit.page_state import PERSON
from graph.pages.kit.sheet_blocks import Block, SheetRow, cell, part, run_of, sentence, table
from graph.pages.questions import question_words as words
from graph.pages.questions.row_sentences import said_columns, sentence_parts
from graph.questions.answer_columns import (
    CLAIMS,
    ends_a_span,
    kind_of,
    names_in,
    several,
    span_title,
    span_words,
    title_of,
    value_text,
    worth_showing,
)
from graph.questions.answer_values import is_node, is_relationship
from graph.questions.asking import Answered, Row
from graph.questions.library import Question, ResultColumn
from graph.views.free_view import ViewThing
from graph.views.named_ids import NamedIds, NamedStore
from graph.words.marks import Mark
from graph.words.wording import STOP_SHORT, counted

MOST_ROWS = 200
MOST_CLAIMS = 40
Things = Mapping[str, ViewThing]
WAYS = {"Person.id": PERSON, "Event.id": EVENT, "Place.id": PLACE, "Source.id": SOURCE}
"""The page that each kind of id leads to."""
_LABELLED = {
    "KinthreadPerson": PERSON,
    "KinthreadEvent": EVENT,
    "KinthreadPlace": PLACE,
    "KinthreadSource": SOURCE,
}
_FOUND = {"people": PERSON, "events": EVENT, "places": PLACE, "sources": SOURCE}
_NAMES = ("name", "title", "type", "about")


def row_names(store: NamedStore, found: Answered) -> NamedIds:
    """Read what the ids in the rows that are shown name, and the claims behind them say."""
    return names_in(store, found.only(range(min(MOST_ROWS, len(found.rows)))), claims=True)


def answered_blocks(found: Answered, names: NamedIds) -> Iterator[Block]:
    """Yield the rows of a question of the library.

    Args:
        found: the answer.
        names: of its rows, as `row_names` reads them.
    """
    rows = found.rows[:MOST_ROWS]
    shown = [
        one
        for one in worth_showing(found.question.columns, rows, names)
        if kind_of(one) != CLAIMS
    ]
    cited = [one.name for one in found.question.columns if kind_of(one) == CLAIMS]
    columns = [one.name for one in shown]
    said = said_columns(found.question.says)
    kept = [
        one
        for one in shown
        if one.name not in said and not ends_a_span(one.name, [*columns, *said])
    ]
    titles = [title_of(one, columns) for one in kept]
    lines = [[_cell_of(one, row, columns, names) for one in kept] for row in rows]
    if said:
        titles = [words.RECORDED, *titles]
        lines = [
            [cell(_sentence(found.question, row, names)), *cells]
            for row, cells in zip(rows, lines, strict=True)
        ]
    claims = [[id_ for name in cited for id_ in several(row[name])] for row in rows]
    yield from _table(titles, lines, found.sensitive, found.stops, names, claims)


def _sentence(asked: Question, row: Row, names: NamedIds) -> Block:
    columns = {one.name: one for one in asked.columns}
    return run_of(
        sentence_parts(asked.says, lambda name: _put(columns[name], row, [*columns], names))
    )


def _put(column: ResultColumn, row: Row, others: Sequence[str], names: NamedIds) -> list[Block]:
    """Return what a row has in a column, as parts of a sentence."""
    if span_title(column.name, others):
        return cell(span_words(column.name, row))
    kind, parts = kind_of(column), list[Block]()
    for value in several(row[column.name]):
        parts += [part("; " if kind == "Event.id" else ", ")] if parts else []
        named = list(_linked(kind, value, names)) if kind else cell(_plain(value_text(value)))
        parts += [one for block in named for one in (part(" "), block)][1:]
    return parts


def _plain(word: str) -> str:
    """Return a word of the vocabulary as it is read; any other text as it is."""
    return word.replace("_", " ") if _WORD.fullmatch(word) else word


_WORD = re.compile(r"[a-z_]+")


def free_blocks(found: FreeAnswer, things: Things) -> Iterator[Block]:
    """Yield the rows of a free query; where it is misspelt, none are no finding."""
    if not found.rows and found.misspelt:
        yield sentence(words.NO_ROWS)
        return
    known = {id_: kind for name, kind in _FOUND.items() for id_ in found.found[name]}
    rows = [[cell(*_value(value, known, things)) for value in row] for row in found.rows]
    named = NamedIds(things=things)
    yield from _table(found.columns, rows, found.sensitive, found.stops, named)


def _table(
    columns: Sequence[str],
    rows: Sequence[Sequence[list[Block]]],
    sensitive: Sequence[bool],
    stops: Sequence[Sequence[str]],
    names: NamedIds,
    claims: Sequence[Sequence[str]] = (),
) -> Iterator[Block]:
    """Yield the first of all rows that are marked; each opens to its claims, if known."""
    if not rows:
        yield sentence(words.NOTHING)
        return
    total = len(sensitive)
    marked = any(sensitive) or any(stops)
    made = [
        SheetRow(
            cells=(*cells, _marks(held, stop, names)) if marked else tuple(cells),
            opens=counted(len(cited), "claim") if cited else "",
            rows=_claims(cited, len(cells) + marked, names),
        )
        for cells, held, stop, cited in zip(
            rows[:MOST_ROWS], sensitive, stops, claims or repeat(()), strict=False
        )
    ]
    yield table([*columns, "Marks"] if marked else columns, made, caption=counted(total, "row"))
    if total > MOST_ROWS:
        yield sentence(words.ROWS_SHOWN.format(shown=MOST_ROWS, total=total), "warn")


def _marks(held: bool, stop: Sequence[str], names: NamedIds) -> list[Block]:  # noqa: FBT001 - a mark
    return cell(
        part("sensitive" if held else "", "warn"),
        *(part(f"{STOP_SHORT}: {names.name(id_)}", "stop", Mark.STOP) for id_ in stop),
    )


def _cell_of(
    column: ResultColumn, row: Row, others: Sequence[str], names: NamedIds
) -> list[Block]:
    if span_title(column.name, others):
        return cell(span_words(column.name, row))
    kind, said = kind_of(column), several(row[column.name])
    if kind:
        return cell(*(block for one in said for block in _linked(kind, one, names)))
    return cell(*map(value_text, said))


def _claims(claims: Sequence[str], columns: int, names: NamedIds) -> tuple[SheetRow, ...]:
    """Return what the claims behind a row say, each with the way to its page."""
    if not claims:
        return ()
    shown = [
        part(names.name(claim), "quiet", to=way(CLAIM, claim)) for claim in claims[:MOST_CLAIMS]
    ]
    more = len(claims) - MOST_CLAIMS
    rest = [part(f"and {more} more", "quiet")] if more > 0 else []
    return (SheetRow(cells=(cell(*shown, *rest), *([[]] * (columns - 1)))),)


def _linked(kind: str, id_: str, names: NamedIds) -> Iterator[Block]:
    yield part(names.name(id_), to=way(WAYS[kind], id_))
    yield from stop_part(names.things.get(id_))


def stop_part(thing: ViewThing | None) -> list[Block]:
    """Return the hard stop of a person; nothing where there is none."""
    stopped = thing is not None and thing.stop
    return [part(STOP_SHORT, "stop", Mark.STOP)] if stopped else []


def _value(value: Any, known: Mapping[str, str], things: Things) -> Iterator[Block]:  # noqa: ANN401 - plain JSON
    if is_node(value):
        yield from _node(value, things)
    elif is_relationship(value):
        yield part(value["type"].replace("_", " ").lower(), "strong")
        yield part(_properties(value["properties"]), "quiet")
    elif isinstance(value, Mapping) and value.get("kind") == "path":
        for node in value["nodes"]:
            yield from _node(node, things)
    elif isinstance(value, list):
        for one in value:
            yield from _value(one, known, things)
    elif isinstance(value, str) and value in known:
        yield part(value, to=way(known[value], value))
        yield from stop_part(things.get(value))
    else:
        yield part(value_text(value))


def _node(value: Mapping[str, Any], things: Things) -> Iterator[Block]:
    properties = value["properties"]
    kind = next((_LABELLED[label] for label in value["labels"] if label in _LABELLED), None)
    name = next((str(properties[key]) for key in _NAMES if properties.get(key)), value["id"])
    yield part(name, "name", to=way(kind, value["id"])) if kind else part(name, "strong")
    yield part(", ".join(one for one in value["labels"] if not one.startswith("Kin")), "quiet")
    yield from stop_part(things.get(value["id"]))


def _properties(properties: Mapping[str, Any]) -> str:
    shown = {name: value for name, value in properties.items() if name != "id"}
    return ", ".join(f"{name}: {_listed(value)}" for name, value in shown.items())


def _listed(value: object) -> str:
    return "; ".join(map(value_text, value)) if isinstance(value, list) else value_text(value)


def unknown_blocks(unknown: Iterable[str]) -> list[Block]:
    """Return what an answer does not tell."""
    told = [sentence(line, "quiet") for line in unknown]
    return [sentence(f"{words.UNKNOWN}:"), *told] if told else []
