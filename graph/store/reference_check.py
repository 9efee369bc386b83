"""What records refer to, and whether it is there: a link to nobody would be lost in silence."""

from collections import defaultdict
from collections.abc import Iterator

from graph.errors import StoreRefused
from graph.record.model import EventClaim, Interpretation, Records
from graph.store import stored
from graph.store.database import Database

NAMED = 5
"""So many missing things stand in the sentence."""

Reference = tuple[str, str]
"""The kind of thing, as `stored.existing` names it, and its id."""


def check_references(database: Database, new: Records, beside: Records) -> None:
    """See that whatever new records refer to is among the records or stored.

    Raises:
        StoreRefused: it is not; the sentence names the first few.
    """
    wanted: defaultdict[str, set[str]] = defaultdict(set)
    for kind, id_ in references(new):
        wanted[kind].add(id_)
    missing = sorted(
        f"{kind} {id_}"
        for kind, ids in wanted.items()
        for id_ in _missing(database, kind, ids - _ids(beside, kind))
    )
    if missing:
        more = f" and {len(missing) - NAMED} more" if len(missing) > NAMED else ""
        raise StoreRefused(
            f"These rows refer to what is neither among them nor stored: "
            f"{', '.join(missing[:NAMED])}{more}. Load what is missing first, or together."
        )


def _missing(database: Database, kind: str, ids: set[str]) -> set[str]:
    return ids - stored.existing(database, kind, ids) if ids else set()


def _ids(records: Records, kind: str) -> set[str]:
    if kind == "claims":
        return {claim.id for claim in records.claims()}
    if kind in ("people", "events"):
        return {claim.about for claim in getattr(records, kind)}
    return {record.id for record in getattr(records, kind)}


def references(records: Records) -> Iterator[Reference]:
    """Yield what these records refer to."""
    for claim in records.claims():
        yield "sources", claim.source
    for person in records.people:
        yield from (("people", group) for group in person.member_of)
    for tie in records.ties:
        yield from (("people", tie.person), ("people", tie.relative))
    for event in records.events:
        yield from _of_event(event)
    events = {event.about for event in records.events}
    for reading in records.interpretations:
        yield from _of_reading(reading, events)
    for source in records.sources:
        yield from _if_said("people", source.informant)
        yield from _if_said("sources", source.part_of)
    for place in records.places:
        yield from _if_said("places", place.part_of)


def _of_event(event: EventClaim) -> Iterator[Reference]:
    yield from (("people", part.person) for part in event.people)
    yield from (("people", person) for person in event.relayed_by)
    yield from _if_said("places", event.place)
    yield from (("events", other) for other in event_references(event))


def _of_reading(reading: Interpretation, events: set[str]) -> Iterator[Reference]:
    yield from _if_said("events", reading.backs)
    if reading.of not in events:
        yield "claims" if is_claim(reading.of) else "events", reading.of


def _if_said(kind: str, id_: str) -> Iterator[Reference]:
    if id_:
        yield kind, id_


def is_claim(id_: str) -> bool:
    """Tell a claim's name, `thing@source`, from a thing's, which has no such sign."""
    return "@" in id_


def event_references(event: EventClaim) -> Iterator[str]:
    """Yield the events that a claim about an event names."""
    yield from event.after
    yield from event.before
    if event.ends:
        yield event.ends
    for when in (event.when, event.until, event.learned):
        if when is not None and when.event:
            yield when.event


def events_named(records: Records) -> set[str]:
    """Return the events that claims and readings name beside the ones that they are about."""
    found = {other for event in records.events for other in event_references(event)}
    for reading in records.interpretations:
        found |= {reading.backs, reading.of} - {""}
    return found
