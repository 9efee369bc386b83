"""A place or a source, what it is part of, and what is part of it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from graph.record.model import Place, Source
from graph.store.properties import record

Nests = TypeVar("Nests", Place, Source)


@dataclass(frozen=True, slots=True, kw_only=True)
class Nested(Generic[Nests]):
    """One of them, what it is part of (the smallest first), and its parts (by name)."""

    own: Nests
    larger: tuple[Nests, ...]
    parts: tuple[Nests, ...]

    @property
    def ids(self) -> frozenset[str]:
        """Return the ids of it and of all its parts."""
        return frozenset({self.own.id, *(one.id for one in self.parts)})


def nested(
    kind: type[Nests], id_: str, rows: Iterable[Mapping[str, Any]], name: Callable[[Nests], str]
) -> Nested[Nests] | None:
    """Return the one of that id; None where no row is of it.

    Each row has the `facts` of one, and whether it is `within` that one (which is so itself).
    """
    every = [(record(kind, row["facts"]), row["within"]) for row in rows]
    own = next((one for one, _ in every if one.id == id_), None)
    if own is None:
        return None
    parts = [one for one, within in every if within and one.id != id_]
    return Nested(
        own=own,
        larger=tuple(one for one, within in every if not within),
        parts=tuple(sorted(parts, key=lambda one: (name(one), one.id))),
    )
