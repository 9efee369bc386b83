"""Since when something has been so that is only known as still so at the telling.

"She is in a camp now" names no beginning. It is one stay, so it began after the last thing that
certainly shows otherwise. She may have called, or come back from abroad.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from graph.facts.adding_up import Event, Sureness
from graph.record.dates import BEGINNING
from graph.record.vocabulary import Effect, Role

_TAKEN = (Effect.DEAD, Effect.HELD, Effect.MISSING)


def since_otherwise(event: Event, others: Iterable[Event]) -> Event:
    """Return an event without the days before the last thing that shows otherwise.

    Args:
        event: of somebody; one that is not known as "still so" comes back as it is.
        others: what else is recorded of the same person.
    """
    if event.still == BEGINNING:
        return event
    start = event.span.start
    shown = (_shown(one, event.still) for one in others if _shows_otherwise(one, event))
    first = max((day for day in shown if day <= start.latest), default=BEGINNING)
    if first <= start.earliest:
        return event
    return replace(event, span=replace(event.span, start=replace(start, earliest=first)))


def _shown(other: Event, still: date) -> date:
    """Return the first day on which something may last have been so, before the telling."""
    if other.span.close.latest < still:
        return other.span.close.earliest
    return other.span.start.earliest if other.span.start.latest < still else BEGINNING


def _shows_otherwise(other: Event, event: Event) -> bool:
    """Return whether something certain excludes that the event had begun.

    A lost contact: they were in contact. A detention: they were released, spoke themselves, or
    were elsewhere; a letter or a message may come from a prison. A stay: they were elsewhere.
    What names the event as ended shows that it had begun.
    """
    if other.exists is not Sureness.CERTAIN or event.id in {other.id, *other.ends}:
        return False
    if event.effect is Effect.LOST:
        ends = set(event.by_role(Role.WITH))
        named = {person for _, person in other.people}
        return other.effect is Effect.OPEN and (not ends or not ends.isdisjoint(named))
    if event.effect in _TAKEN:
        moved = bool(other.type.tells_place) and other.effect is not Effect.HELD
        spoke = other.effect is Effect.OPEN and other.type.clock == "voice"
        return moved or spoke or other.effect is Effect.RELEASED
    return bool(event.type.tells_place and other.type.tells_place)
