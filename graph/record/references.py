"""List what a record refers to: people, places, sources, events, claims, each by its column."""

from graph.record.model import EventClaim, Record, Records
from graph.record.schema import Column, Holds, ReferenceKind, table_of
from graph.record.vocabulary import Role

Reference = tuple[ReferenceKind, str, str]
"""The kind of the thing, its id, and the column that names it."""
ROLE_COLUMNS = {Role.SUBJECT: "subject", Role.WITH: "with"}
"""The columns of the roles that have one of their own; all others stand in `others`."""


def references(record: Record) -> list[Reference]:
    """Return everything that must be there for this record to have a meaning."""
    named: list[Reference] = []
    table = table_of(type(record))
    for column in table.referring:
        value = table.value(record, column.field)
        if not value:
            continue
        if column.holds is Holds.DATE:
            if value.event:
                named.append((ReferenceKind.EVENT, value.event, column.name))
        elif column.holds is Holds.IDS:
            named += [(column.refers_to[0], id_, column.name) for id_ in value]
        else:
            named.append((kind_of(column, value), value, column.name))
    if isinstance(record, EventClaim):
        named += [
            (ReferenceKind.PERSON, part.person, ROLE_COLUMNS.get(part.role, "others"))
            for part in record.people
        ]
    return named


def kind_of(column: Column, id_: str) -> ReferenceKind:
    """Return what an id in a column is of; a column may take the name of a claim as well."""
    return column.refers_to[-1 if is_claim(id_) else 0]


def is_claim(id_: str) -> bool:
    """Return whether it is the name of a claim, `thing@source`: a thing's id has no `@`."""
    return "@" in id_


def events_of(record: Record) -> set[str]:
    """Return the events that a record names."""
    return {id_ for kind, id_, _ in references(record) if kind is ReferenceKind.EVENT}


def events_named(records: Records) -> set[str]:
    """Return the events that claims and readings name beside the ones that they are about."""
    return set().union(*map(events_of, (*records.events, *records.interpretations)))
