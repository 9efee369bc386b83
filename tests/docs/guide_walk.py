"""A walk through the guides of `docs/guide/`, as a reader goes who does all that they say.

A step is an item of a numbered list. Its blocks `sh` are run, and each line of the block `text`
below has to be printed; `...` stands for what differs from one run to the next. Its picture is
taken, and every word in bold has to be on the page, before or after what the step does there.
"""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image
from playwright.sync_api import Browser, Page

from graph.server.throwaway import clean_up, environment, temporary_home
from tests.docs.doc_pages import ROOT
from tests.docs.guide_shots import SHOTS
from tests.pages.camera import taken
from tests.pages.conftest import SAMPLES, Served, enter, fill, served, start_neo4j

GUIDES = [
    ROOT / "docs" / "guide" / f"{name}.md"
    for name in (
        "who-is-left",
        "run-a-question",
        "hand-a-family-over",
        "write-down-a-testimony",
        "correct-a-mistake",
        "move-to-another-machine",
    )
]
"""In the order of the walk: a guide finds what those before it have left."""
PICTURES = ROOT / "docs" / "guide" / "pictures"
PATIENCE = 300_000
"""Milliseconds: a busy machine is no mistake of a guide."""
READER = "analyst"
"""The user's name, as the ledger has it."""
_STEP = re.compile(r"^\d+\. ", re.MULTILINE)
_BLOCK = re.compile(r"^ *```(sh|text)\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)
_BOLD = re.compile(r"\*\*(.+?)\*\*")
_PICTURE = re.compile(r"!\[[^\]]*\]\(pictures/([\w-]+)\.png\)")
_ON_PAPER = re.compile(r"kept on paper: (\S+)")


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a guide."""

    guide: str
    text: str

    @property
    def bold(self) -> list[str]:
        """Return the words that have to be on the page."""
        return _BOLD.findall(self.text)

    @property
    def blocks(self) -> list[tuple[str, str]]:
        """Return what is run, and what is then printed, by turns."""
        return [
            (kind, re.sub(r"^ {3}", "", body, flags=re.MULTILINE))
            for kind, body in _BLOCK.findall(self.text)
        ]

    @property
    def pictures(self) -> list[str]:
        """Return the names of its pictures."""
        return _PICTURE.findall(self.text)


def steps(guide: Path) -> list[Step]:
    """Return the steps of a guide."""
    return [Step(guide.stem, text) for text in _STEP.split(guide.read_text("utf-8"))[1:]]


@dataclass(slots=True)
class Reader:
    """Somebody who works through the guides: a terminal, and a window on the app."""

    browser: Browser
    folder: Path
    env: dict[str, str]
    ends: ExitStack
    pages: dict[str, tuple[Served, Page]] = field(default_factory=dict)
    printed: str = ""

    def do(self, step: Step) -> Iterator[tuple[str, Image.Image]]:
        """Do what a step says; yield its pictures."""
        for kind, body in step.blocks:
            if kind == "sh":
                self.run(body)
            else:
                absent = [one for one in body.splitlines() if not _shown(one, self.printed)]
                assert not absent, f"{step.guide}: not printed: {absent} in\n{self.printed}"
        for name in step.pictures:
            yield name, self.look(step, name)

    def run(self, commands: str) -> None:
        """Run commands in the one terminal: what they export stays."""
        after = self.folder / "env"
        done = subprocess.run(
            ["bash", "-c", f"{commands}\nenv -0 > '{after}'"],  # noqa: S607
            cwd=self.folder / "kinthread", env=self.env, text=True, timeout=300,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False,
        )  # fmt: skip
        assert "Traceback" not in done.stdout, done.stdout
        self.printed = done.stdout
        pairs = after.read_text("utf-8").strip("\0").split("\0")
        self.env = dict(pair.split("=", 1) for pair in pairs)
        if found := _ON_PAPER.search(done.stdout):
            self.env["HEAD"] = found[1]

    def look(self, step: Step, name: str) -> Image.Image:
        """Do what a picture shows, and take it."""
        app, page = self.app()
        before = page.locator("body").aria_snapshot()
        picture = taken(page, app, SHOTS[name])
        seen = before + page.locator("body").aria_snapshot()
        absent = [word for word in step.bold if word not in seen]
        assert not absent, f"{step.guide}: not on the page of {name}: {absent} in\n{seen}"
        return picture

    def app(self) -> tuple[Served, Page]:
        """Return the app on the folder that the terminal has in GRAPH_HOME."""
        home = self.env["GRAPH_HOME"]
        if home not in self.pages:
            app = self.ends.enter_context(served(Path(home), LOGNAME=READER))
            page = self.browser.new_page()
            page.set_default_timeout(PATIENCE)
            enter(page, app)
            self.pages[home] = app, page
        return self.pages[home]


def _shown(line: str, printed: str) -> bool:
    parts = (re.escape(part.strip()) for part in line.split("..."))
    return re.search(".*".join(parts), printed) is not None


@contextmanager
def home_of_a_first_run() -> Iterator[Path]:
    """Give a GRAPH_HOME as the first `make run` leaves it: with the six sample families."""
    with temporary_home() as home:
        fill(start_neo4j(home), hostile=False, folders=SAMPLES[:1])
        yield home


def _stop_what_moved(reader: Reader, home: Path) -> None:
    """Stop the server of the folder to which a guide moves, before it is deleted."""
    moved = Path(reader.env["GRAPH_HOME"])
    if moved != home:
        clean_up(moved)


def walked(browser: Browser, home: Path) -> Iterator[tuple[str, Image.Image]]:
    """Do all that the guides say; yield each picture with its name."""
    with TemporaryDirectory() as folder, ExitStack() as ends:
        checkout = Path(folder) / "kinthread"
        checkout.mkdir()
        for name in ("graph", "ingest", "cypher", "data_samples", "docs"):
            (checkout / name).symlink_to(ROOT / name)
        env = environment() | {
            "GRAPH_HOME": str(home),
            "GRAPH_LEDGER_HEAD": str(home / "apart"),
            "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
            "COLUMNS": "100",
            "LOGNAME": READER,
        }
        env = {name: value for name, value in env.items() if not name.startswith("NEO4J_")}
        reader = Reader(browser, Path(folder), env, ends)
        ends.callback(lambda: _stop_what_moved(reader, home))
        for guide in GUIDES:
            for step in steps(guide):
                yield from reader.do(step)
