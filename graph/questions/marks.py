"""What in an answer is sensitive or a stop: one implementation for every question and query."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Protocol

from graph.model import Records
from graph.queries import Query, query
from graph.rule.network import network
from graph.rule.stops import standing_requests
from graph.words.wording import STOP

KIN_ENOUGH = 1
"""The degree up to which kin is read to tell whether somebody's own request stands."""


class Source(Protocol):
    """What the marks need of the store."""

    def read(self, query: Query, /, **params: object) -> list[dict[str, Any]]:
        """Run one query that only reads."""

    def around_many(
        self, children: Iterable[str], max_degree: int
    ) -> Iterator[tuple[str, Records]]:
        """Yield people, each with what is recorded around them."""


def internal(store: Source, ids: Iterable[str]) -> set[str]:
    """Return which of these claims, sources, events and people rest on internal sources."""
    asked = sorted(set(ids))
    return (
        {row["id"] for row in store.read(query("read/internal"), ids=asked)} if asked else set()
    )


def stops(store: Source, rows: Sequence[set[str]]) -> list[tuple[str, ...]]:
    """Return for each row which of the people in it asked not to be contacted, on any day.

    Args:
        store: where they are recorded.
        rows: the ids of the people in each.
    """
    every = sorted(set().union(*rows))
    standing = _standing(store, every) if every else set()
    return [tuple(sorted(ids & standing)) for ids in rows]


def names(store: Source, stopped: Iterable[Iterable[str]]) -> dict[str, str]:
    """Return the names of those whom `stops` found, by id."""
    wanted = {person for stop in stopped for person in stop}
    rows = store.read(query("read/asked_names")) if wanted else []
    return {row["id"]: row["names"][0] for row in rows if row["id"] in wanted}


def said(names_: Mapping[str, str]) -> list[str]:
    """Say by name whom not to contact; nothing where there is nobody."""
    return [f"{STOP} {', '.join(sorted(names_.values()))}."] if names_ else []


def _standing(store: Source, people: Iterable[str]) -> set[str]:
    ever = [row["id"] for row in store.read(query("read/ever_asked"), ids=list(people))]
    return {
        person
        for person, records in store.around_many(ever, KIN_ENOUGH)
        if person in standing_requests(network(records, person, max_degree=KIN_ENOUGH))
    }
