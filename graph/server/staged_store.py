"""A store that is filled beside the managed one, and then put in its place whole.

It has a GRAPH_HOME of its own, <GRAPH_HOME>/first-<random>/, for its owner only. Until the last
step the managed store is as it was, and its server runs. Broken off, the folder is deleted by a
watcher, or by the next start of the server.
"""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from graph.server.bulk_import import BulkFile, import_files
from graph.server.connection import Connection
from graph.server.disk import disk_errors_in_sentences
from graph.server.emptying import changed_at_rest, set_aside
from graph.server.home import Home, StartRecord, write_private
from graph.server.leftovers import STAGED
from graph.server.lifecycle import ensure_running, server_folder, stop
from graph.server.options import Options
from graph.server.progress import Progress
from graph.server.server_errors import FolderHeld
from graph.server.throwaway import temporary_home
from graph.server.users import used

_FILES = "files"


@dataclass(frozen=True, slots=True, kw_only=True)
class StagedStore:
    """A store on its way."""

    managed: Path
    """GRAPH_HOME, in which the store is to be."""
    state: StartRecord
    """The start of the managed server that was seen when this began."""
    folder: Path
    """The GRAPH_HOME of its own, until then."""

    @property
    def files(self) -> Path:
        """Where the files to import go."""
        return self.folder / _FILES

    def take_in(self, files: Iterable[BulkFile], progress: Progress) -> None:
        """Make the store from files, which are deleted then.

        Raises:
            ServerError: it could not be made.
        """
        every, home = list(files), Home(self.folder)
        options = Options.read(home, self.state.version, self._environment())
        import_files(home, options, every, progress)
        for file in every:
            file.path.unlink()

    def start(self, progress: Progress) -> Connection:
        """Start a server on the store, for what is to be done before others see it."""
        env = self._environment()
        return ensure_running(self.folder, self.state.version, progress, env=env)

    def put_in_place(self) -> Connection:
        """Put the store in the place of the managed one, and start the managed server on it.

        Killed at any moment, the managed store is as it was, or empty, or this one.

        Raises:
            FilledMeanwhile: the managed server is another one than when this began.
            ServerError: the server could not be started; the store is there.
        """
        stop(self.folder)
        ready = server_folder(Home(self.folder), self.state) / "data"

        def put(folder: Path) -> None:
            set_aside(folder, "data")
            ready.rename(folder / "data")

        return changed_at_rest(self.managed, put, of=self.state)

    def _environment(self) -> dict[str, str]:
        """Return the environment of its server: the same jars and memory, any free port."""
        env = {name: value for name, value in os.environ.items() if name != "GRAPH_PORT"}
        return env | {"GRAPH_JARS": str(Path(self.state.jars).parent)}


@contextmanager
def staged_store(home: Path) -> Iterator[StagedStore]:
    """Give a store to fill beside the one of the folder's server, which runs.

    Raises:
        FolderHeld: no server of ours runs there.
        DiskFull, FolderUnwritable: what is done with it meets a disk that refuses.
    """
    place = Home(home)
    state, password = place.state(), place.password()
    if state is None or password is None:
        raise FolderHeld(home, place.holder())
    with (
        disk_errors_in_sentences(home),
        temporary_home(home, STAGED) as folder,
        used(folder),
    ):
        write_private(Home(folder).password_file, password + "\n")
        (folder / _FILES).mkdir(mode=0o700)
        yield StagedStore(managed=home, state=state, folder=folder)
