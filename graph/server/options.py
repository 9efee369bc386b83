"""The options of a start, from its caller and the environment, read once."""

import os
import platform
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from graph.server.home import Home
from graph.server.server_errors import BadSetting, MemoryTooSmall, UnsupportedSystem
from graph.server.versions import LTS, Version, choose

HEAP = 512  # MB; 256 carries 100,000 people with twice as many ties, more slowly
SMALLEST_HEAP = 256
BESIDE_HEAP = 256  # MB that Java takes for code, threads and buffers while a network is loaded
LAST_PORT = 65_535
MEGABYTE = 1_048_576


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How to run the server."""

    version: Version
    asked: bool  # somebody asked for this version; otherwise one that runs already will do
    port: int | None  # None: the last one if it is free, else any
    heap: int  # MB
    jars: Path

    @property
    def page_cache(self) -> int:
        """MB for the store's pages; Neo4j would take half of the machine's memory."""
        return self.heap // 4

    @classmethod
    def read(cls, home: Home, version: str | None, env: Mapping[str, str]) -> "Options":
        """Read NEO4J_VERSION, GRAPH_PORT, GRAPH_HEAP and GRAPH_JARS.

        With no version asked for it is the one that the folder ran last, so that what was
        loaded stays in sight, and 5.26 in a new folder.
        """
        asked = version or env.get("NEO4J_VERSION")
        last = home.state()
        chosen = choose(asked or (last.version if last else LTS.number))
        jars = env.get("GRAPH_JARS")
        return cls(
            version=chosen,
            asked=bool(asked),
            port=read_port(env.get("GRAPH_PORT")),
            heap=read_heap(env.get("GRAPH_HEAP")),
            jars=(Path(jars).expanduser().absolute() if jars else home.folder / "jars")
            / chosen.number,
        )


def read_port(text: str | None) -> int | None:
    """Read a port number; nothing means none is forced."""
    if not text:
        return None
    if not (text.isdecimal() and 0 < int(text) <= LAST_PORT):
        raise BadSetting("GRAPH_PORT", text, f"it must be a number from 1 to {LAST_PORT}")
    return int(text)


def read_heap(text: str | None) -> int:
    """Read an amount of memory such as 512m or 2g, in MB."""
    if not text:
        return HEAP
    found = re.fullmatch(r"(\d{1,6})([mg])b?", text.strip().lower())
    size = int(found[1]) * (1024 if found[2] == "g" else 1) if found else 0
    if size < SMALLEST_HEAP:
        raise BadSetting(
            "GRAPH_HEAP", text, f"write at least {SMALLEST_HEAP}m, or for example 2g"
        )
    return size


def refuse_other_systems(system: str | None = None) -> None:
    """Refuse to start where it was never tried: locks and sessions are those of POSIX."""
    system = system or platform.system()
    if system not in {"Linux", "Darwin"}:
        raise UnsupportedSystem(system)


def refuse_little_memory(
    options: Options, free: int | None = None, *, beside_heap: int = BESIDE_HEAP
) -> None:
    """Refuse to start what the system would have to kill while it loads.

    Args:
        options: they say how much the server may take.
        free: MB that are free, by default as the system says.
        beside_heap: MB that Java takes beside its heap and the pages of the store.
    """
    needed = options.heap + options.page_cache + beside_heap
    free = free_memory() if free is None else free
    if free < needed:
        raise MemoryTooSmall(
            free=free,
            needed=needed,
            floor=SMALLEST_HEAP,
            at_floor=options.heap <= SMALLEST_HEAP,
        )


def free_memory(
    meminfo: Path = Path("/proc/meminfo"), group: Path = Path("/sys/fs/cgroup")
) -> int:
    """Return the MB that programs can still get; without /proc, all that the machine has."""
    try:
        found = re.search(r"^MemAvailable: +(\d+) kB", meminfo.read_text(), re.MULTILINE)
    except OSError:
        found = None
    if found is None:
        return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") // MEGABYTE
    return min([int(found[1]) // 1024, *group_memory(group)])


def group_memory(group: Path) -> list[int]:
    """Return what a container's own limit leaves, in MB; nothing if there is no limit."""
    try:
        limit, used = ((group / f"memory.{name}").read_text() for name in ("max", "current"))
        return [(int(limit) - int(used)) // MEGABYTE]
    except (OSError, ValueError):  # no such file, or "max"
        return []
