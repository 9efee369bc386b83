"""Everything recorded around one child, arranged for the rule to read."""

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import chain

from graph.errors import GraphError, UnknownPerson
from graph.facts.adding_up import Event, Facts, Person, Sureness, facts
from graph.facts.after import came_after, time_of
from graph.record.dates import Window, later, years_before
from graph.record.model import Records, Source, Stopped
from graph.record.vocabulary import DISTRIBUTED, Care, Effect, PersonKind, Role, Scope, TieKind
from graph.rule.reach import MAX_DEGREE, FamilyKin, Reached, care_around, reach
from graph.rule.since import since_otherwise
from graph.rule.whereabouts import (
    Borders,
    Side,
    last_places,
    last_told,
    was_abroad,
    whereabouts,
)

ADULT = 18
_MOVERS = (Role.SUBJECT, Role.COMPANION)
_CARING = (Care.CAREGIVER, Care.FORMER)
_SEEN = (Role.ABOUT, Role.SUBJECT, Role.WITH)
_READ = frozenset(Effect) - {Effect.NONE, Effect.CARE, Effect.PLACE}


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
        if key not in self._with_effect:
            events = self.events_of.get(person, ())
            self._with_effect[key] = tuple(e for e in events if e.effect in effects)
        return self._with_effect[key]

    @cached_property
    def place_events(self) -> dict[str, list[Event]]:
        """Return the events that tell where each person is."""
        return self._begun(self._told)

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
                since_otherwise(
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


@dataclass(frozen=True, kw_only=True)
class Network:
    """A child, everybody within reach of it, and the records of each of them."""

    child: Person
    facts: Facts
    all_facts: Facts
    """The same without `known_on`: what the hard stop reads."""
    by_person: PersonEvents
    kin: FamilyKin
    max_degree: int
    """Kin by blood are in reach up to this civil degree."""
    sources: Mapping[str, Source]
    known_on: date | None = None
    asked_elsewhere: tuple[Stopped, ...] = ()
    """Everybody in the store who asked not to be contacted."""
    courses: dict[Hashable, object] = field(default_factory=dict)
    """Answers over time that hold for several children: see `graph.rule.calendar`."""

    @property
    def borders(self) -> Borders:
        """Return the places, and the country in which contact from outside is a risk."""
        return self.by_person.borders

    @cached_property
    def reached(self) -> dict[str, Reached]:
        """Return everybody within reach of the child, and how they are tied to it."""
        return reach(self.all_facts, self.kin, self.child.id, self.max_degree)

    @cached_property
    def events_of(self) -> Mapping[str, tuple[Event, ...]]:
        """Return the events that reach each person, and that the rule reads, by start."""
        return self.by_person.events_of

    @cached_property
    def life_events(self) -> Mapping[str, list[Event]]:
        """Return the events that show each person alive and are no contact: seen, visited."""
        return self.by_person.life_events

    @property
    def emptyings(self) -> tuple[Event, ...]:
        """Return when places were emptied: the people held there are perhaps held no more."""
        return self.by_person.emptyings

    def is_in(self, event: Event, places: Iterable[str]) -> bool:
        """Return whether an event was, or may have been, at one of some places or within it."""
        larger = {one for place in event.places for one in self.borders.larger(place)}
        return not larger.isdisjoint(places)

    def place_events(self, person: str) -> list[Event]:
        """Return the events that tell where somebody is."""
        return self.by_person.place_events.get(person, [])

    def moves(self, person: str) -> list[Event]:
        """Return the events that tell where somebody is, or change the side of that place."""
        events = self.place_events(person)
        places = (place for event in events for place in event.places)
        return [*events, *self.borders.changes(places)]

    def side(self, person: str, day: date) -> Side:
        """Return on which side of the border somebody is on a day."""
        return self.by_person.side(person, day)

    def last_told(self, day: date) -> set[Side]:
        """Return where the child may have been last, as far as anybody said by a day."""
        events = self.place_events(self.child.id)
        return last_told(events, self.borders, self.facts.timeline, day)

    def countries(self, person: str, day: date) -> set[str]:
        """Return the countries in which somebody may be, where each place is in one."""
        events = self.place_events(person)
        places = last_places(events, self.facts.timeline, day)
        countries = {self.borders.country(place) for place in places}
        return set() if None in countries else {one for one in countries if one is not None}

    @cached_property
    def within_reach(self) -> dict[str, Sureness]:
        """Return how surely each person is within reach; the child certainly."""
        reached = {id_: one.sure for id_, one in self.reached.items()}
        return reached | {self.child.id: Sureness.CERTAIN}

    def cut(self, day: date) -> date:
        """Return until when what lasts is followed: no longer than the family knew of it."""
        return day if self.known_on is None else min(day, self.known_on)

    def other_end(self, person: str, event: Event, day: date) -> Sureness:
        """Return whether somebody at the other end of a contact is one who asks for the child.

        That is a person who is marked as asking. It is also a person within reach, or the
        child, who was abroad at the time of the contact. It is a maybe where one of these is.
        """
        people, within = self.facts.people, self.within_reach
        if person in people and people[person].asks:
            return event.of(person).exists
        if person not in within or not self.place_events(person):
            return Sureness.NO
        abroad = self.by_person.abroad(person, event, time_of(event, self.cut(day)))
        return min(abroad, within[person], event.of(person).exists)

    def came_after(self, late: Event, early: Event, day: date) -> bool:
        """Return whether one event certainly came after another, seen from a day."""
        return came_after(late, early, self.cut(day), self.facts.timeline)

    @cached_property
    def _parents(self) -> dict[str, bool]:
        """Return the child's recorded parents, and whether one is stated and undisputed."""
        found: dict[str, bool] = {}
        for tie in self.facts.ties:
            if tie.relative == self.child.id and tie.kind is TieKind.PARENT_OF:
                sure = tie.exists is Sureness.CERTAIN
                found[tie.person] = sure or found.get(tie.person, False)
        return found

    def parents(self) -> tuple[str, ...]:
        """Return the child's recorded parents."""
        return tuple(self._parents)

    def certain_parents(self) -> tuple[str, ...]:
        """Return the parents that are stated and that nobody disputes."""
        return tuple(one for one, sure in self._parents.items() if sure)

    @cached_property
    def askers(self) -> dict[str, Sureness]:
        """Return the parents, caregivers and those who ask for the child, and how surely."""
        found = dict.fromkeys(self.parents(), Sureness.MAYBE)
        found |= dict.fromkeys(self.certain_parents(), Sureness.CERTAIN)
        for person, recorded in care_around(self.facts, self.child.id).items():
            sure = [one.exists for care, one in recorded if care in _CARING]
            if sure:
                found.setdefault(person, max(sure))
        if any(person.asks for person in self.facts.people.values()):
            for id_, reached in self.reached.items():
                if self.facts.people[id_].asks:
                    found.setdefault(id_, reached.sure)
        return found

    @cached_property
    def siblings(self) -> frozenset[str]:
        """Return who shares a recorded parent with the child, or is stated as a sibling."""
        parents = set(self.parents())
        found: set[str] = set()
        for tie in self.facts.ties:
            if tie.kind is TieKind.PARENT_OF and tie.person in parents:
                found.add(tie.relative)
            elif tie.kind is TieKind.SIBLING_OF and self.child.id in (tie.person, tie.relative):
                found |= {tie.person, tie.relative}
        return frozenset(found - {self.child.id})


def network(
    records: Records,
    child: str,
    *,
    known_on: date | None = None,
    max_degree: int = MAX_DEGREE,
    added_up: Facts | None = None,
    beside: Network | None = None,
) -> Network:
    """Arrange the records around a child.

    Args:
        records: everything recorded around the child.
        child: whom the question is about.
        known_on: read only what the family knew by that day.
        max_degree: kin by blood up to this civil degree.
        added_up: what the records add up to, where brothers and sisters share it.
        beside: the network of another child of the same records, to share what it worked out.

    Raises:
        UnknownPerson: no source mentions this id.
        KinshipError: the ties contradict each other.
    """
    everything = facts(records) if added_up is None else added_up
    child = everything.clusters.of(child)
    if child not in everything.people:
        raise UnknownPerson(f"nobody of the id {child!r} is recorded")
    known = everything if known_on is None else facts(records, known_on)
    return Network(
        child=everything.people[child],
        facts=known,
        known_on=known_on,
        all_facts=everything,
        by_person=_by_person(records, known, everything, child, beside),
        kin=FamilyKin(everything) if beside is None else beside.kin,
        courses={} if beside is None else beside.courses,
        max_degree=max_degree,
        sources={source.id: source for source in records.sources},
        asked_elsewhere=records.stopped,
    )


def _by_person(
    records: Records, known: Facts, everything: Facts, child: str, beside: Network | None
) -> PersonEvents:
    """Return the events of each person; those of a child of the same data set serve again."""
    dataset = everything.people[child].dataset
    if beside is not None and beside.facts is known and beside.child.dataset == dataset:
        return beside.by_person
    zone = next((one for one in records.datasets if one.id == dataset), None)
    return PersonEvents(
        facts=known,
        gone_requests=everything.gone_requests,
        borders=Borders(
            places={place.id: place for place in records.places},
            country_of_risk="" if zone is None else zone.country_of_risk,
            risk="" if zone is None else zone.risk,
            controls=_controls(known.events.values()),
        ),
    )


def _controls(events: Iterable[Event]) -> dict[str, tuple[Event, ...]]:
    """Return the changes of control, by the place that they name."""
    found: defaultdict[str, tuple[Event, ...]] = defaultdict(tuple)
    for event in events:
        if event.type.control and event.exists:
            for place in event.places:
                found[place] += (event,)
    return dict(found)


def networks(
    around: Iterable[tuple[str, Records]],
    failed: Callable[[str, GraphError], None] | None = None,
) -> Iterator[tuple[str, Network]]:
    """Arrange the records around each of many children, as they come.

    Who comes with the very records of the child before, as brothers and sisters do, shares what
    they add up to, the kin and the courses; nothing of earlier children is held.

    Args:
        around: children, each with everything recorded around it.
        failed: called for each child whose records contradict each other; the others go on.

    Raises:
        UnknownPerson, KinshipError: of a child, without `failed`.
    """
    shared: Records | None = None
    added_up: Facts | None = None
    beside: Network | None = None
    for child, records in around:
        if shared is not records:
            shared, added_up, beside = records, facts(records), None
        try:
            found = network(records, child, added_up=added_up, beside=beside)
        except GraphError as error:
            if failed is None:
                raise
            failed(child, error)
            continue
        beside = found
        yield child, found


def reaches(
    event: Event,
    people: Mapping[str, Person],
    *,
    once: bool = False,
    belong: Mapping[str, Collection[str]] | None = None,
) -> frozenset[str]:
    """Return whom an event reaches: by role, or as members of a group of which all is said.

    Args:
        event: what happened.
        people: everybody who is recorded.
        once: count also who belonged to the group by a claim that counts no more.
        belong: who belongs to each group, where many events are looked at.
    """
    direct = set(event.by_role(*event.type.reaches))
    if event.effect in DISTRIBUTED and event.scope is Scope.ALL:
        subjects = event.by_role(Role.SUBJECT)
        groups = {id_ for id_ in subjects if id_ not in people or _is_group(people[id_])}
        if groups:
            direct |= members(
                belonging(people, once=once) if belong is None else belong, groups
            )
    if event.effect in DISTRIBUTED and event.scope is Scope.SOME:
        direct -= {id_ for id_ in direct if id_ in people and people[id_].kind == "group"}
    return frozenset(direct)


def _is_group(person: Person) -> bool:
    return person.kind is not PersonKind.PERSON


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
    belong = {once: belonging(known.people, once=once) for once in (False, True)}
    for event in known.events.values():
        if event.effect in _READ and event.exists is not Sureness.NO:
            once = event.effect is Effect.ASKED
            for person in reaches(event, known.people, once=once, belong=belong[once]):
                found[person].append(_as_worth(event, person))
    for event in gone:
        for person in reaches(event, known.people, once=True, belong=belong[True]):
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


def is_adult(person: Person, day: date) -> Sureness:
    """Return whether somebody is 18 on a day; no birth recorded: a child only if sought."""
    if years_before(day, ADULT) >= person.born.latest:
        return Sureness.CERTAIN
    if not person.sought and not has_age(person):
        return Sureness.CERTAIN
    return Sureness.MAYBE if years_before(day, ADULT) >= person.born.earliest else Sureness.NO


def has_age(person: Person) -> bool:
    """Return whether anything is said of a person's birth."""
    return person.born.latest != date.max


def adult_since(person: Person) -> date | None:
    """Return the first day on which somebody is certainly 18; None where no birth is said."""
    if not has_age(person):
        return None
    return years_before(person.born.latest, -ADULT)


def day_before(day: date) -> date:
    """Return the day before."""
    return later(day, -1)
