"""A real Neo4j, run on this machine for the user: no Docker, no Java of the system's.

It outlives the command that started it, and the next command finds it again. At most one runs
for each GRAPH_HOME. Each series of versions (5.26, 2026) keeps a folder and a store of its own
in it. A store that a newer Neo4j has opened cannot go back. So what was loaded into one is not
in the other.
"""

from graph.server.connection import Connection
from graph.server.emptying import empty_managed
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
from graph.server.other_stores import other_stores_in_words
from graph.server.progress import Progress
from graph.server.staged_store import StagedStore, staged_store
from graph.server.throwaway import temporary
from graph.server.users import keep, used

__all__ = [
    "Connection",
    "Progress",
    "ServerState",
    "ServerStatus",
    "StagedStore",
    "default_home",
    "empty_managed",
    "ensure_running",
    "keep",
    "other_stores_in_words",
    "restart",
    "running",
    "staged_store",
    "status",
    "stop",
    "temporary",
    "used",
]
