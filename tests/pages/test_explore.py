"""Explore as an analyst uses it, in a real browser."""

import re
from datetime import date
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

from playwright.sync_api import Page, expect

from graph.pages.explore import explore_words as words
from graph.picture.pyvis_network import free_picture
from graph.store import connect
from graph.views.card_sizes import SIZED_BY
from graph.views.explored import ExploredScene, filtered, recorded
from graph.views.free_view import view
from tests.pages.conftest import start_neo4j
from tests.pages.drawn import spots
from tests.pages.every_page import settled
from tests.pages.hands import choose, press, settle

SCENE = "explore?show=amina,turghun,meripet-eldest-child&day=2018-05-15"
PAIR = "explore?show=amina,mamutjan-son&picked=amina,mamutjan-son&day=2018-05-15"


def opened(visit, address: str = SCENE) -> Page:
    page = visit.open(address)
    settled(page)
    settle(page)
    return page


def panel(page: Page, name: str) -> None:
    settle(page)
    page.get_by_text(name, exact=True).first.click()
    settle(page)


def keep_scene(page: Page, name: str) -> None:
    panel(page, words.SCENES)
    page.get_by_label(words.NAME, exact=True).fill(name)
    page.get_by_label(words.NAME, exact=True).press("Tab")
    press(page, words.KEEP)
    expect(page.get_by_text(words.KEPT)).to_be_visible()


def take(page: Page, label: str, option: str) -> None:
    """Choose what leads away from the list."""
    settle(page)
    page.get_by_label(label).fill(option)
    page.get_by_role("option", name=option).first.click()


def drawn(page: Page):
    return page.locator("[data-network]")


def cards(page: Page, kinds: str):
    return expect(drawn(page)).to_have_attribute("aria-label", re.compile(kinds))


def test_somebody_is_added_by_a_search_and_the_address_is_the_scene(visit):
    page = opened(visit, "explore?day=2018-05-15")
    expect(page.get_by_text(words.NOTHING_YET)).to_be_visible()
    box = page.get_by_label(words.SEARCH)
    box.fill("Amina")
    box.press("Enter")
    page.get_by_role("button", name="Amina", exact=True).click()
    page.wait_for_url("**/explore?**show=amina**")
    cards(page, "Network of 1 people")
    expect(box).to_have_value("")


def test_a_child_brings_its_family(visit):
    page = opened(visit, "explore?day=2018-05-15")
    take(page, words.BEGIN, "son of Mamutjan")
    page.wait_for_url("**mamutjan**")
    cards(page, r"Network of \d+ people")


def test_a_card_is_expanded_undone_and_done_again(visit):
    page = opened(visit, f"{SCENE}&picked=amina")
    cards(page, "3 people")
    choose(page, words.EXPAND, "event: killed in custody")
    press(page, "Expand")
    page.wait_for_url("**amina-killed**")
    expect(page.get_by_text("1 event after this day: not shown.")).to_be_visible()
    press(page, "Undo")
    settle(page)
    assert "amina-killed" not in page.url
    press(page, "Redo")
    page.wait_for_url("**amina-killed**")


