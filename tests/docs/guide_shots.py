"""What the guides show: for each picture the page, and what a reader does there."""

from collections.abc import Callable
from pathlib import Path
from typing import Literal

from playwright.sync_api import Page, expect

from graph.pages.export import export_words
from graph.pages.load import load_words
from graph.pages.questions.question_words import STOPPED
from tests.docs.doc_pages import ROOT
from tests.pages.camera import Shot
from tests.pages.hands import choose, choose_formats, press, settle, tick_all

EXAMPLE = ROOT / "docs" / "guide" / "example"
_CHILD = "child=meripet-eldest-child"


def _shot(
    address: str | None = None,
    fill: Callable[[Page], None] = lambda _page: None,
    *,
    part: str = "",
    height: int = 760,
) -> Shot:
    return Shot(address=address, fill=fill, part=part, height=height, width=1150)


def _to(text: str, role: Literal["heading"] | None = None) -> Callable[[Page], None]:
    """Return how a reader scrolls to a text, until it is at the top."""

    def scroll(page: Page) -> None:
        place = page.get_by_role(role, name=text) if role else page.get_by_text(text)
        place.first.wait_for()
        settle(page)
        place.first.evaluate(_UP)

    return scroll


_UP = "one => { one.style.scrollMarginTop = '6rem'; one.scrollIntoView(); }"
"""Below the bar of pages, which stays."""


def _then(*actions: Callable[[Page], None]) -> Callable[[Page], None]:
    def act(page: Page) -> None:
        for action in actions:
            action(page)

    return act


def _press(name: str) -> Callable[[Page], None]:
    return lambda page: press(page, name)


def _known_on(page: Page) -> None:
    press(page, "As known on")
    page.get_by_text("What was known by").wait_for()


def _files(page: Page) -> None:
    tables: list[Path] = sorted(EXAMPLE.glob("*.csv"))
    page.locator("input[type=file]").set_input_files(tables)
    expect(page.get_by_text("events.csv line 6").first).to_be_visible()


def _loaded(page: Page) -> None:
    press(page, load_words.load_button(16))
    page.get_by_text("16 rows taken, 1 kept for mending.").wait_for()


def _export_chosen(page: Page) -> None:
    choose(page, export_words.AUDIENCE, "partner:")
    choose_formats(page, "pdf")
    settle(page)


def _ticked(page: Page) -> None:
    tick_all(page, export_words.MAY_LEAVE)
    settle(page)


def _drawn(page: Page) -> None:
    page.get_by_text("Draw people, events and places as a network").click()
    page.locator("[data-network] canvas").wait_for()
    page.locator("[data-network]").evaluate("one => one.scrollIntoView({block: 'center'})")


def _ran(page: Page) -> None:
    """Run the query; a busy machine may stop it at its limit, and a reader runs it again."""
    drawn, stopped = page.locator("[data-network] canvas"), page.get_by_text(STOPPED)
    for _ in range(3):
        press(page, "Run")
        drawn.or_(stopped).first.wait_for()
        if drawn.count():
            return
    drawn.wait_for()


SHOTS = {
    "left-board": _shot("?day=2018-05-15"),
    "left-child": _shot(f"child?{_CHILD}&day=2018-05-15", height=900),
    "left-later": _shot(f"child?{_CHILD}&day=2018-11-15", height=900),
    "left-why": _shot(f"child?{_CHILD}&day=2018-05-15&person=amina", _to("Amina", "heading")),
    "left-known-on": _shot(f"child?{_CHILD}&day=2018-11-15", _known_on),
    "left-over-time": _shot(f"over_time?{_CHILD}&day=2018-11-15", height=900),
    "question-choose": _shot("questions?question=one_left&day=2018-05-15"),
    "question-answer": _shot(None, _then(_press("Ask"), _to("What this does not tell"))),
    "question-network": _shot(None, _drawn),
    "question-cypher": _shot("cypher", _ran, height=1000),
    "hand-choose": _shot(f"export?{_CHILD}", _export_chosen),
    "hand-check": _shot(None, _then(_press(export_words.PREVIEW), _to(export_words.CHECK))),
    "hand-tick": _shot(None, _then(_ticked, _to(export_words.TYPED[:40]))),
    "hand-made": _shot(None, _then(_press(export_words.MAKE), _to(export_words.TAKE))),
    "load-check": _shot("loading", _then(_files, _to("What these files say"))),
    "load-done": _shot(None, _then(_loaded, _to("16 rows taken"))),
    "load-child": _shot("child?child=orvim&day=2018-02-01", height=900),
    "correct-claim": _shot(
        "person?person=nurvela&day=2018-04-01", _to("Everything that is claimed", "heading")
    ),
    "correct-event": _shot("event?event=nurvela-camp&day=2018-04-01", height=900),
    "correct-answer": _shot("child?child=orvim&day=2018-04-01", height=900),
    "move-board": _shot("?day=2018-05-15"),
}
