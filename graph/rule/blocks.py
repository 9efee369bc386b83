"""Blocks: death, detention and requests, and what ends them.

Rules R0 and R2 of `docs/rule.md`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from graph.facts.adding_up import Event, Sureness
from graph.record.vocabulary import Effect
from graph.rule.network import Network
from graph.rule.requests import freely


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """An event that stands between a person and contact, and how surely it still does."""

    event: Event
    sureness: Sureness
    ended_by: tuple[Event, ...] = ()
    """Releases or withdrawals that may have ended it."""


def death(network: Network, person: str, day: date) -> Block | None:
    """Return the surest death; a certain contact certainly after it makes it disputed."""
    events = network.events_of.get(person, ())
    openings = [
        event
        for event in events
        if event.effect is Effect.OPEN and event.past(day) is Sureness.CERTAIN
    ]
    deaths = []
    for event in events:
        past = event.past(day)
        if event.effect is not Effect.DEAD or past is Sureness.NO:
            continue
        doubted = any(network.came_after(opening, event, day) for opening in openings)
        deaths.append(Block(event=event, sureness=Sureness.MAYBE if doubted else past))
    return max(deaths, key=lambda block: block.sureness, default=None)


def blocks(network: Network, person: str, day: date) -> tuple[Block, ...]:
    """Return the detentions and requests that still stand, or may."""
    events = network.events_of.get(person, ())
    standing = []
    for event in events:
        if event.effect in (Effect.HELD, Effect.ASKED):
            block = _standing(network, person, event, events, day)
            if block is not None:
                standing.append(block)
    return tuple(standing)


def releases(network: Network, person: str, day: date) -> tuple[Event, ...]:
    """Return the releases that count by a day."""
    events = network.events_of.get(person, ())
    return tuple(e for e in events if e.effect is Effect.RELEASED and counts_by(e, day))


def ends_a_detention(network: Network, person: str, release: Event, day: date) -> bool:
    """Tell whether a release ends a detention that had, or may have, begun by the day."""
    return any(
        event.effect is Effect.HELD
        and event.past(day) is not Sureness.NO
        and _closes(network, release, event, day)
        for event in network.events_of.get(person, ())
    )


def counts_by(ending: Event, day: date) -> bool:
    """Tell whether a release or a withdrawal is looked at: only from its latest day on."""
    return ending.exists is not Sureness.NO and ending.span.start.latest <= day


def _closes(network: Network, ending: Event, begun: Event, day: date) -> bool:
    """Tell whether an ending is about an event: it names it, or came certainly after it."""
    return begun.id in ending.ends or network.came_after(ending, begun, day)


def _standing(
    network: Network, person: str, event: Event, events: Iterable[Event], day: date
) -> Block | None:
    """Tell how surely a detention or a request stands; None if it certainly does not."""
    past = event.past(day)
    if past is Sureness.NO or _is_lifted(event, person, day):
        return None
    endings = [
        ending
        for ending in events
        if _is_ending(ending, event, person)
        and counts_by(ending, day)
        and _closes(network, ending, event, day)
    ]
    if any(_certainly_ends(network, ending, event, day) for ending in endings):
        return None
    sureness = Sureness.MAYBE if endings else past
    return Block(event=event, sureness=sureness, ended_by=tuple(endings))


def _is_ending(ending: Event, event: Event, person: str) -> bool:
    """Tell whether this could end that: a release, or a free withdrawal by that person.

    A withdrawal from certainly before the request ends nothing, though it may name it.
    """
    if event.effect is Effect.HELD:
        return ending.effect is Effect.RELEASED
    before = ending.span.start.latest < event.span.start.earliest
    return ending.effect is Effect.LIFTED and freely(ending, person) and not before


def _is_lifted(request: Event, person: str, day: date) -> bool:
    """Tell whether a request was lifted for a person by a day, by a command of its own."""
    return any(lift.person == person and lift.on <= day.isoformat() for lift in request.lifted)


def _certainly_ends(network: Network, ending: Event, event: Event, day: date) -> bool:
    """Tell whether an ending is stated and certainly later."""
    return ending.exists is Sureness.CERTAIN and network.came_after(ending, event, day)
