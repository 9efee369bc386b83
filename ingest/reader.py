"""The reader: from paths to records that count, and rows that do not."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Final, cast

from graph.facts.source_dates import Tellings
from graph.record.background import differing, may_correct, together
from graph.record.claim_names import claim_id, row_hash
from graph.record.dates import ALWAYS
from graph.record.model import Claim, Dataset, Record, Records, Source
from graph.record.schema import TABLES, ReferenceKind
from graph.record.vocabulary import Standing
from graph.store.collecting import seldom_collecting
from graph.words.wording import counted
from ingest import asking_back
from ingest.batch import RowBatch, RowEntry
from ingest.cells import cell_faults
from ingest.checks import (
    background_checks,
    event_checks,
    family_checks,
    sameness_checks,
    telling_checks,
)
from ingest.corrections_of_others import corrections_of_others
from ingest.fields import Fields
from ingest.known import Known, Mentioned, nothing_known
from ingest.reading import Reading, RowCount
from ingest.records_seen import Found, RecordsSeen
from ingest.row_records import read_record
from ingest.table_files import Tables, open_tables
from ingest.table_row import Raw, Rejected, RowFault, RowSpot, TableForm
from ingest.visible import visible
from ingest.xlsx_rows import CUT

_CHECKS: Final[tuple[Callable[[RecordsSeen], Found], ...]] = (
    background_checks.changed_background,
    background_checks.countries,
    background_checks.containment,
    sameness_checks.ids_of_others,
    background_checks.wrong_kinds,
    background_checks.members_of_no_group,
    sameness_checks.one_person_of_two_kinds,
    telling_checks.tellings_to_come,
    telling_checks.after_the_telling,
    family_checks.two_ties,
    family_checks.kin_of_organisations,
    family_checks.parent_rings,
    sameness_checks.own_ancestors,
    family_checks.younger_parents,
    sameness_checks.younger_than_children,
    event_checks.two_types,
    event_checks.events_of_others,
    event_checks.endings,
    event_checks.order_rings,
    event_checks.impossible_orders,
    background_checks.readings_of_facts,
    sameness_checks.names_of_the_lost,
)
_MOST_NAMED: Final = 20
"""Claims that a note names one by one."""
_MOST_SINGLE: Final = 1_000
"""Broken lines of a file that are kept one by one; more of them in a row are kept together."""


def read(
    paths: Sequence[Path],
    *,
    encoding: str | None = None,
    known: Callable[[Mentioned], Known] = nothing_known,
) -> Reading:
    """Read tables and check every row; nothing is loaded.

    A bad row never stops the good ones: it is in `rejected`, and so is what names it.

    Args:
        paths: files, and folders of files (not of folders).
        encoding: of CSV and JSON lines; UTF-8 where None, and never guessed.
        known: asked once, for what the store holds of the things that the rows mention.
    """
    tables = open_tables(paths, encoding)
    with closing(tables), seldom_collecting():
        return _Reader(tables).read(known)


class _Reader:
    """One reading while it goes on."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self._batch = RowBatch()
        self._datasets: dict[Path, str] = {}
        self._tellings = Tellings(())
        self._later: list[Raw] = []
        self._read: Counter[str] = Counter()
        self._broken: Counter[Path] = Counter()
        self._last: RowSpot | None = None
        self._lost_requests: list[tuple[RowSpot, str]] = []

    def read(self, known: Callable[[Mentioned], Known]) -> Reading:
        for raw in self._tables.rows(""):
            self._take(raw)
        for table in TABLES:
            if table == "sources":
                self._know_datasets()
            if table == "places":
                self._tellings = Tellings(self._sources())
            for raw in self._tables.rows(table):
                self._take(raw)
        store = known(self._mentioned())
        self._tellings = Tellings(self._with_stored(store.records.sources))
        for raw in self._later:
            self._parse(raw, final=True)
        return self._met(store)

    def again(self, known: Callable[[Mentioned], Known]) -> Reading:
        """Check the rows once more: the store may hold something else by now."""
        self._batch.forget_known()
        return self._met(known(self._mentioned()))

    def _met(self, store: Known) -> Reading:
        """Return the reading, checked against the store."""
        for each in self._tables.rejected:
            thing = _about(each.spot)
            self._batch.unread.setdefault(thing, each.spot.origin.name)
        self._batch.meet(store)
        superseded = self._check(store)
        return self._result(superseded, store)

    def _take(self, raw: Raw) -> None:
        """Count a row and parse it, or keep it as broken."""
        spot = raw.spot
        self._read[spot.table] += spot.rows
        faults = raw.faults
        if not faults:
            faults = tuple(cell_faults(TABLES[spot.table], raw.cells))
        if faults:
            self._lose(raw, faults)
        else:
            self._parse(raw, final=False)
        self._last = spot

    def _parse(self, raw: Raw, *, final: bool) -> None:
        """Turn a row into its record; one that counts from a telling not yet known waits."""
        name = raw.spot.table
        said_on = self._tellings.window(raw.cells.get("source", ""))
        row = Fields(TABLES[name], raw.cells, said_on or ALWAYS)
        record = read_record(row, self._datasets.get(raw.spot.origin.folder, ""))
        if said_on in (None, ALWAYS) and row.used_telling and not final:
            self._later.append(raw)
        elif row.faults:
            self._lose(raw, tuple(row.faults))
        else:
            hashed = record.row_hash if isinstance(record, Claim) else row_hash(name, raw.cells)
            self._batch.add(name, record, raw.spot, hashed)

    def _lose(self, raw: Raw, faults: tuple[RowFault, ...]) -> None:
        spot = raw.spot
        if spot.table == "events" and asking_back.is_request(raw.cells.get("type", "")):
            self._lost_requests.append((spot, raw.cells.get("subject", "")))
        if raw.faults and self._kept_together(spot):
            return
        rejection = Rejected(spot=spot, faults=faults, whole_file=CUT in faults)
        thing, this = _about(spot), raw.cells.get("id", "")
        claim = (
            claim_id(this, raw.cells, row_hash(spot.table, raw.cells)) if _hashable(raw) else ""
        )
        self._batch.lose(rejection, thing, this, claim)

    def _kept_together(self, spot: RowSpot) -> bool:
        """Add a broken line to the one before where there are too many to keep one by one."""
        path = spot.origin.path
        self._broken[path] += 1
        if self._broken[path] <= _MOST_SINGLE or spot.origin.form is TableForm.XLSX:
            return False
        before = self._batch.rejected[-1]
        row_before = self._last
        if row_before is None or before.file != path or before.spot.end != row_before.end:
            return False
        joined = before.spot._replace(end=spot.end, rows=before.spot.rows + spot.rows)
        self._batch.rejected[-1] = replace(before, spot=joined)
        return True

    def _know_datasets(self) -> None:
        """Give each folder the id of its data set; a folder with two has none."""
        rows: dict[Path, list[RowEntry]] = defaultdict(list)
        for entry in self._batch.standing("dataset"):
            rows[entry.spot.origin.folder].append(entry)
        for folder, entries in rows.items():
            if len({entry.record.id for entry in entries}) > 1:
                problem = (
                    "is one of two data sets in one folder; keep each in a folder of its own"
                )
                for entry in entries:
                    self._batch.reject(
                        entry, RowFault(column="id", value=entry.record.id, problem=problem)
                    )
            else:
                self._datasets[folder] = entries[0].record.id

    def _sources(self) -> list[Source]:
        return [cast(Source, entry.record) for entry in self._batch.standing("sources")]

    def _with_stored(self, stored: Sequence[Source]) -> Iterator[Source]:
        """Yield the sources as they are once the rows are loaded, and those of the store."""
        kept = {source.id: source for source in stored}
        yield from stored
        for source in self._sources():
            old = kept.get(source.id)
            if old is None:
                yield source
            elif may_correct(source, old) or not differing(source, old):
                yield together(source, old)

    def _mentioned(self) -> Mentioned:
        """Return what the rows mention, those that wait for their telling as well."""
        for raw in self._later:
            row = Fields(TABLES[raw.spot.table], raw.cells)
            self._batch.mention(read_record(row, ""))
        return self._batch.mentioned()

    def _check(self, store: Known) -> dict[str, str]:
        """Run the checks across rows until no correction has fallen with a rejected row."""
        while True:
            superseded = self._batch.superseded()
            view = RecordsSeen(self._batch, store, superseded)
            for check in _CHECKS:
                wrong: dict[RowEntry, list[RowFault]] = {}
                for entry, fault in check(view):
                    wrong.setdefault(entry, []).append(fault)
                for entry, faults in wrong.items():
                    self._batch.reject(entry, *faults)
                if wrong:
                    self._batch.settle()
                    view = RecordsSeen(self._batch, store, superseded)
            if superseded == self._batch.superseded():
                return superseded

    def _result(self, superseded: dict[str, str], store: Known) -> Reading:
        rejected = (*self._tables.rejected, *self._batch.rejected)
        records = {
            table.plural: tuple(
                _standing(entry.record, superseded) for entry in self._batch.standing(name)
            )
            for name, table in TABLES.items()
        }
        sources, lowered = _kept_low(records["sources"], store.records)
        records["sources"] = sources
        return Reading(
            records=Records(**records),  # type: ignore[arg-type]
            rejected=tuple(sorted(rejected, key=_causes_first)),
            counts=self._counts(),
            files=tuple(self._tables.files),
            superseded={old: new for old, new in superseded.items() if old in store.claims},
            datasets=self._standing_datasets(),
            notes=tuple(
                map(
                    visible,
                    (
                        *self._tables.notes,
                        *self._notes(),
                        *_changed_rows(self._batch),
                        *background_checks.corrected_background(
                            RecordsSeen(self._batch, store, superseded)
                        ),
                        *lowered,
                        *corrections_of_others(self._batch, superseded, store.records),
                        *asking_back.lost_requests(self._lost_requests, self._batch),
                        *asking_back.words_that_ask(self._batch, store.records),
                    ),
                )
            ),
            state=store.state,
            again=self.again,
        )

    def _standing_datasets(self) -> dict[Path, Dataset]:
        rows = {
            entry.record.id: cast(Dataset, entry.record)
            for entry in self._batch.standing("dataset")
        }
        return {folder: rows[name] for folder, name in self._datasets.items() if name in rows}

    def _counts(self) -> dict[str, RowCount]:
        read, rejected, taken = self._read, Counter[str](), Counter[str]()
        for each in self._tables.rejected:
            read[each.spot.table] += each.spot.rows
        for each in (*self._tables.rejected, *self._batch.rejected):
            rejected[each.spot.table] += each.spot.rows
        for table in TABLES:
            taken[table] = sum(1 + len(entry.twins) for entry in self._batch.standing(table))
        known = [table for table in TABLES if read[table]]
        return {
            table: RowCount(read=read[table], taken=taken[table], rejected=rejected[table])
            for table in (*known, *sorted(read.keys() - TABLES.keys()))
            if read[table]
        }

    def _notes(self) -> tuple[str, ...]:
        """Say which folders have no data set: their country of risk is not known."""
        folders = {
            entry.spot.origin.folder
            for table in ("people", "events")
            for entry in self._batch.standing(table)
        }
        return tuple(
            f"{folder.name} has no dataset table, so its rows belong to no data set and no "
            "country of risk is known for them"
            for folder in sorted(folders - self._datasets.keys())
        )


