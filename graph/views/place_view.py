"""The people who were at a place: held, placed there, or seen; ever, and on a day.

The rule itself decides whether a detention lasts on a day (`graph/rule/blocks.py`). A person
who is certainly recorded elsewhere since then is not there any more. Pure.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from graph.facts.adding_up import Event, Sureness
from graph.facts.after import began_after
from graph.record.dates import END
from graph.record.vocabulary import Effect, Role
from graph.rule.blocks import blocks, death
from graph.rule.network import Network


class PresenceKind(StrEnum):
    """How somebody was at a place."""

    HELD = "held"
    PLACED = "placed or living there"
    SEEN = "seen there"
    FROM = "coming from there"


@dataclass(frozen=True, slots=True, kw_only=True)
class Presence:
    """One event that has somebody at a place."""

    person: str
    event: Event
    how: PresenceKind
    on_the_day: Sureness
    """Whether they are there on the day that was asked about."""


def presences(around: Network, places: Iterable[str], day: date) -> list[Presence]:
    """Return who was at some places by when it began, with how sure it is on a day.

    Args:
        around: with all events of the people who were there, and where each of them was.
        places: a place and those in it.
    """
    here = frozenset(places)
    seen = [
        Presence(
            person=person,
            event=event,
            how=_how(event),
            on_the_day=there_on(around, person, event, day),
        )
        for event in around.facts.events.values()
        if here & set(event.places) and event.exists is not Sureness.NO
        for person in event.by_role(Role.SUBJECT, Role.COMPANION)
    ]
    return sorted(seen, key=_order)


def _order(one: Presence) -> tuple[tuple[date, date], str, str]:
    return (one.event.span.start.sort_days, one.event.id, one.person)


def _how(event: Event) -> PresenceKind:
    if event.effect is Effect.HELD:
        return PresenceKind.HELD
    if event.type.origin:
        return PresenceKind.FROM
    stays = event.type.tells_place == "at" and not event.type.passing
    return PresenceKind.PLACED if stays else PresenceKind.SEEN


def there_on(around: Network, person: str, event: Event, day: date) -> Sureness:
    """Return whether somebody is at the place of an event on a day."""
    past = event.past(day)
    match _how(event):
        case PresenceKind.FROM:
            return Sureness.NO
        case PresenceKind.HELD:
            standing = [b for b in blocks(around, person, day) if b.event.id == event.id]
            sure = max((block.sureness for block in standing), default=Sureness.NO)
        case PresenceKind.PLACED:
            sure = _not_ended(event, past, day)
        case _:
            start = event.span.start
            on_it = start.earliest == start.latest == day
            sure = past if on_it else Sureness.MAYBE if day <= start.latest else Sureness.NO
    one_place = len(event.places) == 1  # sources that name two leave a doubt
    named = Sureness.CERTAIN if one_place else Sureness.MAYBE
    return min(sure, past, named, _still(around, person, event, day))


def _not_ended(event: Event, past: Sureness, day: date) -> Sureness:
    end = event.span.end
    if end is None or end.latest == END or end.earliest > day:
        return past
    return Sureness.NO if end.latest < day else Sureness.MAYBE


def _still(around: Network, person: str, event: Event, day: date) -> Sureness:
    """Return how surely somebody is still there after later events.

    A person who certainly died, or was certainly elsewhere since then, is not. A person who may
    have is there only perhaps. So is one who was taken or moved since then to an unnamed place.
    """
    died = death(around, person, day)
    limits = [Sureness.CERTAIN]
    if died is not None:
        limits.append(_but(died.sureness))
    for other in around.place_events(person):
        since = began_after(other, event, around.facts.timeline)
        if since and not set(other.places) & set(event.places):
            known = bool(other.places) or other.type.tells_place == "out"
            past = other.past(day)
            limits.append(_but(past if known else min(past, Sureness.MAYBE)))
    return min(limits)


def _but(against: Sureness) -> Sureness:
    """Return how sure something is where something else speaks against it."""
    return {
        Sureness.CERTAIN: Sureness.NO,
        Sureness.MAYBE: Sureness.MAYBE,
        Sureness.NO: Sureness.CERTAIN,
    }[against]
