"""Rows of an answer as a table on a page: names instead of ids, each a way to its page."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from graph.console.free_answer import FreeAnswer
from graph.pages.kit.links import EVENT, PLACE, SOURCE, way
from graph.pages.kit.page_state import PERSON
from graph.pages.kit.sheet_blocks import Block, SheetRow, cell, part, sentence, table
from graph.pages.kit.stop_marks import STOP_SHORT
from graph.pages.questions import question_words as words
from graph.questions.answer_values import is_node, is_relationship
from graph.questions.asking import Answered
from graph.questions.library import ResultColumn
from graph.views.free_view import ViewThing
from graph.words.marks import Mark

MOST_ROWS = 200
MOST_CLAIMS = 3
Things = Mapping[str, ViewThing]
Said = Mapping[str, Any]
_WAYS = {"Person.id": PERSON, "Event.id": EVENT, "Place.id": PLACE, "Source.id": SOURCE}
_LABELLED = {
    "KinthreadPerson": PERSON,
    "KinthreadEvent": EVENT,
    "KinthreadPlace": PLACE,
    "KinthreadSource": SOURCE,
}
_FOUND = {"people": PERSON, "events": EVENT, "places": PLACE, "sources": SOURCE}
_NAMES = ("name", "title", "type", "about")
_SAYS_WHAT = ("", "name", "its type")
"""How the header describes the name, or the type, of what an id names."""


def answered_blocks(found: Answered, things: Things) -> Iterator[Block]:
    """Yield the rows of a question of the library."""
    shown = _worth_showing(found, things)
    names = [_title(column, [one.name for one in shown]) for column in shown]
    rows = [
        [_cell_of(column, row[column.name], things) for column in shown] for row in found.rows
    ]
    yield from _table(names, rows, found.sensitive, found.stops, things)


def _title(column: ResultColumn, others: Sequence[str]) -> str:
    """Return the head of a column: an id is shown as a name, so it is called as one."""
    plain = column.name.removesuffix("_id")
    if plain != column.name and plain in others:
        plain = f"{plain} event" if column.holds("Event.id") else column.name
    return plain.replace("_", " ")


def free_blocks(found: FreeAnswer, things: Things) -> Iterator[Block]:
    """Yield the rows of a free query; where it is misspelt, none are no finding."""
    if not found.rows and found.misspelt:
        yield sentence(words.NO_ROWS)
        return
    known = {id_: kind for name, kind in _FOUND.items() for id_ in found.found[name]}
    rows = [[cell(*_value(value, known, things)) for value in row] for row in found.rows]
    yield from _table(found.columns, rows, found.sensitive, found.stops, things)


def _table(
    columns: Sequence[str],
    rows: Sequence[Sequence[list[Block]]],
    sensitive: Sequence[bool],
    stops: Sequence[Sequence[str]],
    things: Things,
) -> Iterator[Block]:
    if not rows:
        yield sentence(words.NOTHING)
        return
    marked = any(sensitive) or any(stops)
    made = [
        SheetRow(cells=(*cells, _marks(held, stop, things)) if marked else tuple(cells))
        for cells, held, stop in zip(rows[:MOST_ROWS], sensitive, stops, strict=False)
    ]
    yield table([*columns, "Marks"] if marked else columns, made, caption=words.rows(len(rows)))
    if len(rows) > MOST_ROWS:
        yield sentence(words.ROWS_SHOWN.format(shown=MOST_ROWS, total=len(rows)), "warn")


def _marks(held: bool, stop: Sequence[str], things: Things) -> list[Block]:  # noqa: FBT001 - a mark
    return cell(
        part("sensitive" if held else "", "warn"),
        *(part(f"{STOP_SHORT}: {_name(id_, things)}", "stop", Mark.STOP) for id_ in stop),
    )


def _worth_showing(found: Answered, things: Things) -> list[ResultColumn]:
    """Return the columns that say something new: not empty, and no name beside its id."""
    columns = [
        column
        for column in found.question.columns
        if any(row[column.name] not in (None, [], "", False) for row in found.rows)
    ]
    ids = [column.name for column in columns if _kind(column) not in ("", "Claim.id")]
    return [
        column
        for column in columns
        if _kind(column)
        or not (_beside(column, ids) or _told_by(column.name, ids, found.rows, things))
    ]


def _beside(column: ResultColumn, ids: Sequence[str]) -> bool:
    """Tell whether it is the name, or the type, of what the id beside it leads to."""
    return f"{column.name}_id" in ids and column.about.partition(" of ")[0] in _SAYS_WHAT


def _told_by(name: str, ids: Sequence[str], rows: Sequence[Said], things: Things) -> bool:
    """Tell whether one of the columns of ids shows the same names in every row."""
    return any(all(row[name] == _names_of(row[id_], things) for row in rows) for id_ in ids)


def _names_of(ids: Any, things: Things) -> Any:  # noqa: ANN401 - one, or a list of them
    if isinstance(ids, list):
        return [_names_of(one, things) for one in ids]
    return things[ids].name if ids in things else ids


def _kind(column: ResultColumn) -> str:
    return next((kind for kind in (*_WAYS, "Claim.id") if column.holds(kind)), "")


def _cell_of(column: ResultColumn, value: Any, things: Things) -> list[Block]:  # noqa: ANN401 - plain JSON
    kind = _kind(column)
    values: list[Any] = value if isinstance(value, list) else [value]
    said = [one for one in values if one is not None]
    if kind == "Claim.id":
        return cell(*_claims(said))
    if kind:
        return cell(*(block for one in said for block in _linked(kind, one, things)))
    return cell(*map(_text, said))


def _claims(claims: Sequence[str]) -> Iterator[Block]:
    yield from (part(claim, "quiet") for claim in claims[:MOST_CLAIMS])
    if len(claims) > MOST_CLAIMS:
        yield part(f"and {len(claims) - MOST_CLAIMS} more", "quiet")


def _linked(kind: str, id_: str, things: Things) -> Iterator[Block]:
    yield part(_name(id_, things), to=way(_WAYS[kind], id_))
    yield from stop_part(things.get(id_))


def stop_part(thing: ViewThing | None) -> list[Block]:
    """Return the hard stop of a person; nothing for whoever, or whatever, has none."""
    stopped = thing is not None and thing.stop
    return [part(STOP_SHORT, "stop", Mark.STOP)] if stopped else []


def _name(id_: str, things: Things) -> str:
    thing = things.get(id_)
    return id_ if thing is None else ", ".join(one for one in (thing.name, thing.said) if one)


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
        yield part(_text(value))


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
    return "; ".join(map(_text, value)) if isinstance(value, list) else _text(value)


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, dict | list):
        return json.dumps(value, ensure_ascii=False, default=str)
    return str(value)


def unknown_blocks(unknown: Iterable[str]) -> list[Block]:
    """Return what an answer does not tell."""
    told = [sentence(line, "quiet") for line in unknown]
    return [sentence(f"{words.UNKNOWN}:"), *told] if told else []