def test_a_double_click_shows_all_that_is_tied(visit):
    page = opened(visit, "explore?show=amina&day=2018-12-31")
    cards(page, "1 people")
    box = drawn(page).bounding_box()
    page.mouse.dblclick(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.wait_for_url("**amina-killed**")
    cards(page, r"\d people, \d events")


def test_a_click_chooses_and_with_shift_another_one(visit):
    page = opened(visit, PAIR.replace("&picked=amina,mamutjan-son", ""))
    box = drawn(page).bounding_box()
    middle, high = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.click(middle - 60, high)
    page.wait_for_url("**picked=**")
    expect(page.locator("[data-sheet] table")).to_contain_text("Answer on this day")
    box = drawn(page).bounding_box()  # it may have moved: what was chosen is shown beside it
    middle, high = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.keyboard.down("Shift")
    page.mouse.click(middle + 60, high)
    page.keyboard.up("Shift")
    page.wait_for_url(re.compile("picked=[a-z-]+(,|%2C)[a-z-]+"))
    expect(page.locator("[data-sheet] table")).to_contain_text("Answer on this day: yes")


def test_what_is_hidden_is_gone_until_it_is_shown_again(visit):
    page = opened(visit, f"{SCENE}&picked=turghun")
    press(page, "Hide")
    page.wait_for_url("**hide=turghun**")
    cards(page, "2 people")
    panel(page, words.FILTER)
    press(page, "Show what is hidden (1)")
    cards(page, "3 people")


def test_a_filter_leaves_those_with_the_answer_and_what_is_pinned(visit):
    page = opened(visit, f"{SCENE}&picked=turghun&answers=yes")
    cards(page, "1 people")
    page = opened(visit, f"{SCENE}&answers=yes&pin=turghun")
    cards(page, "2 people")
    panel(page, words.FILTER)
    choose(page, "Answer on this day", "child")
    page.keyboard.press("Escape")
    page.wait_for_url(re.compile("answers=yes(,|%2C)child"))
    cards(page, "3 people")


def test_two_people_of_two_families_are_related_in_sentences_and_a_picture(visit):
    page = opened(visit, PAIR)
    panel(page, words.WAYS)
    table = page.locator("[data-sheet] table")
    expect(table).to_contain_text("through places")
    expect(table).to_contain_text("took part in an event at")
    press(page, words.DRAW_WAYS)
    cards(page, r"\d+ people, \d+ events, \d+ places")


def test_what_holds_a_family_together_is_said_in_sentences(visit):
    page = opened(visit, SCENE.replace("amina", "amina,mother-of-turghun,meripet"))
    panel(page, words.HOLDS)
    expect(page.get_by_text("Amina is the only one left for")).to_be_visible()
    expect(page.get_by_text("Everybody shown is tied to everybody else")).to_be_visible()


def test_a_scene_is_kept_opened_by_its_name_and_deleted(visit):
    page = opened(visit, f"{SCENE}&pin=amina")
    keep_scene(page, "Around Amina")
    page = opened(visit, "explore?show=mamutjan-son&day=2020-01-01")
    panel(page, words.SCENES)
    page.get_by_role("button", name="Around Amina").click()
    page.wait_for_url("**pin=amina**")
    assert "2018-05-15" in page.url
    cards(page, "3 people")
    press(page, "Delete a scene")
    page.get_by_test_id("stPopoverBody").get_by_role("button", name="Delete").click()
    expect(page.get_by_text(words.NO_SCENES)).to_be_visible()


def test_the_chosen_go_to_a_question_and_to_export(visit):
    page = opened(visit, f"{SCENE}&picked=amina")
    take(page, words.ASK, "Relay chains")
    page.wait_for_url("**/questions?**question=relay_chains**")
    page = opened(visit, f"{SCENE}&picked=amina")
    press(page, words.HAND_CHOSEN)
    page.wait_for_url("**/export**")


def test_the_picture_fills_the_window(visit):
    for width, height in ((1400, 950), (1024, 700)):
        visit.page.set_viewport_size({"width": width, "height": height})
        page = opened(visit)
        box = drawn(page).bounding_box()
        assert box["y"] + box["height"] <= height
        assert box["height"] > height * 0.5
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    # What is above all columns comes later than the picture, or grows by a line.
    page.locator(".st-key-explore-title").evaluate("one => { one.style.height = '90px' }")
    expect(page.get_by_role("button", name="See all")).to_be_in_viewport(ratio=1)


def test_a_query_opens_in_explore(visit):
    page = visit.open("cypher")
    page.get_by_role("textbox", name="Query").fill("MATCH (p:Person {id: 'amina'}) RETURN p")
    press(page, "Run")
    page.get_by_role("button", name="Open in Explore").click(timeout=90_000)
    page.wait_for_url("**/explore?**show=amina**")
    cards(page, "1 people")


def test_cards_are_coloured_by_a_property_with_a_legend_and_stand_in_rings(visit):
    page = opened(visit, SCENE)
    panel(page, words.FILTER)
    choose(page, words.COLOUR, "sex")
    page.wait_for_url("**colour=sex**")
    expect(page.locator(".st-key-explore-legend").get_by_text("female")).to_be_visible()
    take(page, words.RINGS, "Turghun Memet")
    page.wait_for_url("**rings=turghun**")
    expect(page.get_by_text("Each ring is one recorded tie further")).to_be_visible()
    cards(page, "3 people")


def test_a_line_drawn_around_cards_chooses_all_of_them(visit):
    page = opened(visit, SCENE)
    button = page.get_by_role("button", name="Lasso")
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    box = drawn(page).bounding_box()
    left, top = box["x"] + 4, box["y"] + 4
    right, bottom = left + box["width"] - 8, top + box["height"] - 8
    page.mouse.move(left, top)
    page.mouse.down()
    for x, y in ((right, top), (right, bottom), (left, bottom), (left, top)):
        page.mouse.move(x, y, steps=4)
    page.mouse.up()
    page.wait_for_url(re.compile(r"picked=[a-z-]+((,|%2C)[a-z-]+){2}"))
    expect(button).to_have_attribute("aria-pressed", "false")


def scene_of(page: Page) -> ExploredScene:
    return ExploredScene.of(dict(parse_qsl(urlsplit(page.url).query)))


def boxes(page: Page, home: Path) -> dict[str, dict[str, float]]:
    """Return where each card is on the canvas, as the picture is first looked at."""
    scene, day = scene_of(page), date(2018, 5, 15)
    with connect(start_neo4j(home)) as store:
        whole, where = view(store, scene.seen), recorded(store, scene.seen)
    seen = filtered(whole, scene, {}, where, day)
    return spots(page, free_picture(seen, day=day, put=scene.spots))


def middle(page: Page, home: Path, id_: str) -> tuple[float, float]:
    """Return where the middle of a card is in the window."""
    box, card = drawn(page).bounding_box(), boxes(page, home)[id_]
    left, top = box["x"] + card["left"], box["y"] + card["top"]
    return left + card["width"] / 2, top + card["height"] / 2


def drag(
    page: Page, start: tuple[float, float], by: tuple[float, float]
) -> tuple[float, float]:
    end = start[0] + by[0], start[1] + by[1]
    page.mouse.move(*start)
    page.mouse.down()
    page.mouse.move(*end, steps=8)
    page.mouse.up()
    return end


def picks(page: Page, at: tuple[float, float], id_: str) -> None:
    """A click there chooses this card."""
    settle(page)
    page.mouse.click(*at)
    page.wait_for_url(f"**picked={id_}**")


def test_a_card_moved_by_hand_keeps_its_place(visit, graph_home):
    page = opened(visit)
    end = drag(page, middle(page, graph_home, "amina"), (150, 90))
    page.wait_for_url("**moved=amina**")
    put = scene_of(page).spots
    picks(page, end, "amina")
    press(page, "Undo")
    page.wait_for_url(lambda url: "moved" not in url)
    press(page, "Redo")
    page.wait_for_url("**moved=amina**")
    choose(page, words.EXPAND, words.EVERYTHING)
    press(page, "Expand")
    page.wait_for_url(lambda _: len(scene_of(page).show) > 3)
    assert scene_of(page).spots == put
    panel(page, words.SCENES)
    page.get_by_label(words.NAME, exact=True).fill("Amina aside")
    page.get_by_label(words.NAME, exact=True).press("Tab")
    press(page, words.KEEP)
    expect(page.get_by_text(words.KEPT)).to_be_visible()
    page = opened(visit, "explore?show=mamutjan-son&day=2018-05-15")
    panel(page, words.SCENES)
    page.get_by_role("button", name="Amina aside").click()
    page.wait_for_url("**moved=amina**")
    page = opened(visit, page.url.split("/")[-1].replace("picked=amina", "picked="))
    assert scene_of(page).spots == put
    picks(page, middle(page, graph_home, "amina"), "amina")


def test_a_card_is_moved_and_put_back_without_a_mouse(visit):
    page = opened(visit, f"{SCENE}&picked=turghun")
    page.get_by_role("button", name="Move", exact=True).click()
    press(page, "Down")
    page.wait_for_url("**moved=turghun**")
    first = scene_of(page).spots["turghun"]
    press(page, "Down")
    page.wait_for_url(lambda _: scene_of(page).spots["turghun"][1] > first[1])
    press(page, words.PUT_BACK)
    page.wait_for_url(lambda url: "moved" not in url)


def test_in_rings_which_say_how_close_somebody_is_no_card_is_moved(visit, graph_home):
    page = opened(visit, f"{SCENE}&rings=amina")
    box = drawn(page).bounding_box()
    centre = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    drag(page, centre, (150, 90))
    settle(page)
    assert "moved" not in page.url


INK_AT = """(canvas, [x, y]) => {
  const ratio = canvas.width / canvas.clientWidth;
  return canvas.getContext("2d").getImageData(x * ratio, y * ratio, 1, 1).data[3];
}"""


def reaches_its_corner(page: Page, home: Path, id_: str) -> bool:
    """Return whether a card of the usual size is drawn, or a larger one."""
    card = boxes(page, home)[id_]
    at = [card["left"] + card["width"] * 0.06, card["top"] + card["height"] * 0.06]
    return page.locator("[data-network] canvas").evaluate(INK_AT, at) > 0


def test_cards_are_sized_by_a_number_and_a_sentence_says_what_it_means(visit, graph_home):
    page = opened(visit, SCENE)
    people = scene_of(page).show
    assert all(reaches_its_corner(page, graph_home, id_) for id_ in people)
    panel(page, words.FILTER)
    choose(page, words.SIZE, "number of children")
    page.wait_for_url("**size=children**")
    settle(page)
    legend = page.locator(".st-key-explore-legend")
    expect(
        legend.get_by_text("more children of all days: 0 to 4 (Turghun Memet)")
    ).to_be_visible()
    large = {id_ for id_ in people if reaches_its_corner(page, graph_home, id_)}
    assert large == {"turghun"}
    panel(page, words.CHOSEN)
    choose(page, words.CHOOSE, "Turghun Memet")
    expect(page.locator("[data-sheet] table")).to_contain_text("children: 4")


def test_cards_are_sized_without_a_mouse_and_the_legend_draws_the_sizes(visit):
    page = opened(visit, SCENE)
    panel(page, words.FILTER)
    box, several = page.get_by_label(words.SIZE), 0
    for by in SIZED_BY:
        box.focus()
        box.fill(words.size_label(by))
        box.press("Enter")
        page.wait_for_url(f"**size={by}**")
        settle(page)
        legend = page.locator(".st-key-explore-legend")
        expect(legend.get_by_text(words.SIZED[by]).first).to_be_visible()
        sizes = legend.locator("li svg rect[fill=none]").evaluate_all(
            "all => all.map((one) => one.getBoundingClientRect().width)"
        )
        assert sizes == sorted(sizes)
        assert len(sizes) > 1 or legend.get_by_text("of one size").count()
        several += len(sizes) > 1
    assert several > 1
    keep_scene(page, "By years")
    page = opened(visit, "explore?show=mamutjan-son&day=2018-05-15")
    panel(page, words.SCENES)
    page.get_by_role("button", name="By years").click()
    page.wait_for_url(f"**size={by}**")
