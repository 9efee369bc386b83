"""The kin of a person: every relation, named and counted."""

from collections.abc import Iterable, Mapping
from datetime import date

from graph.kinship.bloodlines import Bloodline
from graph.kinship.kin_lines import KinLines
from graph.kinship.kin_ties import KinTie
from graph.kinship.kin_wording import wording
from graph.kinship.nearest_ties import NearestTies
from graph.kinship.relation import Relation
from graph.kinship.steps import moves
from graph.kinship.ways_up import MAX_GENERATIONS
from graph.kinship.within_degree import Reach

MAX_RELATIONS = 8
"""How many paths between two people are listed."""

Births = Mapping[str, tuple[date | None, date | None] | None]
"""Person -> the earliest and the latest day of birth, None where a bound is not known."""

_NO_BIRTHS: Births = {}


class Kin:
    """The kinship of many people, computed from stated ties when asked for.

    Only the neighbourhood of who is asked about is looked at, and kept. What stated ties do
    not say is not guessed: see `Relation.doubts`.
    """

    def __init__(
        self, ties: Iterable[KinTie], sexes: Mapping[str, str], births: Births = _NO_BIRTHS
    ) -> None:
        """Read the ties in any order; give those only that stand on the day asked about.

        Raises:
            KinshipError: a tie cannot be read, or somebody would be their own ancestor.
        """
        self._family = NearestTies(ties, sexes)
        self._births = births
        self._lines = KinLines(self._family)
        self._near: dict[int, KinLines] = {}

    def relation(self, person: str, relative: str) -> Relation | None:
        """Return what the relative is to the person by the nearest path, None if no kin.

        Nearest is the least civil degree, then fewer marriages; what has no degree is last.
        """
        line = self._lines.nearest(person, relative) or min(
            self._lines.uncounted(person, relative), key=Bloodline.order, default=None
        )
        return self._named(line) if line else None

    def relations(self, person: str, relative: str) -> tuple[Relation, ...]:
        """Return the distinct paths to the relative, the nearest first, at most eight."""
        found = self._lines.counted(person, relative) + self._lines.uncounted(person, relative)
        lines = {(line.path, line.steps): line for line in sorted(found, key=Bloodline.order)}
        return tuple(self._named(line) for line in list(lines.values())[:MAX_RELATIONS])

    def within(self, child: str, max_degree: int) -> dict[str, Relation]:
        """Return everyone up to a civil degree, nearest first, each by the nearest path.

        Marriages at either end are free of charge; step, adoptive and foster kin are
        among them; kin of unknown degree are not.
        """
        lines_within = self._lines_within(max_degree)
        near = Reach(self._family, lines_within).candidates(child, max_degree)
        lines = [line for kin in near if (line := lines_within.nearest(child, kin))]
        close = [line for line in lines if line.counted and line.rank()[0] <= max_degree]
        close.sort(key=lambda line: (*line.rank(), line.cost, line.path[-1]))
        return {line.path[-1]: self._named(line) for line in close}

    def _lines_within(self, degree: int) -> KinLines:
        """Return the lines up to a degree: none of them rises more generations than that."""
        if degree not in self._near:
            self._near[degree] = KinLines(self._family, min(degree, MAX_GENERATIONS))
        return self._near[degree]

    def _named(self, line: Bloodline) -> Relation:
        """Put a line into words."""
        told = wording(line.steps, line.up, line.down, line.half)
        born = line.path[-1] in self._births
        return Relation(
            person=line.path[0],
            relative=line.path[-1],
            term=told.term,
            phrase=self._with_age(line, told.phrase) if born else told.phrase,
            kind=told.kind,
            degree=line.degree,
            side=told.side,
            up=line.up,
            down=line.down,
            marriages=line.marriages,
            ended=told.ended,
            half=line.half,
            seniority=self._seniority(line.path[0], line.path[-1]) if born else "",
            path=line.path,
            steps=line.steps,
            apexes=line.apexes,
            doubts=told.doubts,
        )

    def _with_age(self, line: Bloodline, phrase: str) -> str:
        """Say whether a sibling at the end of a path is the elder: "mother's elder sister"."""
        spelled = moves(line.steps)
        if line.marriages or not spelled.endswith(("B", "UD")):
            return phrase
        sibling = line.path[-2 if spelled.endswith("B") else -3]
        way, mark, last = phrase.rpartition("'s ")
        senior = self._seniority(sibling, line.path[-1])
        return f"{way}{mark}{senior} {last}" if senior else phrase

    def _seniority(self, person: str, relative: str) -> str:
        """Compare two births; "" where the windows touch or one is not known."""
        mine, theirs = self._births.get(person), self._births.get(relative)
        if not mine or not theirs:
            return ""
        if theirs[1] and mine[0] and theirs[1] < mine[0]:
            return "elder"
        if mine[1] and theirs[0] and mine[1] < theirs[0]:
            return "younger"
        return ""
