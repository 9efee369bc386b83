"""Rows on a terminal: a table where every word fits, else a block for each row; also CSV.

No word of a row is ever cut, because ids are copied from a terminal.
"""

import csv
import sys
from collections.abc import Iterable, Sequence

from rich import box
from rich.cells import cell_len
from rich.console import Console
from rich.padding import Padding
from rich.table import Column, Table
from rich.text import Text

from graph.words.spreadsheet_cell import safe_cell

EASY = 16
"""The least width of a line of a longer text: less is hard to read."""
_BETWEEN = 2
"""Blanks between two columns."""

Span = tuple[int, int]
"""The width that a column needs, and the one beyond which it has no use for more."""


def print_rows(console: Console, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print rows of texts under the names of their columns."""
    spans = [_span(name, [row[n] for row in rows]) for n, name in enumerate(columns)]
    room = console.width - _BETWEEN * (len(columns) - 1)
    if sum(least for least, _ in spans) > room:
        print_blocks(console, columns, rows)
    else:
        _print_table(console, columns, rows, shared(spans, room))


def _span(name: str, cells: Sequence[str]) -> Span:
    lines = [cell_len(line) for text in cells for line in text.splitlines()]
    longest = max(lines, default=0)
    word = max((cell_len(word) for text in (name, *cells) for word in text.split()), default=1)
    return max(word, min(longest, EASY)), max(word, longest, cell_len(name))


def shared(spans: Sequence[Span], room: int) -> list[int]:
    """Give each column what it needs, and of the rest a part by what it could use."""
    free = room - sum(least for least, _ in spans)
    wanted = sum(most - least for least, most in spans)
    if free >= wanted:
        return [most for _, most in spans]
    return [least + (most - least) * free // wanted for least, most in spans]


def _print_table(
    console: Console,
    columns: Sequence[str],
    rows: Iterable[Sequence[str]],
    widths: Sequence[int],
) -> None:
    heads = (
        Column(Text(name), width=width, overflow="fold")
        for name, width in zip(columns, widths, strict=True)
    )
    table = Table(
        *heads, box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, 1, 0, 0)
    )
    for row in rows:
        table.add_row(*map(Text, row))
    console.print(table)


def print_blocks(
    console: Console, columns: Sequence[str], rows: Sequence[Sequence[str]]
) -> None:
    """Print a block for each row, a line for each cell that is filled."""
    widest = max(map(cell_len, columns))
    for number, row in enumerate(rows, start=1):
        console.print(Text(f"\n{number} of {len(rows)}", "dim"))
        block = Table.grid(Column(width=widest), Column(overflow="fold"), padding=(0, 2, 0, 0))
        for name, text in zip(columns, row, strict=True):
            if text:
                block.add_row(Text(name), Text(text))
        console.print(Padding(block, (0, 0, 0, 2)))


def write_csv(columns: Sequence[str], rows: Iterable[Iterable[object]]) -> None:
    """Write CSV in which no cell is read as a formula by a spreadsheet; nothing is empty."""
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(map(safe_cell, columns))
    for row in rows:
        writer.writerow("" if value in (None, [], "") else safe_cell(value) for value in row)