def _about(spot: RowSpot) -> ReferenceKind | None:
    """Return what the rows of a table are about; None for no known table."""
    return TABLES[spot.table].about if spot.table in TABLES else None


def _kept_low(
    sources: Sequence[Record], stored: Records
) -> tuple[tuple[Record, ...], list[str]]:
    """Return sources with a consent that was lowered before left so, and what is said of it."""
    known = {source.id: source for source in stored.sources}
    kept: list[Record] = []
    notes = []
    for source in cast(Sequence[Source], sources):
        kept.append(background_checks.no_further(source, known.get(source.id, source)))
        if kept[-1] != source:
            notes.append(
                f"the consent of {source.id} was lowered to {known[source.id].consent.value} "
                f"before and stays so, although the table says {source.consent.value}"
            )
    return tuple(kept), notes


def _changed_rows(batch: RowBatch) -> Iterator[str]:
    """Say which rows are in another form than the one that was loaded before."""
    changed = [entry.record.id for entry in batch.changed if entry not in batch.outdated]
    new = [name for name in changed if not batch.stored(name)]
    if new:
        yield (
            f"{counted(len(new), 'row')} changed since the data set was loaded; each corrects "
            f"what is stored, which stays readable: {_named(new)}"
        )
    old = [entry.record.id for entry in batch.outdated]
    if old:
        yield (
            f"{counted(len(old), 'row')} changed since in the same data set; the later form "
            f"counts, and this one does not: {_named(old)}"
        )


def _named(names: list[str]) -> str:
    more = f" and {len(names) - _MOST_NAMED:,} more" if len(names) > _MOST_NAMED else ""
    return ", ".join(sorted(names)[:_MOST_NAMED]) + more


def _hashable(raw: Raw) -> bool:
    return raw.spot.table in TABLES and not raw.faults


def _causes_first(each: Rejected) -> tuple[int, str, str, int]:
    """Order by place, and causes before what only follows from them."""
    return each.rank, str(each.file), each.spot.origin.sheet, each.line


def _standing(record: Record, superseded: Mapping[str, str]) -> Record:
    if isinstance(record, Claim) and record.id in superseded and not record.retracted_by:
        return replace(record, standing=Standing.RETRACTED, retracted_by=superseded[record.id])
    return record
