"""A reading and a load as blocks: the rows, the errors, the counts."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from graph.pages.kit.sheet_blocks import Block, SheetRow, cell, heading, part, sentence, table
from graph.pages.load import load_words as words
from ingest import Reading, Rejected
from ingest.mending import Grid, WaitingFolder
from ingest.visible import visible

MOST = 200
"""Faults that are listed on the page."""
MOST_MARKED = 25
"""Rows of a file that are shown with their wrong cells framed."""
COUNTS = ("Table", "Read", "Can be loaded", "Need mending")
FAULTS = ("Where", "Column", "Value", "What is wrong and what to do")
Fault = tuple[str, tuple[str, str, str]]
"""Where it is, and its column, value and problem."""
RUNS = ("When", "Who", "Files", "Rows read", "Taken", "Rejected", "State")


def reading_blocks(reading: Reading) -> Iterator[Block]:
    """Yield what a check found, table by table and fault by fault."""
    yield heading("What these files say")
    yield sentence(words.checked(reading.total), "lead")
    for note in reading.notes:
        yield sentence(f"{note}.", "warn")
    if reading.counts:
        yield table(COUNTS, [_counted(name, c) for name, c in reading.counts.items()])
    if reading.rejected:
        yield sentence(words.KEPT_APART)
        yield _faults(_rejected(reading.rejected))


def _counted(name: str, count: Any) -> SheetRow:  # noqa: ANN401 - a Count
    numbers = (count.read, count.taken, count.rejected)
    return SheetRow(
        cells=(cell(part(visible(name), "strong")), *(cell(f"{n:,}") for n in numbers))
    )


def _rejected(rejected: Iterable[Rejected]) -> Iterator[Fault]:
    for row in rejected:
        for fault in row.faults:
            yield row.spot.name, (fault.column, fault.value, fault.problem)


def _faults(faults: Iterable[Fault]) -> Block:
    """Return the faults as a table: the same trouble of many rows is listed once."""
    places: dict[tuple[str, str, str], list[str]] = {}
    for where, trouble in faults:
        places.setdefault(trouble, []).append(where)
    rows = [
        SheetRow(cells=tuple(cell(visible(text)) for text in (words.places(found), *trouble)))
        for trouble, found in places.items()
    ]
    more = f"The first {MOST} of {len(rows):,} are listed." if len(rows) > MOST else ""
    return table(FAULTS, rows[:MOST], caption=more)


def waiting_blocks(found: WaitingFolder) -> Iterator[Block]:
    """Yield what is wrong with the rows of a quarantine folder."""
    yield _faults(
        (_where(one.file, one.line), (one.column, one.value, one.problem))
        for one in found.faults
    )


def marked_rows(grid: Grid, wrong: Sequence[Mapping[str, str]]) -> Iterator[Block]:
    """Yield the rows of a file with their wrong cells framed; empty columns are left out.

    Args:
        grid: the file.
        wrong: what is wrong with each row, by column, as `mending.wrong_in` has it.
    """
    if not any(name in grid.columns for one in wrong for name in one):
        return
    filled = [
        name
        for name in grid.columns
        if any(row.get(name) for row in grid.rows) or any(name in one for one in wrong)
    ]
    rows = [
        SheetRow(cells=tuple(_marked(row.get(name, ""), name in found) for name in filled))
        for row, found in zip(grid.rows[:MOST_MARKED], wrong, strict=False)
    ]
    yield table(filled, rows, caption=words.marked(len(grid.rows), MOST_MARKED))


def _marked(text: str, wrong: bool) -> list[Block]:  # noqa: FBT001
    said = visible(text) if text or not wrong else words.NOTHING_IN_IT
    return cell(part(said, "wrong")) if wrong else cell(said)


def _where(file: str, line: int | None) -> str:
    return f"{file} line {line}" if line else file


def runs_blocks(runs: Iterable[Mapping[str, Any]]) -> Iterator[Block]:
    """Yield every run of loading."""
    rows = [
        SheetRow(
            cells=(
                cell(str(run.get("started", ""))),
                cell(str(run.get("by", ""))),
                cell(", ".join(run.get("files", ()))),
                *(cell(f"{run.get(n, 0):,}") for n in _NUMBERS),
                cell(words.STATES.get(run.get("state", ""), "broken off")),
            )
        )
        for run in runs
    ]
    yield heading(words.RUNS)
    yield table(RUNS, rows) if rows else sentence(words.NO_RUNS)


_NUMBERS = ("rows_read", "rows_taken", "rows_rejected")
