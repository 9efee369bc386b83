"""The door to the store: what it already holds, and what a reading adds to it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

from graph.errors import GraphError
from graph.record.model import Records
from graph.store import IngestRun, LoadReport, Store
from graph.store.deriving import NotDerived, Progress, derive_calendars
from graph.views.held_names import state
from ingest import quarantine
from ingest.known import Known, Mentioned
from ingest.reading import Reading
from ingest.version import VERSION
from ingest.visible import visible


def known_in(store: Store) -> Callable[[Mentioned], Known]:
    """Return what asks the store for the things that rows mention."""

    def known(mentioned: Mentioned) -> Known:
        before = state(store)
        if store.contents().empty:
            return Known(state=before)
        about = mentioned.people | mentioned.events | mentioned.interpretations
        told = store.claims_about(about)
        background = store.background(mentioned.datasets, mentioned.sources, mentioned.places)
        return Known(
            datasets={one.id: one.country_of_risk for one in background.datasets},
            sources=frozenset(source.id for source in background.sources),
            places=frozenset(place.id for place in background.places),
            people=frozenset(claim.about for claim in told.people),
            events=frozenset(claim.about for claim in told.events),
            interpretations=frozenset(claim.about for claim in told.interpretations),
            claims=store.claim_hashes(mentioned.claims),
            retracted=frozenset(store.retracted(mentioned.claims)),
            parents=frozenset(store.parents_around(mentioned.people)),
            records=told | background,
            state=before,
        )

    return known


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """What a load did, and the reading as it was checked last."""

    report: LoadReport
    reading: Reading
    kept: tuple[Path, ...] = ()
    """Quarantine folders of rows that no longer stood when it was their turn."""


def load(
    store: Store,
    reading: Reading,
    *,
    into_shared: bool = False,
    on_progress: Progress | None = None,
) -> LoadReport:
    """Do as `load_checked` does, for who needs no more than what was stored."""
    return load_checked(store, reading, into_shared=into_shared, on_progress=on_progress).report


def load_checked(
    store: Store,
    reading: Reading,
    *,
    into_shared: bool = False,
    on_progress: Progress | None = None,
) -> Loaded:
    """Add a reading's records to the store and derive the calendars that they touch.

    If the store is not what the reading was checked against, it is checked again while nobody
    else can write; rows that fall by that are kept in the quarantine before anything is loaded.

    The same reading twice changes nothing; killed at any moment and run again, the store ends
    as after an undisturbed run.

    Raises:
        StoreRefused: the database holds what is not ours, and `into_shared` is not set.
        StoreUnavailable: Neo4j went away.
        GraphError: rows that fell could not be kept, so nothing was loaded.
    """
    store.prepare(into_shared=into_shared)
    checked, kept = reading, list[Path]()

    def again() -> tuple[Records, Mapping[str, str]]:
        nonlocal checked
        checked = _checked_again(store, reading)
        kept.extend(_kept(reading, checked))
        return checked.records, checked.superseded

    report = store.load(
        reading.records, _run(reading), reading.superseded, on_progress or _silent, again
    )
    try:
        derive_calendars(store, on_progress)
    except NotDerived as error:
        report = replace(report, not_derived=str(error))
    return Loaded(report=report, reading=checked, kept=tuple(kept))


def _checked_again(store: Store, reading: Reading) -> Reading:
    """Return a reading as it stands now; the same one where the store did not change."""
    if reading.again is None or reading.state == state(store):
        return reading
    return reading.again(known_in(store))


def _kept(before: Reading, now: Reading) -> tuple[Path, ...]:
    """Keep the rows that have fallen since; return the folders."""
    known = {id(each) for each in before.rejected}
    fallen = tuple(each for each in now.rejected if id(each) not in known)
    try:
        kept = quarantine.write(replace(now, rejected=fallen), quarantine.home())
    except OSError as error:
        raise GraphError(
            f"The rows that no longer stand could not be kept ({error}), so nothing was "
            "loaded; make room, or name another folder in GRAPH_HOME."
        ) from error
    return kept.folders if kept else ()


def _run(reading: Reading) -> IngestRun:
    """Describe this run of ingest."""
    total = reading.total
    return IngestRun(
        id=uuid4().hex,
        files=tuple(visible(file.path.name) for file in reading.files),
        hashes=tuple(file.sha256 for file in reading.files),
        tool=VERSION,
        started=datetime.now(tz=UTC).isoformat(timespec="seconds"),
        rows_read=total.read,
        rows_taken=total.taken,
        rows_rejected=total.rejected,
    )


def _silent(_doing: str, _done: int, _total: int) -> None:
    """Tell nobody how far the work is."""
