"""`python -m graph run`: Neo4j, the sample families if the store is empty, and the app."""

import os
import signal
import socket
import subprocess
import sys
import webbrowser
from pathlib import Path
from threading import Timer
from types import FrameType
from typing import Annotated

import typer

from graph import samples, server
from graph.commands.terminal import sentences, waiting
from graph.door import open_store
from graph.errors import GraphError
from graph.rule.deriving import Progress, derive_calendars
from graph.settings import Settings
from graph.store import Store

CHECKOUT = Path(__file__).parents[2]
PORT = 8501
_PORTS_TRIED = 20
_NAMED = 5
_BROWSER_AFTER = 2.0


def run(
    *,
    port: Annotated[
        int, typer.Option(help="Of the app; the next free one if it is taken")
    ] = PORT,
    browser: Annotated[bool, typer.Option(help="Open the app in the browser")] = True,
) -> None:
    """Start Neo4j, load the sample families into an empty store, and open the app."""
    settings = Settings.from_env()
    with sentences():
        started = _starts_server(settings)
        try:
            prepare(settings)
            code = _serve(_free_port(port), open_browser=browser)
        finally:
            if started:
                server.stop(settings.home)
    raise typer.Exit(code)


def _starts_server(settings: Settings) -> bool:
    """Tell whether it is this run that starts the managed server, and so has to stop it."""
    return settings.neo4j_uri is None and server.running(settings.home) is None


def prepare(settings: Settings) -> None:
    """See that the store holds something, and calendars of the form that pages read."""
    with waiting() as progress, open_store(settings, progress) as store:
        empty = store.contents().empty
        _heal(store)
        _derive(store, progress)
    if empty and samples.wanted(settings.home):
        typer.echo("The store is empty: loading the six sample families.")
        _load(samples.SAMPLES)


def _heal(store: Store) -> None:
    """Say what an older version has cut, and mend it where somebody agrees."""
    if not (cut := store.cut()):
        return
    typer.echo(
        f"An older version cut {len(cut):,} places or sources from what they belong to, so "
        f"answers near them are wrong: {', '.join(cut[:_NAMED])}. They are mended by loading "
        "any data set again, or by `python -m graph derive`."
    )
    if sys.stdin.isatty() and typer.confirm("Mend them now?", default=True):
        store.mend()


def _derive(store: Store, progress: Progress) -> None:
    """Derive what a broken-off load, or a newer version, left due.

    Whatever goes wrong is said and the app starts all the same: its pages say what is not up
    to date.
    """
    try:
        derive_calendars(store, progress)
    except Exception as error:  # noqa: BLE001 - any cause: without the app nothing can be mended
        problem = str(error) if isinstance(error, GraphError) else repr(error)
        typer.echo(
            f"{problem}\nThe app starts all the same. Lists and boards may be of before, and "
            "say so; `python -m graph derive` tries again.",
            err=True,
        )


def _load(folder: Path) -> None:
    """Load with the same command that a user would; it says what it did."""
    done = subprocess.run(
        [sys.executable, "-m", "ingest", str(folder)], cwd=CHECKOUT, check=False
    )
    if done.returncode:
        raise GraphError("The samples were not loaded whole; what is above says why.")


def _free_port(port: int) -> int:
    for candidate in range(port, port + _PORTS_TRIED):
        with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", candidate))
            except OSError:
                continue
            return candidate
    raise GraphError(
        f"No port from {port} to {port + _PORTS_TRIED - 1} is free; name one: --port"
    )


def _serve(port: int, *, open_browser: bool) -> int:
    """Run the app until it is ended, and return its exit code; ending it is no failure."""
    address = f"http://127.0.0.1:{port}"
    typer.echo(f"Kinthread is at {address} (Ctrl-C ends it).")
    if open_browser and not os.environ.get("CI"):
        Timer(_BROWSER_AFTER, webbrowser.open, [address]).start()
    command = [sys.executable, "-m", "streamlit", "run", "app.py", f"--server.port={port}"]
    with subprocess.Popen(command, cwd=CHECKOUT) as app:

        def end(number: int, frame: FrameType | None) -> None:
            del number, frame
            app.terminate()

        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, end)
        code = app.wait()
    return 0 if code in (0, -signal.SIGTERM, -signal.SIGINT) else code
