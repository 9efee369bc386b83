"""The walk of an analyst, in a real browser on a real Neo4j."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from graph.record.model import Records
from graph.server import running, stop
from graph.store import connect
from graph.words.answer_text import AnswerText
from graph.words.claim_text import passage
from tests.pages import drawn
from tests.pages.conftest import Visit, start_neo4j
from tests.pages.hostile import EVIL

pytestmark = pytest.mark.one_window
MERIPET = "meripet-eldest-child"
AMINA = "amina"


@pytest.fixture(scope="module")
def around_meripet(graph_home: Path) -> Records:
    return records(graph_home, MERIPET)


def records(home: Path, child: str) -> Records:
    found = running(home)
    assert found is not None
    with connect(found) as store:
        return store.around(child)


def child_page(visit: Visit, day: str, child: str = MERIPET) -> Page:
    page = visit.open(f"child?day={day}&child={child}")
    drawn.wait_until_drawn(page, day)
    return page


def step(page: Page, key: str = "ArrowRight") -> str:
    """Move the slider by one stop, and return the day that is then drawn."""
    before = drawn.shown_day(page)
    page.get_by_role("slider").press(key)
    page.wait_for_function(
        "before => new URL(location).searchParams.get('day') !== before", arg=before
    )
    day = page.evaluate("new URL(location).searchParams.get('day')")
    drawn.wait_until_drawn(page, day)
    return str(day)


def click_card(page: Page, home_records: Records, day: str, person: str) -> None:
    _, shown = drawn.expected(home_records, MERIPET, day)
    spot = drawn.spots(page, shown)[person]
    page.locator("[data-network] canvas").click(
        position={
            "x": spot["left"] + spot["width"] / 2,
            "y": spot["top"] + spot["height"] / 2,
        }
    )


def test_a_child_is_picked_on_the_board_and_opens_on_the_same_day(visit):
    page = visit.open("?day=2018-05-15")
    page.get_by_role("button", name=re.compile("^4 children .*Meripet")).click()
    page.get_by_role("button", name="eldest of the four children of Meripet").click()
    drawn.wait_until_drawn(page, "2018-05-15")
    expect(page.get_by_role("heading", level=1)).to_contain_text(
        "Who is recorded as left to contact for eldest"
    )
    assert f"child={MERIPET}" in page.url
    assert "day=2018-05-15" in page.url


def test_a_click_on_a_card_tells_why_with_the_claims_behind_it(visit, around_meripet):
    page = child_page(visit, "2018-05-15")
    click_card(page, around_meripet, "2018-05-15", AMINA)
    expect(page.get_by_role("heading", name="Amina")).to_be_visible()
    said, _ = drawn.expected(around_meripet, MERIPET, "2018-05-15")
    amina = next(r for r in said.relatives if r.person.id == AMINA)
    assert amina.claims
    for claim in map(said.claims.get, amina.claims):
        row = page.get_by_role("row").filter(has_text=passage(claim, said.network.sources))
        expect(row.filter(has_text=claim.words).first).to_be_visible()


def test_the_link_shows_the_same_in_a_second_window(visit, around_meripet):
    page = child_page(visit, "2018-05-15")
    click_card(page, around_meripet, "2018-05-15", AMINA)
    expect(page.get_by_role("heading", name="Amina")).to_be_visible()
    day = step(page)
    second = visit.window()
    second.goto(page.url)
    drawn.wait_until_drawn(second, day)
    expect(second.get_by_role("heading", name="Amina")).to_be_visible()
    expect(second.get_by_role("heading", level=1)).to_have_text(
        page.get_by_role("heading", level=1).inner_text()
    )
    assert words(second) == words(page)


def words(page: Page) -> list[str]:
    """Return what the sheets say, whether or not they are painted just now."""
    return page.locator("[data-sheet]").all_text_contents()


def test_the_canvas_shows_the_answers_of_the_day_when_the_day_moves(visit, around_meripet):
    """Read off the pixels: the library keeps the first way it was told to draw a card in."""
    page = child_page(visit, "2018-05-15")
    seen = {}
    day = "2018-05-15"
    while len(seen) < 6 and day < "2019-06":
        _, shown = drawn.expected(around_meripet, MERIPET, day)
        wanted = drawn.expected_colours(shown, day)
        found = drawn.colours(page, shown)
        assert {person: found[person] for person in wanted} == wanted, day
        seen[day] = wanted[AMINA]
        day = step(page)
    assert len(set(seen.values())) > 1, "the days must tell something apart"


def test_the_list_says_what_the_answer_says(visit, around_meripet):
    page = child_page(visit, "2018-11-15")
    said, _ = drawn.expected(around_meripet, MERIPET, "2018-11-15")
    rows = page.locator("[data-sheet] table").last.locator("tbody tr")
    expect(rows).to_have_count(len(said.relatives))
    for row, one in zip(rows.all(), AnswerText(said).relatives, strict=True):
        assert one.name in row.inner_text()
        assert one.reason in row.inner_text()


def test_the_hard_stop_is_shown_before_it_was_asked_for(visit):
    page = visit.open("child?day=2017-03-01&child=mamutjan-son")
    drawn.wait_until_drawn(page, "2017-03-01")
    expect(page.locator("[data-sheet] td .stop").first).to_have_text(
        "Asked not to be contacted: do not contact."
    )


def test_a_person_is_picked_without_a_mouse(visit):
    page = child_page(visit, "2018-05-15")
    box = page.get_by_role("combobox", name="Person: what is known of them")
    box.focus()
    box.press_sequentially("Amina")
    box.press("Enter")
    expect(page.get_by_role("heading", name="Amina")).to_be_visible()


def test_why_somebody_is_not_listed_is_answered(visit):
    page = child_page(visit, "2018-11-15")
    box = page.get_by_role("combobox", name="Everybody for whom the answer is not yes")
    box.focus()
    box.press_sequentially("Amina")
    box.press("Enter")
    expect(page.get_by_text("Claims behind the answer").last).to_be_visible()


def test_the_picture_says_in_words_what_it_shows(visit, around_meripet):
    page = child_page(visit, "2018-05-15")
    said, shown = drawn.expected(around_meripet, MERIPET, "2018-05-15")
    told = page.get_by_role("img", name=shown.alt).get_attribute("aria-label") or ""
    for value, count in said.counts().items():
        assert f"{count} {value}" in told


@pytest.mark.own_window
def test_no_page_asks_anything_of_another_machine(visit, around_meripet):
    page = visit.open("?day=2018-05-15")
    page.locator("[data-sheet] table").wait_for()
    child_page(visit, "2018-05-15")
    click_card(page, around_meripet, "2018-05-15", AMINA)
    expect(page.get_by_role("heading", name="Amina")).to_be_visible()
    hosts = {url.split("/")[2].rpartition(":")[0] for url in visit.asked if "://" in url}
    assert hosts == {"127.0.0.1"}
    assert any(url.startswith("ws://127.0.0.1") for url in visit.asked), "the log sees sockets"


@pytest.mark.own_window
def test_a_hostile_name_is_shown_as_text_and_does_nothing(visit):
    page = visit.open("?day=2018-05-15")
    page.get_by_role("button", name="A child <img").click()
    drawn.wait_until_drawn(page, "2018-05-15")
    for person in ("An aunt", "granny", "MMMM"):
        box = page.get_by_role("combobox", name="Person: what is known of them")
        box.focus()
        box.press_sequentially(person if person != "granny" else "dlihc")
        page.wait_for_timeout(300)
        box.press("Enter")
        page.wait_for_timeout(700)
    page.locator("[data-network]").hover()
    assert EVIL.strip() in " ".join(words(page)), "the text itself is there"
    assert page.evaluate("window.__hit") is None
    assert not [url for url in visit.asked if "evil" in url.split("?")[0]]
    assert page.locator("[data-sheet] img, [data-sheet] script, [data-sheet] a").count() == 0
    assert "\u202e" not in " ".join(words(page))
    assert not visit.errors


@pytest.mark.own_window
def test_a_server_that_stops_is_said_and_its_return_is_seen(visit, graph_home):
    page = child_page(visit, "2018-05-15")
    stop(graph_home)
    try:
        page.get_by_role("slider").press("ArrowRight")
        expect(page.get_by_text("The store does not answer.")).to_be_visible(timeout=30_000)
        assert "Traceback" not in page.inner_text("body")
    finally:
        start_neo4j(graph_home)
    page.locator("[data-network] canvas").wait_for()
    expect(page.get_by_text("The store does not answer.")).to_be_hidden()
