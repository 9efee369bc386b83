"""The hard stop: whoever ever asked not to be contacted, on whatever day one looks.

It reads every claim, whatever the day and whatever the family knew then. Only a withdrawal by
that person, certain, certainly later and not made under duress, lifts it.
"""

from collections import defaultdict

from graph.facts import Event, Facts, Sureness
from graph.rule.network import Network, reaches
from graph.vocabulary import Effect, Role, TieKind


def standing_requests(network: Network) -> dict[str, tuple[Event, ...]]:
    """Return for each person the requests not to be contacted that stand, on every day."""
    return requests_in(network.all_facts)


def household_warnings(network: Network) -> dict[str, tuple[Event, ...]]:
    """Return for each person the standing requests of somebody else that speak for them too."""
    return warnings_in(network.all_facts)


def requests_in(known: Facts) -> dict[str, tuple[Event, ...]]:
    """Return the requests that stand, by person; `known` is all that was ever told."""
    found: dict[str, list[Event]] = {}
    withdrawals = _with_effect(known, Effect.LIFTED)
    for event in _with_effect(known, Effect.ASKED):
        asked_by = set(event.by_role(Role.SUBJECT))  # also a group of which only some asked
        for person in reaches(event, known.people) | asked_by:
            if not any(_withdraws(known, one, person, event) for one in withdrawals):
                found.setdefault(person, []).append(event)
    return {person: tuple(events) for person, events in found.items()}


def warnings_in(known: Facts) -> dict[str, tuple[Event, ...]]:
    """Return the standing requests of somebody else that speak for a person too, by person.

    Either the request is read so (role "household"), or they live with whoever asked.
    """
    found: dict[str, list[Event]] = {}
    together = _housemates(known)
    for asker, events in requests_in(known).items():
        for event in events:
            housemates = {*event.by_role(Role.HOUSEHOLD), *together[asker]}
            for person in sorted(housemates - {asker}):
                found.setdefault(person, []).append(event)
    return {person: tuple(events) for person, events in found.items()}


def _with_effect(known: Facts, effect: Effect) -> list[Event]:
    events = known.events.values()
    return [e for e in events if e.effect is effect and e.exists is not Sureness.NO]


def _withdraws(known: Facts, withdrawal: Event, person: str, request: Event) -> bool:
    return (
        person in withdrawal.by_role(Role.SUBJECT)
        and withdrawal.exists is Sureness.CERTAIN
        and not withdrawal.duress
        and _after(known, withdrawal, request)
    )


def _after(known: Facts, withdrawal: Event, request: Event) -> bool:
    if known.timeline.says_after(withdrawal.id, request.id):
        return True
    return withdrawal.span.start.earliest > request.span.close.latest


def _housemates(known: Facts) -> defaultdict[str, set[str]]:
    """Return who lives, or lived, with whom, as far as anybody said or believes."""
    together: defaultdict[str, set[str]] = defaultdict(set)
    for tie in known.ties:
        if tie.kind is TieKind.LIVES_WITH:
            _put_together(together, {tie.person, tie.relative})
    for event in known.events.values():
        if event.type.name == "living_with" and event.exists is not Sureness.NO:
            _put_together(together, set(event.by_role(Role.SUBJECT, Role.WITH)))
    return together


def _put_together(together: defaultdict[str, set[str]], people: set[str]) -> None:
    for person in people:
        together[person] |= people - {person}
