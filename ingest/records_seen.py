"""The records that count, seen together: standing rows, not superseded, and the store's."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import TypeVar

from graph.record.dates import ALWAYS, Window
from graph.record.model import (
    Claim,
    Dataset,
    EventClaim,
    Interpretation,
    PersonClaim,
    Place,
    Records,
    Source,
    TieClaim,
)
from ingest.batch import RowBatch, RowEntry
from ingest.known import Known
from ingest.row_references import Record
from ingest.table_row import RowFault

Found = Iterator[tuple[RowEntry, RowFault]]
"""What a check finds: rows, each with what is wrong with it."""
AnyRecord = TypeVar("AnyRecord", bound=Record)


class RecordsSeen:
    """Every table as (row, record), and beside it what the store holds of the same things."""

    def __init__(self, batch: RowBatch, known: Known, superseded: Mapping[str, str]) -> None:
        self._batch = batch
        self._superseded = superseded.keys() | known.retracted
        self.known = _active(known.records or Records(), superseded)
        self.parents = known.parents
        self.datasets = self._rows("dataset", Dataset)
        self.sources = self._rows("sources", Source)
        self.places = self._rows("places", Place)
        self.people = self._rows("people", PersonClaim)
        self.ties = self._rows("kinship", TieClaim)
        self.events = self._rows("events", EventClaim)
        self.interpretations = self._rows("interpretations", Interpretation)

    def _rows(self, table: str, kind: type[AnyRecord]) -> list[tuple[RowEntry, AnyRecord]]:
        return [
            (entry, entry.record)
            for entry in self._batch.standing(table)
            if isinstance(entry.record, kind) and self._counts(entry.record)
        ]

    def _counts(self, record: Record) -> bool:
        standing = not isinstance(record, Claim) or record.active
        return standing and record.id not in self._superseded

    def all_events(self) -> Iterator[EventClaim]:
        """Yield the claims of events, of the rows and of the store; a claim may come twice."""
        yield from (claim for _, claim in self.events)
        yield from self.known.events

    def kinds(self) -> dict[str, set[str]]:
        """Return what the rows and the store say that an id is."""
        return self._kinds

    @cached_property
    def _kinds(self) -> dict[str, set[str]]:
        kinds: dict[str, set[str]] = {}
        for claim in self.all_people():
            kinds.setdefault(claim.about, set()).add(claim.kind)
        return kinds

    @cached_property
    def births(self) -> dict[str, Window]:
        """Return the window of birth of everyone of whom something is said.

        Sources that exclude each other leave all that either allows.
        """
        births: dict[str, list[Window]] = {}
        for claim in self.all_people():
            if claim.born != ALWAYS:
                births.setdefault(claim.about, []).append(claim.born)
        return {person: together(windows) for person, windows in births.items()}

    def all_people(self) -> Iterator[PersonClaim]:
        """Yield the claims about people, of the rows and of the store; one may come twice."""
        yield from (claim for _, claim in self.people)
        yield from self.known.people


def together(windows: list[Window]) -> Window:
    """Return what all windows allow; where they exclude each other, all that either allows."""
    both = hull = windows[0]
    for window in windows[1:]:
        both, hull = both & window, hull | window
    return hull if both.empty else both


def _active(records: Records, superseded: Mapping[str, str]) -> Records:
    """Leave out what is retracted, or superseded by these rows."""

    def counts(claim: PersonClaim | TieClaim | EventClaim | Interpretation) -> bool:
        return claim.active and claim.id not in superseded

    return Records(
        datasets=records.datasets,
        sources=records.sources,
        places=records.places,
        people=tuple(filter(counts, records.people)),
        ties=tuple(filter(counts, records.ties)),
        events=tuple(filter(counts, records.events)),
        interpretations=tuple(filter(counts, records.interpretations)),
    )
