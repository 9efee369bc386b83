"""One door: of what a page gives to take away, all that names somebody stands in the ledger.

Every page of `pages.py` is opened, with all that unfolds. Each thing is pressed that a browser,
Streamlit or a drawing has for taking away. What a person can always do is in docs/safety.md.
"""

import re
from collections.abc import Iterator
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import Error, Locator, Page
from pypdf import PdfReader

from graph.pages.kit.page_words import PRINTED
from graph.pages.questions.question_words import READ_IT
from ingest import read
from tests.pages.conftest import CHECKOUT, SAMPLES, Visit
from tests.pages.every_page import FILES, show_next
from tests.pages.hands import press, settle
from tests.pages.hostile import hostile_family
from tests.pages.test_export_page import ledger

ROADS = """
window.__gave = [];
const gave = (text) => window.__gave.push(text);
const before = (owner, name, seen) => {
  const own = owner?.[name];
  if (!own) return;
  owner[name] = function (...given) {
    seen(this, ...given);
    return own.apply(this, given);
  };
};
before(Clipboard.prototype, 'writeText', (_, text) => gave(text));
before(Clipboard.prototype, 'write', (_, items) => {
  for (const one of items) for (const type of one.types) {
    one.getType(type).then((blob) => blob.text()).then(gave);
  }
});
before(URL, 'createObjectURL', (_, blob) => blob?.text?.().then(gave));
for (const name of ['toBlob', 'toDataURL']) {
  before(HTMLCanvasElement.prototype, name, () => gave(document.body.innerText));
}
for (const name of ['print', 'open', 'showSaveFilePicker']) {
  before(window, name, () => gave(document.body.innerText));
}
addEventListener('copy', () => gave(String(getSelection())));
addEventListener('dragstart', () => gave(document.body.innerText));
addEventListener('contextmenu', (event) => setTimeout(() => {
  if (!event.defaultPrevented) gave(document.body.innerText);
}));
"""
"""Every road by which a script hands something out, and what went along it."""
UNFOLDS = (
    "details:not([open]) > summary",
    "[role=tab][aria-selected=false]",
    "[data-testid=stPopover] button[aria-expanded=false]",
)
TAKES = ", ".join(
    [
        "[data-testid=stDownloadButton] button",
        "a[download]",
        *(f"[data-testid*={part}] button" for part in ("Toolbar", "Menu")),
        *(
            f"button[{said}*={word} i]"
            for said in ("aria-label", "title")
            for word in ("copy", "download", "save", "print")
        ),
    ]
)
"""By whoever made them: Streamlit, or a part of ours."""
EXAMPLES = b"".join(one.read_bytes() for one in (CHECKOUT / "cypher/examples").glob("*.cypher"))
"""Queries of the program's own, which name people of the report as examples."""
GIVES = {
    "export": {"Take the file: csv"},
    "questions": {"CSV", "JSON", "Graph (JSON)"},
    "cypher": {"CSV", "JSON", "Graph (JSON)", "code 0"},
    "over_time": {"drawing 0"},
}
"""What must have been pressed, or the test looked in the wrong place."""


class Taking(Visit):
    """A window that keeps what was taken away in it."""

    def __init__(self, context, app) -> None:
        context.add_init_script(ROADS)
        self.files: list[bytes] = []
        super().__init__(context, app)

    def window(self) -> Page:
        page = super().window()
        page.on("download", lambda one: self.files.append(one.path().read_bytes()))
        return page

    def taken(self) -> list[bytes]:
        """Return what was taken since the last time."""
        self.page.wait_for_timeout(300)
        texts = self.page.evaluate("window.__gave.splice(0)")
        files, self.files[:] = [*self.files], []
        return [*files, *(text.encode() for text in texts)]


@pytest.fixture(scope="module")
def window(browser, app):
    context = browser.new_context(
        viewport={"width": 1400, "height": 1200},
        permissions=["clipboard-read", "clipboard-write"],
    )
    yield Taking(context, app)
    context.close()


@pytest.fixture(scope="module")
def names() -> set[bytes]:
    """Every recorded name; a short one is a part of other words."""
    people = [*hostile_family().people]
    for folder in SAMPLES:
        people += read([folder]).records.people
    return {one.name.encode() for one in people if len(one.name) > 4}


def unfolded(page: Page) -> Iterator[str]:
    """Open what unfolds, and yield each title; first comes what is there at once."""
    yield "the page"
    for kind in UNFOLDS:
        for number in range(page.locator(kind).count()):
            one = page.locator(kind).nth(0 if kind.startswith("details") else number)
            if one.count() and one.is_visible():
                title = one.inner_text()
                one.click()
                settle(page)
                yield title


def things_to_press(page: Page) -> Iterator[tuple[str, Locator]]:
    for one in page.locator(TAKES).all():
        if (
            one.is_visible()
            and one.is_enabled()
            and not one.evaluate("one => one.closest('nav')")
        ):
            yield one.evaluate("one => one.getAttribute('aria-label') || one.innerText"), one
    for number, code in enumerate(page.get_by_test_id("stCode").all()):
        if code.is_visible():
            code.hover()
            copy = code.locator("button").first
            copy.wait_for()  # or the page is scrolled for it, away from the mouse
            yield f"code {number}", copy
    for number, canvas in enumerate(page.locator("canvas, img").all()):
        if canvas.is_visible():
            yield f"drawing {number}", canvas


def filled(window: Taking, name: str) -> Page:
    page = window.page
    show_next(page, window.app, name)
    if page.get_by_role("button", name="Make the file").count():
        press(page, "Make the file")
        page.get_by_role("button", name="Take the file").wait_for()
        settle(page)
    if page.get_by_text(READ_IT).count():
        page.get_by_text(READ_IT).click()
        settle(page)
    return page


@pytest.mark.parametrize("name", FILES)
def test_what_a_page_gives_away_with_a_name_stands_in_the_ledger(
    window, graph_home, names, name
):
    page = filled(window, name)
    window.taken()
    pressed: set[str] = set()
    past: list[str] = []
    for part in unfolded(page):
        for label, one in things_to_press(page):
            if label.startswith("drawing") and label in pressed:
                continue
            pressed.add(label)
            _take(one)
            texts = window.taken()
            kept = {line.get("sha256") for line in ledger(graph_home)}
            unkept = [
                text
                for text in texts
                if sha256(text).hexdigest() not in kept and text.strip() not in EXAMPLES
            ]
            past += [
                f"{name}, {part}, {label}: {one.decode()[:80]}"
                for one in names
                if any(one in text for text in unkept)
            ]
    assert past == []
    assert GIVES.get(name, set()) <= pressed, "this was not tried"
    sheets = [sheet.extract_text() for sheet in PdfReader(BytesIO(page.pdf())).pages]
    flat = [re.sub(r"\s+", " ", sheet) for sheet in sheets]
    assert [sheet for sheet in flat if PRINTED not in sheet] == [], "a print says for whom"


def _take(one: Locator) -> None:
    """Press something, and open the menu of a drawing; what is covered cannot be pressed."""
    drawn = one.evaluate("one => one.matches('canvas, img')")
    try:
        one.click(button="right" if drawn else "left", timeout=3000)
    except Error:
        return


def test_each_module_that_gives_a_browser_a_file_writes_the_line_of_the_ledger():
    for path in (CHECKOUT / "graph/pages").rglob("*.py"):
        text = path.read_text("utf-8")
        if re.search(r"\bdownload_button\(|\blink_button\(", text):
            assert re.search(r"\bgiven_out\(|\.hand\(", text), Path(path).name
