"""The order of each row: one side of the family left, the other right, no lines crossed.

The family is walked as a tree of units, from the child's parents outwards. Whatever hangs on a
unit becomes a block of rows, and blocks are set side by side. So a family that is a tree has no
crossing. Brothers and sisters are together with only their partners between them. A tie that
closes a ring (cousins who marry) is drawn where its two ends then are.
"""

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from graph.picture.layout.cards_to_place import CardsToPlace
from graph.picture.layout.couples import Unit, units

Block = dict[int, list[Unit]]


class Direction(Enum):
    """How one unit hangs on another."""

    DOWN = "a child of it"
    UP = "a parent of it"
    BESIDE = "a stated brother or sister of it"


@dataclass(frozen=True, slots=True)
class UnitLink:
    """A way from one unit to another: from whom in it, to whom."""

    way: Direction
    start: str
    end: str


def orders(family: CardsToPlace, level: Mapping[str, int], start: str) -> dict[int, list[Unit]]:
    """Return the units of each row, from left to right."""
    unit_of = units(family, level)
    parents = [one for one in family.parents.get(start, ()) if one in level]
    root = unit_of[
        min(parents, key=lambda one: (-len(unit_of[one]), one)) if parents else start
    ]
    if _mother_first(family, root, parents):
        unit_of |= dict.fromkeys(root, root[::-1])
        root = root[::-1]
    tree = _tree(family, level, unit_of, root)
    return _Walk(family=family, level=level, unit_of=unit_of, tree=tree).block(root, 0, None)


def _mother_first(family: CardsToPlace, unit: Unit, parents: Sequence[str]) -> bool:
    """Return whether a mother is on the left of a father, among others of their unit."""
    here = [family.members[one].sex for one in unit if one in parents]
    return len(here) > 1 and (here[0] == "female" or here[-1] == "male") and here[0] != here[-1]


def _links(family: CardsToPlace, level: Mapping[str, int]) -> list[tuple[UnitLink, bool]]:
    """Return every way from one person to another, and whether it is one by choice."""
    found = []
    for guardians in (False, True):
        for child, parent in family.descents(guardians=guardians):
            if child in level and parent in level and level[parent] > level[child]:
                found.append((UnitLink(Direction.DOWN, parent, child), guardians))
                found.append((UnitLink(Direction.UP, child, parent), guardians))
    for one, other in family.pairs(siblings=True):
        if one in level and other in level:
            found.append((UnitLink(Direction.BESIDE, one, other), False))
            found.append((UnitLink(Direction.BESIDE, other, one), False))
    return found


def _tree(
    family: CardsToPlace, level: Mapping[str, int], unit_of: Mapping[str, Unit], root: Unit
) -> dict[Unit, list[UnitLink]]:
    """Return the links by which each unit is first reached, nearest to the root first.

    Ties by choice count only for those whom no other tie reaches.
    """
    links: defaultdict[Unit, list[tuple[UnitLink, bool]]] = defaultdict(list)
    for link, by_choice in _links(family, level):
        if unit_of[link.start] != unit_of[link.end]:
            links[unit_of[link.start]].append((link, by_choice))
    tree: defaultdict[Unit, list[UnitLink]] = defaultdict(list)
    reached = {root}
    for allowed in (False, True):
        waiting = deque(unit for unit in dict.fromkeys(unit_of.values()) if unit in reached)
        while waiting:
            unit = waiting.popleft()
            for link, by_choice in links[unit]:
                other = unit_of[link.end]
                if other not in reached and by_choice <= allowed:
                    reached.add(other)
                    tree[unit].append(link)
                    waiting.append(other)
    return tree


