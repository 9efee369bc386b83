"""Write a blank set of tables to fill in: a folder of CSV files, or a workbook."""

import csv
from pathlib import Path

from graph.errors import GraphError
from graph.record.schema import TABLES
from ingest.template_workbook import workbook_bytes


class TemplateRefused(GraphError):
    """A blank set would replace tables that hold rows."""


def write_template(path: Path) -> list[Path]:
    """Write a blank set, a workbook where the path ends in .xlsx; return the files.

    A file that is there already is replaced only if it is a CSV with nothing below its header.

    Raises:
        TemplateRefused: it holds more, or the folder cannot be written.
    """
    book = path.suffix.lower() == ".xlsx"
    files = [path] if book else [path / f"{table}.csv" for table in TABLES]
    if held := next((file for file in files if _holds_rows(file)), None):
        raise TemplateRefused(f"{held} is there already; name another folder or file.")
    try:
        (path.parent if book else path).mkdir(parents=True, exist_ok=True)
        if book:
            path.write_bytes(workbook_bytes())
        for name, file in () if book else zip(TABLES, files, strict=True):
            with file.open("w", encoding="utf-8", newline="") as out:
                header = [column.name for column in TABLES[name].template]
                csv.writer(out, lineterminator="\n").writerow(header)
    except OSError as error:
        raise TemplateRefused(f"{path} cannot be written: {error.strerror}.") from None
    return files


def _holds_rows(file: Path) -> bool:
    if not file.exists():
        return False
    return file.suffix != ".csv" or len(file.read_bytes().splitlines()) > 1
