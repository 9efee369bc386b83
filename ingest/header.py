"""The header of a table: the column of each cell, and the errors in it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from unicodedata import is_normalized, normalize

from graph.record.schema import TABLES, Table
from ingest.cells import BLANKS, shown
from ingest.table_row import Raw, RowFault, RowSpot, fault, nearest


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """The names of the columns; `faults` are those of every row below it."""

    names: tuple[str, ...]
    faults: tuple[RowFault, ...] = ()
    unknown: dict[str, str] = field(default_factory=dict)
    """Columns that the table does not know, each with the sentence for a cell in it."""

    def row(
        self, spot: RowSpot, fields: Sequence[str], faults: tuple[RowFault, ...] = ()
    ) -> Raw:
        """Return a row of this table, with the faults of the header and of its own shape."""
        cells = {
            name: text
            for name, value in zip(self.names, fields, strict=False)
            if value and (text := value.strip(BLANKS))
        }
        if not faults and len(fields) != len(self.names) and self.names:
            faults = (_ragged(len(fields), len(self.names)),)
        return Raw(spot, clean(cells), faults + self.faults + self._strangers(cells))

    def _strangers(self, cells: dict[str, str]) -> tuple[RowFault, ...]:
        if not self.unknown:
            return ()
        return tuple(
            fault(column, cells[column], problem)
            for column, problem in self.unknown.items()
            if column in cells
        )


def clean(cells: dict[str, str]) -> dict[str, str]:
    """Return the cells in NFC, so that one name has one spelling in bytes."""
    if "".join(cells.values()).isascii():
        return cells
    return {
        column: text if is_normalized("NFC", text) else normalize("NFC", text)
        for column, text in cells.items()
    }


def headed(fields: Sequence[str], table: Table | None, name: str) -> Header:
    """Read a header line; what is wrong with it is the fault of every row."""
    names = tuple(field.strip(BLANKS + "\t\ufeff") for field in fields)
    if table is None:
        return Header(names=names, faults=(unknown_table(name),))
    faults = _separated(names) or [*_twice(names), *_missing(names, table)]
    return Header(
        names=names,
        faults=tuple(faults),
        unknown=_unknown(names, table),
    )


def _unknown(names: tuple[str, ...], table: Table) -> dict[str, str]:
    """Return what is wrong with a cell in each unknown column; nothing where none is known.

    A line of which no cell is a column is no header: that is said once, and not of each cell.
    """
    if table.holds.keys().isdisjoint(names):
        return {}
    return {name: stranger(name, table) for name in names if name not in table.holds}


def unknown_table(name: str) -> RowFault:
    """Return the sentence for a file or a sheet whose name is no table's."""
    known = ", ".join(TABLES)
    return fault(
        "",
        "",
        f"{shown(name)} is not the name of a table; the tables are {known}"
        f"{nearest(name, list(TABLES))}",
    )


def stranger(column: str, table: Table) -> str:
    """Return the sentence for a cell in a column that the table does not know."""
    missing = f"is in a column that {table.name} does not have"
    return f"{missing}{nearest(column, list(table.holds))}; rename the column or empty the cell"


def _ragged(cells: int, columns: int) -> RowFault:
    few = (
        "a comma is missing" if cells < columns else "a cell with a comma needs quotation marks"
    )
    return fault("", "", f"the row has {cells} cells and the header {columns}; {few}")


def _separated(names: tuple[str, ...]) -> list[RowFault]:
    if any("\r" in name for name in names):
        return [
            fault("", "", "the lines end as on old Macintoshes; save the table again as CSV")
        ]
    if len(names) == 1:
        for sign, word in ((";", "semicolons"), ("\t", "tabs"), ("|", "bars")):
            if sign in names[0]:
                problem = f"the cells are separated by {word}; save the table with commas"
                return [fault("", "", problem)]
    return []


def _twice(names: tuple[str, ...]) -> list[RowFault]:
    counted = Counter(name for name in names if name)
    return [
        fault("", "", f"the header has the column {shown(name)} twice; keep one of them")
        for name, times in counted.items()
        if times > 1
    ]


def _missing(names: tuple[str, ...], table: Table) -> list[RowFault]:
    return [
        fault("", "", f"{table.name} has no column {column!r}, which must be filled in; add it")
        for column in table.must
        if column not in names
    ]
