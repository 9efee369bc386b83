"""Where the graph is, and where the program keeps its things: a value, read once at a door."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from platformdirs import user_data_path


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

    @classmethod
    def from_env(cls, env: Mapping[str, str] = os.environ) -> "Settings":
        """Read NEO4J_URI, _USER, _PASSWORD, _DATABASE and _VERSION, and GRAPH_HOME.

        What is set but empty counts as not set: so a shell unsets a word for one command.
        """
        home = env.get("GRAPH_HOME")
        return cls(
            neo4j_uri=env.get("NEO4J_URI") or None,
            user=env.get("NEO4J_USER") or "neo4j",
            password=env.get("NEO4J_PASSWORD", ""),
            database=env.get("NEO4J_DATABASE") or None,
            home=Path(home).expanduser() if home else user_data_path("kinthread"),
            neo4j_version=env.get("NEO4J_VERSION") or None,
        )
