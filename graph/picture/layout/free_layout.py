"""Place everything in a free view: families as families, the rest in lanes below.

Each family is placed as on a child's page. A person or thing tied to one family alone is below
it. One that joins several families is below all of them. Nothing is left to chance: the same
view gives the same places.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

from graph.picture.layout.cards_to_place import COLUMN, ROW, CardSpot, CardsToPlace, Member
from graph.picture.layout.family_layout import places
from graph.record.vocabulary import TieKind
from graph.views.free_view import Bond, FreeView, ThingKind, ViewThing

LANE_ROW = 184.0
GAP = 96.0
"""Between two blocks."""
_WIDE = 1.7
"""How much wider than high a view is meant to be."""
_LANE_LEAST = 5
_KIN = (TieKind.PARENT_OF.value, TieKind.SPOUSE_OF.value, TieKind.SIBLING_OF.value)
BY_BIRTH = ("birth", "unknown", "")
_KINDS = (ThingKind.PERSON, ThingKind.EVENT, ThingKind.PLACE)


@dataclass(frozen=True, slots=True)
class _Block:
    """Cards that keep their places to each other; the first column and row are 0."""

    spots: Mapping[str, CardSpot]

    @property
    def width(self) -> float:
        return max((spot.x for spot in self.spots.values()), default=-COLUMN) + COLUMN

    @property
    def height(self) -> float:
        return max((spot.y for spot in self.spots.values()), default=-LANE_ROW) + LANE_ROW


def free_places(view: FreeView) -> dict[str, CardSpot]:
    """Place every thing of a view; no two cards overlap."""
    families = kin_groups(view)
    beside = _neighbours(view.bonds)
    kin = {id_: nth for nth, family in enumerate(families) for id_ in family}
    home = _with_satellites(view, kin, beside)
    bunches = _joined(view.things, view.bonds)
    alone = sorted(bunch[0] for bunch in bunches if len(bunch) == 1)
    together = [sorted(bunch) for bunch in bunches if len(bunch) > 1]
    blocks = [_bunch(view, bunch, families, home, beside) for bunch in together]
    if alone:
        blocks.append(_with_lanes(view, _Block({}), alone, beside))
    return dict(_packed(blocks).spots) if blocks else {}


def kin_groups(view: FreeView) -> list[list[str]]:
    """Return who is one family by parents, marriages and siblings, the largest first."""
    kin = [bond for bond in view.bonds if bond.kind in _KIN]
    tied = {id_ for bond in kin for id_ in (bond.start, bond.end)}
    found = _joined(sorted(tied), kin)
    return sorted((sorted(group) for group in found), key=lambda g: (-len(g), g))


def _neighbours(bonds: Iterable[Bond]) -> dict[str, set[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for bond in bonds:
        found[bond.start].add(bond.end)
        found[bond.end].add(bond.start)
    return found


def _joined(ids: Iterable[str], bonds: Iterable[Bond]) -> list[list[str]]:
    """Return what hangs together, each group in the order of the ids."""
    above = {id_: id_ for id_ in ids}

    def top(id_: str) -> str:
        while above[id_] != id_:
            above[id_] = above[above[id_]]
            id_ = above[id_]
        return id_

    for bond in bonds:
        if bond.start in above and bond.end in above:
            above[top(bond.start)] = top(bond.end)
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for id_ in above:
        groups[top(id_)].append(id_)
    return sorted(groups.values(), key=lambda group: (-len(group), min(group)))


def _with_satellites(
    view: FreeView, home: Mapping[str, int], beside: Mapping[str, set[str]]
) -> dict[str, int]:
    """Add the family of whatever is tied, itself or through events, to one alone."""
    found = dict(home)
    for kinds in ((ThingKind.EVENT, ThingKind.PERSON), _KINDS):
        for id_, thing in view.things.items():
            if id_ in found or thing.kind not in kinds:
                continue
            tied = beside.get(id_, set())
            families = {found[other] for other in tied if other in found}
            everything = all(other in found for other in tied)
            if len(families) == 1 and (everything or thing.kind is not ThingKind.PLACE):
                found[id_] = families.pop()
    return found


def _bunch(
    view: FreeView,
    bunch: Sequence[str],
    families: Sequence[Sequence[str]],
    home: Mapping[str, int],
    beside: Mapping[str, set[str]],
) -> _Block:
    """Lay out what hangs together: its families side by side, below them what joins them."""
    by_home: defaultdict[int, list[str]] = defaultdict(list)
    for id_ in bunch:
        by_home[home.get(id_, -1)].append(id_)
    shared = by_home.pop(-1, [])
    blocks = [
        _with_lanes(view, _family_block(view, families[nth]), by_home[nth], beside)
        for nth in sorted(by_home)
    ]
    return _with_lanes(view, _packed(blocks), shared, beside)


def _family_block(view: FreeView, group: Sequence[str]) -> _Block:
    things = {id_: view.things[id_] for id_ in group}
    kin = [b for b in view.bonds if b.kind in _KIN and {b.start, b.end} <= things.keys()]
    parents, guardians = _parents(kin, by_birth=True), _parents(kin, by_birth=False)
    spots = places(
        CardsToPlace(
            child=_youngest(things, parents),
            members={
                id_: Member(id=id_, sex=one.sex, order=(one.since,))
                for id_, one in things.items()
            },
            parents=parents,
            guardians=guardians,
            couples=_pairs(kin, TieKind.SPOUSE_OF),
            siblings=_pairs(kin, TieKind.SIBLING_OF),
            beside={},
        )
    )
    return _at_origin(spots)


def _parents(kin: Iterable[Bond], *, by_birth: bool) -> dict[str, tuple[str, ...]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for bond in sorted(kin, key=lambda bond: bond.start):
        if bond.kind == TieKind.PARENT_OF.value and (bond.qualifier in BY_BIRTH) is by_birth:
            found[bond.end].append(bond.start)
    return {child: tuple(dict.fromkeys(theirs)) for child, theirs in found.items()}


def _youngest(things: Mapping[str, ViewThing], parents: Mapping[str, Sequence[str]]) -> str:
    """Return whom to look from: somebody with parents and no children, the last born."""
    has_children = {one for theirs in parents.values() for one in theirs}
    return min(
        things,
        key=lambda id_: (
            id_ in has_children,
            not parents.get(id_),
            -things[id_].since.toordinal(),
            id_,
        ),
    )


def _pairs(bonds: Iterable[Bond], kind: TieKind) -> frozenset[frozenset[str]]:
    return frozenset(frozenset({b.start, b.end}) for b in bonds if b.kind == kind.value)


def _at_origin(spots: Mapping[str, CardSpot]) -> _Block:
    left = min(spot.x for spot in spots.values())
    top = min(spot.y for spot in spots.values())
    return _Block({id_: CardSpot(s.x - left, s.y - top) for id_, s in spots.items()})


def _with_lanes(
    view: FreeView, above: _Block, ids: Sequence[str], beside: Mapping[str, set[str]]
) -> _Block:
    """Put things below a block, people first, then events, then places, each near its ties."""
    spots = dict(above.spots)
    rest = [id_ for id_ in ids if id_ not in spots]
    columns = max(round((above.width if spots else 0) / COLUMN), _LANE_LEAST)
    if not spots:
        columns = max(columns, round(sqrt(len(rest) * _WIDE)))
    top = above.height + ROW - LANE_ROW if spots else 0.0
    for kind in _KINDS:
        lane = [id_ for id_ in rest if view.things[id_].kind is kind]
        spots |= _lane(view, lane, spots, beside, columns=columns, top=top)
        top += -(-len(lane) // columns) * LANE_ROW
    return _at_origin(spots) if spots else above


def _lane(
    view: FreeView,
    ids: Sequence[str],
    spots: Mapping[str, CardSpot],
    beside: Mapping[str, set[str]],
    *,
    columns: int,
    top: float,
) -> dict[str, CardSpot]:
    middle = sum(s.x for s in spots.values()) / len(spots) if spots else 0.0

    def near(id_: str) -> float:
        tied = [spots[other].x for other in beside.get(id_, ()) if other in spots]
        return round(sum(tied) / len(tied), 3) if tied else middle

    ordered = sorted(ids, key=lambda id_: (near(id_), view.things[id_].since, id_))
    lines = -(-len(ordered) // columns)
    found = {}
    for line in range(lines):
        here = ordered[line::lines]  # neighbours stay over each other
        first = middle - (len(here) - 1) / 2 * COLUMN
        for i, id_ in enumerate(here):
            found[id_] = CardSpot(round(first + i * COLUMN, 1), top + line * LANE_ROW)
    return found


def _packed(blocks: Sequence[_Block]) -> _Block:
    """Put blocks side by side on shelves, in their order."""
    area = sum(block.width * block.height for block in blocks)
    wide = max([sqrt(area * _WIDE), *(block.width for block in blocks)], default=0.0)
    spots: dict[str, CardSpot] = {}
    left = top = shelf = 0.0
    for block in blocks:
        if left and left + block.width > wide:
            left, top, shelf = 0.0, top + shelf + GAP, 0.0
        spots |= {id_: CardSpot(s.x + left, s.y + top) for id_, s in block.spots.items()}
        left += block.width + GAP
        shelf = max(shelf, block.height)
    return _Block(spots)
