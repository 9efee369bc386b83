"""`python -m graph run`: Neo4j, the sample families if the store is empty, and the app."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from pathlib import Path
from threading import Event, Thread
from types import FrameType
from typing import Annotated

import typer

from graph import server
from graph.commands import samples
from graph.commands.terminal import hands, sentences, waiting
from graph.errors import GraphError
from graph.questions.asking import outdated
from graph.settings import Settings
from graph.store import Store
from graph.store.deriving import Progress, derive_calendars
from graph.store.opening import elsewhere, open_store

CHECKOUT = Path(__file__).parents[2]
PORT = 8501
_PORTS_TRIED = 20
_NO_PORT = 1
"""How Streamlit ends where its port is taken."""
_LAST = 65_535
_NAMED = 5
AT_ONCE = 500
"""So many people at most wait for their answers before the app starts, not after."""


class Ended(Exception):
    """The app was ended while calendars were derived."""


def run(
    *,
    port: Annotated[
        int,
        typer.Option(
            min=1, max=_LAST, help="Port of the app; the next free one if it is taken"
        ),
    ] = PORT,
    browser: Annotated[bool, typer.Option(help="Open the app in the browser")] = True,
) -> None:
    """Start Neo4j, load the sample families into an empty store, and open the app."""
    settings = Settings.from_env()
    with sentences(), _neo4j(settings):
        due = prepare(settings)
        with deriving(settings, due):
            code = _serve(port, open_browser=browser)
    raise typer.Exit(code)


def _neo4j(settings: Settings) -> AbstractContextManager[None]:
    """Use the managed server: the last of its users stops it, if it was started for a run."""
    if settings.neo4j_uri is not None:
        return nullcontext()
    return server.used(settings.home, for_a_run=True)


def prepare(settings: Settings) -> int:
    """See that the store holds something, and calendars of the form that pages read.

    Returns:
        Near how many people the answers are still due: 0, or more than wait for the app.
    """
    with waiting() as progress, open_store(settings, progress) as store:
        empty = store.contents().empty
        _heal(store)
        due = outdated(store)
        if due <= AT_ONCE:
            _derive(store, progress)
            due = 0
    if other := elsewhere(settings):
        typer.echo(other)
    if empty and not other and samples.wanted(settings.home):
        typer.echo("The store is empty: loading the six sample families.")
        _load(samples.SAMPLES)
    return due


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

    An error is printed and the app starts anyway: its pages say what is not up to date.
    """
    try:
        with hands() as many:
            derive_calendars(store, progress, hands=many)
    except Ended:
        raise
    except Exception as error:  # noqa: BLE001 - any cause: without the app nothing can be mended
        problem = str(error) if isinstance(error, GraphError) else repr(error)
        typer.echo(
            f"{problem}\nThe app starts anyway. Lists and boards may be out of date, and "
            "say so; `python -m graph derive` tries again.",
            err=True,
        )


@contextmanager
def deriving(settings: Settings, due: int) -> Iterator[None]:
    """Derive what is still due while the app runs, as after an upgrade of a large store.

    The pages say meanwhile how many wait. Ended half-way, the next start goes on from there.

    Args:
        settings: of the store.
        due: near how many people; nothing is done where it is 0.
    """
    if not due:
        yield
        return
    ended = Event()

    def until_ended(*_done: object) -> None:
        if ended.is_set():
            raise Ended

    def derive() -> None:
        with suppress(Ended), open_store(settings) as store:
            _derive(store, until_ended)

    typer.echo(f"The answers near {due:,} people are worked out meanwhile.")
    worker = Thread(target=derive)
    worker.start()
    try:
        yield
    finally:
        ended.set()
        worker.join()


def _load(folder: Path) -> None:
    """Load with the same command that a user would; it says what it did."""
    done = subprocess.run(
        [sys.executable, "-m", "ingest", str(folder)], cwd=CHECKOUT, check=False
    )
    if done.returncode:
        raise GraphError("The samples were not loaded whole; what is above says why.")


def _serve(port: int, *, open_browser: bool) -> int:
    """Run the app on the first free port, and return its exit code when it was ended."""
    last = min(port + _PORTS_TRIED - 1, _LAST)
    for candidate in range(port, last + 1):
        if not _is_free(candidate):
            continue
        code = _run_app(candidate, open_browser=open_browser)
        if code != _NO_PORT or _is_free(candidate):  # else somebody was faster
            return code
    raise GraphError(f"No port from {port} to {last} is free; name one: --port")


def _is_free(port: int) -> bool:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
        return True


def _run_app(port: int, *, open_browser: bool) -> int:
    """Run the app until it is ended, and return its exit code; ending it is no failure.

    The app itself prints its address, which holds the key of the run, and opens the browser.
    """
    headless = not open_browser or bool(os.environ.get("CI"))
    options = (f"--server.port={port}", f"--server.headless={str(headless).lower()}")
    command = [sys.executable, "-m", "streamlit", "run", "app.py", *options]
    with subprocess.Popen(command, cwd=CHECKOUT) as app:

        def end(number: int, frame: FrameType | None) -> None:
            del number, frame
            app.terminate()

        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, end)
        code = app.wait()
    return 0 if code in (0, -signal.SIGTERM, -signal.SIGINT) else code
