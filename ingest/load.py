"""The door to the store: what it already holds, and what a reading adds to it."""

from collections.abc import Callable
from datetime import UTC, datetime
from uuid import uuid4

from graph.rule.deriving import Progress, derive_calendars
from graph.store import IngestRun, LoadReport, Store
from ingest.known import Known, Mentioned
from ingest.reading import Reading
from ingest.version import VERSION
from ingest.visible import visible


def known_in(store: Store) -> Callable[[Mentioned], Known]:
    """Return what asks the store for the things that rows mention."""

    def known(mentioned: Mentioned) -> Known:
        if store.contents().empty:
            return Known()
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
        )

    return known


def load(
    store: Store,
    reading: Reading,
    *,
    into_shared: bool = False,
    on_progress: Progress | None = None,
) -> LoadReport:
    """Add a reading's records to the store and derive the calendars that they touch.

    The same reading twice changes nothing; killed at any moment and run again, the store ends
    as after an undisturbed run.

    Raises:
        StoreRefused: the database holds what is not ours, and `into_shared` is not set.
        StoreUnavailable: Neo4j went away.
    """
    store.prepare(into_shared=into_shared)
    report = store.load(
        reading.records, _run(reading), reading.superseded, on_progress or _silent
    )
    derive_calendars(store, on_progress)
    return report


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
