"""The lines from parents down to their children.

Every line has right angles. The children of the same parents hang on one bar. A parent or a
child who is further away is reached around the cards between. A tie in doubt is dashed and has
a question mark.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from graph.picture.layout.cards_to_place import ROW, CardSpot
from graph.picture.layout.routes import (
    Ground,
    Joints,
    LevelPiece,
    RouteLine,
    beside,
    set_heights,
)

__all__ = ["Joints", "RouteLine", "descent"]

_ASIDE = 14.0


@dataclass(slots=True)
class _Brood:
    """Children of the same parents, and the bar that they hang on."""

    parents: tuple[str, ...]
    starts: tuple[tuple[float, float], ...]
    """Where the lines to the bar begin: between two who stand side by side, or at one."""
    children: list[str]
    doubtful: bool
    bar: LevelPiece
    far: dict[str, tuple[float, LevelPiece]] = field(default_factory=dict)
    """Children with a row between: where the line to them goes down, and its last bar."""
    high: dict[int, tuple[float, LevelPiece]] = field(default_factory=dict)
    """Starts with a row between: where the line from them goes down, and its first bar."""

    def bars(self) -> Iterator[LevelPiece]:
        """Yield every level piece of its lines."""
        yield self.bar
        yield from (bar for _, bar in (*self.far.values(), *self.high.values()))


def descent(
    spots: Mapping[str, CardSpot],
    parents: Mapping[str, tuple[str, ...]],
    joints: Joints,
    doubtful: Collection[tuple[str, str]] = (),
) -> list[RouteLine]:
    """Return the lines from parents down to their children.

    Args:
        spots: where the cards are.
        parents: by child.
        joints: gets the corners of the lines.
        doubtful: each (child, parent) that is not certain.
    """
    ground = Ground(spots)
    broods = [_with_far(brood, spots, ground) for brood in _broods(spots, parents, doubtful)]
    set_heights([bar for brood in broods for bar in brood.bars()])
    tops = _Tops(spots, [(x, brood.bar) for brood in broods for x, _ in brood.starts])
    return [line for brood in broods for line in _lines(brood, spots, joints, tops)]


def _broods(
    spots: Mapping[str, CardSpot],
    parents: Mapping[str, tuple[str, ...]],
    doubtful: Collection[tuple[str, str]],
) -> Iterator[_Brood]:
    together: defaultdict[tuple[tuple[str, ...], bool], list[str]] = defaultdict(list)
    for child in sorted(parents.keys() & spots.keys()):
        higher = {p for p in parents[child] if p in spots and spots[p].y < spots[child].y}
        for doubt in (False, True):
            shown = tuple(sorted(p for p in higher if ((child, p) in doubtful) is doubt))
            if shown:
                together[shown, doubt].append(child)
    used: Counter[str] = Counter()
    for (shown, doubt), children in sorted(together.items()):
        lowest = max(spots[parent].y for parent in shown)
        starts = tuple(_starts([spots[p] for p in shown], [used[p] for p in shown]))
        used.update(shown if len(starts) == len(shown) else ())
        room = lowest + ROW / 2
        xs = [spots[child].x for child in children if spots[child].y - ROW / 2 == room]
        bar = LevelPiece(room, xs, (shown, doubt))
        yield _Brood(shown, starts, children, doubt, bar)


def _starts(parents: Sequence[CardSpot], used: Sequence[int]) -> Iterator[tuple[float, float]]:
    """Yield where lines begin; a second one from the same card beside the first."""
    two = sorted(parents, key=lambda spot: spot.x)
    if len(two) == 2 and beside(*two):  # noqa: PLR2004 - a couple
        yield (two[0].x + two[1].x) / 2, two[0].y
        return
    for spot, before in zip(parents, used, strict=True):
        yield spot.x + (-1) ** before * ((before + 1) // 2) * 2 * _ASIDE, spot.y


def _with_far(brood: _Brood, spots: Mapping[str, CardSpot], ground: Ground) -> _Brood:
    """Find the ways to children whom cards stand above, and to the bar for far parents."""
    for child in brood.children:
        spot = spots[child]
        top, bottom = brood.bar.room, spot.y - ROW / 2
        if bottom > top:
            x = ground.channel(spot.x, top, bottom)
            brood.far[child] = (x, LevelPiece(bottom, [x, spot.x], (child,)))
            brood.bar.xs.append(x)
    for i, (x, y) in enumerate(brood.starts):
        first, last = y + ROW / 2, brood.bar.room
        aside = x if first == last else ground.channel(x, first, last)
        if first != last:
            brood.high[i] = (aside, LevelPiece(first, [x, aside], (brood.parents, i)))
        brood.bar.xs.append(aside)
    return brood


@dataclass(slots=True)
class _Tops:
    """Where lines come down on a card: not where they would seem to come from a stranger."""

    spots: Mapping[str, CardSpot]
    stems: Sequence[tuple[float, LevelPiece]]
    used: Counter[str] = field(default_factory=Counter)

    def at(self, child: str, bar: LevelPiece) -> float:
        """Return the place above a child's card that the line from a bar comes down at."""
        x = self.spots[child].x + self.used[child] * _ASIDE
        self.used[child] += 1
        for stem, other in self.stems:
            same_room = other is not bar and other.room == bar.room
            if same_room and abs(stem - x) < _ASIDE / 2 and bar.y < other.y:
                x += _ASIDE
        return x


def _lines(
    brood: _Brood, spots: Mapping[str, CardSpot], joints: Joints, tops: _Tops
) -> Iterator[RouteLine]:
    dashed, y = brood.doubtful, brood.bar.y
    if len(brood.starts) < len(brood.parents):
        yield RouteLine(brood.parents[0], brood.parents[1])
    ends = []
    for i, (x, top) in enumerate(brood.starts):
        aside, first = brood.high.get(i, (x, brood.bar))
        way = [(x, top), (x, first.y), (aside, first.y), (aside, y)]
        *_, end = made = _joined(way, joints)
        yield from _chain(made, dashed=dashed)
        ends.append(end)
    for child in brood.children:
        aside, last = brood.far.get(child, (0.0, brood.bar))
        x = tops.at(child, last)
        way = [(aside if child in brood.far else x, y)]
        way += [(aside, last.y), (x, last.y)] if child in brood.far else []
        made = _joined(way, joints)
        ends.append(made[0])
        yield from _chain(made, dashed=dashed)
        end = child if x == spots[child].x else joints.at(x, spots[child].y)
        yield RouteLine(made[-1], end, dashed=dashed, label="?" if dashed else "")
    yield from _along(ends, joints, dashed=dashed)


def _joined(points: Sequence[tuple[float, float]], joints: Joints) -> list[str]:
    """Make the corners of a line; a point twice in a row is one."""
    different = [at for i, at in enumerate(points) if i == 0 or at != points[i - 1]]
    return [joints.at(x, y) for x, y in different]


def _chain(corners: Sequence[str], *, dashed: bool) -> Iterator[RouteLine]:
    for start, end in pairwise(corners):
        yield RouteLine(start, end, dashed=dashed)


def _along(ends: Sequence[str], joints: Joints, *, dashed: bool) -> Iterator[RouteLine]:
    """Yield the bar itself, from its leftmost point to its rightmost."""
    ordered = sorted(ends, key=lambda joint: (joints.spots[joint].x, joint))
    if joints.spots[ordered[0]].x < joints.spots[ordered[-1]].x:
        yield RouteLine(ordered[0], ordered[-1], dashed=dashed)
