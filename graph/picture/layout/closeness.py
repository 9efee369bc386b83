"""Place a free view in rings of closeness: one in the middle, the others by recorded ties.

A ring has those who are as many recorded ties away. Who is tied to nobody in the middle's part
is in the last ring. Around a ring the order is that of the ring inside it.
"""

from collections import defaultdict
from math import cos, pi, sin

from graph.picture.layout.cards_to_place import CARD_HEIGHT, CARD_WIDTH, CardSpot
from graph.views.free_view import FreeView

_APART = (CARD_WIDTH**2 + CARD_HEIGHT**2) ** 0.5 + 24
"""The least distance between the middles of two cards, in whatever direction."""


def ring_spots(view: FreeView, middle: str) -> tuple[dict[str, CardSpot], tuple[float, ...]]:
    """Return where each card is, and the radius of each ring; no two cards overlap.

    Args:
        view: what to draw; `middle` is in it.
        middle: the id of the one in the middle.
    """
    beside = _neighbours(view)
    spots, radii = {middle: CardSpot(0.0, 0.0)}, list[float]()
    turn = {middle: 0.0}
    ring = [middle]
    while len(spots) < len(view.things):
        ring = _next(ring, beside, turn) or sorted(view.things.keys() - spots.keys())
        room = _APART / (2 * sin(pi / len(ring))) if len(ring) > 1 else 0.0
        radius = max(room, (radii[-1] if radii else 0.0) + _APART)
        first = turn.get(ring[0], 0.0)
        for nth, id_ in enumerate(ring):
            turn[id_] = first + 2 * pi * nth / len(ring)
            x, y = radius * sin(turn[id_]), -radius * cos(turn[id_])
            spots[id_] = CardSpot(float(round(x)), float(round(y)))
        radii.append(radius)
    return spots, tuple(radii)


def _neighbours(view: FreeView) -> dict[str, set[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for bond in view.bonds:
        found[bond.start].add(bond.end)
        found[bond.end].add(bond.start)
    return found


def _next(ring: list[str], beside: dict[str, set[str]], turn: dict[str, float]) -> list[str]:
    """Return those one tie further out, each near the first to whom it is tied."""
    found: dict[str, float] = {}
    for id_ in ring:
        for other in sorted(beside.get(id_, ())):
            if other not in turn:
                found.setdefault(other, turn[id_])
    return sorted(found, key=lambda id_: (found[id_], id_))
