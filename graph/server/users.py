"""Users of the server of a folder: the last to leave stops a server that was started for a run.

Every user holds <GRAPH_HOME>/server.users locked, together with the others, for as long as they
live. The system frees the lock of a killed user, so nobody is counted who is no longer there.
The last user is the one who can lock it alone.
"""

import fcntl
import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from graph.server.disk import disk_errors_in_sentences
from graph.server.home import Home
from graph.server.lifecycle import running, stop
from graph.server.server_errors import FolderHeld


@contextmanager
def used(home: Path, *, for_a_run: bool = False) -> Iterator[None]:
    """Count as a user of the folder's server for as long as this lasts.

    Args:
        home: GRAPH_HOME; made if absent.
        for_a_run: what is started from now on is stopped when its last user leaves. A server
            that runs already stays as it was meant when it was started.

    Raises:
        FolderUnwritable: the lock cannot be made or written.
    """
    place = Home(home)
    with ExitStack() as last, disk_errors_in_sentences(home):
        place.prepare()
        lock = os.open(place.users_file, os.O_RDWR | os.O_CREAT, 0o600)
        last.callback(_leave, place, lock)
        fcntl.flock(lock, fcntl.LOCK_SH)  # waits while the last of others stops the server
        if for_a_run and running(home) is None:
            place.runs_file.touch(mode=0o600)
        then = last.pop_all()
    with then:
        yield


def keep(home: Path) -> None:
    """Let the server run on when its users have left."""
    with disk_errors_in_sentences(home):
        Home(home).runs_file.unlink(missing_ok=True)


def _leave(place: Home, lock: int) -> None:
    try:
        # Others are there, and the last of them stops it; or somebody starts it for themselves.
        with suppress(BlockingIOError, FolderHeld):
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if place.runs_file.exists():
                stop(place.folder)
    finally:
        os.close(lock)
