"""The events that reach each person, and where they put people; for all children of records."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from itertools import chain

from graph.facts.adding_up import Event, Facts, Person, Sureness
from graph.record.dates import BEGINNING, END, Window
from graph.record.vocabulary import DISTRIBUTED, Effect, PersonKind, Role, Scope
from graph.rule.since import since_otherwise
from graph.rule.whereabouts import Borders, Side, was_abroad, whereabouts

_MOVERS = (Role.SUBJECT, Role.COMPANION)
_SEEN = (Role.ABOUT, Role.SUBJECT, Role.WITH)
_READ = frozenset(Effect) - {Effect.NONE, Effect.CARE, Effect.PLACE}

Belonging = Callable[[bool], Mapping[str, Collection[str]]]
"""Who belongs to each group itself; with True also by a claim that counts no more."""


@dataclass(frozen=True, kw_only=True)
class PersonEvents:
    """The events of each person, and where they put them: for all children of some records."""

    facts: Facts
    gone_requests: tuple[Event, ...]
    borders: Borders

    @cached_property
    def events_of(self) -> dict[str, tuple[Event, ...]]:
        """Return the events that reach each person, and that the rule reads, by start."""
        return {
            person: tuple(sorted(events, key=lambda e: (e.span.start.earliest, e.id)))
            for person, events in self._begun(self._read).items()
        }

    @cached_property
    def _with_effect(self) -> dict[tuple[str, tuple[Effect, ...]], tuple[Event, ...]]:
        return {}

    def with_effect(self, person: str, *effects: Effect) -> tuple[Event, ...]:
        """Return the events that reach somebody and have one of some effects, by start."""
        key = (person, effects)
        found = self._with_effect.get(key)
        if found is None:
            events = self.events_of.get(person, ())
            found = tuple([event for event in events if event.type.effect in effects])
            self._with_effect[key] = found
        return found

    @cached_property
    def place_events(self) -> dict[str, list[Event]]:
        """Return the events that tell where each person is."""
        return self._begun(self._told)

    def moves(self, person: str) -> list[Event]:
        """Return the events that tell where somebody is, or change the side of that place."""
        events = self.place_events.get(person, [])
        places = (place for event in events for place in event.places)
        return [*events, *self.borders.changes(places)]

    def move_days(self, person: str) -> frozenset[date]:
        """Return the bounds of these events, without open ends."""
        if person not in self._move_days:
            spans = [event.span for event in self.moves(person)]
            windows = [window for span in spans for window in (span.start, span.close)]
            days = {day for window in windows for day in (window.earliest, window.latest)}
            self._move_days[person] = frozenset(days - {BEGINNING, END})
        return self._move_days[person]

    @cached_property
    def _move_days(self) -> dict[str, frozenset[date]]:
        return {}

    @cached_property
    def _read(self) -> dict[str, list[Event]]:
        return _events_of(self.facts, self.gone_requests)

    @cached_property
    def _told(self) -> dict[str, list[Event]]:
        found: defaultdict[str, list[Event]] = defaultdict(list)
        for event in self.facts.events.values():
            if event.exists and event.type.tells_place:
                for person in event.by_role(*_MOVERS):
                    found[person].append(event.of(person))
        return found

    def _begun(self, found: Mapping[str, list[Event]]) -> dict[str, list[Event]]:
        """Return events of people; what is still so began after what shows otherwise."""
        return {
            person: [
                event
                if event.still == BEGINNING
                else since_otherwise(
                    event, chain(self._read.get(person, ()), self._told.get(person, ()))
                )
                for event in events
            ]
            for person, events in found.items()
        }

    @cached_property
    def life_events(self) -> dict[str, list[Event]]:
        """Return the events that show each person alive and are no contact: seen, visited."""
        found: defaultdict[str, list[Event]] = defaultdict(list)
        for event in self.facts.events.values():
            if event.exists and event.type.clock == "life" and event.effect is not Effect.OPEN:
                for person in dict.fromkeys(event.by_role(*_SEEN)):
                    found[person].append(event.of(person))
        return found

    @cached_property
    def emptyings(self) -> tuple[Event, ...]:
        """Return when places were emptied: the people held there are perhaps held no more."""
        events = self.facts.events.values()
        return tuple(event for event in events if event.type.empties and event.exists)

    @cached_property
    def _sides(self) -> dict[tuple[str, date], Side]:
        return {}

    @cached_property
    def _abroad(self) -> dict[tuple[str, str, Window], Sureness]:
        return {}

    def side(self, person: str, day: date) -> Side:
        """Return on which side of the border somebody is on a day."""
        events = self.place_events.get(person)
        if not events:
            return Side.UNKNOWN
        key = (person, day)
        if key not in self._sides:
            self._sides[key] = whereabouts(events, self.borders, self.facts.timeline, day)
        return self._sides[key]

    def abroad(self, person: str, event: Event, time: Window) -> Sureness:
        """Return whether somebody was abroad when an event was, within some days."""
        key = (person, event.id, time)
        if key not in self._abroad:
            self._abroad[key] = was_abroad(
                self.place_events[person], self.borders, self.facts.timeline, event, time
            )
        return self._abroad[key]


def reaches(
    event: Event,
    people: Mapping[str, Person],
    *,
    once: bool = False,
    belong: Belonging | None = None,
) -> frozenset[str]:
    """Return whom an event reaches: by role, or as members of a group of which all is said.

    Args:
        event: what happened.
        people: everybody who is recorded.
        once: count also who belonged to the group by a claim that counts no more.
        belong: `grouped` of these people, where many events are looked at.
    """
    direct = set(event.by_role(*event.type.reaches))
    if event.effect in DISTRIBUTED and event.scope is Scope.ALL:
        subjects = event.by_role(Role.SUBJECT)
        groups = {id_ for id_ in subjects if id_ not in people or _is_group(people[id_])}
        if groups:
            direct |= members((belong or grouped(people))(once), groups)
    if event.effect in DISTRIBUTED and event.scope is Scope.SOME:
        direct -= {id_ for id_ in direct if id_ in people and people[id_].kind == "group"}
    return frozenset(direct)


def _is_group(person: Person) -> bool:
    return person.kind is not PersonKind.PERSON


def grouped(people: Mapping[str, Person]) -> Belonging:
    """Return a way to ask who belongs to each group, worked out when it is first needed."""
    return cache(lambda once: belonging(people, once=once))


def belonging(
    people: Mapping[str, Person], *, once: bool = False
) -> Mapping[str, Collection[str]]:
    """Return who belongs to each group itself; who looks at many groups asks this once."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for id_, one in people.items():
        for group in {*one.member_of, *one.once_member_of} if once else one.member_of:
            found[group].append(id_)
    return found


