"""The cards to place, the ties between them, and their sizes."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

CARD_WIDTH = 184.0
CARD_HEIGHT = 124.0
COLUMN = 208.0
ROW = 196.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """Somebody to be placed; `order` breaks ties (older first)."""

    id: str
    sex: str = ""
    order: tuple[object, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CardsToPlace:
    """Who is to be placed around a child, and what ties them."""

    child: str
    members: Mapping[str, Member]
    parents: Mapping[str, tuple[str, ...]]
    """By child: its parents by birth, and parents of no stated kind."""
    couples: frozenset[frozenset[str]]
    siblings: frozenset[frozenset[str]]
    beside: Mapping[str, tuple[str, ...]]
    """Whom those outside the rows are tied to."""
    guardians: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By child: step, adoptive and foster parents."""
    rows_from: Mapping[str, tuple[tuple[str, int], ...]] = field(default_factory=dict)
    """Of kin by a word alone, such as "cousin": to whom, and so many rows above them."""

    def pairs(self, *, siblings: bool = False) -> list[tuple[str, str]]:
        """Return the couples, or the stated siblings, among the members, in one order."""
        ties = self.siblings if siblings else self.couples
        known = (sorted(pair) for pair in ties if len(pair) > 1 and pair <= self.members.keys())
        return sorted((one, other) for one, other, *_ in known)

    def descents(self, *, guardians: bool = False) -> list[tuple[str, str]]:
        """Return (child, parent) among the members, in one order."""
        ties = self.guardians if guardians else self.parents
        return sorted(
            (child, parent)
            for child, theirs in ties.items()
            for parent in dict.fromkeys(theirs)
            if child != parent and {child, parent} <= self.members.keys()
        )

    def older_first(self, people: Collection[str]) -> list[str]:
        """Return people in the order of their birth, and then of their ids."""
        return sorted(people, key=lambda id_: (self.members[id_].order, id_))

    def kin_of(self, start: str) -> frozenset[str]:
        """Return everybody whom descent, marriage and stated brotherhood tie to somebody."""
        near: defaultdict[str, set[str]] = defaultdict(set)
        ties = [*self.pairs(), *self.pairs(siblings=True)]
        for one, other in [*ties, *self.descents(), *self.descents(guardians=True)]:
            near[one].add(other)
            near[other].add(one)
        found, waiting = {start}, [start]
        while waiting:
            fresh = near[waiting.pop()] - found
            found |= fresh
            waiting += fresh
        return frozenset(found)


@dataclass(frozen=True, slots=True)
class CardSpot:
    """The middle of a card."""

    x: float
    y: float
