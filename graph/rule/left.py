"""Decide whether somebody is left to contact: the rule, for one person on one day.

`docs/rule.md` states it and walks through it for two people. The table of cases and the seven
laws are in `tests/rule/`.
"""

from dataclasses import dataclass
from datetime import date

from graph.facts.adding_up import Event, Sureness
from graph.record.dates import Window
from graph.record.vocabulary import Effect, Left, Status
from graph.rule.blocks import (
    Block,
    blocks,
    counts_by,
    death,
    disappearances,
    ends_a_detention,
    reappearances,
    releases,
)
from graph.rule.contact import Contact, contact, is_later
from graph.rule.network import Network
from graph.rule.whereabouts import Side

RULE_VERSION = "11"
"""Changes whenever an answer may, or the form in which it is kept: what was derived by another
version is derived anew."""

FRESH_DAYS = 365
"""For so long after the last contact somebody counts as in contact."""

_STATUS = {
    Effect.DEAD: (Status.DEAD, Status.POSSIBLY_DEAD),
    Effect.HELD: (Status.HELD, Status.POSSIBLY_HELD),
    Effect.ASKED: (Status.ASKED, Status.POSSIBLY_ASKED),
    Effect.MISSING: (Status.MISSING, Status.POSSIBLY_MISSING),
    Effect.LOST: (Status.LOST, Status.POSSIBLY_LOST),
}
"""What is recorded of somebody, certainly and possibly; the worst first."""

