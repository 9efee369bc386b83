"""CSV bytes to rows, each with its place in the file.

A quotation mark that is never closed must not swallow the rows behind it. A line of any length
must not fill the memory. So lines are read one by one, with a limit. A row that turns out not
to be one gives its later lines back.
"""

import csv
from collections import deque
from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO, Final, NamedTuple

from graph.record.schema import TABLES
from ingest.header import Header, headed
from ingest.table_row import Origin, Raw, RowFault, RowSpot, fault

LONGEST_LINE: Final = 1_000_000
"""Bytes of a line that are held in memory."""
MOST_LINES: Final = 200
"""Lines that one quoted cell may go over."""
_BOM = b"\xef\xbb\xbf"
_EMPTY = " ,\t\r\n\u00a0"
TOO_LONG = RowFault(
    column="",
    value="",
    problem="the row is too long to be one; keep the few words that are the evidence",
)
_UNCLOSED = RowFault(
    column="",
    value="",
    problem='a quotation mark does not close the cell that it opened; write it twice ("") '
    "inside a quoted cell, and once at its end",
)


class CsvLine(NamedTuple):
    """A line of the file: its number, the bytes that it takes, and what of them is held."""

    number: int
    start: int
    end: int
    text: str | None
    """None where it is too long or cannot be decoded."""


class CsvLines:
    """The lines of a file one by one; some may be given back to be read again."""

    def __init__(self, file: BinaryIO, encoding: str) -> None:
        self._file = file
        self._encoding = encoding
        self._returned: deque[CsvLine] = deque()
        self._number = 0
        self._at = 0

    def take(self) -> CsvLine | None:
        """Return the next line, None at the end of the file."""
        if self._returned:
            return self._returned.popleft()
        start = self._at
        content = self._file.readline(LONGEST_LINE)
        if not content:
            return None
        self._number += 1
        self._at += len(content)
        text = self._decoded(content)
        while len(content) == LONGEST_LINE and not content.endswith(b"\n"):
            text = None
            content = self._file.readline(LONGEST_LINE)
            self._at += len(content)
        return CsvLine(self._number, start, self._at, text)

    def give_back(self, lines: list[CsvLine]) -> None:
        """Let these be taken again, in their order."""
        self._returned.extendleft(reversed(lines))

    def _decoded(self, content: bytes) -> str | None:
        if self._at == len(content) and content.startswith(_BOM):
            content = content[len(_BOM) :]
        try:
            return content.decode(self._encoding)
        except UnicodeDecodeError:
            return None


def csv_rows(file: BinaryIO, origin: Origin, table: str) -> Iterator[Raw]:
    """Yield every row of a CSV file; lines with nothing but commas and blanks are no rows.

    A row that cannot be split comes with a fault; below a header that is none, every row does.
    """
    lines = CsvLines(file, origin.encoding)
    first = _next_filled(lines)
    if first is None:
        return
    split = _split(lines, first, None)
    whole = replace(origin, header=(0, split.end))
    header = _header(split, table)
    line = _next_filled(lines)
    if header.faults and line is None:  # perhaps a row without a header: it must not be lost
        spot = RowSpot(origin, table, first.number, first.start, split.end)
        yield Raw(spot, {}, header.faults)
    while line is not None:
        record = _split(lines, line, len(header.names))
        spot = RowSpot(whole, table, line.number, line.start, record.end)
        yield header.row(spot, record.cells, record.faults)
        line = _next_filled(lines)


def _header(split: "_Record", table: str) -> Header:
    if not split.faults:
        return headed(split.cells, TABLES.get(table), table)
    problem = f"the header line cannot be read: {split.faults[0].problem}"
    return Header(names=(), faults=(fault("", "", problem),))


class _Record(NamedTuple):
    cells: list[str]
    end: int
    faults: tuple[RowFault, ...] = ()


def _next_filled(lines: CsvLines) -> CsvLine | None:
    while (line := lines.take()) is not None:
        if line.text is None or line.text.strip(_EMPTY + "\ufeff"):
            return line
    return None


def _split(lines: CsvLines, line: CsvLine, width: int | None) -> _Record:
    """Split the row that begins with this line; `width` cells are expected."""
    if line.text is None:
        return _Record([], line.end, (TOO_LONG,))
    if '"' not in line.text:
        return _Record(line.text.rstrip("\r\n").split(","), line.end)
    taken = [line]
    try:
        cells = next(csv.reader(_feed(lines, taken), strict=True))
    except (csv.Error, StopIteration) as error:
        lines.give_back(taken[1:])
        too_long = "field limit" in str(error)
        return _Record([], line.end, (TOO_LONG if too_long else _UNCLOSED,))
    if len(taken) > 1 and width is not None and len(cells) != width:
        lines.give_back(taken[1:])
        return _Record([], line.end, (_UNCLOSED,))
    return _Record(cells, taken[-1].end)


def _feed(lines: CsvLines, taken: list[CsvLine]) -> Iterator[str]:
    """Yield the text of the taken line and of as many more as the reader asks for."""
    yield taken[0].text or ""
    while len(taken) < MOST_LINES and (line := lines.take()) is not None:
        taken.append(line)
        if line.text is None:
            return
        yield line.text
