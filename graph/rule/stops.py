"""The hard stop: everybody who ever asked not to be contacted, on any day.

It reads every claim, whatever the day and whatever the family knew then. It also reads claims
that no longer count. So a retraction or a correction never removes a request by the way. Two
things remove one, for one person. The first is a withdrawal by themselves. It is certain,
certainly later, not under pressure, and not brought by others. The second is a lift: a command
of its own, with a reason.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from graph.facts.adding_up import Event, Facts, Sureness
from graph.record.dates import BEGINNING, Window
from graph.record.vocabulary import Effect, Role
from graph.rule.nearby import Nearby, nearby_in
from graph.rule.network import Network
from graph.rule.requests import asked_by, freely, may_follow


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenBack:
    """A request that is no longer in force: since when, by whom, and why.

    Before `holds_no_more` there is the stop; from then on there is the mark "asked, taken
    back".
    """

    request: Event
    holds_no_more: date
    """The first day without the stop: of a request that was retracted and lifted, any day."""
    on: Window
    """When it was withdrawn, or lifted."""
    by: str
    """The person who withdrew it, or the name of the user who lifted it."""
    why: str = ""
    """The reason of a lift; of a withdrawal the words are in its claims."""
    withdrawal: Event | None = None
    """The person's own withdrawal; None where the request was lifted by a command."""


def standing_requests(
    network: Network, day: date | None = None
) -> dict[str, tuple[Event, ...]]:
    """Return for each person the requests not to be contacted that are in force.

    Args:
        network: what is recorded around a child.
        day: the day asked about, before which a request may have been withdrawn; None: after
            everything that is recorded.
    """
    return requests_in(network.all_facts, day)


def requests_in(known: Facts, day: date | None = None) -> dict[str, tuple[Event, ...]]:
    """Return the requests in force, by person; `known` is everything that was ever recorded."""
    taken_back = taken_back_in(known)
    found = {}
    for person, events in asked_by(known).items():
        ended = {
            (one.request.id, one.request.gone)
            for one in taken_back.get(person, ())
            if day is None or one.holds_no_more <= day
        }
        standing = tuple(event for event in events if (event.id, event.gone) not in ended)
        if standing:
            found[person] = standing
    return found


def asked_nearby(known: Facts, day: date | None = None) -> dict[str, tuple[Nearby, ...]]:
    """Return for each person the standing requests of those near them, and how near."""
    return nearby_in(known, requests_in(known, day))


def perhaps_asked(known: Facts) -> frozenset[str]:
    """Return who may be the same as somebody who asked, because a source says so."""
    standing = requests_in(known)
    return frozenset(one for asker in standing for one in known.clusters.doubles(asker))


def taken_back_in(known: Facts) -> dict[str, tuple[TakenBack, ...]]:
    """Return the requests that were withdrawn or lifted, by person, whatever the day."""
    own: defaultdict[str, list[Event]] = defaultdict(list)
    for event in known.events.values():
        if event.effect is Effect.LIFTED:
            for person in event.by_role(Role.SUBJECT):
                own[person].append(event)
    found = {}
    for person, events in asked_by(known).items():
        ends = (_end(known, own.get(person, ()), person, event) for event in events)
        if ended := tuple(end for end in ends if end is not None):
            found[person] = ended
    return found


def _end(
    known: Facts, withdrawals: Iterable[Event], person: str, request: Event
) -> TakenBack | None:
    """Return the first thing that ended a request; None while it is in force.

    Args:
        known: what is recorded.
        withdrawals: those by the person.
        person: who asked.
        request: of that person.
    """
    withdrawn = (
        TakenBack(
            request=request,
            holds_no_more=one.span.start.latest,
            on=one.span.start,
            by=person,
            withdrawal=one,
        )
        for one in withdrawals
        if one.of(person).exists is Sureness.CERTAIN
        and freely(one, person)
        and _after(known, one, request)
    )
    ends = [*_lifts(person, request), *withdrawn]
    return min(ends, key=lambda end: end.holds_no_more, default=None)


def _lifts(person: str, request: Event) -> Iterator[TakenBack]:
    """Yield the lift of a request: from its day on, or on every day if nobody says it now."""
    for lift in request.lifted:
        if lift.person == person:
            day = date.fromisoformat(lift.on)
            yield TakenBack(
                request=request,
                holds_no_more=BEGINNING if request.gone else day,
                on=Window(day, day),
                by=lift.by,
                why=lift.why,
            )


def _after(known: Facts, withdrawal: Event, request: Event) -> bool:
    certainly = withdrawal.span.start.earliest > request.span.close.latest
    named = known.timeline.says_after(withdrawal.id, request.id)
    return may_follow(withdrawal, request) and (named or certainly)
