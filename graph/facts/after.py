"""Decide which of two events certainly came after the other, on the day of the question."""

from datetime import date

from graph.facts.adding_up import Event
from graph.facts.timeline import Timeline
from graph.record.dates import BEGINNING, Window


def close_of(event: Event, day: date) -> Window:
    """Return when an event was over; what lasts is cut at the day from which one looks back."""
    if event.span.end is None:
        return event.span.start
    end = event.span.end
    return Window(min(end.earliest, day), min(end.latest, day))


def time_of(event: Event, day: date) -> Window:
    """Return the days on which something was; of what goes on, the last ones by a day."""
    close, start = close_of(event, day), event.span.start
    if event.span.end is None and event.still != BEGINNING:
        last = max(start.earliest, min(day, event.still))
        return Window(last, max(last, min(start.latest, day)))
    if event.span.end is None:
        return Window(start.earliest, min(start.latest, max(start.earliest, day)))
    return Window(min(max(start.latest, close.earliest), close.latest), close.latest)


def came_after(later: Event, earlier: Event, day: date, timeline: Timeline) -> bool:
    """Return whether one event certainly came after the other, by dates or by the tables.

    Nothing came after what was certainly still so on a later day.
    """
    if later.span.close.latest < earlier.still:
        return False
    if timeline.says_after(later.id, earlier.id):
        return True
    last = max(close_of(later, day).earliest, min(later.still, day))
    return last > close_of(earlier, day).latest


def began_after(later: Event, earlier: Event, timeline: Timeline) -> bool:
    """Return whether one event certainly began after the other began.

    Where somebody is follows from this. A person who came back does not live abroad any more,
    also where no source gives the end. What was still so on a later day had come by then.
    """
    if timeline.says_after(later.id, earlier.id):
        return True
    return max(later.span.start.earliest, later.still) > earlier.span.start.latest
