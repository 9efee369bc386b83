"""The sliding day in a real browser: the picture at once, the rest in step, by mouse or key."""

import re
from datetime import date

import pytest
from playwright.sync_api import Page, expect

from graph.words.answer_text import AnswerText
from tests.pages import drawn
from tests.pages.conftest import Visit
from tests.pages.test_walk import child_page, records, step

pytestmark = pytest.mark.one_window
DAYS = ("2017-09-15", "2018-02-01", "2019-02-01", "2020-07-01")
CHILDREN = ("mamutjan-son", "omer-youngest-daughter")
# Presses the button of the next stop, and looks before anything else can happen.
PRESS_AND_LOOK = """() => {
  const all = (root, name) => [...root.querySelectorAll("*")].flatMap((element) => [
    ...(element.matches(name) ? [element] : []),
    ...(element.shadowRoot ? all(element.shadowRoot, name) : []),
  ]);
  all(document, "[data-step='1']")[0].click();
  return {
    picture: all(document, "[data-network]")[0].dataset.day,
    settled: all(document, "[data-bar]")[0].dataset.settled,
    parts: all(document, "[data-sheet]").map((part) => part.dataset.behind ?? null),
  };
}"""


def settle(page: Page, day: str) -> None:
    page.locator(f'[data-bar][data-settled="{day}"]').wait_for()
    for part in page.locator('[data-as-of]:not([data-as-of=""])').all():
        expect(part).to_have_attribute("data-as-of", day)


def go_to(page: Page, day: str) -> None:
    """Choose any day, by the field beside the slider."""
    page.get_by_label("Any day").fill(day)
    page.get_by_label("Any day").dispatch_event("change")
    drawn.wait_until_drawn(page, day)


@pytest.mark.parametrize("child", CHILDREN)
def test_the_pixels_the_list_and_the_counts_say_what_the_rule_says(visit, graph_home, child):
    recorded = records(graph_home, child)
    page, seen = child_page(visit, "2015-01-01", child), set()
    for day in DAYS:
        go_to(page, day)
        settle(page, day)
        said, shown = drawn.expected(recorded, child, day)
        wanted, found = drawn.expected_colours(shown, day), drawn.colours(page, shown)
        assert {person: found[person] for person in wanted} == wanted, day
        seen.add(tuple(sorted(wanted.items())))
        rows = page.locator("[data-sheet] table").last.locator("tbody tr")
        expect(rows).to_have_count(len(said.relatives))
        for row, one in zip(rows.all_inner_texts(), AnswerText(said).relatives, strict=True):
            assert one.name in row
            assert one.reason in row
        counted = " ".join(page.locator("[data-sheet] .marks li").all_inner_texts())
        for value in ("yes", "possibly", "unknown", "abroad"):
            assert f"{said.counts()[value]} {value}" in counted
        expect(page.get_by_text(f"{day}:").first).to_be_visible()
    assert len(seen) > 1, "the days must tell something apart"


def test_a_part_that_is_behind_says_for_which_day_it_stands(visit):
    page = child_page(visit, "2018-05-15")
    settle(page, "2018-05-15")
    at_once = page.evaluate(PRESS_AND_LOOK)
    assert at_once["picture"] > "2018-05-15", "the picture does not wait"
    assert at_once["settled"] == ""
    assert set(at_once["parts"]) >= {"as of 2018-05-15"}
    settle(page, at_once["picture"])
    assert page.locator("[data-sheet][data-behind]").count() == 0
    assert f"day={at_once['picture']}" in page.url


def test_the_slider_is_moved_and_named_for_those_who_use_keys(visit):
    page = child_page(visit, "2018-05-15")
    slider = page.get_by_role("slider", name="Day (stops where something changed)")
    day = step(page, "ArrowRight")
    expect(slider).to_have_attribute("aria-valuetext", day)
    first = step(page, "Home")
    assert first < "2018"
    settle(page, first)
    apart = (date.fromisoformat(day) - date.fromisoformat(first)).days
    shown = int(slider.input_value())
    step(page, "ArrowRight")
    go_to(page, day)
    assert int(slider.input_value()) - shown == apart, "the slider is an axis of time"
    page.get_by_label("Any day").fill("08/01/2017")
    page.get_by_label("Any day").press("Enter")
    expect(page.get_by_text("“08/01/2017” is no day")).to_be_visible()
    assert drawn.shown_day(page) == day


def test_playing_goes_from_stop_to_stop_until_a_key_is_pressed(visit):
    page = child_page(visit, "2018-05-15")
    settle(page, "2018-05-15")
    play = page.get_by_role("button", name="Play the days one by one")
    play.focus()
    play.press("Enter")
    expect(page.get_by_role("button", name="Stop playing")).to_be_visible()
    page.wait_for_function("() => !location.search.includes('day=2018-05-15')")
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Play the days one by one")).to_be_visible()
    day = drawn.shown_day(page)
    page.wait_for_timeout(1800)
    assert drawn.shown_day(page) == day, "it has stopped"
    settle(page, str(day))


def test_playing_stops_at_the_end(visit):
    page = child_page(visit, "2018-05-15")
    step(page, "End")
    before = step(page, "ArrowLeft")
    page.get_by_role("button", name="Play the days one by one").click()
    page.wait_for_function("day => !location.search.includes(day)", arg=before)
    expect(page.get_by_role("button", name="Play the days one by one")).to_be_visible()


def test_a_link_to_a_day_before_anything_shows_that_day(visit):
    page = child_page(visit, "1950-01-01")
    settle(page, "1950-01-01")
    expect(page.get_by_text("No one is recorded as left to contact").first).to_be_visible()


def test_the_chosen_person_is_said_in_the_picture(visit: Visit):
    page = visit.open("child?day=2018-05-15&child=meripet-eldest-child&person=amina")
    told = re.compile(re.escape("Chosen: Amina, yes."))
    expect(page.locator("[data-network]")).to_have_attribute("aria-label", told)


def test_institutions_are_switched_on_and_stay_in_the_link(visit):
    page = child_page(visit, "2018-11-15")
    page.get_by_text("Camps, orphanages, consulates").click()
    page.wait_for_function("() => location.search.includes('places=1')")
    settle(page, "2018-11-15")
    told = page.locator("[data-network]")
    expect(told).to_have_attribute("aria-label", re.compile("On 2018-11-15"))
    expect(page.get_by_role("checkbox", name="Camps, orphanages, consulates")).to_be_checked()


def test_a_double_click_brings_in_the_neighbours_and_a_button_puts_them_away(visit, graph_home):
    day, child = "2018-05-15", "meripet-eldest-child"
    page = child_page(visit, day, child)
    _, shown = drawn.expected(records(graph_home, child), child, day)
    spot = drawn.spots(page, shown)["amina"]
    middle = {"x": spot["left"] + spot["width"] / 2, "y": spot["top"] + spot["height"] / 2}
    page.locator("[data-network] canvas").dblclick(position=middle)
    expect(page.get_by_text("neighbours shown, not within reach")).to_be_visible()
    assert "with=amina" in page.url
    page.get_by_role("button", name="Hide neighbours").click()
    expect(page.get_by_text("neighbours shown, not within reach")).to_be_hidden()


def test_neighbours_are_brought_in_by_keyboard(visit):
    page = child_page(visit, "2018-05-15")
    box = page.get_by_role("combobox", name="Who else is tied to them?")
    box.focus()
    box.press_sequentially("Amina")
    box.press("Enter")
    page.get_by_role("button", name="Show neighbours").press("Enter")
    expect(page.get_by_text("neighbours shown, not within reach")).to_be_visible()
