"""The elements of an XLSX's parts: styles, shared texts, and the rows of a sheet."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final, NamedTuple

from ingest.cells import LONGEST
from ingest.hidden import Hidden, is_hidden

_DATE_FORMATS: Final = {*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)}
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_FIRST_DAYS: Final = {False: date(1899, 12, 30), True: date(1904, 1, 1)}
"""Day 0 of a workbook, by whether it counts from 1904, as those of old Macintoshes do."""
_LEAP_DAY: Final = 61
"""Before this day the calendar of 1900 has a 29 February, which never was."""
_REFERENCE = re.compile(r"([A-Z]{1,3})(\d+)")
_WIDEST: Final = 16_384
"""Columns of a sheet; the format knows no more."""

Handlers = dict[str, Callable[..., None]]
"""What is called at an element's `start`, `end` and `text`."""


class NotAWorkbook(ValueError):
    """The file cannot be read as XLSX; the sentence says why."""


def unescaped(text: str) -> str:
    """Return a text with `_x000D_` as the sign that it is, and each line end as one sign."""
    if "_x" not in text:
        return text
    signs = _ESCAPED.sub(lambda escaped: chr(int(escaped[1], 16)), text)
    whole = signs.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")
    return whole.replace("\r\n", "\n").replace("\r", "\n")


class StoredCell(NamedTuple):
    """A cell as the file keeps it; `date` where its format shows the number as a date.

    `error` is set where the spreadsheet had an error (`#N/A`) in place of a value.
    """

    text: str
    formula: str | None = None
    date: str = ""
    error: bool = False


class StoredRow(NamedTuple):
    """A row with the cells that are filled, by their place from the left."""

    number: int
    cells: dict[int, StoredCell]
    cut: bool
    """Whether a cell was longer than what is held."""


class Styles:
    """Which cell styles show a number as a date."""

    def __init__(self) -> None:
        self.dates: set[int] = set()
        self._own = set(_DATE_FORMATS)
        self._inside = False
        self._count = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Take a format or a style in; styles are known by their place in the list."""
        if tag == "numFmt":
            code = re.sub(
                r'"[^"]*"|\[[^]]*\]|\\.', "", attributes.get("formatCode", "").lower()
            )
            if re.search(r"[ymd]", code.replace("general", "")):
                self._own.add(_integer(attributes.get("numFmtId")))
        elif tag == "cellXfs":
            self._inside = True
        elif tag == "xf" and self._inside:
            if _integer(attributes.get("numFmtId")) in self._own:
                self.dates.add(self._count)
            self._count += 1

    def end(self, tag: str) -> None:
        """Leave the list of cell styles; others follow that look the same."""
        if tag == "cellXfs":
            self._inside = False


class _Text:
    """Text that grows by pieces and is cut where it is longer than a cell may be."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self.cut = False

    def add(self, piece: str) -> None:
        if self._length <= LONGEST:
            self._pieces.append(piece[: LONGEST + 1])
            self._length += len(piece)
        else:
            self.cut = True

    def take(self) -> str:
        text = "".join(self._pieces)
        self.cut = self.cut or self._length > len(text)
        self._pieces, self._length = [], 0
        return text


class SharedStrings:
    """The texts that cells point to by number, without readings of Asian script (`rPh`)."""

    def __init__(self) -> None:
        self.strings: list[str] = []
        self._text = _Text()
        self._on = self._reading = False

    def handlers(self) -> Handlers:
        """Return what the parser calls."""
        return {"start": self._start, "end": self._end, "text": self._add}

    def _start(self, tag: str, _: dict[str, str]) -> None:
        self._reading = self._reading or tag == "rPh"
        self._on = tag == "t" and not self._reading

    def _end(self, tag: str) -> None:
        self._on = False
        if tag == "rPh":
            self._reading = False
        if tag == "si":
            self.strings.append(unescaped(self._text.take()))

    def _add(self, text: str) -> None:
        if self._on:
            self._text.add(text)


@dataclass(slots=True)
class _Cell:
    """A cell while its elements are read."""

    column: int = 0
    kind: str = "n"
    style: int = 0
    formula: str | None = None
    value: str = ""


@dataclass(slots=True)
class SheetReader:
    """Rows out of a sheet's elements."""

    strings: list[str]
    dates: set[int]
    from_1904: bool = False
    hidden: Hidden = field(default_factory=Hidden)
    done: list[StoredRow] = field(default_factory=list)
    _number: int = 0
    _cells: dict[int, StoredCell] = field(default_factory=dict)
    _cell: _Cell = field(default_factory=_Cell)
    _text: _Text = field(default_factory=_Text)
    _on: bool = False
    _cut: bool = False
    _unseen: bool = False

    def handlers(self) -> Handlers:
        """Return what the parser calls."""
        return {"start": self._start, "end": self._end, "text": self._add}

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "col":
            self.hidden.column(attributes)
        elif tag == "row":
            self._number = _integer(attributes.get("r")) or self._number + 1
            self._cells, self._cell, self._cut = {}, _Cell(column=-1), False
            self._unseen = is_hidden(attributes, "ht")
        elif tag == "c":
            self._cell = _Cell(
                column=_column(attributes.get("r", "")) or self._cell.column + 1,
                kind=attributes.get("t", "n"),
                style=_integer(attributes.get("s")),
            )
        self._on = tag in {"v", "f", "t"}
        if tag == "f":
            self._cell.formula = ""

    def _add(self, text: str) -> None:
        if self._on:
            self._text.add(text)

    def _end(self, tag: str) -> None:
        self._on = False
        if tag == "f":
            self._cell.formula = self._text.take()
        elif tag in {"v", "t"}:
            self._cell.value += self._text.take()
        elif tag == "c":
            self._keep()
        elif tag == "row" and self._cells:
            self.hidden.filled(self._number, self._cells, unseen=self._unseen)
            self.done.append(StoredRow(self._number, self._cells, self._cut))

    def _keep(self) -> None:
        cell, value = self._cell, self._cell.value
        self._cut, self._text.cut = self._cut or self._text.cut, False
        if cell.kind == "s":
            value = self._shared(value)
        elif cell.kind in {"str", "inlineStr"}:
            value = unescaped(value)
        shown = self._day(value) if cell.kind == "n" and cell.style in self.dates else ""
        if cell.column >= _WIDEST:
            raise NotAWorkbook("has more columns than a sheet can; save it again")
        if value or cell.formula is not None:
            self._cells[cell.column] = StoredCell(value, cell.formula, shown, cell.kind == "e")

    def _day(self, number: str) -> str:
        """Return the day that a number means, or the number where it is not certain."""
        try:
            days = int(float(number))
            certain = self.from_1904 or days >= _LEAP_DAY
            first = _FIRST_DAYS[self.from_1904]
            return (first + timedelta(days=days)).isoformat() if certain else number
        except (ValueError, OverflowError):
            return number

    def _shared(self, index: str) -> str:
        number = _integer(index)
        if not index.strip().isdecimal() or number >= len(self.strings):
            raise NotAWorkbook("points to a text that it does not hold; save it again")
        self._cut = self._cut or len(self.strings[number]) > LONGEST
        return self.strings[number]


def _integer(text: str | None) -> int:
    """Return a number of an attribute; 0 where there is none."""
    return int(text) if text and text.strip().isdecimal() and len(text) < 10 else 0  # noqa: PLR2004


def _column(reference: str) -> int:
    """Return the place from the left of `C7`: 2; 0 also where there is no reference."""
    match = _REFERENCE.fullmatch(reference)
    number = 0
    for letter in match[1] if match else "A":
        number = number * 26 + ord(letter) - 64
    return number - 1
