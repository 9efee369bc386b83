"""The records that count, seen together: good rows, not superseded, and the store's records."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import TypeVar

from graph.record.background import Background
from graph.record.dates import ALWAYS, Window
from graph.record.model import (
    Claim,
    Dataset,
    EventClaim,
    Interpretation,
    PersonClaim,
    Place,
    Record,
    Source,
    TieClaim,
)
from graph.record.references import references
from graph.record.schema import ReferenceKind, thing_id
from graph.record.vocabulary import Stance, TieKind
from ingest.batch import RowBatch, RowEntry
from ingest.known import Known
from ingest.table_row import RowFault, RowSpot

Found = Iterator[tuple[RowEntry, RowFault]]
"""What a check finds: rows, each with what is wrong with it."""
AnyRecord = TypeVar("AnyRecord", bound=Record)


class RecordsSeen:
    """Every table as (row, record), and beside it what the store holds of the same things."""

    def __init__(self, batch: RowBatch, known: Known, superseded: Mapping[str, str]) -> None:
        self._batch = batch
        self._superseded = superseded.keys() | known.retracted.keys()
        self.known = known.records.where(
            lambda claim: claim.active and claim.id not in superseded
        )
        self._stored = known.claims.keys()
        counting = {(tie.person, tie.relative) for tie in self.known.ties if is_parent(tie)}
        before = {(tie.person, tie.relative) for tie in known.records.ties if is_parent(tie)}
        self.parents = known.parents - (before - counting)
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

    def background(self) -> Iterator[tuple[RowEntry, Background, Background]]:
        """Yield the rows of places, sources and data sets that are stored, with the stored."""
        for rows, stored in (
            (self.datasets, self.known.datasets),
            (self.sources, self.known.sources),
            (self.places, self.known.places),
        ):
            known = {record.id: record for record in stored}
            for entry, record in rows:
                if record.id in known:
                    yield entry, record, known[record.id]

    def waiting(self) -> Iterator[tuple[RowEntry, str, str, RowSpot]]:
        """Yield the rows that name a person whose every row in their folder was rejected.

        Each comes with the column, the id and the rejected row. A person stored by the same
        data set is not waited for.
        """
        people = self._batch.standing("people")
        here = {(entry.spot.origin.folder, thing_id(entry.record)) for entry in people}
        stored = {(claim.dataset, claim.about) for claim in self.known.people}
        lost = {
            each: spot for each, spot in self._batch.lost_people.items() if each not in here
        }
        for table in self._batch.entries if lost else ():
            for entry in self._batch.standing(table):
                for kind, name, column in references(entry.record):
                    spot = lost.get((entry.spot.origin.folder, name))
                    own = (getattr(entry.record, "dataset", ""), name)
                    if kind is ReferenceKind.PERSON and spot and own not in stored:
                        yield entry, column, name, spot

    def stored(self, claim: Claim) -> bool:
        """Return whether the store holds a claim under this name."""
        return claim.id in self._stored

    def all_events(self) -> Iterator[EventClaim]:
        """Yield the claims of events, of the rows and of the store; a claim may come twice."""
        yield from (claim for _, claim in self.events)
        yield from self.known.events

    @cached_property
    def kinds(self) -> dict[str, set[str]]:
        """Return what the rows and the store say that an id is."""
        kinds: dict[str, set[str]] = {}
        for claim in self.all_people():
            kinds.setdefault(claim.about, set()).add(claim.kind)
        return kinds

    @cached_property
    def births(self) -> dict[str, Window]:
        """Return the window of birth of everyone with a record.

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


def is_parent(tie: TieClaim) -> bool:
    """Return whether a claim says that somebody is a parent."""
    return tie.kind is TieKind.PARENT_OF and tie.stance is Stance.SUPPORTS


def together(windows: list[Window]) -> Window:
    """Return what all windows allow; where they exclude each other, all that either allows."""
    both = hull = windows[0]
    for window in windows[1:]:
        both, hull = both & window, hull | window
    return hull if both.empty else both
