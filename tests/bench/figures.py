"""What the bench says: one line a figure, as a table for people and as JSON for programs."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from typing import Any

from rich.table import Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One thing measured."""

    name: str
    says: str
    """What was done, in words."""
    people: int
    value: float
    unit: str
    aim: str = ""
    met: bool | None = None
    """None where there is no aim."""
    memory: dict[str, int] = field(default_factory=dict)
    """Peak megabytes of the program and of the server while it was measured."""
    more: dict[str, Any] = field(default_factory=dict)
    """The numbers that the value was made of."""


def table(figures: Iterable[Figure]) -> Table:
    """Return the figures as a table for a terminal."""
    shown = Table(title="Kinthread's speed", show_lines=True)
    for column in ("figure", "people", "value", "aim", "program MB", "server MB", "of which"):
        shown.add_column(column, overflow="fold")
    for figure in figures:
        mark = {None: "", True: "met", False: "MISSED"}[figure.met]
        shown.add_row(
            f"{figure.name}: {figure.says}",
            f"{figure.people:,}",
            f"{figure.value:,.3g} {figure.unit}",
            f"{figure.aim} {mark}".strip(),
            str(figure.memory.get("program", "")),
            str(figure.memory.get("server", "")),
            ", ".join(f"{name} {_short(value)}" for name, value in figure.more.items()),
        )
    return shown


def _short(value: object) -> str:
    return f"{value:,.3g}" if isinstance(value, float) else f"{value}"


def as_json(figures: Iterable[Figure], **run: Any) -> dict[str, Any]:
    """Return the figures as plain JSON values."""
    return {**run, "figures": [asdict(figure) for figure in figures]}
