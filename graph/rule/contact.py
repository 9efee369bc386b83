"""Contact: what the calls, messages and losses between a relative and the family abroad leave.

Rule R3 of `docs/rule.md`. There is one channel for each inquirer who ever heard from the
relative; the best of them counts.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain, product

from graph.dates import BEGINNING, Window
from graph.facts import Event, Sureness
from graph.order import close_of
from graph.rule.network import Network
from graph.vocabulary import Effect, Left, Role

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


def contact(network: Network, person: str, day: date, fresh_days: int) -> Contact:
    """Read every channel between the person and those abroad."""
    events = network.events_of.get(person, ())
    past = [event for event in events if event.past(day) is not Sureness.NO]
    losses = [event for event in past if event.effect is Effect.LOST]
    openings = [event for event in past if event.effect is Effect.OPEN]
    channels: dict[str, list[Event]] = {}
    for opening in openings:
        for inquirer in _other_ends(network, opening, person, day):
            channels.setdefault(inquirer, []).append(opening)
    if not channels:
        return Contact(values=_without_opening(losses, day), losses=tuple(losses))
    read = []
    for who, opened in sorted(channels.items()):
        lost = [loss for loss in losses if _is_in(network, loss, who, day)]
        said = _channel(network, opened, lost, day, fresh_days)
        doubted = who == NOBODY_NAMED and bool(said.openings)
        read.append(replace(said, values=said.values | {Left.UNKNOWN}) if doubted else said)
    certain = [e for e in _once(chain(*channels.values())) if e.past(day) is Sureness.CERTAIN]
    best = _best(read)
    return replace(best, last_heard=last_heard(_once((*best.openings, *certain)), day))


def _other_ends(network: Network, opening: Event, person: str, day: date) -> Iterable[str]:
    """Return the inquirers at the other end; nobody named where none is recorded at all."""
    others = [
        other
        for role, other in opening.people
        if other != person and role not in _BYSTANDERS and role is not Role.MESSENGER
    ]
    if not others:
        return [NOBODY_NAMED]
    return [other for other in others if network.is_inquirer(other, day)]


def _is_in(network: Network, loss: Event, inquirer: str, day: date) -> bool:
    """Tell whether a loss is in an inquirer's channel: it names them, or no inquirer at all."""
    named = {end for end in loss.by_role(Role.WITH) if network.is_inquirer(end, day)}
    return not named or inquirer in named or inquirer == NOBODY_NAMED


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
