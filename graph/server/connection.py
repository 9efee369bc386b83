"""The address and login of the server, and a test of whether it answers."""

from dataclasses import dataclass, field
from pathlib import Path

from neo4j import GraphDatabase
from neo4j.exceptions import AuthError, DriverError, Neo4jError

from graph.server.server_errors import WrongPassword

USER = "neo4j"
LOGIN_SECONDS = 5.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Connection:
    """A server of this machine that answered."""

    uri: str
    user: str
    password: str = field(repr=False)  # or a log line would show it
    version: str
    pid: int

    @classmethod
    def to(cls, port: int, password: str, version: str, pid: int) -> "Connection":
        """Describe the server on a port."""
        uri = f"bolt://127.0.0.1:{port}"
        return cls(uri=uri, user=USER, password=password, version=version, pid=pid)

    @property
    def port(self) -> int:
        """The port that it listens on."""
        return int(self.uri.rpartition(":")[2])


def is_listening(log: Path, port: int) -> bool:
    """Return whether a server has said in its log that Bolt is open on a port."""
    try:
        text = log.read_text(encoding="utf-8", errors="replace")
    except FileNotFoundError:
        return False
    return any("Bolt enabled" in line and f":{port}." in line for line in text.splitlines())


def answers(connection: Connection, password_file: Path, folder: Path) -> bool:
    """Log in, and return whether the server answered.

    Raises:
        WrongPassword: it answered that the password is not its own.
    """
    auth = (connection.user, connection.password)
    try:
        with GraphDatabase.driver(
            connection.uri,
            auth=auth,
            connection_timeout=LOGIN_SECONDS,
            connection_acquisition_timeout=LOGIN_SECONDS,
            notifications_min_severity="OFF",
            telemetry_disabled=True,
        ) as driver:
            driver.verify_connectivity()
    except AuthError as error:
        raise WrongPassword(password_file, folder) from error
    except (DriverError, Neo4jError, OSError):  # the last where it ends just as we connect
        return False
    return True
