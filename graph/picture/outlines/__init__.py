"""The outlines of countries for the map, shipped so that no server is asked."""

import json
from functools import cache
from pathlib import Path
from typing import Any

_FILE = Path(__file__).parent / "countries-110m.json"
FEATURE = "countries"
"""What the file calls the shapes."""


@cache
def countries() -> dict[str, Any]:
    """Return the outlines as TopoJSON, without the names, which nothing reads."""
    found: dict[str, Any] = json.loads(_FILE.read_text(encoding="utf-8"))
    shapes = found["objects"][FEATURE]
    shapes["geometries"] = [
        {"type": shape["type"], "arcs": shape["arcs"]} for shape in shapes["geometries"]
    ]
    return {**found, "objects": {FEATURE: shapes}}
