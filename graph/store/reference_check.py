"""Check that all references of records exist: a link to nobody would be lost in silence."""

from collections import defaultdict

from graph.errors import StoreRefused
from graph.record.model import Records
from graph.record.references import references
from graph.record.schema import TABLES, ReferenceKind, each_record, thing_id
from graph.store import stored
from graph.store.database import Database

NAMED = 5
"""So many missing things stand in the sentence."""


def check_references(database: Database, new: Records, beside: Records) -> None:
    """See that whatever new records refer to is among the records or stored.

    Raises:
        StoreRefused: it is not; the sentence names the first few.
    """
    wanted: defaultdict[ReferenceKind, set[str]] = defaultdict(set)
    for _, record in each_record(new):
        for kind, id_, _ in references(record):
            wanted[kind].add(id_)
    here: defaultdict[ReferenceKind, set[str]] = defaultdict(set)
    for table, record in each_record(beside):
        here[table.about].add(thing_id(record))
    here[ReferenceKind.CLAIM] = {claim.id for claim in beside.claims()}
    missing = sorted(
        f"{kind} {id_}"
        for kind, ids in wanted.items()
        for id_ in _missing(database, kind, ids - here[kind])
    )
    if missing:
        more = f" and {len(missing) - NAMED} more" if len(missing) > NAMED else ""
        raise StoreRefused(
            f"These rows refer to what is neither among them nor stored: "
            f"{', '.join(missing[:NAMED])}{more}. Load what is missing first, or together."
        )


def _missing(database: Database, kind: ReferenceKind, ids: set[str]) -> set[str]:
    plurals = {table.about: table.plural for table in TABLES.values()}
    plural = plurals.get(kind, "claims")
    return ids - stored.existing(database, plural, ids) if ids else set()
