"""Rows that somebody writes in the app: checked and loaded like the rows of a table.

They go into a file of JSON lines that only its owner reads. The file is deleted when they are
read. All of them are kept, or none.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final
from uuid import uuid4

from graph.errors import NotKept
from graph.export.formats.import_claims import ImportRow
from graph.export.formats.import_rows import Cells, background_row
from graph.questions.doubts import doubts_of_run
from graph.record.model import Claim
from graph.settings import Settings
from graph.store import IngestRun, LoadReport, Store
from graph.store.condition import condition
from ingest.cells import BLANKS
from ingest.header import clean
from ingest.into_store import known_in, load_checked
from ingest.reader import read
from ingest.reading import Reading
from ingest.table_row import Rejected, RowFault
from ingest.visible import json_line

UPLOAD: Final = "upload-"
"""Begins the names of folders that hold rows for as long as they are read."""
WRITTEN: Final = "written.jsonl"
"""The name of the file, which the run of ingest remembers."""
CHANGED: Final = (
    "Nothing was kept: somebody changed these claims in the meantime. Look at them as they are "
    "now, and keep your change if it is still right."
)

Standings = frozenset[tuple[str, str, str, str]]
"""Claims with their content and their standing, to see later whether they are still so."""


def cleaned(cells: Cells) -> Cells:
    """Return cells as a table is read: in one spelling, without blanks around, none empty."""
    stripped = {name: text.strip(BLANKS) for name, text in cells.items()}
    return clean({name: text for name, text in stripped.items() if text})


def standings(store: Store, things: Iterable[str]) -> Standings:
    """Return what is claimed of people, ties or events, and what became of each claim."""
    return standings_of(store.claims_about(things).claims())


def standings_of(claims: Iterable[Claim]) -> Standings:
    """Return claims with their content, and what became of each."""
    return frozenset((c.id, c.row_hash, c.standing.value, c.retracted_by) for c in claims)


def check(store: Store, rows: Sequence[ImportRow]) -> Reading:
    """Read rows and check them against the store; nothing is loaded."""
    with _read(store, rows) as reading:
        return reading


def doubts(store: Store, reading: Reading) -> tuple[str, ...]:
    """Return what would hardly be so with the rows: they are loaded on trial, and not kept.

    While a load is under way, or where one was broken off, there is no trial: it would have to
    mend that first.
    """
    if condition(store).sentences():
        return ()
    run = IngestRun(id=uuid4().hex)
    with store.on_trial() as trial:
        trial.load(reading.records, run, reading.superseded)
        return doubts_of_run(trial, run.id)


def faults(reading: Reading) -> list[RowFault]:
    """Return what is wrong with the rows, each thing once, causes before what follows."""
    rejected: Iterable[Rejected] = reading.rejected
    return list(dict.fromkeys(one for row in rejected for one in row.faults))


def keep(
    store: Store,
    rows: Sequence[ImportRow],
    things: Iterable[str] = (),
    seen: Standings = frozenset(),
    beside: Callable[[Store], Iterable[Claim]] | None = None,
) -> LoadReport:
    """Load rows: all of them, or none; killed at any moment, too.

    Args:
        store: to load into.
        rows: as `ImportRow` of an import table, in any order.
        things: people, ties or events that the rows change.
        seen: what was claimed of them when somebody decided so.
        beside: the claims of which `seen` is, where they are others than those of `things`.

    Raises:
        NotKept: a row is wrong, or somebody changed those claims in the meantime.
    """
    changed = tuple(things)

    def present() -> Standings:
        return standings_of(beside(store)) if beside else standings(store, changed)

    def agree(checked: Reading) -> None:
        if wrong := faults(checked):
            raise NotKept("Nothing was kept: " + "; ".join(one.sentence for one in wrong))
        if (changed or beside) and present() != seen:
            raise NotKept(CHANGED)

    with _read(store, rows) as reading:
        return load_checked(store, reading, agree=agree).report


@contextmanager
def _read(store: Store, rows: Sequence[ImportRow]) -> Iterator[Reading]:
    home = Settings.from_env().home
    home.mkdir(mode=0o700, parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=UPLOAD, dir=home) as folder:
        path = Path(folder) / WRITTEN
        lines = map(_line, (*_datasets(store, rows), *rows))
        path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
        yield read([path], known=known_in(store))


def _datasets(store: Store, rows: Sequence[ImportRow]) -> list[ImportRow]:
    """Return the rows of the data sets, so that what is written belongs to them."""
    written = {row.cells.get("id") for row in rows if row.table == "dataset"}
    names = {row.dataset for row in rows} - {"", *written}
    held = store.background(names, (), ()).datasets
    return [ImportRow("dataset", one.id, background_row(one)) for one in held]


def _line(row: ImportRow) -> str:
    of = {"dataset": row.dataset} if row.dataset else {}
    return json_line({"table": row.table, **of, **row.cells})
