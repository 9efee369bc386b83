"""A Neo4j of its own with two data sets and a hostile family, the app on it, and a window."""

import os
import re
import shutil
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkstemp

import pytest
import streamlit as st
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, expect

from graph.desk.private_files import clear_desk
from graph.server import Connection, ensure_running, stop
from graph.server.throwaway import environment, temporary_home
from graph.settings import TEXTS
from graph.store import IngestRun, connect
from graph.store.deriving import derive_calendars
from ingest import read
from tests.conftest import SHARED, shared
from tests.pages.hands import turn_to
from tests.pages.hostile import hostile_family

CHECKOUT = Path(__file__).parents[2]
SAMPLES = [CHECKOUT / "data_samples" / name for name in ("asa17-3798-2021", "invented")]
FAILED = pytest.StashKey[bool]()
USUAL = ViewportSize(width=1400, height=1200)
expect.set_options(timeout=30_000)  # a machine may be busy; nothing here is a timed test


def use_home(home: Path, monkeypatch) -> None:
    for name in [name for name in os.environ if name.startswith("NEO4J_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GRAPH_HOME", str(home))


@pytest.fixture
def home(graph_home, monkeypatch):
    """The folder of the program, in use, with nothing on the desk and no page remembered."""
    st.cache_resource.clear()
    use_home(graph_home, monkeypatch)
    clear_desk(graph_home)
    yield graph_home
    clear_desk(graph_home)
    st.cache_resource.clear()


def start_neo4j(home: Path) -> Connection:
    return ensure_running(home, env=environment())


def fill(
    connection: Connection, *, hostile: bool = True, folders: Sequence[Path] = SAMPLES
) -> None:
    with connect(connection) as store:
        store.prepare()
        for folder in folders:
            found = read([folder])
            assert not found.rejected
            store.load(found.records, IngestRun(id=folder.name), found.superseded)
        if hostile:
            store.load(hostile_family(), IngestRun(id="hostile"))
        derive_calendars(store)


@pytest.fixture(scope="session")
def graph_home() -> Iterator[Path]:
    """A GRAPH_HOME with a managed server that holds the samples: each lane has one."""
    with temporary_home() as home:
        shutil.copytree(filled(), home, dirs_exist_ok=True)
        start_neo4j(home)
        yield home


def filled() -> Path:
    """Return what a home begins with, which is made once for all lanes: it takes 20 seconds."""
    folder = SHARED / "filled"
    with shared("filled.lock"):
        if not folder.exists():
            with filled_home() as home:
                stop(home)
                # Its port would be taken anew by every copy.
                shutil.copytree(home, folder, ignore=shutil.ignore_patterns("server.json"))
    return folder


@contextmanager
def filled_home(*, hostile: bool = True) -> Iterator[Path]:
    with temporary_home() as home:
        fill(start_neo4j(home), hostile=hostile)
        yield home


@pytest.fixture(scope="module")
def filled_anew(graph_home: Path) -> Iterator[None]:
    """A file of tests that changes the store, and leaves it as it was for the next.

    Where the server has loaded before, this takes two seconds; another server takes forty.
    """
    yield
    clear_desk(graph_home)
    shutil.rmtree(graph_home / TEXTS, ignore_errors=True)
    connection = start_neo4j(graph_home)
    with connect(connection) as store:
        store.clear()
    fill(connection)


@pytest.fixture(scope="module")
def rested(graph_home: Path) -> None:
    """Every answer is worked out: files before may have left some, and pages then say so."""
    with connect(start_neo4j(graph_home)) as store:
        derive_calendars(store)


@pytest.fixture(autouse=True)
def _at_rest(request: pytest.FixtureRequest) -> None:
    """So it is for each file's first test that uses the store; others start no server."""
    if "graph_home" in request.fixturenames:
        request.getfixturevalue("rested")


class Served(str):
    """The address of an app, and the one that lets a browser in, as the terminal printed it."""

    __slots__ = ("entrance", "pid")
    entrance: str
    pid: int


@pytest.fixture(scope="session")
def app(graph_home: Path) -> Iterator[Served]:
    """The address of the app, run as `make run` does, on a managed server."""
    with served(graph_home) as address:
        yield address


@contextmanager
def served(
    graph_home: Path, *, port: int = 0, terminal: Path | None = None, **extra: str
) -> Iterator[Served]:
    """Run the app as a user does who reads its address on the terminal."""
    env = {k: v for k, v in os.environ.items() if not k.startswith("NEO4J_")}
    env |= {"GRAPH_HOME": str(graph_home), "GRAPH_LEDGER_HEAD": str(graph_home / "apart")}
    command = [sys.executable, "-m", "streamlit", "run", "app.py", f"--server.port={port}"]
    log = terminal or Path(mkstemp()[1])
    with log.open("wb") as printed:
        process = subprocess.Popen(
            command, cwd=CHECKOUT, env=env | extra, stdout=printed, stderr=subprocess.STDOUT
        )
    try:
        yield printed_address(log, process)
    finally:
        process.terminate()
        process.wait(10)
        if terminal is None:
            log.unlink()


def printed_address(
    terminal: Path, process: "subprocess.Popen[bytes]", seconds: float = 60
) -> Served:
    """Return the address that a program prints when it is ready."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        printed = terminal.read_text(encoding="utf-8")
        if shown := re.search(r"(http://127\.0\.0\.1:\d+)/enter/\S+\n", printed):
            address = Served(shown[1])
            address.entrance, address.pid = shown[0].strip(), process.pid
            return address
        assert process.poll() is None, "the app has ended"
        time.sleep(0.1)
    raise AssertionError("no address was printed")


def enter(page: Page, app: Served) -> None:
    """Open the printed address: from then on the whole window is let in."""
    page.goto(app.entrance)
    page.wait_for_url(f"{app}/")


def let_in(context: BrowserContext, app: Served) -> None:
    """Do what the printed address does, without drawing the first page."""
    assert context.request.get(app.entrance).ok


def wait_for(url: str, seconds: float = 30) -> None:
    end = time.monotonic() + seconds
    while True:
        try:
            with urllib.request.urlopen(url, timeout=2):  # noqa: S310 - our own address
                return
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.2)


class Visit:
    """A window on the app, and every address that it asked for."""

    def __init__(self, context: BrowserContext, app: Served) -> None:
        self.app = app
        self.asked: list[str] = []
        self.errors: list[str] = []
        context.on("request", lambda request: self.asked.append(request.url))
        self._context = context
        self.page = self.window()
        let_in(context, app)

    def window(self) -> Page:
        page = self._context.new_page()
        page.on("websocket", lambda socket_: self.asked.append(socket_.url))
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.set_default_timeout(30_000)
        return page

    def open(self, path: str) -> Page:
        self.page.goto(f"{self.app}/{path}")
        return self.page

    def begin(self) -> None:
        """Be as a new window is, but for what the app remembers."""
        del self.asked[:], self.errors[:]
        for other in self._context.pages[1:]:
            other.close()
        self.page.set_viewport_size(USUAL)
        self.page.emulate_media(media="null", color_scheme="light")
        self.page.mouse.move(0, 0)

    def close(self) -> None:
        self._context.close()


class NextVisit(Visit):
    """A window that tests have one after the other: each comes to its page as Back does."""

    def open(self, path: str) -> Page:
        turn_to(self.page, self.app, path)
        return self.page


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """Keep whether a test failed, for the window that it had."""
    report = yield
    item.stash[FAILED] = item.stash.get(FAILED, False) or report.failed
    return report


@pytest.fixture(scope="module")
def kept_windows() -> Iterator[list[NextVisit]]:
    """The window of a file whose tests share one; none after a test that failed."""
    windows: list[NextVisit] = []
    yield windows
    for window in windows:
        window.close()


@pytest.fixture
def visit(
    browser: Browser, app: Served, request: pytest.FixtureRequest, kept_windows: list[NextVisit]
) -> Iterator[Visit]:
    """A window of the test's own; with the mark `one_window`, that of the test before."""
    marked = request.node.get_closest_marker
    kind = NextVisit if marked("one_window") and not marked("own_window") else Visit
    if kind is NextVisit and kept_windows:
        visit: Visit = kept_windows.pop()
    else:
        visit = kind(browser.new_context(viewport=USUAL), app)
    visit.begin()
    yield visit
    failed = request.node.stash.get(FAILED, False)
    if failed:
        seen = f"{visit.page.url}\n{visit.page.locator('body').aria_snapshot()}"
        request.node.add_report_section("teardown", "page", seen)
    if isinstance(visit, NextVisit) and not failed:
        kept_windows.append(visit)
    else:
        visit.close()
