"""Load records, and take claims back."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, replace

from graph.errors import ClaimReplaced, UnknownClaim, UnknownSource
from graph.record.model import Claim, Records
from graph.record.references import events_named
from graph.record.vocabulary import Standing
from graph.store import stored
from graph.store.changes import (
    Changes,
    Restoration,
    Retraction,
    changes,
    claims_touching,
    unfinished_runs,
)
from graph.store.contents import finish_clear_alone
from graph.store.database import Alone, Database, Row
from graph.store.kept_stops import keep_stops, kept_requests
from graph.store.runs import IngestRun, LoadReport, Retracted
from graph.store.write import OnProgress, write

Again = Callable[[], tuple[Records, Mapping[str, str]]]
"""Return what is to be loaded, checked anew against what is stored at this moment."""


def silent(_doing: str, _done: int, _total: int) -> None:
    """Report no progress."""


def load(
    database: Database,
    records: Records,
    run: IngestRun,
    superseded: Mapping[str, str] | None = None,
    on_progress: OnProgress = silent,
    again: Again | None = None,
) -> LoadReport:
    """Add records to the store; what is stored already stays as it is.

    A run that was broken off before is mended along the way, and a clear is ended first.
    Loading twice changes nothing.

    Args:
        database: the store's.
        records: what was read.
        run: who reads, and what.
        superseded: stored claims, each with the one that replaces it.
        on_progress: called with the progress.
        again: called as soon as nobody else can write: what it returns is loaded.

    Raises:
        StoreRefused: a record refers to nothing, or another load is under way.
        StoreUnavailable: Neo4j went away; run again, and the graph ends the same.
    """
    with database.alone(run.id) as alone:
        finish_clear_alone(database)
        if again is not None:
            records, superseded = again()
        run = run_of(run, records)
        return _loaded(database, run, (records, superseded or {}), alone, on_progress)


def load_whole(
    database: Database, run: IngestRun, again: Again, on_progress: OnProgress = silent
) -> LoadReport:
    """Add the few records that somebody writes: killed at any moment, all are there or none.

    They are one transaction. Not where a load was broken off before: what that left may be of
    any size, and is mended along the way.

    Args:
        database: the store's.
        run: who writes, and what.
        again: called as soon as nobody else can write: what it returns is loaded.
        on_progress: called with the progress.

    Raises:
        StoreRefused: a record refers to nothing, or another load is under way.
        StoreUnavailable: Neo4j went away.
    """
    with database.alone(run.id) as alone:
        finish_clear_alone(database)
        told = again()
        run = run_of(run, told[0])
        if unfinished_runs(database):
            return _loaded(database, run, told, alone, on_progress)
        return database.at_once(lambda one: _loaded(one, run, told, alone, on_progress))


def _loaded(
    database: Database,
    run: IngestRun,
    told: tuple[Records, Mapping[str, str]],
    alone: Alone,
    on_progress: OnProgress,
) -> LoadReport:
    found = changes(database, *told)
    _note(database, run, "loading")
    write(database, found, run.id, on_progress)
    return ended(database, run, found, alone)


def run_of(run: IngestRun, records: Records) -> IngestRun:
    """Return a run with the data sets of what it loads."""
    return replace(run, datasets=run.datasets or _datasets(records))


def ended(database: Database, run: IngestRun, found: Changes, alone: Alone) -> LoadReport:
    """Write what follows from changes that are all written, and that the run is at its end.

    Raises:
        StoreUnavailable: the right to write was lost; the run stays marked as broken off.
    """
    if found.unfinished:
        database.write(("load/mended", {"ids": list(found.unfinished)}))
    asked = keep_stops(database)
    alone()
    _note(database, run, "done")
    database.write(("load/run_again", _same_as(run)))
    return LoadReport(
        new_claims=sum(1 for _ in found.new.claims()),
        known_claims=found.known,
        retracted_claims=len(found.retracted),
        replaced=tuple(id_ for kept in found.replaced.values() for id_ in kept),
        conflicts=found.conflicts,
        kept_requests=kept_requests(asked, [*found.retracted, *_taken_back(found.new)]),
        mended_runs=found.unfinished,
        healed=_ids(found.cut),
    )


def _taken_back(new: Records) -> Iterator[str]:
    """Yield the claims that came in as retracted already."""
    return (claim.id for claim in new.claims() if not claim.active)


def mend(database: Database) -> LoadReport:
    """Add up what broken-off loads wrote, and lead sources and places where they say."""
    with database.alone("mend"):
        finish_clear_alone(database)
        found = changes(database, Records(), {})
        write(database, found, "", silent)
        if found.unfinished:
            database.write(("load/mended", {"ids": list(found.unfinished)}))
        keep_stops(database)
    healed = _ids(found.cut)
    return LoadReport(mended_runs=found.unfinished, healed=healed)


def cut(database: Database) -> tuple[str, ...]:
    """Return the sources and places that do not lead where they say."""
    return _ids(stored.cut(database, but=Records()))


def _ids(records: Records) -> tuple[str, ...]:
    """Return the ids of sources and places."""
    return (*(one.id for one in records.sources), *(one.id for one in records.places))


def _datasets(records: Records) -> tuple[str, ...]:
    """Return the data sets that records belong to."""
    named = {one.id for one in records.datasets} | {one.dataset for one in records.claims()}
    return tuple(sorted(named - {""}))


def _same_as(run: IngestRun) -> dict[str, list[str]]:
    """Return by what a broken-off run is known as the same as one that came to its end."""
    return {
        "hashes": list(run.hashes),
        "files": list(run.files),
        "datasets": list(run.datasets),
    }


def retract(database: Database, claim_id: str, by: str, why: str, on: str) -> Retracted | None:
    """Take a claim back: it stays readable, and what it was about is added up without it.

    Returns:
        What it did; None if it was retracted already: it then stays as it was.

    Raises:
        UnknownClaim: no claim of this name is stored.
    """
    with database.alone(claim_id):
        return database.at_once(
            lambda whole: _retracted(whole, claim_id, Retraction(by=by, why=why, on=on))
        )


def _retracted(database: Database, claim_id: str, end: Retraction) -> Retracted | None:
    found = _named(database, claim_id)
    if found["standing"] != Standing.ACTIVE.value:
        return None
    told = _told_without(database, claim_id, found["about"])
    taken_back = Changes(
        told=told,
        stored=frozenset(claim.about for claim in told.claims()),
        retracted={claim_id: end},
    )
    write(database, taken_back, "", silent)
    asked = keep_stops(database)
    return Retracted(kept_requests=kept_requests(asked, [claim_id]))


def restore(database: Database, claim_id: str, by: str, why: str, on: str) -> bool:
    """Let a retracted claim count again: the opposite of `retract`.

    Who restored it, when and why stays on the claim, with the retraction that ended so.

    Returns:
        Whether it did; False if the claim counts already: it then stays as it was.

    Raises:
        UnknownClaim: no claim of this name is stored.
        ClaimReplaced: another claim that counts has replaced it, or is of another tie.
    """
    with database.alone(claim_id):
        return database.at_once(
            lambda whole: _restored(whole, claim_id, Retraction(by=by, why=why, on=on))
        )


def _restored(database: Database, claim_id: str, who: Retraction) -> bool:
    found = _named(database, claim_id)
    if found["standing"] == Standing.ACTIVE.value:
        return False
    if last := _replacement(database, found["by"] or ""):
        raise ClaimReplaced(
            f"{claim_id} was replaced by {last}, which counts. Take that one back first: "
            "else both would count."
        )
    ended = Retraction(by=found["by"] or "", on=found["on"] or "", why=found["why"] or "")
    told = stored.records_of(
        _active(one) if one.id == claim_id else one
        for one in _told_without(database, "", found["about"]).claims()
    )
    _see_one_tie(told, claim_id)
    brought_back = Changes(
        told=told,
        stored=frozenset(claim.about for claim in told.claims()),
        restored={claim_id: Restoration(by=who.by, on=who.on, why=who.why, ended=ended)},
    )
    write(database, brought_back, "", silent)
    keep_stops(database)
    return True


def _see_one_tie(told: Records, claim_id: str) -> None:
    """See that a claim that counts again is of the same tie as the others of its id."""
    ties = {one.id: one.sentence for one in told.ties if one.active}
    others = set(ties.values()) - {ties.get(claim_id)}
    if claim_id in ties and others:
        said = " and ".join(map(repr, sorted(others)))
        raise ClaimReplaced(
            f"{claim_id} says {ties[claim_id]!r}, and other claims of this id, which count, "
            f"say {said}. Take those back first: an id is one tie."
        )


def exchange(
    database: Database, gone: str, back: str, by: str, why: str, on: str
) -> Retracted | None:
    """Take one claim back and let another one count again: both, or neither.

    Returns:
        What the retraction did; None if that claim was retracted already.

    Raises:
        UnknownClaim: no claim of one of the names is stored.
        ClaimReplaced: a third claim, which counts, has replaced the other one.
    """

    def both(whole: Database) -> Retracted | None:
        taken_back = retract(whole, gone, by=by, why=why, on=on)
        restore(whole, back, by=by, why=why, on=on)
        return taken_back

    with database.alone(back):
        return database.at_once(both)


def _active(claim: Claim) -> Claim:
    """Return a claim as one that counts."""
    return replace(
        claim, standing=Standing.ACTIVE, retracted_by="", retracted_on="", retracted_why=""
    )


def _named(database: Database, claim_id: str) -> Row:
    """Return the subject and the standing of a claim."""
    found = stored.claims_named(database, [claim_id]).get(claim_id)
    if found is None:
        raise UnknownClaim(
            f"No claim is named {claim_id!r}. `python -m graph claims PERSON` lists them."
        )
    return found


def _replacement(database: Database, by: str) -> str:
    """Return the claim that counts in the place of a retracted one; "" if none does."""
    seen: set[str] = set()
    while by and by not in seen:
        seen.add(by)
        found = stored.claims_named(database, [by]).get(by)
        if found is None:
            return ""
        if found["standing"] == Standing.ACTIVE.value:
            return by
        by = found["by"] or ""
    return ""


def set_consent(database: Database, source: str, consent: str) -> None:
    """Say how far a source may go from now on.

    Raises:
        UnknownSource: no source of this id is stored.
    """
    with database.alone(source):
        found = database.writing(lambda ask: ask("load/consent", id=source, consent=consent))
    if not found:
        raise UnknownSource(f"No source of the id {source!r} is recorded.")


def _told_without(database: Database, claim_id: str, about: str) -> Records:
    """Return what is said of a claim's subject, the claim itself retracted."""
    claims = claims_touching(database, [about], [claim_id])
    backed = events_named(Records(interpretations=claims.interpretations))
    if backed:
        claims |= claims_touching(database, backed)
    return claims


def _note(database: Database, run: IngestRun, state: str) -> None:
    facts = {name: value for name, value in asdict(run).items() if value != ()}
    facts = {name: list(v) if isinstance(v, tuple) else v for name, v in facts.items()}
    database.write(("load/run", {"id": run.id, "facts": {**facts, "state": state}}))
