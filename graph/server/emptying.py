"""Empty the managed server with its files: they hold what a store removed for a while."""

import os
import shutil
from datetime import UTC, datetime
from pathlib import Path

from graph.server.connection import Connection
from graph.server.disk import said_in_sentences
from graph.server.home import Home
from graph.server.lifecycle import ensure_running, server_folder, stop
from graph.server.server_errors import FolderHeld

_REMOVED = "emptied-"


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
    place = Home(home)
    state = place.state()
    if state is None:  # none was ever started, so there is nothing to remove
        return ensure_running(home)
    stop(home)
    lock = place.take()
    if lock is None:
        raise FolderHeld(home, place.holder())
    try:
        _remove_files(server_folder(place, state))
    finally:
        os.close(lock)
    env = {**os.environ, "GRAPH_JARS": str(Path(state.jars).parent)}
    return ensure_running(home, state.version, env=env)


def _remove_files(folder: Path) -> None:
    """Move what holds names out of the way in one step each, and delete it."""
    for kind in ("data", "logs"):
        if (folder / kind).exists():
            now = datetime.now(UTC)
            (folder / kind).rename(folder / f"{_REMOVED}{kind}-{now:%Y%m%dT%H%M%S%f}")
    for aside in folder.glob(f"{_REMOVED}*"):
        shutil.rmtree(aside)
