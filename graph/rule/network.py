"""Everything recorded around one child, arranged for the rule to read."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import chain

from graph.errors import GraphError, UnknownPerson
from graph.facts.adding_up import Event, Facts, Person, Sureness, facts
from graph.facts.after import came_after, time_of
from graph.record.dates import later, years_before
from graph.record.model import Records, Source, Stopped
from graph.record.vocabulary import Care, TieKind
from graph.rule.person_events import PersonEvents
from graph.rule.reach import MAX_DEGREE, FamilyKin, Reached, care_around, reach
from graph.rule.whereabouts import (
    Borders,
    Side,
    last_places,
    last_told,
)

ADULT = 18
_CARING = (Care.CAREGIVER, Care.FORMER)


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
        return self.by_person.moves(person)

    def move_days(self, person: str) -> frozenset[date]:
        """Return the bounds of the events that `moves` returns."""
        return self.by_person.move_days(person)

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
        for tie in self.facts.ties_of.get(self.child.id, ()):
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
        if self.facts.asked_for:
            for id_, reached in self.reached.items():
                if self.facts.people[id_].asks:
                    found.setdefault(id_, reached.sure)
        return found

    @cached_property
    def siblings(self) -> frozenset[str]:
        """Return who shares a recorded parent with the child, or is stated as a sibling."""
        parents = set(self.parents())
        found: set[str] = set()
        ties_of, child = self.facts.ties_of, self.child.id
        for tie in chain.from_iterable(ties_of.get(one, ()) for one in (child, *parents)):
            if tie.kind is TieKind.PARENT_OF and tie.person in parents:
                found.add(tie.relative)
            elif tie.kind is TieKind.SIBLING_OF and child in (tie.person, tie.relative):
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
