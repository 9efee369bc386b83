"""Rows as files: CSV that no spreadsheet runs, and JSON, with the marks of each row. Pure.

The file has the marks, and the warnings that a reader needs before passing it on.
"""

import csv
import io
import json
from collections.abc import Mapping, Sequence
from typing import Any

from graph.words.spreadsheet_cell import safe_cell

STOPPED = "do_not_contact"
MARKS = ("sensitive", STOPPED)
Row = Mapping[str, Any]


def csv_text(columns: Sequence[str], rows: Sequence[Row]) -> str:
    """Return marked rows as CSV.

    Args:
        columns: without the marks, which come last.
        rows: as `Answered.marked` and `FreeAnswer.marked` give them.
    """
    names = (*columns, *MARKS)
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(safe_cell(name) for name in names)
    for row in rows:
        writer.writerow(safe_cell(_cell(row[name])) for name in names)
    return file.getvalue()


def _cell(value: object) -> object:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else ""
    if isinstance(value, list) and not any(isinstance(one, dict | list) for one in value):
        return value
    return json.dumps(value, ensure_ascii=False) if isinstance(value, dict | list) else value


def json_text(
    asked: Mapping[str, Any],
    rows: Sequence[Row],
    notices: Sequence[str],
    unknown: Sequence[str],
) -> str:
    """Return marked rows as JSON, with what was asked and what the rows do not tell."""
    said = {
        "asked": dict(asked),
        "notices": list(notices),
        "does_not_tell": list(unknown),
        "rows": list(rows),
    }
    return json.dumps(said, ensure_ascii=False, indent=1, default=str)
