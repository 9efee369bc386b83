"""Lines of blood between two people: up to a common ancestor, and down again."""

from operator import itemgetter
from typing import NamedTuple

from graph.kinship.nearest_ties import NearestTies
from graph.kinship.steps import KinStep, moves
from graph.kinship.ways_up import MAX_GENERATIONS, Joint, Meeting, Ways, WayUp

MAX_LENGTH = 99
"""More generations than any line has."""
PAIRS_KEPT = 20_000
"""So many shortest ways are kept at once: of all pairs of some 200 people."""
_LAST = MAX_LENGTH
"""Sorts a line of unknown degree after all others."""
_PLAINEST = itemgetter(0, 1)
"""Sorts the ancestors of a line: by birth first, then by id."""
_BACK = str.maketrans("UD", "DU")
"""Turns the moves of a path into those of the way back."""


class Bloodline(NamedTuple):
    """One path from one person to another; a couple of common ancestors is one line."""

    path: tuple[str, ...]
    steps: tuple[KinStep, ...]
    up: int
    """Generations up to the common ancestor, marriages not counted."""
    down: int
    """Generations down from there."""
    marriages: int = 0
    counted: bool = True
    """False where the civil degree is unknown."""
    half: str = ""
    apexes: tuple[str, ...] = ()
    """The common ancestors: one person or a couple; none where a tie is only stated."""
    cost: int = 0

    @property
    def degree(self) -> int | None:
        """The civil degree, or None where it is unknown."""
        return self.up + self.down if self.counted else None

    def rank(self) -> tuple[int, int]:
        """Return the sort key of nearness: the degree, then the marriages."""
        return self.up + self.down if self.counted else _LAST, self.marriages

    def order(self) -> tuple[object, ...]:
        """Sort the nearest first, then the plainer; the same from both ends."""
        path, legs, spelled = self.path, (self.up, self.down), moves(self.steps)
        if path[0] > path[-1]:
            path, legs, spelled = path[::-1], legs[::-1], spelled[::-1].translate(_BACK)
        return self.rank(), self.cost, len(path), path, legs, spelled, self.steps


_Children = tuple[tuple[str, ...], tuple[str, ...], int, int]
"""The people below on both sides, and the generations: the same for both of a couple."""


_Met = tuple[int, str, WayUp, WayUp]
"""Two ways up that meet at an ancestor: the cost, the ancestor, the way of each."""


class Shortest(NamedTuple):
    """How long the shortest lines between two people are, and where they meet."""

    degree: int
    meetings: list[Meeting]


class Bloodlines:
    """The lines between two people that no marriage is part of; step and adoption may be."""

    def __init__(self, family: NearestTies, generations: int = MAX_GENERATIONS) -> None:
        """Take the ties to walk on, and how far up anyone is looked for."""
        self._family = family
        self.ways = Ways(family, generations)
        self._met: dict[tuple[str, str], Shortest | None] = {}

    def shortest(self, one: str, other: str) -> Shortest | None:
        """Return where the shortest lines between two people meet, None if they are no kin."""
        pair = (one, other) if one < other else (other, one)
        if pair not in self._met:
            if len(self._met) >= PAIRS_KEPT:
                self._met.clear()
            self._met[pair] = self._nearest_meetings(one, other)
        return self._met[pair]

    def _nearest_meetings(self, one: str, other: str) -> Shortest | None:
        ups, downs = self.ways.legs(one), self.ways.legs(other)
        fewer, more = (ups, downs) if len(ups) <= len(downs) else (downs, ups)
        degree, meetings = MAX_LENGTH, list[Meeting]()
        for at, legs in fewer.items():
            if backs := more.get(at):
                length = legs[0].length + backs[0].length
                if length < degree:
                    degree, meetings = length, [at]
                elif length == degree:
                    meetings.append(at)
        return Shortest(degree, meetings) if meetings else None

    def between(
        self, one: str, other: str, shortest: Shortest | None = None
    ) -> list[Bloodline]:
        """Return the lines up from one and down to the other; those over a couple are one.

        Args:
            shortest: leave out longer lines than these.
        """
        ups, downs = self.ways.legs(one), self.ways.legs(other)
        longest = MAX_LENGTH if shortest is None else shortest.degree
        meetings = ups.keys() & downs.keys() if shortest is None else shortest.meetings
        met: dict[_Children, list[_Met]] = {}
        stated = []
        for meeting in meetings:
            for leg, back in _apart(ups[meeting], downs[meeting], longest):
                if isinstance(meeting, str):
                    found = (max(leg.cost, back.cost), meeting, leg, back)
                    children = (leg.people, back.people, leg.length, back.length)
                    met.setdefault(children, []).append(found)
                elif line := _over_joint(meeting, leg, back):
                    stated.append(line)
        return [*stated, *map(self._over_ancestors, met.values())]

    def _over_ancestors(self, found: list[_Met]) -> Bloodline:
        """Return the line over one common ancestor, or over a couple with the same children."""
        cost, meeting, leg, back = found[0] if len(found) == 1 else min(found, key=_PLAINEST)
        path = (*leg.people, meeting, *back.people[::-1])
        steps = leg.up + back.down
        apexes: tuple[str, ...] = (meeting,) if steps else ()
        half = ""
        if leg.people and back.people:
            apexes = tuple(sorted(at for spent, at, *_ in found if spent == cost))
            kinds = (leg.up[-1].qualifier, back.down[0].qualifier)
            half = self._family.half(leg.people[-1], back.people[-1], kinds=kinds)
        return Bloodline(
            path, steps, leg.length, back.length, half=half, apexes=apexes, cost=cost
        )


def _apart(legs: list[WayUp], backs: list[WayUp], longest: int) -> list[tuple[WayUp, WayUp]]:
    """Return the pairs of ways that share nobody below where they meet."""
    if len(legs) == len(backs) == 1:
        [leg], [back] = legs, backs
        apart = leg.length + back.length <= longest and leg.members.isdisjoint(back.members)
        return [(leg, back)] if apart else []
    return [
        (leg, back)
        for leg in legs
        for back in backs
        if leg.length + back.length <= longest and leg.members.isdisjoint(back.members)
    ]


def _over_joint(joint: Joint, leg: WayUp, back: WayUp) -> Bloodline | None:
    """Return the line over a stated tie, or None where it would pass somebody twice."""
    end = leg.people[-1]
    path = leg.people + joint.passed(end) + back.people[::-1]
    if len(set(path)) < len(path):
        return None
    steps = leg.up + joint.steps[end] + back.down
    cost = max(leg.cost, back.cost)
    return Bloodline(path, steps, leg.length, back.length, half=joint.half, cost=cost)
