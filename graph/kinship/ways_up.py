"""Ways up from a person: to each ancestor, and to ties stated in an ancestor's place."""

from dataclasses import dataclass
from operator import attrgetter
from typing import NamedTuple

from graph.kinship import stated
from graph.kinship.nearest_ties import NearestTies
from graph.kinship.steps import KinStep

MAX_GENERATIONS = 12
"""How far up anyone is looked for."""
MAX_WAYS = 8
"""How many ways up to one ancestor are kept, the shortest first: where cousins marry again
and again, their number doubles with every generation."""

_COSTS = {"birth": 0, "unknown": 0, "adoptive": 1, "step": 2}
_STATED = 3
"""Costs tell the plainer of two equally short ways; a stated sibling or cousin comes last."""


_LENGTH = attrgetter("length")


class Rise(NamedTuple):
    """A way from a child to a parent; `between` names a sibling whose parent it is."""

    parent: str
    between: tuple[str, ...]
    up: tuple[KinStep, ...]
    down: tuple[KinStep, ...]
    cost: int


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Joint:
    """A stated tie in the place of a common ancestor: of siblings, or of kin like cousins."""

    lengths: dict[str, int]
    """For each of the two ends the generations up to the ancestor, who is not recorded."""
    between: tuple[str, ...] = ()
    """People on the way, from the lesser id: a sibling of a sibling."""
    steps: dict[str, tuple[KinStep, ...]]
    """For each end the steps to the other."""
    half: str = ""

    def other(self, end: str) -> str:
        """Return the other end."""
        return next(person for person in self.lengths if person != end)

    def passed(self, end: str) -> tuple[str, ...]:
        """Return the people between, in order from this end."""
        return self.between if end == min(self.lengths) else self.between[::-1]


Meeting = str | Joint
"""Where two ways up meet: a common ancestor, or a stated tie."""


@dataclass(frozen=True, slots=True)
class WayUp:
    """One way up from a person to a meeting."""

    length: int
    """Generations."""
    people: tuple[str, ...]
    """Who is passed, the person first, without the ancestor at the end."""
    members: frozenset[str]
    up: tuple[KinStep, ...]
    down: tuple[KinStep, ...]
    """The steps of the same way walked back."""
    cost: int


class _Sibling(NamedTuple):
    """A sibling reached over stated ties, and how."""

    person: str
    between: tuple[str, ...]
    steps: tuple[KinStep, ...]


