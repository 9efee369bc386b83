"""The mark that the managed server is being started: a caller then waits."""

import os
from collections.abc import Mapping
from pathlib import Path

from graph.server.home import default_home
from graph.server.lifecycle import ServerState, status

BEING_STARTED = (
    "Neo4j is being started, or started anew because a query could not be ended otherwise: "
    "that takes from some seconds to a minute. Nothing that was stored is lost: wait, then ask "
    "again."
)


def is_being_started(home: Path) -> bool:
    """Return whether a process holds the folder, and no server answers in it yet."""
    return status(home).state is ServerState.STARTING


def said_of_a_silent_server(env: Mapping[str, str] = os.environ) -> str:
    """Say that the managed server is being started; "" where it is not, or is not ours."""
    managed = not env.get("NEO4J_URI")
    return BEING_STARTED if managed and is_being_started(default_home(env)) else ""
