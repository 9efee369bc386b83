"""Name the files of a folder that are no table, or one table more than expected."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from graph.record.schema import TABLES

REPORT: Final = "report.jsonl"
"""What a quarantine folder calls its report, which is not a table."""
_MOST_NAMED: Final = 12
"""Files that a sentence can list."""
_WORDS: Final = (".", "~$", "readme", "licen")
"""How the names of files begin that nobody takes for a table."""


def folder_notes(folder: Path, tables: Sequence[Path]) -> Iterator[str]:
    """Name what is in a folder and not read, and what is read beside the seven tables.

    A quarantine holds nothing that is not its own.
    """
    if not folder.is_dir() or (folder / REPORT).exists():
        return
    others = [
        f"{file.name} (a folder)" if file.is_dir() else file.name
        for file in sorted(folder.iterdir())
        if file not in tables and not file.name.lower().startswith(_WORDS)
    ]
    if others:
        more = f" and {len(others) - _MOST_NAMED:,} more" if len(others) > _MOST_NAMED else ""
        named = ", ".join(others[:_MOST_NAMED])
        yield f"{folder.name} holds what is no table and was not read: {named}{more}"
    for file in tables:
        table = table_of(file.stem)
        if table not in {"", "dataset"} and "." in file.stem:
            yield further(file.name, table)


def further(name: str, table: str) -> str:
    """Say that one more file or sheet of a table was read: it may be an old copy."""
    return f"{name} was read as a table of {table}, too; move it away if it is an old copy"


def table_of(name: str) -> str:
    """Return the table that a file or sheet of this name holds, or "" where it is none.

    A second file of a table may carry anything after a dot: `people.letters.csv`.
    """
    table = name.strip().lower().split(".", maxsplit=1)[0]
    return table if table in TABLES else ""
