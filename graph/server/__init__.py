"""A real Neo4j, run on this machine for the user: no Docker, no Java of the system's.

It outlives the command that started it, and the next one finds it again. At most one runs for
each GRAPH_HOME. Each series of versions (5.26, 2026) keeps a folder and a store of its own in
it, since a store that a newer Neo4j has opened cannot go back: what was loaded into one is not
in the other.
"""

from graph.server.connection import Connection
from graph.server.home import default_home
from graph.server.lifecycle import (
    ServerState,
    ServerStatus,
    ensure_running,
    restart,
    running,
    status,
    stop,
)
from graph.server.other_stores import other_stores
from graph.server.progress import Progress
from graph.server.throwaway import temporary

__all__ = [
    "Connection",
    "Progress",
    "ServerState",
    "ServerStatus",
    "default_home",
    "ensure_running",
    "other_stores",
    "restart",
    "running",
    "status",
    "stop",
    "temporary",
]
