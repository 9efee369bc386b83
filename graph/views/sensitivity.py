"""Mark the sensitive parts and the stops of an answer, for every question and query."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, Protocol

from graph.store.queries import Query, query
from graph.words.wording import STOP_OF


class SensitivityStore(Protocol):
    """What the marks need of the store."""

    def read(self, query: Query, /, **params: object) -> list[dict[str, Any]]:
        """Run one query that only reads."""


def internal(store: SensitivityStore, ids: Iterable[str]) -> set[str]:
    """Return which of these claims, sources, events and people rest on internal sources."""
    asked = sorted(set(ids))
    return (
        {row["id"] for row in store.read(query("read/internal"), ids=asked)} if asked else set()
    )


def stops(
    store: SensitivityStore, rows: Sequence[set[str]], day: date | None = None
) -> list[tuple[str, ...]]:
    """Return for each row which of the people in it asked not to be contacted.

    Args:
        store: where they are recorded.
        rows: the ids of the people in each.
        day: the day asked about, on which a request that was withdrawn later may have been in
            force.
    """
    every = sorted(set().union(*rows))
    asked = store.read(query("read/ever_asked"), ids=every, day=day) if every else []
    standing = {row["id"] for row in asked}
    return [tuple(sorted(ids & standing)) for ids in rows]


def names(store: SensitivityStore, stopped: Iterable[Iterable[str]]) -> dict[str, str]:
    """Return the names of those whom `stops` found, by id."""
    wanted = {person for stop in stopped for person in stop}
    rows = store.read(query("read/asked_names")) if wanted else []
    return {row["id"]: row["names"][0] for row in rows if row["id"] in wanted}


def said(names_: Mapping[str, str]) -> list[str]:
    """Say by name whom not to contact; nothing where there is nobody."""
    return [STOP_OF.format(names="; ".join(sorted(names_.values())))] if names_ else []
