"""The picture of what is handed over: as SVG, PNG and one page, from a `Package` alone."""

import io
import json
import re
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from graph.export.documents.family_picture import pictures
from graph.export.formats import FORMATS
from graph.export.formats.pictures import PictureTooLarge
from graph.export.package import Package, RelativeLine, Statement
from graph.record.schema import each_record
from graph.words.marks import Mark
from tests.export.families import MERIPET, everyone, handed
from tests.pages.hostile import EVIL
from tests.picture.hard import HARD, records


def written(name: str, what: Package) -> bytes:
    file = io.BytesIO()
    FORMATS[name].write(what, file)
    return file.getvalue()


@pytest.fixture(scope="module")
def meripet() -> Package:
    return handed(MERIPET, recipient="A ministry")


def cards(what: Package) -> dict[str, dict[str, str]]:
    return {card["name"]: card for one in pictures(what) for card in one.cards()}


def test_each_card_says_what_its_row_says(meripet):
    found = cards(meripet)
    for row in meripet.briefings[0].rows:
        card = found[row.name]
        assert (card["mark"], card["word"], card["relation"]) == (
            row.mark,
            row.left,
            row.relation,
        )
    assert found[meripet.briefings[3].name]["mark"] == "child"


def test_brothers_and_sisters_who_were_not_asked_about_are_shown_as_children():
    found = cards(handed(MERIPET[:1]))
    assert sorted(card["mark"] for card in found.values()).count("sibling") == 3


def test_a_stop_stands_on_a_card_whatever_its_row_says(meripet):
    sister = meripet.briefings[1].child
    found = cards(replace(meripet, do_not_contact=frozenset({sister})))
    assert found[meripet.briefings[1].name]["stop"] == "Do not contact"


def test_what_is_not_handed_over_is_not_drawn(meripet):
    less = replace(meripet.briefings[0], rows=meripet.briefings[0].rows[:2])
    found = cards(replace(meripet, briefings=(less,)))
    names = {row.name for row in meripet.briefings[0].rows[2:]}
    assert not names & found.keys()


@pytest.mark.parametrize("name", ["svg", "png", "html"])
def test_the_text_of_a_file_has_the_label_the_names_and_the_export(name, meripet):
    text = FORMATS[name].text(written(name, meripet))
    for words in ("TLP:RED", "Amina", "sister-in-law of Turghun", "KT-TEST-0001", "A ministry"):
        assert words in text


@pytest.mark.parametrize("name", ["svg", "png", "html"])
def test_the_same_is_written_twice_the_same(name, meripet):
    assert written(name, meripet) == written(name, meripet)


def test_families_stand_below_each_other():
    text = FORMATS["svg"].text(written("svg", handed(everyone())))
    assert "Children of Meripet Metniyaz and Turghun Memet" in text
    assert "Children of Mamutjan and Muhherrem" in text or "Mamutjan" in text


def test_too_many_families_for_one_png_are_refused_in_a_sentence(meripet):
    many = [replace(meripet.briefings[0], family=f"Family {i}") for i in range(80)]
    with pytest.raises(PictureTooLarge, match="choose fewer"):
        written("png", replace(meripet, briefings=tuple(many)))


@pytest.mark.parametrize("name", ["svg", "png", "html"])
def test_the_loss_report_says_how_many_rows_of_each_table_a_picture_leaves_out(meripet, name):
    losses = FORMATS[name].losses(meripet)
    counts = Counter(table.name for table, _ in each_record(meripet.records))
    for table, count in counts.items():
        assert any(f"rows of {table}" in one and f"({count:,})" in one for one in losses)


def test_the_page_asks_for_nothing_and_runs_only_its_own_scripts(meripet):
    page = written("html", meripet).decode()
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', page)[1]
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    assert "unsafe" not in policy
    assert page.count("</script>") == 3
    island = re.search(r'id="families">(.*?)</script>', page, re.DOTALL)[1]
    assert not set("<>&\u2028\u2029") & set(island)
    assert json.loads(island)


class Visited:
    """A page that was opened from its file, what it asked for, and what went wrong."""

    def __init__(self, browser: Browser, folder: Path, what: Package) -> None:
        file = folder / "page.html"
        file.write_bytes(written("html", what))
        context = browser.new_context(viewport={"width": 1300, "height": 900})
        self.page: Page = context.new_page()
        self.asked: list[str] = []
        self.wrong: list[str] = []
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.on("pageerror", lambda error: self.wrong.append(str(error)))
        self.page.on("console", lambda message: self.wrong.append(message.text))
        self.page.goto(file.as_uri())
        self.page.locator("[data-network] canvas").first.wait_for()
        self.file = file.as_uri()


