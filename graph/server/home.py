"""The server's part of GRAPH_HOME: its folders, its password, its state and its lock.

<GRAPH_HOME>/password          the key of the store; only its owner can read it
<GRAPH_HOME>/server.json       port, process, version and start of the last server; a copy of
                               it is in server/<series>/, should it be lost
<GRAPH_HOME>/server.lock       locked by the server for as long as it lives
<GRAPH_HOME>/server.users      locked, together, by all users of the server (users.py)
<GRAPH_HOME>/server.runs       there if the server was started for a run: its last user stops it
<GRAPH_HOME>/first-<random>/   a store that a first load prepares, as a GRAPH_HOME of its own
<GRAPH_HOME>/server/<series>/  one Neo4j home (data, conf, logs) for each series of versions
<GRAPH_HOME>/jars/<version>/   Neo4j's own jars, unless GRAPH_JARS names another place
"""

import fcntl
import json
import os
import secrets
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import platformdirs

from graph.server.server_errors import UnknownVersion
from graph.server.versions import Version, choose


def default_home(env: Mapping[str, str] = os.environ) -> Path:
    """Return GRAPH_HOME, or the folder that this system gives a program for its data."""
    if folder := env.get("GRAPH_HOME"):
        return Path(folder).expanduser().absolute()
    return Path(platformdirs.user_data_dir("kinthread", appauthor=False))


@dataclass(frozen=True, slots=True, kw_only=True)
class StartRecord:
    """What the last start wrote down; whether it still holds is the lock's to say."""

    port: int
    pid: int
    version: str
    started: str  # ISO 8601, UTC
    jars: str  # the folder that its class path is in


@dataclass(frozen=True, slots=True)
class Home:
    """The folder that GRAPH_HOME names, as the server uses it."""

    folder: Path

    @property
    def password_file(self) -> Path:
        """The path of the password file."""
        return self.folder / "password"

    @property
    def state_file(self) -> Path:
        """Where the last server's port, process and version stand."""
        return self.folder / "server.json"

    @property
    def lock_file(self) -> Path:
        """What is locked while a server lives; it holds the locker's process id."""
        return self.folder / "server.lock"

    @property
    def users_file(self) -> Path:
        """What everybody locks who uses the server."""
        return self.folder / "server.users"

    @property
    def runs_file(self) -> Path:
        """What is there if the server ends with its last user."""
        return self.folder / "server.runs"

    def server(self, version: Version) -> Path:
        """Return the Neo4j home of a version."""
        return self.folder / "server" / version.series

    def prepare(self) -> None:
        """Make the folder, for its owner only."""
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)

    def password(self) -> str | None:
        """Return the password, None before the first start."""
        try:
            return self.password_file.read_text(encoding="utf-8", errors="replace").strip()
        except FileNotFoundError:
            return None

    def new_password(self) -> str:
        """Make up a password and keep it."""
        password = secrets.token_urlsafe(32)
        write_private(self.password_file, password + "\n")
        return password

    def state(self) -> StartRecord | None:
        """Return what the last start wrote, None before the first or if it cannot be read."""
        states = map(_state, [self.state_file, *self._copies()])
        return next((state for state in states if state is not None), None)

    def _copies(self) -> list[Path]:
        """Return the copies of the last start of each series, the latest first."""
        copies = self.folder.glob(f"server/*/{self.state_file.name}")
        return sorted(copies, key=lambda path: path.stat().st_mtime, reverse=True)

    def remember(self, state: StartRecord) -> None:
        """Write down what was started, for the next command to find."""
        own = self.server(choose(state.version))
        own.mkdir(mode=0o700, parents=True, exist_ok=True)
        for file in (own / self.state_file.name, self.state_file):
            write_private(file, json.dumps(asdict(state)) + "\n")

    def take(self) -> int | None:
        """Lock the folder and return the open lock, None if somebody else holds it.

        A process that inherits the open lock keeps it: it is free again when the last of them
        has ended, killed or not. Never unlock it by hand, only close it.
        """
        lock = os.open(self.lock_file, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(lock)
            return None
        note_holder(lock, os.getpid())
        return lock

    def holder(self) -> int | None:
        """Return the process that holds the folder: 0 if it did not say, None if nobody."""
        try:
            with self.lock_file.open(encoding="ascii") as lock:
                fcntl.flock(lock, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except FileNotFoundError:
            return None
        except BlockingIOError:
            text = self.lock_file.read_text(encoding="ascii", errors="replace").strip()
            return int(text) if text.isdecimal() else 0
        return None


def _state(file: Path) -> StartRecord | None:
    with suppress(FileNotFoundError, ValueError, TypeError, UnknownVersion):
        state = StartRecord(**json.loads(file.read_text(encoding="utf-8")))
        choose(state.version)
        return replace(state, port=int(state.port), pid=int(state.pid))
    return None


def note_holder(lock: int, pid: int) -> None:
    """Write into an open lock who holds it."""
    os.ftruncate(lock, 0)
    os.pwrite(lock, f"{pid}\n".encode("ascii"), 0)


def write_private(path: Path, content: str | bytes) -> None:
    """Write a file that only its owner reads, whole or not at all; text in UTF-8."""
    part = path.with_name(f".{path.name}.part")
    part.unlink(missing_ok=True)
    handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(content.encode() if isinstance(content, str) else content)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)
