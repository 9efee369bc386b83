"""The lines between couples, and between stated brothers and sisters.

A line between two cards side by side is straight. Else it goes above the cards between them, or
around them where the two are in different rows.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations, pairwise

from graph.picture.layout.cards_to_place import CARD_HEIGHT, CARD_WIDTH, ROW, CardSpot
from graph.picture.layout.routes import Ground, Joints, RouteLine, beside

_ABOVE = 10.0
_NEXT = 5.0
_WEDDED = 3.0
_KIN = 1.6
_ASIDE = CARD_WIDTH / 4


@dataclass(slots=True)
class Brackets:
    """The lines above the cards of each row; each has a height of its own."""

    ground: Ground
    used: Counter[float] = field(default_factory=Counter)

    def above(self, row: float) -> float:
        """Return the height of the next line above a row."""
        self.used[row] += 1
        return row - CARD_HEIGHT / 2 - _ABOVE - (self.used[row] - 1) * _NEXT

    def over(
        self, cards: Sequence[CardSpot], joints: Joints, style: RouteLine
    ) -> Iterator[RouteLine]:
        """Yield one level line, and a short one down to each card of a row."""
        y = self.above(cards[0].y)
        xs = sorted(spot.x + _ASIDE / 2 for spot in cards)
        yield replace(style, start=joints.at(xs[0], y), end=joints.at(xs[-1], y))
        for x in xs:
            down = (joints.at(x, y), joints.at(x, cards[0].y))
            yield replace(style, start=down[0], end=down[1], label="")

    def between(
        self, one: CardSpot, other: CardSpot, joints: Joints, style: RouteLine
    ) -> Iterator[RouteLine]:
        """Yield a line between two cards, round all others."""
        corners = [joints.at(x, y) for x, y in self._round(one, other)]
        for i, (start, end) in enumerate(pairwise(corners)):
            label = style.label if i == len(corners) - 3 else ""
            yield replace(style, start=start, end=end, label=label)

    def _round(self, one: CardSpot, other: CardSpot) -> list[tuple[float, float]]:
        high, low = sorted((one, other), key=lambda spot: (spot.y, spot.x))
        aside = _ASIDE if low.x >= high.x else -_ASIDE
        y = self.above(low.y)
        start, end = high.x + aside, low.x - aside
        if high.y == low.y:
            return [(start, high.y), (start, y), (end, y), (end, low.y)]
        below = high.y + CARD_HEIGHT / 2 + _ABOVE
        x = self.ground.channel(start, high.y + ROW / 2, y)
        return [(start, high.y), (start, below), (x, below), (x, y), (end, y), (end, low.y)]


def marriages(
    spots: Mapping[str, CardSpot],
    couples: Iterable[tuple[str, str, bool, bool]],
    joints: Joints,
    brackets: Brackets,
) -> Iterator[RouteLine]:
    """Yield the lines between couples: (one, other, ended, doubtful).

    A line between two who do not stand side by side goes round the cards between them.
    """
    for one, other, ended, doubtful in couples:
        label = "?" if doubtful else ""
        left, right = sorted((one, other), key=lambda id_: (spots[id_].x, spots[id_].y))
        style = RouteLine("", "", _WEDDED, ended or doubtful, label)
        if beside(spots[left], spots[right]):
            yield replace(style, start=left, end=right)
        else:
            yield from brackets.between(spots[left], spots[right], joints, style)


def siblings(
    spots: Mapping[str, CardSpot],
    pairs: Iterable[tuple[str, str, bool]],
    joints: Joints,
    brackets: Brackets,
) -> Iterator[RouteLine]:
    """Yield the lines between stated brothers and sisters: (one, other, doubtful).

    Brothers and sisters who are all stated as such of each other hang on one line.
    """
    doubts = {frozenset((one, other)): doubt for one, other, doubt in pairs}
    done: set[frozenset[str]] = set()
    for pair in sorted(doubts, key=sorted):
        if pair in done:
            continue
        together = _together(spots, pair, {p for p in doubts if doubts[p] == doubts[pair]})
        done |= {frozenset(two) for two in combinations(together, 2)} | {pair}
        style = RouteLine(
            "", "", _KIN, doubts[pair], "siblings?" if doubts[pair] else "siblings"
        )
        if len(together) > 1:
            yield from brackets.over([spots[id_] for id_ in together], joints, style)
        else:
            one, other = (spots[id_] for id_ in sorted(pair))
            yield from brackets.between(one, other, joints, style)


def _together(
    spots: Mapping[str, CardSpot], pair: frozenset[str], pairs: Collection[frozenset[str]]
) -> list[str]:
    """Return everybody of one row who is stated as tied to each of the others."""
    found = sorted(pair)
    if len({spots[id_].y for id_ in found}) > 1:
        return []
    for id_ in sorted({one for two in pairs for one in two} - pair):
        level = spots[id_].y == spots[found[0]].y
        if level and all(frozenset((id_, one)) in pairs for one in found):
            found.append(id_)
    return found
