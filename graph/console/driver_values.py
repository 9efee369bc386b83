"""Turn the driver's values into plain JSON.

node          {"kind": "node", "id", "element", "labels", "properties"}
relationship  {"kind": "relationship", "id", "element", "type", "start", "end", "properties"}
path          {"kind": "path", "nodes", "relationships"}

`id` is the thing's own id where it has one, else the server's name of it. `element`, `start`
and `end` are always the server's. Days and times are text as in ISO 8601. A number that JSON
has no word for is text.
"""

import math
from typing import Any

from neo4j.graph import Node, Path, Relationship
from neo4j.spatial import Point
from neo4j.time import Date, DateTime, Duration, Time

Plain = Any
"""None, bool, int, float, str, or lists and dicts of them."""


class UnreadableValue(ValueError):
    """The driver could not take a value, such as a day of the year 10000."""


def plain(value: object) -> Plain:
    """Return a value of the driver as JSON has it; what is not known becomes its text.

    Raises:
        Unreadable: the driver has put an error in the place of a value within a list or a map.
    """
    if value is None or isinstance(value, bool | int | str):
        return value
    if isinstance(value, float):
        return value if math.isfinite(value) else str(value)
    if isinstance(value, dict):
        return {str(name): plain(one) for name, one in value.items()}
    if isinstance(value, Node | Relationship | Path):
        return _thing(value)
    if isinstance(value, list):
        return [plain(one) for one in value]
    return _seldom(value)


def _seldom(value: object) -> Plain:
    if isinstance(value, Date | DateTime | Time | Duration):
        return value.iso_format()
    if isinstance(value, Point):
        return {"kind": "point", "srid": value.srid, "coordinates": [plain(x) for x in value]}
    if isinstance(
        getattr(value, "error", None), Exception
    ):  # the driver tells it of whole columns
        raise UnreadableValue
    return value.hex() if isinstance(value, bytes | bytearray) else str(value)


def _thing(value: Node | Relationship | Path) -> Plain:
    if isinstance(value, Path):
        return {
            "kind": "path",
            "nodes": [_thing(node) for node in value.nodes],
            "relationships": [_thing(one) for one in value.relationships],
        }
    properties = {name: plain(one) for name, one in sorted(value.items())}
    found = {
        "kind": "node",
        "id": str(properties.get("id", value.element_id)),
        "element": value.element_id,
        "properties": properties,
    }
    if isinstance(value, Node):
        return found | {"labels": sorted(value.labels)}
    start, end = value.nodes
    return found | {
        "kind": "relationship",
        "type": value.type,
        "start": start.element_id if start is not None else None,
        "end": end.element_id if end is not None else None,
    }
