"""The map: where people are recorded on a day, and the ways that they came. No tile server."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import cos, radians
from typing import Any

import altair as alt
import streamlit as st

from graph.pages.kit.links import PLACE, follow, way
from graph.pages.kit.sheet_blocks import Block, SheetRow, cell, part, sheet, table, tidy
from graph.picture.outlines import FEATURE, countries
from graph.views.journeys import JourneyLeg, Whereabouts
from graph.words.prose import with_doubt
from graph.words.wording import when_words

_HEIGHT = 520
_WIDTH = 1150
_MOST_NAMES = 4
_LEAST_SPAN = 30.0
"""Degrees that are shown at least: the outlines are too coarse for less."""
CAPTION = (
    "Where people are last recorded by this day, and the ways that they came. A place is "
    "drawn at the town or the country that it is in: no institution has coordinates of its own."
    " Hollow and dashed is doubtful. An outline is no opinion on a border."
)
NOBODY = "By this day nobody is recorded at a place that is on the map."
COLUMNS = ("Place", "On the map at", "Who is last recorded there")


def journeys(
    placed: Sequence[Whereabouts], legs: Sequence[JourneyLeg], people: Mapping[str, str]
) -> None:
    """Draw the map, and beside it the same as a list; `people` are names with their marks."""
    if any(one.spot for one in placed):
        st.text(CAPTION)
        st.altair_chart(chart(placed, legs, people), theme=None, key="map", width="content")
    else:
        st.text(NOBODY)
    sheet([table(COLUMNS, list(_rows(placed, people)))], "map-list", follow)


def chart(
    placed: Sequence[Whereabouts], legs: Sequence[JourneyLeg], people: Mapping[str, str]
) -> alt.LayerChart:
    """Return the drawing; names are plain text of the drawing, never markup."""
    layers = (_land(), _ways(legs, people), _points(placed, people), _names(placed))
    made: alt.LayerChart = (
        alt.layer(*layers)
        .project("mercator", **_view(placed, legs))
        .properties(width=_WIDTH, height=_HEIGHT, background="#ffffff")
        .configure_view(stroke="#bbbbbb", clip=True)
        .configure(font="Noto Sans, Noto Naskh Arabic, Noto Sans SC, Source Sans, sans-serif")
    )
    return made


def _view(placed: Sequence[Whereabouts], legs: Sequence[JourneyLeg]) -> dict[str, Any]:
    """Return the scale and the middle that show every point, with room around them."""
    spots = [one.spot for one in placed if one.spot]
    spots += [spot for leg in legs for spot in (leg.start, leg.end)]
    east, west = max(s.lon for s in spots), min(s.lon for s in spots)
    north, south = max(s.lat for s in spots), min(s.lat for s in spots)
    middle = (north + south) / 2
    tall = (north - south) / max(cos(radians(middle)), 0.3)
    wide = max(east - west, tall * _WIDTH / _HEIGHT, _LEAST_SPAN) * 1.35
    return {
        "scale": _WIDTH / radians(wide),
        "center": [(east + west) / 2, middle],
        "translate": [_WIDTH / 2, _HEIGHT / 2],
    }


def _of(values: Iterable[dict[str, Any]]) -> alt.Chart:
    return alt.Chart(alt.InlineData(values=list(values)))


def _land() -> alt.Chart:
    shapes = alt.InlineData(
        values=countries(), format=alt.TopoDataFormat(type="topojson", feature=FEATURE)
    )
    made: alt.Chart = alt.Chart(shapes).mark_geoshape(
        aria=False, fill="#f4f4f1", stroke="#9a9a9a", strokeWidth=0.6
    )
    return made


def _ways(legs: Sequence[JourneyLeg], people: Mapping[str, str]) -> alt.Chart:
    values = (
        {
            "lon": leg.start.lon,
            "lat": leg.start.lat,
            "lon2": leg.end.lon,
            "lat2": leg.end.lat,
            "who": tidy(people[leg.person]),
            "what": f"{leg.event.type.words}, {tidy(when_words(leg.event))}",
            "dash": [5, 4] if leg.doubtful else [1, 0],
        }
        for leg in legs
    )
    made: alt.Chart = (
        _of(values)
        .mark_rule(color="#0072b2", strokeWidth=1.6, opacity=0.75)
        .encode(
            longitude="lon:Q",
            latitude="lat:Q",
            longitude2="lon2:Q",
            latitude2="lat2:Q",
            strokeDash=alt.StrokeDash("dash:N", scale=None),
            tooltip=[alt.Tooltip("who:N"), alt.Tooltip("what:N", title="how")],
        )
    )
    return made


def _at_each(placed: Iterable[Whereabouts]) -> dict[tuple[float, float], list[Whereabouts]]:
    """Gather the people at the same point of the map."""
    together: defaultdict[tuple[float, float], list[Whereabouts]] = defaultdict(list)
    for one in placed:
        if one.spot is not None:
            together[one.spot.lat, one.spot.lon].append(one)
    return together


def _points(placed: Sequence[Whereabouts], people: Mapping[str, str]) -> alt.Chart:
    values = (
        {
            "lat": lat,
            "lon": lon,
            "size": 60 + 40 * min(len(here), 12),
            "fill": "#ffffff" if all(one.doubtful for one in here) else "#000000",
            "who": _who(here, people),
        }
        for (lat, lon), here in _at_each(placed).items()
    )
    made: alt.Chart = (
        _of(values)
        .mark_circle(stroke="#000000", strokeWidth=2, opacity=0.9)
        .encode(
            longitude="lon:Q",
            latitude="lat:Q",
            size=alt.Size("size:Q", scale=None),
            color=alt.Color("fill:N", scale=None),
            tooltip=alt.Tooltip("who:N", title="last recorded here"),
        )
    )
    return made


def _who(here: Sequence[Whereabouts], people: Mapping[str, str]) -> str:
    names = [tidy(people[one.person]) for one in here[:_MOST_NAMES]]
    more = len(here) - len(names)
    return "; ".join(names) + (f"; and {more} more" if more else "")


def _names(placed: Sequence[Whereabouts]) -> alt.Chart:
    values = (
        {"lat": lat, "lon": lon, "name": f"{tidy(_name(here[0]))[:40]} ({len(here)})"}
        for (lat, lon), here in _at_each(placed).items()
    )
    made: alt.Chart = (
        _of(values)
        .mark_text(
            align="left", dx=13, dy=-9, fontSize=13, fontWeight="bold", stroke="#ffffff",
            strokeWidth=0.4, fill="#000000",
        )
        .encode(longitude="lon:Q", latitude="lat:Q", text="name:N")
    )  # fmt: skip
    return made


def _name(one: Whereabouts) -> str:
    return one.place.name if one.spot is None else one.spot.at.name


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