_CITED = (Effect.HELD, Effect.MISSING, Effect.ASKED, Effect.LIFTED)
"""What an answer cites, also where it is over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Whether somebody is left to contact on a day, and what decides it."""

    left: Left
    status: Status
    deciding: Event | None = None
    """The event that decides; None where nothing is recorded."""
    against: Event | None = None
    """Where the answer is possibly: what may stand against it."""
    since: Window | None = None
    last_heard: Window | None = None
    doubted_end: bool = False
    """The event that decides is contact with somebody who only possibly asks from abroad."""
    evidence: tuple[Event, ...] = ()
    """Every event that the answer rests on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Recorded:
    """What is recorded of a person by a day: contact, what blocks it, releases."""

    person: str
    day: date
    contact: Contact
    blocks: tuple[Block, ...]
    released: tuple[Event, ...]

    @property
    def certain_blocks(self) -> list[Event]:
        return [b.event for b in self.blocks if b.sureness is Sureness.CERTAIN]

    @property
    def all_blocks(self) -> list[Event]:
        return [block.event for block in self.blocks]


def left(network: Network, person: str, day: date, *, fresh_days: int = FRESH_DAYS) -> Answer:
    """Return whether a person within reach of the child is left to contact on a day."""
    died = death(network, person, day)
    heard = contact(network, person, day, fresh_days)
    spoken = [event for event in heard.openings if event.id not in heard.doubted_end]
    recorded = _Recorded(
        person=person,
        day=day,
        contact=heard,
        blocks=(() if died is None else (died,)) + blocks(network, person, day, spoken),
        released=releases(network, person, day),
    )
    values = _values(network, recorded)
    status, value = _status(recorded, values), _one(values)
    if status is not Status.DEAD and network.side(person, day) is Side.OUTSIDE:
        value = Left.ABROAD
    deciding = _deciding(value, status, recorded)
    return Answer(
        left=value,
        status=status,
        deciding=deciding,
        against=_against(value, recorded),
        since=None if deciding is None else deciding.span.start,
        last_heard=recorded.contact.last_heard,
        doubted_end=deciding is not None and deciding.id in recorded.contact.doubted_end,
        evidence=_evidence(network, value, recorded),
    )


def _values(network: Network, recorded: _Recorded) -> frozenset[Left]:
    """Return the readings that stay possible: S of the rule."""
    if recorded.certain_blocks:
        return frozenset({Left.NO})
    values = _after_release(network, recorded)
    return values | {Left.NO} if recorded.blocks else values


def _after_release(network: Network, recorded: _Recorded) -> frozenset[Left]:
    """Rule R4: a release makes contact possible again, and contact from before it doubtful.

    Any release does the first, or adding the detention that it ends would raise somebody; only
    one that ends a detention does the second, or removing an idle one would. A disappearance
    does the second as well: who was found again was perhaps not heard since.
    """
    heard, day = recorded.contact, recorded.day
    values = set(heard.values)
    if recorded.released and Left.UNKNOWN in heard.values:
        values.add(Left.YES)
    certain = [
        event
        for event in heard.openings
        if event.past(day) is Sureness.CERTAIN and event.id not in heard.doubted_end
    ]
    heard_since = all(
        any(network.came_after(opening, release, day) for opening in certain)
        for release in recorded.released
        if ends_a_detention(network, recorded.person, release, day)
    )
    heard_since &= all(
        any(is_later(network, opening, gone, day) for opening in certain)
        for gone in disappearances(network, recorded.person, day)
    )
    if Left.YES in heard.values and not heard_since:
        values.add(Left.UNKNOWN)
    return frozenset(values)


def _one(values: frozenset[Left]) -> Left:
    """Collapse the readings into one answer."""
    if values == {Left.YES}:
        return Left.YES
    if Left.YES in values:
        return Left.POSSIBLY
    return Left.UNKNOWN if Left.UNKNOWN in values else Left.NO


def _status(recorded: _Recorded, read: frozenset[Left]) -> Status:
    """Name the worst thing that is certain, else the worst that is possible."""
    values = recorded.contact.values
    certain = {event.effect for event in recorded.certain_blocks}
    maybe = {_may_be(block) for block in recorded.blocks}
    if Left.NO in values:
        maybe.add(Effect.LOST)
        certain |= {Effect.LOST} if len(values) == 1 else set()
    for effect in _STATUS:
        if effect in certain:
            return _STATUS[effect][0]
    for effect in _STATUS:
        if effect in maybe:
            spoke = effect is Effect.HELD and any(block.channel for block in recorded.blocks)
            return Status.HELD_WITH_CHANNEL if spoke else _STATUS[effect][1]
    return _unblocked(recorded, read)


def _may_be(block: Block) -> Effect:
    """Return what a block leaves possible: whose place was emptied is perhaps missing."""
    return Effect.MISSING if block.emptied and not block.channel else block.event.effect


def _unblocked(recorded: _Recorded, read: frozenset[Left]) -> Status:
    """Name the contact of somebody whom nothing blocks; a release may leave it doubtful."""
    if not recorded.contact.openings:
        return Status.RELEASED if recorded.released else Status.NOTHING_RECORDED
    if recorded.contact.values == {Left.YES}:
        return Status.IN_CONTACT if read == {Left.YES} else Status.POSSIBLY_IN_CONTACT
    if recorded.contact.values == {Left.UNKNOWN}:
        return Status.SILENT
    return Status.POSSIBLY_IN_CONTACT


def _against(value: Left, recorded: _Recorded) -> Event | None:
    """Return what may stand against somebody who is possibly left: the worst of it."""
    if value is not Left.POSSIBLY:
        return None
    standing = sorted(recorded.all_blocks, key=lambda event: [*_STATUS].index(event.effect))
    return next(iter([*standing, *recorded.contact.losses]), None)


def _deciding(value: Left, status: Status, recorded: _Recorded) -> Event | None:
    """Return the event that the sentence is about.

    The first certain block of the worst kind, or the first loss to be certain, for a no; the
    last opening for a yes; else whatever makes the answer doubtful.
    """
    heard, blocked = recorded.contact, recorded.all_blocks
    losses = sorted(heard.losses, key=lambda e: (e.span.start.latest, e.id))
    openings = sorted(heard.openings, key=lambda e: (e.span.close.earliest, e.id), reverse=True)
    match value:
        case Left.YES:
            order = openings
        case Left.POSSIBLY:
            order = [*recorded.released, *openings, *blocked, *losses]
        case Left.UNKNOWN:
            order = [*blocked, *losses, *openings, *recorded.released]
        case _:
            worst = [e for e in recorded.certain_blocks if e.effect.value == status.value]
            order = [*worst, *losses, *blocked, *openings]
    return next(iter(order), None)


def _evidence(network: Network, value: Left, recorded: _Recorded) -> tuple[Event, ...]:
    """Return what the answer rests on, each once: the blocks, what ended them, the contact."""
    day, heard = recorded.day, recorded.contact
    cited = [*recorded.all_blocks]
    for block in recorded.blocks:
        cited += [*block.ended_by, *block.channel, *block.doubted_by]
    cited += [*recorded.released, *heard.losses, *heard.openings]
    cited += [
        event
        for event in network.by_person.with_effect(recorded.person, *_CITED)
        if event.past(day) is not Sureness.NO
        and (event.effect is not Effect.LIFTED or counts_by(event, day))
    ]
    cited += reappearances(network, recorded.person, day)
    if value is Left.ABROAD:
        told = network.moves(recorded.person)
        cited += [event for event in told if event.past(day) is not Sureness.NO]
    return tuple({event.id: event for event in cited}.values())
