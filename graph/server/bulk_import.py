"""Import files of nodes and links into a store that does not exist yet, with `neo4j-admin`."""

import os
import subprocess
import time
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from graph.server import jars
from graph.server.conf import write_conf
from graph.server.disk import refuse_full_disk
from graph.server.home import Home, StartRecord, note_holder
from graph.server.java import spawn_admin
from graph.server.options import Options, refuse_little_memory
from graph.server.ports import choose_port
from graph.server.progress import Progress
from graph.server.server_errors import DiskFull, FolderHeld, ImportFailed

LIST_SIGN = "\x1f"
"""Between the texts of a list: the sign that Unicode has for it."""
_TOOL = ":neo4j-import-tool:"
_OFF_HEAP = 768
"""MB that the import takes beside its heap: it fails with much less."""
_OPTIONS = (
    "--multiline-fields=true",
    "--array-delimiter=U+001F",
    "--id-type=string",
    "--bad-tolerance=0",
    "--skip-bad-entries-logging=true",
    f"--max-off-heap-memory={_OFF_HEAP}m",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class BulkFile:
    """A file of nodes of the same labels, or of links of one type."""

    of_nodes: bool
    named: str
    """The labels, with colons between them, or the type."""
    path: Path

    def option(self, seen_from: Path) -> str:
        """Return the option that names it; a whole path might have a comma, which parts two."""
        what = "nodes" if self.of_nodes else "relationships"
        return f"--{what}={self.named}={os.path.relpath(self.path, seen_from)}"


def import_files(
    home: Home, options: Options, files: Iterable[BulkFile], progress: Progress
) -> None:
    """Make the store of a folder whose server was never started from files.

    Raises:
        ImportFailed: the import tool is not among the jars, or it did not come to its end.
        MemoryTooSmall, DiskFull: there is no room for it.
    """
    listed = jars.listed(options.version.number)
    if not any(_TOOL in jar.coordinate for jar in listed):
        raise ImportFailed(f"is not among the files of Neo4j {options.version.number}")
    refuse_little_memory(options, beside_heap=_OFF_HEAP)
    refuse_full_disk(home.folder)
    folder = home.server(options.version)
    class_path = jars.provide(listed, options.jars, progress=progress)
    port = choose_port(home, options)
    write_conf(folder, options, port)
    words = ["database", "import", "full", "neo4j", *_OPTIONS]
    words += [file.option(folder) for file in files]
    lock = home.take()
    if lock is None:
        raise FolderHeld(home.folder, home.holder())
    output = folder / "import.log"
    try:
        with output.open("wb") as written:
            process = spawn_admin(options, class_path, folder, words, lock=lock, output=written)
        note_holder(lock, process.pid)
        # So that who cleans up after this program knows what to end.
        home.remember(
            StartRecord(
                port=port,
                pid=process.pid,
                version=options.version.number,
                started=datetime.now(UTC).isoformat(timespec="seconds"),
                jars=str(options.jars),
            )
        )
        _wait(process, progress)
    finally:
        os.close(lock)
    if process.returncode:
        if "No space left on device" in output.read_text(encoding="utf-8", errors="replace"):
            raise DiskFull(home.folder)
        raise ImportFailed(f"ended with code {process.returncode}")


def _wait(process: "subprocess.Popen[bytes]", progress: Progress) -> None:
    """Wait for the end of an import; it is ended where the waiting is."""
    begun = time.monotonic()
    try:
        while process.poll() is None:
            progress("Importing into Neo4j", int(time.monotonic() - begun), 0)
            time.sleep(0.05)
    finally:
        process.kill()
        process.wait()
