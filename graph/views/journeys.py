"""Journeys: where people were, and how they came there; the points and lines of the map. Pure.

A place without coordinates is shown at the nearest larger place that has some. A place without
any is listed, not guessed.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from graph.facts.adding_up import Event, Sureness
from graph.facts.after import close_of
from graph.record.dates import BEGINNING
from graph.record.model import Place
from graph.rule.network import Network


@dataclass(frozen=True, slots=True, kw_only=True)
class MapSpot:
    """Where on the map a place is; `at` is the place whose coordinates these are."""

    place: Place
    at: Place
    lat: float
    lon: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Whereabouts:
    """The last place at which somebody is recorded by a day."""

    person: str
    event: Event
    place: Place
    spot: MapSpot | None
    doubtful: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class JourneyLeg:
    """From one recorded place of a person to the next one."""

    person: str
    start: MapSpot
    end: MapSpot
    event: Event
    doubtful: bool


def spot(places: Mapping[str, Place], id_: str) -> MapSpot | None:
    """Return where a place is, by its own coordinates or those of the nearest larger place."""
    place = at = places.get(id_)
    while at is not None and (at.lat is None or at.lon is None):
        at = places.get(at.part_of)
    if place is None or at is None or at.lat is None or at.lon is None:
        return None
    return MapSpot(place=place, at=at, lat=at.lat, lon=at.lon)


def last_places(around: Network, people: Iterable[str], day: date) -> list[Whereabouts]:
    """Return where each person is last recorded by a day; who is at no place is left out."""
    found = []
    for person in people:
        past = _placed(around, person, day)
        if past:
            found.append(_whereabouts(around, person, past[-1], day))
    return found


def legs(around: Network, people: Iterable[str], day: date) -> list[JourneyLeg]:
    """Return how people went from place to place by a day, in the order in which they did."""
    return [leg for person in people for leg in _legs(around, person, day)]


def _placed(around: Network, person: str, day: date) -> list[Event]:
    """Return the events with a place of somebody by a day, the first first."""
    places = around.borders.places
    events = [
        event
        for event in around.place_events(person)
        if event.past(day) is not Sureness.NO and event.place in places
    ]
    return sorted(events, key=lambda e: (e.span.start.latest, close_of(e, day).latest, e.id))


def _whereabouts(around: Network, person: str, event: Event, day: date) -> Whereabouts:
    places = around.borders.places
    return Whereabouts(
        person=person,
        event=event,
        place=places[event.place],
        spot=spot(places, event.place),
        doubtful=_doubtful(event, day),
    )


def _doubtful(event: Event, day: date) -> bool:
    return event.past(day) is not Sureness.CERTAIN or event.span.start.earliest == BEGINNING


def _legs(around: Network, person: str, day: date) -> Iterator[JourneyLeg]:
    before: MapSpot | None = None
    for event in _placed(around, person, day):
        here = spot(around.borders.places, event.place)
        if here is None:
            continue
        if before is not None and (before.lat, before.lon) != (here.lat, here.lon):
            yield JourneyLeg(
                person=person,
                start=before,
                end=here,
                event=event,
                doubtful=_doubtful(event, day),
            )
        before = here
