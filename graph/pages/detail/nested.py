"""A place or a source with its parts, and the larger one that it is part of."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from graph.pages.kit.app_store import read
from graph.pages.kit.sheet_blocks import Block, sentence
from graph.record.model import Place, Source
from graph.store.properties import record
from graph.store.queries import query

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


def earlier_blocks(of: Place | Source) -> Iterator[Block]:
    """Yield what it said before somebody corrected it, when and by whom: a sentence a time."""
    kind = type(of).__name__
    for row in read(lambda store: store.read(query("read/changed_words"), kind=kind, id=of.id)):
        before = json.loads(row["text"])["before"]
        said = ", ".join(
            f"{column.replace('_', ' ')} was {_named(column, cell) or 'empty'}"
            for column, cell in before.items()
        )
        by = f" by {row['by']}" if row["by"] else ""
        yield sentence(f"Corrected on {row['started'][:10]}{by}. Before, {said}.", "quiet")


def _named(column: str, cell: str) -> str:
    """Return a cell in words: the name behind an id, where the column holds one."""
    if column not in ("part_of", "informant"):
        return cell
    names = read(lambda store: store.read(query("read/names_of"), ids=[cell]))
    return str(names[0]["name"]) if names else cell
