"""Build the graph of an audience, record by record and field by field, as its table allows.

Nothing is deleted from what was gathered. Each record is made anew from the fields that the
table names. A field that the table does not name keeps the default of an empty record. Records
are sorted by their new ids, so the old order gives nothing away.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any, TypeVar, cast

from graph.export.audience.field_rules import OUT, Treatments
from graph.record.model import (
    Claim,
    Dataset,
    EventClaim,
    Interpretation,
    PersonClaim,
    Place,
    Records,
    Source,
    TieClaim,
)
from graph.record.schema import table_of

R = TypeVar("R", Dataset, Source, Place, PersonClaim, TieClaim, EventClaim, Interpretation)
P = TypeVar("P", Source, Place)


def redacted(by: Treatments) -> Records:
    """Return the records of an export."""
    seen = by.seen
    events = [event for event in seen.events if by.includes(event)]
    ties = [tie for tie in seen.ties if {tie.person, tie.relative} <= by.people]
    people = [claim for claim in seen.people if claim.about in by.people]
    readings = seen.interpretations if by.extras.coded_words else ()
    made = Records(
        datasets=_all(seen.datasets, by),
        sources=_all(seen.sources, by),
        places=_all((place for place in seen.places if by.named(place)), by),
        people=_sorted((*_all(people, by), *_stubs(people, ties, events, by))),
        ties=_all(ties, by),
        events=_all(events, by),
        interpretations=_all((one for one in readings if _is_of(one, events)), by),
    )
    return _referred_to(made)


def _referred_to(made: Records) -> Records:
    """Leave out sources, places and data sets that nothing refers to."""
    sources = _with_parts({claim.source for claim in made.claims()}, made.sources)
    datasets = {claim.dataset for claim in made.claims()} | {one.dataset for one in sources}
    at = {event.place for event in made.events}
    at |= {one.country_of_risk for one in made.datasets if one.id in datasets}
    return replace(
        made,
        sources=sources,
        places=_with_parts(at, made.places),
        datasets=tuple(one for one in made.datasets if one.id in datasets),
    )


def _with_parts(ids: set[str], records: Iterable[P]) -> tuple[P, ...]:
    """Return the records of some ids, and what they are part of."""
    by_id = {record.id: record for record in records}
    waiting, found = list(ids), set[str]()
    while waiting:
        id_ = waiting.pop()
        if id_ in by_id and id_ not in found:
            found.add(id_)
            waiting.append(by_id[id_].part_of)
    return tuple(record for record in by_id.values() if record.id in found)


def _is_of(one: Interpretation, events: Iterable[EventClaim]) -> bool:
    names = {name for event in events for name in (event.about, event.id)}
    return one.of in names


def _all(records: Iterable[R], by: Treatments) -> tuple[R, ...]:
    return _sorted(_made(record, by) for record in records)


def _sorted(records: Iterable[R]) -> tuple[R, ...]:
    return tuple(sorted(records, key=lambda record: record.id))


def _made(record: R, by: Treatments) -> R:
    table = table_of(type(record))
    fields: dict[str, Any] = {
        field: by.by_word[word](record, table.value(record, field))
        for field, word in by.rules.treatments[type(record).__name__].items()
        if word != OUT
    }
    return cast(R, table.build(fields))


def _stubs(
    claims: Iterable[PersonClaim],
    ties: Iterable[TieClaim],
    events: Iterable[EventClaim],
    by: Treatments,
) -> Iterator[PersonClaim]:
    """Yield the people whom only others name, with these names."""
    teller: dict[str, Claim] = {}
    for tie in ties:
        teller.setdefault(tie.person, tie)
        teller.setdefault(tie.relative, tie)
    for event in events:
        for part in event.people:
            teller.setdefault(part.person, event)
    alone = (teller.keys() & by.people) - {claim.about for claim in claims}
    for person in alone:
        about = by.ids.of("person", person)
        source = by.ids.of("source", teller[person].source)
        mark = by.ids.mark(person)
        yield PersonClaim(
            id=f"{about}@{source}:{mark}",
            about=about,
            source=source,
            locator=mark,
            dataset=by.ids.of("dataset", teller[person].dataset),
            kind=by.recorded[person].kind,
            name=by.names[person],
        )
