"""Settings: where the store is, and where the program keeps its files.

They are a value that is read once, when the program starts.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from platformdirs import user_data_path

from graph.errors import BadEnvironment

_OURS = ("NEO4J_", "GRAPH_")
_OWN_HOSTS = ("localhost", "::1", "")
TEXTS = "texts"
"""The folder of the texts of sources, below the folder of the program."""
IN_CLEAR = (
    "NEO4J_URI is {uri}: names and the password go to another machine in clear, and "
    "anybody on the way can read them. Write {scheme}+s:// in the place of {scheme}://."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """A Neo4j of the user's own, or None for the managed one, and the folder of the program."""

    neo4j_uri: str | None = None
    user: str = "neo4j"
    password: str = field(default="", repr=False)  # or a log line would show it
    database: str | None = None
    """None: the server's own default."""
    home: Path = field(default_factory=lambda: user_data_path("kinthread"))
    neo4j_version: str | None = None
    """Of the managed server; None: the one that the program comes with."""

    @property
    def warning(self) -> str | None:
        """Say that the way to the server can be read by others; None where it cannot."""
        parts = urlsplit(self.neo4j_uri or "")
        host = parts.hostname or ""
        if parts.scheme not in ("bolt", "neo4j") or host in _OWN_HOSTS or host[:4] == "127.":
            return None
        return IN_CLEAR.format(uri=self.neo4j_uri, scheme=parts.scheme)

    @classmethod
    def from_env(cls, env: Mapping[str, str] = os.environ) -> "Settings":
        """Read NEO4J_URI, _USER, _PASSWORD, _DATABASE and _VERSION, and GRAPH_HOME.

        What is set but empty counts as not set: so a shell unsets a word for one command.

        Raises:
            BadEnvironment: a variable of ours, or NEO4J_URI, cannot be read.
        """
        _see_text(env)
        _see_address(env.get("NEO4J_URI", ""))
        home = env.get("GRAPH_HOME")
        return cls(
            neo4j_uri=env.get("NEO4J_URI") or None,
            user=env.get("NEO4J_USER") or "neo4j",
            password=env.get("NEO4J_PASSWORD", ""),
            database=env.get("NEO4J_DATABASE") or None,
            home=Path(home).expanduser() if home else user_data_path("kinthread"),
            neo4j_version=env.get("NEO4J_VERSION") or None,
        )


def _see_text(env: Mapping[str, str]) -> None:
    """Refuse bytes that are no text: they could not be sent, written or printed."""
    for name, value in env.items():
        if name.startswith(_OURS):
            try:
                value.encode()
            except UnicodeEncodeError as error:
                raise BadEnvironment(
                    f"{name} has bytes that are not UTF-8 text: set it anew, on a terminal "
                    "that writes UTF-8, or choose another name."
                ) from error


def _see_address(uri: str) -> None:
    """Refuse what is no address: the driver reads another scheme in ways of its own."""
    try:
        scheme = urlsplit(uri).scheme.partition("+")[0]
    except ValueError:
        scheme = "?"
    if uri and scheme not in ("bolt", "neo4j"):
        raise BadEnvironment(
            f"NEO4J_URI is {uri!r}, which is no address of a Neo4j's Bolt port: write "
            "bolt://127.0.0.1:7687 for this machine, bolt+s://host:7687 for another, or "
            "neo4j+s://host for a cluster or Aura."
        )
