"""Correct rejected rows: a person edits what waits in the quarantine, and it is read again.

The rejected rows stay as they were. The edited ones go into a new folder beside them, which is
read like any other.
"""

import csv
import io
import json
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from graph.record.schema import TABLES, Holds
from ingest.folder_notes import REPORT, table_of
from ingest.quarantine import WHOLE
from ingest.visible import json_line

NOTE: Final = "mended.txt"
"""What a quarantine folder calls the word on what became of it; it is no table."""
DECIDED: Final = "decided.txt"
"""The file of a quarantine folder that says who dismissed its rows, or reopened them."""
_DISMISSED, _REOPENED = "Dismissed", "Reopened"
_MENDED: Final = "mended"
_LOADED: Final = "dataset.loaded.jsonl"
_EDITABLE: Final = {".csv", ".jsonl"}


@dataclass(frozen=True, slots=True, kw_only=True)
class PendingFault:
    """One thing that is wrong with a row that waits."""

    file: str
    line: int | None
    column: str
    value: str
    problem: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingFolder:
    """A quarantine folder; `note` says what became of it, "" while it waits.

    `decisions` are the lines of who dismissed it or opened it again, and why; the last counts.
    """

    folder: Path
    faults: tuple[PendingFault, ...]
    rows: int
    note: str = ""
    decisions: tuple[str, ...] = ()

    @property
    def dismissed(self) -> bool:
        """Return whether somebody decided that its rows are not needed."""
        return bool(self.decisions) and self.decisions[-1].startswith(_DISMISSED)

    @property
    def name(self) -> str:
        """Return the moment of the reading, and the data set where there are several."""
        alone = self.folder.parent.name == "quarantine"
        run = self.folder.name if alone else self.folder.parent.name
        moment = datetime.strptime(run.split(".")[0], "%Y%m%dT%H%M%S").replace(tzinfo=UTC)
        day = f"{moment:%Y-%m-%d %H:%M:%S} UTC"
        return day if alone else f"{day}, {self.folder.name}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A file whose rows can be split into cells."""

    file: str
    columns: tuple[str, ...]
    rows: tuple[Mapping[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A file that is edited as the text that it is, since its rows cannot be split."""

    file: str
    text: str


def waiting(home: Path) -> list[WaitingFolder]:
    """Return every quarantine folder below `home`, the latest reading first."""
    reports = sorted((home / "quarantine").glob(f"**/{REPORT}"), reverse=True)
    return [_waiting(report) for report in reports if _MENDED not in report.parts]


def _waiting(report: Path) -> WaitingFolder:
    note = report.with_name(NOTE)
    lines = report.read_text(encoding="utf-8", errors="replace").splitlines()
    reported = [_reported(number, line) for number, line in enumerate(lines, start=1)]
    return WaitingFolder(
        folder=report.parent,
        faults=tuple(fault for _, faults in reported for fault in faults),
        rows=sum(rows for rows, _ in reported),
        note=note.read_text(encoding="utf-8").strip() if note.exists() else "",
        decisions=_decisions(report.parent),
    )


def _decisions(folder: Path) -> tuple[str, ...]:
    decided = folder / DECIDED
    return tuple(decided.read_text(encoding="utf-8").splitlines()) if decided.exists() else ()


def _reported(number: int, line: str) -> tuple[int, tuple[PendingFault, ...]]:
    """Return how many rows a line of a report is of, and what is wrong with them."""
    try:
        reported = json.loads(line)
        return reported["rows"], tuple(_fault(reported, one) for one in reported["faults"])
    except (ValueError, KeyError, TypeError):
        problem = "cannot be read: see what is wrong by reading the rows again"
        return 0, (
            PendingFault(file=REPORT, line=number, column="", value="", problem=problem),
        )


def _fault(line: Mapping[str, Any], fault: Mapping[str, Any]) -> PendingFault:
    return PendingFault(
        file=line["file"],
        line=line["line"],
        column=fault["column"] or "",
        value=fault["value"],
        problem=fault["problem"],
    )


def editable(folder: Path) -> list[Grid | Text]:
    """Return the files of a quarantine folder that can be edited, each as cells or as text.

    A file in another encoding, or a workbook that could not be opened, is none of them: it is
    mended where it came from.
    """
    files = [_editable(file) for file in _tables(folder) if file.name != _LOADED]
    return [one for one in files if one is not None]


def not_editable(folder: Path) -> list[str]:
    """Return the names of the files of a quarantine folder that cannot be edited here."""
    shown = {one.file for one in editable(folder)} | {
        *(REPORT, NOTE, DECIDED, _LOADED, "report.txt"),
    }
    kept = [*folder.iterdir(), *(folder / WHOLE).glob("*")]
    return sorted(file.name for file in kept if file.is_file() and file.name not in shown)


def _tables(folder: Path) -> list[Path]:
    return sorted(
        file
        for file in folder.iterdir()
        if file.is_file() and file.suffix in _EDITABLE and file.name != REPORT
    )


def _editable(file: Path) -> Grid | Text | None:
    try:
        text = file.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        return None
    grid = _csv_grid(file.name, text) if file.suffix == ".csv" else _jsonl_grid(file.name, text)
    return grid or Text(file=file.name, text=text)


def _csv_grid(name: str, text: str) -> Grid | None:
    try:
        header, *rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    except (csv.Error, ValueError):
        return None
    if len(set(header)) < len(header) or any(len(row) != len(header) for row in rows):
        return None
    return Grid(
        file=name,
        columns=tuple(header),
        rows=tuple(dict(zip(header, row, strict=True)) for row in rows),
    )


def _jsonl_grid(name: str, text: str) -> Grid | None:
    try:
        rows = [json.loads(line) for line in text.splitlines() if line.strip()]
    except json.JSONDecodeError:
        return None
    plain = all(
        isinstance(row, dict) and all(isinstance(value, str) for value in row.values())
        for row in rows
    )
    if not rows or not plain:
        return None
    columns = tuple(dict.fromkeys(column for row in rows for column in row))
    return Grid(file=name, columns=columns, rows=tuple(rows))


def write_mended(folder: Path, edited: Iterable[Grid | Text]) -> Path:
    """Write what was edited into a new folder below a quarantine folder, and return it.

    The row of the data set goes along, so that the rows belong to it again. Only the owner can
    read the folder: it holds names.
    """
    number = 1 + sum(1 for _ in folder.glob(f"{_MENDED}-*"))
    target = folder / f"{_MENDED}-{number}"
    target.mkdir(mode=0o700)
    for one in edited:
        _write(target / one.file, one.text if isinstance(one, Text) else _as_text(one))
    loaded = folder / _LOADED
    if loaded.exists():
        _write(target / loaded.name, loaded.read_text(encoding="utf-8"))
    return target


def _as_text(grid: Grid) -> str:
    filled = [row for row in grid.rows if any(row.values())]
    if grid.file.endswith(".jsonl"):
        return "".join(f"{_json_line(row)}\n" for row in filled)
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, grid.columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(filled)
    return out.getvalue()


def _json_line(row: Mapping[str, str]) -> str:
    return json_line({k: v for k, v in row.items() if v})


def dismiss(folder: Path, by: str, why: str) -> None:
    """Keep who decided that the rows of a quarantine folder are not needed, and why."""
    _decide(folder, _DISMISSED, by, why)


def reopen(folder: Path, by: str) -> None:
    """Let the rows of a quarantine folder wait again; the decision before stays readable."""
    _decide(folder, _REOPENED, by, "")


def _decide(folder: Path, what: str, by: str, why: str) -> None:
    day = datetime.now(UTC).date().isoformat()
    line = " ".join(f"{what} on {day} by {by}: {why}".split()).removesuffix(":")
    _write(folder / DECIDED, "".join(f"{one}\n" for one in (*_decisions(folder), line)))


def wrong_in(found: WaitingFolder, grid: Grid) -> list[dict[str, str]]:
    """Return what is wrong with each row of a grid, by column; "" is the row as a whole.

    Nothing comes back where rows cannot be matched. Rows of a folder are in the order of the
    lines that its report names.
    """
    own = [one for one in found.faults if Path(one.file).stem == Path(grid.file).stem]
    lines = sorted({one.line for one in own if one.line is not None})
    if len(lines) != len(grid.rows):
        return []
    wrong: dict[int | None, dict[str, str]] = {line: {} for line in lines}
    for one in own:
        before = wrong.setdefault(one.line, {}).get(one.column)
        wrong[one.line][one.column] = f"{before}; {one.problem}" if before else one.problem
    return [wrong[line] for line in lines]


def fixed_words(grid: Grid) -> dict[str, tuple[str, ...]]:
    """Return the columns of a grid whose words the schema fixes, with the words."""
    tables = {row.get("table", "") for row in grid.rows} if "table" in grid.columns else set()
    of_all = tables.pop() if len(tables) == 1 else ""
    table = TABLES.get(table_of(Path(grid.file).stem) or of_all)
    columns = {} if table is None else table.columns
    return {
        name: tuple(columns[name].words)
        for name in grid.columns
        if name in columns and columns[name].holds is Holds.WORD
    }


def note(folder: Path, words: Sequence[str]) -> None:
    """Keep in a quarantine folder what became of its rows; it waits no longer."""
    _write(folder / NOTE, "".join(f"{line}\n" for line in words))


def _write(path: Path, text: str) -> None:
    """Write a file that only its owner reads."""
    private = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with open(private, "w", encoding="utf-8", newline="") as out:  # noqa: PTH123 - a mode from the start
        out.write(text)
