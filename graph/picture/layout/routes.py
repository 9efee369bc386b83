"""Routes of lines round the cards, in the rooms between rows and between columns."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from graph.picture.layout.cards_to_place import CARD_HEIGHT, CARD_WIDTH, COLUMN, CardSpot

_FREE = 6.0
"""How near a line may come to a card that it does not belong to."""
_STEP = 11.0
"""Between the bars of two families that would else run into each other."""
_ROOM = 44.0
"""As much of the room between two rows as bars may take."""


@dataclass(frozen=True, slots=True)
class RouteLine:
    """One straight line between two points; ids of joints begin with "j"."""

    start: str
    end: str
    width: float = 1.6
    dashed: bool = False
    label: str = ""


@dataclass(slots=True)
class Joints:
    """The corners of lines, each with its place."""

    spots: dict[str, CardSpot] = field(default_factory=dict)

    def at(self, x: float, y: float) -> str:
        """Make a joint."""
        name = f"j{len(self.spots)}"
        self.spots[name] = CardSpot(x, y)
        return name


@dataclass(slots=True)
class LevelPiece:
    """A level piece of a line in the room around a height; `y` is found when all are known."""

    room: float
    xs: list[float]
    order: tuple[object, ...] = ()
    y: float = 0.0

    @property
    def span(self) -> tuple[float, float]:
        """Return its ends, and a little more."""
        return min(self.xs) - _FREE, max(self.xs) + _FREE


def set_heights(bars: Iterable[LevelPiece]) -> None:
    """Give each bar its height: one of its own where two would touch."""
    rooms: defaultdict[float, list[LevelPiece]] = defaultdict(list)
    for bar in bars:
        rooms[bar.room].append(bar)
    for room, here in rooms.items():
        layers: list[list[LevelPiece]] = []
        for bar in sorted(here, key=lambda one: (one.span, one.order)):
            free = (layer for layer in layers if all(_apart(bar, other) for other in layer))
            layer = next(free, None)
            if layer is None:
                layers.append(layer := [])
            layer.append(bar)
        step = min(_STEP, _ROOM / max(1, len(layers) - 1))
        for i, layer in enumerate(layers):
            for bar in layer:
                bar.y = room + (i - (len(layers) - 1) / 2) * step


def _apart(one: LevelPiece, other: LevelPiece) -> bool:
    return one.span[1] < other.span[0] or other.span[1] < one.span[0]


@dataclass(frozen=True, slots=True)
class Ground:
    """The cards that lines go round."""

    spots: Mapping[str, CardSpot]

    def clear(self, x: float, top: float, bottom: float) -> bool:
        """Return whether an upright line between two heights touches no card."""
        return not any(
            abs(spot.x - x) < CARD_WIDTH / 2 + _FREE
            and top < spot.y + CARD_HEIGHT / 2
            and bottom > spot.y - CARD_HEIGHT / 2
            for spot in self.spots.values()
        )

    def channel(self, wanted: float, top: float, bottom: float) -> float:
        """Return the nearest place where an upright line touches no card."""
        passed = [spot for spot in self.spots.values() if top < spot.y < bottom]
        beside = [spot.x + side * COLUMN / 2 for spot in passed for side in (-1, 1)]
        free = [x for x in [wanted, *beside] if self.clear(x, top, bottom)]
        return min(free, key=lambda x: (abs(x - wanted), x))


def beside(one: CardSpot, other: CardSpot) -> bool:
    """Return whether two cards stand side by side."""
    return one.y == other.y and abs(one.x - other.x) <= COLUMN * 1.01
