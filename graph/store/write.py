"""Write changes: each person, tie or event in one transaction with the claims that it rests on.

So a reader sees nothing without evidence, during a load or after one that broke off. Links from
event to event come last. The next run completes one that ended before.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from graph.facts import adding_up
from graph.record.model import Claim, EventClaim, Records
from graph.record.references import is_claim
from graph.record.vocabulary import event_types
from graph.store import load_rows
from graph.store.batches import TakesSteps, WriteBatch, writing
from graph.store.changes import Changes
from graph.store.collecting import seldom_collecting
from graph.store.database import Database
from graph.store.stored import in_parts

C = TypeVar("C", bound=Claim)
OnProgress = Callable[[str, int, int], None]

AT_ONCE = 2_500
"""People or ties in a transaction; each comes with some claims and links."""
EVENTS_AT_ONCE = 1_500
LINKS_AT_ONCE = 5_000


@dataclass(slots=True, kw_only=True)
class _Work:
    """Changes on their way to the writer."""

    changes: Changes
    writer: TakesSteps
    run: str
    said: OnProgress
    new: frozenset[str]
    total: int
    done: int = 0
    marked: set[str] = field(default_factory=set)
    """People who are marked for the calendar already."""

    def put(self, batch: WriteBatch, claims: int = 0) -> None:
        """Hand over a batch."""
        self.writer.write(batch.steps())
        self.done += claims
        self.said("Loading", self.done, self.total)

    def add_claims(self, batch: WriteBatch, claims: Iterable[Claim]) -> None:
        """Add those of these claims that are new, and the end of those that count no more."""
        for claim in claims:
            if first := self.changes.joined.get(claim.id):
                batch.add("load/claimed_in", {"id": claim.id, "dataset": first})
            if end := self.changes.retracted.get(claim.id):
                row = {"id": claim.id, "by": end.by, "on": end.on, "why": end.why}
                batch.add("load/retract", row)
            elif back := self.changes.restored.get(claim.id):
                batch.add("load/restore", {"id": claim.id, "restored": back.as_text()})
                batch.name_ids("load/clear_about", [claim.id])
                continue
            elif claim.id in self.new:
                batch.add(*load_rows.claim_row(claim, self.run))
            elif claim.id in self.changes.timed:
                batch.add("load/claim_times", load_rows.times_row(claim))
                continue
            else:
                continue
            for name, link in load_rows.claim_links(claim):
                batch.add(name, link)

    def mark(self, batch: WriteBatch, people: Iterable[str]) -> None:
        """Mark people whose calendars are to be derived anew."""
        batch.name_ids("load/stale", set(people) - self.marked)

    def stored(self, things: Iterable[str]) -> list[str]:
        """Return those of these things that were there before."""
        return [thing for thing in things if thing in self.changes.stored]


def write(database: Database, changes: Changes, run: str, on_progress: OnProgress) -> None:
    """Write all of the changes. Broken off at any point, writing them again ends the same."""
    with writing(database) as writer, seldom_collecting():
        write_by(writer, changes, run, on_progress)


def write_by(writer: TakesSteps, changes: Changes, run: str, on_progress: OnProgress) -> None:
    """Hand all of the changes over to a writer, in the order in which they are written."""
    told = changes.told
    work = _Work(
        changes=changes,
        writer=writer,
        run=run,
        said=on_progress,
        new=frozenset(claim.id for claim in changes.new.claims()),
        total=sum(1 for _ in told.claims()),
    )
    _write_catalogue(work)
    _write_people(work)
    writer.wait()
    _write_ties(work)
    events = by_subject(told.events)
    _write_events(work, events)
    writer.wait()
    _write_order(work, told, events)
    _write_groups(work)
    _write_readings(work)


def _write_catalogue(work: _Work) -> None:
    """Write data sets, sources and places, with what they are part of."""
    new, cut, batch = work.changes.new, work.changes.cut, WriteBatch()
    for kind in ("datasets", "sources", "places"):
        for record in getattr(new, kind):
            before = work.changes.replaced.get(kind, {}).get(record.id)
            batch.add(f"load/{kind}", load_rows.own_row(record, before, work.run))
    for name, links in load_rows.catalogue_links(
        (*new.sources, *cut.sources), (*new.places, *cut.places)
    ).items():
        for link in links:
            batch.add(name, link)
    replaced = work.changes.replaced
    anew = {
        "sources": [*replaced.get("sources", ()), *(s.id for s in cut.sources)],
        "places": [*replaced.get("places", ()), *(p.id for p in cut.places)],
    }
    batch.name_ids("load/clear_sources", anew["sources"])
    batch.name_ids("load/clear_places", anew["places"])
    batch.name_ids("load/stale_in_sources", anew["sources"])
    batch.name_ids("load/stale_at_places", anew["places"])
    batch.name_ids("load/stale_in_datasets", replaced.get("datasets", ()))
    work.put(batch)
    work.writer.wait()


def _write_people(work: _Work) -> None:
    said = by_subject(work.changes.told.people)
    speaking: defaultdict[str, list[str]] = defaultdict(list)
    for source in work.changes.sources:
        speaking[source.informant].append(source.id)
    for part in in_parts(adding_up.people(work.changes.told.people).values(), AT_ONCE):
        batch, claims = WriteBatch(), [claim for person in part for claim in said[person.id]]
        for person in part:
            batch.add(load_rows.PEOPLE[person.kind], load_rows.person_row(person))
            for told_in in speaking.get(person.id, ()):
                batch.add("load/informants", {"source": told_in, "person": person.id})
        work.add_claims(batch, claims)
        work.put(batch, len(claims))
        work.marked |= {person.id for person in part}


def _write_ties(work: _Work) -> None:
    told = work.changes.told.ties
    ties = {tie.id: tie for tie in adding_up.ties(told)}
    for part in in_parts(by_subject(told).items(), AT_ONCE):
        batch, claims = WriteBatch(), [claim for _, said in part for claim in said]
        for claim in claims:
            if claim.about in work.changes.stored:
                row = {"id": claim.about, "person": claim.person}
                batch.add("load/clear_ties", row)
        for id_, _ in part:
            if id_ in ties:
                batch.add(f"load/{ties[id_].kind}", load_rows.tie_row(ties[id_]))
        work.add_claims(batch, claims)
        work.mark(batch, (p for claim in claims for p in (claim.person, claim.relative)))
        work.put(batch, len(claims))


def _write_events(work: _Work, said: Mapping[str, list[EventClaim]]) -> None:
    told = Records(events=work.changes.told.events)
    for part in in_parts(adding_up.facts(told).events.values(), EVENTS_AT_ONCE):
        batch, claims = WriteBatch(), [claim for event in part for claim in said[event.id]]
        batch.name_ids("load/clear_events", work.stored(event.id for event in part))
        for event in part:
            row = load_rows.event_row(event, said[event.id])
            batch.add("load/events", row | {"of_type": event.type.properties()})
            for at in load_rows.place_rows(event, said[event.id]):
                batch.add("load/at", at)
        work.add_claims(batch, claims)
        work.mark(batch, (one.person for claim in claims for one in claim.people))
        changed = {claim.place for claim in claims if event_types()[claim.type].about_a_place}
        batch.name_ids("load/stale_at_places", changed - {""})
        work.put(batch, len(claims))


def _write_order(work: _Work, told: Records, said: Mapping[str, list[EventClaim]]) -> None:
    """Write what leads from event to event, all that leads from one event at once."""
    leading: defaultdict[str, list[tuple[str, load_rows.Row]]] = defaultdict(list)
    for name, links in load_rows.order_links(told.events).items():
        for link in links:
            leading[link.get("later") or link["event"]].append((name, link))
    for part in in_parts(sorted({*leading, *work.stored(said)}), LINKS_AT_ONCE):
        batch = WriteBatch()
        batch.name_ids("load/clear_order", work.stored(part))
        for event in part:
            for name, link in leading[event]:
                batch.add(name, link)
        work.put(batch)


def _write_groups(work: _Work) -> None:
    people = work.changes.told.people
    belonging = by_subject(people)
    groups: defaultdict[str, list[load_rows.Row]] = defaultdict(list)
    for row in load_rows.member_rows(people):
        groups[row["person"]].append(row)
    for part in in_parts(sorted({*groups, *work.stored(belonging)}), LINKS_AT_ONCE):
        batch = WriteBatch()
        batch.name_ids("load/clear_members", work.stored(part))
        for person in part:
            for row in groups[person]:
                batch.add("load/member_of", row)
        work.put(batch)


def _write_readings(work: _Work) -> None:
    """Write interpretations, with the words that they read and the events that they back."""
    told = work.changes.told.interpretations
    for part in in_parts(told, LINKS_AT_ONCE):
        batch = WriteBatch()
        work.add_claims(batch, part)
        gone = [reading.id for reading in part if reading.id in work.changes.retracted]
        for reading in part:
            if reading.id in work.new or reading.id in work.changes.restored:
                for name, link in load_rows.reading_links(
                    reading, of_claim=is_claim(reading.of)
                ):
                    batch.add(name, link)
        batch.name_ids("load/clear_backs", gone)
        work.put(batch, len(part))


def by_subject(claims: Iterable[C]) -> dict[str, list[C]]:
    """Sort claims by what they are about, each list by the claims' names."""
    found: defaultdict[str, list[C]] = defaultdict(list)
    for claim in sorted(claims, key=lambda claim: claim.id):
        found[claim.about].append(claim)
    return found
