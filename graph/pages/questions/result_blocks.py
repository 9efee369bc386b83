"""Rows of an answer as a table on a page: names instead of ids, each with a link."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import repeat
from typing import Any

from graph.console.free_answer import FreeAnswer
from graph.pages.kit.links import CLAIM, EVENT, PLACE, SOURCE, way
from graph.pages.kit.page_state import PERSON
from graph.pages.kit.sheet_blocks import Block, SheetRow, cell, part, run_of, sentence, table
from graph.pages.questions import question_words as words
from graph.pages.questions.row_sentences import said_columns, sentence_parts
from graph.questions.answer_values import is_node, is_relationship
from graph.questions.asking import Answered
from graph.questions.library import Question, ResultColumn
from graph.record.dates import BEGINNING, END, Window, said_window
from graph.views.free_view import ViewThing
from graph.words.marks import Mark
from graph.words.wording import STOP_SHORT, counted, days_words

MOST_ROWS = 200
MOST_CLAIMS = 40
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
    shown = [one for one in _worth_showing(found, things) if _kind(one) != "Claim.id"]
    cited = [one.name for one in found.question.columns if _kind(one) == "Claim.id"]
    names = [one.name for one in shown]
    said = said_columns(found.question.says)
    kept = [
        one
        for one in shown
        if one.name not in said and not _is_second(one.name, [*names, *said])
    ]
    titles = [_pair_title(one.name, names) or _title(one, names) for one in kept]
    rows = [
        [
            cell(_pair(one.name, row))
            if _pair_title(one.name, names)
            else _cell_of(one, row[one.name], things)
            for one in kept
        ]
        for row in found.rows
    ]
    if said:
        titles = [words.RECORDED, *titles]
        rows = [
            [cell(_sentence(found.question, row, things)), *cells]
            for row, cells in zip(found.rows, rows, strict=True)
        ]
    claims = [[id_ for name in cited for id_ in _several(row[name])] for row in found.rows]
    yield from _table(titles, rows, found.sensitive, found.stops, things, claims)


def _sentence(asked: Question, row: Said, things: Things) -> Block:
    columns = {one.name: one for one in asked.columns}
    return run_of(
        sentence_parts(asked.says, lambda name: _put(columns[name], row, [*columns], things))
    )


def _put(column: ResultColumn, row: Said, names: Sequence[str], things: Things) -> list[Block]:
    """Return what a row has in a column, as parts of a sentence."""
    if _pair_title(column.name, names):
        return cell(_pair(column.name, row))
    kind, parts = _kind(column), list[Block]()
    for value in _several(row[column.name]):
        parts += [part("; " if kind == "Event.id" else ", ")] if parts else []
        named = list(_linked(kind, value, things)) if kind else cell(_plain(_text(value)))
        parts += [one for block in named for one in (part(" "), block)][1:]
    return parts


def _plain(word: str) -> str:
    """Return a word of the vocabulary as it is read; any other text as it is."""
    return word.replace("_", " ") if _WORD.fullmatch(word) else word


_WORD = re.compile(r"[a-z_]+")
_PAIRS = {"least": "most", "earliest": "latest"}
"""How the names of two columns end that are one span: the least and the most days, a window."""


def _is_second(name: str, names: Sequence[str]) -> bool:
    """Return whether a column is the end of a span whose beginning is shown."""
    before, _, end = name.rpartition("_")
    begins = [one for one, other in _PAIRS.items() if other == end]
    return any(_joined(before, one) in names for one in begins)


def _pair_title(name: str, names: Sequence[str]) -> str:
    """Return the head of a span; "" of a column that begins none."""
    before, _, begin = name.rpartition("_")
    end = _joined(before, _PAIRS[begin]) if begin in _PAIRS else ""
    return (before.replace("_", " ") or "when") if end in names else ""


def _joined(before: str, end: str) -> str:
    return f"{before}_{end}" if before else end


def _pair(name: str, row: Said) -> str:
    """Return a span in words, such as "2 to 30 days"; "" where nothing is said."""
    before, _, begin = name.rpartition("_")
    first, last = row[name], row[_joined(before, _PAIRS[begin])]
    if first is None and last is None:
        return ""
    if begin == "earliest":
        return said_window(Window(_day(first, BEGINNING), _day(last, END)))
    if first is not None and first < 0 and last is not None:
        return f"{days_words(-first, -first)} before to {days_words(last, last)} after"
    return days_words(max(first or 0, 0), last)


def _day(value: Any, open_end: date) -> date:  # noqa: ANN401 - plain JSON
    return open_end if value is None else date.fromisoformat(str(value))


def _several(value: Any) -> list[Any]:  # noqa: ANN401 - plain JSON
    values = value if isinstance(value, list) else [value]
    return [one for one in values if one is not None]


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
    claims: Sequence[Sequence[str]] = (),
) -> Iterator[Block]:
    """Yield rows; each opens to the claims behind it, where they are known."""
    if not rows:
        yield sentence(words.NOTHING)
        return
    marked = any(sensitive) or any(stops)
    made = [
        SheetRow(
            cells=(*cells, _marks(held, stop, things)) if marked else tuple(cells),
            opens=counted(len(cited), "claim") if cited else "",
            rows=_claims(cited, len(cells) + marked),
        )
        for cells, held, stop, cited in zip(
            rows[:MOST_ROWS], sensitive, stops, claims or repeat(()), strict=False
        )
    ]
    yield table(
        [*columns, "Marks"] if marked else columns, made, caption=counted(len(rows), "row")
    )
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
    """Return whether it is the name, or the type, of what the id beside it leads to."""
    return f"{column.name}_id" in ids and column.about.partition(" of ")[0] in _SAYS_WHAT


def _told_by(name: str, ids: Sequence[str], rows: Sequence[Said], things: Things) -> bool:
    """Return whether one of the columns of ids shows the same names in every row."""
    return any(all(row[name] == _names_of(row[id_], things) for row in rows) for id_ in ids)


def _names_of(ids: Any, things: Things) -> Any:  # noqa: ANN401 - one, or a list of them
    if isinstance(ids, list):
        return [_names_of(one, things) for one in ids]
    return things[ids].name if ids in things else ids


def _kind(column: ResultColumn) -> str:
    return next((kind for kind in (*_WAYS, "Claim.id") if column.holds(kind)), "")


def _cell_of(column: ResultColumn, value: Any, things: Things) -> list[Block]:  # noqa: ANN401 - plain JSON
    kind, said = _kind(column), _several(value)
    if kind:
        return cell(*(block for one in said for block in _linked(kind, one, things)))
    return cell(*map(_text, said))


def _claims(claims: Sequence[str], columns: int) -> tuple[SheetRow, ...]:
    """Return the claims behind a row, each of which leads to its page."""
    if not claims:
        return ()
    shown = [part(claim, "quiet", to=way(CLAIM, claim)) for claim in claims[:MOST_CLAIMS]]
    more = len(claims) - MOST_CLAIMS
    rest = [part(f"and {more} more", "quiet")] if more > 0 else []
    return (SheetRow(cells=(cell(*shown, *rest), *([[]] * (columns - 1)))),)


def _linked(kind: str, id_: str, things: Things) -> Iterator[Block]:
    yield part(_name(id_, things), to=way(_WAYS[kind], id_))
    yield from stop_part(things.get(id_))


def stop_part(thing: ViewThing | None) -> list[Block]:
    """Return the hard stop of a person; nothing where there is none."""
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
