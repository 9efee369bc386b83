"""Contact of a relative with the family abroad: the effect of its calls, messages and losses.

Rule R3 of `docs/rule.md`. Each person who asks and ever heard from the relative is one channel.
So is each relay between the two. The best of them counts.
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

_BYSTANDERS = (Role.ABOUT, Role.WITNESS, Role.RESPONSIBLE, Role.HOUSEHOLD, Role.MESSENGER)

Channel = tuple[str, frozenset[str]]
"""Who hears from the relative, and through whom: nobody, where the two speak themselves."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """What contact alone says of somebody on a day.

    `values` are the readings that stay possible; `openings` and `losses` those that nothing
    beats. `last_heard` decides nothing: contact was, also where a loss came after it; None
    where no opening is recorded.
    """

    values: frozenset[Left]
    openings: tuple[Event, ...] = ()
    losses: tuple[Event, ...] = ()
    last_heard: Window | None = None
    doubted_end: frozenset[str] = frozenset()
    """The openings (Event.id) at whose other end nobody certainly asks from abroad."""


_NOTHING = Contact(values=frozenset((Left.UNKNOWN,)))


def contact(network: Network, person: str, day: date, fresh_days: int) -> Contact:
    """Read every channel between the person and those who ask for the child."""
    losses = _past(network, person, day, Effect.LOST)
    spoken = _past(network, person, day, Effect.OPEN)
    if not spoken and not losses:
        return _NOTHING
    channels: dict[Channel, list[Event]] = {}
    doubted: dict[Channel, bool] = {}
    with_sure_end = set[str]()
    for opening in spoken:
        for end, sure in _other_ends(network, opening, person, day):
            channel = (end, relay(opening) - {person, end})
            channels.setdefault(channel, []).append(opening)
            doubted[channel] = doubted.get(channel, True) and sure is not Sureness.CERTAIN
            if sure is Sureness.CERTAIN or end == NOBODY_NAMED:
                with_sure_end.add(opening.id)
    if not channels:
        return Contact(values=_without_opening(losses, day), losses=losses)
    read = []
    for channel, opened in sorted(channels.items(), key=lambda each: _by_name(each[0])):
        lost = _lost(network, losses, channel, day)
        said = _channel(network, opened, lost, day, fresh_days)
        open_doubt = doubted[channel] and bool(said.openings)
        read.append(replace(said, values=said.values | {Left.UNKNOWN}) if open_doubt else said)
    every = _once(chain(*channels.values()))
    doubted_end = frozenset(event.id for event in every) - with_sure_end
    openings = _once(event for channel in read for event in channel.openings)
    certain = [e for e in every if e.past(day) is Sureness.CERTAIN]
    heard = [_doubted(e, doubted_end) for e in _once((*openings, *certain))]
    return Contact(
        values=_best_of([channel.values for channel in read]),
        openings=openings,
        losses=_once(event for channel in read for event in channel.losses),
        last_heard=last_heard(heard, network.cut(day)),
        doubted_end=doubted_end,
    )


def _by_name(channel: Channel) -> tuple[str, list[str]]:
    """Sort channels in the same order, whatever the order of the rows."""
    return channel[0], sorted(channel[1])


def _past(network: Network, person: str, day: date, *effects: Effect) -> tuple[Event, ...]:
    events = network.by_person.with_effect(person, *effects)
    return tuple(event for event in events if event.past(day) is not Sureness.NO)


def _doubted(opening: Event, doubted_end: frozenset[str]) -> Event:
    """Return contact at whose other end nobody is certain as possible contact."""
    return replace(opening, exists=Sureness.MAYBE) if opening.id in doubted_end else opening


def relay(opening: Event) -> frozenset[str]:
    """Return through whom contact came."""
    return frozenset({*opening.by_role(Role.MESSENGER), *opening.relayed_by})


def _other_ends(
    network: Network, opening: Event, person: str, day: date
) -> Iterable[tuple[str, Sureness]]:
    """Return who at the other end asks for the child, and how surely.

    What a relative says to the child itself is contact, wherever both are, unless they are its
    parents, who ask themselves. Where nobody is recorded, that is nobody named.
    """
    others = [
        other for role, other in opening.people if other != person and role not in _BYSTANDERS
    ]
    if not others:
        return [(NOBODY_NAMED, Sureness.MAYBE)]
    ends = [(other, network.other_end(other, opening, day)) for other in others]
    child = network.child.id
    if (
        child in others
        and person not in network.parents()
        and not _roles(opening, child) & _roles(opening, person)
    ):
        ends.append((child, opening.of(child).exists))
    return [(other, sure) for other, sure in ends if sure is not Sureness.NO]


def _roles(opening: Event, person: str) -> set[Role]:
    return {role for role, one in opening.people if one == person}


def _lost(
    network: Network, losses: Iterable[Event], channel: Channel, day: date
) -> list[Event]:
    """Return the losses of a channel: to who hears, to the relay, and of the relay itself.

    A relay who disappeared is lost to everybody.
    """
    inquirer, messengers = channel
    found = [
        loss
        for loss in losses
        if messengers.intersection(loss.by_role(Role.WITH))
        or _is_in(network, loss, inquirer, day)
    ]
    for messenger in sorted(messengers):
        lost = _past(network, messenger, day, Effect.LOST, Effect.MISSING)
        found += [loss for loss in lost if _is_in(network, loss, inquirer, day)]
    return list(_once(found))


def _is_in(network: Network, loss: Event, inquirer: str, day: date) -> bool:
    """Return whether a loss is in somebody's channel: it names them, or nobody who surely asks.

    A loss to somebody who only possibly asks stays in every channel, as one to a neighbour.
    """
    named = {end: network.other_end(end, loss, day) for end in loss.by_role(Role.WITH)}
    nobody_sure = Sureness.CERTAIN not in named.values()
    return nobody_sure or named.get(inquirer, Sureness.NO) is not Sureness.NO or not inquirer


def _without_opening(losses: Iterable[Event], day: date) -> frozenset[Left]:
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
        if any(is_later(network, other, event, day) for other in certain):
            return True
        return event.effect is Effect.OPEN and any(
            not is_later(network, event, loss, day) for loss in certain_losses
        )

    open_left = tuple(event for event in openings if not beaten(event))
    lost_left = tuple(event for event in losses if not beaten(event))
    values = {Left.NO} if lost_left else set[Left]()
    values |= _of_openings(open_left, day, network.cut(day), fresh_days)
    if not certain:
        values.add(Left.UNKNOWN)
    return Contact(values=frozenset(values), openings=open_left, losses=lost_left)


def is_later(network: Network, late: Event, early: Event, day: date) -> bool:
    """Return whether one event of a channel certainly came after another.

    Contact that was resumed came after each loss or disappearance that no source has certainly
    later, by the meaning of the word; if it names one, after that one.
    """
    if network.came_after(late, early, day):
        return True
    lost = early.effect in (Effect.LOST, Effect.MISSING)
    resumed = late.type.resumes and not late.ends and lost
    if not resumed or network.came_after(early, late, day):
        return False
    return early.from_all <= close_of(late, network.cut(day)).latest


def _of_openings(
    openings: Iterable[Event], day: date, cut: date, fresh_days: int
) -> frozenset[Left]:
    """Return what contact reads: yes while it lasts, or for a time where no end is said."""
    ended = [event for event in openings if event.type.lasts and event.end_said]
    heard = last_heard((event for event in openings if event not in ended), cut)
    read = [_until_its_end(event, day, cut, fresh_days) for event in ended]
    read += [] if heard is None else [_fresh(heard, day, fresh_days)]
    return _best_of(read) if read else frozenset()


def _until_its_end(event: Event, day: date, cut: date, fresh_days: int) -> set[Left]:
    """Return what contact reads of which an end is said: unknown once that may be over."""
    end = event.span.close
    values = {Left.UNKNOWN} if end.earliest < cut else set[Left]()
    if end.latest >= cut:
        values |= _fresh(Window(cut, cut), day, fresh_days)
    return values if event.past(day) is Sureness.CERTAIN else values | {Left.UNKNOWN}


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


def _best_of(readings: Iterable[Iterable[Left]]) -> frozenset[Left]:
    """Combine channels: in each combination of readings the best one counts."""
    return frozenset(max(each, key=_ORDER.index) for each in product(*readings))


def _once(events: Iterable[Event]) -> tuple[Event, ...]:
    return tuple({event.id: event for event in events}.values())
