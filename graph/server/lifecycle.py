"""Start, find, describe and stop the server of a folder."""

import os
import time
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from graph.server.connection import Connection, answers, is_listening
from graph.server.disk import said_in_sentences
from graph.server.home import Home, StartRecord
from graph.server.java import Archives
from graph.server.launch import START_SECONDS, end, start
from graph.server.leftovers import remove_leftovers
from graph.server.options import Options, refuse_other_systems
from graph.server.progress import Progress, silent
from graph.server.server_errors import (
    AnotherVersionRuns,
    FolderHeld,
    ServerSilent,
    WrongPassword,
)
from graph.server.versions import choose

RESTART_SECONDS = 1.0  # what it cannot leave, it does not leave for being asked either
STOP_SECONDS = 30.0  # 0.3 as a rule; 4 when it writes the class archive; more for a long write


class ServerState(StrEnum):
    """What a folder's server does."""

    RUNNING = "running"
    STARTING = "starting"  # somebody holds the folder, and no server answers (yet)
    LOCKED_OUT = "locked out"  # it answers, and not to the password in the password file
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerStatus:
    """What there is to say about a folder's server; no password."""

    state: ServerState
    home: Path
    version: str | None = None  # of the last start, if it does not run
    uri: str | None = None
    pid: int | None = None
    started: str | None = None  # ISO 8601, UTC


@said_in_sentences
def ensure_running(
    home: Path,
    version: str | None = None,
    on_progress: Progress | None = None,
    *,
    env: Mapping[str, str] = os.environ,
    patience: float = START_SECONDS,
) -> Connection:
    """Return the folder's server, started if it does not run, after a login worked.

    The first call fetches Neo4j (135 MB, once). Two calls at once give the same server.

    Args:
        home: GRAPH_HOME; made if absent.
        version: such as "5.26" or "2026"; by default NEO4J_VERSION, else the folder's last.
        on_progress: called with each step.
        env: where NEO4J_VERSION, GRAPH_PORT, GRAPH_HEAP and GRAPH_JARS are looked up.
        patience: seconds to wait for a server that another process is starting.

    Raises:
        ServerError: of errors.py, each with what to do.
    """
    refuse_other_systems()
    place, progress = Home(home), on_progress or silent
    given_up = time.monotonic() + patience
    options = Options.read(place, version, env)
    place.prepare()
    while True:
        lock = place.take()
        if lock is not None:
            try:
                remove_leftovers(place)
                return start(place, options, lock, progress)
            finally:
                os.close(lock)  # the server has it too, and keeps it
        if found := running(home):
            return checked(found, options, home)
        if time.monotonic() > given_up:
            raise why_nothing_answers(place, patience)
        progress("Waiting for the process that holds the folder", 0, 0)
        time.sleep(0.1)


@said_in_sentences
def running(home: Path) -> Connection | None:
    """Return the folder's server if it runs and a login works, without starting anything.

    Raises:
        WrongPassword: it runs, and the password file is not its own.
    """
    place = Home(home)
    held, state, password = place.holder(), place.state(), place.password()
    # The lock says that it lives: a port and a process id may belong to others by now.
    if not held or state is None or held != state.pid:
        return None
    folder = server_folder(place, state)
    if not is_listening(folder / "logs" / "neo4j.log", state.port):
        return None
    if password is None:
        raise WrongPassword(place.password_file, folder)
    connection = Connection.to(state.port, password, state.version, state.pid)
    return connection if answers(connection, place.password_file, folder) else None


@said_in_sentences
def status(home: Path) -> ServerStatus:
    """Say what the folder's server does."""
    place = Home(home)
    state, held = place.state(), place.holder()
    if held is None:
        return ServerStatus(
            state=ServerState.STOPPED, home=home, version=state.version if state else None
        )
    try:
        found = running(home)
    except WrongPassword:
        return described(ServerState.LOCKED_OUT, home, state, held)
    doing = ServerState.RUNNING if found else ServerState.STARTING
    return described(doing, home, state, held)


@said_in_sentences
def stop(home: Path) -> bool:
    """Stop the folder's server; False if none ran.

    Raises:
        FolderHeld: what holds the folder is no server, for example a command that starts one.
    """
    place = Home(home)
    place.runs_file.unlink(missing_ok=True)
    held, state = place.holder(), place.state()
    if held is None:
        return False
    if state is None or held != state.pid:
        raise FolderHeld(home, held)
    if end(held, place, STOP_SECONDS):
        archives = Archives(Path(state.jars))
        archives.keep(archives.part(server_folder(place, state)))
    return True


@said_in_sentences
def restart(home: Path, pid: int) -> Connection:
    """Start a folder's server anew, if it is still this process; what was committed is kept.

    For a server that answers no more, or works on something that it cannot be made to leave.
    """
    place = Home(home)
    state = place.state()
    if place.holder() == pid:
        end(pid, place, RESTART_SECONDS)
    if state is None:
        return ensure_running(home)
    env = {**os.environ, "GRAPH_JARS": str(Path(state.jars).parent)}
    return ensure_running(home, state.version, env=env)


def checked(found: Connection, options: Options, home: Path) -> Connection:
    """Return a server that runs already, unless another version was asked for."""
    if options.asked and found.version != options.version.number:
        raise AnotherVersionRuns(
            running=found.version, asked=options.version.number, folder=home
        )
    return found


def why_nothing_answers(place: Home, waited: float) -> FolderHeld | ServerSilent:
    """Return the error for a folder that is held and in which no server answers."""
    held, state = place.holder(), place.state()
    if held and state and held == state.pid:
        log = server_folder(place, state) / "logs" / "neo4j.log"
        return ServerSilent(held, waited, log)
    return FolderHeld(place.folder, held)


def server_folder(place: Home, state: StartRecord) -> Path:
    """Return the Neo4j home of the last start."""
    return place.server(choose(state.version))


def described(
    doing: ServerState, home: Path, state: StartRecord | None, held: int
) -> ServerStatus:
    """Describe a folder that somebody holds."""
    if state is None or held != state.pid:
        return ServerStatus(state=doing, home=home, pid=held or None)
    return ServerStatus(
        state=doing,
        home=home,
        version=state.version,
        uri=f"bolt://127.0.0.1:{state.port}",
        pid=state.pid,
        started=state.started,
    )
