"""Neighbours: people tied to somebody, and not within the child's reach."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from graph.store.queries import query
from graph.views.free_view import Bond, FreeView, ThingKind, ViewThing, view
from graph.views.sensitivity import SensitivityStore

TOGETHER = "named together with"
"""The words of a tie that is only an event in which both take part."""
_MORE = "more of "


@dataclass(frozen=True, slots=True, kw_only=True)
class NeighbourCount:
    """How many neighbours of somebody were brought in, and how many there are beside."""

    brought: int
    more: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Beyond:
    """People who are not within reach, their ties, and how many more there are for each."""

    view: FreeView
    counts: Mapping[str, NeighbourCount]


def beyond(
    store: SensitivityStore, most: Mapping[str, int | None], shown: Collection[str]
) -> Beyond:
    """Read the neighbours of some people.

    Args:
        store: what answers the queries.
        most: by person, how many of their neighbours; None: all of them. Where there are more,
            one card says how many.
        shown: who is in the picture already.
    """
    counts: dict[str, NeighbourCount] = {}
    brought: dict[str, list[str]] = {}
    taken: set[str] = set()
    for person, limit in most.items():
        others = [id_ for id_ in _neighbours(store, person) if id_ not in shown]
        brought[person] = others[:limit]
        taken |= set(brought[person])
        more = 0 if limit is None else max(0, len(others) - limit)
        counts[person] = NeighbourCount(brought=len(brought[person]), more=more)
    seen = view(store, {*taken, *shown})
    bonds = [bond for bond in seen.bonds if {bond.start, bond.end} & taken]
    bonds += _by_events_alone(brought, bonds)
    things = {id_: seen.things[id_] for id_ in sorted(taken) if id_ in seen.things}
    for person, count in counts.items():
        if count.more:
            things[more_id(person)] = _more_thing(person, count.more)
            bonds.append(Bond(start=person, end=more_id(person), kind=TOGETHER, words=" "))
    return Beyond(view=FreeView(things=things, bonds=tuple(bonds)), counts=counts)


def more_id(person: str) -> str:
    """Return the id of the card of somebody's other neighbours."""
    return f"{_MORE}{person}"


def whose_more(id_: str) -> str:
    """Return the person whose neighbours are on such a card."""
    return id_.removeprefix(_MORE)


def _neighbours(store: SensitivityStore, person: str) -> list[str]:
    """Return who is tied to somebody, those with the most ties first."""
    ties: dict[str, int] = {}
    for row in store.read(query("read/neighbours"), id=person):
        ties[row["id"]] = ties.get(row["id"], 0) + row["ties"]
    return sorted(ties, key=lambda id_: (-ties[id_], id_))


def _by_events_alone(brought: Mapping[str, list[str]], bonds: Collection[Bond]) -> list[Bond]:
    tied = {frozenset((bond.start, bond.end)) for bond in bonds}
    return [
        Bond(start=person, end=other, kind=TOGETHER, words=TOGETHER)
        for person, others in brought.items()
        for other in others
        if frozenset((person, other)) not in tied
    ]


def _more_thing(person: str, count: int) -> ViewThing:
    return ViewThing(
        id=more_id(person), kind=ThingKind.MORE, name=f"+{count} more", word="people"
    )
