"""People whom no line of kinship ties to the child: at the end of a row, or at the side.

Friends who are a couple, or a caregiver and her son, are together as a family of their own. Kin
by a word alone are in the generation of that word. A cousin of the mother is in her row.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import ceil, sqrt

from graph.picture.layout.cards_to_place import COLUMN, ROW, CardSpot, CardsToPlace

_LANE_ROW = 150.0
_ASIDE = 1.35 * COLUMN
"""From the last card of a family to those at its side: they are not of its rows."""
Standing = Callable[[str], Mapping[str, CardSpot]]
"""Places everybody who is kin of somebody, that person at height 0."""


@dataclass(frozen=True, slots=True)
class _Group:
    """People tied to each other, as they stand from the left and the top of their own."""

    spots: Mapping[str, CardSpot]
    near: float
    order: tuple[object, ...]

    @property
    def wide(self) -> float:
        return max(spot.x for spot in self.spots.values())

    @property
    def tall(self) -> float:
        return max(spot.y for spot in self.spots.values())

    def at(self, x: float, y: float) -> dict[str, CardSpot]:
        """Return where they stand with their left at x and their top at y."""
        return {
            id_: CardSpot(float(round(x + spot.x)), y + spot.y)
            for id_, spot in self.spots.items()
        }


def in_their_row(
    family: CardsToPlace, spots: Mapping[str, CardSpot], stand: Standing
) -> dict[str, CardSpot]:
    """Place kin by a word at the nearer end of the row that the word gives.

    Args:
        family: everybody.
        spots: where kin by descent and marriage stand.
        stand: of families of their own.
    """
    found: dict[str, CardSpot] = {}
    middle = (min(s.x for s in spots.values()) + max(s.x for s in spots.values())) / 2
    for group in _groups(family, spots, stand):
        top = _stated_top(family, spots, group)
        if top is None:
            continue
        rows = {top + spot.y for spot in group.spots.values()}
        here = [
            s.x
            for s in (*spots.values(), *found.values())
            if any(abs(s.y - y) < ROW for y in rows)
        ]
        left, right = min(here, default=middle), max(here, default=middle)
        x = right + COLUMN if group.near >= middle else left - COLUMN - group.wide
        found |= group.at(x, top)
    return found


def _stated_top(
    family: CardsToPlace, spots: Mapping[str, CardSpot], group: _Group
) -> float | None:
    """Return how high a group is by the first word for one of its people; None: no word."""
    for id_ in sorted(group.spots):
        for other, rows in sorted(family.rows_from.get(id_, ())):
            if other in spots:
                return spots[other].y - rows * ROW - group.spots[id_].y
    return None


def at_the_side(
    family: CardsToPlace, spots: Mapping[str, CardSpot], stand: Standing
) -> dict[str, CardSpot]:
    """Place all who have no spot yet at the right, from the top to the bottom of the rows.

    Args:
        family: everybody.
        spots: where kin stand.
        stand: of families of their own.
    """
    groups = _groups(family, spots, stand)
    x = max(spot.x for spot in spots.values()) + _ASIDE
    top = min(spot.y for spot in spots.values())
    tall = max(spot.y for spot in spots.values()) - top
    tall = max(tall, _LANE_ROW * (ceil(sqrt(len(groups))) - 1))
    found: dict[str, CardSpot] = {}
    for column in _columns(groups, tall):
        y = top
        for group in column:
            found |= group.at(x, y)
            y += group.tall + _LANE_ROW
        x += max(group.wide for group in column) + COLUMN
    return found


def _columns(groups: Iterable[_Group], tall: float) -> Sequence[Sequence[_Group]]:
    """Share groups out over columns that are no taller than this, but for one tall group."""
    columns: list[list[_Group]] = []
    height = 0.0
    for group in groups:
        if not columns or height + group.tall > tall:
            columns.append([])
            height = 0.0
        columns[-1].append(group)
        height += group.tall + _LANE_ROW
    return columns


def _groups(
    family: CardsToPlace, spots: Mapping[str, CardSpot], stand: Standing
) -> list[_Group]:
    groups: list[_Group] = []
    done = set(spots)
    for id_ in sorted(family.members):
        if id_ not in done:
            group = _group(family, spots, stand(id_))
            groups.append(group)
            done |= group.spots.keys()
    return sorted(groups, key=lambda group: (group.near, group.order))


def _group(
    family: CardsToPlace, kin: Mapping[str, CardSpot], own: Mapping[str, CardSpot]
) -> _Group:
    ties = sorted({b for id_ in own for b in family.beside.get(id_, ()) if b in kin})
    tied = [kin[one].x for one in ties]
    xs = [spot.x for spot in kin.values()]
    left, top = min(s.x for s in own.values()), min(s.y for s in own.values())
    first = family.older_first(own)[0]
    return _Group(
        spots={id_: CardSpot(spot.x - left, spot.y - top) for id_, spot in own.items()},
        near=sum(tied) / len(tied) if tied else (min(xs) + max(xs)) / 2,
        order=(family.members[first].order, first),
    )
