"""What the store writes in a load, worked out before: its statements without its thinking."""

import pickle
from contextlib import ExitStack
from pathlib import Path
from threading import Lock
from typing import IO

from neo4j import Driver

from graph.record.model import Records
from graph.store import IngestRun, Store
from graph.store.database import Database
from graph.store.load_rows import PEOPLE
from graph.store.queries import query
from graph.store.write_steps import Step

PARTS = ("catalogue", "people", "ties", "events", "links")
"""One is over before the next begins, as in the store: a tie needs its people."""


class Keeping(Database):
    """A database that keeps what is to be written in files, and writes nothing."""

    def __init__(self, driver: Driver, where: str, files: dict[str, IO[bytes]]) -> None:
        super().__init__(driver, where, None)
        self._files = files
        self._lock = Lock()

    def write(self, *steps: Step) -> None:
        batch = [(query(name).text, dict(params)) for name, params in steps]
        with self._lock:
            pickle.dump(batch, self._files[_part(steps)], pickle.HIGHEST_PROTOCOL)


def _part(steps: tuple[Step, ...]) -> str:
    names = {name for name, _ in steps}
    if names & set(PEOPLE.values()):
        return "people"
    if "load/tie_claims" in names:
        return "ties"
    if "load/events" in names:
        return "events"
    begins = any(name == "load/run" and p["facts"]["state"] == "loading" for name, p in steps)
    return "catalogue" if begins or "load/sources" in names else "links"


def work_out(
    driver: Driver, where: str, records: Records, run: IngestRun, folder: Path
) -> list[Path]:
    """Keep what the store would write into a database that is empty."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / part for part in PARTS]
    with ExitStack() as opened:
        files = {path.name: opened.enter_context(path.open("wb")) for path in paths}
        Store(Keeping(driver, where, files)).load(records, run)
    return paths