class Ways:
    """The ways up of everyone, worked out when first asked for and then kept."""

    def __init__(self, family: NearestTies, generations: int = MAX_GENERATIONS) -> None:
        """Take the ties to walk on, and how far up anyone is looked for."""
        self._family = family
        self._generations = generations
        self._legs: dict[str, dict[Meeting, list[WayUp]]] = {}
        self._rises: dict[str, list[Rise]] = {}
        self._siblings: dict[str, dict[str, _Sibling]] = {}
        self._ends: dict[str, list[Joint]] = {}
        self._joints: dict[tuple[str, str, str], Joint] = {}

    def legs(self, person: str) -> dict[Meeting, list[WayUp]]:
        """Return the ways up to each meeting, the shortest first; nobody is passed twice."""
        if person not in self._legs:
            self._legs[person] = self._climb(person)
        return self._legs[person]

    def _climb(self, person: str) -> dict[Meeting, list[WayUp]]:
        """Walk up generation by generation."""
        level = [(person, WayUp(0, (), frozenset(), (), (), 0))]
        found: dict[Meeting, list[WayUp]] = {person: [level[0][1]]}
        everyone = list(level)
        for _ in range(self._generations):
            level = [
                (rise.parent, leg)
                for at, below in level
                for rise in self.rises(at)
                if (leg := _risen(at, below, rise)) and _kept(found, rise.parent, leg)
            ]
            everyone += level
        for at, leg in everyone:
            for joint in self.joints(at):
                if joint.lengths[at] or not leg.people:  # an ancestor's child may be a parent
                    reached = _at_joint(at, leg, joint)
                    _kept(found, joint, reached)
        for legs in found.values():
            legs.sort(key=_LENGTH)
        return found

    def rises(self, child: str) -> list[Rise]:
        """Return the ways to a parent: recorded ones first, then a stated sibling's.

        Foster parents are no way up: what is theirs does not pass on.
        """
        if child not in self._rises:
            recorded = self._recorded_rises(child)
            self._rises[child] = recorded + self._sibling_rises(child)
        return self._rises[child]

    def _recorded_rises(self, child: str) -> list[Rise]:
        sex = self._family.sex
        return [
            Rise(
                parent,
                (),
                (KinStep("U", sex(parent), how),),
                (KinStep("D", sex(child), how),),
                cost,
            )
            for parent, how in sorted(self._family.parents(child).items())
            if (cost := _COSTS.get(how)) is not None
        ]

    def _sibling_rises(self, child: str) -> list[Rise]:
        """Return parents of stated siblings, where the child's own are not all recorded."""
        family, sex = self._family, self._family.sex
        if not family.siblings(child) or not family.lacks_a_parent(child):
            return []
        found: dict[str, Rise] = {}
        for near in self.siblings(child).values():
            back = self._walked_back(child, near.between, near.steps)
            for parent, how in sorted(family.parents(near.person).items()):
                if how in ("birth", "unknown") and parent not in family.parents(child):
                    between = (*near.between, near.person)
                    up = (*near.steps, KinStep("U", sex(parent), how))
                    down = (KinStep("D", sex(near.person), how), *back)
                    found.setdefault(parent, Rise(parent, between, up, down, _STATED))
        return list(found.values())

    def siblings(self, person: str) -> dict[str, _Sibling]:
        """Return stated siblings and their stated siblings, nearest first.

        Half, step and adoptive siblings are left out: theirs need not be the person's.
        """
        if person not in self._siblings:
            start = _Sibling(person, (), ())
            found, level = {person: start}, [start]
            while level:
                level = [further for near in level for further in self._beside(near, found)]
            del found[person]
            self._siblings[person] = found
        return self._siblings[person]

    def _beside(self, near: _Sibling, found: dict[str, _Sibling]) -> list[_Sibling]:
        """Enter and return the stated siblings of a sibling that are not found yet."""
        between = (*near.between, near.person) if near.steps else ()
        fresh = []
        for other, how in sorted(self._family.siblings(near.person).items()):
            if how in ("full", "") and other not in found:
                step = KinStep("B", self._family.sex(other), how)
                found[other] = _Sibling(other, between, (*near.steps, step))
                fresh.append(found[other])
        return fresh

    def joints(self, end: str) -> list[Joint]:
        """Return the stated ties of a person that stand in an ancestor's place."""
        if end not in self._ends:
            self._ends[end] = self._joints_at(end)
        return self._ends[end]

    def _joints_at(self, end: str) -> list[Joint]:
        near = sorted({*self.siblings(end), *self._family.siblings(end)})
        siblings = [self._sibling_joint(*sorted((end, other))) for other in near]
        own = [joint for _, joint in self._stated(end)]
        return siblings + own + self._chained(end)

    def _stated(self, end: str) -> list[tuple[str, Joint]]:
        """Return stated kin of a person whose word gives the path, with the tie."""
        return [
            (other, self._kin_joint(*((end, other) if for_other else (other, end)), word))
            for other, word, for_other in self._family.kin(end)
            if stated.shape(word)
        ]

    def _chained(self, end: str) -> list[Joint]:
        """Return ties that hold because they are stated of a full brother or sister.

        They are of those whom both have over the same parents: a grandmother, an aunt or a
        cousin, but no niece, who may be the person's own child.
        """
        family = self._family
        if not family.states_kin:
            return []
        chained = [
            self._chained_joint(end, parent, sibling, other, joint)
            for sibling, parent in family.full_siblings(end)
            for other, joint in self._stated(sibling)
            if other != end and _is_of_both(joint, sibling, other)
        ]
        return chained + [
            self._chained_joint(sibling, parent, other, end, joint)
            for other, joint in self._stated(end)
            for sibling, parent in family.full_siblings(other)
            if sibling != end and _is_of_both(joint, other, end)
        ]

    def _chained_joint(
        self, end: str, parent: str, sibling: str, other: str, joint: Joint
    ) -> Joint:
        """Return the tie of a person with a full sibling's kin, the same from both sides."""
        key = (end, other, f"{sibling} {joint.steps[sibling][0].qualifier}")
        if key not in self._joints:
            there, back, between = self._to_sibling(end, parent, sibling)
            self._joints[key] = Joint(
                lengths={end: joint.lengths[sibling], other: joint.lengths[other]},
                between=between if end < other else between[::-1],
                steps={end: there + joint.steps[sibling], other: joint.steps[other] + back},
            )
        return self._joints[key]

    def _to_sibling(
        self, end: str, parent: str, sibling: str
    ) -> tuple[tuple[KinStep, ...], tuple[KinStep, ...], tuple[str, ...]]:
        """Return the steps to a full sibling, those back, and who is passed."""
        sex = self._family.sex
        if not parent:
            steps = (KinStep("B", sex(sibling), "full"),)
            return steps, (KinStep("B", sex(end), "full"),), (sibling,)
        rise = KinStep("U", sex(parent), "birth")
        there = (rise, KinStep("D", sex(sibling), "birth"))
        return there, (rise, KinStep("D", sex(end), "birth")), (parent, sibling)

    def _sibling_joint(self, one: str, other: str) -> Joint:
        """Return the tie of two stated siblings, the same one from both sides."""
        key = (one, other, "")
        if key not in self._joints:
            said = self._family.siblings(one).get(other, "")
            if said in ("half", "step", "adoptive"):
                between: tuple[str, ...] = ()
                there: tuple[KinStep, ...] = (KinStep("B", self._family.sex(other), said),)
            else:
                _, between, there = self.siblings(one)[other]
            self._joints[key] = Joint(
                lengths={one: 1, other: 1},
                between=between,
                steps={one: there, other: self._walked_back(one, between, there)},
                half=_half(there),
            )
        return self._joints[key]

    def _walked_back(
        self, one: str, between: tuple[str, ...], there: tuple[KinStep, ...]
    ) -> tuple[KinStep, ...]:
        """Return the steps from the last sibling back to the first."""
        people = (one, *between)
        pairs = zip(reversed(people), reversed(there), strict=True)
        return tuple(
            KinStep("B", self._family.sex(person), step.qualifier) for person, step in pairs
        )

    def _kin_joint(self, relative: str, person: str, word: str) -> Joint:
        """Return the tie of two stated kin: the person is the relative's `word`."""
        key = (relative, person, word)
        if key not in self._joints:
            sex = self._family.sex
            up, down = stated.shape(word) or (0, 0)
            back = stated.other_way(word, sex(relative))
            self._joints[key] = Joint(
                lengths={relative: up, person: down},
                steps={
                    relative: (KinStep("C", sex(person), word),),
                    person: (KinStep("C", sex(relative), back),),
                },
            )
        return self._joints[key]


