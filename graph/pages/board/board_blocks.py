"""The board of a day as blocks: every child, one line each."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from graph.pages.board.board_lines import BoardLine, families, with_stops
from graph.pages.kit import page_words
from graph.pages.kit.links import FAMILY, way
from graph.pages.kit.page_state import CHILD
from graph.pages.kit.sheet_blocks import Block, SheetRow, cell, part, sentence, spark, table
from graph.record.dates import BEGINNING, said_window
from graph.record.vocabulary import Left, SeparatedWay
from graph.store.kept_tallies import BoardRow
from graph.views.overview import Signs
from graph.words.marks import THREAD_MARKS, Mark
from graph.words.wording import (
    PLAIN,
    RISK,
    STOP_SHORT,
    WAY_WORDS,
    before_day,
    counted,
    how_many_left_short,
    of_groups,
)

OVER_TIME = "Over time"
COLUMNS = (
    "Child", "Family", "Left to contact", "Within reach",
    OVER_TIME, "Cut off last", "Last sign", "Last known place",
)  # fmt: skip
_WIDTHS = (11, 13.9, 11.8, 13, 10.1, 17.7, 11.7, 10.8)
"""Of the columns, in percent: as few lines as can be in the window of a laptop."""
CHILD_ASKED = f"asked itself: {STOP_SHORT}"
MOST = 500
"""Children on one page."""
_LEAST_SPAN = timedelta(days=365)
_LEFT = (Left.YES, Left.POSSIBLY)
_MOST_SAID = 3
_OTHERS = (Left.NO, Left.UNKNOWN, Left.ABROAD)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Drawn:
    """What every line's drawing shares: its days, the day looked at, and its height."""

    span: tuple[date, date]
    day: date
    most: int


def board_blocks(
    kept: Sequence[BoardLine], on_board: int, day: date, last: date
) -> Iterator[Block]:
    """Yield the board of a day.

    Args:
        found: the lines that the filters left, in order.
        on_board: how many there are without filters.
        last: the day until which the sources speak.
    """
    if kept:
        states = [line.state for line in kept]
        matters = page_words.what_matters(states, len(families(kept)))
        yield sentence(f"{day.isoformat()}: {matters}", "lead")
    if said := page_words.on_board(on_board, len(kept), min(len(kept), MOST), day):
        yield sentence(said)
    shown = kept[:MOST]
    if shown:
        draw = _Drawn(span=_span(shown, day, last), day=day, most=_most(shown))
        rows = [_family(lines, draw) for lines in families(with_stops(shown, day))]
        yield sentence(RISK, "risk")
        over = page_words.over_years(*draw.span)
        columns = [over if title == OVER_TIME else title for title in COLUMNS]
        yield table(columns, rows, caption=page_words.COUNTS, widths=_WIDTHS)


def _span(kept: Sequence[BoardLine], day: date, last: date) -> tuple[date, date]:
    """Return the first and last day that are drawn, the same for every line."""
    changes = [step.day for line in kept for step in line.course if step.day != BEGINNING]
    first = min([*changes, day])
    return first, max(last, day, first + _LEAST_SPAN)


def _most(kept: Sequence[BoardLine]) -> int:
    return max((step.yes + step.possibly for line in kept for step in line.course), default=0)


def _family(lines: Sequence[BoardLine], draw: _Drawn) -> SheetRow:
    """Return the row of a family, which opens to its children; an only child has its own."""
    if len(lines) == 1:
        return _row(lines[0], draw)
    first = lines[0]
    fewest = min(lines, key=lambda line: line.individuals)
    asked = [part(f"{one.row.name}: {CHILD_ASKED}", "stop", Mark.STOP)
             for one in lines if one.child_stopped]  # fmt: skip
    stopped = dict.fromkeys(name for line in lines for name in line.stopped)
    return SheetRow(
        opens=counted(len(lines), "child", "children"),
        rows=tuple(_row(replace(line, family=""), draw) for line in lines),
        cells=(
            cell(*asked),
            cell(part(first.family, to=way(FAMILY, first.row.child))),
            cell(
                *_threads(lines),
                *(part(said, "quiet") for said in _alike(map(_groups, lines))),
                *(part(f"{name}: {STOP_SHORT}", "stop", Mark.STOP) for name in stopped),
            ),
            cell(
                *_alike(_counted(line.row, _LEFT) for line in lines),
                part(_nobody_since(lines, draw.day), "quiet"),
            ),
            cell(*_course(fewest, draw)),
            cell(_cut_off(lines)),
            cell(*_latest(lines)),
            cell(*(_alike(_places(lines)) or ("not recorded",))),
        ),
    )


