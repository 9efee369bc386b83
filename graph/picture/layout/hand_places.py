"""Places that a hand gave to cards, among those of the layout."""

from collections.abc import Mapping

from graph.picture.layout.cards_to_place import CARD_HEIGHT, CARD_WIDTH, COLUMN, CardSpot


def by_hand(
    spots: Mapping[str, CardSpot], put: Mapping[str, tuple[float, float]]
) -> tuple[dict[str, CardSpot], frozenset[str]]:
    """Return the place of each card, and the cards that are not where the layout has them.

    A card of the layout that would lie below one put there steps to the right, so nothing is
    hidden. Two cards that a hand put on each other stay so.

    Args:
        spots: the places of the layout.
        put: where a hand put cards; of others than these, nothing is made.
    """
    found = {id_: CardSpot(*put[id_]) for id_ in spots if id_ in put}
    if not found:
        return dict(spots), frozenset()
    for id_ in sorted(spots.keys() - found.keys(), key=lambda id_: (spots[id_].x, id_)):
        found[id_] = _free(spots[id_], found)
    return found, frozenset(id_ for id_ in spots if found[id_] != spots[id_])


def _free(spot: CardSpot, taken: Mapping[str, CardSpot]) -> CardSpot:
    """Return the first place from a spot to the right that no card covers."""
    while any(
        abs(spot.x - one.x) < CARD_WIDTH and abs(spot.y - one.y) < CARD_HEIGHT
        for one in taken.values()
    ):
        spot = CardSpot(spot.x + COLUMN, spot.y)
    return spot
