"""On which side of the border somebody is on a day, as far as anybody said."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property

from graph.facts.adding_up import Event, Sureness
from graph.facts.after import began_after
from graph.facts.timeline import Timeline
from graph.record.dates import END
from graph.record.model import Place


class Side(StrEnum):
    """Where somebody is, seen from the country of risk."""

    INSIDE = "inside"
    OUTSIDE = "outside"
    MAYBE_OUTSIDE = "maybe outside"
    UNKNOWN = "unknown"


@dataclass(frozen=True, kw_only=True)
class Borders:
    """The places, and the country in which contact from outside is a risk."""

    places: Mapping[str, Place]
    country_of_risk: str

    @cached_property
    def _sides(self) -> dict[str, Side]:
        return {}

    def side(self, place: str) -> Side:
        """Return the side of a place; unknown where no country is recorded above it."""
        if place not in self._sides:
            country = self.country(place)
            self._sides[place] = (
                Side.UNKNOWN
                if country is None or not self.country_of_risk
                else Side.INSIDE
                if country == self.country_of_risk
                else Side.OUTSIDE
            )
        return self._sides[place]

    def country(self, place: str) -> str | None:
        """Return the country that a place is part of, by however many steps."""
        seen: set[str] = set()
        while place in self.places and place not in seen:
            if self.places[place].kind == "country":
                return place
            seen.add(place)
            place = self.places[place].part_of
        return None


def tells_place(event: Event, borders: Borders) -> set[Side]:
    """Return the sides on which an event may leave its subject: sources may disagree."""
    if event.places:
        return {borders.side(place) for place in event.places}
    told = {"out": Side.OUTSIDE, "in": Side.INSIDE}
    return {told.get(event.type.tells_place, Side.UNKNOWN)}


def whereabouts(
    events: Iterable[Event], borders: Borders, timeline: Timeline, day: date
) -> Side:
    """Tell on which side of the border somebody is on a day.

    Args:
        events: of one person, those that tell a place.

    Returns:
        OUTSIDE or INSIDE only where that is certain of the last thing said; MAYBE_OUTSIDE where
        one reading has them outside; UNKNOWN where nothing is said, or what was said has ended.
    """
    certain, last = _last(events, timeline, day)
    sides = {side for event in last for side in _sides_on(event, borders, day)}
    if Side.OUTSIDE in sides:
        settled = sides == {Side.OUTSIDE} and any(event in certain for event in last)
        return Side.OUTSIDE if settled else Side.MAYBE_OUTSIDE
    return Side.INSIDE if Side.INSIDE in sides else Side.UNKNOWN


def last_told(
    events: Iterable[Event], borders: Borders, timeline: Timeline, day: date
) -> set[Side]:
    """Return where somebody may have been last, as far as anybody said by a day.

    What was said may have ended: nobody said where they went.
    """
    _, last = _last(events, timeline, day)
    return {side for event in last for side in tells_place(event, borders)}


def _last(
    events: Iterable[Event], timeline: Timeline, day: date
) -> tuple[list[Event], list[Event]]:
    """Return what is certainly past, and what may be the last that tells a place."""
    past = [event for event in events if event.past(day) is not Sureness.NO]
    certain = [event for event in past if event.past(day) is Sureness.CERTAIN]
    last = [
        event
        for event in past
        if not any(began_after(other, event, timeline) for other in certain)
    ]
    return certain, last


def _sides_on(event: Event, borders: Borders, day: date) -> set[Side]:
    """Return where an event may leave its subject on a day, its end considered."""
    sides = tells_place(event, borders)
    end = event.span.end
    if end is None or end.latest == END or end.earliest > day:
        return sides
    return {Side.UNKNOWN} if end.latest <= day else sides | {Side.UNKNOWN}
