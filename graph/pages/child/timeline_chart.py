"""The timeline of a family: people as rows, their answers as bars, their events as marks."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import altair as alt
import streamlit as st

from graph.pages.kit.sheet_blocks import tidy
from graph.record.dates import Window, later
from graph.record.vocabulary import Effect
from graph.views.lifelines import KINDS, Lifeline, Point, StayBar, span
from graph.words.marks import LOOKS, Mark
from graph.words.wording import STOP_SHORT

ROW = 46
_MARGIN = "windowSize()[0] < 700 ? 120 : 300"
"""The room for names; on a phone the lines need more of it. A stop is before a name."""
_PHONE = "windowSize()[0] < 700"
_BLACK, _WHITE = "#000000", "#ffffff"
_GRID, _LINE = "#e2e2e2", "#888888"
"""Said of every part by itself: on a dark page Streamlit would give them the page's colours."""
_SHAPES = {
    Effect.DEAD: "stroke",
    Effect.HELD: "square",
    Effect.RELEASED: "triangle-up",
    Effect.ASKED: "triangle-down",
    Effect.LIFTED: "M0,-1L0.3,-0.3L1,0L0.3,0.3L0,1L-0.3,0.3L-1,0L-0.3,-0.3Z",
    Effect.MISSING: "wedge",
    Effect.LOST: "diamond",
    Effect.OPEN: "circle",
    Effect.CARE: "cross",
    Effect.PLACE: "triangle-right",
    Effect.NONE: "triangle-left",
}
_FILLS = {mark: look.fill for mark, look in LOOKS.items()} | {
    Mark.POSSIBLY: "#b3bbc1",
    Mark.UNKNOWN: "#d9d9d9",
}
_LEAST_FOR_WORDS = 0.07
"""The share of the whole time that a bar must last for its word to have room."""
CAPTION = (
    "Each line is a person, by closeness to the child. A bar is their answer on those days; "
    "a thin, pale one is doubtful. A mark is what happened, on a line as long as the time in "
    "which it may have been. A black line below a bar ends where it ended. The list on the "
    "child's page says the same in words."
)
_WHO = [alt.Tooltip("who:N", title="who")]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Paper:
    """What every layer is drawn on: a row for each person, and the days from left to right."""

    lines: Sequence[tuple[str, Lifeline]]
    shown: Window
    x: alt.X
    y: alt.Y

    def bars(self) -> Iterator[tuple[str, StayBar]]:
        """Yield each bar that is seen, with its row."""
        for row, line in self.lines:
            for bar in line.bars:
                if bar.first <= self.shown.latest and bar.last >= self.shown.earliest:
                    yield row, bar

    def points(self) -> Iterator[tuple[str, Point]]:
        """Yield what happened, with its row."""
        for row, line in self.lines:
            for point in line.points:
                yield row, point

    def ended(self) -> Iterator[tuple[str, Point]]:
        """Yield what lasted and ended, with its row."""
        for row, point in self.points():
            if point.until is not None and point.until.earliest > point.shown.latest:
                yield row, point

    def place(self, first: date, last: date) -> dict[str, int]:
        """Return where some days are drawn; an open end is cut at the edge."""
        begun = max(first, self.shown.earliest)
        return {"from": _at(begun), "to": _at(max(begun, min(last, self.shown.latest)))}


def timeline(lines: Sequence[Lifeline], day: date, until: date) -> None:
    """Draw lines of people; the day that is looked at is a line across."""
    st.text(CAPTION)
    st.altair_chart(chart(lines, day, span(lines, max(day, until))), theme=None, key="timeline")


