"""Where each card of a family stands: generations in rows, couples side by side.

Seen from one child, its father's kin on the left and its mother's on the right. The same family
gives the same places, in whatever order it was read.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

CARD_WIDTH = 184.0
CARD_HEIGHT = 124.0
COLUMN = 208.0
ROW = 196.0
_LANE_ROW = 150.0
_LANE_MOST = 7
_ROUNDS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """Somebody to be placed; `order` breaks ties (older first)."""

    id: str
    sex: str = ""
    order: tuple[object, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """Who is to be placed around a child, and what ties them."""

    child: str
    members: Mapping[str, Member]
    parents: Mapping[str, tuple[str, ...]]
    """By child; birth parents first."""
    couples: frozenset[frozenset[str]]
    siblings: frozenset[frozenset[str]]
    beside: Mapping[str, tuple[str, ...]]
    """Whom those outside the rows are tied to."""


@dataclass(frozen=True, slots=True)
class Spot:
    """The middle of a card."""

    x: float
    y: float


def places(family: Family) -> dict[str, Spot]:
    """Place everybody: kin by generation, and below them the others in a lane of their own."""
    generation = _generations(family)
    key = _sides(family, generation)
    rows = _rows(family, generation, key)
    x = _columns(family, rows)
    spots = {
        id_: Spot(round(x[id_], 1), -generation[id_] * ROW)
        for row in rows
        for id_ in _flat(row)
    }
    others = [id_ for id_ in family.members if id_ not in spots]
    bottom = max(spot.y for spot in spots.values())
    return spots | _lane(family, others, spots, bottom + ROW * 0.95)


def _generations(family: Family) -> dict[str, int]:
    """Count generations up from the child, along parents, marriages and stated siblings."""
    found = {family.child: 0}
    steps = _steps(family)
    queue = [family.child]
    for id_ in queue:
        for other, up in steps[id_]:
            if other not in found and other in family.members:
                found[other] = found[id_] + up
                queue.append(other)
    return found


def _steps(family: Family) -> dict[str, list[tuple[str, int]]]:
    steps: defaultdict[str, set[tuple[str, int]]] = defaultdict(set)
    for child, parents in family.parents.items():
        for parent in parents:
            steps[child].add((parent, 1))
            steps[parent].add((child, -1))
    for pair in family.couples | family.siblings:
        one, other = sorted(pair)
        steps[one].add((other, 0))
        steps[other].add((one, 0))
    return defaultdict(list, {id_: sorted(found) for id_, found in steps.items()})


def _sides(family: Family, generation: Mapping[str, int]) -> dict[str, float]:
    """Give everybody a side: below 0 the father's, above 0 the mother's, further by steps."""
    steps = _steps(family)
    parents = [one for one in family.parents.get(family.child, ()) if one in generation]
    ordered = sorted(parents, key=lambda id_: (_sex(family, id_), parents.index(id_)))
    own = {c for c, ps in family.parents.items() if set(ps) & set(parents)} | {family.child}
    key = dict.fromkeys(own, 0.0)
    key |= {id_: -1.0 if i == 0 else float(i) for i, id_ in enumerate(ordered)}
    if len(ordered) == 1:
        key[ordered[0]] = -1.0 if _sex(family, ordered[0]) < 1 else 1.0
    queue = ordered or sorted(own)
    for id_ in queue:
        for other, _ in steps[id_]:
            if other not in key and other in generation:
                key[other] = key[id_] + (1.0 if key[id_] > 0 else -1.0)
                queue.append(other)
    return {id_: key.get(id_, 0.0) for id_ in generation}


def _sex(family: Family, id_: str) -> int:
    return {"male": 0, "female": 2}.get(family.members[id_].sex, 1)


def _rows(
    family: Family, generation: Mapping[str, int], key: Mapping[str, float]
) -> list[list[list[str]]]:
    """Return the rows from the top, each of couples (or people on their own), in order."""
    rows: list[list[list[str]]] = []
    place: dict[str, float] = {}
    for level in sorted(set(generation.values()), reverse=True):
        row = [id_ for id_ in family.members if generation.get(id_) == level]
        units = [_unit(family, unit, key) for unit in _joined(row, family.couples)]
        units.sort(key=lambda unit: _unit_order(family, unit, key, place))
        place |= {id_: float(i) for i, id_ in enumerate(_flat(units))}
        rows.append(units)
    return rows


def _unit_order(
    family: Family, unit: Sequence[str], key: Mapping[str, float], place: Mapping[str, float]
) -> tuple[object, ...]:
    nearest = min(unit, key=lambda id_: (abs(key[id_]), id_))
    above = [place[p] for p in family.parents.get(nearest, ()) if p in place]
    middle = sum(above) / len(above) if above else -1.0
    return (key[nearest], middle, family.members[nearest].order, nearest)


def _unit(family: Family, unit: Iterable[str], key: Mapping[str, float]) -> list[str]:
    """Order a couple; whoever married more than once stands between the others."""
    ordered = sorted(unit, key=lambda id_: (key[id_], _sex(family, id_), id_))
    if len(ordered) < 3:  # noqa: PLR2004 - a couple
        return ordered
    hub = max(ordered, key=lambda id_: (sum(id_ in pair for pair in family.couples), id_))
    others = [id_ for id_ in ordered if id_ != hub]
    half = len(others) // 2
    return [*others[:half], hub, *others[half:]]


def _joined(row: Sequence[str], couples: frozenset[frozenset[str]]) -> list[list[str]]:
    """Gather those of a row whom couples tie together."""
    group = {id_: [id_] for id_ in row}
    for pair in sorted(sorted(pair) for pair in couples):
        if len(pair) == 2 and all(id_ in group for id_ in pair):  # noqa: PLR2004 - a couple
            one, other = (group[id_] for id_ in pair)
            if one is not other:
                one += other
                group |= dict.fromkeys(other, one)
    return [list(unit) for unit in {id(unit): unit for unit in group.values()}.values()]


def _flat(units: Iterable[Iterable[str]]) -> list[str]:
    return [id_ for unit in units for id_ in unit]


def _columns(family: Family, rows: Sequence[Sequence[list[str]]]) -> dict[str, float]:
    """Draw parents and children over each other, as far as the order of a row lets them."""
    x: dict[str, float] = {}
    for row in rows:
        _settle(row, [0.0] * len(row), x)
    children: defaultdict[str, list[str]] = defaultdict(list)
    for child, parents in family.parents.items():
        for parent in parents:
            children[parent].append(child)
    for turn in range(_ROUNDS):
        for row in rows if turn % 2 else reversed(rows):
            _settle(row, [_wanted(unit, family.parents, children, x) for unit in row], x)
    return x


def _wanted(
    unit: Sequence[str],
    parents: Mapping[str, tuple[str, ...]],
    children: Mapping[str, list[str]],
    x: Mapping[str, float],
) -> float:
    tied = {p for id_ in unit for p in parents.get(id_, ()) if p in x}
    below = {c for id_ in unit for c in children.get(id_, ()) if c in x}
    ends = [sum(x[id_] for id_ in side) / len(side) for side in (tied, below) if side]
    return sum(ends) / len(ends) if ends else sum(x[id_] for id_ in unit) / len(unit)


def _settle(row: Sequence[Sequence[str]], wanted: Sequence[float], x: dict[str, float]) -> None:
    """Put a row's couples as near as can be to where they want to be, without overlap."""
    offsets = [0.0]
    for one, other in pairwise(row):
        offsets.append(offsets[-1] + (len(one) + len(other)) / 2 * COLUMN)
    free = _rising([want - offset for want, offset in zip(wanted, offsets, strict=True)])
    for unit, middle, offset in zip(row, free, offsets, strict=True):
        first = middle + offset - (len(unit) - 1) / 2 * COLUMN
        x.update({id_: first + i * COLUMN for i, id_ in enumerate(unit)})


