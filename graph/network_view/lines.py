"""The lines between the cards: couples, and from parents down to their children.

A line with corners is a chain of joints, points that are nobody; ids of people begin with "p",
those of joints with "j".
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from graph.network_view.layout import COLUMN, ROW, Spot

_STEP = 11.0
"""Between the bars of two families that would else run into each other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One straight line between two points."""

    start: str
    end: str
    dashed: bool = False
    width: float = 1.6


@dataclass(slots=True)
class Joints:
    """The corners of lines, each with its place."""

    spots: dict[str, Spot] = field(default_factory=dict)

    def at(self, x: float, y: float) -> str:
        """Make a joint."""
        name = f"j{len(self.spots)}"
        self.spots[name] = Spot(x, y)
        return name


@dataclass(frozen=True, slots=True)
class _Brood:
    """Children of the same parents, and the point that the line to them begins at."""

    x: float
    y: float
    children: tuple[str, ...]
    parents: tuple[str, ...]
    """Two who stand side by side, or one."""


def descent(
    spots: Mapping[str, Spot], parents: Mapping[str, tuple[str, ...]], joints: Joints
) -> list[Line]:
    """Return the lines from parents down to their children."""
    broods: defaultdict[float, list[_Brood]] = defaultdict(list)
    for brood in _broods(spots, parents):
        broods[brood.y].append(brood)
    lines: list[Line] = []
    for level in broods.values():
        for brood, bar in _with_bars(level, spots):
            lines += _lines(brood, bar, spots, joints)
    return lines


def _broods(
    spots: Mapping[str, Spot], parents: Mapping[str, tuple[str, ...]]
) -> Iterable[_Brood]:
    together: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for child, theirs in parents.items():
        shown = tuple(sorted(p for p in theirs if p in spots and spots[p].y < spots[child].y))
        if shown and child in spots:
            together[shown].append(child)
    for shown, children in sorted(together.items()):
        if len(shown) == 2 and _adjacent(*(spots[p] for p in shown)):  # noqa: PLR2004 - a couple
            x = sum(spots[p].x for p in shown) / 2
            yield _Brood(x, spots[shown[0]].y, tuple(sorted(children)), shown)
        else:
            for parent in shown:
                spot = spots[parent]
                yield _Brood(spot.x, spot.y, tuple(sorted(children)), (parent,))


def _adjacent(one: Spot, other: Spot) -> bool:
    return one.y == other.y and abs(one.x - other.x) <= COLUMN * 1.01


def _with_bars(
    broods: Sequence[_Brood], spots: Mapping[str, Spot]
) -> list[tuple[_Brood, float]]:
    """Give each brood the height of its bar: one of its own where bars would touch."""
    taken: list[list[tuple[float, float]]] = []
    chosen: list[tuple[_Brood, int]] = []
    for brood in sorted(broods, key=lambda b: (b.x, b.children)):
        ends = [brood.x, *(spots[child].x for child in brood.children)]
        span = (min(ends) - 6, max(ends) + 6)
        level = next(
            (i for i, spans in enumerate(taken) if all(_apart(span, other) for other in spans)),
            len(taken),
        )
        taken[level : level + 1] = [[*(taken[level] if level < len(taken) else []), span]]
        chosen.append((brood, level))
    top = -(len(taken) - 1) / 2
    return [(brood, brood.y + ROW / 2 + (top + level) * _STEP) for brood, level in chosen]


def _apart(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return one[1] < other[0] or other[1] < one[0]


def _lines(
    brood: _Brood, bar: float, spots: Mapping[str, Spot], joints: Joints
) -> Iterable[Line]:
    start = brood.parents[0]
    if len(brood.parents) > 1:
        yield Line(start=brood.parents[0], end=brood.parents[1])
        start = joints.at(brood.x, brood.y)
    corner = joints.at(brood.x, bar)
    yield Line(start=start, end=corner)
    for child in brood.children:
        above = joints.at(spots[child].x, bar)
        yield Line(start=corner, end=above)
        yield Line(start=above, end=child)
