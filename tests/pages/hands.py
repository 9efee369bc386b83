"""What a person's hands do on a page: press, choose, write. Each looks that it took.

A busy machine loses what is pressed while a page changes; a person sees that and does it again.
"""

from playwright.sync_api import Locator, Page, expect
from playwright.sync_api import TimeoutError as TookTooLong

IDLE = '[data-testid="stApp"][data-test-script-state="notRunning"]'
_STILL = f"""() => {{
  const idle = document.querySelector('{IDLE}[data-test-connection-state="CONNECTED"]');
  if (!idle) window.__idle = 0;
  else window.__idle = (window.__idle ?? 0) + 1;
  return window.__idle >= 4;
}}"""

_TURN = f"""(address) => {{
  const app = document.querySelector('{IDLE}');
  let ran = false;
  window.__turned = false;
  new MutationObserver(() => {{
    if (!app.matches('{IDLE}')) ran = true;
    else if (ran) window.__turned = true;
  }}).observe(app, {{ attributeFilter: ["data-test-script-state"] }});
  history.pushState({{}}, "", address);
  dispatchEvent(new PopStateEvent("popstate"));
}}"""


def turn_to(page: Page, app: str, address: str) -> None:
    """Come to an address as Back and Forward do: the browser loads no program anew.

    This takes a quarter of the work of a load. What a page shows is asked for just so.
    """
    if not page.url.startswith(f"{app}/"):
        page.goto(f"{app}/{address}")
        return
    settle(page)
    page.evaluate(_TURN, f"/{address}")
    page.wait_for_function("window.__turned", timeout=90_000)


def settle(page: Page) -> None:
    """Wait until the page was run, and stays so for a while: a run begins with a delay."""
    page.evaluate("window.__idle = 0")
    page.wait_for_function(_STILL, polling=100, timeout=90_000)


def press(page: Page, name: str) -> None:
    settle(page)
    page.get_by_role("button", name=name).click()


def tick_all(page: Page, name: str) -> None:
    """Tick every box of a name, one after the other."""
    for number in range(page.get_by_text(name, exact=True).count()):
        settle(page)
        page.get_by_text(name, exact=True).nth(number).click()


def choose(page: Page, label: str, option: str) -> None:
    """Choose an option of a list, by how it begins, and look that it is shown as chosen."""
    shown = _shown(page, label, option)
    for _ in range(3):
        settle(page)
        if shown.count():
            return
        try:
            page.get_by_label(label).click(timeout=10_000)
            page.get_by_role("option", name=option).click(timeout=10_000)
        except TookTooLong:
            page.keyboard.press("Escape")
    settle(page)
    expect(shown).to_be_visible()


def _shown(page: Page, label: str, option: str) -> Locator:
    """Return what shows that an option is chosen: a list's own text, or one of its tags."""
    one = page.locator(f'input[aria-label="{label}"][value^="{option}"]')
    of_several = page.locator(f'[data-tag][aria-label^="{option}"]')
    return one.or_(of_several).first


def choose_formats(page: Page, *names: str) -> None:
    for name in names:
        choose(page, "Formats", f"{name}:")
    page.keyboard.press("Escape")  # the list stays open for more


def write_cell(page: Page, column: int, text: str) -> None:
    """Write into a cell of the first row of the grid, as a person does."""
    grid = page.get_by_test_id("stDataFrame")
    grid.scroll_into_view_if_needed()
    settle(page)
    box = grid.locator("canvas").first.bounding_box()
    page.mouse.click(box["x"] + 40, box["y"] + 52)
    for at in range(column + 1):
        if at:
            page.keyboard.press("ArrowRight")
        expect(_cell(grid, at)).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Enter")
    editor = page.locator("#portal textarea, #portal input").first
    editor.fill(text)
    editor.press("Enter")
    expect(editor).to_be_hidden()  # while it is open, a click elsewhere only closes it
    expect(_cell(grid, column)).to_have_text(text)


def _cell(grid: Locator, column: int) -> Locator:
    return grid.locator(f'[data-testid="glide-cell-{column}-0"]')
