"""The board of a day as blocks: every child, one line each."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from graph.network_view.marks import Mark
from graph.pages import _words
from graph.pages._sheet import Block, Row, cell, heading, part, sentence, table
from graph.pages._store import Child
from graph.store.calendars import BoardRow
from graph.thread import thread_state
from graph.vocabulary import Left, ThreadState

COLUMNS = (
    "Child", "Family", "Separated",
    "Yes", "Possibly", "No", "Unknown", "Abroad",
    "Left to contact",
)  # fmt: skip
_MOST = 500
"""Children on one page."""
_COUNTED = (Left.YES, Left.POSSIBLY, Left.NO, Left.UNKNOWN, Left.ABROAD)
_THREAD_MARKS = {
    ThreadState.MANY: Mark.YES,
    ThreadState.ONE: Mark.YES,
    ThreadState.UNCLEAR: Mark.POSSIBLY,
    ThreadState.NONE: Mark.UNKNOWN,
}


def board_blocks(
    rows: Sequence[BoardRow], children: Mapping[str, Child], day: date
) -> Iterator[Block]:
    """Yield the board of a day, families together."""
    yield heading(
        "Children apart from a parent abroad, and who is recorded around them", level=1
    )
    ordered = sorted(rows, key=lambda row: (_family(row, children), row.name, row.child))
    kept = ordered[:_MOST]
    yield sentence(_words.on_board(len(rows), len(kept), day))
    if kept:
        yield table(COLUMNS, [_row(row, children) for row in kept], caption=_words.COUNTS)


def _row(row: BoardRow, children: Mapping[str, Child]) -> Row:
    state = _state(row)
    return Row(
        id=row.child,
        cells=(
            cell(part(row.name, "name"), part(_adult(row, children), "quiet")),
            cell(_family(row, children)),
            cell(_words.SEPARATED_SHORT[row.separated]),
            *(cell(_counted(row.counts[value], value)) for value in _COUNTED),
            cell(
                part(_words.THREAD_SHORT[state], "", _THREAD_MARKS[state]),
                part(_groups(row), "quiet"),
            ),
        ),
    )


def _counted(count: int, value: Left) -> Block:
    shown = count > 0 and value in (Left.YES, Left.POSSIBLY)
    return part(str(count), "strong" if shown else "")


def _family(row: BoardRow, children: Mapping[str, Child]) -> str:
    return children[row.child].family if row.child in children else ""


def _adult(row: BoardRow, children: Mapping[str, Child]) -> str:
    if not row.adult:
        return ""
    since = children[row.child].adult_since if row.child in children else None
    return "adult" if since is None else f"adult since {since.isoformat()}"


def _groups(row: BoardRow) -> str:
    """Say what groups add to the last column, which counts individual people only."""
    values = (Left.YES, Left.POSSIBLY)
    added = [value.value for value in values if row.counts[value] > row.individuals[value]]
    return f"somebody of a group: {' and '.join(added)}" if added else ""


def _state(row: BoardRow) -> ThreadState:
    """Read the last thread from the counts of individual people."""
    return thread_state(row.individuals[Left.YES], row.individuals[Left.POSSIBLY])
