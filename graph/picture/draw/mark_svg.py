"""The marks as SVG; `marks.js` draws the same ones on a canvas."""

from collections.abc import Iterable
from math import cos, pi, sin

from graph.picture.draw.markup import document, element
from graph.words.marks import LOOKS, Look, Mark

Point = tuple[float, float]


def mark(which: Mark, x: float, y: float, r: float) -> str:
    """Return a mark around a point; `r` is about half its width."""
    look = LOOKS[which]
    line: dict[str, float | str] = {
        "fill": look.fill,
        "stroke": "#000000",
        "stroke_width": r * 0.2,
    }
    if look.dashed:
        line["stroke_dasharray"] = f"{r * 0.45:.2f} {r * 0.3:.2f}"
    return element(
        "g", _outline(look.shape, r, line) + _sign(look, r), transform=f"translate({x:g} {y:g})"
    )


def alone(which: Mark) -> str:
    """Return a mark as a picture of its own."""
    return document(mark(which, 10, 10, 8), 20, 20, which, "")


def _outline(shape: str, r: float, line: dict[str, float | str]) -> str:
    match shape:
        case "circle":
            return element("circle", r=r, **line)
        case "octagon":
            return _polygon(_corners(8, pi / 8, 1.05 * r), line)
        case "hexagon":
            return _polygon(_corners(6, 0, 1.08 * r), line)
        case "pin":
            x, y, arc = 0.607 * r, 0.141 * r, 0.75 * r
            rest = f"A{arc:.2f} {arc:.2f} 0 1 1 {x:.2f} {y:.2f}L0 {1.15 * r:.2f}Z"
            return element("path", d=f"M{-x:.2f} {y:.2f}{rest}", **line)
        case _:
            return _polygon([(x * r, y * r) for x, y in _OUTLINES[shape]], line)


_OUTLINES: dict[str, list[Point]] = {
    "square": [(-0.86, -0.86), (0.86, -0.86), (0.86, 0.86), (-0.86, 0.86)],
    "diamond": [(0, -1.1), (1.1, 0), (0, 1.1), (-1.1, 0)],
    "bar": [(-1, -0.5), (1, -0.5), (1, 0.5), (-1, 0.5)],
    "flag": [(-0.8, -1), (1.05, -0.6), (-0.5, 0), (-0.5, 1.1), (-0.8, 1.1)],
    "house": [(0, -1.1), (1, -0.2), (1, 0.95), (-1, 0.95), (-1, -0.2)],
}


def _corners(count: int, turned: float, r: float) -> list[Point]:
    angles = [turned + i * 2 * pi / count for i in range(count)]
    return [(r * cos(angle), r * sin(angle)) for angle in angles]


def _polygon(points: Iterable[Point], line: dict[str, float | str]) -> str:
    said = " ".join(f"{x:.2f},{y:.2f}" for x, y in points)
    return element("polygon", points=said, **line)


_STROKES: dict[str, list[list[Point]]] = {
    "minus": [[(-0.55, 0), (0.55, 0)]],
    "plus": [[(-0.55, 0), (0.55, 0)], [(0, -0.55), (0, 0.55)]],
    "grid": [[(at, -0.62), (at, 0.62)] for at in (-0.36, 0, 0.36)],
    "arrow": [[(-0.5, 0.45), (0.5, -0.45)], [(-0.1, -0.48), (0.52, -0.48), (0.52, 0.14)]],
    "question": [
        [(-0.34, -0.3), (-0.3, -0.5), (0, -0.62), (0.3, -0.5), (0.34, -0.26), (0.02, 0.06)],
        [(0.02, 0.06), (0, 0.22)],
        [(0, 0.5), (0, 0.58)],
    ],
}


def _sign(look: Look, r: float) -> str:
    match look.sign:
        case "half":
            half = f"M0 {r:g}A{r:g} {r:g} 0 0 1 0 {-r:g}Z"
            return element("path", d=half, fill=look.ink)
        case "dot":
            return element("circle", r=0.34 * r, fill=look.ink)
        case "dots":
            return "".join(
                element("circle", cx=x * r, r=0.14 * r, fill=look.ink) for x in (-0.48, 0, 0.48)
            )
        case _:
            return "".join(
                element(
                    "polyline",
                    points=" ".join(f"{x * r:.2f},{y * r:.2f}" for x, y in points),
                    fill="none",
                    stroke=look.ink,
                    stroke_width=r * 0.24,
                )
                for points in _STROKES.get(look.sign, [])
            )
