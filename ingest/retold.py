"""Stored claims read again, because the day of their telling is another one now.

Their rows count from the telling: "currently", "over the last year", an age. Rows of the same
reading are read anew anyway; these are the claims that came in other loads.
"""

from collections.abc import Iterable, Iterator

from graph.export.formats.import_rows import claim_row
from graph.facts.source_dates import Tellings
from graph.record.background import together
from graph.record.claim_names import row_hash
from graph.record.dates import Window
from graph.record.model import Claim, Records, Source
from graph.record.schema import table_of, times, with_times
from graph.store import Store
from graph.store.properties import record
from graph.store.queries import query
from graph.store.stored import records_of
from ingest.fields import Fields
from ingest.row_records import read_record


def retold(store: Store, records: Records) -> Records:
    """Return the stored claims that mean other days once these records are loaded.

    A claim whose row cannot be written again to the letter stays as it is.
    """
    kept = store.background((), (one.id for one in records.sources), ()).sources
    stored = {one.id: one for one in kept}
    changed = [
        both
        for one in records.sources
        if one.id in stored
        and _dates(both := together(one, stored[one.id])) != _dates(stored[one.id])
    ]
    if not changed:
        return Records()
    parts = {one.id: one for source in changed for one in _parts(store, source.id)}
    before = Tellings((*stored.values(), *parts.values()))
    after = Tellings((*stored.values(), *parts.values(), *changed))
    moved = {id_ for id_ in parts if before.told(id_) != after.told(id_)}
    own = {claim.id for claim in records.claims()}
    told = store.told_in_sources(moved).claims() if moved else ()
    claims = (one for one in told if one.source in moved and one.id not in own)
    return records_of(_read_again(claims, after))


def _dates(source: Source) -> tuple[object, ...]:
    return source.said_on, source.date, source.part_of


def _parts(store: Store, id_: str) -> Iterator[Source]:
    """Yield a source, what it is part of and what is part of it, as stored."""
    for row in store.read(query("read/source_parts"), id=id_):
        yield record(Source, row["facts"])


def _read_again(claims: Iterable[Claim], tellings: Tellings) -> Iterator[Claim]:
    for claim in claims:
        read = _read(claim, tellings.told(claim.source))
        if read is not None and times(read) != times(claim):
            yield with_times(claim, read)


def _read(claim: Claim, said_on: Window) -> Claim | None:
    """Return what a row says now; None where it does not count from the telling."""
    table, cells = table_of(type(claim)), claim_row(claim)
    if row_hash(table.name, cells) != claim.row_hash:
        return None
    row = Fields(table, cells, said_on)
    read = read_record(row, claim.dataset)
    if row.faults or not row.used_telling or not isinstance(read, Claim):
        return None
    return read
