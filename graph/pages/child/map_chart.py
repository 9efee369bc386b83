"""The map: where people are recorded on a day, and the ways that they came. No tile server.

Each place is worked out here, as a share of the width and the height. What is drawn is said in
words below it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from math import pi, sqrt
from typing import Any

from graph.pages.kit.links import PLACE, follow, way
from graph.pages.kit.sheet_blocks import (
    Block,
    SheetRow,
    cell,
    fold,
    part,
    sentence,
    sheet,
    table,
    tidy,
)
from graph.picture.outlines.map_sheet import RATIO, MapSheet, map_sheet
from graph.views.journeys import JourneyLeg, MapSpot, Whereabouts
from graph.words.prose import with_doubt
from graph.words.wording import counted, when_words

_GRID = 10_000
"""The steps of a side in which the outlines of countries are sent."""
_MOST_NAMES = 4
_MOST_LETTERS = 40
_PHONE = (340.0, 340.0 / RATIO)
"""A map of few pixels, on which the names must not lie on each other either."""
_LETTER, _LINE, _APART, _WIDEST = 6.5, 16.0, 11.0, 0.48
"""The sizes of a name on it, and the most of the width that it may take (map.css)."""
CAPTION = (
    "Where people are last recorded by {day}, and the ways that they came. A place is "
    "drawn at the town or the country that it is in: no institution has coordinates of its own."
    " An outline is no opinion on a border."
)
NOBODY = "By this day nobody is recorded at a place that is on the map."
COLUMNS = ("Place", "On the map at", "Who is last recorded there")
LEGEND = (
    ("mark", "M-6,0A6,6 0 1 1 6,0A6,6 0 1 1 -6,0Z", "last recorded there; larger: more people"),
    ("hollow", "M-6,0A6,6 0 1 1 6,0A6,6 0 1 1 -6,0Z", "doubtful"),
    ("mark", "M-3,0A3,3 0 1 1 3,0A3,3 0 1 1 -3,0Z", "only on the way"),
    ("way", "M-9,-1H4V-5L9,0L4,5V1H-9Z", "the way that somebody came"),
    ("way", "M-9,-1H-5V1H-9ZM-2,-1H2V1H-2ZM4,-5L9,0L4,5Z", "a doubtful one"),
)
"""The styles, outlines and words of what is drawn."""


def journeys(
    placed: Sequence[Whereabouts],
    legs: Sequence[JourneyLeg],
    people: Mapping[str, str],
    day: date,
) -> None:
    """Draw the map of a day, and the same in words; `people` are names with their marks."""
    sheet(map_blocks(placed, legs, people, day), "map", follow)


def map_blocks(
    placed: Sequence[Whereabouts],
    legs: Sequence[JourneyLeg],
    people: Mapping[str, str],
    day: date,
) -> Iterator[Block]:
    """Yield the drawing, the table of who is where, and the ways one by one."""
    if any(one.spot for one in placed):
        yield sentence(CAPTION.format(day=day.isoformat()))
        yield _drawn(placed, legs, people)
    else:
        yield sentence(NOBODY)
    yield table(COLUMNS, list(_rows(placed, people)))
    if legs:
        said = (sentence(_way_words(leg, people)) for leg in legs)
        yield fold(f"The ways in words: {len(legs)}", *said)


def _drawn(
    placed: Sequence[Whereabouts], legs: Sequence[JourneyLeg], people: Mapping[str, str]
) -> Block:
    spots = [one.spot for one in placed if one.spot]
    spots += [spot for leg in legs for spot in (leg.start, leg.end)]
    shown = map_sheet([(spot.lat, spot.lon) for spot in spots])
    points = [*_points(placed, people, shown), *_passed(placed, legs, shown)]
    _set_sides(points)
    return {
        "kind": "map",
        "ratio": RATIO,
        "grid": _GRID,
        "land": list(shown.land(_GRID)),
        "ways": [_way(leg, people, shown) for leg in legs],
        "spots": points,
        "said": f"A map of {counted(len(points), 'place')} and {counted(len(legs), 'way')}. "
        "The words below say the same.",
        "legend": [{"style": style, "shape": d, "text": text} for style, d, text in LEGEND],
    }


def _way(leg: JourneyLeg, people: Mapping[str, str], shown: MapSheet) -> dict[str, Any]:
    return {
        "start": _at(leg.start, shown),
        "end": _at(leg.end, shown),
        "doubtful": leg.doubtful,
        "said": _way_words(leg, people),
    }


def _at(spot: MapSpot, shown: MapSheet) -> list[float]:
    return [round(share, 5) for share in shown.at(spot.lat, spot.lon)]


def _way_words(leg: JourneyLeg, people: Mapping[str, str]) -> str:
    happened = with_doubt(leg.event.type.words, doubtful=leg.doubtful)
    route = f"from {leg.start.place.name} to {leg.end.place.name}"
    return f"{people[leg.person]}: {route}: {happened}, {when_words(leg.event)}"


def _points(
    placed: Iterable[Whereabouts], people: Mapping[str, str], shown: MapSheet
) -> list[dict[str, Any]]:
    """Return a point for those who are at the same place of the map."""
    together: defaultdict[tuple[float, float], list[Whereabouts]] = defaultdict(list)
    for one in placed:
        if one.spot is not None:
            together[one.spot.lat, one.spot.lon].append(one)
    return [_point(here, people, shown) for here in together.values()]


def _passed(
    placed: Iterable[Whereabouts], legs: Iterable[JourneyLeg], shown: MapSheet
) -> Iterator[dict[str, Any]]:
    """Yield a small point for each place on a way at which nobody is last recorded."""
    seen = {(one.spot.lat, one.spot.lon) for one in placed if one.spot}
    for spot in (spot for leg in legs for spot in (leg.start, leg.end)):
        if (spot.lat, spot.lon) not in seen:
            seen.add((spot.lat, spot.lon))
            said = "Somebody's way leads through; nobody is last recorded here."
            yield _spot(spot, shown) | {"size": 3, "doubtful": False, "said": said}


def _spot(spot: MapSpot, shown: MapSheet) -> dict[str, Any]:
    return {"at": _at(spot, shown), "name": tidy(spot.at.name)[:_MOST_LETTERS]}


def _point(
    here: Sequence[Whereabouts], people: Mapping[str, str], shown: MapSheet
) -> dict[str, Any]:
    spot = here[0].spot
    assert spot is not None  # noqa: S101 - those without one are gathered nowhere
    drawn = _spot(spot, shown)
    return {
        "at": drawn["at"],
        "name": f"{drawn['name']} ({len(here)})",
        "size": round(sqrt((60 + 40 * min(len(here), 12)) / pi), 1),
        "doubtful": all(one.doubtful for one in here),
        "said": f"Last recorded here: {_who(here, people)}",
    }


def _who(here: Sequence[Whereabouts], people: Mapping[str, str]) -> str:
    names = [tidy(people[one.person]) for one in here[:_MOST_NAMES]]
    more = len(here) - len(names)
    return "; ".join(names) + (f"; and {more} more" if more else "")


Box = tuple[float, float, float, float]
"""The left, the upper, the right and the lower edge."""


def _set_sides(points: Sequence[dict[str, Any]]) -> None:
    """Give each name the side of its point on which it lies on the least else."""
    taken = [_around(point) for point in points]
    for point in points:
        sides = [(left, below) for left in (False, True) for below in (False, True)]
        boxes = {side: name_box(point, *side) for side in sides}
        best = min(sides, key=lambda side: _covered(boxes[side], taken))
        taken.append(boxes[best])
        point["left"], point["below"] = best


def _around(point: Mapping[str, Any]) -> Box:
    x, y = (share * side for share, side in zip(point["at"], _PHONE, strict=True))
    return x - point["size"], y - point["size"], x + point["size"], y + point["size"]


def name_box(point: Mapping[str, Any], left: bool, below: bool) -> Box:  # noqa: FBT001 - a side
    """Return the box that a name takes on a phone, on one side of its point."""
    x, y = (share * side for share, side in zip(point["at"], _PHONE, strict=True))
    wide = min(len(point["name"]) * _LETTER, _PHONE[0] * _WIDEST)
    start = x - _APART - wide if left else x + _APART
    top = y if below else y - _LINE
    return start, top, start + wide, top + _LINE


def _covered(box: Box, taken: Iterable[Box]) -> float:
    """Return how much of a box lies on others, or outside of the map."""
    inside = shared(box, (0, 0, *_PHONE))
    outside = (box[2] - box[0]) * (box[3] - box[1]) - inside
    return outside + sum(shared(box, other) for other in taken)


def shared(one: Box, other: Box) -> float:
    """Return how much of two boxes is the same, in square pixels."""
    wide = min(one[2], other[2]) - max(one[0], other[0])
    high = min(one[3], other[3]) - max(one[1], other[1])
    return max(wide, 0) * max(high, 0)


def _rows(placed: Iterable[Whereabouts], people: Mapping[str, str]) -> Iterator[SheetRow]:
    together: defaultdict[str, list[Whereabouts]] = defaultdict(list)
    for one in placed:
        together[one.place.id].append(one)
    for here in sorted(together.values(), key=lambda here: here[0].place.name):
        place, at = here[0].place, here[0].spot
        yield SheetRow(
            cells=(
                cell(part(place.name, "name", to=way(PLACE, place.id)), _kind(place.kind)),
                cell("not on the map: no coordinates" if at is None else at.at.name),
                cell(*(_told(one, people) for one in here)),
            )
        )


def _kind(kind: str) -> Block:
    return part(kind.replace("_", " "), "quiet")


def _told(one: Whereabouts, people: Mapping[str, str]) -> str:
    happened = with_doubt(one.event.type.words, doubtful=one.doubtful)
    return f"{people[one.person]}: {happened}, {when_words(one.event)}"
