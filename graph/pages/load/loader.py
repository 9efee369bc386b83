"""A load that runs in a thread of its own, while pages come and go.

Only one runs at a time: the app is for one person's machine. If it is killed half-way, the same
load again completes it.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock, Thread

import streamlit as st

from graph.errors import GraphError
from graph.pages.kit.app_store import read
from graph.pages.load import load_words as words
from graph.settings import Settings
from graph.store import LoadReport
from ingest import Reading, quarantine
from ingest.into_store import load_checked


@dataclass(slots=True)
class Work:
    """A load under way, or ended: `problem` is the sentence why it did not end well."""

    title: str
    files: object = None
    """The folder of what was chosen, which goes when nothing needs it any more."""
    doing: str = ""
    done: int = 0
    total: int = 0
    report: LoadReport | None = None
    kept: tuple[Path, ...] = ()
    taken: int = 0
    rejected: int = 0
    problem: str = ""
    ended: bool = False

    def progress(self, doing: str, done: int, total: int) -> None:
        """Take down how far it is."""
        self.doing, self.done, self.total = doing, done, total

    @property
    def share(self) -> float:
        """Return how much of what is being done is done, from 0 to 1."""
        return min(self.done / self.total, 1.0) if self.total else 0.0


@dataclass(slots=True)
class _Desk:
    lock: Lock = field(default_factory=Lock)
    work: Work | None = None


@st.cache_resource(show_spinner=False)
def _desk() -> _Desk:
    return _Desk()


def current() -> Work | None:
    """Return the load that is under way or ended last."""
    return _desk().work


def dismiss() -> None:
    """Forget a load that has ended."""
    desk = _desk()
    with desk.lock:
        if desk.work is not None and desk.work.ended:
            desk.work = None


def start(
    title: str,
    reading: Reading,
    *,
    files: object = None,
    after: Callable[[Work], None] | None = None,
) -> bool:
    """Load a reading in the background; False where another load is under way.

    Args:
        files: what must not be deleted before the load has ended.
        after: called in the thread when it has ended well, to note what became of the rows.
    """
    desk = _desk()
    with desk.lock:
        if desk.work is not None and not desk.work.ended:
            return False
        work = desk.work = Work(title, files)
    Thread(target=_run, args=(work, reading, after), name="load", daemon=True).start()
    return True


def _run(work: Work, reading: Reading, after: Callable[[Work], None] | None) -> None:
    try:
        _load(work, reading)
        if after is not None:
            after(work)
    except GraphError as error:
        work.problem = str(error)
    except OSError as error:
        work.problem = words.not_kept(error)
    finally:
        broken = work.report is None and work.taken and not work.problem
        work.problem = words.BROKEN if broken else work.problem
        work.files = None
        work.ended = True


def _load(work: Work, reading: Reading) -> None:
    """Keep what was rejected, then load the rest: no row is lost on the way."""
    work.taken, work.rejected = reading.total.taken, reading.total.rejected
    kept = quarantine.write(reading, Settings.from_env().home)
    work.kept = kept.folders if kept else ()
    if work.taken:
        loaded = read(lambda store: load_checked(store, reading, on_progress=work.progress))
        work.report, work.kept = loaded.report, (*work.kept, *loaded.kept)
        total = loaded.reading.total
        work.taken, work.rejected = total.taken, total.rejected
