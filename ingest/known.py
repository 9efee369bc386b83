"""What the store already holds, of the things that the rows mention."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from graph.record.model import Records


@dataclass(frozen=True, slots=True, kw_only=True)
class Mentioned:
    """The ids that the rows name or are about, by kind, so that the store is asked once."""

    datasets: frozenset[str] = frozenset()
    sources: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()
    events: frozenset[str] = frozenset()
    interpretations: frozenset[str] = frozenset()
    claims: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What the store says of them.

    `claims` has the row hash of each claim that is stored under a mentioned name, `retracted`
    the names of those among them that no longer count; `parents` the
    parent_of pairs of all ancestors and descendants of the people; `records` the active claims
    and the background about the mentioned things, with the sources that contain the sources.
    """

    datasets: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    sources: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()
    events: frozenset[str] = frozenset()
    interpretations: frozenset[str] = frozenset()
    claims: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    retracted: frozenset[str] = frozenset()
    parents: frozenset[tuple[str, str]] = frozenset()
    records: Records | None = None
    state: object = None
    """What the store held, to tell later whether it is still that; None: nobody looked."""


def nothing_known(mentioned: Mentioned) -> Known:
    """Answer for an empty store."""
    del mentioned
    return Known()
