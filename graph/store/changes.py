"""What a load changes: which claims are new, and all that is said of the things they touch."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import Any, TypeVar

from graph.record.model import Claim, Dataset, Place, Records, Source
from graph.record.vocabulary import Standing
from graph.store import stored
from graph.store.database import Database, Row
from graph.store.reference_check import check_references, events_named

T = TypeVar("T", Dataset, Source, Place)


@dataclass(frozen=True, slots=True, kw_only=True)
class Retraction:
    """Who or what took a claim back, when and why."""

    by: str
    on: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """All that there is to write."""

    new: Records = field(default_factory=Records)
    """Claims, sources, places and data sets that are not stored like this."""
    sources: tuple[Source, ...] = ()
    """All that were read, as they stand from now on: who speaks in them may come only now."""
    cut: Records = field(default_factory=Records)
    """Stored sources and places that do not lead where they say: that is written anew."""
    told: Records = field(default_factory=Records)
    """All claims, stored and new, about every thing that is touched."""
    stored: frozenset[str] = frozenset()
    """Things that were there already: what was added up of them is written anew."""
    retracted: Mapping[str, Retraction] = field(default_factory=dict)
    """Stored claims that count no more."""
    joined: Mapping[str, str] = field(default_factory=dict)
    """Stored claims that an earlier data set holds too, by name: theirs is the first."""
    known: int = 0
    conflicts: tuple[str, ...] = ()
    replaced: tuple[str, ...] = ()
    unfinished: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _BrokenOff:
    """Runs that did not come to their end, and what their claims touch."""

    runs: tuple[str, ...] = ()
    touched: frozenset[str] = frozenset()
    replacing: Mapping[str, str] = field(default_factory=dict)


def changes(database: Database, records: Records, superseded: Mapping[str, str]) -> Changes:
    """Compare records with what is stored.

    Args:
        database: the store's.
        records: what was read.
        superseded: stored claims, each with the one that replaces it.

    Raises:
        StoreRefused: a record refers to what is neither among the records nor stored.
    """
    every = {claim.id: claim for claim in records.claims()}
    known = {} if is_empty(database) else stored.claims_named(database, every)
    broken_off = _broken_off(database)
    replacing = {claim.supersedes: claim.id for claim in every.values() if claim.supersedes}
    replacing |= {**broken_off.replacing, **superseded}
    taken_back = {id_: _retraction(claim) for id_, claim in every.items() if not claim.active}
    ended = replacing | {id_: one.by for id_, one in taken_back.items()}
    fresh = [_standing(c, replacing) for id_, c in every.items() if id_ not in known]
    catalogue = _Catalogue.compared(database, records)
    new = stored.records_of(fresh, **catalogue.new)
    check_references(database, new, records)
    retracted = _still_counting(database, ended)
    conflicts = {id_ for id_, row in known.items() if _other_row(every[id_], row)}
    joined = _joined([every[id_] for id_ in known.keys() - conflicts], known)
    touched = {*retracted.values(), *broken_off.touched, *(claim.about for claim in fresh)}
    touched |= {every[id_].about for id_ in joined}
    old = claims_touching(database, touched | events_named(new), ended)
    kept = [
        replace(claim, dataset=joined.get(claim.id, claim.dataset)) for claim in old.claims()
    ]
    return Changes(
        new=new,
        sources=catalogue.sources,
        cut=stored.cut(database, but=new),
        told=stored.records_of(chain(kept, fresh)),
        stored=frozenset(claim.about for claim in kept),
        retracted={
            id_: taken_back.get(id_) or Retraction(by=replacing[id_]) for id_ in retracted
        },
        joined=joined,
        known=len(known),
        conflicts=tuple(sorted(conflicts)),
        replaced=catalogue.replaced,
        unfinished=broken_off.runs,
    )


def _other_row(claim: Claim, kept: Row) -> bool:
    """Tell whether a stored claim was read from another row than this one."""
    return bool((kept["row_hash"] or "") != claim.row_hash)


def _joined(claims: Iterable[Claim], known: Mapping[str, Row]) -> dict[str, str]:
    """Return claims that come in an earlier data set than the stored ones, with its name."""
    first = {claim.id: _first(claim.dataset, known[claim.id]["dataset"]) for claim in claims}
    return {id_: name for id_, name in first.items() if name != (known[id_]["dataset"] or "")}


def _first(*datasets: str | None) -> str:
    """Return the first, by name, of the data sets that hold the same; "" if none does."""
    return min((name for name in datasets if name), default="")


def _retraction(claim: Claim) -> Retraction:
    """Return who took back a claim that comes in retracted already."""
    return Retraction(by=claim.retracted_by, on=claim.retracted_on, why=claim.retracted_why)


def is_empty(database: Database) -> bool:
    """Tell whether no claim is stored; the server keeps the count, so this is quick."""
    return bool(database.reading(lambda ask: ask("read/claims_total"))[0]["total"] == 0)


def claims_touching(
    database: Database, things: Iterable[str], replaced: Iterable[str] = ()
) -> Records:
    """Return all stored claims about things, and about the events whose time hangs on theirs.

    Args:
        database: the store's.
        things: people, events or ties.
        replaced: claims that are to count no more.
    """
    if is_empty(database):
        return Records()
    things, gone = set(things), set(replaced)
    found = stored.claims_about(database, things | stored.ordered_with(database, things))
    return stored.records_of(_standing(claim, gone) for claim in found.claims())


def _standing(claim: Claim, replacing: Mapping[str, str] | set[str]) -> Claim:
    """Return a claim as retracted if another one replaces it."""
    if claim.id not in replacing or not claim.active:
        return claim
    by = "" if isinstance(replacing, set) else replacing[claim.id]
    return replace(claim, standing=Standing.RETRACTED, retracted_by=by)


def _still_counting(database: Database, claims: Iterable[str]) -> dict[str, str]:
    """Return those of these claims that are stored and not retracted, with their subjects."""
    found = stored.claims_named(database, claims)
    return {
        id_: row["about"]
        for id_, row in found.items()
        if row["standing"] == Standing.ACTIVE.value
    }


def _broken_off(database: Database) -> _BrokenOff:
    runs = [row["id"] for row in database.reading(lambda ask: ask("read/unfinished_runs"))]
    if not runs:
        return _BrokenOff()
    rows = database.reading(lambda ask: ask("read/claims_of_runs", runs=runs))
    return _BrokenOff(
        runs=tuple(sorted(runs)),
        touched=frozenset(row["about"] for row in rows),
        replacing={row["supersedes"]: row["id"] for row in rows if row["supersedes"]},
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Catalogue:
    """Data sets, sources and places that were read, beside what is stored of them."""

    new: Mapping[str, tuple[Any, ...]]
    """By kind: what is not stored, or not like this."""
    replaced: tuple[str, ...]
    """Those that were stored with another content."""
    sources: tuple[Source, ...]
    """Every source that was read, as it stands from now on."""

    @classmethod
    def compared(cls, database: Database, records: Records) -> "_Catalogue":
        """Compare what was read with what is stored."""
        old: dict[str, dict[str, Any]] = {
            "datasets": stored.datasets(database, (d.id for d in records.datasets)),
            "sources": stored.sources(database, (s.id for s in records.sources)),
            "places": stored.places(database, (p.id for p in records.places)),
        }
        stands = {
            kind: {r.id: _stands(r, kept.get(r.id)) for r in getattr(records, kind)}
            for kind, kept in old.items()
        }
        new = {
            kind: tuple(r for r in stands[kind].values() if r != kept.get(r.id))
            for kind, kept in old.items()
        }
        replaced = (
            sorted(r.id for r in new[kind] if r.id in kept and not same(r, kept[r.id]))
            for kind, kept in old.items()
        )
        return cls(
            new=new,
            replaced=tuple(chain.from_iterable(replaced)),
            sources=tuple(stands["sources"].values()),
        )


def _stands(record: T, kept: T | None) -> T:
    """Return what stands of a record that was read and the stored one of its name, or None.

    A data set mends its own sources and places by being loaded again. What two data sets share
    keeps the word of the one whose name comes first, so that their order does not matter.
    """
    if kept is None or isinstance(record, Dataset):
        return record
    if same(record, kept):
        return replace(kept, dataset=_first(record.dataset, kept.dataset))
    return record if record.dataset <= kept.dataset else kept


def same(record: Dataset | Source | Place, kept: Dataset | Source | Place) -> bool:
    """Tell whether two records say the same; which data set holds them is no part of it."""
    if isinstance(record, Dataset) or isinstance(kept, Dataset):
        return record == kept
    return record == replace(kept, dataset=record.dataset)
