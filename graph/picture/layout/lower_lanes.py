"""Cards in lanes below all others, each as near as can be to whom it is tied to."""

from collections.abc import Iterable, Mapping

from graph.picture.layout.cards_to_place import CARD_HEIGHT, COLUMN, CardSpot

LANE = 158.0
GAP = 40.0
_LEAST = 7
"""Cards of one lane, where the picture above is narrower."""


def below(
    spots: Mapping[str, CardSpot], ids: Iterable[str], beside: Mapping[str, Iterable[str]]
) -> dict[str, CardSpot]:
    """Place cards below others; the same ones give the same places.

    Args:
        spots: where the others stand.
        ids: of what is to be placed.
        beside: whom each is tied to.
    """
    xs = [spot.x for spot in spots.values()]
    middle = (min(xs) + max(xs)) / 2
    most = max(_LEAST, round((max(xs) - min(xs)) / COLUMN) + 1)

    def near(id_: str) -> float:
        tied = [spots[other].x for other in beside.get(id_, ()) if other in spots]
        return sum(tied) / len(tied) if tied else middle

    ordered = sorted(ids, key=lambda id_: (near(id_), id_))
    lanes = -(-len(ordered) // most)
    top = max(spot.y for spot in spots.values()) + CARD_HEIGHT + GAP + LANE - CARD_HEIGHT
    found: dict[str, CardSpot] = {}
    for lane in range(lanes):
        here = ordered[lane::lanes]
        xs = _apart([near(id_) for id_ in here])
        found |= {id_: CardSpot(x, top + lane * LANE) for id_, x in zip(here, xs, strict=True)}
    return found


def _apart(wanted: list[float]) -> list[float]:
    """Return places a column apart, on the whole where they are wanted."""
    found: list[float] = []
    for want in wanted:
        found.append(max(want, found[-1] + COLUMN) if found else want)
    moved = sum(want - at for want, at in zip(wanted, found, strict=True)) / len(found)
    return [round(at + moved, 1) for at in found]
