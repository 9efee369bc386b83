"""Whom a file may endanger in the country of risk: who alone can have told it, and who did it.

Without a child nobody's answer is at hand: then what is recorded around each person is read.
"""

import csv
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from graph.facts.adding_up import Event, Sureness, facts
from graph.record.model import Records
from graph.record.vocabulary import Effect, PersonKind, Role
from graph.rule.network import Network, network, reaches
from graph.rule.whereabouts import Side

TABLE = Path(__file__).parents[2] / "record" / "tables" / "endangering.csv"
_TELLING = (Role.MESSENGER, Role.SENDER, Role.CALLER)


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What is recorded around somebody, seen from a day."""

    network: Network
    as_of: date
    sought: bool = True
    """A child that is looked for: in no danger by what is told, as it told nothing."""


def around_people(
    records: Records, people: Iterable[str], as_of: date, known_on: date | None
) -> Iterator[Surroundings]:
    """Yield what is recorded around each of some people who were selected by themselves."""
    added_up = facts(records)
    for person in sorted(set(people) & added_up.people.keys()):
        if added_up.people[person].kind is not PersonKind.ORGANISATION:
            around = network(records, person, known_on=known_on, added_up=added_up)
            yield Surroundings(network=around, as_of=as_of, sought=False)


def only_sources(every: Iterable[Surroundings], carried: frozenset[str]) -> Iterator[str]:
    """Name whoever in the country of risk alone can have told what would leave."""
    for around in every:
        people = around.network.facts.people
        told: Counter[str] = Counter()
        for event in _leaving(around, carried):
            inside = {one for one in _tellers(event) if _at_risk(around, one)}
            if len(inside) == 1 and not inside & set(event.by_role(Role.SUBJECT)):
                told[inside.pop()] += 1
        for person, count in sorted(told.items()):
            name = people[person].name if person in people else person
            yield (
                f"{name} is the only one in the country of risk who can have told "
                f"{_statements(count)} of this."
            )


def _tellers(event: Event) -> set[str]:
    return {*event.relayed_by, *event.by_role(*_TELLING)}


def endangered(every: Iterable[Surroundings], carried: frozenset[str]) -> Iterator[str]:
    """Say what of it endangers whom, in the country of risk."""
    for around in every:
        people = around.network.facts.people
        told: Counter[tuple[str, str]] = Counter()
        for event in _leaving(around, carried):
            why = endangering().get(event.type.name)
            if why:
                acting = set(event.by_role(Role.SUBJECT, *_TELLING)) | reaches(event, people)
                told.update((one, why) for one in acting if _at_risk(around, one))
        for (person, why), count in sorted(told.items()):
            if person in people:
                yield f"{people[person].name}: {why} ({_statements(count)})."


def _leaving(around: Surroundings, carried: frozenset[str]) -> Iterator[Event]:
    for event in around.network.facts.events.values():
        if event.exists is not Sureness.NO and carried & set(event.claims):
            yield event


def _at_risk(around: Surroundings, person: str) -> bool:
    """Tell whether somebody is alive, as far as is recorded, and not certainly abroad."""
    known = around.network
    if person not in known.facts.people or (around.sought and person == known.child.id):
        return False
    dead = any(
        event.effect is Effect.DEAD and event.exists is Sureness.CERTAIN
        for event in known.events_of.get(person, ())
    )
    return not dead and known.side(person, around.as_of) is not Side.OUTSIDE


def _statements(count: int) -> str:
    return "1 statement" if count == 1 else f"{count} statements"


@cache
def endangering() -> Mapping[str, str]:
    """Return what may endanger whoever did it, by the type of the event."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        return {row["type"]: row["why"] for row in csv.DictReader(file)}
