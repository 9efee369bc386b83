"""The outlines of countries for the map, shipped so that no server is asked."""

import json
from collections.abc import Sequence
from functools import cache
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any

_FILE = Path(__file__).parent / "countries-110m.json"
Outline = tuple[tuple[float, float], ...]
"""A closed line: latitudes and longitudes in degrees."""


@cache
def outlines() -> tuple[Outline, ...]:
    """Return the edges of all countries and of what they enclose.

    The file is TopoJSON: an edge between two countries is in it once, as steps on a grid.
    Nothing reads its names.
    """
    found: dict[str, Any] = json.loads(_FILE.read_text(encoding="utf-8"))
    edges = [_edge(steps, **found["transform"]) for steps in found["arcs"]]
    shapes = found["objects"]["countries"]["geometries"]
    areas = [
        area
        for shape in shapes
        for area in (shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]])
    ]
    return tuple(_unbroken(_joined(edges, numbers)) for area in areas for numbers in area)


def _edge(
    steps: Sequence[Sequence[int]], scale: Sequence[float], translate: Sequence[float]
) -> Outline:
    east, north = map(accumulate, zip(*steps, strict=True))
    return tuple(
        (y * scale[1] + translate[1], x * scale[0] + translate[0])
        for x, y in zip(east, north, strict=True)
    )


def _joined(edges: Sequence[Outline], numbers: Sequence[int]) -> Outline:
    """Join edges to one line; a number below zero is an edge that is walked backwards."""
    line: Outline = ()
    for number in numbers:
        edge = edges[number] if number >= 0 else edges[~number][::-1]
        line += edge[1:] if line else edge
    return line


def _unbroken(line: Outline) -> Outline:
    """Let longitudes go on beyond 180 degrees: a country on both sides of it is one shape."""
    east = [lon for _, lon in line]
    turns = [0, *(round((before - lon) / 360) for before, lon in pairwise(east))]
    return tuple(
        (lat, lon + 360 * turned)
        for (lat, lon), turned in zip(line, accumulate(turns), strict=True)
    )
