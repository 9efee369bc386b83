"""The picture as one SVG: cards, lines and legend, with a caption above and below.

Places, marks and words are those of the canvas. It holds no address but that of its own
language, no script and no style sheet. It can be read without its colours.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import atan2, cos, hypot, pi, sin
from typing import Any

from graph.picture.draw.card_svg import card
from graph.picture.draw.mark_svg import mark
from graph.picture.draw.markup import document, element, line_of_text, plain
from graph.picture.layout.cards_to_place import CARD_HEIGHT, COLUMN
from graph.picture.layout.text_widths import Face, width, wrapped
from graph.words.marks import Mark

_TITLE = Face(size=24, bold=True)
_UNDER = Face(size=15)
_SMALL = Face(size=12)
_LABEL = Face(size=15, bold=True)
_LABEL_INKS = {"RED": "#ff2b2b", "AMBER": "#ffc000", "GREEN": "#33ff00"}
"""Traffic Light Protocol 2.0 (FIRST, 2022); CLEAR is white."""
_MARGIN = 24.0
_NARROWEST = 760.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Caption:
    """The text around the drawing.

    `label` is said above and below, as the Traffic Light Protocol asks; `described` is for
    those who do not see the picture.
    """

    title: str
    under: str = ""
    label: str = ""
    foot: str = ""
    described: str = ""
    legend: Sequence[tuple[Mark, str]] = ()


def svg(
    nodes: Iterable[Mapping[str, Any]], edges: Iterable[Mapping[str, Any]], caption: Caption
) -> str:
    """Draw a scene, or what pyvis made of it, with its caption.

    Args:
        nodes: `id`, `x`, `y`, and for people `card`; at least one of these.
        edges: `from`, `to` and the style that the canvas draws them in.
        caption: the text around it.
    """
    spots = {node["id"]: node for node in nodes}
    cards = [node for node in spots.values() if "card" in node]
    left = min(node["x"] for node in cards) - COLUMN / 2
    top = min(node["y"] for node in cards) - CARD_HEIGHT / 2
    across = max(node["x"] for node in cards) + COLUMN / 2 - left
    down = max(node["y"] for node in cards) + CARD_HEIGHT / 2 - top
    wide = max(_NARROWEST, across + 2 * _MARGIN)
    head, begins = _head(caption, wide)
    drawing = "".join(
        [
            *(_edge(edge, spots) for edge in edges),
            *(card(node["card"], node["x"], node["y"]) for node in cards),
        ]
    )
    moved = f"translate({(wide - across) / 2 - left:g} {begins - top:g})"
    below, ends = _below(caption, wide, begins + down + 30)
    white = element("rect", width=wide, height=ends, fill="#ffffff")
    inner = white + head + element("g", drawing, transform=moved) + below
    return document(inner, wide, ends, caption.title, caption.described or caption.under)


def _head(caption: Caption, wide: float) -> tuple[str, float]:
    """Return title, line below it and label, and the height at which the drawing begins."""
    room = wide - 2 * _MARGIN - width(caption.label, _LABEL) - 20
    parts = [_right(caption.label, wide, _MARGIN + 20)]
    at = _MARGIN + 20
    for text in wrapped(plain(caption.title), room, _TITLE, 2):
        parts.append(line_of_text(text, _MARGIN, at, _TITLE))
        at += 30
    for text in wrapped(plain(caption.under), wide - 2 * _MARGIN, _UNDER, 6):
        parts.append(line_of_text(text, _MARGIN, at - 4, _UNDER))
        at += 20
    return "".join(parts), at + 12


def _below(caption: Caption, wide: float, at: float) -> tuple[str, float]:
    """Return legend, foot and label, and the height at which the picture ends."""
    legend, at = _legend(caption.legend, wide, at)
    parts = [legend]
    room = wide - 2 * _MARGIN - width(caption.label, _LABEL) - 20
    if caption.foot or caption.label:
        at += 16
        parts.append(_right(caption.label, wide, at))
    for text in wrapped(plain(caption.foot), room, _SMALL, 4):
        parts.append(line_of_text(text, _MARGIN, at, _SMALL))
        at += 16
    return "".join(parts), at + _MARGIN - 4


def _right(text: str, wide: float, y: float) -> str:
    """Return the label, on black and in the colour that the protocol gives it."""
    if not text:
        return ""
    long = width(plain(text), _LABEL) + 16
    box = element(
        "rect", x=wide - _MARGIN - long, y=y - 17, width=long, height=23, fill="#000000"
    )
    words = line_of_text(text, wide - _MARGIN - 8, y, _LABEL, "end")
    colour = next((c for word, c in _LABEL_INKS.items() if word in text), "#ffffff")
    return box + element("g", words, fill=colour)


def _legend(entries: Sequence[tuple[Mark, str]], wide: float, at: float) -> tuple[str, float]:
    parts, x = [], _MARGIN
    for which, text in entries:
        long = 34 + width(plain(text), _UNDER) + 22
        if x > _MARGIN and x + long > wide - _MARGIN:
            x, at = _MARGIN, at + 30
        parts.append(mark(which, x + 12, at, 11))
        parts.append(line_of_text(text, x + 32, at + 5, _UNDER))
        x += long
    return "".join(parts), at + (24 if entries else 0)


def _edge(edge: Mapping[str, Any], spots: Mapping[str, Mapping[str, Any]]) -> str:
    """Return a line, straight or bent as vis-network bends it, with its word."""
    start, end = (_point(spots[edge[side]]) for side in ("from", "to"))
    style: dict[str, float | str] = {
        "fill": "none",
        "stroke": str(edge["color"]),
        "stroke_width": float(edge["width"]),
    }
    if dashes := edge.get("dashes"):
        style["stroke_dasharray"] = " ".join(f"{dash:g}" for dash in dashes)
    smooth = edge.get("smooth")
    if not smooth:
        (x1, y1), (x2, y2) = start, end
        middle = ((x1 + x2) / 2, (y1 + y2) / 2)
        drawn = element("line", x1=x1, y1=y1, x2=x2, y2=y2, stroke_linecap="square", **style)
        return drawn + _word(edge, start, middle, end)
    via = _via(start, end, smooth["roundness"])
    path = "M{:.1f} {:.1f}Q{:.1f} {:.1f} {:.1f} {:.1f}".format(*start, *via, *end)
    return element("path", d=path, **style) + _word(edge, start, via, end)


def _point(node: Mapping[str, Any]) -> tuple[float, float]:
    return float(node["x"]), float(node["y"])


def _via(
    start: tuple[float, float], end: tuple[float, float], roundness: float
) -> tuple[float, float]:
    """Return the point that a line bends towards: vis-network 9.1.2, smooth "curvedCW"."""
    across, down = end[0] - start[0], start[1] - end[1]
    bend = roundness * 0.5 + 0.5
    angle = (atan2(down, across) + bend * pi) % (2 * pi)
    far = bend * hypot(across, down)
    return start[0] + far * sin(angle), start[1] + far * cos(angle)


def _word(
    edge: Mapping[str, Any],
    start: tuple[float, float],
    via: tuple[float, float],
    end: tuple[float, float],
) -> str:
    text = plain(edge.get("label", ""))
    if not text:
        return ""
    x, y = ((a + 2 * b + c) / 4 for a, b, c in zip(start, via, end, strict=True))
    words = line_of_text(text, x, y + 4, _SMALL, "middle")
    halo: dict[str, float | str] = {
        "stroke": "#ffffff",
        "stroke_width": 4,
        "paint_order": "stroke",
    }
    return element("g", words, stroke_linejoin="round", **halo)


def below_each_other(drawn: Sequence[str], title: str) -> str:
    """Return several pictures as one, each below the one before it."""
    if len(drawn) == 1:
        return drawn[0]
    parts, down, across = [], 0.0, 0.0
    for one in drawn:
        wide, tall = size(one)
        parts.append(one.replace("<svg ", f'<svg y="{down:g}" ', 1))
        down += tall
        across = max(across, wide)
    return document("".join(parts), across, down, title, "")


def size(drawn: str) -> tuple[float, float]:
    """Return how wide and how tall a picture of ours is."""
    said = _SIZE.search(drawn)
    return (float(said[1]), float(said[2])) if said else (0.0, 0.0)


_SIZE = re.compile(r'viewBox="0 0 ([\d.]+) ([\d.]+)"')
