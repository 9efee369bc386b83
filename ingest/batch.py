"""All rows of one reading, which of them stand, and which fall with those that they name."""

from collections import defaultdict
from collections.abc import Container, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from graph.record.model import Claim, Dataset
from ingest.known import Known, Mentioned
from ingest.row_references import TABLE_THINGS, Record, ReferenceKind, references, thing_id
from ingest.table_row import Rejected, RowFault, RowSpot, fault, nearest

_MOST_SUGGESTIONS = 100
"""A search for the nearest id costs milliseconds; nobody reads a thousand of them."""


@dataclass(slots=True, eq=False)
class RowEntry:
    """A row that could be read: its record, where it stood, and whether it still stands.

    `twins` are rows with the very same content: one claim, each of them counted.
    """

    table: str
    record: Record
    spot: RowSpot
    hash: str
    alive: bool = True
    twins: list[RowSpot] = field(default_factory=list)

    @property
    def key(self) -> str:
        """Return the name under which its content must be one."""
        return self.record.id


class RowBatch:
    """The rows of one reading. Rejecting one lets those fall that wait for it (`settle`).

    `unread` names, for each kind of thing, a file with rows whose ids could not be read; under
    None one of no known table.
    """

    def __init__(self) -> None:
        self.entries: dict[str, list[RowEntry]] = {table: [] for table in TABLE_THINGS}
        self.rejected: list[Rejected] = []
        self.lost_datasets: dict[Path, RowSpot] = {}
        self.unread: dict[ReferenceKind | None, str] = {}
        self._keys: dict[str, dict[str, RowEntry]] = {table: {} for table in TABLE_THINGS}
        self._conflicts: dict[tuple[str, str], list[RowEntry]] = defaultdict(list)
        self._defined: dict[ReferenceKind, dict[str, int]] = {
            thing: {} for thing in ReferenceKind
        }
        self._lost: dict[tuple[ReferenceKind, str], RowSpot] = {}
        self._mentioned: set[tuple[ReferenceKind, str]] = set()
        self._suggested = 0
        self._known: dict[ReferenceKind, Container[str]] = {}
        self._users: dict[ReferenceKind, dict[str, list[RowEntry]]] | None = None
        self._scanned = False

    def add(self, table: str, record: Record, spot: RowSpot, row_hash: str) -> None:
        """Take a row in; one with the same name and content is the same claim."""
        keys = self._keys[table]
        first = keys.get(record.id)
        if first is not None and first.hash == row_hash:
            first.twins.append(spot)
            first.record = _of_the_first(first.record, record)
            return
        entry = RowEntry(table=table, record=record, spot=spot, hash=row_hash)
        if first is not None:
            conflict = self._conflicts[table, record.id]
            same = next((each for each in conflict if each.hash == row_hash), None)
            if same is not None:
                same.twins.append(spot)
                return
            conflict.append(entry)
        else:
            keys[record.id] = entry
        self.entries[table].append(entry)
        for thing, name in _defines(entry):
            self._defined[thing][name] = self._defined[thing].get(name, 0) + 1

    def lose(
        self,
        rejection: Rejected,
        thing: ReferenceKind | None = None,
        name: str = "",
        claim: str = "",
    ) -> None:
        """Keep a row that could not even be read, and the id that others may wait for."""
        self.rejected.append(rejection)
        if thing is not None and name:
            self._lost.setdefault((thing, name), rejection.spot)
            if claim:
                self._lost.setdefault((ReferenceKind.CLAIM, claim), rejection.spot)
        else:
            self.unread.setdefault(thing, rejection.spot.origin.name)
        if thing is ReferenceKind.DATASET:
            self.lost_datasets[rejection.spot.origin.folder] = rejection.spot

    def reject(self, entry: RowEntry, *faults: RowFault) -> None:
        """Reject a row and its twins; whoever names it falls when the batch is settled next."""
        if not entry.alive:
            return
        entry.alive = False
        for spot in (entry.spot, *entry.twins):
            self.rejected.append(Rejected(spot=spot, faults=faults))
        for thing, name in _defines(entry):
            self._defined[thing][name] -= 1
            self._lost.setdefault((thing, name), entry.spot)
        if entry.table == "dataset":
            self.lost_datasets[entry.spot.origin.folder] = entry.spot

    def standing(self, table: str) -> Iterator[RowEntry]:
        """Yield the rows of a table that stand."""
        return (entry for entry in self.entries[table] if entry.alive)

    def superseded(self) -> dict[str, str]:
        """Return the claims that standing rows correct, each with the first one that does."""
        found: dict[str, str] = {}
        for table in self.entries:
            for entry in self.standing(table):
                if isinstance(entry.record, Claim) and (old := entry.record.supersedes):
                    found[old] = min(found.get(old, entry.record.id), entry.record.id)
        return found

    def mention(self, record: Record) -> None:
        """Note what a row names that is not taken in yet."""
        self._mentioned.update((thing, name) for thing, name, _ in references(record))
        if isinstance(record, Claim):
            self._mentioned.add((ReferenceKind.CLAIM, record.id))

    def mentioned(self) -> Mentioned:
        """Return every id that a row names or is about."""
        ids: dict[ReferenceKind, set[str]] = {
            thing: set(names) for thing, names in self._defined.items()
        }
        for thing, name in self._mentioned:
            ids[thing].add(name)
        for table in self.entries:
            for entry in self.standing(table):
                for thing, name, _ in references(entry.record):
                    ids[thing].add(name)
        return Mentioned(
            datasets=frozenset(ids[ReferenceKind.DATASET]),
            sources=frozenset(ids[ReferenceKind.SOURCE]),
            places=frozenset(ids[ReferenceKind.PLACE]),
            people=frozenset(ids[ReferenceKind.PERSON]),
            events=frozenset(ids[ReferenceKind.EVENT]),
            interpretations=frozenset(ids[ReferenceKind.INTERPRETATION]),
            claims=frozenset(ids[ReferenceKind.CLAIM]),
        )

    def forget_known(self) -> None:
        """Let the next `meet` look anew for what names what is not there."""
        self._scanned = False

    def meet(self, known: Known) -> None:
        """Reject what contradicts the store or itself, by name; then let the others settle."""
        self._known = {
            ReferenceKind.DATASET: known.datasets,
            ReferenceKind.SOURCE: known.sources,
            ReferenceKind.PLACE: known.places,
            ReferenceKind.PERSON: known.people,
            ReferenceKind.EVENT: known.events,
            ReferenceKind.INTERPRETATION: known.interpretations,
            ReferenceKind.CLAIM: known.claims,
            ReferenceKind.TIE: (),
        }
        for (table, key), others in sorted(self._conflicts.items()):
            rows = [self._keys[table][key], *others]
            for entry in rows:
                if known.claims.get(key) != entry.hash:
                    self.reject(entry, _conflict(entry, rows))
        for table in self.entries:
            for entry in self.standing(table):
                stored = (
                    known.claims.get(entry.key) if isinstance(entry.record, Claim) else None
                )
                if stored is not None and stored != entry.hash:
                    self.reject(entry, _conflict(entry, []))
        self.settle()

    def settle(self) -> None:
        """Reject every row that names what is not there, then those that name these."""
        if not self._scanned:
            self._scanned = True
            self._find_dangling()
        self._drop_datasets()
        waiting = [name for name in self._lost if not self._there(*name)]
        if waiting and self._users is None:
            self._users = self._find_users()
        while waiting:
            waiting += self._drop_users(*waiting.pop())
            if self.lost_datasets:
                self._drop_datasets()
                waiting = [name for name in self._lost if not self._there(*name)]

    def _drop_users(self, thing: ReferenceKind, name: str) -> list[tuple[ReferenceKind, str]]:
        """Reject the rows that name a thing that is gone; return what is gone with them."""
        gone: list[tuple[ReferenceKind, str]] = []
        users = {} if self._users is None else self._users[thing]
        for entry in users.pop(name, []):
            if entry.alive:
                columns = [
                    each[2] for each in references(entry.record) if each[:2] == (thing, name)
                ]
                self.reject(entry, *(self._missing(thing, name, each) for each in columns))
                gone += [each for each in _defines(entry) if not self._there(*each)]
        return gone

    def _find_dangling(self) -> None:
        """Reject the rows that name what no row and no store has."""
        for table in self.entries:
            for entry in self.standing(table):
                faults = [
                    self._missing(*reference)
                    for reference in references(entry.record)
                    if not self._there(reference[0], reference[1])
                ]
                if faults:
                    self.reject(entry, *faults)

    def _find_users(self) -> dict[ReferenceKind, dict[str, list[RowEntry]]]:
        """Return who names what: only needed once a row is rejected."""
        users: dict[ReferenceKind, dict[str, list[RowEntry]]] = {
            thing: {} for thing in ReferenceKind
        }
        for table in self.entries:
            for entry in self.standing(table):
                for thing, name, _ in references(entry.record):
                    users[thing].setdefault(name, []).append(entry)
        return users

    def _there(self, thing: ReferenceKind, name: str) -> bool:
        return self._defined[thing].get(name, 0) > 0 or name in self._known[thing]

    def _missing(self, thing: ReferenceKind, name: str, column: str) -> RowFault:
        spot = self._lost.get((thing, name))
        if spot is not None:
            problem = f"waits for {spot.name}, which was rejected; mend that row and read both"
            return fault(column, name, problem, follows=True)
        if thing in self.unread:
            return self._perhaps_unread(thing, name, column, self.unread[thing])
        near = ""
        if self._suggested < _MOST_SUGGESTIONS:
            self._suggested += 1
            near = nearest(name, [each for each, rows in self._defined[thing].items() if rows])
        if not near and None in self.unread:
            return self._perhaps_unread(thing, name, column, self.unread[None])
        return fault(column, name, f"is no {thing} that is recorded{near}; add its row")

    @staticmethod
    def _perhaps_unread(thing: ReferenceKind, name: str, column: str, where: str) -> RowFault:
        problem = (
            f"is no {thing} that could be read: perhaps it is in {where}, of which rows cannot "
            "be; mend that and read both"
        )
        return fault(column, name, problem, follows=True)

    def _drop_datasets(self) -> None:
        """Reject all rows of a data set whose own row is rejected: its country is not known."""
        while self.lost_datasets:
            folder, spot = self.lost_datasets.popitem()
            problem = (
                f"waits for {spot.name}, the row of its data set, which was rejected; mend it "
                "and read both"
            )
            for table in self.entries:
                for entry in self.standing(table):
                    if entry.spot.origin.folder == folder:
                        self.reject(entry, fault("", "", problem, follows=True))
            self.lost_datasets.pop(folder, None)


def _of_the_first(record: Record, twin: Record) -> Record:
    """Return a record as of the first, by name, of the data sets that hold the same row."""
    if isinstance(record, Dataset) or isinstance(twin, Dataset):
        return record
    datasets = [one.dataset for one in (record, twin) if one.dataset]
    return replace(record, dataset=min(datasets, default=""))


def _defines(entry: RowEntry) -> Iterator[tuple[ReferenceKind, str]]:
    yield TABLE_THINGS[entry.table], thing_id(entry.record)
    if isinstance(entry.record, Claim):
        yield ReferenceKind.CLAIM, entry.record.id


def _conflict(entry: RowEntry, rows: list[RowEntry]) -> RowFault:
    others = ", ".join(each.spot.name for each in rows[:4] if each is not entry)
    if not isinstance(entry.record, Claim):
        problem = f"is written twice with different content ({others}); keep one row"
        return fault("id", entry.record.id, problem)
    where = f"in {others}" if others else "in the store"
    return fault(
        "id",
        entry.record.about,
        f"is already said with other content {where}, by the same source at the same locator; "
        f"to correct that row put its name {entry.record.id!r} in supersedes, else tell the "
        "locators apart",
    )
