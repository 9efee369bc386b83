"""The order of a transaction: statements that clear come before statements that write.

The text of a query shows which of the two it does. So a new one under `cypher/load/` has its
place.
"""

import re
from collections.abc import Iterable, Mapping
from enum import IntEnum
from functools import cache
from typing import Any

from graph.store.queries import query

Step = tuple[str, Mapping[str, Any]]
"""The name of a query and its parameters."""


class Part(IntEnum):
    """What a query does, in the order in which a transaction does it."""

    CLEARS = 0
    THINGS = 1
    CLAIMS = 2
    LINKS = 3
    MARKS = 4
    """Sets or takes away properties; what it reads may have been written just before."""


_COMMENT = re.compile(r"//[^\n]*")
_DOES = (
    (Part.CLEARS, re.compile(r"\bDELETE\b")),
    (Part.THINGS, re.compile(r"\bMERGE \(\w+:")),
    (Part.CLAIMS, re.compile(r"\bCREATE \(\w+:")),
    (Part.LINKS, re.compile(r"\b(MERGE|CREATE) \(\w+\)-")),
)


@cache
def part_of(name: str) -> Part:
    """Return what the query of this name does."""
    text = _COMMENT.sub("", query(name).text)
    return next((part for part, does in _DOES if does.search(text)), Part.MARKS)


def in_order(steps: Iterable[Step]) -> list[Step]:
    """Return steps in the order of their parts; within one they stay as they are."""
    return sorted(steps, key=lambda step: part_of(step[0]))
