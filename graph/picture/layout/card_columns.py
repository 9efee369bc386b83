"""Place each card in its row: parents over their children, as near as order allows.

The nearest places come by least squares, row after row, until nothing much moves. Each row is
solved at once, since the order of its units and the room between them are given.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from graph.picture.layout.cards_to_place import COLUMN, CardsToPlace
from graph.picture.layout.couples import Unit

_ROUNDS = 40
_STILL = 0.5
_SLIGHT = 0.001
"""The weight of a unit that nothing draws: it stays, unless it is in the way."""


@dataclass(slots=True)
class _Rows:
    rows: Sequence[Sequence[Unit]]
    pulls: Mapping[Unit, Sequence[tuple[str, str, float]]]
    """By unit: who in it is drawn, to whom, and how far beside them."""
    x: dict[str, float] = field(default_factory=dict)


def columns(family: CardsToPlace, rows: Sequence[Sequence[Unit]]) -> dict[str, float]:
    """Return where the middle of each card is."""
    settling = _Rows(rows, _pulls(family, rows))
    for row in rows:
        settle(row, [0.0] * len(row), [1.0] * len(row), settling.x)
    for turn in range(_ROUNDS):
        if _sweep(settling, rows if turn % 2 else rows[::-1]) < _STILL:
            break
    return settling.x


def _sweep(settling: _Rows, rows: Sequence[Sequence[Unit]]) -> float:
    """Settle every row once; return how far the card that moved most did."""
    before = dict(settling.x)
    for row in rows:
        drawn = [_drawn(unit, settling) for unit in row]
        settle(row, [want for want, _ in drawn], [weight for _, weight in drawn], settling.x)
    return max(abs(settling.x[id_] - x) for id_, x in before.items())


def _drawn(unit: Unit, settling: _Rows) -> tuple[float, float]:
    """Return where the middle of a unit is drawn to, and by how many."""
    x, middle = settling.x, (len(unit) - 1) / 2
    wants = [
        x[other] + beside - (unit.index(one) - middle) * COLUMN
        for one, other, beside in settling.pulls.get(unit, ())
    ]
    if not wants:
        return sum(x[id_] for id_ in unit) / len(unit), _SLIGHT
    return sum(wants) / len(wants), float(len(wants))


def _pulls(
    family: CardsToPlace, rows: Sequence[Sequence[Unit]]
) -> dict[Unit, list[tuple[str, str, float]]]:
    """Draw each child under the middle of its parents, and them over it."""
    unit_of = {id_: unit for row in rows for unit in row for id_ in unit}
    found: defaultdict[Unit, list[tuple[str, str, float]]] = defaultdict(list)
    for child in sorted(unit_of):
        theirs = family.parents.get(child) or family.guardians.get(child, ())
        parents = sorted(one for one in set(theirs) if one in unit_of and one != child)
        for one in parents:
            unit = unit_of[one]
            together = [unit.index(other) for other in parents if unit_of[other] == unit]
            beside = (sum(together) / len(together) - unit.index(one)) * COLUMN
            found[unit_of[child]].append((child, one, beside))
            found[unit].append((one, child, -beside))
    return found


def settle(
    row: Sequence[Unit], wanted: Sequence[float], weights: Sequence[float], x: dict[str, float]
) -> None:
    """Put a row's units as near as can be to where they want to be, without overlap."""
    for unit, middle in zip(
        row, spread([len(unit) for unit in row], wanted, weights), strict=True
    ):
        first = middle - (len(unit) - 1) / 2 * COLUMN
        x.update({id_: first + i * COLUMN for i, id_ in enumerate(unit)})


def spread(
    sizes: Sequence[int], wanted: Sequence[float], weights: Sequence[float]
) -> list[float]:
    """Return the middles of things so many columns wide, side by side in this order."""
    offsets = [0.0] * bool(sizes)
    for one, other in pairwise(sizes):
        offsets.append(offsets[-1] + (one + other) / 2 * COLUMN)
    free = _rising([w - offset for w, offset in zip(wanted, offsets, strict=True)], weights)
    return [middle + offset for middle, offset in zip(free, offsets, strict=True)]


def _rising(wanted: Sequence[float], weights: Sequence[float]) -> list[float]:
    """Return the nearest values (least squares) that never fall: pool adjacent violators."""
    pools: list[tuple[float, float, int]] = []
    for want, weight in zip(wanted, weights, strict=True):
        pools.append((want, weight, 1))
        while len(pools) > 1 and pools[-2][0] > pools[-1][0]:
            (a, n, i), (b, m, j) = pools[-2:]
            pools[-2:] = [((a * n + b * m) / (n + m), n + m, i + j)]
    return [value for value, _, count in pools for _ in range(count)]
