"""Blocks of plain text on a page: headings, sentences, details, tables.

Names and stored words are shown only through these and Streamlit's plain text. Markdown would
fetch a picture whose address is part of a name.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import streamlit as st

from graph.picture.browser import asset
from graph.picture.draw.shown_text import shown
from graph.record.model import Record
from graph.record.schema import table_of
from graph.words.marks import Mark, looks

Block = dict[str, Any]
LONGEST = 2_000
"""Letters of one piece of text; what is longer is cut, and says so."""

_sheet = st.components.v2.component(
    "kinthread_sheet",
    html="<div data-sheet></div>",
    css=asset("sheet.css", "timeline.css", "map.css"),
    js=asset("hub.js", "marks.js", "timeline.js", "map.js", "sheet.js"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetRow:
    """A line of a table; `id` is what is picked when its name is pressed.

    `rows` are under it, and are shown when `opens` is pressed: "4 children".
    """

    cells: tuple[list[Block], ...]
    id: str | None = None
    selected: bool = False
    tone: str = ""
    opens: str = ""
    rows: "tuple[SheetRow, ...]" = ()


def heading(text: str, level: int = 2) -> Block:
    """Return a heading."""
    return {"kind": "heading", "level": level, "text": text}


def sentence(text: str, tone: str = "", mark: Mark | None = None) -> Block:
    """Return a paragraph; tones: lead, strong, quiet, risk, warn, stop."""
    return {"kind": "text", "text": text, "tone": tone, "mark": mark}


def marks(shown_marks: Iterable[tuple[Mark, str]]) -> Block:
    """Return a line of marks with their words."""
    return {"kind": "marks", "marks": [{"mark": m, "text": text} for m, text in shown_marks]}


def colours(shown_colours: Iterable[tuple[str, str]]) -> Block:
    """Return a line of colours with their words."""
    return {"kind": "marks", "marks": [{"tint": c, "text": text} for c, text in shown_colours]}


def sizes(shown_sizes: Iterable[tuple[float, str]]) -> Block:
    """Return a line of sizes of a card with their words."""
    return {
        "kind": "marks",
        "marks": [{"size": size, "text": text} for size, text in shown_sizes],
    }


def table(
    columns: Sequence[str],
    rows: Iterable[SheetRow],
    caption: str = "",
    *,
    widths: Sequence[float] = (),
) -> Block:
    """Return a table.

    Args:
        columns: their titles.
        rows: its lines.
        caption: a sentence on what is in it.
        widths: of the columns, in percent, for a dense table: as many rows on a screen as can
            be read.
    """
    made = {"kind": "table", "columns": list(columns), "rows": list(rows), "caption": caption}
    return made | {"widths": list(widths)}


def part(text: str, tone: str = "", mark: Mark | None = None, to: str = "") -> Block:
    """Return one line of a cell; tones: name, strong, small, quiet, warn, wrong, stop.

    With `to` it can be pressed by itself, and that is what is then picked.
    """
    made = {"text": text, "tone": tone, "mark": mark}
    return made | {"to": to} if to else made


def run_of(parts: Iterable[Block]) -> Block:
    """Return one line of a cell that is made of several parts, one after another."""
    runs = list(parts)
    return part("".join(one["text"] for one in runs)) | {"runs": runs}


def spark(
    steps: Sequence[tuple[date, int, int]], span: tuple[date, date], day: date, height: int
) -> Block:
    """Return a line of a cell that draws how many were yes, and possibly, over time.

    Args:
        steps: from each day on, so many yes and so many possibly.
        span: the first and the last day that are drawn.
        height: the number that fills it, the same for all lines that are to be compared.
    """
    first, last = span
    inside = [(max(at, first), yes, possibly) for at, yes, possibly in steps if at <= last]
    drawn = [{"at": at.toordinal(), "yes": y, "possibly": p} for at, y, p in inside]
    before = [one for one in inside if one[0] <= day]
    most = max((yes + possibly for _, yes, possibly in inside), default=0)
    now = before[-1] if before else (first, 0, 0)
    return part(f"at most {most} over time, {now[1]} yes and {now[2]} possibly on this day") | {
        "spark": {
            "steps": drawn,
            "first": first.toordinal(),
            "last": last.toordinal(),
            "most": max(height, 3),
            "day": min(max(day, first), last).toordinal(),
        }
    }


def bar(text: str, parts: Iterable[tuple[int, Mark | None]], most: int) -> Block:
    """Return a line of a cell that draws how many there are of each, with the words below.

    Args:
        text: the same in words.
        parts: so many of a mark; of no mark, so many are possible only.
        most: the number that fills the width, the same for all lines that are to be compared.
    """
    drawn = [{"count": count, "mark": mark} for count, mark in parts if count]
    return part(text) | {"bar": {"parts": drawn, "most": max(most, 1)}}


def details(*shown_details: tuple[str, list[Block]]) -> Block:
    """Return names with their cells; those with an empty cell are left out."""
    filled = [{"label": label, "cell": lines} for label, lines in shown_details if lines]
    return {"kind": "details", "details": filled}


def further_details(record: Record) -> Iterator[tuple[str, list[Block]]]:
    """Yield the further columns of a record, for `details`."""
    for name, text in table_of(type(record)).further_texts(record):
        yield name.capitalize(), cell(text)


def fold(title: str, *blocks: Block) -> Block:
    """Return a box that shows its title, and its blocks once it is pressed."""
    return {"kind": "fold", "title": title, "blocks": list(blocks)}


def cell(*parts: Block | str) -> list[Block]:
    """Return a cell of some lines; empty ones are left out."""
    lines = [part(one) if isinstance(one, str) else one for one in parts]
    return [line for line in lines if line["text"]]


def sheet(
    blocks: Iterable[Block],
    key: str,
    on_pick: Callable[[str], None] | None = None,
    day: date | None = None,
) -> None:
    """Show blocks.

    Args:
        blocks: what to show.
        key: of this part of the page.
        on_pick: called with the id of what was pressed: a row, or a part.
        day: which the blocks stand for; where the page has moved on to another, they say so
            until they are replaced.
    """
    ids: list[str] = []
    ready = [_ready(block, ids) for block in blocks]

    def picked() -> None:
        index = st.session_state[key].get("picked")
        if index is not None and on_pick is not None:
            on_pick(ids[int(index)])

    _sheet(
        key=key,
        data={"blocks": ready, "looks": looks(), "day": _iso(day)},
        on_picked_change=picked,
    )


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _ready(value: Any, ids: list[str]) -> Any:  # noqa: ANN401 - plain JSON values
    """Return a block as it goes to the browser, which sees no ids, only numbers of rows."""
    if isinstance(value, SheetRow):
        pick = None
        if value.id is not None:
            pick = len(ids)
            ids.append(value.id)
        return {
            "cells": _ready(value.cells, ids),
            "pick": pick,
            "selected": value.selected,
            "tone": value.tone,
            "opens": tidy(value.opens),
            "rows": _ready(value.rows, ids),
        }
    if isinstance(value, dict):
        ready = {name: _ready(one, ids) for name, one in value.items() if name != "to"}
        if "to" in value:
            ready["pick"] = len(ids)
            ids.append(value["to"])
        return ready
    if isinstance(value, list | tuple):
        return [_ready(one, ids) for one in value]
    if isinstance(value, str):
        return tidy(value)
    return value


def tidy(text: str) -> str:
    """Return a stored text as it may be shown: without turning marks, and not without end."""
    text = shown(text)
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}… ({len(text):,} letters)"
