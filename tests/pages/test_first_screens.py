"""The first screen of a page answers its question, without scrolling, on a small window too."""

import re
from statistics import median

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.pages.every_page import settled
from tests.pages.hands import settle

pytestmark = pytest.mark.one_window
MERIPET = "child?child=meripet-eldest-child&day=2018-05-15"
SIZES = pytest.mark.parametrize(("width", "height"), [(1400, 950), (1024, 700)])


def opened(visit, address: str, width: int, height: int) -> Page:
    visit.page.set_viewport_size({"width": width, "height": height})
    page = visit.open(address)
    settled(page)
    settle(page)
    return page


def on_screen(page: Page, *wanted: Locator) -> None:
    for one in wanted:
        expect(one.first).to_be_in_viewport(ratio=0.9)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@SIZES
def test_a_child_has_network_day_answer_thread_and_clocks_on_one_screen(visit, width, height):
    page = opened(visit, MERIPET, width, height)
    on_screen(
        page,
        page.locator("[data-network]"),
        page.get_by_role("slider"),
        page.get_by_role("button", name="Play the days"),
        page.get_by_role("heading", level=1),
        page.get_by_text("2018-05-15: one person is recorded as left"),
        page.get_by_text("cut off last"),
        page.locator("summary", has_text="Since news of the child"),
    )


@SIZES
def test_what_is_known_of_a_chosen_person_is_beside_the_network(visit, width, height):
    page = opened(visit, f"{MERIPET}&person=amina", width, height)
    on_screen(
        page,
        page.locator("[data-network]"),
        page.get_by_role("heading", name="Amina", exact=True),
        page.get_by_text("2018-05-15: one person is recorded as left"),
    )


@SIZES
def test_the_stop_is_on_the_screen_where_the_headline_names_somebody(visit, width, height):
    page = opened(visit, "child?child=rizwangul-son&day=2017-08-01", width, height)
    on_screen(page, page.locator(".st-key-answer p.stop"))


def test_below_a_thousand_pixels_the_answer_follows_the_network(visit):
    page = opened(visit, MERIPET, 800, 900)
    above = page.locator("[data-network]").bounding_box()
    below = page.get_by_role("heading", level=1).bounding_box()
    assert below["y"] > above["y"] + above["height"]
    assert above["width"] > 600


@SIZES
def test_the_board_says_what_matters_and_has_a_row_a_family(visit, width, height):
    page = opened(visit, "?day=2018-11-15", width, height)
    lead = page.get_by_text(
        re.compile(r"^2018-11-15: \d+ of \d+ children: nobody is recorded as left")
    )
    family = page.locator("[data-opens]", has_text="4 children")
    on_screen(page, lead, family)
    boxes = [row.bounding_box() for row in page.locator(".st-key-board tbody tr:visible").all()]
    usual = median(box["height"] for box in boxes)
    room = (height - boxes[0]["y"]) / usual  # the hostile family takes room from all columns
    assert room > (8 if height == 950 else 2), "families that are seen at once"


def test_a_family_on_the_board_opens_and_stays_so_on_another_day(visit):
    page = opened(visit, "?day=2018-05-15", 1400, 950)
    family = page.get_by_role("button", name=re.compile("^4 children .*Meripet"))
    child = page.get_by_role("button", name="eldest of the four children of Meripet")
    expect(child).to_be_hidden()
    family.click()
    expect(child).to_be_visible()
    page.get_by_label("Day (stops where something changed)").press("ArrowRight")
    page.wait_for_url("**day=**")
    settle(page)
    expect(child).to_be_visible()
    family.press("Enter")
    expect(child).to_be_hidden()


@SIZES
def test_the_totals_say_who_is_lost_by_what_and_when_and_open_to_the_people(
    visit, width, height
):
    page = opened(visit, "totals?day=2018-11-15", width, height)
    dead = page.get_by_role("button", name=re.compile("^Dead "))
    on_screen(page, page.get_by_text(re.compile(r"\d+ are recorded as lost")), dead)
    dead.click()
    page.locator(".st-key-totals-what tr.under:visible button").nth(1).click()
    page.wait_for_url("**/event?**")


A4 = 718
"""Pixels across a sheet of A4 within its margins."""


@pytest.mark.parametrize("address", ["?day=2018-11-15", "totals?day=2018-11-15", MERIPET])
def test_on_paper_no_table_is_cut(visit, address):
    page = opened(visit, address, A4, 1000)
    page.emulate_media(media="print")
    wide = page.locator("[data-sheet] .scroll").evaluate_all(
        "all => all.filter((one) => one.scrollWidth > one.clientWidth + 1).length"
    )
    assert wide == 0
    page.emulate_media(media="screen")
