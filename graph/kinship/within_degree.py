"""People who may be within a degree of somebody, without a search of everyone."""

from collections.abc import Iterator

from graph.kinship.kin_lines import KinLines
from graph.kinship.nearest_ties import NearestTies
from graph.kinship.ways_up import Meeting, WayUp


class Reach:
    """The neighbourhood of a person."""

    def __init__(self, family: NearestTies, lines: KinLines) -> None:
        """Take the ties and the lines of kinship."""
        self._family = family
        self._lines = lines
        self._ways = lines.ways

    def candidates(self, person: str, max_degree: int) -> set[str]:
        """Return everyone up to a degree, with marriages at both ends, and a few too many."""
        married = [one for _, _, one, _ in self._lines.stepparents(person)]
        starts = {person, *self._family.spouses(person), *married}
        near = {kin for start in starts for kin in self._descended(start, max_degree)}
        wed = {spouse for kin in near for spouse in self._family.spouses(kin)}
        brought = {child for spouse in wed for child in self._family.children(spouse)}
        return (near | wed | brought | set(self._beside(person))) - {person}

    def _descended(self, person: str, max_degree: int) -> set[str]:
        """Return everyone down from somebody whom the person can rise to."""
        by_degree: list[set[str]] = [set() for _ in range(max_degree + 1)]
        for meeting, legs in self._ways.legs(person).items():
            for leg in legs:
                end, length = _top(meeting, leg)
                if length <= max_degree:
                    by_degree[length].add(end)
        seen: set[str] = set()
        for degree, people in enumerate(by_degree):
            fresh = people - seen
            seen |= fresh
            if degree < max_degree:
                by_degree[degree + 1].update(
                    child for someone in fresh for child in self._falls(someone)
                )
        return seen

    def _falls(self, parent: str) -> Iterator[str]:
        """Yield children, and their stated siblings, whose parent it may be too."""
        for child, how in self._family.children(parent).items():
            if how != "foster":
                yield child
                yield from self._ways.siblings(child)

    def _beside(self, person: str) -> Iterator[str]:
        """Yield foster parents, children and siblings, and whom a parent's spouse brought."""
        family = self._family
        yield from (kin for kin, how in family.parents(person).items() if how == "foster")
        yield from (kin for kin, how in family.children(person).items() if how == "foster")
        for parent, how in family.parents(person).items():
            for child, back in family.children(parent).items():
                if "foster" in (how, back):
                    yield child
            for married in family.spouses(parent):
                yield from family.children(married)


def _top(meeting: Meeting, leg: WayUp) -> tuple[str, int]:
    """Return where a way up ends, with the generations: for a stated tie its other end."""
    if isinstance(meeting, str):
        return meeting, leg.length
    other = meeting.other(leg.people[-1])
    return other, leg.length + meeting.lengths[other]
