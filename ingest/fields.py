"""The cells of one row, read by what their column holds; all faults of it are collected."""

import re
from collections.abc import Collection
from enum import StrEnum
from sys import intern
from typing import TypeVar

from graph.errors import InvalidDate
from graph.record.dates import ALWAYS, Lag, When, Window
from graph.record.vocabulary import Standing
from ingest.cells import telephone
from ingest.checks.plausible import improbable
from ingest.moments import moment
from ingest.table_columns import Table
from ingest.table_row import NEAR_WORD, RowFault, fault, nearest

_ID = re.compile(r"[a-z0-9][a-z0-9._-]{0,99}")
_CLAIM = re.compile(r"[a-z0-9][^\s@;]*@[^\s@;]+")
_BETWEEN = re.compile(r"\s*;\s*")
_A_LINE = 12
"""Words that a sentence can list."""
Word = TypeVar("Word", bound=StrEnum)


class Fields:
    """One row's cells. A cell that cannot be read is a fault, and an empty value in its place.

    `said_on` is when the row's source was told; `used_telling` whether a cell counts from it.
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
            near = nearest(value, list(known), NEAR_WORD)
            self.fault(column, f"is not known{near}; known are {several}")
            return empty
        return value

    def choice(self, column: str, empty: Word) -> Word:
        """Return a word of the vocabulary that `empty` belongs to."""
        if column not in self.cells:
            return empty
        kind = type(empty)
        value = self.word(column, kind._value2member_map_.keys(), empty)
        return kind(value)

    def taken_back(self) -> dict[str, str]:
        """Return by whom, when and why a claim was retracted, for one that does not count."""
        columns = ("retracted_by", "retracted_on", "retracted_why")
        said = {column: self.text(column) for column in columns}
        if self.choice("standing", Standing.ACTIVE) is Standing.RETRACTED:
            return said
        for column in columns:
            if said[column]:
                self.fault(column, "is of a retracted claim; set standing to retracted")
        return {}

    def yes(self, column: str) -> bool:
        """Tell whether a cell says yes."""
        return self.word(column, ("yes", "no"), "no") == "yes"

    def date(self, column: str) -> When | None:
        """Return a time; a lag is none, since this column has no event to count from."""
        if column not in self.cells:
            return None
        read = self.moment(column)
        if isinstance(read, Lag):
            self.fault(column, "is a time after something else; write a date, or @event-id")
            return None
        return read

    def moment(self, column: str) -> When | Lag | None:
        """Return a time or a lag."""
        value = self.cells.get(column)
        if value is None:
            return None
        try:
            read = self._moment(value)
        except InvalidDate as error:
            self.fault(column, error.problem)
            return None
        if isinstance(read, When) and self._counts and (problem := improbable(read.window)):
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
        """Tell whether the row counts: one that was withdrawn may hold the slip itself."""
        return self.cells.get("standing") != Standing.RETRACTED

    def _moment(self, value: str) -> When | Lag:
        """Read a cell; what holds no digit may count from the telling."""
        if value[0].isdigit():
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
