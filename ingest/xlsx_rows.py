"""The sheets of a workbook to rows: every cell as text, with what the file keeps of it."""

from collections.abc import Iterator
from dataclasses import replace

from graph.record.schema import TABLES
from ingest.cells import SPREADSHEET_ERROR
from ingest.header import Header, headed
from ingest.hidden import letters_of
from ingest.sheet_xml import StoredCell, StoredRow
from ingest.table_row import Origin, Raw, RowFault, RowSpot, fault
from ingest.workbook import Workbook

CUT = RowFault(
    column="",
    value="",
    problem="a cell is too long to be one; keep the few words that are the evidence",
)


UNSEEN = RowFault(
    column="",
    value="",
    problem="is in a hidden sheet; show the sheet if its rows are meant, else delete it",
)


def xlsx_rows(book: Workbook, origin: Origin, sheet: str, table: str) -> Iterator[Raw]:
    """Yield every row of a sheet in which a cell is filled.

    A formula, an error and a cell that the spreadsheet turned into a date are faults: the
    stored value does not show what was typed. So is a row of a hidden sheet. Hidden rows and
    columns are read, and `Workbook.hidden` says which.

    Raises:
        NotAWorkbook: the sheet's XML is broken.
    """
    origin = replace(origin, sheet=sheet)
    rows = book.rows(sheet)
    first = next(rows, None)
    if first is None:
        return
    width = max(first.cells) + 1
    fields = [first.cells[at].text if at in first.cells else "" for at in range(width)]
    header = headed(fields, TABLES.get(table), sheet)
    if sheet in book.unseen:
        header = replace(header, faults=(*header.faults, UNSEEN))
    for row in rows:
        spot = RowSpot(origin, table or sheet, row.number, stored=_stored(header, row))
        yield _raw(header, spot, row)


def _raw(header: Header, spot: RowSpot, row: StoredRow) -> Raw:
    width = len(header.names)
    fields = [""] * width
    faults: list[RowFault] = [CUT] if row.cut else []
    for at, cell in row.cells.items():
        name = header.names[at] if at < width else letters_of(at)
        if at < width:
            fields[at] = cell.text
        else:
            faults.append(fault(name, cell.text, "is beside the table; empty the cell"))
        faults += _faults(name, cell)
    raw = header.row(spot, fields)
    return raw._replace(faults=(*faults, *raw.faults))


def _faults(name: str, cell: StoredCell) -> list[RowFault]:
    if cell.formula is not None:
        problem = "is a formula; type the text that is meant"
        return [fault(name, f"={cell.formula}", problem)]
    if cell.error:
        return [fault(name, cell.text, SPREADSHEET_ERROR)]
    if cell.date:
        problem = (
            f"is kept as the date {cell.date}, and it does not show what was typed; format "
            "the column as text and write the day, or only the month or year that was said"
        )
        return [fault(name, cell.text, problem)]
    return []


def _stored(header: Header, row: StoredRow) -> dict[str, object]:
    """Return what the file keeps for each cell, by column, as the quarantine writes it."""
    stored: dict[str, object] = {}
    for at, cell in sorted(row.cells.items()):
        name = header.names[at] if at < len(header.names) else ""
        if not name or header.names.count(name) > 1:
            name = f"{name} ({letters_of(at)})".strip()
        stored[name] = _kept(cell)
    return stored


def _kept(cell: StoredCell) -> object:
    if cell.formula is not None:
        return {"text": cell.text, "formula": cell.formula}
    return {"text": cell.text, "date": cell.date} if cell.date else cell.text
