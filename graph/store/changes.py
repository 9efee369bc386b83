"""Work out what a load changes: the new claims, and all claims about the things they touch."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace
from itertools import chain
from typing import Any, TypeVar

from graph.record.background import changed_cells, same, together
from graph.record.model import Claim, Dataset, Place, Records, Source
from graph.record.references import events_named
from graph.record.schema import times, with_times
from graph.record.vocabulary import Standing
from graph.store import stored
from graph.store.database import Database, Row
from graph.store.reference_check import check_references

T = TypeVar("T", Dataset, Source, Place)
Replaced = Mapping[str, Mapping[str, Mapping[str, str]]]
"""By kind and id, the cells that change of what is stored, as they were until now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Retraction:
    """Who or what took a claim back, when and why."""

    by: str
    on: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Restoration:
    """Who let a retracted claim count again, when and why, and the retraction that ended so."""

    by: str
    on: str
    why: str
    ended: Retraction

    def as_text(self) -> str:
        """Return it as the claim keeps it."""
        return json.dumps(asdict(self), ensure_ascii=False)

    @classmethod
    def of_text(cls, text: str) -> "Restoration":
        """Read what a claim keeps."""
        kept = json.loads(text)
        return cls(**kept | {"ended": Retraction(**kept["ended"])})


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """All that there is to write."""

    new: Records = field(default_factory=Records)
    """Claims, sources, places and data sets that are not stored like this."""
    sources: tuple[Source, ...] = ()
    """All that were read, as they are from now on: their informants may come only now."""
    cut: Records = field(default_factory=Records)
    """Stored sources and places that do not lead where they say: that is written anew."""
    told: Records = field(default_factory=Records)
    """All claims, stored and new, about every thing that is touched."""
    stored: frozenset[str] = frozenset()
    """Things that were there already: what was added up of them is written anew."""
    retracted: Mapping[str, Retraction] = field(default_factory=dict)
    """Stored claims that count no more."""
    restored: Mapping[str, Restoration] = field(default_factory=dict)
    """Stored claims that count again."""
    timed: Mapping[str, Claim] = field(default_factory=dict)
    """Stored claims whose words mean other days now, since the telling was on another one."""
    joined: Mapping[str, str] = field(default_factory=dict)
    """Stored claims that an earlier data set holds too, by name: theirs is the first."""
    known: int = 0
    conflicts: tuple[str, ...] = ()
    replaced: Replaced = field(default_factory=dict)
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
    ended = {id_: Retraction(by=by) for id_, by in replacing.items()} | taken_back
    fresh = [_standing(c, replacing) for id_, c in every.items() if id_ not in known]
    catalogue = _Catalogue.compared(database, records)
    new = stored.records_of(fresh, **catalogue.new)
    check_references(database, new, records)
    retracted = _still_counting(database, ended)
    conflicts = {id_ for id_, row in known.items() if _other_row(every[id_], row)}
    joined = _joined((every[id_] for id_ in known.keys() - conflicts), known)
    again = [every[id_] for id_ in known.keys() - conflicts]
    retold = bool(catalogue.replaced["sources"] or broken_off.runs)
    timed = _timed(database, again) if retold else {}
    touched = {*retracted.values(), *broken_off.touched, *(claim.about for claim in fresh)}
    touched |= {every[id_].about for id_ in (*joined, *timed)}
    old = claims_touching(database, touched | events_named(new), retracted)
    kept = [
        replace(
            timed.get(claim.id, claim),
            dataset=joined.get(claim.id, claim.dataset),
            standing=claim.standing,
            retracted_by=claim.retracted_by,
        )
        for claim in old.claims()
    ]
    return Changes(
        new=new,
        sources=catalogue.sources,
        cut=stored.cut(database, but=new),
        told=stored.records_of(chain(kept, fresh)),
        stored=frozenset(claim.about for claim in kept),
        retracted={id_: ended[id_] for id_ in retracted},
        timed=timed,
        joined=joined,
        known=len(known),
        conflicts=tuple(sorted(conflicts)),
        replaced=catalogue.replaced,
        unfinished=broken_off.runs,
    )


def _other_row(claim: Claim, kept: Row) -> bool:
    """Return whether a stored claim was read from another row than this one."""
    return bool((kept["row_hash"] or "") != claim.row_hash)


def _timed(database: Database, claims: Iterable[Claim]) -> dict[str, Claim]:
    """Return the stored claims of these rows that mean other days than these do, mended."""
    read = {claim.id: claim for claim in claims}
    kept = stored.claims_about(database, {claim.about for claim in read.values()})
    return {
        claim.id: with_times(claim, read[claim.id])
        for claim in kept.claims()
        if claim.id in read and times(claim) != times(read[claim.id])
    }


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
    """Return whether no claim is stored; the server keeps the count, so this is quick."""
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


def _still_counting(database: Database, ended: Mapping[str, Retraction]) -> dict[str, str]:
    """Return those of these claims that are stored and not retracted, with their subjects.

    A retraction that somebody ended by restoring the claim does not come back with its table.
    """
    found = stored.claims_named(database, ended)
    return {
        id_: row["about"]
        for id_, row in found.items()
        if row["standing"] == Standing.ACTIVE.value and not _undone(ended[id_], row)
    }


def _undone(end: Retraction, row: Row) -> bool:
    """Return whether this same retraction of a claim was ended before."""
    before = [Restoration.of_text(text).ended for text in row["restored"] or ()]
    by_claim = Retraction(by=end.by) == end
    return any(one.by == end.by if by_claim else one == end for one in before)


def unfinished_runs(database: Database) -> list[str]:
    """Return the loads that were broken off, and not mended yet."""
    return [row["id"] for row in database.reading(lambda ask: ask("read/unfinished_runs"))]


def _broken_off(database: Database) -> _BrokenOff:
    runs = unfinished_runs(database)
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
    replaced: Replaced
    sources: tuple[Source, ...]
    """Every source that was read, as it is from now on."""

    @classmethod
    def compared(cls, database: Database, records: Records) -> "_Catalogue":
        """Compare what was read with what is stored."""
        old: dict[str, dict[str, Any]] = {
            "datasets": stored.datasets(database, (d.id for d in records.datasets)),
            "sources": stored.sources(database, (s.id for s in records.sources)),
            "places": stored.places(database, (p.id for p in records.places)),
        }
        stands = {
            kind: {r.id: _with_kept(r, kept.get(r.id)) for r in getattr(records, kind)}
            for kind, kept in old.items()
        }
        new = {
            kind: tuple(r for r in stands[kind].values() if r != kept.get(r.id))
            for kind, kept in old.items()
        }
        before = {
            kind: {
                r.id: changed_cells(r, kept[r.id])
                for r in sorted(new[kind], key=lambda one: one.id)
                if r.id in kept and not same(r, kept[r.id])
            }
            for kind, kept in old.items()
        }
        return cls(
            new=new,
            replaced=before,
            sources=tuple(stands["sources"].values()),
        )


def _with_kept(record: T, kept: T | None) -> T:
    """Return what was read, with what is stored of it."""
    return record if kept is None else together(record, kept)
