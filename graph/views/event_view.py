"""One event: its claims, its place in time, and the readings of its words. Pure."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from graph.facts.adding_up import Event, Facts, facts, learned_window
from graph.facts.source_dates import Tellings
from graph.facts.timeline import EventOrder, orders
from graph.record.dates import Window
from graph.record.model import EventClaim, Interpretation, Records


class Turn(StrEnum):
    """The order in time of an event and another one."""

    AFTER = "after"
    BEFORE = "before"
    AT = "at the time of"
    DATES = "dates"
    ENDS = "ends"
    ENDED_BY = "is ended by"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ordered:
    """One order that a claim states between this event and another."""

    turn: Turn
    other: str
    claim: str
    least: int = 0
    most: int | None = None
    basis: str = ""
    """The convention behind the days, if any: "a few weeks"."""


@dataclass(frozen=True, kw_only=True)
class Happening:
    """One event with everything that was said of it."""

    event: Event
    facts: Facts
    claims: tuple[EventClaim, ...]
    """For and against it, counting or not, by name."""
    orders: tuple[Ordered, ...]
    readings: tuple[Interpretation, ...]
    """Of its words, or of which it rests on one: alternatives and retracted ones too."""
    learned: Window | None
    """When the family learned of it, by the earliest of the claims that count."""


def happening(records: Records, event: str) -> Happening | None:
    """Arrange what was said of an event; None if no claim is about it.

    Args:
        records: all claims about it and about what dates it (`Store.told_of_events`).
        event: its id.
    """
    added_up = facts(records)
    if event not in added_up.events:
        return None
    claims = tuple(sorted((c for c in records.events if c.about == event), key=lambda c: c.id))
    tellings = Tellings(records.sources)
    learned = [learned_window(c, added_up.timeline, tellings) for c in claims if c.active]
    return Happening(
        event=added_up.events[event],
        facts=added_up,
        claims=claims,
        orders=tuple(_orders(records.events, event)),
        readings=tuple(_readings(records.interpretations, claims, event)),
        learned=min(learned, key=lambda window: window.earliest, default=None),
    )


def _orders(claims: Iterable[EventClaim], event: str) -> Iterator[Ordered]:
    for claim in sorted(claims, key=lambda claim: claim.id):
        for order in orders([claim]):
            if event in (order.later, order.earlier):
                yield _order(claim, order, event)
        if claim.active:
            yield from _links(claim, event)


def _order(claim: EventClaim, order: EventOrder, event: str) -> Ordered:
    after = order.later == event
    return Ordered(
        turn=Turn.AFTER if after else Turn.BEFORE,
        other=order.earlier if after else order.later,
        claim=claim.id,
        least=order.least,
        most=order.most,
        basis="" if claim.lag is None or claim.lag.basis == "stated" else claim.lag.basis,
    )


def _links(claim: EventClaim, event: str) -> Iterator[Ordered]:
    """Yield "at the time of" and "ends", seen from either side."""
    times = {one.event for one in (claim.when, claim.until) if one is not None and one.event}
    named = [(Turn.AT, Turn.DATES, other) for other in sorted(times)]
    named += [(Turn.ENDS, Turn.ENDED_BY, claim.ends)] if claim.ends else []
    for turn, turned, other in named:
        if claim.about == event:
            yield Ordered(turn=turn, other=other, claim=claim.id)
        elif other == event:
            yield Ordered(turn=turned, other=claim.about, claim=claim.id)


def _readings(
    interpretations: Iterable[Interpretation], claims: Iterable[EventClaim], event: str
) -> list[Interpretation]:
    """Return the readings of these words, with those that compete with them."""
    of = {event, *(claim.id for claim in claims)}
    by_name: defaultdict[str, list[Interpretation]] = defaultdict(list)
    for one in interpretations:
        by_name[one.about].append(one)
    matches = [one for one in interpretations if of & {one.of, one.backs}]
    rivals = {one.alternative_to for one in matches} | {one.about for one in matches}
    matches += [one for name in rivals for one in by_name[name]]
    matches += [one for one in interpretations if one.alternative_to in rivals - {""}]
    return sorted(dict.fromkeys(matches), key=lambda one: one.id)
