"""JSON lines to rows: one object a line, its keys the columns.

Besides these keys, `table` names the table. `dataset` names the data set where a file holds
several. A line of the table `export` says where an export comes from; it is no row.

A number is kept as it was written. A cell `{"text": ..., "formula": ...}` comes from the
quarantine of an XLSX: a person replaces it by plain text.
"""

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO

from graph.record.schema import TABLES
from ingest.cells import BLANKS, shown
from ingest.csv_rows import TOO_LONG, CsvLines
from ingest.header import clean, stranger, unknown_table
from ingest.table_row import Origin, Raw, RowFault, RowSpot, fault

NOTE = "export"
"""The table of lines that say where an export comes from."""


class _NotARow(ValueError):
    """The line is no object with columns."""


def jsonl_rows(file: BinaryIO, origin: Origin, table: str) -> Iterator[Raw]:
    """Yield every line that is not blank; `table` is "" where each line names its own."""
    lines, origins = CsvLines(file, origin.encoding), {"": origin}
    while (line := lines.take()) is not None:
        at = (line.number, line.start, line.end)
        if line.text is None:
            yield Raw(RowSpot(origin, table, *at), {}, (TOO_LONG,))
        elif line.text.strip(BLANKS + "\t"):
            row = _row(origins, table, line.text, at)
            if row is not None:
                yield row


def _row(
    origins: dict[str, Origin], table: str, text: str, at: tuple[int, int, int]
) -> Raw | None:
    """Read a line; None for one that is only a note."""
    origin = origins[""]
    try:
        values = _parsed(text)
    except (_NotARow, RecursionError) as error:
        return Raw(RowSpot(origin, table, *at), {}, (fault("", "", str(error)),))
    except ValueError as error:
        problem = f"the line is not JSON ({error}); check quotation marks and commas"
        return Raw(RowSpot(origin, table, *at), {}, (fault("", "", problem),))
    named = values.pop("table", table)
    if named == NOTE:
        return None
    if isinstance(dataset := values.get("dataset"), str):
        del values["dataset"]
        origin = origins.setdefault(dataset, _of_dataset(origin, dataset))
    if not isinstance(named, str) or named not in TABLES:
        return Raw(RowSpot(origin, table, *at), {}, (unknown_table(str(named)),))
    return _cells(RowSpot(origin, named, *at), values)


def _of_dataset(origin: Origin, dataset: str) -> Origin:
    """Return the origin of rows that name their data set: each is as a folder of its own."""
    return replace(origin, folder=origin.path.parent / f"dataset {dataset}", dataset=dataset)


def _parsed(text: str) -> dict[str, object]:
    values = json.loads(
        text,
        object_pairs_hook=_object,
        parse_int=str,
        parse_float=str,
        parse_constant=_constant,
    )
    if not isinstance(values, dict):
        raise _NotARow('the line is not an object like {"id": "amina", ...}')
    return values


def _cells(spot: RowSpot, values: dict[str, object]) -> Raw:
    table = TABLES[spot.table]
    faults: list[RowFault] = []
    cells: dict[str, str] = {}
    for column, value in values.items():
        if value is None:
            continue
        if not isinstance(value, str):
            faults.append(fault(column, _shown_value(value), _problem(value)))
            continue
        text = value.strip(BLANKS)
        if text and column not in table.holds:
            faults.append(fault(column, text, stranger(column, table)))
        elif text:
            cells[column] = text
    return Raw(spot, clean(cells), tuple(faults))


def _shown_value(value: object) -> str:
    return str(value.get("text", "")) if isinstance(value, dict) else json.dumps(value)


def _problem(value: object) -> str:
    if not isinstance(value, dict):
        return 'is not text; put it in quotation marks, several ids as "one; two"'
    if "formula" in value:
        formula = shown(str(value["formula"]))
        return f"is the formula {formula}; replace it by the text that was meant"
    if "date" in value:
        return (
            "is what a spreadsheet keeps for a date; replace it by what the source says, like "
            f'"{value["date"]}" or only its month or year'
        )
    return "is not text; replace it by the text that was meant"


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    row = dict(pairs)
    if len(row) < len(pairs):
        raise _NotARow("a column is in the line twice; keep one of them")
    return row


def _constant(name: str) -> object:
    raise _NotARow(f"{name} is no value; write text in quotation marks")
