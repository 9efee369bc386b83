"""The rows of a hand-over, closed in themselves: nothing names what is not among them.

Claims are called what our import will call them. Where a hand-over has other names for them, or
two claims of one passage, the rows that refer to them follow.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, NamedTuple, TypeVar

from graph.export.formats.import_rows import (
    TABLES,
    Cells,
    background_row,
    claim_row,
    standing_cells,
)
from graph.export.formats.property_graph import PropertyGraph
from graph.export.package import Package
from graph.record.claim_names import claim_id, row_hash
from graph.record.dates import When
from graph.record.model import (
    Claim,
    EventClaim,
    Interpretation,
    Participant,
    PersonClaim,
    Place,
    Source,
    TieClaim,
)
from graph.record.vocabulary import Role
from graph.rule.stops import requests_in, warnings_in

T = TypeVar("T", bound=Claim)

DANGLING = "references to what was not handed over"
LAG = "days to an event that was not handed over"
NO_SUBJECT = "claims about somebody or something that was not handed over"
RETYPED = "claims whose row is not written to the letter as it was read"
TIMES = "times in words that our import cannot read"
LIFTED = "lifts of requests not to be contacted: where the rows are loaded, the stop stands"
HOUSEHOLD = "warnings about a household whose request was not handed over"


class ImportRow(NamedTuple):
    """A row of an import table, and the data set that it belongs to."""

    table: str
    dataset: str
    cells: Cells


@dataclass
class ImportRows:
    """The rows of a hand-over; once they were gone through, `unsaid` counts what is missing."""

    handed: Package
    unsaid: Counter[str] = field(default_factory=Counter)
    _names: dict[str, str] = field(default_factory=dict)
    _rows: dict[str, ImportRow] = field(default_factory=dict)
    _taken: set[str] = field(default_factory=set)

    def rows(self) -> Iterator[ImportRow]:
        """Yield every row, what others need first."""
        records = self.handed.records
        for dataset in records.datasets:
            yield ImportRow("dataset", dataset.id, background_row(dataset))
        background: tuple[Source | Place, ...] = (*records.sources, *records.places)
        for record in background:
            yield ImportRow(TABLES[type(record)], record.dataset, self._background(record))
        for claim in self._claims.values():
            if self._name(claim.id):
                yield self._standing(claim, self._rows[claim.id])
        yield from map(self._row, self._requests())

    @cached_property
    def _claims(self) -> dict[str, Claim]:
        found = (self._closed(claim) for claim in self.handed.records.claims())
        return {claim.id: claim for claim in found if claim is not None}

    @cached_property
    def _ids(self) -> dict[str, frozenset[str]]:
        records = self.handed.records
        return {
            "source": frozenset(each.id for each in records.sources),
            "place": frozenset(each.id for each in records.places),
            "person": frozenset(claim.about for claim in records.people),
            "event": frozenset(claim.about for claim in records.events),
            "reading": frozenset(claim.about for claim in records.interpretations),
            "claim": frozenset(claim.id for claim in records.claims()),
        }

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
        if isinstance(claim, Interpretation) and claim.of in self._ids["claim"]:
            claim = replace(claim, of=self._name(claim.of))
        row = ImportRow(TABLES[type(claim)], claim.dataset, claim_row(claim))
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
        told, number = row, 1
        while _called(told) in self._taken:
            number += 1
            locator = f"{row.cells.get('locator', '')} ({number})".strip()
            told = row._replace(cells=row.cells | {"locator": locator})
        self._taken.add(_called(told))
        return told

    def _requests(self) -> Iterator[EventClaim]:
        """Yield requests of those of whom only the stop was handed over: it stays."""
        graph = PropertyGraph(self.handed)
        known = requests_in(graph.known)
        self.unsaid[HOUSEHOLD] = len(graph.households - warnings_in(graph.known).keys())
        for claim in self.handed.records.people:
            if claim.about in graph.stops and claim.about not in known:
                known[claim.about] = ()
                yield _request(claim)

    def _closed(self, claim: Claim) -> Claim | None:
        """Return a claim without references to what is not here; None if nothing is left."""
        if not claim.about or claim.source not in self._ids["source"]:
            self.unsaid[NO_SUBJECT] += 1
            return None
        match claim:
            case PersonClaim():
                return replace(claim, member_of=self._there("person", claim.member_of))
            case TieClaim() if {claim.person, claim.relative} <= self._ids["person"]:
                return self._with_times(claim, "since", "until")
            case EventClaim() if any(p.role is Role.SUBJECT for p in self._people(claim)):
                return self._event(claim)
            case Interpretation() if claim.of in self._ids["event"] | self._ids["claim"]:
                return self._reading(claim)
        self.unsaid[NO_SUBJECT] += 1
        return None

    def _people(self, claim: EventClaim) -> tuple[Participant, ...]:
        return tuple(each for each in claim.people if each.person in self._ids["person"])

    def _event(self, claim: EventClaim) -> EventClaim | None:
        if claim.type == "released" and claim.ends not in self._ids["event"]:
            self.unsaid[NO_SUBJECT] += 1
            return None
        people = self._people(claim)
        self.unsaid[DANGLING] += len(claim.people) - len(people)
        closed = replace(
            claim,
            people=people,
            place=self._one("place", claim.place),
            after=self._there("event", claim.after),
            before=self._there("event", claim.before),
            ends=self._one("event", claim.ends),
            relayed_by=self._there("person", claim.relayed_by),
        )
        if closed.lag is not None and not (closed.after or closed.before):
            self.unsaid[LAG] += 1
            closed = replace(closed, lag=None)
        return self._with_times(closed, "when", "until", "learned")

    def _reading(self, claim: Interpretation) -> Interpretation:
        return replace(
            claim,
            by=self._one("person", claim.by),
            backs=self._one("event", claim.backs),
            alternative_to=self._one("reading", claim.alternative_to),
        )

    def _background(self, record: Source | Place) -> Cells:
        kind = "source" if isinstance(record, Source) else "place"
        closed: Source | Place = replace(record, part_of=self._one(kind, record.part_of))
        if isinstance(closed, Source):
            closed = replace(closed, informant=self._one("person", closed.informant))
        return background_row(closed)

    def _with_times(self, claim: T, *names: str) -> T:
        """Return a claim whose times name no event that is not here."""
        changed: dict[str, Any] = {}
        for name in names:
            when: When | None = getattr(claim, name)
            if when is not None and when.event and not self._one("event", when.event):
                changed[name] = replace(when, event="", text="")
        return replace(claim, **changed) if changed else claim

    def _one(self, kind: str, id_: str) -> str:
        return next(iter(self._there(kind, (id_,) if id_ else ())), "")

    def _there(self, kind: str, ids: Iterable[str]) -> tuple[str, ...]:
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
        type="asked_not_to_be_contacted",
        people=(Participant(role=Role.SUBJECT, person=claim.about),),
        note="the request itself was not handed over",
    )
