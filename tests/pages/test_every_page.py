"""Each page, visited once: it asks nothing of anybody else, runs nothing, and can be read.

Stored texts that try to be more than text are on every page; axe-core looks at each in light
and in dark.
"""

import json
import re
from pathlib import Path

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

from ingest import mending, quarantine, read
from tests.pages.conftest import Visit
from tests.pages.every_page import FILES, PAGES, show

CANARY = "http://canary.invalid/"
BROWSERS_OWN = {
    "accounts.google.com",
    "content-autofill.googleapis.com",
    "redirector.gvt1.com",
    "update.googleapis.com",
}
"""What Chromium asks by itself: is it signed in, is it new, how are words spelled."""
PROBES = ("/_stcore/health", "/_stcore/host-config")
"""On a page that is not the first, Streamlit looks for its server one folder deeper first."""
WORST = {"serious", "critical"}


@pytest.fixture(scope="module")
def window(browser, app):
    context = browser.new_context(viewport={"width": 1400, "height": 1200})
    visit = Visit(context, app)
    visit.page.on("console", lambda said: _note(visit, said))
    yield visit
    context.close()


def _note(visit: Visit, said) -> None:
    if said.type == "error" and not said.location["url"].endswith(PROBES):
        visit.errors.append(said.text)


def test_every_page_is_looked_at():
    assert set(PAGES) == set(FILES)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_shows_hostile_texts_harmlessly_and_can_be_read_by_all(window, name):
    page = window.page
    del window.asked[:], window.errors[:]
    page.emulate_media(color_scheme="light")
    show(page, window.app, name)
    page.mouse.move(700, 600)  # what hovers is shown too
    _no_side_door(page)
    assert page.evaluate("window.__hit") is None
    assert page.locator("img[src='x'], a[href^='javascript'], img[src*='evil']").count() == 0
    assert not re.search(r"Traceback|File \"", page.inner_text("body"))
    assert page.get_by_test_id("stException").count() == 0
    assert {url.split("/")[2] for url in window.asked if "://" in url} == {window.app[7:]}
    assert any(url.startswith("ws://") for url in window.asked), "the log sees sockets"
    assert not window.errors
    assert _findings(page, {"resultTypes": ["violations"]}) == []
    page.emulate_media(color_scheme="dark")
    page.wait_for_function(
        "getComputedStyle(document.querySelector('[data-testid=stApp]')).backgroundColor"
        " === 'rgb(5, 5, 6)'"
    )
    assert _findings(page, {"resultTypes": ["violations"], "runOnly": ["color-contrast"]}) == []


def _no_side_door(page: Page) -> None:
    """What leaves goes by Export: no element has a tool of Streamlit's own, hovered or not."""
    elements = page.locator("[data-testid=stElementContainer]")
    shown = [one for one in elements.all() if one.is_visible()]
    for element in shown:
        box = element.bounding_box()
        page.mouse.move(box["x"] + box["width"] / 2, box["y"] + min(box["height"] / 2, 40))
        assert page.evaluate(OPEN_TOOLS) == []


OPEN_TOOLS = """() => [...document.querySelectorAll(
  '[data-testid*=Toolbar] button, [data-testid*=Toolbar] a, [data-testid*=Menu] button')]
  .filter((one) => one.checkVisibility() && !one.closest('nav, [data-testid=stCode]'))
  .map((one) => one.getAttribute('aria-label') || one.outerHTML.slice(0, 200))"""
"""All tools of the framework that can be seen, or reached with the keyboard.

Where a command or a query is to be copied, it holds nothing that is stored.
"""


def test_a_grid_has_its_tools_where_the_rule_of_style_is_gone(window, graph_home, tmp_path):
    """So the page's test can see them."""
    table = "id,name,source,locator,sex\nomer,Omer,t-meripet,L1,femal\n"
    (tmp_path / "people.csv").write_text(table, encoding="utf-8")
    quarantine.write(read([tmp_path]), graph_home)
    page = window.page
    page.goto(f"{window.app}/loading")
    grid = page.get_by_test_id("stDataFrame").first
    grid.wait_for()
    page.evaluate(
        "for (const one of document.querySelectorAll('style'))"
        " if (one.textContent.includes('stElementToolbar')) one.remove()"
    )
    grid.hover()
    assert page.evaluate(OPEN_TOOLS) != []
    mending.note(mending.waiting(graph_home)[-1].folder, ["done"])


def _findings(page: Page, options: dict) -> list[str]:
    """Return what axe-core finds serious or critical; it looks into our shadow roots too."""
    page.evaluate(f"() => {{ if (!window.axe) {{ {AXE_SCRIPT} }} }}")
    # Streamlit moves from colour to colour; half way is no colour of ours.
    page.evaluate("Promise.allSettled(document.getAnimations().map((one) => one.finished))")
    found = page.evaluate("options => axe.run(options)", options)["violations"]
    return [
        f"{one['id']}: {node['target']} {node['failureSummary']}"
        for one in found
        if one["impact"] in WORST
        for node in one["nodes"]
    ]


def test_what_axe_finds_in_a_part_of_ours_is_found(window):
    """The parts stand in shadow roots: a part without a name must not be overlooked."""
    show(window.page, window.app, "child")
    window.page.locator("[data-play]").evaluate(
        "button => { button.textContent = ''; button.removeAttribute('aria-label'); }"
    )
    assert any("button-name" in one for one in _findings(window.page, {}))


THIS_MACHINE = ("127.0.0.1:", "localhost:")


def test_the_browsers_own_log_knows_of_no_other_address(window, net_log):
    """The browser logs its own business too, which is told apart by who asked."""
    show(window.page, window.app, "children")
    window.page.evaluate(f"fetch('{CANARY}').catch(() => 0)")  # so the log can be seen to see
    found = _logged(net_log, window.page)
    own = window.app[7:]
    from_pages = {host for initiator, host in found if own in initiator}
    assert from_pages == {own, "canary.invalid"}
    others = {host for initiator, host in found if own not in initiator}
    elsewhere = {host for host in others if not host.startswith(THIS_MACHINE)}
    assert elsewhere <= BROWSERS_OWN, "apps of other tests are on this machine"


def _logged(net_log: Path, page: Page) -> set[tuple[str, str]]:
    """Return who asked which host, by the log up to the canary; it is written with a delay."""
    for _ in range(100):
        text = net_log.read_text(encoding="utf-8", errors="replace")
        if CANARY in text:
            break
        page.wait_for_timeout(100)
    lines = [line for line in text.splitlines() if '"initiator"' in line and line[-1] == ","]
    begun = [json.loads(line[:-1])["params"] for line in lines]
    return {(one["initiator"], one["url"].split("/")[2]) for one in begun}