@pytest.fixture
def visit(browser, tmp_path) -> Iterator[object]:
    opened: list[Visited] = []

    def go(what: Package) -> Visited:
        opened.append(Visited(browser, tmp_path, what))
        return opened[-1]

    yield go
    for one in opened:
        one.page.context.close()


def test_a_click_on_a_card_or_a_name_says_what_is_recorded(visit, meripet):
    seen = visit(meripet)
    seen.page.get_by_role("button", name="Amina", exact=True).click()
    chosen = seen.page.locator("[data-chosen]")
    assert "recorded as dead" in chosen.inner_text()
    assert seen.page.locator("tr.chosen-row").count() == 1
    click_on(seen.page, "mother of Turghun", meripet)
    assert "recorded as held" in chosen.inner_text()
    assert seen.asked == [seen.file]
    assert seen.wrong == []


def click_on(page: Page, name: str, what: Package) -> None:
    """Click where a card is on the canvas."""
    [drawn] = pictures(what)
    node = next(n for n in drawn.scene.nodes if n.get("card", {}).get("name") == name)
    data = json.loads(page.locator("#families").text_content())[0]["drawings"][0]["world"]
    page.evaluate("window.scrollTo(0, 0)")
    box = page.locator("[data-network]").bounding_box()
    scale = min(1, box["width"] / (data["right"] - data["left"]))
    middle = (data["left"] + data["right"]) / 2, (data["top"] + data["bottom"]) / 2
    x = (node["x"] - middle[0]) * scale + box["x"] + box["width"] / 2
    y = (node["y"] - middle[1]) * scale + box["y"] + box["height"] / 2
    page.mouse.click(x, y)
    page.wait_for_timeout(300)


def wide() -> Package:
    """A family of 61 people, of whom one asked not to be contacted."""
    said = records(HARD["sixty"])
    rows = [
        RelativeLine(
            person=claim.about,
            name=claim.name,
            relation="kin",
            mark=Mark.LOST,
            left="no",
            status="contact lost",
            reason=Statement(text=""),
            do_not_contact=claim.about == "a1k2",
        )
        for claim in said.people
        if claim.about != "child"
    ]
    one = handed(MERIPET[:1])
    briefing = replace(one.briefings[0], child="child", name="Child", rows=tuple(rows))
    return replace(one, records=said, briefings=(briefing,), do_not_contact=frozenset({"a1k2"}))


def test_a_wide_family_has_cards_that_stand_for_several_and_every_name_in_its_text():
    [drawn] = pictures(wide())
    assert drawn.scene.more
    folded = {id_ for people in drawn.scene.more.values() for id_ in people}
    assert "a1k2" not in folded, "who asked not to be contacted has a card"
    for name in ("svg", "png", "html"):
        text = FORMATS[name].text(written(name, wide()))
        assert all(id_.capitalize() in text for id_ in folded), name


def test_a_card_that_stands_for_several_opens_to_a_card_for_everybody(visit):
    seen = visit(wide())
    assert "A1k2" in seen.page.locator("table").inner_text()
    seen.page.get_by_role("button", name="A card for everybody").click()
    assert seen.page.get_by_role("button", name="A card for everybody", pressed=True).count()
    seen.page.wait_for_timeout(200)
    seen.page.get_by_role("button", name="A1k0", exact=True).click()
    assert "contact lost" in seen.page.locator("[data-chosen]").inner_text()
    assert seen.wrong == []


def test_hostile_names_run_nowhere_and_ask_for_nothing(visit, meripet):
    rows = tuple(
        replace(row, name=f"{row.name} {EVIL}", relation=EVIL)
        for row in meripet.briefings[0].rows
    )
    briefing = replace(meripet.briefings[0], rows=rows, name=EVIL, family=EVIL)
    seen = visit(replace(meripet, briefings=(briefing,), recipient=EVIL))
    for button in seen.page.locator("td button").all():
        button.click()
    assert seen.page.evaluate("window.__hit") is None
    assert seen.page.locator("img").count() == 0
    assert seen.asked == [seen.file]
    assert seen.wrong == []


def test_on_paper_the_page_has_the_picture_as_svg_and_the_table(visit, meripet):
    seen = visit(meripet)
    seen.page.emulate_media(media="print")
    assert seen.page.locator(".paper svg").is_visible()
    assert not seen.page.locator("[data-network]").is_visible()
    assert seen.page.locator("table").is_visible()


def test_the_picture_of_an_export_is_well_formed_with_hostile_names(meripet):
    rows = tuple(replace(row, name=EVIL + "\x00") for row in meripet.briefings[0].rows)
    briefing = replace(meripet.briefings[0], rows=rows)
    drawn = written("svg", replace(meripet, briefings=(briefing,)))
    assert ET.fromstring(drawn).tag.endswith("svg")  # noqa: S314 - our own
