"""A server for tests and trials: it and its data are removed when its caller ends."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import platformdirs

from graph.server.connection import Connection
from graph.server.lifecycle import ensure_running, stop

DONE = b"done"
WATCHER = "import sys; from graph.server.throwaway import watch; watch(sys.argv[1])"
CHECKOUT = Path(__file__).parents[2]


@contextmanager
def temporary(version: str | None = None) -> Iterator[Connection]:
    """Run an empty server in a folder of its own; stop and delete it at the end.

    Neo4j's jars are kept in GRAPH_JARS, by default the user's cache folder, so that they are
    fetched once and not for each server. If the calling process is killed, a watcher cleans up.
    """
    with temporary_home() as home:
        yield ensure_running(home, version, env=environment())


def environment() -> dict[str, str]:
    """Return the environment of a temporary server: shared jars and any free port."""
    env = {name: value for name, value in os.environ.items() if name != "GRAPH_PORT"}
    cache = platformdirs.user_cache_path("kinthread", appauthor=False)
    return {"GRAPH_JARS": str(cache / "jars")} | env


@contextmanager
def temporary_home(within: Path | None = None, prefix: str = "kinthread-") -> Iterator[Path]:
    """Give a GRAPH_HOME whose server is stopped, and which is deleted, however this ends.

    Args:
        within: the folder to make it in, by default the one for temporary files.
        prefix: what its name begins with.
    """
    home = Path(tempfile.mkdtemp(prefix=prefix, dir=within))
    command = [sys.executable, "-c", WATCHER, str(home)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, cwd=CHECKOUT, start_new_session=True
    ) as watcher:
        try:
            yield home
        finally:
            clean_up(home)
            watcher.communicate(DONE)


def clean_up(home: Path) -> None:
    """Stop the server of a folder and delete both."""
    if home.exists():
        stop(home)
        shutil.rmtree(home, ignore_errors=True)  # the next start may just do so, too


def watch(home: str) -> None:
    """Wait for the word that all is done, or for the end of the caller."""
    if sys.stdin.buffer.read() != DONE:
        clean_up(Path(home))
