"""Is somebody left to contact? The rule, for one person on one day.

`docs/rule.md` states it and walks two people through it; the table of cases is in
`tests/left/`, and so are its seven laws.
"""

from dataclasses import dataclass
from datetime import date

from graph.blocks import Block, blocks, counts_by, death, ends_a_detention, releases
from graph.contact import Contact, contact
from graph.dates import Window
from graph.facts import Event, Sureness
from graph.network import Network
from graph.vocabulary import Effect, Left, Status
from graph.whereabouts import Side

RULE_VERSION = "1"
"""Changes whenever an answer may: calendars that were derived by another rule are rebuilt."""

FRESH_DAYS = 365
"""For so long after the last contact somebody counts as in contact."""

_POSSIBLY = {
    Status.DEAD: Status.POSSIBLY_DEAD,
    Status.HELD: Status.POSSIBLY_HELD,
    Status.ASKED: Status.POSSIBLY_ASKED,
    Status.LOST: Status.POSSIBLY_LOST,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Whether somebody is left to contact on a day, and what decides it."""

    left: Left
    status: Status
    deciding: Event | None = None
    """The event that decides; None where nothing is recorded."""
    since: Window | None = None
    last_heard: Window | None = None
    evidence: tuple[Event, ...] = ()
    """Every event that the answer rests on."""


def left(
    network: Network, person: str, day: date, *, fresh_days: int = FRESH_DAYS
) -> Answer:
    """Tell whether a person within reach of the child is left to contact on a day."""
    heard = contact(network, person, day, fresh_days)
    death_block = death(network, person, day)
    standing = blocks(network, person, day)
    released = releases(network, person, day)
    if death_block is not None:
        standing = (death_block, *standing)
    status = _status(heard, standing, released)
    doubting = [r for r in released if ends_a_detention(network, person, r, day)]
    reopened = _after_release(network, heard, bool(released), doubting, day)
    values = _values(reopened, standing)
    value = _one(values)
    if status is not Status.DEAD and network.side(person, day) is Side.OUTSIDE:
        value = Left.ABROAD
    deciding = _deciding(value, heard, standing, released)
    return Answer(
        left=value,
        status=status,
        deciding=deciding,
        since=None if deciding is None else deciding.span.start,
        last_heard=heard.last_heard,
        evidence=_evidence(network, person, day, value, heard, standing, released),
    )


def _values(reopened: frozenset[Left], standing: tuple[Block, ...]) -> frozenset[Left]:
    """Return the readings that stay possible: S of the rule."""
    if any(block.sureness is Sureness.CERTAIN for block in standing):
        return frozenset({Left.NO})
    return reopened | {Left.NO} if standing else reopened


def _after_release(
    network: Network, heard: Contact, released: bool, doubting: list[Event], day: date
) -> frozenset[Left]:
    """Rule R4: a release makes contact possible again, and contact from before it doubtful.

    Any release does the first, or adding the detention that it ends would raise somebody; only
    one that ends a detention does the second, or removing an idle one would.
    """
    values = set(heard.values)
    if released and Left.UNKNOWN in heard.values:
        values.add(Left.YES)
    certain = [e for e in heard.openings if e.past(day) is Sureness.CERTAIN]
    heard_since = all(
        any(network.came_after(opening, release, day) for opening in certain)
        for release in doubting
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


def _status(
    heard: Contact, standing: tuple[Block, ...], released: tuple[Event, ...]
) -> Status:
    """Name the worst thing that is certain, else the worst that is possible."""
    certain = [b.event.effect for b in standing if b.sureness is Sureness.CERTAIN]
    maybe = [b.event.effect for b in standing]
    if heard.values == {Left.NO}:
        certain.append(Effect.LOST)
    if Left.NO in heard.values:
        maybe.append(Effect.LOST)
    for status in _POSSIBLY:
        if Effect(status.value) in certain:
            return status
    for status, possibly in _POSSIBLY.items():
        if Effect(status.value) in maybe:
            return possibly
    if heard.openings:
        return {
            frozenset({Left.YES}): Status.IN_CONTACT,
            frozenset({Left.UNKNOWN}): Status.SILENT,
        }.get(heard.values, Status.POSSIBLY_IN_CONTACT)
    return Status.RELEASED if released else Status.NOTHING_RECORDED


def _deciding(
    value: Left, heard: Contact, standing: tuple[Block, ...], released: tuple[Event, ...]
) -> Event | None:
    """Return the event that the sentence is about.

    The first certain block or the loss for a no; the last opening for a yes; else whatever makes
    the answer doubtful.
    """
    certain = [b.event for b in standing if b.sureness is Sureness.CERTAIN]
    maybe = [b.event for b in standing]
    openings = sorted(heard.openings, key=lambda e: (e.span.close.earliest, e.id), reverse=True)
    order = {
        Left.YES: [openings],
        Left.POSSIBLY: [released, openings, maybe, heard.losses],
        Left.UNKNOWN: [maybe, heard.losses, openings, released],
    }.get(value, [certain, heard.losses, maybe, openings])
    return next((event for events in order for event in events), None)


def _evidence(  # noqa: PLR0913 - the whole of the rule's working is cited
    network: Network,
    person: str,
    day: date,
    value: Left,
    heard: Contact,
    standing: tuple[Block, ...],
    released: tuple[Event, ...],
) -> tuple[Event, ...]:
    """Return what the answer rests on, each once: the blocks, what ended them, the contact."""
    cited = [block.event for block in standing]
    cited += [ending for block in standing for ending in block.ended_by]
    cited += [*released, *heard.losses, *heard.openings]
    events = network.events_of.get(person, ())
    ended = (Effect.HELD, Effect.ASKED, Effect.LIFTED)
    cited += [
        event
        for event in events
        if event.effect in ended
        and event.past(day) is not Sureness.NO
        and (event.effect is not Effect.LIFTED or counts_by(event, day))
    ]
    if value is Left.ABROAD:
        cited += [e for e in network.place_events(person) if e.past(day) is not Sureness.NO]
    return tuple({event.id: event for event in cited}.values())
