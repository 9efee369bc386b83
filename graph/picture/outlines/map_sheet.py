"""A part of the earth on a sheet, by Mercator; each place is a share of its two sides."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import asinh, radians, tan

from graph.picture.outlines import outlines

RATIO = 1.8
"""The width of a sheet for its height of one."""
_LEAST = radians(30)
"""The width that is shown at least: the outlines are too coarse for less."""
_ROOM = 1.35
"""The share of the width of what is shown, with the room around it."""
_NORTHERNMOST = 85.0
"""Beyond it, in degrees, Mercator has no end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MapSheet:
    """The part that is shown: its middle by Mercator, and its width, in radians."""

    east: float
    north: float
    wide: float

    def at(self, lat: float, lon: float) -> tuple[float, float]:
        """Return a place as shares from the left and from the top; outside of 0 to 1 too."""
        across = (radians(lon) - self.east) / self.wide
        up = (_north(lat) - self.north) / self.wide * RATIO
        return 0.5 + across, 0.5 - up

    def land(self, grid: int) -> Iterator[list[int]]:
        """Yield the outlines that it shows a part of: x, y, x, y, in so many steps a side."""
        for line in outlines():
            places = [self.at(lat, lon) for lat, lon in line]
            if all(min(side) < 1 and max(side) > 0 for side in zip(*places, strict=True)):
                yield [round(share * grid) for place in places for share in place]


def map_sheet(places: Sequence[tuple[float, float]]) -> MapSheet:
    """Return a sheet that shows some places, by latitude and longitude, with room around."""
    across = [radians(lon) for _, lon in places]
    up = [_north(lat) for lat, _ in places]
    wide = max(max(across) - min(across), (max(up) - min(up)) * RATIO, _LEAST)
    return MapSheet(
        east=(max(across) + min(across)) / 2,
        north=(max(up) + min(up)) / 2,
        wide=wide * _ROOM,
    )


def _north(lat: float) -> float:
    """Return how far north a latitude is by Mercator, in radians at the equator."""
    return asinh(tan(radians(min(max(lat, -_NORTHERNMOST), _NORTHERNMOST))))
