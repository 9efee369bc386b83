"""Everything recorded around one child, arranged for the rule to read."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from graph.errors import GraphError, UnknownPerson
from graph.facts.adding_up import Event, Facts, Person, Sureness, facts
from graph.facts.after import came_after
from graph.record.dates import later, years_before
from graph.record.model import Records, Source, Stopped
from graph.record.vocabulary import DISTRIBUTED, Effect, Role, Scope, TieKind
from graph.rule.reach import MAX_DEGREE, Reached, reach
from graph.rule.whereabouts import Borders, Side, last_told, whereabouts

ADULT = 18
_MOVERS = (Role.SUBJECT, Role.COMPANION)
_READ = frozenset(Effect) - {Effect.NONE, Effect.CARE, Effect.PLACE}


@dataclass(frozen=True, kw_only=True)
class Network:
    """A child, whoever is within reach of it, and what is recorded of each of them."""

    child: Person
    facts: Facts
    all_facts: Facts
    """The same without `known_on`: what the hard stop reads."""
    borders: Borders
    reached: Mapping[str, Reached]
    sources: Mapping[str, Source]
    asked_elsewhere: tuple[Stopped, ...] = ()
    """Everybody in the store who asked not to be contacted."""

    @cached_property
    def events_of(self) -> dict[str, tuple[Event, ...]]:
        """Return the events that reach each person, and that the rule reads, by start."""
        return _events_of(self.facts, self.all_facts.gone_requests)

    @cached_property
    def _place_events(self) -> dict[str, list[Event]]:
        found: defaultdict[str, list[Event]] = defaultdict(list)
        for event in self.facts.events.values():
            if event.exists and event.type.tells_place:
                for person in event.by_role(*_MOVERS):
                    found[person].append(event)
        return found

    @cached_property
    def _sides(self) -> dict[tuple[str, date], Side]:
        return {}

    def place_events(self, person: str) -> list[Event]:
        """Return the events that tell where somebody is."""
        return self._place_events.get(person, [])

    def side(self, person: str, day: date) -> Side:
        """Tell on which side of the border somebody is on a day."""
        events = self._place_events.get(person)
        if not events:
            return Side.UNKNOWN
        if (person, day) not in self._sides:
            self._sides[person, day] = whereabouts(
                events, self.borders, self.facts.timeline, day
            )
        return self._sides[person, day]

    def last_told(self, day: date) -> set[Side]:
        """Return where the child may have been last, as far as anybody said by a day."""
        events = self.place_events(self.child.id)
        return last_told(events, self.borders, self.facts.timeline, day)

    @cached_property
    def kin(self) -> frozenset[str]:
        """Return the child's kin within reach, certain or possible."""
        return frozenset(id_ for id_, reached in self.reached.items() if reached.kin)

    def inquirer(self, person: str, day: date) -> Sureness:
        """Tell whether somebody certainly abroad is kin of the child; a maybe: possibly kin."""
        abroad = person in self.kin and self.side(person, day) is Side.OUTSIDE
        return self.reached[person].sure if abroad else Sureness.NO

    def came_after(self, late: Event, early: Event, day: date) -> bool:
        """Tell whether one event certainly came after another, seen from a day."""
        return came_after(late, early, day, self.facts.timeline)

    def parents(self) -> tuple[str, ...]:
        """Return the child's recorded parents."""
        return tuple(
            dict.fromkeys(
                tie.person
                for tie in self.facts.ties
                if tie.kind is TieKind.PARENT_OF and tie.relative == self.child.id
            )
        )

    def certain_parents(self) -> tuple[str, ...]:
        """Return the parents that are stated and that nobody disputes."""
        return tuple(
            tie.person
            for tie in self.facts.ties
            if tie.kind is TieKind.PARENT_OF
            and tie.relative == self.child.id
            and tie.exists is Sureness.CERTAIN
        )

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
) -> Network:
    """Arrange the records around a child.

    Args:
        records: everything recorded around the child.
        child: whom the question is about.
        known_on: read only what the family knew by that day.
        max_degree: kin by blood up to this civil degree.
        added_up: what the records add up to, where brothers and sisters share it.

    Raises:
        UnknownPerson: no source mentions this id.
    """
    everything = facts(records) if added_up is None else added_up
    if child not in everything.people:
        raise UnknownPerson(f"nobody of the id {child!r} is recorded")
    known = everything if known_on is None else facts(records, known_on)
    person = everything.people[child]
    countries = {dataset.id: dataset.country_of_risk for dataset in records.datasets}
    return Network(
        child=person,
        facts=known,
        all_facts=everything,
        borders=Borders(
            places={place.id: place for place in records.places},
            country_of_risk=countries.get(person.dataset, ""),
        ),
        reached=reach(everything, child, max_degree),
        sources={source.id: source for source in records.sources},
        asked_elsewhere=records.stopped,
    )


