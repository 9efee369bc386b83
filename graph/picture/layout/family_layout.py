"""Place each card of a family: generations in rows, couples side by side.

One child is the centre, with its father's kin on the left and its mother's on the right. The
same family gives the same places, in any order of reading. Kin by a word alone ("cousin") are
at the end of the row of that word. Below a child they would look like its own. Friends and
officials are at the side. Tests check these promises for any family:

- No two cards overlap.
- Every child is below its parents by birth, unless the records run in a circle.
- Couples are side by side wherever `couples.py` says so.
- Brothers and sisters are together, with only their partners between them. This needs that of
  each couple but the child's parents only one brings kin into the picture.
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
from graph.picture.layout.lanes import at_the_side, in_their_row
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
    """Place everybody: kin by generation, and the others at the side."""

    def stand(id_: str) -> dict[str, CardSpot]:
        return _rows(family, id_)

    spots = _rows(family, family.child)
    spots |= in_their_row(family, spots, stand)
    return spots | at_the_side(family, spots, stand)


def _rows(family: CardsToPlace, start: str) -> dict[str, CardSpot]:
    """Place everybody who is kin of somebody; that person is at height 0."""
    level = generations(family, family.kin_of(start), start)
    rows = orders(family, level, start)
    x = columns(family, [rows[row] for row in sorted(rows, reverse=True)])
    middle = (min(x.values()) + max(x.values())) / 2
    return {
        id_: CardSpot(float(round(x[id_] - middle)), -level[id_] * ROW) for id_ in sorted(level)
    }
