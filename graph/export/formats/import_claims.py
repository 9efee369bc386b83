"""The rows of a hand-over, complete in themselves: no row names what is not among them.

Claims have the names that a load will give them. Where a hand-over has other names, or two
claims of one passage, the rows that refer to them follow.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, NamedTuple, TypeVar, cast

from graph.export.formats.import_rows import Cells, background_row, claim_row, standing_cells
from graph.export.formats.property_graph import PropertyGraph
from graph.export.package import Package
from graph.record.claim_names import claim_id, row_hash
from graph.record.model import (
    Claim,
    EventClaim,
    Interpretation,
    Participant,
    PersonClaim,
    Place,
    Record,
    Source,
)
from graph.record.references import is_claim, kind_of
from graph.record.schema import (
    Column,
    Holds,
    ReferenceKind,
    each_record,
    table_of,
    thing_id,
)
from graph.record.vocabulary import REQUEST_TYPE, Role, event_types
from graph.rule.stops import asked_nearby, requests_in

R = TypeVar("R", bound=Record)

DANGLING = "references to what was not handed over"
LAG = "days to an event that was not handed over"
NO_SUBJECT = "claims about somebody or something that was not handed over"
RETYPED = "claims whose row is not written to the letter as it was read"
TIMES = "times in words that our import cannot read"
LIFTED = "lifts of requests not to be contacted: the stop stays where the rows are loaded"
HOUSEHOLD = "warnings about a household whose request was not handed over"


class ImportRow(NamedTuple):
    """A row of an import table, and the data set that it belongs to."""

    table: str
    dataset: str
    cells: Cells


@dataclass
class ImportRows:
    """The rows of a hand-over; once they were gone through, `unsaid` counts what is missing."""

    package: Package
    unsaid: Counter[str] = field(default_factory=Counter)
    _names: dict[str, str] = field(default_factory=dict)
    _rows: dict[str, ImportRow] = field(default_factory=dict)
    _taken: set[str] = field(default_factory=set)

    def rows(self) -> Iterator[ImportRow]:
        """Yield every row, what others need first."""
        records = self.package.records
        for dataset in records.datasets:
            yield ImportRow("dataset", dataset.id, background_row(dataset))
        background: tuple[Source | Place, ...] = (*records.sources, *records.places)
        for record in background:
            closed = self._rest(record)
            yield ImportRow(table_of(type(record)).name, record.dataset, background_row(closed))
        for claim in self._claims.values():
            if self._name(claim.id):
                yield self._standing(claim, self._rows[claim.id])
        yield from map(self._row, self._requests())

    @cached_property
    def _claims(self) -> dict[str, Claim]:
        closed = (self._closed(claim) for claim in self.package.records.claims())
        return {claim.id: claim for claim in closed if claim is not None}

    @cached_property
    def _ids(self) -> dict[ReferenceKind, set[str]]:
        ids = {kind: set[str]() for kind in ReferenceKind}
        for table, record in each_record(self.package.records):
            ids[table.about].add(thing_id(record))
            if isinstance(record, Claim):
                ids[ReferenceKind.CLAIM].add(record.id)
        return ids

    def _name(self, claim: str) -> str:
        """Return what our import will call a claim; "" for one that is not written."""
        if claim not in self._names:
            self._names[claim] = ""  # whatever refers to itself by steps refers to nothing
            if claim in self._claims:
                row = self._row(self._claims[claim])
                self._rows[claim] = row
                self._names[claim] = _called(row)
        return self._names[claim]

    def _row(self, claim: Claim) -> ImportRow:
        claim = replace(claim, supersedes=self._name(claim.supersedes))
        if isinstance(claim, Interpretation) and is_claim(claim.of):
            claim = replace(claim, of=self._name(claim.of))
        row = ImportRow(table_of(type(claim)).name, claim.dataset, claim_row(claim))
        self._note(claim, row)
        return self._told_apart(row)

    def _standing(self, claim: Claim, row: ImportRow) -> ImportRow:
        """Add what became of a claim; who replaced it is named only when all have names."""
        by = claim.retracted_by
        ended = replace(claim, retracted_by=self._name(by) or by)
        return row._replace(cells=row.cells | standing_cells(ended))

    def _note(self, claim: Claim, row: ImportRow) -> None:
        if claim.row_hash and claim.row_hash != row_hash(row.table, row.cells):
            self.unsaid[RETYPED] += 1
        self.unsaid[LIFTED] += isinstance(claim, EventClaim) and bool(claim.lifted)
        if (
            isinstance(claim, EventClaim)
            and claim.when.text
            and not (row.cells.keys() & {"when", "edtf"})
        ):
            self.unsaid[TIMES] += 1

    def _told_apart(self, row: ImportRow) -> ImportRow:
        """Give a claim a passage of its own where another one has the same name."""
        apart, number = row, 1
        while _called(apart) in self._taken:
            number += 1
            locator = f"{row.cells.get('locator', '')} ({number})".strip()
            apart = row._replace(cells=row.cells | {"locator": locator})
        self._taken.add(_called(apart))
        return apart

    def _requests(self) -> Iterator[EventClaim]:
        """Yield a request for each person with nothing but a stop in the export: it stays."""
        graph = PropertyGraph(self.package)
        known = requests_in(graph.known)
        self.unsaid[HOUSEHOLD] = len(graph.households - asked_nearby(graph.known).keys())
        for claim in self.package.records.people:
            if claim.about in graph.stops and claim.about not in known:
                known[claim.about] = ()
                yield _request(claim)

    def _closed(self, claim: Claim) -> Claim | None:
        """Return a claim without references to what is not here; None if nothing is left."""
        if not claim.about or not all(self._needed(claim)):
            self.unsaid[NO_SUBJECT] += 1
            return None
        return self._event(claim) if isinstance(claim, EventClaim) else self._rest(claim)

    def _needed(self, claim: Claim) -> Iterator[bool]:
        """Yield for each reference that a claim needs whether its target is here."""
        table = table_of(type(claim))
        for column in table.referring:
            if column.must:
                id_ = table.value(claim, column.field)
                yield id_ in self._ids[kind_of(column, id_)]
        if isinstance(claim, EventClaim):
            yield any(part.role is Role.SUBJECT for part in self._people(claim))
            ends = event_types()[claim.type].must_end
            yield not ends or claim.ends in self._ids[ReferenceKind.EVENT]

    def _people(self, claim: EventClaim) -> tuple[Participant, ...]:
        known = self._ids[ReferenceKind.PERSON]
        return tuple(each for each in claim.people if each.person in known)

    def _event(self, claim: EventClaim) -> EventClaim:
        people = self._people(claim)
        self.unsaid[DANGLING] += len(claim.people) - len(people)
        closed = replace(self._rest(claim), people=people)
        if closed.lag is not None and not (closed.after or closed.before):
            self.unsaid[LAG] += 1
            closed = replace(closed, lag=None)
        return closed

    def _rest(self, record: R) -> R:
        """Return a record without references to what is not here; claims are named later."""
        table = table_of(type(record))
        changed = table.values(record)
        for column in table.referring:
            if changed[column.field] and column.holds is not Holds.CLAIM:
                changed[column.field] = self._here(column, changed[column.field])
        return cast(R, table.build(changed))

    def _here(self, column: Column, value: Any) -> Any:  # noqa: ANN401 - what the column holds
        """Return what a cell refers to without what is not here; it is counted."""
        if column.holds is Holds.DATE:
            there = not value.event or self._there(ReferenceKind.EVENT, (value.event,))
            return value if there else replace(value, event="", text="")
        if column.holds is Holds.IDS:
            return self._there(column.refers_to[0], value)
        return next(iter(self._there(column.refers_to[0], (value,))), "")

    def _there(self, kind: ReferenceKind, ids: Iterable[str]) -> tuple[str, ...]:
        named = tuple(ids)
        kept = tuple(id_ for id_ in named if id_ in self._ids[kind])
        self.unsaid[DANGLING] += len(named) - len(kept)
        return kept


def _called(row: ImportRow) -> str:
    return claim_id(row.cells["id"], row.cells, row_hash(row.table, row.cells))


def _request(claim: PersonClaim) -> EventClaim:
    about = f"{claim.about}-asked"
    return EventClaim(
        id=f"{about}@{claim.source}",
        about=about,
        source=claim.source,
        dataset=claim.dataset,
        type=REQUEST_TYPE,
        people=(Participant(role=Role.SUBJECT, person=claim.about),),
        note="the request itself was not handed over",
    )
