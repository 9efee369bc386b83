"""The whole walk: from the board to a reason, its source, a query, and the same in a window."""

import re

from playwright.sync_api import expect

from graph.words.answer_text import AnswerText
from tests.pages import drawn
from tests.pages.test_walk import AMINA, MERIPET, click_card, records, step, words

QUERY = (
    "MATCH (p:Person {id: 'amina'})-[:TOOK_PART]->(e:Event) RETURN p.id, e.type ORDER BY e.type"
)


def test_from_the_board_to_the_reason_the_source_a_query_and_a_second_window(visit, graph_home):
    page = visit.open("?day=2018-11-15")
    page.get_by_role("button", name=re.compile("^4 children .*Meripet")).click()
    page.get_by_role("button", name="eldest of the four children of Meripet").click()
    drawn.wait_until_drawn(page, "2018-11-15")

    day = "2018-11-15"
    while day < "2018-12-31":
        day = step(page)

    around = records(graph_home, MERIPET)
    click_card(page, around, day, AMINA)
    expect(page.get_by_role("heading", name="Amina")).to_be_visible()
    said, _ = drawn.expected(around, MERIPET, day)
    every = AnswerText(said).relatives
    amina = next(one for one in every if one.relative.person.id == AMINA)
    told = page.locator(".st-key-person [data-sheet]")
    expect(told).to_contain_text("no: recorded as dead")
    expect(told).to_contain_text(amina.reason)
    link, seen = page.url, words(page)

    told.get_by_role("button", name="Testimony of Meripet Metniyaz").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Testimony of Meripet Metniyaz")
    expect(page.get_by_text("Killed in custody: Amina").first).to_be_visible()

    page.get_by_role("link", name="Cypher").click()
    page.get_by_role("textbox", name="Query").fill(QUERY)
    page.get_by_role("button", name="Run").click()
    row = page.get_by_role("row", name=re.compile("killed.in.custody"))
    expect(row.first).to_be_visible(timeout=90_000)

    second = visit.window()
    second.goto(link)
    drawn.wait_until_drawn(second, day)
    expect(second.get_by_role("heading", name="Amina")).to_be_visible()
    assert words(second) == seen
    assert not visit.errors
