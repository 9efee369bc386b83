"""Name the people in the country of risk whom a file may endanger.

Either they alone can be its source, or they did what it says.

Without a child there is no answer to read: then what is recorded around each person is read.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from graph.facts.adding_up import Event, Sureness, facts
from graph.record.model import Records
from graph.record.vocabulary import Effect, PersonKind, Role
from graph.rule.network import Network, network
from graph.rule.person_events import reaches
from graph.rule.stops import standing_requests
from graph.rule.whereabouts import Side
from graph.words.name_marks import NameMarks

_TELLING = (Role.MESSENGER, Role.SENDER, Role.CALLER)


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What is recorded around somebody, seen from a day."""

    network: Network
    as_of: date
    sought: bool = True
    """Whether it is a sought child, which no file endangers, because it was no source."""


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
    """Name each person in the country of risk who can be the only source of something here."""
    for around in every:
        counts: Counter[str] = Counter()
        for event in _leaving(around, carried):
            inside = {one for one in _tellers(event) if _at_risk(around, one)}
            if len(inside) == 1 and not inside & set(event.by_role(Role.SUBJECT)):
                counts[inside.pop()] += 1
        called = _names(around)
        for person, count in sorted(counts.items()):
            yield (
                f"{called(person)} is the only one in the country of risk who can have "
                f"reported {_statements(count)} of this."
            )


def _tellers(event: Event) -> set[str]:
    return {*event.relayed_by, *event.by_role(*_TELLING)}


def endangered(every: Iterable[Surroundings], carried: frozenset[str]) -> Iterator[str]:
    """Say what of it endangers whom, in the country of risk."""
    for around in every:
        people = around.network.facts.people
        counts: Counter[tuple[str, str]] = Counter()
        for event in _leaving(around, carried):
            if why := event.type.endangers:
                acting = set(event.by_role(Role.SUBJECT, *_TELLING)) | reaches(event, people)
                counts.update((one, why) for one in acting if _at_risk(around, one))
        called = _names(around)
        for (person, why), count in sorted(counts.items()):
            if person in people:
                yield f"{called(person)} {why} ({_statements(count)})."


def _names(around: Surroundings) -> Callable[[str], str]:
    """Return what gives somebody's name, with the stop behind it."""
    people = around.network.facts.people
    marks = NameMarks(stopped=standing_requests(around.network))
    return lambda id_: marks.name(people[id_].name if id_ in people else id_, id_)


def _leaving(around: Surroundings, carried: frozenset[str]) -> Iterator[Event]:
    for event in around.network.facts.events.values():
        if event.exists is not Sureness.NO and carried & set(event.claims):
            yield event


def _at_risk(around: Surroundings, person: str) -> bool:
    """Return whether somebody is alive, as far as is recorded, and not certainly abroad."""
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
