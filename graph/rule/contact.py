"""Contact: what the calls, messages and losses between a relative and the family abroad leave.

Rule R3 of `docs/rule.md`. There is one channel for each inquirer who ever heard from the
relative; the best of them counts.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain, product

from graph.facts.adding_up import Event, Sureness
from graph.facts.after import close_of
from graph.record.dates import BEGINNING, Window
from graph.record.vocabulary import Effect, Left, Role
from graph.rule.network import Network

_ORDER = (Left.NO, Left.UNKNOWN, Left.YES)
NOBODY_NAMED = ""
"""The channel of contact of which nobody said with whom: every loss is in it, and a doubt."""

_BYSTANDERS = (Role.ABOUT, Role.WITNESS, Role.RESPONSIBLE, Role.HOUSEHOLD)


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """What contact alone says of somebody on a day.

    `values` are the readings that stay possible; `openings` and `losses` those that nothing
    beats. `last_heard` is told and decides nothing: contact was, also where a loss came after
    it; None where no opening is recorded.
    """

    values: frozenset[Left]
    openings: tuple[Event, ...] = ()
    losses: tuple[Event, ...] = ()
    last_heard: Window | None = None
    doubted_kin: frozenset[str] = frozenset()
    """The openings (Event.id) at whose other end nobody is more than possibly kin."""


def contact(network: Network, person: str, day: date, fresh_days: int) -> Contact:
    """Read every channel between the person and those abroad."""
    events = network.events_of.get(person, ())
    past = [event for event in events if event.past(day) is not Sureness.NO]
    losses = [event for event in past if event.effect is Effect.LOST]
    openings = [event for event in past if event.effect is Effect.OPEN]
    channels: dict[str, list[Event]] = {}
    sure: dict[str, Sureness] = {}
    for opening in openings:
        for inquirer, how_sure in _other_ends(network, opening, person, day):
            channels.setdefault(inquirer, []).append(opening)
            sure[inquirer] = how_sure
    if not channels:
        return Contact(values=_without_opening(losses, day), losses=tuple(losses))
    read = []
    for who, opened in sorted(channels.items()):
        lost = [loss for loss in losses if _is_in(network, loss, who, day)]
        said = _channel(network, opened, lost, day, fresh_days)
        doubted = sure[who] is Sureness.MAYBE and bool(said.openings)
        read.append(replace(said, values=said.values | {Left.UNKNOWN}) if doubted else said)
    best = _best(read)
    doubted_ends = {who for who in sure if sure[who] is Sureness.MAYBE} - {NOBODY_NAMED}
    with_kin = {e.id for who in channels.keys() - doubted_ends for e in channels[who]}
    every = _once(chain(*channels.values()))
    doubted_kin = frozenset(event.id for event in every) - with_kin
    certain = [e for e in every if e.past(day) is Sureness.CERTAIN]
    heard = [_doubted(e, doubted_kin) for e in _once((*best.openings, *certain))]
    return replace(best, last_heard=last_heard(heard, day), doubted_kin=doubted_kin)


def _doubted(opening: Event, doubted_kin: frozenset[str]) -> Event:
    """Return contact with possible kin alone as possible contact."""
    return replace(opening, exists=Sureness.MAYBE) if opening.id in doubted_kin else opening


def _other_ends(
    network: Network, opening: Event, person: str, day: date
) -> Iterable[tuple[str, Sureness]]:
    """Return the inquirers at the other end, and how surely they are kin.

    Where none is recorded at all, that is nobody named, who may be no inquirer.
    """
    others = [
        other
        for role, other in opening.people
        if other != person and role not in _BYSTANDERS and role is not Role.MESSENGER
    ]
    if not others:
        return [(NOBODY_NAMED, Sureness.MAYBE)]
    ends = [(other, network.inquirer(other, day)) for other in others]
    return [(other, sure) for other, sure in ends if sure is not Sureness.NO]


def _is_in(network: Network, loss: Event, inquirer: str, day: date) -> bool:
    """Tell whether a loss is in an inquirer's channel: it names them, or no certain inquirer.

    A loss to somebody who is only possibly kin stays in every channel, as one to a friend does.
    """
    named = {end: network.inquirer(end, day) for end in loss.by_role(Role.WITH)}
    no_kin = Sureness.CERTAIN not in named.values()
    return no_kin or named.get(inquirer, Sureness.NO) is not Sureness.NO or not inquirer


def _without_opening(losses: list[Event], day: date) -> frozenset[Left]:
    """Return what losses alone say."""
    certain = any(loss.past(day) is Sureness.CERTAIN for loss in losses)
    values = {Left.NO} if losses else set[Left]()
    return frozenset(values if certain else values | {Left.UNKNOWN})


def _channel(
    network: Network, openings: list[Event], losses: list[Event], day: date, fresh_days: int
) -> Contact:
    """Read one channel: what nothing beats stays possible."""
    certain = [e for e in openings + losses if e.past(day) is Sureness.CERTAIN]
    certain_losses = [event for event in certain if event.effect is Effect.LOST]

    def beaten(event: Event) -> bool:
        if any(network.came_after(other, event, day) for other in certain):
            return True
        return event.effect is Effect.OPEN and any(
            not network.came_after(event, loss, day) for loss in certain_losses
        )

    open_left = tuple(event for event in openings if not beaten(event))
    lost_left = tuple(event for event in losses if not beaten(event))
    heard = last_heard(open_left, day)
    values = {Left.NO} if lost_left else set[Left]()
    if heard is not None:
        values |= _fresh(heard, day, fresh_days)
    if not certain:
        values.add(Left.UNKNOWN)
    return Contact(values=frozenset(values), openings=open_left, losses=lost_left)


def last_heard(openings: Iterable[Event], day: date) -> Window | None:
    """Return when somebody was last heard: at least as late as the latest certain opening."""
    past = [event for event in openings if event.past(day) is not Sureness.NO]
    if not past:
        return None
    certain = [close_of(e, day).earliest for e in past if e.past(day) is Sureness.CERTAIN]
    latest = max(close_of(event, day).latest for event in past)
    return Window(max(certain, default=BEGINNING), min(latest, day))


def _fresh(heard: Window, day: date, fresh_days: int) -> set[Left]:
    """Return whether contact is recent, long ago, or may be either."""
    if (day - heard.earliest).days <= fresh_days:
        return {Left.YES}
    if (day - heard.latest).days > fresh_days:
        return {Left.UNKNOWN}
    return {Left.YES, Left.UNKNOWN}


def _best(channels: list[Contact]) -> Contact:
    """Combine channels: in each combination of readings the best one counts."""
    values = frozenset(
        max(combination, key=_ORDER.index)
        for combination in product(*(channel.values for channel in channels))
    )
    return Contact(
        values=values,
        openings=_once(event for channel in channels for event in channel.openings),
        losses=_once(event for channel in channels for event in channel.losses),
    )


def _once(events: Iterable[Event]) -> tuple[Event, ...]:
    return tuple({event.id: event for event in events}.values())