def networks(
    around: Iterable[tuple[str, Records]],
    failed: Callable[[str, GraphError], None] | None = None,
) -> Iterator[tuple[str, Network]]:
    """Arrange the records around each of many children, as they come.

    Who comes with the very records of the child before, as brothers and sisters do, shares what
    they add up to; nothing of earlier children is held.

    Args:
        around: children, each with everything recorded around it.
        failed: told of each child around whom what is recorded contradicts itself; the others
            go on.

    Raises:
        UnknownPerson, KinshipError: of a child, where nobody is told.
    """
    shared: tuple[Records, Facts] | None = None
    for child, records in around:
        if shared is None or shared[0] is not records:
            shared = (records, facts(records))
        try:
            found = network(records, child, added_up=shared[1])
        except GraphError as error:
            if failed is None:
                raise
            failed(child, error)
            continue
        yield child, found


def reaches(
    event: Event, people: Mapping[str, Person], *, once: bool = False
) -> frozenset[str]:
    """Return whom an event reaches: by role, or as members of a group of which all is said.

    Args:
        event: what happened.
        people: everybody who is recorded.
        once: count also who belonged to the group by a claim that counts no more.
    """
    direct = set(event.by_role(*event.type.reaches))
    if event.effect in DISTRIBUTED and event.scope is Scope.ALL:
        groups = set(event.by_role(Role.SUBJECT))
        direct |= members(groups, people, once=once)
    if event.effect in DISTRIBUTED and event.scope is Scope.SOME:
        direct -= {id_ for id_ in direct if id_ in people and people[id_].kind == "group"}
    return frozenset(direct)


def members(groups: set[str], people: Mapping[str, Person], *, once: bool = False) -> set[str]:
    """Return the recorded members of some groups, and of the groups within them."""
    found: set[str] = set()
    waiting = groups
    while waiting:
        waiting = {
            id_ for id_, one in people.items() if waiting & _groups(one, once=once)
        } - found
        found |= waiting
    return found


def _groups(person: Person, *, once: bool) -> set[str]:
    return {*person.member_of, *(person.once_member_of if once else ())}


def _events_of(known: Facts, gone: Iterable[Event]) -> dict[str, tuple[Event, ...]]:
    found: defaultdict[str, list[Event]] = defaultdict(list)
    for event in known.events.values():
        if event.effect in _READ and event.exists is not Sureness.NO:
            for person in reaches(event, known.people, once=event.effect is Effect.ASKED):
                found[person].append(event)
    for event in gone:
        for person in reaches(event, known.people, once=True):
            if not _is_said(event, person, found[person]):
                found[person].append(event)
    return {
        person: tuple(sorted(events, key=lambda e: (e.span.start.earliest, e.id)))
        for person, events in found.items()
    }


def _is_said(gone: Event, person: str, events: Iterable[Event]) -> bool:
    """Tell whether a request was lifted, or reaches them by a claim that counts as well."""
    lifted = any(lift.person == person for lift in gone.lifted)
    return lifted or any(
        event.id == gone.id and event.effect is Effect.ASKED for event in events
    )


def is_adult(person: Person, day: date) -> Sureness:
    """Tell whether somebody is 18 on a day; no birth recorded: a child only if sought."""
    if years_before(day, ADULT) >= person.born.latest:
        return Sureness.CERTAIN
    if not person.sought and not has_age(person):
        return Sureness.CERTAIN
    return Sureness.MAYBE if years_before(day, ADULT) >= person.born.earliest else Sureness.NO


def has_age(person: Person) -> bool:
    """Tell whether anything is said of a person's birth."""
    return person.born.latest != date.max


def adult_since(person: Person) -> date | None:
    """Return the first day on which somebody is certainly 18; None where no birth is said."""
    if not has_age(person):
        return None
    return years_before(person.born.latest, -ADULT)


def day_before(day: date) -> date:
    """Return the day before."""
    return later(day, -1)
