"""Mark the rows of free Cypher that are sensitive or carry a stop.

A row is marked where something sensitive comes back in any shape. It may be a node, a
relationship, a property, an id, or its text inside a longer one. A query that names coded words
or relay chains has every row marked. What it made of them cannot be recognised. A query that
names somebody in its text or a parameter has that person in each row. Pure.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graph.console.query_names import ELEMENT, QueryNames, numbers
from graph.questions.answer_values import CODED_LABELS, CODED_TYPES, RowValues
from graph.record.schema import TABLES
from graph.store.queries import query
from graph.views import sensitivity

Row = tuple[Any, ...]
CODED_NAMES = frozenset(
    {"Interpretation", "reading", "alternative_to", "RELAYED_BY", "relayed_by", *CODED_TYPES}
)
"""Labels, types and properties of coded words and relay chains."""


def look_behind(
    store: sensitivity.SensitivityStore,
    said: QueryNames,
    rows: Sequence[Row],
    values: Sequence[RowValues],
) -> None:
    """Add to each row, and to the query, whom the server's own names of things stand for.

    They are known by their shape wherever they are; as mere numbers, in a query that asks for
    those.
    """
    if not values:
        return
    looked = [said.values, *values]
    elements = [set(ELEMENT.findall(one.text)) for one in looked]
    counted = [
        numbers(row, one.text) if said.by_number else set()
        for row, one in zip([said.numbers, *rows], looked, strict=True)
    ]
    asked = {
        "elements": sorted(set().union(*elements)),
        "numbers": sorted(set().union(*counted)),
    }
    if not any(asked.values()):
        return
    for behind in store.read(query("read/behind"), **asked):
        for one, named_, numbered in zip(looked, elements, counted, strict=True):
            if behind["element"] in named_ or behind["number"] in numbered:
                one.strings |= set(behind["ids"]) - {None}
                one.coded |= bool(set(behind["kinds"]) & (CODED_LABELS | CODED_TYPES))


def sensitive(
    store: sensitivity.SensitivityStore,
    said: QueryNames,
    rows: Sequence[RowValues],
    there: Mapping[str, set[str]],
) -> list[bool]:
    """Return for each row whether it holds coded words, a relay chain, or what is internal."""
    if not rows:
        return []
    if said.names & CODED_NAMES:
        return [True] * len(rows)
    looked = [said.values, *rows]
    strings = sorted(set().union(*(one.strings for one in looked)) - _common(said.names))
    held = sensitivity.internal(store, set().union(*there.values()))
    held |= {
        row["text"]
        for row in store.read(
            query("read/internal_texts"), texts=strings, parts=sorted(said.parts)
        )
    }
    coded = _Coded.among(store.read(query("read/coded_texts")), said.names)
    of_all, *of_rows = (
        one.coded or bool(one.strings & held) or coded.is_in(one) for one in looked
    )
    return [of_all or of_row for of_row in of_rows]


def _common(names: frozenset[str]) -> frozenset[str]:
    """Return kinds of places: "hospital" is somebody's words only where words are read."""
    return (
        frozenset() if "words" in names else frozenset(TABLES["places"].columns["kind"].words)
    )


@dataclass(frozen=True, slots=True)
class _Coded:
    """Coded words and readings: phrases are found inside longer texts, single words alone."""

    phrases: re.Pattern[str]
    words: frozenset[str]

    @classmethod
    def among(cls, rows: Iterable[Mapping[str, str | None]], names: frozenset[str]) -> "_Coded":
        """Take them from rows of words and readings."""
        texts = {text.casefold() for row in rows for text in row.values() if text}
        phrases = {text for text in texts if " " in text}
        return cls(_any_of(phrases), frozenset(texts - phrases - _common(names)))

    def is_in(self, row: RowValues) -> bool:
        """Return whether a row holds one."""
        alone = {text.casefold() for text in row.strings}
        return bool(alone & self.words) or bool(self.phrases.search(row.text))


def stops(
    store: sensitivity.SensitivityStore,
    said: QueryNames,
    rows: Sequence[RowValues],
    people: set[str],
) -> list[tuple[str, ...]]:
    """Look for people by their ids and, of those who ever asked, by their names."""
    if not rows:
        return []
    asked = {
        row["id"]: [name for name in row["names"] if name]
        for row in store.read(query("read/asked_names"))
    }
    patterns = [(id_, _any_of(names)) for id_, names in asked.items()]
    searched = {id_ for id_, names in asked.items() if _searched([id_, *names], said.parts)}
    of_all, *of_rows = (
        (one.strings & people) | {id_ for id_, names in patterns if names.search(one.text)}
        for one in (said.values, *rows)
    )
    return sensitivity.stops(store, [of_row | of_all | searched for of_row in of_rows])


def _searched(called: Iterable[str], parts: Iterable[str]) -> bool:
    return any(part in one.casefold() for one in called for part in parts)


def _any_of(texts: Iterable[str]) -> re.Pattern[str]:
    """Return what finds any of these texts as whole words, in a text of small letters."""
    found = sorted({re.escape(text.casefold()) for text in texts if len(text) > 1})
    return re.compile(rf"(?<![a-z0-9])(?:{'|'.join(found) or '(?!)'})(?![a-z0-9])")
