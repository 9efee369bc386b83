"""Pictures of the app: those of README and the guides, and those that a test compares with.

`python -m tests.pages.shots` takes them all again, on servers of its own. Look at what changed
before it is kept.
"""

import io
import tempfile
from datetime import date
from pathlib import Path

import typst
from PIL import Image
from playwright.sync_api import Page

from graph.export.formats import FORMATS
from graph.export.ledger.ledger import Ledger
from graph.export.package import Audience
from graph.export.preparing import prepare
from graph.export.request import ExportRequest, SelectionRequest
from graph.picture.layout.text_widths import FONTS
from graph.server import running
from graph.store import connect
from tests.browsing import launched
from tests.docs.guide_walk import PICTURES, home_of_a_first_run, walked
from tests.pages.camera import Shot, taken, write
from tests.pages.conftest import CHECKOUT, enter, filled_home, served

README_PICTURES = CHECKOUT / "docs" / "pictures"
KEPT = CHECKOUT / "tests" / "data" / "pictures"
MERIPET = "child=meripet-eldest-child"


def _run(page: Page) -> None:
    page.get_by_role("button", name="Run").click()
    page.locator("[data-network] canvas").wait_for(timeout=90_000)


def _opened(page: Page) -> None:
    page.get_by_text("What the words mean").click()


SHOWN = {
    "board": Shot(address="?day=2018-05-15", height=950),
    "child": Shot(address=f"child?{MERIPET}&day=2018-05-15&person=amina", height=950),
    "explore": Shot(
        address="explore?show=amina,turghun,meripet,meripet-eldest-child,mother-of-turghun,"
        "amina-killed,amina-messages&picked=amina&day=2018-12-31",
        height=950,
    ),
    "over-time": Shot(address=f"over_time?{MERIPET}&day=2018-11-15", height=1640),
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
        part=".st-key-timeline",
    ),
    "timeline-dark": Shot(
        address=f"over_time?{MERIPET}&day=2018-11-15",
        part=".st-key-timeline",
        scheme="dark",
    ),
    "person": Shot(address="person?person=amina&day=2018-11-15", part=".st-key-person-top"),
}
"""For the test: parts whose data are the published report alone."""


def briefing(home: Path) -> Image.Image:
    """Return the first page of a child's briefing, as it is handed over."""
    choice = ExportRequest(
        selection=SelectionRequest(children=("meripet-eldest-child",)),
        audience=Audience.BRIEFING,
        made_on=date(2021, 12, 31),
        as_of=date(2018, 5, 15),
    )
    found = running(home)
    assert found is not None
    with tempfile.TemporaryDirectory() as folder, connect(found) as store:
        made = next(iter(prepare(store, choice, Ledger(Path(folder)))))
        with (Path(folder) / "it.pdf").open("wb") as file:
            FORMATS["pdf"].write(made.package, file)
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
    with home_of_a_first_run() as home, launched() as browser:
        write(PICTURES, dict(walked(browser, home)))
        browser.close()


if __name__ == "__main__":
    main()
