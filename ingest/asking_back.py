"""Ask back about requests not to be contacted that a reading may miss: no stop is lost."""

from collections.abc import Iterable, Iterator, Sequence
from typing import cast

from graph.errors import shortened
from graph.record.asking_words import NONE, asking_words, speakers
from graph.record.model import Claim, EventClaim, Records
from graph.record.schema import TABLES
from graph.record.vocabulary import REQUEST_TYPE, Effect, Role, event_types
from ingest.batch import RowBatch, RowEntry
from ingest.table_row import RowSpot

_MOST = 100


def is_request(type_: str) -> bool:
    """Return whether a row of this type asks not to be contacted."""
    return type_ in event_types() and event_types()[type_].effect is Effect.ASKED


def lost_requests(unread: Sequence[tuple[RowSpot, str]], batch: RowBatch) -> Iterator[str]:
    """Say which rejected rows hold a request: until they are mended it is no stop."""
    fallen = [
        (entry.spot, ", ".join(_subjects(claim)))
        for entry in batch.entries["events"]
        if not entry.alive and is_request((claim := cast(EventClaim, entry.record)).type)
    ]
    for spot, who in (*unread, *fallen):
        yield (
            f"{spot.name} asks not to be contacted, for {shortened(who) or 'somebody'!r}, and "
            "was rejected: mend it first, since nobody carries this stop until then"
        )


def words_that_ask(batch: RowBatch, stored: Records) -> Iterator[str]:
    """Ask back where words may ask not to be contacted, in rows that are no request.

    The rows are taken: the answer shows the words beside the person who spoke them.
    """
    entries = [
        entry
        for name, table in TABLES.items()
        for entry in batch.standing(name)
        if table.claims
    ]
    claims = [cast(Claim, entry.record) for entry in entries]
    events = [claim for claim in (*claims, *stored.events) if isinstance(claim, EventClaim)]
    requesters = {who for claim in events if is_request(claim.type) for who in _subjects(claim)}
    asking = [one for one in entries if asking_words(cast(Claim, one.record))]
    if not asking:
        return
    who = _by_claim(speakers([*claims, *stored.events]))
    sentences = (
        _sentence(entry, unasked)
        for entry in asking
        if (unasked := sorted(who.get(cast(Claim, entry.record).id, set()) - requesters))
    )
    yield from _first(list(sentences))


def _first(sentences: list[str]) -> Iterator[str]:
    yield from sentences[:_MOST]
    if len(sentences) > _MOST:
        more = len(sentences) - _MOST
        yield f"{more:,} more rows have words that may ask not to be contacted"


def _sentence(entry: RowEntry, who: Iterable[str]) -> str:
    words = shortened(asking_words(cast(Claim, entry.record)))
    return (
        f"{entry.spot.name} has the words {words!r} and is no request not to be contacted, so "
        f"{', '.join(who)} carries no stop: add a row of type {REQUEST_TYPE}, or "
        f'write "{NONE}" into its note'
    )


def _by_claim(speaking: dict[str, tuple[Claim, ...]]) -> dict[str, set[str]]:
    by_claim: dict[str, set[str]] = {}
    for person, claims in speaking.items():
        for claim in claims:
            by_claim.setdefault(claim.id, set()).add(person)
    return by_claim


def _subjects(claim: EventClaim) -> list[str]:
    return [part.person for part in claim.people if part.role is Role.SUBJECT]
