"""Hold all rows of one reading, and reject the rows that name a rejected one."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType

from graph.record.background import differing, is_corrected, may_correct, together
from graph.record.claim_names import changed_name
from graph.record.model import Claim, Dataset, Place, Record, Source
from graph.record.references import references
from graph.record.schema import TABLES, ReferenceKind, thing_id
from ingest.known import Known, Mentioned
from ingest.table_row import Rejected, RowFault, RowSpot, TableForm, fault, nearest

_MOST_SUGGESTIONS = 100
"""A search for the nearest id costs milliseconds; nobody reads a thousand of them."""


@dataclass(slots=True, eq=False)
class RowEntry:
    """A row that could be read: its record, its place in the file, and whether it still counts.

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
    None one of no known table. `lost_people` has the first rejected row of a folder about each
    person.
    """

    def __init__(self) -> None:
        self.entries: dict[str, list[RowEntry]] = {table: [] for table in TABLES}
        self.rejected: list[Rejected] = []
        self.lost_datasets: dict[Path, RowSpot] = {}
        self.lost_people: dict[tuple[Path, str], RowSpot] = {}
        self.unread: dict[ReferenceKind | None, str] = {}
        self._keys: dict[str, dict[str, RowEntry]] = {table: {} for table in TABLES}
        self._conflicts: dict[tuple[str, str], list[RowEntry]] = defaultdict(list)
        self._defined: dict[ReferenceKind, dict[str, int]] = {
            thing: {} for thing in ReferenceKind
        }
        self._lost: dict[tuple[ReferenceKind, str], RowSpot] = {}
        self._mentioned: set[tuple[ReferenceKind, str]] = set()
        self._suggested = 0
        self._known: Mentioned = {}
        self._users: dict[ReferenceKind, dict[str, list[RowEntry]]] | None = None
        self._scanned = False
        self.changed: dict[RowEntry, Claim] = {}
        """Rows that changed since they were loaded, each with the record as it was read."""
        self._met = False
        self._seen: set[RowEntry] | None = None
        """Of a second meeting, the changed rows of the first: somebody saw no others."""
        self.outdated: list[RowEntry] = []
        """Rows in a form that a later one of the same data set replaced."""

    def add(self, table: str, record: Record, spot: RowSpot, row_hash: str) -> None:
        """Take a row in; one with the same name and content is the same claim."""
        keys = self._keys[table]
        first = keys.get(record.id)
        if first is not None and first.hash == row_hash:
            first.twins.append(spot)
            first.record = _of_the_first(first.record, record)
            return
        if first is not None and (both := _agreed(record, first.record)) is not None:
            first.twins.append(spot)
            first.record = both
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
            self._lose_thing(thing, name, rejection.spot)
            if claim:
                self._lost.setdefault((ReferenceKind.CLAIM, claim), rejection.spot)
        else:
            self.unread.setdefault(thing, rejection.spot.origin.name)
        if thing is ReferenceKind.DATASET:
            self.lost_datasets[rejection.spot.origin.folder] = rejection.spot

    def reject(self, entry: RowEntry, *faults: RowFault) -> None:
        """Reject a row and its twins; rows that name it fall when the batch is settled next."""
        if not entry.alive:
            return
        entry.alive = False
        for spot in (entry.spot, *entry.twins):
            self.rejected.append(Rejected(spot=spot, faults=faults))
        for thing, name in _defines(entry):
            self._defined[thing][name] -= 1
            for spot in (entry.spot, *entry.twins):
                self._lose_thing(thing, name, spot)
        if entry.table == "dataset":
            self.lost_datasets[entry.spot.origin.folder] = entry.spot

    def _lose_thing(self, thing: ReferenceKind, name: str, spot: RowSpot) -> None:
        self._lost.setdefault((thing, name), spot)
        if thing is ReferenceKind.PERSON:
            self.lost_people.setdefault((spot.origin.folder, name), spot)

    def standing(self, table: str) -> Iterator[RowEntry]:
        """Yield the rows of a table that stand."""
        return (entry for entry in self.entries[table] if entry.alive)

    def superseded(self) -> dict[str, str]:
        """Return the claims that standing rows correct, each with the first one that does."""
        corrected: dict[str, str] = {}
        for table in self.entries:
            for entry in self.standing(table):
                if isinstance(entry.record, Claim) and (old := entry.record.supersedes):
                    corrected[old] = min(corrected.get(old, entry.record.id), entry.record.id)
        return corrected

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
        return ids

    def forget_known(self) -> None:
        """Let the next `meet` look anew for what names what is not there."""
        self._scanned = False

    def meet(self, known: Known) -> None:
        """Reject what contradicts the store or itself, by name; then let the others settle."""
        self._known = known.ids()
        before, self.changed, self.outdated = self.changed, {}, []
        for entry, record in before.items():
            self._rename(entry, record)
        self._seen = set(before) if self._met else None
        self._met = True
        for (table, key), others in sorted(self._conflicts.items()):
            rows = [self._keys[table][key], *others]
            for entry in rows:
                if known.claims.get(key) != entry.hash:
                    self.reject(entry, _conflict(entry, rows))
        for table in self.entries:
            for entry in self.standing(table):
                if isinstance(entry.record, Claim) and entry.key in known.claims:
                    self._meet_stored(entry, entry.record, known)
        self.settle()

    def stored(self, name: str) -> bool:
        """Return whether the store holds a claim of this name."""
        return name in self._known.get(ReferenceKind.CLAIM, ())

    def _meet_stored(self, entry: RowEntry, claim: Claim, known: Known) -> None:
        """Compare a row with the stored claim of its name, and with what later forms became.

        A row that changed in the data set that owns it corrects the last form. JSON lines do
        not: exports and the app write them, and neither is the data set's own word.
        """
        forms = known.forms(claim.id)
        written = next((name for name in forms if known.claims[name] == entry.hash), "")
        if written:
            self._take_form(entry, claim, forms, written)
            if written != forms[-1]:
                self.outdated.append(entry)
        elif (
            known.owners.get(claim.id, "") == claim.dataset
            and forms[-1] not in known.retracted
            and entry.spot.origin.form is not TableForm.JSONL
            and (self._seen is None or entry in self._seen)
        ):
            self._take_form(entry, claim, forms, changed_name(claim.id, entry.hash))
        else:
            self.reject(entry, _conflict(entry, [], forms[-1], known.retracted))

    def _take_form(self, entry: RowEntry, claim: Claim, forms: list[str], name: str) -> None:
        """Name a row for the form that it is in, and for the one before that it replaces."""
        if name != claim.id:
            before = forms[forms.index(name) - 1] if name in forms else forms[-1]
            self._rename(entry, replace(claim, id=name, supersedes=before))
            self.changed[entry] = claim

    def _rename(self, entry: RowEntry, record: Record) -> None:
        """Give a row another record, and so another name."""
        if entry.alive:
            for thing, name in _defines(entry):
                self._defined[thing][name] -= 1
        entry.record = record
        if entry.alive:
            for thing, name in _defines(entry):
                self._defined[thing][name] = self._defined[thing].get(name, 0) + 1

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


def _agreed(record: Record, twin: Record) -> Source | Place | None:
    """Return what two rows of one place or source say together; None where they exclude it."""
    if isinstance(record, Source) and isinstance(twin, Source):
        return together(record, twin) if _agree(record, twin) else None
    if isinstance(record, Place) and isinstance(twin, Place):
        return together(record, twin) if _agree(record, twin) else None
    return None


def _agree(one: Source | Place, other: Source | Place) -> bool:
    corrects = one.dataset != other.dataset and (
        may_correct(one, other) or is_corrected(one, other)
    )
    return corrects or not differing(one, other)


def _defines(entry: RowEntry) -> Iterator[tuple[ReferenceKind, str]]:
    yield TABLES[entry.table].about, thing_id(entry.record)
    if isinstance(entry.record, Claim):
        yield ReferenceKind.CLAIM, entry.record.id


def _conflict(
    entry: RowEntry,
    rows: list[RowEntry],
    stored: str = "",
    retracted: Mapping[str, str] = MappingProxyType({}),
) -> RowFault:
    """Say what other content there is: of rows of the tables, or under the name of a claim."""
    others = ", ".join(each.spot.name for each in rows[:4] if each is not entry)
    if not isinstance(entry.record, Claim):
        problem = f"is written twice with different content ({others}); keep one row"
        return fault("id", entry.record.id, problem)
    where = f"in {others}" if others else "in the store"
    last = retracted.get(stored, "") or stored or entry.record.id
    changed = ", and corrected or taken back there," if stored in retracted else ","
    return fault(
        "id",
        entry.record.about,
        f"is already said with other content {where}{changed} by the same source at the same "
        f"locator; to correct that row put its name {last!r} in supersedes, else give each a "
        "locator of its own",
    )
