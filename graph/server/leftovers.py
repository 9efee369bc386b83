"""Remove what a program that was killed, with its watcher, has left in GRAPH_HOME."""

import fcntl
import os
import shutil
from pathlib import Path

from graph.server.home import Home
from graph.server.launch import end

STAGED = "first-"
"""Begins the name of the folder in which a first load prepares its store."""
_REMOVED = "emptied-"
_SECONDS = 5.0


def aside(folder: Path) -> list[Path]:
    """Return what was moved out of the way in a Neo4j home, to be deleted."""
    return list(folder.glob(f"{_REMOVED}*"))


def aside_name(kind: str, when: str) -> str:
    """Return the name of a folder of a Neo4j home once it is out of the way."""
    return f"{_REMOVED}{kind}-{when}"


def remove_leftovers(home: Home) -> None:
    """Delete what holds names and is nobody's any more; the caller holds the folder's lock."""
    for folder in home.folder.glob(f"{STAGED}*"):
        left = Home(folder)
        if left.users_file.exists() and not _in_use(left):
            if holder := left.holder():
                end(holder, left, _SECONDS)
            shutil.rmtree(folder, ignore_errors=True)  # its watcher may just do so, too
    for series in home.folder.glob("server/*"):
        for removed in aside(series):
            shutil.rmtree(removed)


def _in_use(home: Home) -> bool:
    lock = os.open(home.users_file, os.O_RDWR)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    finally:
        os.close(lock)
    return False
