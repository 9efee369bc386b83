"""The side of the border on which somebody is on a day, as far as any source says."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property

from graph.facts.adding_up import Event, Sureness
from graph.facts.after import began_after
from graph.facts.timeline import Timeline
from graph.record.dates import END, Window
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
    risk: str = ""
    """What contact from outside can lead to, in the words of the data set."""
    controls: Mapping[str, tuple[Event, ...]] = field(default_factory=dict)
    """By place, the events that changed on which side of the border it is."""

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

    def sides(self, place: str, timeline: Timeline, day: date) -> set[Side]:
        """Return the sides on which a place may be on a day, by who controls it then.

        The last change counts, of the place or of a larger one. Before any certain one, the
        country counts as well.
        """
        if not self.controls:
            return {self.side(place)}
        changes = [one for one in self.changes((place,)) if one.past(day) is not Sureness.NO]
        certain = [one for one in changes if one.past(day) is Sureness.CERTAIN]
        last = [
            one for one in changes if not any(began_after(o, one, timeline) for o in certain)
        ]
        found = {side for one in last for side in _CONTROLLED[one.type.control]}
        return found if certain else found | {self.side(place)}

    def changes(self, places: Iterable[str]) -> tuple[Event, ...]:
        """Return the changes of control of some places, and of the larger ones around them."""
        if not self.controls:
            return ()
        around = dict.fromkeys(one for place in places for one in self.larger(place))
        return tuple(change for one in around for change in self.controls.get(one, ()))

    def country(self, place: str) -> str | None:
        """Return the country that a place is part of, by however many steps."""
        larger = self.larger(place)
        return next((one for one in larger if self.places[one].kind == "country"), None)

    def larger(self, place: str) -> Iterator[str]:
        """Yield a recorded place and the larger ones in which it lies, each once."""
        seen: set[str] = set()
        while place in self.places and place not in seen:
            yield place
            seen.add(place)
            place = self.places[place].part_of


_CONTROLLED: Mapping[str, tuple[Side, ...]] = {
    "inside": (Side.INSIDE,),
    "outside": (Side.OUTSIDE,),
    "perhaps": (Side.INSIDE, Side.OUTSIDE),
}


def tells_place(event: Event, borders: Borders, timeline: Timeline, day: date) -> set[Side]:
    """Return the sides on which an event may leave its subject: sources may disagree."""
    if event.places:
        return {side for place in event.places for side in borders.sides(place, timeline, day)}
    told = {"out": Side.OUTSIDE, "in": Side.INSIDE}
    return {told.get(event.type.tells_place, Side.UNKNOWN)}


def whereabouts(
    events: Iterable[Event],
    borders: Borders,
    timeline: Timeline,
    day: date,
    at: Event | None = None,
) -> Side:
    """Return on which side of the border somebody is on a day.

    Args:
        events: of one person, those that tell a place.
        at: an event of that day; what the tables put before it is past.

    Returns:
        OUTSIDE or INSIDE only where that is certain of the last thing said; MAYBE_OUTSIDE where
        one reading has them outside; UNKNOWN where nothing is said, or what was said has ended.
    """
    certain, last = _last(events, timeline, day, at)
    sides = {side for event in last for side in _sides_on(event, borders, timeline, day)}
    if Side.OUTSIDE in sides:
        settled = sides == {Side.OUTSIDE} and any(event in certain for event in last)
        return Side.OUTSIDE if settled else Side.MAYBE_OUTSIDE
    return Side.INSIDE if Side.INSIDE in sides else Side.UNKNOWN


def was_abroad(
    events: Sequence[Event], borders: Borders, timeline: Timeline, at: Event, time: Window
) -> Sureness:
    """Return whether somebody was outside the country of risk when something was.

    Args:
        events: of that person, those that tell a place.
        at: what happened, between the first and the last day of `time`.
    """
    turning = (*events, *borders.changes(place for one in events for place in one.places))
    moves = (window for one in turning for window in (one.span.start, one.span.close))
    turns = {day for window in moves for day in (window.earliest, window.latest)}
    days = {day for day in turns if time.earliest <= day <= time.latest} | {
        time.earliest,
        time.latest,
    }
    sides = {whereabouts(events, borders, timeline, day, at) for day in sorted(days)}
    if sides == {Side.OUTSIDE}:
        return Sureness.CERTAIN
    return Sureness.MAYBE if sides & {Side.OUTSIDE, Side.MAYBE_OUTSIDE} else Sureness.NO


def last_told(
    events: Iterable[Event], borders: Borders, timeline: Timeline, day: date
) -> set[Side]:
    """Return where somebody may have been last, as far as anybody said by a day.

    What was said may have ended: nobody said where they went.
    """
    _, last = _last(events, timeline, day)
    return {side for event in last for side in tells_place(event, borders, timeline, day)}


def last_places(events: Iterable[Event], timeline: Timeline, day: date) -> set[str]:
    """Return the places where somebody may have been last; "" where one is not named."""
    _, last = _last(events, timeline, day)
    return {place for event in last for place in event.places or ("",)}


def _last(
    events: Iterable[Event], timeline: Timeline, day: date, at: Event | None = None
) -> tuple[list[Event], list[Event]]:
    """Return what is certainly past, and what may be the last event with a place."""

    def sure(event: Event) -> Sureness:
        before = at is not None and timeline.says_after(at.id, event.id)
        return event.exists if before else event.past(day)

    past = [(event, how) for event in events if (how := sure(event)) is not Sureness.NO]
    certain = [event for event, how in past if how is Sureness.CERTAIN]
    last = [
        event
        for event, _ in past
        if not any(began_after(other, event, timeline) for other in certain)
    ]
    return certain, last


def _sides_on(event: Event, borders: Borders, timeline: Timeline, day: date) -> set[Side]:
    """Return where an event may leave its subject on a day, its end considered."""
    sides = tells_place(event, borders, timeline, day)
    end = event.span.end
    if end is None or end.latest == END or end.earliest > day:
        return sides
    return {Side.UNKNOWN} if end.latest <= day else sides | {Side.UNKNOWN}
