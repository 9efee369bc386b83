"""Many transactions, two at once, each whole or not at all."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from queue import SimpleQueue
from threading import Semaphore
from typing import Any, Protocol

from graph.store.database import TURNS, Database, Row
from graph.store.write_steps import Step

WAITING = 2 * len(TURNS)
"""Batches that may be under way or wait for a session: the memory that they take is bounded."""


class WriteBatch:
    """What is to be written in one transaction; `graph/store/write_steps.py` has the order."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._rows: defaultdict[str, list[Row]] = defaultdict(list)
        self._ids: defaultdict[str, list[str]] = defaultdict(list)

    def add(self, name: str, row: Row) -> None:
        """Add a row of the query of this name."""
        self._rows[name].append(row)

    def name_ids(self, name: str, ids: Iterable[str]) -> None:
        """Add ids of the query of this name."""
        self._ids[name].extend(ids)

    def steps(self) -> list[Step]:
        """Return the queries with their parameters."""
        named: dict[str, dict[str, Any]] = {n: {"rows": rows} for n, rows in self._rows.items()}
        named |= {n: {"ids": sorted(set(ids))} for n, ids in self._ids.items() if ids}
        return list(named.items())


class TakesSteps(Protocol):
    """Takes the steps of a load, one batch after the other."""

    def write(self, steps: list[Step]) -> None:
        """Take one batch."""

    def wait(self) -> None:
        """Return when what was taken is there for what comes next."""


class Writer:
    """Writes batches beside each other; what fails ends the work at the next batch."""

    def __init__(self, database: Database, pool: ThreadPoolExecutor) -> None:
        """Take the store and a pool of as many threads as there may be sessions."""
        self._database = database
        self._pool = pool
        self._room = Semaphore(WAITING)
        self._under_way: list[Future[None]] = []
        self._turns: SimpleQueue[str] = SimpleQueue()
        for turn in TURNS:
            self._turns.put(turn)

    def write(self, steps: list[Step]) -> None:
        """Write one batch as soon as there is room."""
        if not steps:
            return
        self._room.acquire()
        self._collect(only_finished=True)
        self._under_way.append(self._pool.submit(self._write, steps))

    def wait(self) -> None:
        """Wait until everything is written, and raise what went wrong."""
        self._collect(only_finished=False)

    def _write(self, steps: list[Step]) -> None:
        turn = self._turns.get()
        try:
            self._database.write(("load/turn", {"turn": turn}), *steps)
        finally:
            self._turns.put(turn)
            self._room.release()

    def _collect(self, *, only_finished: bool) -> None:
        left: list[Future[None]] = []
        for future in self._under_way:
            if only_finished and not future.done():
                left.append(future)
            else:
                future.result()
        self._under_way = left


@contextmanager
def writing(database: Database) -> Iterator[Writer]:
    """Give a writer, and wait for its batches in the end."""
    with ThreadPoolExecutor(len(TURNS)) as pool:
        writer = Writer(database, pool)
        yield writer
        writer.wait()
