"""Start a server in a folder that is locked for it, and wait until it answers."""

import os
import signal
import subprocess
import threading
import time
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from graph.server import jars
from graph.server.conf import has_store, write_conf, write_first_password
from graph.server.connection import Connection, answers, is_listening
from graph.server.disk import refuse_full_disk
from graph.server.home import Home, StartRecord, note_holder, write_private
from graph.server.java import spawn
from graph.server.options import Options, refuse_little_memory
from graph.server.ports import choose_port
from graph.server.progress import Progress
from graph.server.server_errors import (
    DiskFull,
    PortTaken,
    ServerDied,
    ServerSilent,
    WrongPassword,
)

START_SECONDS = 120.0  # 6 on a laptop; recovery after a kill on a slow disk takes longer


def start(home: Home, options: Options, lock: int, progress: Progress) -> Connection:
    """Start a server; the caller holds the folder's lock, which the server then inherits."""
    refuse_little_memory(options)
    refuse_full_disk(home.folder)
    folder = home.server(options.version)
    port = choose_port(home, options)
    password = password_for(home, folder)
    class_path = jars.provide(
        jars.listed(options.version.number), options.jars, progress=progress
    )
    write_conf(folder, options, port)
    process = launch(options, class_path, folder, lock)
    try:
        note_holder(lock, process.pid)
        home.remember(
            StartRecord(
                port=port,
                pid=process.pid,
                version=options.version.number,
                started=datetime.now(UTC).isoformat(timespec="seconds"),
                jars=str(options.jars),
            )
        )
        connection = Connection.to(port, password, options.version.number, process.pid)
        wait_until_it_answers(process, connection, home, folder, progress)
    except BaseException:
        process.kill()
        process.wait()
        raise
    # Collected when it ends: a zombie would look alive to whoever looks for its process.
    threading.Thread(target=process.wait, daemon=True).start()
    return connection


def password_for(home: Home, folder: Path) -> str:
    """Return the password of a store, made up if there is no store yet."""
    password = home.password()
    if has_store(folder):
        if password is None:
            raise WrongPassword(home.password_file, folder)
        return password
    password = password or home.new_password()
    write_first_password(folder, password)
    return password


def launch(
    options: Options, class_path: list[Path], folder: Path, lock: int
) -> "subprocess.Popen[bytes]":
    """Spawn the server with fresh logs, so that what they say is about this start."""
    logs = folder / "logs"
    logs.mkdir(mode=0o700, exist_ok=True)
    for holding_queries in logs.glob("debug.log*"):  # of an earlier version of the program
        holding_queries.unlink()
    log = logs / "neo4j.log"
    if log.exists():
        log.replace(logs / "neo4j.previous.log")
    write_private(logs / "console.log", "")
    with (logs / "console.log").open("wb") as output:
        return spawn(options, class_path, folder, lock=lock, output=output)


def wait_until_it_answers(
    process: "subprocess.Popen[bytes]",
    connection: Connection,
    home: Home,
    folder: Path,
    progress: Progress,
) -> None:
    """Return when a login works.

    Raises:
        WrongPassword: it answers, and not to our password.
        PortTaken, DiskFull, ServerDied: it ended.
        ServerSilent: it lives and does not answer.
    """
    log, started = folder / "logs" / "neo4j.log", time.monotonic()
    while (passed := time.monotonic() - started) < START_SECONDS:
        if process.poll() is not None:
            raise why_it_died(process.returncode, connection.port, folder)
        progress(f"Starting Neo4j {connection.version}", int(passed), 0)
        # Only after it says so: the password goes to nobody else who took the port meanwhile.
        if is_listening(log, connection.port) and answers(
            connection, home.password_file, folder
        ):
            return
        time.sleep(0.05)
    raise ServerSilent(process.pid, START_SECONDS, log)


def why_it_died(code: int, port: int, folder: Path) -> PortTaken | DiskFull | ServerDied:
    """Return the error that ended a server, without quoting its logs."""
    logs = [folder / "logs" / name for name in ("neo4j.log", "console.log")]
    said = [log for log in logs if log.exists() and log.stat().st_size > 1]  # it prints a byte
    text = "".join(log.read_text(encoding="utf-8", errors="replace") for log in said)
    if "Address already in use" in text:
        return PortTaken(port, forced=False)
    if "No space left on device" in text:
        return DiskFull(folder)
    return ServerDied(said[0] if said else logs[0], code)


def end(pid: int, home: Home, seconds: float) -> bool:
    """Ask a server to stop and wait until the folder is free; kill it if it takes too long.

    Killing loses nothing that was acknowledged: the next start recovers it.

    Returns:
        True if it ended by itself.
    """
    for sent, patience in ((signal.SIGTERM, seconds), (signal.SIGKILL, 10.0)):
        with suppress(ProcessLookupError):  # it has just ended
            os.kill(pid, sent)
        given_up = time.monotonic() + patience
        while time.monotonic() < given_up:
            if home.holder() != pid:
                return sent == signal.SIGTERM
            time.sleep(0.02)
    return False