def _rising(wanted: Sequence[float]) -> list[float]:
    """Return the nearest values (least squares) that never fall: pool adjacent violators."""
    pools: list[tuple[float, int]] = []
    for want in wanted:
        pools.append((want, 1))
        while len(pools) > 1 and pools[-2][0] > pools[-1][0]:
            (a, n), (b, m) = pools[-2:]
            pools[-2:] = [((a * n + b * m) / (n + m), n + m)]
    return [value for value, count in pools for _ in range(count)]


def _lane(
    family: Family, others: Sequence[str], spots: Mapping[str, Spot], top: float
) -> dict[str, Spot]:
    """Place those who are not kin below the rows, near whom they are tied to."""
    middle = (min(s.x for s in spots.values()) + max(s.x for s in spots.values())) / 2

    def near(id_: str) -> float:
        tied = [spots[other].x for other in family.beside.get(id_, ()) if other in spots]
        return sum(tied) / len(tied) if tied else middle

    ordered = sorted(others, key=lambda id_: (near(id_), family.members[id_].order, id_))
    width = max(s.x for s in spots.values()) - min(s.x for s in spots.values())
    most = max(_LANE_MOST, round(width / COLUMN) + 1)
    lines = -(-len(ordered) // most)
    found: dict[str, Spot] = {}
    for line in range(lines):
        here = ordered[line::lines]
        x: dict[str, float] = {}
        _settle([[id_] for id_ in here], [near(id_) for id_ in here], x)
        found |= {id_: Spot(round(x[id_], 1), top + line * _LANE_ROW) for id_ in here}
    return found
