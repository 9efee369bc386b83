"""Pictures of the app: those that README shows, and those that a test compares with.

`python -m tests.pages.shots` writes both anew, on a server and an app of its own. Look at what
changed before it is kept.
"""

import io
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import typst
from PIL import Image
from playwright.sync_api import Page

from graph.export.formats import FORMATS
from graph.export.ledger.ledger import Ledger
from graph.export.package import Audience
from graph.export.preparing import Choice, prepare
from graph.export.select.selection import SelectionRequest
from graph.picture.layout.text_widths import FONTS
from graph.server import running
from graph.store import connect
from tests.browsing import launched
from tests.pages.conftest import CHECKOUT, enter, filled_home, served
from tests.pages.every_page import settled

README_PICTURES = CHECKOUT / "docs" / "pictures"
KEPT = CHECKOUT / "tests" / "data" / "pictures"
MERIPET = "child=meripet-eldest-child"


@dataclass(frozen=True, kw_only=True)
class Shot:
    """An address, what to do there, and the part of the page that is taken; "": the window."""

    address: str
    part: str = ""
    height: int = 1000
    scheme: str = "light"
    fill: Callable[[Page], None] = lambda _page: None


def _run(page: Page) -> None:
    page.get_by_role("button", name="Run").click()
    page.locator("[data-network] canvas").wait_for(timeout=90_000)


def _opened(page: Page) -> None:
    page.get_by_text("What the words mean").click()


SHOWN = {
    "board": Shot(address="?day=2018-05-15", height=1100),
    "child": Shot(address=f"child?{MERIPET}&day=2018-05-15&person=amina", height=1700),
    "over-time": Shot(address=f"over_time?{MERIPET}&day=2018-11-15", height=1750),
    "cypher": Shot(address="cypher", height=1500, fill=_run),
}
"""For README."""
COMPARED = {
    "glossary": Shot(
        address=f"child?{MERIPET}&day=2018-05-15", part=".st-key-glossary", fill=_opened
    ),
    "child-2018-05-15": Shot(address=f"child?{MERIPET}&day=2018-05-15", part="[data-network]"),
    "child-2019-02-01": Shot(address=f"child?{MERIPET}&day=2019-02-01", part="[data-network]"),
    "child-dark": Shot(
        address=f"child?{MERIPET}&day=2018-05-15", part=".st-key-answer", scheme="dark"
    ),
    "family": Shot(address="family?child=mamutjan-son&day=2018-01-01", part="[data-network]"),
    "timeline": Shot(
        address=f"over_time?{MERIPET}&day=2018-11-15",
        part='[data-testid="stVegaLiteChart"] >> nth=0',
    ),
    "timeline-dark": Shot(
        address=f"over_time?{MERIPET}&day=2018-11-15",
        part='[data-testid="stVegaLiteChart"] >> nth=0',
        scheme="dark",
    ),
    "person": Shot(address="person?person=amina&day=2018-11-15", part=".st-key-person-top"),
}
"""For the test: parts whose data are the published report alone."""


def taken(page: Page, app: str, shot: Shot) -> Image.Image:
    """Take a picture, once everything stands still."""
    page.emulate_media(color_scheme=shot.scheme, reduced_motion="reduce")
    page.set_viewport_size({"width": 1400, "height": shot.height})
    page.goto(f"{app}/{shot.address}")
    settled(page)
    shot.fill(page)
    settled(page)
    page.mouse.move(2, 2)
    place = page.locator(shot.part) if shot.part else page
    if shot.part:
        place.scroll_into_view_if_needed()
    return _still(page, lambda: place.screenshot(animations="disabled"))


def _still(page: Page, take: Callable[[], bytes]) -> Image.Image:
    """Take pictures until two in a row are one: a canvas says nowhere that it has ended."""
    before = take()
    for _ in range(20):
        page.wait_for_timeout(400)
        now = take()
        if now == before:
            break
        before = now
    return Image.open(io.BytesIO(before)).convert("RGB")


def write(folder: Path, pictures: Mapping[str, Image.Image]) -> None:
    """Write pictures of few colours, which are small and look the same."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, picture in pictures.items():
        few = picture.quantize(256, kmeans=1, dither=Image.Dither.NONE)
        few.save(folder / f"{name}.png", optimize=True)


def briefing(home: Path) -> Image.Image:
    """Return the first page of a child's briefing, as it is handed over."""
    choice = Choice(
        wanted=SelectionRequest(children=("meripet-eldest-child",), params={}),
        audience=Audience.BRIEFING,
        made_on=date(2021, 12, 31),
        as_of=date(2018, 5, 15),
    )
    found = running(home)
    assert found is not None
    with tempfile.TemporaryDirectory() as folder, connect(found) as store:
        made = next(iter(prepare(store, choice, Ledger(Path(folder)))))
        with (Path(folder) / "it.pdf").open("wb") as file:
            FORMATS["pdf"].write(made.package.handed, file)
        around = Path(folder) / "page.typ"
        around.write_text(
            '#set page(width: auto, height: auto, margin: 0pt)\n#image("it.pdf", page: 1)\n'
        )
        drawn = typst.compile(str(around), format="png", ppi=110, font_paths=[str(FONTS)])
    return Image.open(io.BytesIO(drawn)).convert("RGB")


def main() -> None:
    """Write every picture anew."""
    with filled_home(hostile=False) as home, served(home) as app, launched() as browser:
        page = browser.new_page()
        page.set_default_timeout(60_000)
        enter(page, app)
        write(KEPT, {name: taken(page, app, shot) for name, shot in COMPARED.items()})
        write(README_PICTURES, {name: taken(page, app, shot) for name, shot in SHOWN.items()})
        write(README_PICTURES, {"briefing": briefing(home)})
        browser.close()


if __name__ == "__main__":
    main()
