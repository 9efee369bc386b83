"""The limits of a free query: time, rows and memory."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Seconds, rows and bytes of an answer; what goes beyond is stopped or cut, and said."""

    seconds: float = 10.0
    rows: int = 1_000
    bytes: int = 5_000_000
    """Of the rows as JSON."""
    memory: int = 1_500_000_000
    """Bytes that the process may take which fetches the rows: one value can be very large."""


LONGEST = 20_000
"""Characters of a query: what is longer was made by a program, and may take long to plan."""
DEEPEST = 40
"""Brackets within brackets: the parser and the planner go down into each."""
MOST_WORDS = 3_000
"""Words and signs of a query; the longest question of the library has three quarters of it."""
MOST_STEPS = 30
"""Relationships in patterns: with each the planner has more to choose from, uninterrupted.

It plans each part by itself: a block in braces, and what is between two UNION.
"""
MOST_STEPS_IN_ALL = 60
"""In all parts; the longest question of the library has 46."""
MOST_ANDS = 10
"""Of `&` in a query: the planner multiplies out (A|B)&(C|D)&..., uninterrupted."""