def _is_of_both(joint: Joint, sibling: str, other: str) -> bool:
    """Return whether kin of one is kin of a full sibling: by the same parents, and no child."""
    return joint.lengths[sibling] > 1 or joint.lengths[other] == 0


def _risen(at: str, below: WayUp, rise: Rise) -> WayUp | None:
    """Return a leg made one generation longer, or None where it would pass somebody twice."""
    passed = (at, *rise.between)
    members = below.members.union(passed)
    if rise.parent in members or not below.members.isdisjoint(passed):
        return None
    return WayUp(
        below.length + 1,
        below.people + passed,
        members,
        below.up + rise.up,
        rise.down + below.down,
        max(below.cost, rise.cost),
    )


def _at_joint(at: str, leg: WayUp, joint: Joint) -> WayUp:
    """Return a leg that ends at a stated tie of the person whom it has reached."""
    length, cost = leg.length + joint.lengths[at], max(leg.cost, _STATED)
    return WayUp(length, (*leg.people, at), leg.members | {at}, leg.up, leg.down, cost)


def _half(siblings: tuple[KinStep, ...]) -> str:
    """Return full or half for stated siblings; "" by step or adoption."""
    said = {step.qualifier for step in siblings}
    if said & {"step", "adoptive"}:
        return ""
    return "unknown" if "" in said else said.pop()


def _kept(found: dict[Meeting, list[WayUp]], meeting: Meeting, leg: WayUp) -> bool:
    """Keep a leg, unless there are enough shorter ones."""
    legs = found.setdefault(meeting, [])
    if len(legs) < MAX_WAYS:
        legs.append(leg)
    return leg is legs[-1]