def chart(lines: Sequence[Lifeline], day: date, shown: Window) -> alt.LayerChart:
    """Return the drawing; names and words are plain text of the drawing, never markup."""
    paper = _paper(lines, shown)
    ended = any(True for _ in paper.ended())  # a layer without a mark has no name to be read
    layers = (
        *(_bars(paper), _words(paper), _windows(paper)),
        *((_spells(paper), _ends(paper)) if ended else ()),
        *(_points(paper), _day(day)),
    )
    made: alt.LayerChart = (
        alt.layer(*layers)
        .properties(height=ROW * len(lines) + 30, background=_WHITE, width="container")
        .configure_view(stroke=None)
        .configure(font="Noto Sans, Noto Naskh Arabic, Noto Sans SC, Source Sans, sans-serif")
    )
    return made


def _paper(lines: Sequence[Lifeline], shown: Window) -> _Paper:
    rows = _rows(lines)
    days = alt.Scale(type="utc", domain=[_at(shown.earliest), _at(later(shown.latest, 30))])
    years = alt.Axis(
        orient="top",
        labelColor=_BLACK,
        tickCount="year",
        gridColor=_GRID,
        domainColor=_LINE,
        tickColor=_LINE,
    )
    people = alt.Axis(
        labelColor=_BLACK,
        labelLimit=alt.ExprRef(_MARGIN),
        labelFontSize=12,
        domain=False,
        ticks=False,
    )
    return _Paper(
        lines=list(zip(rows, lines, strict=True)),
        shown=shown,
        x=alt.X("from:T", title=None, scale=days, axis=years),
        y=alt.Y("row:N", sort=rows, title=None, axis=people),
    )


def _rows(lines: Iterable[Lifeline]) -> list[str]:
    """Return a label for each line, all different: two people may have the same name."""
    labels: list[str] = []
    for line in lines:
        # Vega keeps rows in an object: no name is its method
        stop = f"{STOP_SHORT}: " if line.stop else ""  # before the name: a long one is cut
        label = f" {stop}{tidy(line.name)[:60]}"
        while label in labels:
            label += "\u200b"
        labels.append(label)
    return labels


def _at(day: date) -> int:
    """Return a day as the drawing counts time: milliseconds, at midnight UTC."""
    return int((day - date(1970, 1, 1)) / timedelta(milliseconds=1))


def _of(values: Iterable[dict[str, Any]]) -> alt.Chart:
    return alt.Chart(alt.InlineData(values=list(values)))


def _bars(paper: _Paper) -> alt.Chart:
    made: alt.Chart = (
        _of(_bar(paper, row, bar) for row, bar in paper.bars())
        .mark_bar(stroke=_BLACK, strokeWidth=0.6, yOffset=6)
        .encode(
            x=paper.x,
            x2="to:T",
            y=paper.y,
            color=alt.Color("fill:N", scale=None),
            size=alt.Size("size:Q", scale=None),
            opacity=alt.Opacity("pale:Q", scale=None),
            tooltip=[
                *_WHO,
                alt.Tooltip("stands:N", title="left to contact"),
                alt.Tooltip("said:N", title="on the days"),
            ],
        )
    )
    return made


def _bar(paper: _Paper, row: str, bar: StayBar) -> dict[str, Any]:
    first, last = max(bar.first, paper.shown.earliest), min(bar.last, paper.shown.latest)
    return {
        **paper.place(bar.first, later(bar.last, 1)),
        "row": row,
        "who": row,
        "stands": f"{bar.left}: {bar.status}",
        "said": f"{first} to {last}",
        "fill": _FILLS[bar.mark],
        "size": 6 if bar.soft else 12,
        "pale": 0.55 if bar.soft else 1.0,
    }


def _words(paper: _Paper) -> alt.Chart:
    """Write the status over a long bar, so that nobody needs the colour."""
    least = (_at(paper.shown.latest) - _at(paper.shown.earliest)) * _LEAST_FOR_WORDS
    placed = ((row, bar, paper.place(bar.first, bar.last)) for row, bar in paper.bars())
    values = (
        {**at, "row": row, "word": bar.left if bar.left != "no" else bar.status}
        for row, bar, at in placed
        if at["to"] - at["from"] > least
    )
    made: alt.Chart = (
        _of(values)
        .mark_text(
            align="left",
            dy=-9,
            dx=1,
            fontSize=11,
            color=_BLACK,
            limit=alt.ExprRef(f"{_PHONE} ? 70 : 0"),
        )
        .encode(x=paper.x, y=paper.y, text="word:N")
    )
    return made


