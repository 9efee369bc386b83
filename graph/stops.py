"""The hard stop: whoever ever asked not to be contacted, on whatever day one looks.

It reads every claim, whatever the day and whatever the family knew then. Only a withdrawal by
that person, certain, certainly later and not made under duress, lifts it.
"""

from graph.facts import Event, Sureness
from graph.network import Network, reaches
from graph.vocabulary import Effect, Role, TieKind


def standing_requests(network: Network) -> dict[str, tuple[Event, ...]]:
    """Return for each person the requests not to be contacted that stand, on every day."""
    found: dict[str, list[Event]] = {}
    for event in _with_effect(network, Effect.ASKED):
        asked_by = set(event.by_role(Role.SUBJECT))  # also a group of which only some asked
        for person in reaches(event, network.all_facts.people) | asked_by:
            if not _withdrawn(network, person, event):
                found.setdefault(person, []).append(event)
    return {person: tuple(events) for person, events in found.items()}


def household_warnings(network: Network) -> dict[str, tuple[Event, ...]]:
    """Return for each person the standing requests of somebody else that speak for them too.

    Either the request is read so (role "household"), or they live with whoever asked.
    """
    found: dict[str, list[Event]] = {}
    for asker, events in standing_requests(network).items():
        for event in events:
            housemates = {*event.by_role(Role.HOUSEHOLD), *_lives_with(network, asker)}
            for person in sorted(housemates - {asker}):
                found.setdefault(person, []).append(event)
    return {person: tuple(events) for person, events in found.items()}


def _with_effect(network: Network, effect: Effect) -> list[Event]:
    events = network.all_facts.events.values()
    return [e for e in events if e.effect is effect and e.exists is not Sureness.NO]


def _withdrawn(network: Network, person: str, request: Event) -> bool:
    return any(
        withdrawal.exists is Sureness.CERTAIN
        and not withdrawal.duress
        and person in withdrawal.by_role(Role.SUBJECT)
        and _after(network, withdrawal, request)
        for withdrawal in _with_effect(network, Effect.LIFTED)
    )


def _after(network: Network, withdrawal: Event, request: Event) -> bool:
    if network.all_facts.timeline.says_after(withdrawal.id, request.id):
        return True
    return withdrawal.span.start.earliest > request.span.close.latest


def _lives_with(network: Network, person: str) -> set[str]:
    """Return who lives, or lived, with somebody, as far as anybody said or believes."""
    together: set[str] = set()
    for tie in network.all_facts.ties:
        if tie.kind is TieKind.LIVES_WITH and person in (tie.person, tie.relative):
            together |= {tie.person, tie.relative}
    for event in network.all_facts.events.values():
        if event.type.name == "living_with" and event.exists is not Sureness.NO:
            people = set(event.by_role(Role.SUBJECT, Role.WITH))
            if person in people:
                together |= people
    return together - {person}
