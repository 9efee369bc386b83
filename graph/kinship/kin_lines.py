"""Lines of kinship between two people: by blood, with a marriage at either end, and others."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from graph.kinship import stated
from graph.kinship.bloodlines import Bloodline, Bloodlines, Shortest
from graph.kinship.nearest_ties import NearestTies
from graph.kinship.steps import KinStep, straight
from graph.kinship.ways_up import MAX_GENERATIONS

_NEAREST_BESIDE = (1, 0)
"""The rank of a foster parent; no step-sibling comes before."""
_A_NEPHEW = 2
_Marriage = tuple[str, KinStep | None]
"""Who is married to somebody, with the step of the marriage; or the person, without one."""
_STEPPED: dict[str, Any] = {"marriages": 1, "half": "", "cost": 3}


class _Road(NamedTuple):
    """Between whom blood is looked for: the two people, or a spouse of either."""

    start: str
    end: str
    first: KinStep | None
    """The marriage before the line, a step to `start`."""
    last: KinStep | None
    """The marriage after the line, a step from `end`."""
    met: Shortest
    """Where the shortest blood between `start` and `end` meets."""

    @property
    def marriages(self) -> int:
        """How many marriages are on the road."""
        return (self.first is not None) + (self.last is not None)


class KinLines:
    """The lines between any two people of a family."""

    def __init__(self, family: NearestTies, generations: int = MAX_GENERATIONS) -> None:
        """Take the ties to walk on, and how far up anyone is looked for."""
        self._family = family
        self._blood = Bloodlines(family, generations)
        self.ways = self._blood.ways
        self._stepparents: dict[str, list[tuple[str, str, str, str]]] = {}
        self._married: dict[tuple[str, bool], list[_Marriage]] = {}

    def counted(self, one: str, other: str) -> list[Bloodline]:
        """Return every line of known degree, in no order."""
        roads = self._roads(one, other)
        return [
            *(line for road in roads for line in self._along(road, one, other)),
            *self._beside(one, other),
        ]

    def _beside(
        self, one: str, other: str, best: Bloodline | None = None
    ) -> Iterator[Bloodline]:
        """Yield the lines with a marriage in the middle, and those of foster families.

        Where there is a best line so far, those over stepparents that are farther are left out.
        """
        if self.stepparents(one):
            yield from self._step_siblings(one, other)
            yield from self._over_stepparents(one, other, best)
        if self.stepparents(other):
            yield from self._over_stepchildren(one, other, best)
        if self._family.fosters:
            yield from self._foster(one, other)

    def _is_nearer(self, one: str, other: str, best: Bloodline | None) -> bool:
        """Return whether blood between two, and a step more, may be as near as a line."""
        met = self._blood.shortest(one, other)
        return met is not None and (best is None or (met.degree + 1, 1) <= best.rank())

    def nearest(self, one: str, other: str) -> Bloodline | None:
        """Return the first of the counted lines, without making those that are farther."""
        best: Bloodline | None = None
        for road in self._roads(one, other):
            if best and (road.met.degree, road.marriages) > best.rank():
                continue
            lines = self._along(road, one, other, road.met) or self._along(road, one, other)
            best = _first(best, lines)
        if best is None or best.rank() >= _NEAREST_BESIDE:
            best = _first(best, list(self._beside(one, other, best)))
        return best

    def _roads(self, one: str, other: str) -> list[_Road]:
        """Return the pairs between whom blood makes the two kin, the two themselves first."""
        starts = self._with_spouses(one, leads=True)
        ends = self._with_spouses(other, leads=False)
        return [
            _Road(start, end, first, last, met)
            for start, first in starts
            for end, last in ends
            if last is None or (start != other and end != one)
            if (met := self._blood.shortest(start, end))
        ]

    def _with_spouses(self, person: str, *, leads: bool) -> list[_Marriage]:
        """Return a person and each spouse, with the step to them or back from them."""
        if (person, leads) not in self._married:
            sex, spouses = self._family.sex, self._family.spouses(person).items()
            married = [
                (one, KinStep("S", sex(one if leads else person), how)) for one, how in spouses
            ]
            self._married[person, leads] = [(person, None), *married]
        return self._married[person, leads]

    def _along(
        self, road: _Road, one: str, other: str, met: Shortest | None = None
    ) -> list[Bloodline]:
        """Return the lines of one road, with its marriages; the shortest alone where named."""
        lines = self._blood.between(road.start, road.end, met)
        if last := road.last:
            lines = [made for line in lines if (made := self._ended(line, other, last))]
        if first := road.first:
            lines = [made for line in lines if (made := self._begun(one, first, line))]
        return lines

    def _begun(self, one: str, step: KinStep, line: Bloodline) -> Bloodline | None:
        """Return the line with a marriage before it, unless it goes round.

        It goes round where the spouse's child is one's own child. A spouse's other spouse
        is of no degree.
        """
        if one in line.path or (line.marriages and line.up == line.down == 0):
            return None
        if line.steps and line.steps[0].move == "D" and self._is_parent(one, line.path[1]):
            return None
        return line._replace(
            path=(one, *line.path),
            steps=(step, *line.steps),
            marriages=line.marriages + 1,
        )

    def _ended(self, line: Bloodline, other: str, step: KinStep) -> Bloodline | None:
        """Return the line with a marriage after it, unless it goes round.

        It goes round where a parent's spouse is the other parent.
        """
        if other in line.path:
            return None
        if line.steps and line.steps[-1].move == "U" and self._is_parent(other, line.path[-2]):
            return None
        return line._replace(
            path=(*line.path, other), steps=(*line.steps, step), marriages=line.marriages + 1
        )

    def _is_parent(self, person: str, child: str) -> bool:
        return self._family.is_parent(person, child)

    def _step_siblings(self, one: str, other: str) -> Iterator[Bloodline]:
        """Yield a line over a parent's spouse to a child whom that spouse brought."""
        family = self._family
        if one == other:
            return
        for parent, how in family.parents(one).items():
            for married, vow in family.spouses(parent).items():
                brought = family.parents(other).get(married)
                if not straight(how) or not straight(brought):
                    continue
                path = (one, parent, married, other)
                round_ = self._is_parent(married, one) or self._is_parent(parent, other)
                if not round_ and len(set(path)) == len(path):
                    steps = (
                        KinStep("U", family.sex(parent), how),
                        KinStep("S", family.sex(married), vow),
                        KinStep("D", family.sex(other), brought),
                    )
                    yield Bloodline(path, steps, 1, 1, marriages=1)

    def stepparents(self, person: str) -> list[tuple[str, str, str, str]]:
        """Return each parent, how they are so, a spouse who is no parent, and that tie."""
        if person not in self._stepparents:
            self._stepparents[person] = [
                (parent, how, married, vow)
                for parent, how in self._family.parents(person).items()
                if straight(how)
                for married, vow in self._family.spouses(parent).items()
                if not self._is_parent(married, person)
            ]
        return self._stepparents[person]

    def _over_stepparents(
        self, one: str, other: str, best: Bloodline | None
    ) -> Iterator[Bloodline]:
        """Yield a line over a parent's spouse to their kin: a stepmother's brother.

        Step-siblings are not among them, and what goes round over a child of both is none.
        """
        sex = self._family.sex
        for parent, how, married, vow in self.stepparents(one):
            if not self._is_nearer(married, other, best):
                continue
            steps = (KinStep("U", sex(parent), how), KinStep("S", sex(married), vow))
            for line in self._blood.between(married, other):
                if not line.up and (
                    line.down < _A_NEPHEW or self._is_parent(parent, line.path[1])
                ):
                    continue
                if not {one, parent} & set(line.path):
                    yield line._replace(
                        path=(one, parent, *line.path),
                        steps=(*steps, *line.steps),
                        up=line.up + 1,
                        **_STEPPED,
                    )

    def _over_stepchildren(
        self, one: str, other: str, best: Bloodline | None
    ) -> Iterator[Bloodline]:
        """Yield the same lines from their other end: a sister's stepson."""
        sex = self._family.sex
        for parent, how, married, vow in self.stepparents(other):
            if not self._is_nearer(one, married, best):
                continue
            steps = (KinStep("S", sex(parent), vow), KinStep("D", sex(other), how))
            for line in self._blood.between(one, married):
                if not line.down and (
                    line.up < _A_NEPHEW or self._is_parent(parent, line.path[-2])
                ):
                    continue
                if not {other, parent} & set(line.path):
                    yield line._replace(
                        path=(*line.path, parent, other),
                        steps=(*line.steps, *steps),
                        down=line.down + 1,
                        **_STEPPED,
                    )

    def _foster(self, one: str, other: str) -> Iterator[Bloodline]:
        """Yield the step to a foster parent or child, and the two to a foster sibling."""
        sex = self._family.sex(other)
        for parent, how in self._family.parents(one).items():
            back = self._family.parents(other).get(parent)
            if back and "foster" in (how, back) and one != other:
                steps = (KinStep("U", self._family.sex(parent), how), KinStep("D", sex, back))
                yield Bloodline((one, parent, other), steps, 1, 1, cost=4)
        if self._family.parents(one).get(other) == "foster":
            yield Bloodline((one, other), (KinStep("U", sex, "foster"),), 1, 0, cost=4)
        if self._family.children(one).get(other) == "foster":
            yield Bloodline((one, other), (KinStep("D", sex, "foster"),), 0, 1, cost=4)

    def uncounted(self, one: str, other: str) -> list[Bloodline]:
        """Return every line of unknown degree, in no order.

        Parents of one child, parents of a couple, a spouse's other spouse, and at either
        end somebody who is stated as kin without a path ("a relative", "a sister-in-law").
        """
        found = [
            *self._co_parents(one, other),
            *self._parents_of_a_couple(one, other),
            *self._fellow_spouses(one, other),
        ]
        sex = self._family.sex
        for kin, _, word in self._unsaid(other):
            last = (other, KinStep("K", sex(other), word))
            lines = self.counted(one, kin)
            found += [_with(line, after=last) for line in lines if other not in line.path]
        for kin, word, _ in self._unsaid(one):
            first = (one, KinStep("K", sex(kin), word))
            lines = self.counted(kin, other)
            found += [_with(line, before=first) for line in lines if one not in line.path]
        return found

    def _unsaid(self, person: str) -> list[tuple[str, str, str]]:
        """Return stated kin without a path: who, the word for them, the word for the person."""
        sex = self._family.sex
        return [
            (kin, term, stated.other_way(term, sex(person)))
            if for_kin
            else (kin, stated.other_way(term, sex(kin)), term)
            for kin, term, for_kin in self._family.kin(person)
            if not stated.shape(term)
        ]

    def _co_parents(self, one: str, other: str) -> Iterator[Bloodline]:
        """Yield a line over each child of the two, where no marriage of theirs is recorded."""
        family = self._family
        if one == other or other in family.spouses(one):
            return
        for child in family.children(one).keys() & family.children(other).keys():
            if self._is_parent(one, child) and self._is_parent(other, child):
                how, back = family.parents(child)[one], family.parents(child)[other]
                steps = (
                    KinStep("D", family.sex(child), how),
                    KinStep("U", family.sex(other), back),
                )
                yield Bloodline((one, child, other), steps, 1, 1, counted=False)

    def _fellow_spouses(self, one: str, other: str) -> Iterator[Bloodline]:
        """Yield a line over somebody to whom both are, or were, married."""
        family = self._family
        if one == other:
            return
        theirs = family.spouses(other)
        for shared, how in family.spouses(one).items():
            if shared in theirs:
                steps = (
                    KinStep("S", family.sex(shared), how),
                    KinStep("S", family.sex(other), theirs[shared]),
                )
                yield Bloodline((one, shared, other), steps, 0, 0, marriages=2, counted=False)

    def _parents_of_a_couple(self, one: str, other: str) -> Iterator[Bloodline]:
        """Yield a line over each child of one who is married to a child of the other."""
        family = self._family
        for child, how in family.children(one).items():
            for married, vow in family.spouses(child).items():
                back = family.parents(married).get(other)
                path = (one, child, married, other)
                if straight(how) and straight(back) and len(set(path)) == len(path):
                    steps = (
                        KinStep("D", family.sex(child), how),
                        KinStep("S", family.sex(married), vow),
                        KinStep("U", family.sex(other), back),
                    )
                    yield Bloodline(path, steps, 1, 1, marriages=1, counted=False)


def _first(best: Bloodline | None, lines: list[Bloodline]) -> Bloodline | None:
    """Return the nearest of the lines and the best one so far."""
    if best is not None:
        lines = [best, *lines]
    if len(lines) > 1:
        return min(lines, key=Bloodline.order)
    return lines[0] if lines else None


def _with(
    line: Bloodline,
    *,
    before: tuple[str, KinStep] | None = None,
    after: tuple[str, KinStep] | None = None,
) -> Bloodline:
    """Return a line of unknown degree, with stated kin at one end."""
    path, steps = line.path, line.steps
    if before:
        path, steps = (before[0], *path), (before[1], *steps)
    if after:
        path, steps = (*path, after[0]), (*steps, after[1])
    return line._replace(path=path, steps=steps, counted=False)
