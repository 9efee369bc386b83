"""The board of a day as blocks: every child, one line each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from graph.pages.board.board_lines import BoardLine, with_stops
from graph.pages.kit import page_words
from graph.pages.kit.links import FAMILY, way
from graph.pages.kit.page_state import CHILD
from graph.pages.kit.sheet_blocks import Block, SheetRow, cell, part, sentence, spark, table
from graph.pages.kit.stop_marks import STOP_SHORT
from graph.record.dates import BEGINNING, said_window
from graph.record.vocabulary import Left
from graph.store.calendars import BoardRow
from graph.views.overview import Signs
from graph.words.marks import THREAD_MARKS, Mark
from graph.words.wording import PLAIN, RISK, UNCLEAR_HOW_LONG, how_many_left_short

COLUMNS = (
    "Child", "Family", "Left to contact", "Within reach",
    "Over time", "Last sign", "Last known place",
)  # fmt: skip
CHILD_ASKED = f"asked itself: {STOP_SHORT}"
MOST = 500
"""Children on one page."""
_LEAST_SPAN = timedelta(days=365)
_LEFT = (Left.YES, Left.POSSIBLY)
_OTHERS = (Left.NO, Left.UNKNOWN, Left.ABROAD)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Drawn:
    """What every line's drawing shares: its days, the day looked at, and its height."""

    span: tuple[date, date]
    day: date
    most: int


def board_blocks(
    found: Sequence[BoardLine], on_board: int, day: date, last: date
) -> Iterator[Block]:
    """Yield the board of a day.

    Args:
        found: the lines that the filters left, in order.
        on_board: how many there are without filters.
        last: the day until which the sources speak.
    """
    yield sentence(page_words.on_board(on_board, len(found), min(len(found), MOST), day))
    shown = found[:MOST]
    if shown:
        draw = _Drawn(span=_span(shown, day, last), day=day, most=_most(shown))
        rows = [_row(line, draw) for line in with_stops(shown, day)]
        yield sentence(RISK, "risk")
        yield table(COLUMNS, rows, caption=page_words.COUNTS)


def _span(found: Sequence[BoardLine], day: date, last: date) -> tuple[date, date]:
    """Return the first and last day that are drawn, the same for every line."""
    changes = [step.day for line in found for step in line.course if step.day != BEGINNING]
    first = min([*changes, day])
    return first, max(last, day, first + _LEAST_SPAN)


def _most(found: Sequence[BoardLine]) -> int:
    return max((step.yes + step.possibly for line in found for step in line.course), default=0)


def _row(line: BoardLine, draw: _Drawn) -> SheetRow:
    row = line.row
    separated = page_words.SEPARATED_SHORT[row.separated]
    return SheetRow(
        id=way(CHILD, row.child),
        cells=(
            cell(
                part(row.name, "name"),
                part(CHILD_ASKED if line.child_stopped else "", "stop", Mark.STOP),
                part(separated, "quiet"),
                part(_adult(line), "quiet"),
            ),
            cell(part(line.family, to=way(FAMILY, row.child))),
            cell(
                part(how_many_left_short(*line.individuals), "", THREAD_MARKS[line.state]),
                part(_groups(row), "quiet"),
                *(part(f"{name}: {STOP_SHORT}", "stop", Mark.STOP) for name in line.stopped),
            ),
            cell(
                part(_counted(row, _LEFT), "strong" if any(line.left) else ""),
                part(_counted(row, _OTHERS), "quiet"),
            ),
            cell(*_course(line, draw)),
            cell(*(() if line.signs is None else _silence(line.signs))),
            cell(*(() if line.signs is None else _place(line.signs))),
        ),
    )


def _counted(row: BoardRow, values: Sequence[Left]) -> str:
    return ", ".join(f"{row.counts[value]} {value}" for value in values)


def _adult(line: BoardLine) -> str:
    if not line.row.adult:
        return ""
    since = line.adult_since
    return "adult" if since is None else f"adult since {since.isoformat()}"


def _groups(row: BoardRow) -> str:
    """Say what groups add to the answer, which counts individual people only."""
    added = [value.value for value in _LEFT if row.counts[value] > row.individuals[value]]
    return f"somebody of a group: {' and '.join(added)}" if added else ""


def _course(line: BoardLine, draw: _Drawn) -> Iterator[Block]:
    if line.course:
        steps = [(step.day, step.yes, step.possibly) for step in line.course]
        yield spark(steps, draw.span, draw.day, draw.most)


def _silence(signs: Signs) -> Iterator[str]:
    if signs.last is None:
        yield "not recorded"
    else:
        ago = PLAIN.ago(signs.last, signs.day)
        yield signs.last_doubt.behind(said_window(signs.last))
        yield ago if ago == UNCLEAR_HOW_LONG else f"{ago} before"


def _place(signs: Signs) -> tuple[str | Block, ...]:
    if signs.place is None:
        return ("not recorded",)
    return signs.place_doubt.behind(signs.place.name), part(
        signs.place.kind.replace("_", " "), "quiet"
    )