def _windows(paper: _Paper) -> alt.Chart:
    values = (
        {"row": row, **paper.place(point.window.earliest, point.window.latest)}
        for row, point in paper.points()
        if point.window.latest > point.window.earliest
    )
    made: alt.Chart = (
        _of(values)
        .mark_rule(color="#444444", strokeWidth=1, yOffset=6)
        .encode(x=paper.x, x2="to:T", y=paper.y)
    )
    return made


def _spells(paper: _Paper) -> alt.Chart:
    """Draw how long what lasted did, from the middle of its beginning to its end."""
    made: alt.Chart = (
        _of(_spell(paper, row, point) for row, point in paper.ended())
        .mark_rule(color=_BLACK, strokeWidth=2.5, yOffset=11)
        .encode(x=paper.x, x2="to:T", y=paper.y)
    )
    return made


def _spell(paper: _Paper, row: str, point: Point) -> dict[str, Any]:
    begun = paper.place(point.shown.earliest, point.shown.latest)
    return {"row": row, "from": (begun["from"] + begun["to"]) // 2, "to": _end(paper, point)}


def _end(paper: _Paper, point: Point) -> int:
    """Return where the end of what lasted is drawn: the last day on which it may have ended."""
    last = paper.shown.latest if point.until is None else point.until.latest
    return paper.place(last, last)["from"]


def _ends(paper: _Paper) -> alt.Chart:
    """Draw the end of what lasted; the words of it say when it ended."""
    made: alt.Chart = (
        _of(
            {
                "row": row,
                "who": row,
                "from": _end(paper, point),
                "what": f"end: {point.words}",
                "said": point.ended,
            }
            for row, point in paper.ended()
        )
        .mark_tick(color=_BLACK, thickness=3, size=12, yOffset=11)
        .encode(
            x=paper.x,
            y=paper.y,
            tooltip=[
                *_WHO,
                alt.Tooltip("what:N", title="what"),
                alt.Tooltip("said:N", title="until"),
            ],
        )
    )
    return made


def _points(paper: _Paper) -> alt.Chart:
    shapes = alt.Scale(domain=list(KINDS.values()), range=[_SHAPES[kind] for kind in KINDS])
    legend = alt.Legend(
        title="What happened (hollow: doubtful)",
        orient="bottom",
        columns=alt.ExprRef(f"{_PHONE} ? 1 : 5"),
        titleLimit=0,
        labelColor=_BLACK,
        titleColor=_BLACK,
    )
    made: alt.Chart = (
        _of(_point(paper, row, point) for row, point in paper.points())
        .mark_point(size=70, stroke=_BLACK, strokeWidth=1.2, yOffset=6, filled=True, opacity=1)
        .encode(
            x=paper.x,
            y=paper.y,
            shape=alt.Shape("kind:N", scale=shapes, legend=legend),
            color=alt.Color("fill:N", scale=None),
            tooltip=[
                *_WHO,
                alt.Tooltip("what:N", title="what"),
                alt.Tooltip("said:N", title="when"),
            ],
        )
    )
    return made


def _point(paper: _Paper, row: str, point: Point) -> dict[str, Any]:
    at = paper.place(point.shown.earliest, point.shown.latest)
    return {
        "row": row,
        "who": row,
        "from": (at["from"] + at["to"]) // 2,
        "kind": point.kind,
        "what": f"{'possibly ' if point.doubtful else ''}{point.words}",
        "said": tidy(point.when),
        "fill": _WHITE if point.doubtful else _BLACK,
    }


def _day(day: date) -> alt.Chart:
    made: alt.Chart = (
        _of([{"from": _at(day)}]).mark_rule(color="#0b3fd6", strokeWidth=2).encode(x="from:T")
    )
    return made
