"""Errors of a query without an answer: refused, stopped, or unreadable."""

from enum import StrEnum

from graph.errors import GraphError, InvalidQuery
from graph.questions.library import InvalidParameter


class QueryRefused(GraphError):
    """The guard does not let the query run; the sentence says why and what to write instead."""


class MissingParameter(InvalidParameter):
    """A parameter that the query names was not given, or one was that it does not name."""


class Limit(StrEnum):
    """What ended a query."""

    TIME = "time"
    MEMORY = "memory"
    CANCELLED = "cancelled"


class QueryStopped(GraphError):
    """The query ran into a limit, or was cancelled; nothing of its answer is shown."""

    def __init__(self, sentence: str, limit: Limit) -> None:
        """Keep which limit it was."""
        super().__init__(sentence)
        self.limit = limit


class WrongSyntax(InvalidQuery):
    """The query cannot be read; `line` and `column` count from 1."""

    def __init__(self, problem: str, text: str, line: int, column: int) -> None:
        """Show the line with a caret under the place."""
        self.problem, self.line, self.column = problem, line, column
        lines = text.splitlines() or [""]
        shown = lines[min(line, len(lines)) - 1].expandtabs(1)
        begun = max(0, column - _BEFORE)
        part = shown[begun : begun + _BEFORE + _AFTER]
        caret = " " * (column - 1 - begun) + "^"
        super().__init__(f"Line {line}, column {column}: {problem}\n{part}\n{caret}")

    @classmethod
    def at(cls, problem: str, text: str, offset: int) -> "WrongSyntax":
        """Make one for a place that is known by its offset."""
        line, column = place(text, offset)
        return cls(problem, text, line, column)


_BEFORE = 70
_AFTER = 30
"""How much of a very long line is shown around the place."""


def place(text: str, offset: int) -> tuple[int, int]:
    """Return the line and the column of an offset, both from 1."""
    before = text[:offset]
    return before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1
