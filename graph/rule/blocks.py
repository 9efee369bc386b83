"""Blocks: death, detention, disappearance and requests, and what ends them.

Rules R0 and R2 of `docs/rule.md`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from graph.facts.adding_up import Event, Sureness
from graph.facts.after import began_after, came_after
from graph.record.dates import END
from graph.record.vocabulary import Effect, Role
from graph.rule.contact import is_later
from graph.rule.network import Network
from graph.rule.requests import freely, may_follow

_ALIVE = (Effect.OPEN, Effect.HELD)
"""What happens to the living alone, beside being seen or visited."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """An event that blocks contact with a person, and how surely it still does."""

    event: Event
    sureness: Sureness
    ended_by: tuple[Event, ...] = ()
    """Releases, withdrawals or signs of life that may have ended it."""
    emptied: tuple[Event, ...] = ()
    """Of a detention: when the place where the person was last held was emptied."""
    channel: tuple[Event, ...] = ()
    """Contact from custody, or visits there."""
    doubted_by: tuple[Event, ...] = ()
    """What shows somebody alive after they are said to have died."""


def death(network: Network, person: str, day: date) -> Block | None:
    """Return the surest death; a certain sign of life certainly after it makes it disputed.

    On every day, also before that sign: a person who spoke later did not die then.
    """
    deaths = []
    for event in network.by_person.with_effect(person, Effect.DEAD):
        past = event.past(day)
        if past is not Sureness.NO:
            signs = tuple(_alive_after(network, person, event))
            sureness = Sureness.MAYBE if signs else past
            deaths.append(Block(event=event, sureness=sureness, doubted_by=signs))
    return max(deaths, key=lambda block: block.sureness, default=None)


def is_history(network: Network, person: str) -> bool:
    """Return whether somebody certainly died before the child was born: nobody to ask about."""
    deaths = network.by_person.with_effect(person, Effect.DEAD)
    return bool(deaths) and any(
        event.exists is Sureness.CERTAIN
        and event.span.start.latest < network.child.born.earliest
        and not any(_alive_after(network, person, event))
        for event in deaths
    )


def _alive_after(network: Network, person: str, died: Event) -> Iterator[Event]:
    """Yield what certainly came after a death and shows the person alive."""
    events = network.by_person.with_effect(person, *_ALIVE)
    for event in (*events, *network.life_events.get(person, ())):
        certain = event.exists is Sureness.CERTAIN
        if certain and came_after(event, died, END, network.facts.timeline):
            yield event


def blocks(
    network: Network, person: str, day: date, heard: Iterable[Event] = ()
) -> tuple[Block, ...]:
    """Return the detentions, disappearances and requests in force, or perhaps in force.

    Args:
        network: what is recorded around the child.
        person: whose they are.
        day: the day asked about.
        heard: the contact with them that nothing beats, which may have come from custody.
    """
    events = network.events_of.get(person, ())
    standing = []
    for event in network.by_person.with_effect(
        person, Effect.HELD, Effect.ASKED, Effect.MISSING
    ):
        block = _standing(network, person, event, events, day)
        if block is not None:
            standing.append(block)
    if all(block.event.effect is not Effect.HELD for block in standing):
        return tuple(standing)
    spoken = [*heard, *_visits(network, person, day)]
    return tuple(_with_channel(network, block, spoken, day) for block in standing)


def _visits(network: Network, person: str, day: date) -> list[Event]:
    """Return the visits to somebody that no loss of contact beats."""
    lost = [
        event
        for event in network.events_of.get(person, ())
        if event.effect is Effect.LOST and event.past(day) is Sureness.CERTAIN
    ]
    return [
        event
        for event in network.life_events.get(person, ())
        if event.type.visit
        and person in event.by_role(Role.WITH)
        and all(network.came_after(event, loss, day) for loss in lost)
    ]


def _with_channel(network: Network, block: Block, spoken: Iterable[Event], day: date) -> Block:
    """Return a certain detention as a maybe where contact came certainly after it began.

    Where its place was emptied, that contact has to be later than this.
    """
    certain = block.sureness is Sureness.CERTAIN
    if block.event.effect is not Effect.HELD or not (certain or block.emptied):
        return block
    channel = tuple(
        event
        for event in spoken
        if event.past(day) is Sureness.CERTAIN
        and all(network.came_after(event, one, day) for one in (block.event, *block.emptied))
    )
    return replace(block, sureness=Sureness.MAYBE, channel=channel) if channel else block


def releases(network: Network, person: str, day: date) -> tuple[Event, ...]:
    """Return the releases that count by a day."""
    released = network.by_person.with_effect(person, Effect.RELEASED)
    return tuple(event for event in released if counts_by(event, day))


def ends_a_detention(network: Network, person: str, release: Event, day: date) -> bool:
    """Return whether a release ends a detention that had, or may have, begun by the day."""
    return any(
        event.past(day) is not Sureness.NO and _closes(network, release, event, day)
        for event in network.by_person.with_effect(person, Effect.HELD)
    )


def disappearances(network: Network, person: str, day: date) -> tuple[Event, ...]:
    """Return when somebody disappeared by a day, or may have, found again or not."""
    gone = network.by_person.with_effect(person, Effect.MISSING)
    return tuple(event for event in gone if event.past(day) is not Sureness.NO)


def reappearances(network: Network, person: str, day: date) -> tuple[Event, ...]:
    """Return what shows somebody who disappeared, and came after that."""
    return tuple(
        event
        for gone in disappearances(network, person, day)
        for event in _endings(network, person, gone, day)
    )


def counts_by(ending: Event, day: date) -> bool:
    """Return whether a release or a withdrawal is looked at: only from its latest day on."""
    return ending.exists is not Sureness.NO and ending.span.start.latest <= day


def _closes(network: Network, ending: Event, begun: Event, day: date) -> bool:
    """Return whether an ending is about an event: it names it, or came certainly after it."""
    return begun.id in ending.ends or _is_after(network, ending, begun, day)


def _is_after(network: Network, ending: Event, begun: Event, day: date) -> bool:
    """Return whether an ending certainly came after what it may end."""
    if begun.effect is Effect.MISSING:
        return is_later(network, ending, begun, day)
    return network.came_after(ending, begun, day)


def _standing(
    network: Network, person: str, event: Event, events: Iterable[Event], day: date
) -> Block | None:
    """Return how surely a block is in force; None if it certainly is not."""
    past = event.past(day)
    if past is Sureness.NO or _is_lifted(event, person, day):
        return None
    endings = _endings(network, person, event, day)
    if any(_certainly_ends(network, ending, event, day) for ending in endings):
        return None
    emptied = tuple(_emptied(network, event, events, day))
    return Block(
        event=event,
        sureness=Sureness.MAYBE if endings or emptied else past,
        ended_by=(*endings, *emptied),
        emptied=emptied,
    )


def _endings(network: Network, person: str, event: Event, day: date) -> tuple[Event, ...]:
    """Return what is about a block and ends it, or may: counted from its latest day on."""
    events: Iterable[Event] = network.events_of.get(person, ())
    if event.effect is Effect.MISSING:
        events = (*events, *network.life_events.get(person, ()))
    return tuple(
        ending
        for ending in events
        if _is_ending(ending, event, person)
        and counts_by(ending, day)
        and _closes(network, ending, event, day)
    )


def _emptied(
    network: Network, event: Event, events: Iterable[Event], day: date
) -> Iterator[Event]:
    """Yield when the place was emptied where a detention led: its own, or a later one's.

    Only detentions that name a place say where somebody was; the last of them counts.
    """
    if event.effect is not Effect.HELD:
        return
    line = network.facts.timeline
    for emptying in network.emptyings:
        if not counts_by(emptying, day) or not began_after(emptying, event, line):
            continue
        held = [
            one
            for one in events
            if one.effect is Effect.HELD
            and one.places
            and one.past(day) is not Sureness.NO
            and began_after(emptying, one, line)
        ]
        certain = [one for one in held if one.past(day) is Sureness.CERTAIN]
        last = [
            one for one in held if not any(began_after(later, one, line) for later in certain)
        ]
        if any(network.is_in(one, emptying.places) for one in last):
            yield emptying


def _is_ending(ending: Event, event: Event, person: str) -> bool:
    """Return whether this could end that.

    A release ends a detention, a free withdrawal by that person a request. A withdrawal from
    before the request ends nothing, though it may name it. A disappearance ends when the person
    is released, heard or seen. A later detention leaves it: the person is held then.
    """
    if event.effect is Effect.HELD:
        return ending.effect is Effect.RELEASED
    if event.effect is Effect.MISSING:
        seen = ending.type.clock == "life"
        return seen or ending.effect in (Effect.RELEASED, Effect.OPEN)
    lifts = ending.effect is Effect.LIFTED and freely(ending, person)
    return lifts and may_follow(ending, event)


def _is_lifted(request: Event, person: str, day: date) -> bool:
    """Return whether a request was lifted for a person by a day, by a command of its own."""
    return any(lift.person == person and lift.on <= day.isoformat() for lift in request.lifted)


def _certainly_ends(network: Network, ending: Event, event: Event, day: date) -> bool:
    """Return whether an ending is stated and certainly later."""
    return ending.exists is Sureness.CERTAIN and _is_after(network, ending, event, day)
