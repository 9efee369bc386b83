"""Where each card of a family stands: generations in rows, couples side by side.

Seen from one child, its father's kin on the left and its mother's on the right. The same family
gives the same places, in whatever order it was read. What is promised, for any family, is
tested: no two cards overlap; every child stands below its parents by birth, unless the records
run in a circle; couples stand side by side wherever `units.py` says; brothers and sisters stand
together, with only their partners between them, where of each couple but the child's parents
only one brings kin into the picture.
"""

from graph.picture.layout.card_columns import columns
from graph.picture.layout.cards_to_place import (
    CARD_HEIGHT,
    CARD_WIDTH,
    COLUMN,
    ROW,
    CardSpot,
    CardsToPlace,
    Member,
)
from graph.picture.layout.generations import generations
from graph.picture.layout.lanes import LANE_GAP, lane
from graph.picture.layout.row_order import orders

__all__ = [
    "CARD_HEIGHT",
    "CARD_WIDTH",
    "COLUMN",
    "ROW",
    "CardSpot",
    "CardsToPlace",
    "Member",
    "places",
]


def places(family: CardsToPlace) -> dict[str, CardSpot]:
    """Place everybody: kin by generation, and below them the others in a lane of their own."""
    spots = _rows(family, family.child)
    bottom = max(spot.y for spot in spots.values())
    return spots | lane(family, spots, bottom + LANE_GAP, lambda id_: _rows(family, id_))


def _rows(family: CardsToPlace, start: str) -> dict[str, CardSpot]:
    """Place everybody who is kin of somebody; that person stands at height 0."""
    level = generations(family, family.kin_of(start), start)
    rows = orders(family, level, start)
    x = columns(family, [rows[row] for row in sorted(rows, reverse=True)])
    middle = (min(x.values()) + max(x.values())) / 2
    return {
        id_: CardSpot(float(round(x[id_] - middle)), -level[id_] * ROW) for id_ in sorted(level)
    }
