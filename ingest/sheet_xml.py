"""The elements of an XLSX's parts: styles, shared texts, and the rows of a sheet."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final, NamedTuple

from ingest.cells import LONGEST

_DATE_FORMATS: Final = {*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)}
_REFERENCE = re.compile(r"([A-Z]{1,3})(\d+)")
_WIDEST: Final = 16_384
"""Columns of a sheet; the format knows no more."""

Handlers = dict[str, Callable[..., None]]
"""What is called at an element's `start`, `end` and `text`."""


class NotAWorkbook(ValueError):
    """The file cannot be read as XLSX; the sentence says why."""


class StoredCell(NamedTuple):
    """A cell as the file keeps it; `date` where its format shows the number as a date."""

    text: str
    formula: str | None = None
    date: str = ""


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
        self.found: list[str] = []
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
            self.found.append(self._text.take())

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
    done: list[StoredRow] = field(default_factory=list)
    _number: int = 0
    _cells: dict[int, StoredCell] = field(default_factory=dict)
    _cell: _Cell = field(default_factory=_Cell)
    _text: _Text = field(default_factory=_Text)
    _on: bool = False
    _cut: bool = False

    def handlers(self) -> Handlers:
        """Return what the parser calls."""
        return {"start": self._start, "end": self._end, "text": self._add}

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "row":
            self._number = _integer(attributes.get("r")) or self._number + 1
            self._cells, self._cell, self._cut = {}, _Cell(column=-1), False
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
            self.done.append(StoredRow(self._number, self._cells, self._cut))

    def _keep(self) -> None:
        cell, value = self._cell, self._cell.value
        self._cut, self._text.cut = self._cut or self._text.cut, False
        if cell.kind == "s":
            value = self._shared(value)
        shown = _day(value) if cell.kind == "n" and cell.style in self.dates else ""
        if cell.column >= _WIDEST:
            raise NotAWorkbook("has more columns than a sheet can; save it again")
        if value or cell.formula is not None:
            self._cells[cell.column] = StoredCell(value, cell.formula, shown)

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


def _day(number: str) -> str:
    """Return the day that a spreadsheet's number stands for, or the number as it is."""
    try:
        return (date(1899, 12, 30) + timedelta(days=int(float(number)))).isoformat()
    except (ValueError, OverflowError):
        return number
