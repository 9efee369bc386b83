"""Windows that follow from other events: "a week after he arrived", "before the journey".

Orderings narrow windows until nothing changes any more. An ordering that would leave no day is
not applied. The two events then contradict each other, and both are reported.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graph.record.dates import ALWAYS, Lag, Window
from graph.record.model import EventClaim
from graph.record.vocabulary import Basis, Stance

_ROUNDS = 200
"""Longer chains than this do not occur; contradictory ones must not turn for ever."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """When something began and, if it lasted, when it ended."""

    start: Window = ALWAYS
    end: Window | None = None

    @property
    def close(self) -> Window:
        """Return the window that counts for what came after it: the end, if it lasted."""
        return self.start if self.end is None else self.end


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class EventOrder:
    """`later` came so many days after `earlier` (after its end, if it lasted).

    An order narrows the event whose claim states it; the other one only if `sure`, since what
    is merely believed may not date what is known.
    """

    later: str
    earlier: str
    least: int = 0
    most: int | None = None
    said_by_later: bool = True
    sure: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """The spans of some events, narrowed by their orders, and who came after whom."""

    spans: Mapping[str, Span]
    contradicted: frozenset[str]
    successors: Mapping[str, frozenset[str]]
    """Each event, with those that the tables say came after it, directly or by steps."""

    def says_after(self, later: str, earlier: str) -> bool:
        """Return whether the tables themselves say that one came after the other."""
        return later in self.successors.get(earlier, frozenset())


def orders(claims: Iterable[EventClaim]) -> tuple[EventOrder, ...]:
    """Return the orders that supporting, active claims state; each once, sorted."""
    return _orders_in(claim for claim in claims if _counts(claim))


def _counts(claim: EventClaim) -> bool:
    return claim.active and claim.stance is Stance.SUPPORTS


def _orders_in(claims: Iterable[EventClaim]) -> tuple[EventOrder, ...]:
    found: set[EventOrder] = set()
    for claim in claims:
        if claim.after or claim.before or claim.ends:
            found.update(_orders_of(claim))
    return tuple(
        sorted(found, key=lambda o: (o.later, o.earlier, o.least, o.most or -1, o.sure))
    )


def _orders_of(claim: EventClaim) -> Iterable[EventOrder]:
    sure = claim.basis is Basis.STATED
    lag = claim.lag or Lag()
    for earlier in claim.after:
        yield EventOrder(
            later=claim.about, earlier=earlier, least=lag.least, most=lag.most, sure=sure
        )
    if claim.ends:  # naming is an order: an ending came after what it names
        yield EventOrder(later=claim.about, earlier=claim.ends, sure=sure)
    lag = Lag() if claim.after else lag
    for later in claim.before:
        yield EventOrder(
            later=later,
            earlier=claim.about,
            least=lag.least,
            most=lag.most,
            said_by_later=False,
            sure=sure,
        )


def timeline(spans: Mapping[str, Span], claims: Iterable[EventClaim]) -> Timeline:
    """Narrow the spans by what the claims say of order and of "at the time of".

    Args:
        spans: by event, what the claims say of its time alone. Orders to an event that is not
            among them are ignored.
        claims: only active, supporting ones are read.
    """
    claims = [claim for claim in claims if _counts(claim)]
    known = [o for o in _orders_in(claims) if o.later in spans and o.earlier in spans]
    same = sorted(
        {
            (claim.about, which, when.event)
            for claim in claims
            for which, when in (("start", claim.when), ("end", claim.ended))
            if when is not None and when.event and when.event in spans and claim.about in spans
        }
    )
    narrowed, contradicted = dict(spans), set[str]()
    impossible = set[int]()
    lasting = [event for event, span in spans.items() if span.end is not None]
    applied_to: list[tuple[Span, Span] | None] = [None] * len(known)
    for _ in range(_ROUNDS):
        before = dict(narrowed)
        for nth, order in enumerate(known):
            both = narrowed[order.earlier], narrowed[order.later]
            if applied_to[nth] == both:
                continue  # the same two spans would be narrowed as they were
            applied_to[nth] = both
            if troubled := _apply_order(narrowed, order):
                contradicted |= troubled
                impossible.add(nth)
        for event, which, other in same:
            contradicted |= _narrow(narrowed, event, which, before[other].start)
        for event in lasting:
            _keep_start_before_end(narrowed, event)
        if narrowed == before:
            break
    return Timeline(
        spans=narrowed,
        contradicted=frozenset(contradicted),
        successors=_closure(order for nth, order in enumerate(known) if nth not in impossible),
    )


def _apply_order(spans: dict[str, Span], order: EventOrder) -> set[str]:
    """Narrow both sides of one order; return the events that it leaves no day."""
    troubled: set[str] = set()
    if order.said_by_later or order.sure:
        allowed = spans[order.earlier].close.shifted(order.least, order.most)
        troubled |= _narrow(spans, order.later, "start", allowed)
    if not order.said_by_later or order.sure:
        start = spans[order.later].start
        most = Window().latest if order.most is None else None
        allowed = Window(
            ALWAYS.earliest if most else start.shifted(-(order.most or 0), None).earliest,
            start.shifted(0, -order.least).latest,
        )
        troubled |= _narrow(spans, order.earlier, "close", allowed)
    return troubled and {order.later, order.earlier}


def _narrow(spans: dict[str, Span], event: str, which: str, allowed: Window) -> set[str]:
    """Narrow one side of an event's span; where no day would be left, leave it and say so."""
    span = spans[event]
    ends = span.end is not None and which in ("close", "end")
    current = span.close if ends else span.start
    if allowed.earliest <= current.earliest <= current.latest <= allowed.latest:
        return set()
    narrowed = current & allowed
    if narrowed.empty:
        return {event}
    start, end = (span.start, narrowed) if ends else (narrowed, span.end)
    spans[event] = Span(start=start, end=end)
    return set()


def _keep_start_before_end(spans: dict[str, Span], event: str) -> None:
    span = spans[event]
    if span.end is None:
        return
    start = Window(span.start.earliest, min(span.start.latest, span.end.latest))
    end = Window(max(span.start.earliest, span.end.earliest), span.end.latest)
    unchanged = (start, end) == (span.start, span.end)
    if not (unchanged or start.empty or end.empty):
        spans[event] = Span(start=start, end=end)


def _closure(known: Iterable[EventOrder]) -> dict[str, frozenset[str]]:
    """Return for each event all that came after it for sure."""
    direct: defaultdict[str, set[str]] = defaultdict(set)
    for order in known:
        if order.sure:
            direct[order.earlier].add(order.later)
    return {event: _reachable(direct, event) for event in list(direct)}


def _reachable(direct: Mapping[str, set[str]], event: str) -> frozenset[str]:
    seen: set[str] = set()
    waiting = [event]
    while waiting:
        for later in direct.get(waiting.pop(), ()):
            if later not in seen:
                seen.add(later)
                waiting.append(later)
    return frozenset(seen - {event})
