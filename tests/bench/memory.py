"""How much memory processes take while something runs, and for how long it does."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event, Thread
from time import perf_counter, process_time

EVERY_SECONDS = 0.2
_PAGE = os.sysconf("SC_PAGE_SIZE")


def resident(pid: int) -> int:
    """Return the megabytes of a process that are in memory; 0 if it is gone."""
    try:
        pages = Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1]
        return int(pages) * _PAGE // 2**20
    except OSError:
        return _asked_of_ps(pid)


def _asked_of_ps(pid: int) -> int:
    command = ["ps", "-o", "rss=", "-p", str(pid)]  # macOS has no /proc
    told = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    return int(told or 0) // 1024


@dataclass(slots=True)
class Watched:
    """What was measured while something ran."""

    seconds: float = 0.0
    own: float = 0.0
    """Seconds for which this process had a processor: what another one takes does not count."""
    peaks: dict[str, int] = field(default_factory=dict)
    """Megabytes, by the name of the process."""


@contextmanager
def watching(**processes: int) -> Iterator[Watched]:
    """Measure time, and the peak memory of processes given as name=pid; ours is among them."""
    seen, over = Watched(), Event()
    every = {"program": os.getpid(), **processes}

    def look() -> None:
        for name, pid in every.items():
            seen.peaks[name] = max(seen.peaks.get(name, 0), resident(pid))

    def keep_looking() -> None:
        while not over.wait(EVERY_SECONDS):
            look()

    look()
    thread = Thread(target=keep_looking, daemon=True)
    thread.start()
    begun, own = perf_counter(), process_time()
    try:
        yield seen
    finally:
        seen.seconds, seen.own = perf_counter() - begun, process_time() - own
        over.set()
        thread.join()
        look()
