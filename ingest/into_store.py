"""Ask the store what it already holds, and add to it what a reading found."""

import getpass
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final
from uuid import uuid4

from graph.errors import GraphError
from graph.questions.doubts import doubts_of_run
from graph.record.claim_names import is_changed_row
from graph.record.model import Records
from graph.record.schema import ReferenceKind
from graph.record.vocabulary import Standing
from graph.store import IngestRun, LoadReport, Store
from graph.store.deriving import NotDerived, Progress, derive_calendars
from graph.store.hands import ALONE, Hands
from graph.store.opening import connect_managed
from graph.views.held_names import state
from ingest import quarantine
from ingest.known import Known, Mentioned
from ingest.reading import Reading
from ingest.retold import retold
from ingest.visible import visible

VERSION: Final = "kinthread 0.1.0"
"""Which version of the program read a row: every run of ingest remembers it."""

Agree = Callable[[Reading], None]
"""Raises where rows, as checked last, are not to be loaded."""


def _agree(_checked: Reading) -> None:
    """Let them be loaded."""


def known_in(store: Store) -> Callable[[Mentioned], Known]:
    """Return what asks the store for the things that rows mention."""

    def known(mentioned: Mentioned) -> Known:
        before = state(store)
        if store.contents().empty:
            return Known(state=before)
        kinds = ReferenceKind
        people, events = mentioned[kinds.PERSON], mentioned[kinds.EVENT]
        corrected = {name.partition("@")[0] for name in mentioned[kinds.CLAIM]}
        claims = store.claims_about(
            people | events | mentioned[kinds.INTERPRETATION] | corrected
        )
        background = store.background(
            mentioned[kinds.DATASET], mentioned[kinds.SOURCE], mentioned[kinds.PLACE]
        )
        named = _with_later_forms(store, mentioned[kinds.CLAIM])
        return Known(
            records=claims | background,
            claims={name: row["row_hash"] or "" for name, row in named.items()},
            owners={name: row["dataset"] or "" for name, row in named.items()},
            retracted={
                name: row["by"] or ""
                for name, row in named.items()
                if row["standing"] == Standing.RETRACTED.value
            },
            parents=frozenset(store.parents_around(people)),
            state=before,
        )

    return known


def _with_later_forms(store: Store, names: Iterable[str]) -> dict[str, Mapping[str, Any]]:
    """Return what is stored of claims, and of those that later forms of their rows became."""
    found: dict[str, Mapping[str, Any]] = {}
    waiting = set(names)
    while waiting:
        more = store.claims_held(waiting)
        found |= more
        ended_by = {row["by"] or "" for row in more.values()}
        waiting = set(filter(is_changed_row, ended_by)) - found.keys()
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """What a load did, and the reading as it was checked last."""

    report: LoadReport
    reading: Reading
    kept: tuple[Path, ...] = ()
    """Quarantine folders of rows that no longer counted when it was their turn."""


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
    agree: Agree | None = None,
    hands: Hands = ALONE,
) -> Loaded:
    """Add a reading's records to the store and derive the calendars that they touch.

    If the store is not what the reading was checked against, it is checked again while nobody
    else can write; rows that fall by that are kept in the quarantine before anything is loaded.

    The same reading twice changes nothing; killed at any moment and run again, the store ends
    as after an undisturbed run.

    Args:
        store: to add to.
        reading: what was read.
        into_shared: whether the database may hold what is not ours.
        on_progress: called with the progress.
        agree: for a few rows that somebody writes, which are one transaction: called with
            them as checked last; if it raises, nothing is loaded.
        hands: which processes work the calendars out.

    Raises:
        StoreRefused: the database holds what is not ours, and `into_shared` is not set.
        StoreUnavailable: Neo4j went away.
        GraphError: rows that fell could not be kept, so nothing was loaded.
    """
    store.prepare(into_shared=into_shared)
    rows, run = _RowsToLoad(store, reading, agree or _agree), _run(reading)
    said = on_progress or _silent
    report = (
        store.load(reading.records, run, reading.superseded, said, rows.again)
        if agree is None
        else store.load_whole(run, rows.again, said)
    )
    return _derived(store, report, rows, run, _deriving(on_progress, hands))


def load_first(
    store: Store,
    reading: Reading,
    home: Path,
    *,
    on_progress: Progress | None = None,
    hands: Hands = ALONE,
) -> Loaded:
    """Do as `load_checked` does, for a managed store that is empty, by Neo4j's own import.

    Killed at any moment, the store is empty or has all of it.

    Args:
        store: the managed one, still empty; its server is started anew.
        reading: what was read.
        home: GRAPH_HOME.
        on_progress: called with the progress.
        hands: which processes work the calendars out.

    Raises:
        StoreRefused: the store is not empty.
        ServerError: the import failed, or others used the server; nothing was loaded.
        GraphError: rows that fell could not be kept, so nothing was loaded.
    """
    rows, run = _RowsToLoad(store, reading), _run(reading)
    report, found = store.load_first(home, run, rows.again, on_progress or _silent)
    with connect_managed(home, found) as filled:
        return _derived(filled, report, rows, run, _deriving(on_progress, hands))


def _deriving(on_progress: Progress | None, hands: Hands) -> Callable[[Store], int]:
    """Return what derives the calendars near a load that has just ended."""
    return lambda store: derive_calendars(store, on_progress, stops_kept=True, hands=hands)


def _derived(
    store: Store,
    report: LoadReport,
    rows: "_RowsToLoad",
    run: IngestRun,
    derive: Callable[[Store], int],
) -> Loaded:
    """Derive the calendars that a load touches, and say what is doubtful in it."""
    try:
        derive(store)
    except NotDerived as error:
        report = replace(report, not_derived=str(error))
    if report.new_claims:  # a doubt is of a claim that this run brought
        report = replace(report, doubts=doubts_of_run(store, run.id))
    return Loaded(report=report, reading=rows.checked, kept=tuple(rows.kept))


class _RowsToLoad:
    """The rows of a reading, checked anew as soon as nobody else can write."""

    def __init__(
        self,
        store: Store,
        reading: Reading,
        agree: Agree = _agree,
    ) -> None:
        self._store, self._read, self._agree = store, reading, agree
        self.checked = reading
        self.kept: list[Path] = []

    def again(self) -> tuple[Records, Mapping[str, str]]:
        """Return what is to be loaded; rows that fell are in the quarantine then."""
        self.checked = _checked_again(self._store, self._read)
        self._agree(self.checked)
        self.kept.extend(_kept(self._read, self.checked))
        told = retold(self._store, self.checked.records)
        return self.checked.records | told, self.checked.superseded


def _checked_again(store: Store, reading: Reading) -> Reading:
    """Return a reading as it is now; the same one where the store did not change."""
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
            f"The rows that no longer count could not be kept ({error}), so nothing was "
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
        by=_user(),
        rows_read=total.read,
        rows_taken=total.taken,
        rows_rejected=total.rejected,
    )


def _user() -> str:
    """Return the user's name; "" where the machine has none."""
    try:
        return getpass.getuser()
    except (ImportError, KeyError, OSError):
        return ""


def _silent(_doing: str, _done: int, _total: int) -> None:
    """Report no progress."""
