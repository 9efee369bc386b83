"""Records read for several children at once, shared out to each. Pure."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from graph.record.model import (
    Claim,
    Dataset,
    EventClaim,
    Interpretation,
    PersonClaim,
    Place,
    Records,
    Source,
    Stopped,
    TieClaim,
)
from graph.record.references import events_of
from graph.record.vocabulary import event_types
from graph.store.database import Row
from graph.store.properties import record
from graph.store.stored import claim, records_of


class Pool:
    """Claims, sources and places, found by what they are about."""

    def __init__(
        self,
        claims: Mapping[str, Claim],
        catalogue: Iterable[Row],
        stopped: tuple[Stopped, ...] = (),
    ) -> None:
        """Take claims by name, and rows of sources, places, data sets and further claims.

        With them who asked not to be contacted in the whole store.
        """
        self._stopped = stopped
        self._sources: dict[str, Source] = {}
        self._places: dict[str, Place] = {}
        self._datasets: dict[str, Dataset] = {}
        every = dict(claims)
        for row in catalogue:
            for labels, facts in row["things"]:
                self._keep(labels, facts, every)
        self._claims = tuple(every.values())
        self._index(self._claims)

    def _keep(self, labels: Sequence[str], facts: Row, claims: dict[str, Claim]) -> None:
        id_ = facts["id"]
        if "KinthreadSource" in labels:
            self._sources[id_] = record(Source, facts)
        elif "KinthreadPlace" in labels:
            self._places[id_] = record(Place, facts)
        elif "KinthreadDataset" in labels:
            self._datasets[id_] = record(Dataset, facts)
        elif id_ not in claims:
            claims[id_] = claim(labels, facts)

    def _index(self, claims: Iterable[Claim]) -> None:
        self._people: defaultdict[str, list[PersonClaim]] = defaultdict(list)
        self._ties: defaultdict[str, list[TieClaim]] = defaultdict(list)
        self._events: defaultdict[str, list[EventClaim]] = defaultdict(list)
        self._taking_part: defaultdict[str, set[str]] = defaultdict(set)
        self._ordered: defaultdict[str, set[str]] = defaultdict(set)
        self._readings: defaultdict[str, list[Interpretation]] = defaultdict(list)
        self._changing: defaultdict[str, set[str]] = defaultdict(set)
        for one in claims:
            match one:
                case PersonClaim():
                    self._people[one.about].append(one)
                case TieClaim():
                    self._ties[one.person].append(one)
                case EventClaim():
                    self._index_event(one)
                case Interpretation():
                    for of in {one.of, one.backs} - {""}:
                        self._readings[of].append(one)

    def _index_event(self, event: EventClaim) -> None:
        self._events[event.about].append(event)
        for part in event.people:
            self._taking_part[part.person].add(event.about)
        if event_types()[event.type].about_a_place:
            self._changing[event.place].add(event.about)
        for other in events_of(event):
            self._ordered[event.about].add(other)
            self._ordered[other].add(event.about)

    def records(self, people: set[str]) -> Records:
        """Return all that is said of these people, of ties among them and of their events."""
        taken = {event for one in people for event in self._taking_part[one]}
        needed = self._dated_with(taken | self._changes_of_places(taken))
        events = [claim for event in sorted(needed) for claim in self._events[event]]
        claims: dict[str, Claim] = {claim.id: claim for claim in events}
        for one in sorted(people):
            claims |= {tie.id: tie for tie in self._ties[one] if tie.relative in people}
            claims |= {said.id: said for said in self._people[one]}
        claims |= {reading.id: reading for reading in self._read_in(claims)}
        sources = self._containing({claim.source for claim in claims.values()})
        for one in sorted(_named(claims.values(), sources.values()) - people):
            claims |= {said.id: said for said in self._people[one]}
        datasets = {claim.dataset for claim in claims.values()} & self._datasets.keys()
        places = {event.place for event in events} | {
            self._datasets[id_].country_of_risk for id_ in datasets
        }
        sources |= self._containing({claim.source for claim in claims.values()})
        return records_of(
            claims.values(),
            datasets=tuple(self._datasets[id_] for id_ in sorted(datasets)),
            sources=tuple(sources[id_] for id_ in sorted(sources)),
            places=tuple(self._larger(places)),
            stopped=self._stopped,
        )

    def everything(self) -> Records:
        """Return all that was read."""
        return records_of(
            self._claims,
            datasets=tuple(self._datasets[id_] for id_ in sorted(self._datasets)),
            sources=tuple(self._sources[id_] for id_ in sorted(self._sources)),
            places=tuple(self._places[id_] for id_ in sorted(self._places)),
        )

    def _changes_of_places(self, events: Iterable[str]) -> set[str]:
        """Return the events that changed the places of these, or larger ones around them."""
        places = {claim.place for event in events for claim in self._events[event]}
        return {event for place in self._larger(places) for event in self._changing[place.id]}

    def _dated_with(self, events: Iterable[str]) -> set[str]:
        """Return events with all that date them or are dated by them."""
        seen: set[str] = set()
        waiting = list(events)
        while waiting:
            event = waiting.pop()
            if event not in seen:
                seen.add(event)
                waiting.extend(self._ordered[event])
        return seen

    def _read_in(self, claims: Mapping[str, Claim]) -> Iterator[Interpretation]:
        """Yield the readings of these claims, and of the events that they are about."""
        for of in {*claims, *(c.about for c in claims.values() if isinstance(c, EventClaim))}:
            yield from self._readings[of]

    def _containing(self, ids: Iterable[str]) -> dict[str, Source]:
        """Return sources with those that they are part of."""
        found: dict[str, Source] = {}
        waiting = list(ids)
        while waiting:
            source = self._sources.get(waiting.pop())
            if source is not None and source.id not in found:
                found[source.id] = source
                waiting.append(source.part_of)
        return found

    def _larger(self, ids: Iterable[str]) -> list[Place]:
        """Return places with those in which they lie."""
        found: dict[str, Place] = {}
        waiting = list(ids)
        while waiting:
            place = self._places.get(waiting.pop())
            if place is not None and place.id not in found:
                found[place.id] = place
                waiting.append(place.part_of)
        return [found[id_] for id_ in sorted(found)]


def _named(claims: Iterable[Claim], sources: Iterable[Source]) -> set[str]:
    """Return everybody named in claims, and the informants of their sources."""
    named = {source.informant for source in sources}
    for one in claims:
        if isinstance(one, EventClaim):
            named |= {part.person for part in one.people} | set(one.relayed_by)
        elif isinstance(one, Interpretation):
            named.add(one.by)
    return named - {""}
