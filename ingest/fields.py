"""The cells of one row, read by what their column holds; all faults of it are collected."""

import re
from collections.abc import Collection
from sys import intern
from typing import Any, Final

from graph.errors import InvalidDate
from graph.record.dates import ALWAYS, Lag, Stretch, When, Window
from graph.record.schema import Column, Holds, ReferenceKind, Table
from graph.record.vocabulary import Standing, also_called
from ingest.cells import telephone
from ingest.checks.plausible import improbable
from ingest.moments import moment
from ingest.table_row import NEAR_WORD, RowFault, fault, nearest

_ID = re.compile(r"[a-z0-9][a-z0-9._-]{0,99}")
_CLAIM = re.compile(r"[a-z0-9][^\s@;]*@[^\s@;]+")
_BETWEEN = re.compile(r"\s*;\s*")
_EACH: Final = {
    "from": "write the beginning here and the end into until",
    "until": "write the end here and the beginning into its own column",
    "edtf": "write it into when",
}
"""What a column that holds one side needs instead."""
_A_LINE = 12
"""Words that a sentence can list."""


class Fields:
    """One row's cells. A cell that cannot be read is a fault, and an empty value in its place.

    `said_on` is the date of the row's source; `used_telling` whether a cell counts from it.
    """

    __slots__ = ("cells", "faults", "said_on", "table", "used_telling")

    def __init__(self, table: Table, cells: dict[str, str], said_on: Window = ALWAYS) -> None:
        self.table = table
        self.cells = cells
        self.said_on = said_on
        self.used_telling = False
        self.faults: list[RowFault] = []
        for column in table.must:
            if column not in cells:
                self.fault(column, "is empty and must be filled in")

    def value(self, column: Column) -> Any:  # noqa: ANN401 - what the column holds
        """Return what a cell says, as the field of the column holds it."""
        if column.holds is Holds.WORD:
            return self._chosen(column)
        if column.holds is Holds.NUMBER:
            return self.number(column.name, *column.bounds)
        if column.holds is Holds.CLAIM and "@" not in self.text(column.name):
            known = column.refers_to != (ReferenceKind.CLAIM,)
            return self.identifier(column.name) if known else self.claim(column.name)
        return _READERS[column.holds](self, column.name)

    def fault(self, column: str, problem: str) -> None:
        """Keep what is wrong with a cell."""
        self.faults.append(fault(column, self.cells.get(column, ""), problem))

    def text(self, column: str) -> str:
        """Return the cell as it is."""
        return self.cells.get(column, "")

    def texts(self, column: str) -> tuple[str, ...]:
        """Return the parts of a cell between semicolons."""
        value = self.cells.get(column, "")
        return tuple(part for part in _BETWEEN.split(value) if part) if value else ()

    def identifier(self, column: str) -> str:
        """Return an id."""
        value = self.cells.get(column, "")
        return self._identified(column, value) if value else ""

    def identifiers(self, column: str) -> tuple[str, ...]:
        """Return the ids of a cell, each once."""
        value = self.cells.get(column, "")
        if not value:
            return ()
        if ";" not in value:
            return (self._identified(column, value),)
        return tuple(
            dict.fromkeys(self._identified(column, part) for part in self.texts(column))
        )

    def claim(self, column: str) -> str:
        """Return the name of a claim: `amina-killed@meripet:L250`."""
        value = self.cells.get(column, "")
        if value and not _CLAIM.fullmatch(value):
            self.fault(
                column, "is not the name of a claim; they look like amina-killed@meripet:L250"
            )
        return value

    def word(self, column: str, known: Collection[str], empty: str = "") -> str:
        """Return a word of a vocabulary; `empty` is what no word means."""
        value = self.cells.get(column)
        if value is None:
            return empty
        if value not in known:
            several = (
                ", ".join(known)
                if len(known) <= _A_LINE
                else f"the words of {self.table.name}.{column}"
            )
            near = nearest(value, list(known), NEAR_WORD) or _meant(value, known)
            self.fault(column, f"is not known{near}; known are {several}")
            return empty
        return value

    def _chosen(self, column: Column) -> str:
        """Return a word of the column's vocabulary; where none is, what an empty cell means."""
        if column.allowed == "Qualifier":  # its words are those of the row's own kind of tie
            return self.text(column.name)
        word = self.word(column.name, column.words, self.table.empty[column.field])
        kind = column.word_class
        return word if kind is None else kind(word or next(iter(kind)))

    def yes(self, column: str) -> bool:
        """Return whether a cell says yes."""
        return self.word(column, ("yes", "no"), "no") == "yes"

    def date(self, column: str) -> When | None:
        """Return a time; a lag is none, since this column has no event to count from.

        Of a stretch it is one time between, except where a tie or an event begins or ends.
        """
        if column not in self.cells:
            return None
        read = self.moment(column)
        if isinstance(read, Lag):
            self.fault(column, "is a time after something else; write a date, or @event-id")
            return None
        if isinstance(read, Stretch) and column in _EACH:
            self.fault(column, f"is a beginning and an end in one; {_EACH[column]}")
            return None
        return read.between if isinstance(read, Stretch) else read

    def moment(self, column: str) -> When | Lag | Stretch | None:
        """Return a time, a stretch of time, or a lag."""
        value = self.cells.get(column)
        if value is None:
            return None
        try:
            read = self._moment(value)
        except InvalidDate as error:
            self.fault(column, error.problem)
            return None
        time = read.between if isinstance(read, Stretch) else read
        if isinstance(time, When) and self._counts and (problem := improbable(time.window)):
            self.fault(column, problem)
            return None
        if isinstance(read, When) and read.event and not _ID.fullmatch(read.event):
            self.fault(
                column,
                "is not an event's id behind the @; ids are small letters, digits, - _ .",
            )
        return read

    @property
    def _counts(self) -> bool:
        """Return whether the row counts: one that was withdrawn may hold the slip itself."""
        return self.cells.get("standing") != Standing.RETRACTED

    def _moment(self, value: str) -> When | Lag | Stretch:
        """Read a cell; what has letters may count from the telling."""
        if not any(map(str.isalpha, value)):
            return moment(value)
        self.used_telling = True
        return moment(value, self.said_on)

    def number(self, column: str, least: float, most: float) -> float | None:
        """Return a number within bounds."""
        value = self.cells.get(column)
        if value is None:
            return None
        try:
            number = float(value)
        except ValueError:
            self.fault(column, "is not a number; write it like 35.5")
            return None
        if not least <= number <= most:
            self.fault(column, f"is outside {least:g} to {most:g}")
            return None
        return number

    def days(self, column: str) -> int | None:
        """Return a whole number of days."""
        value = self.cells.get(column)
        if value is None:
            return None
        if not (value.isdecimal() and value.isascii() and len(value) <= 5):  # noqa: PLR2004  270 years
            self.fault(column, "is not a number of days; write it like 60")
            return None
        return int(value)

    def _identified(self, column: str, value: str) -> str:
        if _ID.fullmatch(value):
            if value[0] <= "9" and value.replace("-", "").isdigit() and telephone(value):
                self.faults.append(
                    fault(column, "", "looks like a telephone number; make up an id")
                )
            return intern(value)
        advice = "is not an id; ids are small letters, digits, - _ . and at most 100 of them"
        near = re.sub(r"[^a-z0-9._-]+", "-", value[:100].lower()).strip("-._")
        could = f"; write {near!r} everywhere" if near and _ID.fullmatch(near) else ""
        self.faults.append(fault(column, value, advice + could))
        return ""


def _meant(value: str, known: Collection[str]) -> str:
    """Return which of the known types of events people call so: "detained"."""
    word = value.replace("_", " ").casefold()
    meant = [
        name
        for name, also in also_called().items()
        if name in known and word in map(str.casefold, also)
    ]
    return f"; did you mean {' or '.join(map(repr, meant))}?" if meant else ""


_READERS: Final = {
    Holds.ID: Fields.identifier,
    Holds.IDS: Fields.identifiers,
    Holds.YES: Fields.yes,
    Holds.DATE: Fields.date,
    Holds.DAYS: Fields.days,
    Holds.TEXT: Fields.text,
    Holds.TEXTS: Fields.texts,
    Holds.LOCATOR: Fields.text,
    Holds.CLAIM: Fields.claim,
}
