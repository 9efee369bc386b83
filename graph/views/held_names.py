"""Every name in the store, for the search, and a sign that they may have changed."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any, Protocol

from graph.store.queries import Query, query
from graph.views.name_search import SearchEntry


class NamesStore(Protocol):
    """What the search needs of the store."""

    def read(self, query: Query, /, **params: object) -> list[dict[str, Any]]:
        """Run one query from a file."""


@dataclass(frozen=True, slots=True)
class NamesState:
    """Changes with every load, retraction, restoration, and lift of a request."""

    runs: int
    last: str | None
    claims: int
    retracted: int
    lifted: int
    restored: int


def state(store: NamesStore) -> NamesState:
    """Return the state of what is recorded."""
    return NamesState(**store.read(query("read/state"))[0])


def entries(store: NamesStore) -> list[SearchEntry]:
    """Return everything that can be found, with all its spellings."""
    retracted: defaultdict[str, list[str]] = defaultdict(list)
    for row in store.read(query("read/retracted_names")):
        retracted[row["id"]] += row["names"]
    return [
        SearchEntry(
            kind=row["kind"],
            id=row["id"],
            names=tuple(dict.fromkeys(row["names"])),
            notes=tuple(row["notes"]),
            joined_to=row["joined_to"] or "",
            retracted=tuple(
                name
                for name in dict.fromkeys(retracted.get(row["id"], ()))
                if name not in row["names"]
            ),
        )
        for row in store.read(query("read/names"))
    ]