def members(belong: Mapping[str, Collection[str]], groups: set[str]) -> set[str]:
    """Return the members of some groups, and of the groups within them."""
    found: set[str] = set()
    waiting = groups
    while waiting:
        waiting = {id_ for group in waiting for id_ in belong.get(group, ())} - found
        found |= waiting
    return found


def _events_of(known: Facts, gone: Iterable[Event]) -> dict[str, list[Event]]:
    found: defaultdict[str, list[Event]] = defaultdict(list)
    belong = grouped(known.people)
    for event in known.events.values():
        if event.effect in _READ and event.exists is not Sureness.NO:
            once = event.effect is Effect.ASKED
            for person in reaches(event, known.people, once=once, belong=belong):
                found[person].append(_as_worth(event, person))
    for event in gone:
        for person in reaches(event, known.people, once=True, belong=belong):
            if not _is_said(event, person, found[person]):
                found[person].append(event)
    return found


def _as_worth(event: Event, person: str) -> Event:
    """Return an event as it is worth for somebody, by name or as one of a group."""
    groups = event.by_role(Role.SUBJECT)
    if not event.doubtful or any(person == one for _, one in event.people):
        return event.of(person)
    return event.of(groups[0]) if event.doubtful.issuperset(groups) else event


def _is_said(gone: Event, person: str, events: Iterable[Event]) -> bool:
    """Return whether a request was lifted, or reaches them by a claim that counts as well."""
    lifted = any(lift.person == person for lift in gone.lifted)
    return lifted or any(
        event.id == gone.id and event.effect is Effect.ASKED for event in events
    )
