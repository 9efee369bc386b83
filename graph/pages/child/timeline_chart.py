"""The timeline of a family: people as rows, their answers as bars, their events as marks.

Each place is worked out here, as a share of the width. No browser counts days, so they are the
same in every time zone.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from graph.pages.kit.sheet_blocks import Block, marks, sentence, sheet, tidy
from graph.record.dates import Window, later
from graph.record.vocabulary import Effect
from graph.views.lifelines import KINDS, Lifeline, Point, StayBar, span
from graph.words.marks import LOOKS, Mark
from graph.words.prose import with_doubt
from graph.words.wording import STOP_SHORT

SHAPES = {
    Effect.DEAD: "M-6,-2H6V2H-6Z",
    Effect.HELD: "M-5,-5H5V5H-5Z",
    Effect.RELEASED: "M0,-6L6,5H-6Z",
    Effect.ASKED: "M0,6L6,-5H-6Z",
    Effect.LIFTED: "M0,-7L2,-2L7,0L2,2L0,7L-2,2L-7,0L-2,-2Z",
    Effect.MISSING: "M0,-7L3,7H-3Z",
    Effect.LOST: "M0,-6L6,0L0,6L-6,0Z",
    Effect.OPEN: "M-5,0A5,5 0 1 1 5,0A5,5 0 1 1 -5,0Z",
    Effect.CARE: "M-2,-6H2V-2H6V2H2V6H-2V2H-6V-2H-2Z",
    Effect.PLACE: "M6,0L-5,6V-6Z",
    Effect.NONE: "M-6,0L5,6V-6Z",
}
"""The outline of each mark around its middle, in pixels."""
_SHAPE_OF = {KINDS[effect]: shape for effect, shape in SHAPES.items()}
_FILLS = {mark: look.fill for mark, look in LOOKS.items()} | {
    Mark.POSSIBLY: "#b3bbc1",
    Mark.UNKNOWN: "#d9d9d9",
}
_LEAST_FOR_WORDS = 0.07
"""The share of the whole time that a bar must last for its word to have room."""
_MOST_YEARS = 8
_LAST_YEAR = 0.96
"""Beyond it a year's number would lie outside the page."""
_MOST_LETTERS = 60
CAPTION = (
    "Each line is a person, by closeness to the child; press it to read the same in words. "
    "A bar is their answer on those days; a thin, pale one is doubtful. A mark is what "
    "happened, on a line as long as the time in which it may have been. A thick line below a "
    "bar ends where it ended."
)
HOLLOW = "hollow: doubtful"


def timeline(lines: Sequence[Lifeline], day: date, until: date) -> None:
    """Draw lines of people; the day that is looked at is a line across."""
    shown = span(lines, max(day, until))
    sheet([sentence(CAPTION), *timeline_blocks(lines, day, shown)], "timeline")


def timeline_blocks(lines: Sequence[Lifeline], day: date, shown: Window) -> list[Block]:
    """Return the drawing and what its colours mean."""
    across = _Across(Window(shown.earliest, later(shown.latest, 30)), shown.latest)
    happened = {point.kind for line in lines for point in line.points}
    drawn = {
        "kind": "timeline",
        "rows": [_row(line, across) for line in lines],
        "years": list(across.years()),
        "day": across.at(day),
        "today": f"Shown day: {day.isoformat()}",
        "legend": [
            *(
                {"style": "mark", "shape": _SHAPE_OF[kind], "text": kind}
                for kind in _SHAPE_OF
                if kind in happened
            ),
            {"style": "hollow", "shape": SHAPES[Effect.LOST], "text": HOLLOW},
        ],
    }
    bars = dict.fromkeys((bar.mark, _word(bar)) for line in lines for bar in line.bars)
    return [drawn, marks(bars)]


class _Across:
    """The days from left to right, each a share of the width."""

    def __init__(self, days: Window, last: date) -> None:
        self._first = days.earliest.toordinal()
        self._length = days.latest.toordinal() - self._first
        self.days, self.last = days, last

    def at(self, day: date) -> float:
        """Return where a day is; what is outside is at the edge."""
        inside = min(max(day, self.days.earliest), self.days.latest)
        return (inside.toordinal() - self._first) / self._length

    def until(self, day: date) -> float:
        """Return where a day is; nothing is drawn after the last recorded day."""
        return self.at(min(day, self.last))

    def years(self) -> Iterator[dict[str, Any]]:
        """Yield where years begin; of many, only some."""
        begun = range(self.days.earliest.year + 1, self.days.latest.year + 1)
        by = -(-len(begun) // _MOST_YEARS) or 1
        for year in begun[::by]:
            at = self.at(date(year, 1, 1))
            yield {"at": at, "text": str(year) if at < _LAST_YEAR else ""}


def _row(line: Lifeline, across: _Across) -> dict[str, Any]:
    stop = f"{STOP_SHORT}: " if line.stop else ""  # before the name: a long one is cut
    seen = [
        bar
        for bar in line.bars
        if bar.first <= across.last and bar.last >= across.days.earliest
    ]
    return {
        "name": f"{stop}{tidy(line.name)[:_MOST_LETTERS]}",
        "stop": line.stop,
        "bars": [_bar(bar, across) for bar in seen],
        "points": [_point(point, across) for point in line.points],
        "words": [*_in_words(seen, line.points, across)],
    }


def _bar(bar: StayBar, across: _Across) -> dict[str, Any]:
    first, last = across.at(bar.first), across.until(later(bar.last, 1))
    return {
        "begin": first,
        "end": last,
        "fill": _FILLS[bar.mark],
        "soft": bar.soft,
        "word": _word(bar) if last - first > _LEAST_FOR_WORDS else "",
        "said": _said(bar, across),
    }


def _word(bar: StayBar) -> str:
    return bar.left if bar.left != "no" else bar.status


def _said(bar: StayBar, across: _Across) -> str:
    first, last = max(bar.first, across.days.earliest), min(bar.last, across.last)
    return f"{first} to {last}: {bar.left}: {bar.status}"


def _point(point: Point, across: _Across) -> dict[str, Any]:
    first, last = across.at(point.shown.earliest), across.until(point.shown.latest)
    middle = (first + max(first, last)) / 2
    bounds = point.window if point.window.latest > point.window.earliest else point.shown
    return {
        "at": middle,
        "begin": across.at(bounds.earliest),
        "end": across.until(bounds.latest),
        "ended": across.until(point.until.latest) if _ended(point) and point.until else None,
        "shape": _SHAPE_OF[point.kind],
        "doubtful": point.doubtful,
        "said": _told(point),
    }


def _ended(point: Point) -> bool:
    return point.until is not None and point.until.earliest > point.shown.latest


def _told(point: Point) -> str:
    happened = with_doubt(point.words, doubtful=point.doubtful)
    ended = f"; ended {point.ended}" if _ended(point) else ""
    return f"{happened}, {tidy(point.when)}{ended}"


def _in_words(
    bars: Iterable[StayBar], points: Iterable[Point], across: _Across
) -> Iterator[str]:
    """Yield the answers and what happened, in the order of their days."""
    found = [(max(bar.first, across.days.earliest), _said(bar, across)) for bar in bars]
    found += [(point.shown.earliest, _told(point)) for point in points]
    yield from (said for _, said in sorted(found, key=lambda one: one[0]))
