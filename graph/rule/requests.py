"""Requests not to be contacted: the people they reach, and those who may withdraw one."""

from collections import defaultdict
from collections.abc import Mapping

from graph.facts.adding_up import Event, Facts, Person, Sureness
from graph.record.vocabulary import Effect, Role, event_types
from graph.rule.person_events import reaches

_CARRIERS = (Role.MESSENGER, Role.SENDER, Role.CALLER)


def asked_by(known: Facts) -> dict[str, tuple[Event, ...]]:
    """Return for each person every request that reaches them, taken back or not.

    A request that only claims say which count no more is left out for whom another claim of it
    still names.
    """
    found: defaultdict[str, list[Event]] = defaultdict(list)
    for event in known.events.values():
        if event.effect is Effect.ASKED and event.exists is not Sureness.NO:
            for person in _asking(event, known.people):
                found[person].append(event)
    named = {(event.id, person) for person, events in found.items() for event in events}
    for event in known.gone_requests:
        for person in _asking(event, known.people):
            if (event.id, person) not in named:
                found[person].append(event)
    return {person: tuple(events) for person, events in found.items()}


def requested() -> tuple[str, ...]:
    """Return the types of events that are requests, or withdraw one."""
    effects = (Effect.ASKED, Effect.LIFTED)
    return tuple(name for name, type_ in event_types().items() if type_.effect in effects)


def _asking(event: Event, people: Mapping[str, Person]) -> frozenset[str]:
    """Return whom a request reaches, and a group of which only some asked."""
    return reaches(event, people, once=True) | set(event.by_role(Role.SUBJECT))


def freely(withdrawal: Event, person: str) -> bool:
    """Return whether a withdrawal is the person's own word: not forced, brought by nobody."""
    own = person in withdrawal.by_role(Role.SUBJECT)
    return own and not withdrawal.duress and not carriers(withdrawal) - {person}


def may_follow(withdrawal: Event, request: Event) -> bool:
    """Return whether a withdrawal may be from after a request that it names.

    Of several sources of the request, it must be from after what each of them says.
    """
    since = max(request.span.start.earliest, request.from_all)
    return withdrawal.span.start.latest >= since


def carriers(event: Event) -> frozenset[str]:
    """Return who brought a request or its withdrawal: neither who asked, nor who was asked."""
    brought = set(event.by_role(*_CARRIERS)) - set(event.by_role(Role.WITH))
    return frozenset({*event.relayed_by, *brought} - set(event.by_role(Role.SUBJECT)))
