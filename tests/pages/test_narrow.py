"""Every page on a phone and on a sheet of A4: nothing is cut, and nothing lies beside it."""

import re
from io import BytesIO

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from tests.pages.conftest import Visit
from tests.pages.every_page import PAGES, show_next
from tests.pages.hands import settle

PHONE = {"width": 390, "height": 844}
SHEET = {"width": 718, "height": 1010}
"""A4 without its margins, in the pixels of a browser."""
CUT = """(wide) => {
  const found = [];
  const wider = (e) => e.clientWidth > 2 && e.scrollWidth > e.clientWidth + 1;
  const scrolls = (e) => /auto|scroll/.test(getComputedStyle(e).overflowX) && wider(e);
  const above = (e) => e.parentElement ?? e.getRootNode().host;
  const inScroller = (e) => Boolean(e) && (scrolls(e) || inScroller(above(e)));
  const fields = "input, textarea, [data-testid=stDateInputFieldsScroller]";
  const own = `${fields}, [data-testid=stDataFrame], canvas, svg *`;
  const look = (root) => {
    for (const e of root.querySelectorAll("*")) {
      if (e.shadowRoot) look(e.shadowRoot);
      const { right, width, height } = e.getBoundingClientRect();
      const seen = e.checkVisibility({ visibilityProperty: true }) && width > 2 && height > 2;
      if (!seen || e.closest(own)) continue;
      const { overflowX, textOverflow } = getComputedStyle(e);
      const cut = wider(e) && overflowX !== "visible" && textOverflow !== "ellipsis";
      if (cut) found.push(["cut", e]);
      else if (right > wide + 1 && !inScroller(e)) found.push(["beside", e]);
    }
  };
  const main = document.querySelector("[data-testid=stMain]");
  if (wider(main)) found.push(["cut", main]);
  look(main);
  const name = (e) => e.dataset?.testid ?? e.getAttribute("class");
  const words = (e) => e.textContent.trim().slice(0, 60);
  return found.map(([what, e]) => `${what}: ${e.tagName} ${name(e)} ${words(e)}`);
}"""
"""What is wider than its place, or beside the window. A field for typing scrolls by itself.

Letters within the map are not looked at here.
"""


@pytest.fixture(scope="module")
def window(browser, app):
    context = browser.new_context(viewport=PHONE)
    yield Visit(context, app)
    context.close()


def printed(page: Page) -> str:
    """Return the letters of a page on A4, without blanks: lines are broken anywhere."""
    page.emulate_media(media="print")
    sheets = PdfReader(BytesIO(page.pdf(format="A4"))).pages
    return re.sub(r"\s", "", "".join(sheet.extract_text() for sheet in sheets))


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_read_on_a_phone_and_on_paper_without_a_cut(window, name):
    page = window.page
    page.emulate_media(media="screen")
    page.set_viewport_size(PHONE)
    show_next(page, window.app, name)
    settle(page)
    assert page.evaluate(CUT, PHONE["width"]) == []
    page.emulate_media(media="print")
    page.set_viewport_size(SHEET)
    page.wait_for_timeout(500)  # a drawing takes its new width a moment later
    assert page.evaluate(CUT, SHEET["width"]) == []


def test_a_long_page_is_printed_to_its_end(window):
    page = window.page
    page.emulate_media(media="screen")
    page.set_viewport_size({"width": 1400, "height": 950})
    show_next(page, window.app, "children")
    words = set(
        re.findall(r"[A-Za-z]{4,}", " ".join(page.locator("[data-sheet]").all_inner_texts()))
    )
    assert len(words) > 30
    on_paper = printed(page)
    assert [word for word in sorted(words) if word not in on_paper] == []


def test_what_is_too_wide_would_be_seen(window):
    page = window.page
    page.set_viewport_size(PHONE)
    show_next(page, window.app, "children")
    page.get_by_test_id("stMainBlockContainer").evaluate(
        "one => one.insertAdjacentHTML('beforeend', '<p style=\"width: 900px\">wide</p>')"
    )
    assert any("wide" in one for one in page.evaluate(CUT, PHONE["width"]))
