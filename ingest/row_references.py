"""What a record names: people, places, sources, events, claims, each with its column."""

from collections.abc import Iterator
from enum import StrEnum

from graph.record.dates import When
from graph.record.model import (
    Claim,
    Dataset,
    EventClaim,
    Interpretation,
    PersonClaim,
    Place,
    Source,
    TieClaim,
)
from graph.record.vocabulary import Role

Record = Dataset | Source | Place | PersonClaim | TieClaim | EventClaim | Interpretation


class ReferenceKind(StrEnum):
    """What an id may stand for, as a sentence says it."""

    DATASET = "data set"
    SOURCE = "source"
    PLACE = "place"
    PERSON = "person"
    TIE = "tie"
    EVENT = "event"
    INTERPRETATION = "interpretation"
    CLAIM = "claim"


Reference = tuple[ReferenceKind, str, str]
"""The kind of the thing, its id, and the column that names it."""

TABLE_THINGS = {
    "dataset": ReferenceKind.DATASET,
    "sources": ReferenceKind.SOURCE,
    "places": ReferenceKind.PLACE,
    "people": ReferenceKind.PERSON,
    "kinship": ReferenceKind.TIE,
    "events": ReferenceKind.EVENT,
    "interpretations": ReferenceKind.INTERPRETATION,
}


_COLUMNS = {Role.SUBJECT: "subject", Role.WITH: "with"}


def thing_id(record: Record) -> str:
    """Return the id of what a record is about."""
    return record.about if isinstance(record, Claim) else record.id


def references(record: Record) -> Iterator[Reference]:
    """Yield everything that must be there for this record to have a meaning."""
    if isinstance(record, Claim):
        yield ReferenceKind.SOURCE, record.source, "source"
        if record.supersedes:
            yield ReferenceKind.CLAIM, record.supersedes, "supersedes"
    match record:
        case EventClaim():
            yield from _of_event(record)
        case TieClaim():
            yield ReferenceKind.PERSON, record.person, "person"
            yield ReferenceKind.PERSON, record.relative, "relative"
            yield from _at(("from", record.since), ("until", record.until))
        case PersonClaim():
            for group in record.member_of:
                yield ReferenceKind.PERSON, group, "member_of"
            yield from _at(("birth", record.birth), ("age_on", record.age_on))
        case Interpretation():
            yield from _of_interpretation(record)
        case _:
            yield from _of_background(record)


def _of_event(record: EventClaim) -> list[Reference]:
    """Return them as a list: most rows are events, and a generator costs a third more."""
    found: list[Reference] = [
        (ReferenceKind.PERSON, each.person, _COLUMNS.get(each.role, "others"))
        for each in record.people
    ]
    if record.relayed_by:
        found += [(ReferenceKind.PERSON, person, "relayed_by") for person in record.relayed_by]
    if record.place:
        found.append((ReferenceKind.PLACE, record.place, "place"))
    if record.after:
        found += [(ReferenceKind.EVENT, other, "after") for other in record.after]
    if record.before:
        found += [(ReferenceKind.EVENT, other, "before") for other in record.before]
    if record.ends:
        found.append((ReferenceKind.EVENT, record.ends, "ends"))
    found += _at(("when", record.when), ("until", record.until), ("learned", record.learned))
    return found


def _of_interpretation(record: Interpretation) -> Iterator[Reference]:
    yield ReferenceKind.CLAIM if "@" in record.of else ReferenceKind.EVENT, record.of, "of"
    if record.by:
        yield ReferenceKind.PERSON, record.by, "by"
    if record.backs:
        yield ReferenceKind.EVENT, record.backs, "backs"
    if record.alternative_to:
        yield ReferenceKind.INTERPRETATION, record.alternative_to, "alternative_to"


def _of_background(record: Dataset | Source | Place) -> Iterator[Reference]:
    match record:
        case Dataset():
            yield ReferenceKind.PLACE, record.country_of_risk, "country_of_risk"
        case Source():
            if record.part_of:
                yield ReferenceKind.SOURCE, record.part_of, "part_of"
            if record.informant:
                yield ReferenceKind.PERSON, record.informant, "informant"
            yield from _at(("date", record.date), ("said_on", record.said_on))
        case Place() if record.part_of:
            yield ReferenceKind.PLACE, record.part_of, "part_of"


def _at(*times: tuple[str, When | None]) -> Iterator[Reference]:
    for column, time in times:
        if time is not None and time.event:
            yield ReferenceKind.EVENT, time.event, column