@dataclass(frozen=True, slots=True, kw_only=True)
class _Walk:
    """Lays out a unit and what hangs on it as a block, which grows to one side of it."""

    family: CardsToPlace
    level: Mapping[str, int]
    unit_of: Mapping[str, Unit]
    tree: Mapping[Unit, Sequence[UnitLink]]

    def block(self, unit: Unit, side: int, entry: UnitLink | None) -> Block:
        """Return the rows of a unit that was reached by a link; side -1 is left, 1 right."""
        stands = self._turned(unit, side, entry)
        left, right = self._above(unit, stands, side, entry)
        below = self._below(unit, stands, side, entry)
        row: Block = {self.level[unit[0]]: [stands]}
        return _side_by_side([*left, *below[0], row, *below[1], *right])

    def _turned(self, unit: Unit, side: int, entry: UnitLink | None) -> Unit:
        """Turn a unit so that the person it hangs by is inside, and its other kin outside."""
        if entry is None:
            return unit
        if entry.way is Direction.UP:
            links = [link for link in self.tree.get(unit, ()) if link.way is not Direction.DOWN]
            outer = {_sign(unit.index(link.start) - (len(unit) - 1) / 2) for link in links}
            return unit[::-1] if outer == {-side} else unit
        inner = unit.index(entry.end) - (len(unit) - 1) / 2
        return unit[::-1] if inner * side > 0 else unit

    def _above(
        self, unit: Unit, stands: Unit, side: int, entry: UnitLink | None
    ) -> tuple[list[Block], list[Block]]:
        """Return the blocks of parents, brothers and sisters, left and right of a unit."""
        links = [link for link in self.tree.get(unit, ()) if link.way is not Direction.DOWN]
        blocks: tuple[list[Block], list[Block]] = ([], [])
        for link in sorted(links, key=lambda one: (stands.index(one.start), one.way.value)):
            goes = side if entry is not None and entry.way is not Direction.UP else 0
            goes = goes or self._own_side(stands, link.start) or side or -1
            blocks[goes > 0].append(self.block(self.unit_of[link.end], goes, link))
        return blocks

    def _own_side(self, stands: Unit, person: str) -> int:
        """Return the side of somebody in a unit; 0 in the middle."""
        if len(stands) == 1:
            return {"male": -1, "female": 1}.get(self.family.members[person].sex, 0)
        return _sign(stands.index(person) - (len(stands) - 1) / 2)

    def _below(
        self, unit: Unit, stands: Unit, side: int, entry: UnitLink | None
    ) -> tuple[list[Block], list[Block]]:
        """Return the blocks of children, left and right of the middle.

        Where one child was the way here, the others stand on the outer side of it.
        """
        links = self._children(unit, stands)
        outwards = side if entry is not None and entry.way is Direction.UP else 0
        links = self._in_laws_outside(links, outwards)
        half = {-1: len(links), 0: len(links) // 2, 1: 0}[outwards]
        blocks = [
            self.block(self.unit_of[link.end], -1 if i < half else 1, link)
            for i, link in enumerate(links)
        ]
        return blocks[:half], blocks[half:]

    def _children(self, unit: Unit, stands: Unit) -> list[UnitLink]:
        """Return the ways down, in the order of the parents and then of birth."""
        place = {id_: i for i, id_ in enumerate(stands)}
        both = (self.family.parents, self.family.guardians)

        def key(link: UnitLink) -> tuple[object, ...]:
            known = [place[p] for ties in both for p in ties.get(link.end, ()) if p in place]
            return (sum(known) / len(known), self.family.members[link.end].order, link.end)

        links = [link for link in self.tree.get(unit, ()) if link.way is Direction.DOWN]
        return sorted(links, key=key)

    def _in_laws_outside(self, links: Sequence[UnitLink], outwards: int) -> list[UnitLink]:
        """Put children whose partner has kin of their own at the ends, where they have room."""
        half = {-1: len(links), 0: len(links) / 2, 1: 0}[outwards]
        heavy = [
            any(
                up.way is not Direction.DOWN for up in self.tree.get(self.unit_of[link.end], ())
            )
            for link in links
        ]
        first = [one for i, one in enumerate(links) if heavy[i] and i < half]
        last = [one for i, one in enumerate(links) if heavy[i] and i >= half]
        rest = [one for i, one in enumerate(links) if not heavy[i]]
        return [*first, *rest, *last]


def _sign(value: float) -> int:
    return (value > 0) - (value < 0)


def _side_by_side(blocks: Iterable[Block]) -> Block:
    """Return blocks as one, row by row."""
    found: defaultdict[int, list[Unit]] = defaultdict(list)
    for block in blocks:
        for row, here in block.items():
            found[row] += here
    return dict(found)
