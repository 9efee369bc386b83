"""Read back, as records, all that is stored of the things that a caller names."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from graph.errors import StoreRefused
from graph.record.model import Claim, Dataset, Place, Records, Source
from graph.record.schema import TABLES, ReferenceKind, table_of
from graph.store.database import Database, Row
from graph.store.properties import record

T = TypeVar("T")

AT_ONCE = 5_000
"""Ids in one query."""

KINDS = (*(t.plural for t in TABLES.values() if t.about is not ReferenceKind.TIE), "claims")
"""The kinds of things of which it can be asked whether they are stored."""
CLAIMS: Mapping[str, type[Claim]] = {
    table.kind.__name__: table.kind
    for table in TABLES.values()
    if issubclass(table.kind, Claim)
}
"""The classes of claims, by the label of their nodes."""


def in_parts(things: Iterable[T], size: int = AT_ONCE) -> Iterator[list[T]]:
    """Yield the things in lists of at most this size."""
    every = list(things)
    for begun in range(0, len(every), size):
        yield every[begun : begun + size]


def _by_parts(database: Database, name: str, ids: Iterable[str]) -> Iterator[Row]:
    for part in in_parts(sorted(set(ids))):
        yield from database.reading(lambda ask, part=part: ask(name, ids=part))  # type: ignore[misc]


def existing(database: Database, kind: str, ids: Iterable[str]) -> set[str]:
    """Return which of these ids are stored.

    Args:
        database: the store's.
        kind: people (groups and organisations too), places, events, interpretations, claims,
            sources, datasets.
        ids: of that kind.
    """
    if kind not in KINDS:
        raise StoreRefused(f"{kind!r} is not kept here: ask for one of {', '.join(KINDS)}")
    return {row["id"] for row in _by_parts(database, f"read/existing_{kind}", ids)}


def claims_named(database: Database, ids: Iterable[str]) -> dict[str, Row]:
    """Return the row hash, the subject and the standing of those claims that are stored."""
    return {row["id"]: row for row in _by_parts(database, "read/claim_hashes", ids)}


def parents_around(database: Database, people: Iterable[str]) -> set[tuple[str, str]]:
    """Return (parent, child) for all ancestors and descendants of these people.

    That is what new parents are to be checked against: a circle would lead through it.
    """
    rows = _by_parts(database, "read/parents_around", people)
    return {(row["parent"], row["child"]) for row in rows}


def countries(database: Database, datasets: Iterable[str]) -> dict[str, str]:
    """Return the country of risk of those data sets that are stored."""
    return {r["id"]: r["country"] for r in _by_parts(database, "read/countries", datasets)}


def claims_about(
    database: Database, ids: Iterable[str], *, with_sources: bool = False
) -> Records:
    """Return all claims about people, events or ties; with the sources that they are from."""
    rows = _by_parts(database, "read/claims_about", ids)
    found = records_of(claim(row["labels"], row["facts"]) for row in rows)
    if not with_sources:
        return found
    cited = {one.source for one in found.claims()}
    return replace(found, sources=_with_containing(database, sources, cited))


def claims_cited(database: Database, ids: Iterable[str]) -> list[Claim]:
    """Return those of these claims that are stored."""
    return [
        claim(r["labels"], r["facts"]) for r in _by_parts(database, "read/claims_cited", ids)
    ]


def claims_naming(database: Database, id_: str) -> list[Claim]:
    """Return all claims about a thing, and all that name it if it is a person; by name."""
    rows = database.reading(lambda ask: ask("read/claims_naming", id=id_))
    return sorted((claim(r["labels"], r["facts"]) for r in rows), key=lambda one: one.id)


def ordered_with(database: Database, events: Iterable[str]) -> set[str]:
    """Return those of these events that are stored, and all that date or are dated by them."""
    return {row["id"] for row in _by_parts(database, "read/ordered_with", events)}


def sources(database: Database, ids: Iterable[str]) -> dict[str, Source]:
    """Return those of these sources that are stored."""
    rows = _by_parts(database, "read/sources", ids)
    return {row["facts"]["id"]: record(Source, row["facts"]) for row in rows}


def places(database: Database, ids: Iterable[str]) -> dict[str, Place]:
    """Return those of these places that are stored."""
    rows = _by_parts(database, "read/places", ids)
    return {row["facts"]["id"]: record(Place, row["facts"]) for row in rows}


def datasets(database: Database, ids: Iterable[str]) -> dict[str, Dataset]:
    """Return those of these data sets that are stored."""
    rows = _by_parts(database, "read/datasets", ids)
    return {row["facts"]["id"]: record(Dataset, row["facts"]) for row in rows}


def cut(database: Database, *, but: Records) -> Records:
    """Return the stored sources and places that do not lead where they say.

    Args:
        database: the store's.
        but: what is about to be written anew, and is none of them.
    """
    written = {one.id for one in but.sources} | {one.id for one in but.places}
    rows = {
        name: database.reading(lambda ask, name=name: ask(f"read/cut_{name}"))  # type: ignore[misc]
        for name in ("sources", "places")
    }
    found = Records(
        sources=tuple(record(Source, row["facts"]) for row in rows["sources"]),
        places=tuple(record(Place, row["facts"]) for row in rows["places"]),
    )
    return replace(
        found,
        sources=tuple(one for one in found.sources if one.id not in written),
        places=tuple(one for one in found.places if one.id not in written),
    )


def background(
    database: Database,
    dataset_ids: Iterable[str],
    source_ids: Iterable[str],
    place_ids: Iterable[str],
) -> Records:
    """Return those of these that are stored, with what contains them."""
    return Records(
        datasets=tuple(datasets(database, dataset_ids).values()),
        sources=_with_containing(database, sources, source_ids),
        places=_with_containing(database, places, place_ids),
    )


def _with_containing(
    database: Database,
    find: Callable[[Database, Iterable[str]], dict[str, Any]],
    ids: Iterable[str],
) -> tuple[Any, ...]:
    """Return what is stored under these names, and by however many steps what it is part of."""
    found: dict[str, Any] = {}
    waiting = set(ids)
    while waiting:
        more = find(database, waiting)
        found |= more
        waiting = {one.part_of for one in more.values()} - {"", *found}
    return tuple(found[id_] for id_ in sorted(found))


def claim(labels: Iterable[str], facts: Mapping[str, Any]) -> Claim:
    """Return the claim that a node with these labels holds."""
    kind = next(CLAIMS[label] for label in labels if label in CLAIMS)
    return record(kind, facts)


def records_of(claims: Iterable[Claim], **more: Any) -> Records:  # noqa: ANN401 - fields of Records
    """Return records of claims of any kind, each kind by the claims' names."""
    found: dict[str, list[Claim]] = {table_of(kind).plural: [] for kind in CLAIMS.values()}
    for one in claims:
        found[table_of(type(one)).plural].append(one)
    by_name: dict[str, Any] = {
        plural: tuple(sorted(some, key=lambda one: one.id)) for plural, some in found.items()
    }
    return Records(**by_name, **more)
