"""Every page of the app, and the address that it is visited at: a hostile family's.

That family has nearly every kind of row, so that one visit shows what a page can show.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Page, expect

from tests.pages.hands import IDLE, choose, choose_formats, press, settle, turn_to
from tests.pages.hostile import EVIL

DAY = "2018-11-15"
_QUERY = "MATCH (p:Person)-[r]->(o:Person) WHERE o.id = 'child' RETURN p, r, o"
_TABLE = "id,name,source,locator\n{name},{name},,\nfine,{name},s,p. 1\n"


@dataclass(frozen=True)
class Look:
    """Where a page is visited, what is done there to fill it, and a word that it then shows."""

    address: str
    shows: str
    fill: Callable[[Page], None] = lambda _page: None


def settled(page: Page) -> None:
    """Wait until the script has run, the fonts are there and the drawing shows the day.

    A box of a form is a grey bar until the browser has the code that draws it.
    """
    page.locator(IDLE).wait_for()
    page.get_by_test_id("stAppSkeleton").wait_for(state="detached")
    page.wait_for_function("!document.querySelector('[data-testid=stSkeleton]')")
    page.wait_for_function("document.fonts.status === 'loaded'")
    network = page.locator("[data-network]")
    if network.count():
        page.locator("[data-network][data-day] canvas").wait_for()


def _search(page: Page) -> None:
    box = page.get_by_role("textbox", name="Name, spelling, script or description")
    box.fill(EVIL[:180])
    box.press("Enter")


def _expand(page: Page) -> None:
    settle(page)
    page.get_by_role("button", name="Expand", exact=True).click()
    settle(page)


def _unfold(page: Page) -> None:
    """Open every row that opens: who is counted in it stands below."""
    for row in page.locator("[data-opens]").all():
        row.click()


def _ask(page: Page) -> None:
    page.get_by_role("button", name="Ask").click()


def _run(page: Page) -> None:
    box = page.get_by_role("textbox", name="Query")
    box.fill(_QUERY)
    page.get_by_role("button", name="Run").click()
    expect(page.get_by_role("table").first).to_be_visible(timeout=90_000)


def _upload(page: Page) -> None:
    """Choose a table whose name and rows are hostile."""
    with TemporaryDirectory() as folder:
        table = Path(folder) / "people.csv"
        quoted = '"' + EVIL.replace('"', '""') + '"'
        table.write_text(_TABLE.format(name=quoted), encoding="utf-8")
        other = Path(folder) / "<img src=x onerror=window.__hit=1>.png"
        other.write_bytes(b"\x89PNG")
        page.locator("input[type=file]").set_input_files([table, other])
        expect(page.get_by_text("people.csv line 2").first).to_be_visible()


def _preview(page: Page) -> None:
    choose(page, "Who is to read it", "internal:")
    choose_formats(page, "csv")
    press(page, "Preview")
    expect(page.get_by_role("button", name="Make the file")).to_be_visible(timeout=90_000)


def _write_note(page: Page) -> None:
    press(page, "Write a note")
    page.get_by_label("Note", exact=True).fill(EVIL[:500])
    press(page, "Keep the note")
    settle(page)
    page.keyboard.press("Escape")
    settle(page)


_CHILD = f"child=child&day={DAY}"
PAGES = {
    "children": Look(f"?day={DAY}", "A child <img"),
    "totals": Look(f"totals?day={DAY}", "An aunt <img", _unfold),
    "child": Look(f"child?{_CHILD}&person=aunt", "An aunt <img"),
    "family": Look(f"family?{_CHILD}", "An aunt <img"),
    "over_time": Look(f"over_time?{_CHILD}", "A child <img"),
    "explore": Look(
        f"explore?show=child,aunt,mother&picked=aunt&day={DAY}", "An aunt <img", _expand
    ),
    "search": Look("search", "An aunt <img", _search),
    "sources": Look(f"sources?day={DAY}", "<img src=x"),
    "questions": Look(f"questions?question=nobody_left&day={DAY}", "A child <img", _ask),
    "doubts": Look("doubts", "An aunt <img"),
    "cypher": Look("cypher", "An aunt <img", _run),
    "notes": Look("notes", "<img src=x", _write_note),
    "export": Look("export?child=child", "A child <img", _preview),
    "loading": Look("loading", "<img src=x", _upload),
    "person": Look(f"person?person=aunt&day={DAY}", "An aunt <img"),
    "event": Look(f"event?event=camp&day={DAY}", "<img src=x"),
    "claim": Look("claim?claim=camp@testimony", "<img src=x"),
    "learn": Look("learn?about=aunt", "An aunt <img"),
    "sameness": Look("sameness?same=aunt,granny", "An aunt <img"),
    "testimony": Look("testimony?source=testimony", "The text stays on this machine"),
    "place": Look(f"place?place=inland&day={DAY}", "<img src=x"),
}
"""By the last part of the page's address."""
_LISTED = re.compile(r'"(graph/pages/[\w/]+\.py)",\s*title="[^"]*"(?:,\s*url_path="(\w+)")?')
FILES = {
    address or "children": file
    for file, address in _LISTED.findall(
        (Path(__file__).parents[2] / "pages.py").read_text("utf-8")
    )
}
"""The file of each page, by the same names; the page that opens first has no address."""


def show(page: Page, app: str, name: str) -> None:
    """Open a page, fill it, and wait until it stands."""
    page.goto(f"{app}/{PAGES[name].address}")
    _fill(page, PAGES[name])


def show_next(page: Page, app: str, name: str) -> None:
    """Do so in a window that may have shown another page."""
    turn_to(page, app, PAGES[name].address)
    _fill(page, PAGES[name])


def _fill(page: Page, look: Look) -> None:
    settled(page)
    look.fill(page)
    expect(page.get_by_text(look.shows).or_(page.locator("canvas").first).first).to_be_visible()
    settled(page)
