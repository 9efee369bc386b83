"""One person: everything that is recorded of them, arranged for reading.

Pure. It shows for one person what the rule reads for a child. The facts, the reach and the hard
stop are the same, only seen from this person.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from graph.facts.adding_up import Event, Person, Sureness, Tie
from graph.record.model import Claim, EventClaim, Records
from graph.rule.nearby import Nearby
from graph.rule.network import Network, network
from graph.rule.person_events import grouped, reaches
from graph.rule.reach import Reached
from graph.rule.stops import TakenBack, asked_nearby, standing_requests, taken_back_in


@dataclass(frozen=True, kw_only=True)
class Profile:
    """What is recorded of one person."""

    network: Network
    """Arranged around this person, as for a child."""
    claims: tuple[Claim, ...]
    """Every claim that names them, counting or not, by name."""
    events: tuple[Event, ...]
    """What they took part in, or what reaches them as one of a group, by when it began."""
    ties: tuple[Tie, ...]
    """Stated ties that count."""
    kin: tuple[Reached, ...]
    """Kin up to the fifth degree, worked out from all ties, nearest first."""
    stops: tuple[Event, ...]
    """Their requests not to be contacted that stand, on every day."""
    nearby: tuple[Nearby, ...]
    """Standing requests of people near them, and how near."""
    taken_back: tuple[TakenBack, ...]
    """Their requests that were withdrawn, or lifted, whenever that was."""
    relayed: tuple[EventClaim, ...]
    """Claims that came to the informant through them."""

    @property
    def person(self) -> Person:
        """Return who it is."""
        return self.network.child

    @property
    def happened(self) -> tuple[Event, ...]:
        """Return their events, but for where they come from: that has no day."""
        return tuple(event for event in self.events if not event.type.origin)

    @property
    def origins(self) -> tuple[Event, ...]:
        """Return what says where they come from, but for what is no more claimed."""
        return tuple(
            event
            for event in self.events
            if event.type.origin and event.exists is not Sureness.NO
        )

    @property
    def relayed_to_us(self) -> tuple[EventClaim, ...]:
        """Return the claims about them that came through others alone."""
        return tuple(
            claim
            for claim in self.claims
            if isinstance(claim, EventClaim)
            and claim.relayed_by
            and claim.active
            and self.person.id not in claim.relayed_by
        )


def profile(
    records: Records, person: str, claims: Iterable[Claim], relayed: Iterable[Claim] = ()
) -> Profile:
    """Arrange what is recorded of a person.

    Args:
        records: everything recorded around them (`Store.around`).
        person: the person it is about, also a group or an organisation; any of their records.
        claims: all that name them (`Store.claims_naming`).
        relayed: all that came through them (`Store.relayed_through`).

    Raises:
        UnknownPerson: no source mentions this id.
    """
    around = network(records, person)
    person = around.child.id
    every = {claim.id: claim for claim in (*claims, *_readings(records, claims))}
    return Profile(
        network=around,
        claims=tuple(every[id_] for id_ in sorted(every)),
        events=tuple(events_about(around, person)),
        ties=tuple(tie for tie in around.facts.ties if person in (tie.person, tie.relative)),
        kin=tuple(reached for reached in around.reached.values() if reached.kin),
        stops=standing_requests(around).get(person, ()),
        nearby=asked_nearby(around.all_facts).get(person, ()),
        taken_back=taken_back_in(around.all_facts).get(person, ()),
        relayed=tuple(claim for claim in relayed if isinstance(claim, EventClaim)),
    )


def _readings(records: Records, claims: Iterable[Claim]) -> list[Claim]:
    """Return the readings of the words of these claims, and of what they are about."""
    about = {claim.about for claim in claims} | {claim.id for claim in claims}
    return [r for r in records.interpretations if about & {r.of, r.backs}]


def events_about(around: Network, person: str) -> list[Event]:
    """Return the events that name somebody or reach them, by when they began."""
    people = around.facts.people
    belong = grouped(people)
    matches = [
        event
        for event in around.facts.events.values()
        if person in {one for _, one in event.people} | reaches(event, people, belong=belong)
    ]
    return in_order(matches)


def in_order(events: Iterable[Event]) -> list[Event]:
    """Sort events by their first days, or their last where no first one is known."""
    return sorted(events, key=lambda e: (e.span.start.sort_days, e.id))
