"""From a name in any script to the person, the source, the event, the place, and back."""

import pytest
from playwright.sync_api import Page, expect

from tests.builders import SOURCE
from tests.pages import drawn
from tests.pages.conftest import Visit
from tests.pages.hands import turn_to
from tests.pages.hostile import EVIL

pytestmark = pytest.mark.one_window
DAY = "2018-05-15"


def titled(page: Page, words: str) -> None:
    expect(page.get_by_role("heading", level=1)).to_contain_text(words)


def press(page: Page, words: str) -> None:
    page.get_by_role("button", name=words, exact=True).first.click()


def search(page: Page, text: str) -> None:
    box = page.get_by_role("textbox", name="Name, spelling, script or description")
    box.fill(text)
    box.press("Enter")


def test_the_walk_from_a_name_to_the_place_and_back(visit):
    page = visit.open(f"search?day={DAY}")
    for text in ("阿米娜", "ئامىنە", "Amina"):
        search(page, text)
        expect(page.get_by_role("row", name="Amina").first).to_contain_text(
            "written so" if text == "Amina" else "the same in Latin letters"
        )
    press(page, "Amina")
    titled(page, "Amina")
    assert "person=amina" in page.url
    assert f"day={DAY}" in page.url
    press(page, "Testimony of Meripet Metniyaz, L248")
    titled(page, "Testimony of Meripet Metniyaz")
    page.go_back()
    titled(page, "Amina")
    press(page, "visited")
    titled(page, "Visited: Amina")
    press(page, "Aixin Kindergarten")
    titled(page, "Aixin Kindergarten")
    assert "place=aixin-kindergarten" in page.url
    page.go_back()
    titled(page, "Visited: Amina")
    page.go_back()
    titled(page, "Amina")
    assert "person=amina" in page.url
    page.reload()
    titled(page, "Amina")
    assert not visit.errors


def test_back_from_one_person_to_another_shows_the_first(visit):
    page = visit.open(f"person?person=amina&day={DAY}")
    titled(page, "Amina")
    press(page, "mother of Turghun")
    titled(page, "mother of Turghun")
    page.go_back()
    titled(page, "Amina")


def test_what_was_searched_for_is_still_there_and_in_no_address(visit):
    page = visit.open("search")
    search(page, "Amina")
    press(page, "Amina")
    titled(page, "Amina")
    page.get_by_role("link", name="Search").click()
    box = page.get_by_role("textbox", name="Name, spelling, script or description")
    expect(box).to_have_value("Amina")
    expect(page.get_by_role("row", name="Amina").first).to_be_visible()
    assert "Amina" not in page.url


def test_a_claim_leads_from_the_childs_page_to_its_source(visit):
    page = visit.open(f"child?child=meripet-eldest-child&day={DAY}&person=amina")
    drawn.wait_until_drawn(page, DAY)
    press(page, "Testimony of Meripet Metniyaz")
    titled(page, "Testimony of Meripet Metniyaz")


def test_a_family_shows_its_children_side_by_side_with_the_stop(visit):
    page = visit.open("family?child=mamutjan-son&day=2017-03-01")
    titled(page, "Family of Mamutjan and Muhherrem")
    beside = page.get_by_role("table").nth(1)
    expect(beside.get_by_role("columnheader")).to_have_count(3)
    row = beside.get_by_role("row", name="mother of Mamutjan")
    expect(row.locator(".stop")).to_be_visible()
    drawn.wait_until_drawn(page, "2017-03-01")


HOSTILE = [
    "person?person=aunt",
    "person?person=granny",
    "person?person=friend",
    "person?person=child",
    "event?event=camp",
    "event?event=aunt-called-2017-03",
    "event?event=granny-asked_not_to_be_contacted-2018",
    "place?place=inland",
    "place?place=faraway",
    "sources",
    f"sources?source={SOURCE}",
    "family?child=child",
]


def test_hostile_names_are_text_on_every_page(visit: Visit):
    page = visit.page
    seen = ""
    for path in HOSTILE:
        turn_to(page, visit.app, f"{path}{'&' if '?' in path else '?'}day={DAY}")
        page.get_by_role("heading", level=1).wait_for()
        page.wait_for_timeout(300)
        seen += looked_at(page, path)
    turn_to(page, visit.app, "search")
    search(page, EVIL[:180])
    page.get_by_role("row", name="An aunt").first.wait_for()
    seen += looked_at(page, "search")
    assert EVIL.strip() in seen, "the text itself is there"
    assert not [url for url in visit.asked if "evil" in url.split("?")[0]]
    hosts = {url.split("/")[2].rpartition(":")[0] for url in visit.asked if "://" in url}
    assert hosts == {"127.0.0.1"}
    assert not visit.errors


def looked_at(page: Page, path: str) -> str:
    assert page.evaluate("window.__hit") is None, path
    assert page.locator("[data-sheet] img, [data-sheet] script, [data-sheet] a").count() == 0
    words = " ".join(page.locator("[data-sheet]").all_inner_texts())
    assert "\u202e" not in words, path
    assert "Traceback" not in page.inner_text("body")
    return words
