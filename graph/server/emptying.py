"""Empty the managed server with its files: they hold what a store removed for a while."""

import os
import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from graph.server.connection import Connection
from graph.server.disk import said_in_sentences
from graph.server.home import Home, StartRecord
from graph.server.leftovers import aside, aside_name
from graph.server.lifecycle import ensure_running, server_folder, stop
from graph.server.server_errors import FilledMeanwhile, FolderHeld


@said_in_sentences
def empty_managed(home: Path) -> Connection:
    """Stop the folder's server, remove its databases, transactions and logs, and start it anew.

    The password stays. Broken off, the store is as it was or empty, and the next call removes
    what is left. What another process asked of the server meanwhile fails, and can be asked
    again.

    Raises:
        FolderHeld: something else than a server holds the folder.
        ServerError: the server could not be started anew; its store is empty then.
    """
    if Home(home).state() is None:  # none was ever started, so there is nothing to remove
        return ensure_running(home)
    return changed_at_rest(home, lambda folder: set_aside(folder, "data", "logs"))


@said_in_sentences
def changed_at_rest(
    home: Path, change: Callable[[Path], None], of: StartRecord | None = None
) -> Connection:
    """Stop the folder's server, change the files of its Neo4j home, and start it anew.

    What the change sets aside is deleted.

    Args:
        home: GRAPH_HOME, in which a server was started before.
        change: called with the Neo4j home while nobody can start a server on it.
        of: the start of the server that is to be changed; by default the last one.

    Raises:
        FilledMeanwhile: the last start is another one.
        FolderHeld: something else than a server holds the folder.
        ServerError: the server could not be started anew; its files are changed then.
    """
    place = Home(home)
    stop(home)
    lock = place.take()
    if lock is None:
        raise FolderHeld(home, place.holder())
    try:
        state = place.state()
        if state is None or (of is not None and state != of):
            raise FilledMeanwhile(home)
        folder = server_folder(place, state)
        change(folder)
        for removed in aside(folder):
            shutil.rmtree(removed)
    finally:
        os.close(lock)
    env = {**os.environ, "GRAPH_JARS": str(Path(state.jars).parent)}
    return ensure_running(home, state.version, env=env)


def set_aside(folder: Path, *kinds: str) -> None:
    """Move folders of a Neo4j home out of the way in one step each."""
    for kind in kinds:
        if (folder / kind).exists():
            when = f"{datetime.now(UTC):%Y%m%dT%H%M%S%f}"
            (folder / kind).rename(folder / aside_name(kind, when))
