"""Those who are not kin: a lane below the rows, each near whom they are tied to.

Friends who are a couple, or a caregiver and her son, stand together as a family of their own;
everybody else has a place in rows that wrap.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from graph.picture.layout.card_columns import spread
from graph.picture.layout.cards_to_place import COLUMN, ROW, CardSpot, CardsToPlace

_LANE_ROW = 150.0
_MOST = 7
"""So many columns at least before a row of the lane wraps."""


@dataclass(frozen=True, slots=True)
class _Group:
    """People tied to each other, as they stand around the middle of their first row."""

    spots: Mapping[str, CardSpot]
    near: float
    order: tuple[object, ...]

    @property
    def columns(self) -> int:
        xs = [spot.x for spot in self.spots.values()]
        return round((max(xs) - min(xs)) / COLUMN + 0.49) + 1

    @property
    def tall(self) -> float:
        return max(spot.y for spot in self.spots.values())


def lane(
    family: CardsToPlace,
    spots: Mapping[str, CardSpot],
    top: float,
    stand: Callable[[str], Mapping[str, CardSpot]],
) -> dict[str, CardSpot]:
    """Place all who have no spot yet.

    Args:
        family: everybody.
        spots: where kin stand.
        top: the height of the lane's first row.
        stand: places everybody who is kin of somebody, that person in row 0.
    """
    groups = _groups(family, spots, stand)
    wide = max(s.x for s in spots.values()) - min(s.x for s in spots.values())
    most = max(_MOST, round(wide / COLUMN) + 1)
    found: dict[str, CardSpot] = {}
    for line in _lines(groups, most):
        found |= _placed(line, top)
        top += max(group.tall for group in line) + _LANE_ROW
    return found


def _groups(
    family: CardsToPlace,
    spots: Mapping[str, CardSpot],
    stand: Callable[[str], Mapping[str, CardSpot]],
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
    xs = [spot.x for spot in (kin if not tied else own).values()]
    middle = (min(xs) + max(xs)) / 2
    own_xs = [spot.x for spot in own.values()]
    left, top = (min(own_xs) + max(own_xs)) / 2, min(spot.y for spot in own.values())
    first = family.older_first(own)[0]
    return _Group(
        spots={id_: CardSpot(spot.x - left, spot.y - top) for id_, spot in own.items()},
        near=sum(tied) / len(tied) if tied else middle,
        order=(family.members[first].order, first),
    )


def _lines(groups: Sequence[_Group], most: int) -> Iterable[Sequence[_Group]]:
    """Share the groups out over rows: groups of several rows first, then the others."""
    for tall in (False, True):
        here = [group for group in groups if bool(group.tall) is tall]
        lines = -(-sum(group.columns for group in here) // most)
        yield from (here[line::lines] for line in range(lines) if here[line::lines])


def _placed(line: Sequence[_Group], top: float) -> dict[str, CardSpot]:
    middles = spread(
        [group.columns for group in line], [group.near for group in line], [1.0] * len(line)
    )
    return {
        id_: CardSpot(float(round(middle + spot.x)), top + spot.y)
        for group, middle in zip(line, middles, strict=True)
        for id_, spot in group.spots.items()
    }


LANE_GAP = ROW * 0.95
"""Between the last row of kin and the lane."""
