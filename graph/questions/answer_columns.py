"""The columns of an answer as they are read: names in the place of ids, spans in words."""

import json
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from graph.questions.asking import Answered, Row
from graph.questions.library import ResultColumn
from graph.record.dates import BEGINNING, END, Window, said_window
from graph.views.named_ids import NamedIds, NamedStore, named_ids
from graph.words.wording import days_words

CLAIMS = "Claim.id"
SOURCES = "Source.id"
THINGS = ("Person.id", "Event.id", "Place.id")
"""What of an answer is a node of a network."""
NAMED = (*THINGS, SOURCES)
"""What is shown by a name."""
_SAYS_WHAT = ("", "name", "its type")
"""How the header describes the name, or the type, of what an id names."""
_PAIRS = {"least": "most", "earliest": "latest"}
"""How the names of two columns end that are one span: the least and the most days, a window."""


def names_in(store: NamedStore, found: Answered, *, claims: bool = False) -> NamedIds:
    """Read what the ids in the rows and the parameters of an answer name.

    Args:
        store: where it was asked.
        found: the answer, with the rows that are read.
        claims: whether it is also read what the claims behind the rows say.
    """
    given: dict[str, set[str]] = {}
    for one in found.question.params:
        given.setdefault(one.names_a, set()).add(str(found.params[one.name]))
    sources = given.pop("sources", set()) | found.ids(SOURCES)
    things = found.ids(*THINGS).union(*given.values())
    return named_ids(store, things, sources, found.ids(CLAIMS) if claims else ())


def kind_of(column: ResultColumn) -> str:
    """Return of what a column holds ids, such as "Person.id"; "" of what is no id."""
    return next((kind for kind in (*NAMED, CLAIMS) if column.holds(kind)), "")


def worth_showing(
    columns: Iterable[ResultColumn], rows: Sequence[Row], names: NamedIds
) -> list[ResultColumn]:
    """Return the columns that say something new: not empty, and no name beside its id."""
    filled = [
        column
        for column in columns
        if any(row[column.name] not in (None, [], "", False) for row in rows)
    ]
    ids = [column.name for column in filled if kind_of(column) in NAMED]
    return [
        column
        for column in filled
        if kind_of(column)
        or not (_beside(column, ids) or _told_by(column.name, ids, rows, names))
    ]


def _beside(column: ResultColumn, ids: Sequence[str]) -> bool:
    """Return whether it is the name, or the type, of what the id beside it leads to."""
    return f"{column.name}_id" in ids and column.about.partition(" of ")[0] in _SAYS_WHAT


def _told_by(name: str, ids: Sequence[str], rows: Sequence[Row], names: NamedIds) -> bool:
    """Return whether one of the columns of ids shows the same names in every row."""
    return any(all(row[name] == _names_of(row[id_], names) for row in rows) for id_ in ids)


def _names_of(ids: Any, names: NamedIds) -> Any:  # noqa: ANN401 - one, or a list of them
    if isinstance(ids, list):
        return [_names_of(one, names) for one in ids]
    return names.things[ids].name if ids in names.things else ids


def title_of(column: ResultColumn, others: Sequence[str]) -> str:
    """Return the head of a column: an id is shown as a name, so it is called as one."""
    if begun := span_title(column.name, others):
        return begun
    plain = column.name.removesuffix("_id")
    if plain != column.name and plain in others:
        plain = f"{plain} event" if column.holds("Event.id") else column.name
    return plain.replace("_", " ")


def span_title(name: str, others: Sequence[str]) -> str:
    """Return the head of a span; "" of a column that begins none."""
    before, _, begin = name.rpartition("_")
    end = _joined(before, _PAIRS[begin]) if begin in _PAIRS else ""
    return (before.replace("_", " ") or "when") if end in others else ""


def ends_a_span(name: str, others: Sequence[str]) -> bool:
    """Return whether a column is the end of a span whose beginning is shown."""
    before, _, end = name.rpartition("_")
    begins = [one for one, other in _PAIRS.items() if other == end]
    return any(_joined(before, one) in others for one in begins)


def _joined(before: str, end: str) -> str:
    return f"{before}_{end}" if before else end


def span_words(name: str, row: Row) -> str:
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


def several(value: Any) -> list[Any]:  # noqa: ANN401 - plain JSON
    """Return the values of a cell, one by one."""
    values = value if isinstance(value, list) else [value]
    return [one for one in values if one is not None]


def value_text(value: object) -> str:
    """Return a value that is no id as it is read."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, dict | list):
        return json.dumps(value, ensure_ascii=False, default=str)
    return str(value)