def _threads(lines: Sequence[BoardLine]) -> Iterator[Block]:
    """Yield how many are left, once for all children for whom it is the same."""
    same = Counter((how_many_left_short(*line.individuals), line.state) for line in lines)
    for (said, state), count in same.items():
        for_ = "" if count == len(lines) else f" for {count}"
        yield part(f"{said}{for_}", "", THREAD_MARKS[state])


def _alike(texts: Iterable[str]) -> list[str]:
    """Return what is said of the children, once; of many different things, the first."""
    said = list(dict.fromkeys(texts))
    return said if len(said) <= _MOST_SAID else [*said[:_MOST_SAID], "and others"]


def _cut_off(lines: Sequence[BoardLine]) -> Block:
    """Return who was cut off last from any of the children."""
    every = [line.cut_off for line in lines if line.cut_off is not None]
    last = max(every, key=lambda one: (one.when.latest, one.when.earliest), default=None)
    return part("" if last is None else last.said, "small")


def _latest(lines: Sequence[BoardLine]) -> list[str | Block]:
    """Return the last sign of any of the children."""
    known = [line.signs for line in lines if line.signs is not None]
    dated = [(signs.last.latest, signs) for signs in known if signs.last is not None]
    if not dated:
        return [*_silence(known[0])] if known else []
    return [*_silence(max(dated, key=lambda one: one[0])[1])]


def _places(lines: Sequence[BoardLine]) -> Iterator[str]:
    for line in lines:
        if line.signs is not None and line.signs.place is not None:
            yield line.signs.place_doubt.behind(line.signs.place.name)


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
                part(
                    "" if row.way is SeparatedWay.LEFT_BEHIND else WAY_WORDS[row.way], "quiet"
                ),
                part(_adult(line), "quiet"),
            ),
            cell(part(line.family, to=way(FAMILY, row.child))),
            cell(
                part(how_many_left_short(*line.individuals), "", THREAD_MARKS[line.state]),
                part(_groups(line), "quiet"),
                *(part(f"{name}: {STOP_SHORT}", "stop", Mark.STOP) for name in line.stopped),
            ),
            cell(
                part(_counted(row, _LEFT), "strong" if any(line.left) else ""),
                part(_counted(row, _OTHERS), "quiet"),
                part(_nobody_since([line], draw.day), "quiet"),
            ),
            cell(*_course(line, draw)),
            cell(_cut_off([line])),
            cell(*(() if line.signs is None else _silence(line.signs))),
            cell(*(() if line.signs is None else _place(line.signs))),
        ),
    )


def _counted(row: BoardRow, values: Sequence[Left]) -> str:
    return ", ".join(f"{row.counts[value]} {value}" for value in values)


def _nobody_since(lines: Sequence[BoardLine], day: date) -> str:
    """Say since when nobody is within reach; of several children, of the last one."""
    ends = [_last_change(line, day) for line in lines]
    known = [end for end in ends if end is not None]
    if not known or len(known) < len(lines):
        return ""
    last = max(known)
    return (
        "nobody on any day before" if last == BEGINNING else f"nobody since {last.isoformat()}"
    )


def _last_change(line: BoardLine, day: date) -> date | None:
    """Return from when on nobody is yes or possibly; None where somebody is."""
    before = [step for step in line.course if step.day <= day]
    if not before or before[-1].yes or before[-1].possibly:
        return None
    return next(
        (step.day for step, held in zip(before[::-1], before[-2::-1], strict=False)
         if held.yes or held.possibly),
        BEGINNING,
    )  # fmt: skip


def _adult(line: BoardLine) -> str:
    if not line.row.adult:
        return ""
    since = line.adult_since
    return "adult" if since is None else f"adult since {since.isoformat()}"


def _groups(line: BoardLine) -> str:
    return of_groups(line.left, line.individuals)


def _course(line: BoardLine, draw: _Drawn) -> Iterator[Block]:
    if line.course:
        steps = [(step.day, step.yes, step.possibly) for step in line.course]
        yield spark(steps, draw.span, draw.day, draw.most)


def _silence(signs: Signs) -> Iterator[str]:
    if signs.last is None:
        yield "not recorded"
    else:
        yield signs.last_doubt.behind(said_window(signs.last))
        yield before_day(PLAIN.ago(signs.last, signs.day))


def _place(signs: Signs) -> tuple[str | Block, ...]:
    if signs.place is None:
        return ("not recorded",)
    name, kind = signs.place.name, signs.place.kind.replace("_", " ")
    return signs.place_doubt.behind(name), part("" if kind in name else kind, "quiet")
