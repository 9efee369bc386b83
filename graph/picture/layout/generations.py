"""The row of each person of a family: every child below its parents, couples in one row.

Couples and stated siblings share a row wherever nobody would then be above an ancestor. A man
who marries his niece is in her row. Only wrong records have descent that runs in a circle. It
is read as far as possible.
"""

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from statistics import median_low

from graph.picture.layout.cards_to_place import CardsToPlace

_ROUNDS = 8


def generations(family: CardsToPlace, people: Iterable[str], start: str) -> dict[str, int]:
    """Count the rows up from somebody, for all who are tied to them.

    Args:
        family: what ties them.
        people: whom to place; `CardsToPlace.kin_of(start)`.
        start: the person in row 0; ancestors are in rows above 0.
    """
    rows = _Rows(at={id_: id_ for id_ in sorted(people)})
    for child, parent in family.descents():
        rows.put_below(child, parent)
    for pair in [*family.pairs(), *family.pairs(siblings=True)]:
        rows.join(*pair)
    for child, parent in family.descents(guardians=True):
        rows.put_below(child, parent)
    level = rows.levels(start)
    return {id_: level[rows.at[id_]] - level[rows.at[start]] for id_ in rows.at}


@dataclass(slots=True)
class _Rows:
    """Groups of people of one row, and which group is above which."""

    at: dict[str, str]
    """The group of each person, called by one of them."""
    above: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    below: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def put_below(self, child: str, parent: str) -> None:
        """Put a child below a parent, unless the parent is below it already."""
        if child in self.at and parent in self.at:
            low, high = self.at[child], self.at[parent]
            if low != high and not self._is_above(low, high):
                self.above[low].add(high)
                self.below[high].add(low)

    def join(self, one: str, other: str) -> None:
        """Put two into one row, unless one is above the other."""
        if one not in self.at or other not in self.at:
            return
        kept, gone = self.at[one], self.at[other]
        if kept == gone or self._is_above(kept, gone) or self._is_above(gone, kept):
            return
        self.at |= {id_: kept for id_, group in self.at.items() if group == gone}
        for there, back in ((self.above, self.below), (self.below, self.above)):
            for group in there.pop(gone, set()):
                there[kept].add(group)
                back[group] = back[group] - {gone} | {kept}

    def _is_above(self, high: str, low: str) -> bool:
        waiting, seen = [low], {low}
        while waiting:
            fresh = self.above[waiting.pop()] - seen
            if high in fresh:
                return True
            seen |= fresh
            waiting += fresh
        return False

    def levels(self, start: str) -> dict[str, int]:
        """Count the rows: first as each is met from the start, then as far as they must go."""
        level = self._as_met(self.at[start])
        for group in self._from_below():
            level[group] = max([level[group], *(level[low] + 1 for low in self.below[group])])
        for _ in range(_ROUNDS):
            if not self._tighten(level):
                break
        return level

    def _as_met(self, start: str) -> dict[str, int]:
        level = {start: 0}
        waiting = deque([start])
        while waiting:
            group = waiting.popleft()
            for step, groups in ((1, self.above[group]), (-1, self.below[group])):
                for other in sorted(groups - level.keys()):
                    level[other] = level[group] + step
                    waiting.append(other)
        return dict.fromkeys(self.at.values(), 0) | level

    def _from_below(self) -> list[str]:
        """Return the groups, each after all that stand below it."""
        left = {group: len(self.below[group]) for group in dict.fromkeys(self.at.values())}
        ready = deque(group for group, count in left.items() if not count)
        found = []
        while ready:
            group = ready.popleft()
            found.append(group)
            for high in sorted(self.above[group]):
                left[high] -= 1
                if not left[high]:
                    ready.append(high)
        return found

    def _tighten(self, level: dict[str, int]) -> bool:
        """Move each group as near as can be to the rows that are next to it by descent."""
        moved = False
        for group in self._from_below():
            best = self._best(group, level)
            moved |= best != level[group]
            level[group] = best
        return moved

    def _best(self, group: str, level: Mapping[str, int]) -> int:
        lows = [level[low] + 1 for low in self.below[group]]
        highs = [level[high] - 1 for high in self.above[group]]
        if not lows and not highs:
            return level[group]
        wanted = median_low([*lows, *highs])
        least = max(lows, default=wanted)
        return max(least, min(wanted, min(highs, default=wanted)))
