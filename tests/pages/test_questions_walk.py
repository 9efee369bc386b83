"""Questions and queries as an analyst asks them, in a real browser."""

import csv
import io
import json
import re
import time
from pathlib import Path

import pytest
from neo4j import GraphDatabase
from playwright.sync_api import Page, expect

from graph.pages.questions import question_words
from graph.questions.saved import folder
from graph.server.throwaway import temporary_home
from tests.pages.conftest import Visit, enter, served, start_neo4j
from tests.pages.hands import settle
from tests.pages.hostile import EVIL

ENDLESS = (
    "UNWIND range(1, 10000) AS a UNWIND range(1, 10000) AS b UNWIND range(1, 10000) AS c "
    "RETURN sum(a * b * c) AS s"
)
UNSTOPPABLE = (
    "UNWIND range(1, 1000) AS a UNWIND range(1, 1000) AS b WITH collect(b) AS xs "
    "RETURN any(i IN xs WHERE any(j IN xs WHERE i + j < 0)) AS x"
)
"""A server stops no expression (`tests/console/test_limits.py`)."""


def button(page: Page, name: str):
    return page.get_by_role("button", name=name, exact=True)


def asked(visit, name: str, day: str = "2018-05-15") -> Page:
    page = visit.open(f"questions?question={name}&day={day}")
    button(page, "Ask").click()
    return page


def table(page: Page):
    return page.locator("[data-sheet] table").first


def typed(visit, text: str, params: str = "") -> Page:
    page = visit.open("cypher")
    page.get_by_role("textbox", name="Query").fill(text)
    if params:
        page.get_by_role("textbox", name="Parameters").fill(params)
    return page


def run(visit, text: str, params: str = "") -> Page:
    page = typed(visit, text, params)
    button(page, "Run").click()
    return page


def downloaded(page: Page, name: str) -> str:
    with page.expect_download() as waited:
        button(page, name).click()
    return waited.value.path().read_text(encoding="utf-8")


def test_a_question_is_answered_with_names_that_lead_to_their_pages(visit):
    page = asked(visit, "one_left")
    expect(table(page)).to_contain_text("mother of Turghun")
    expect(page.get_by_text("What this does not tell:")).to_be_visible()
    button(page, "Amina").first.click()
    expect(page.get_by_role("heading", name="Amina")).to_be_visible()
    assert "person=amina" in page.url


def test_the_files_hold_the_rows_and_their_marks(visit):
    page = asked(visit, "one_left")
    table(page).wait_for()
    rows = list(csv.DictReader(io.StringIO(downloaded(page, "CSV"))))
    assert {"amina"} <= {row["person_id"] for row in rows}
    assert {"sensitive", "do_not_contact"} <= rows[0].keys()
    said = json.loads(downloaded(page, "JSON"))
    assert len(said["rows"]) == len(rows)
    graph = json.loads(downloaded(page, "Graph (JSON)"))
    assert "amina" in {node["id"] for node in graph["nodes"]}


def test_what_is_sensitive_says_so_before_it_can_be_saved(visit):
    page = asked(visit, "coded_words")
    expect(page.get_by_text("with coded words, a relay chain").first).to_be_visible()
    expect(button(page, "CSV")).to_be_disabled()
    page.get_by_text("I have read this").click()
    expect(button(page, "CSV")).to_be_enabled()


def test_nodes_come_back_as_the_network_of_the_app(visit):
    page = run(visit, "MATCH (p:Person {id: $id})-[r]-(q:Person) RETURN p, r, q", "id=amina")
    expect(table(page)).to_contain_text("Amina")
    expect(page.locator("[data-network] canvas")).to_be_visible()
    assert page.locator("[data-network]").get_attribute("aria-label")
    expect(page.get_by_text("BidiComponent Error")).to_have_count(0)
    assert not visit.errors


def test_a_row_is_a_sentence_and_the_claims_behind_it_open_with_a_click(visit):
    page = asked(visit, "requests_and_breaches", "2021-12-31")
    expect(table(page)).to_contain_text("asked not to be contacted (")
    expect(table(page)).to_contain_text("Withdrawn under duress")
    claim = page.get_by_role("button", name="Asked not to be contacted: ").first
    expect(claim).to_be_hidden()
    page.locator("[data-opens]").first.click()
    claim.click()
    page.wait_for_url("**/claim?**claim=**")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("MATCH (p:Person) DETACH DELETE p", "Refused: the query was not run."),
        ("MATCH (p:Person RETURN p", "The query cannot be read."),
        ("MATCH (p:Person {id: $who}) RETURN p", "The query needs $who"),
    ],
    ids=["write", "syntax", "missing parameter"],
)
def test_what_is_not_answered_is_said_and_the_next_query_is(visit, text, said):
    page = run(visit, text)
    expect(page.get_by_text(said).last).to_be_visible()
    assert "Traceback" not in page.inner_text("body")
    page.get_by_role("textbox", name="Query").fill("MATCH (p:Person) RETURN count(p) AS n")
    button(page, "Run").click()
    expect(table(page)).to_be_visible()


def test_ctrl_and_enter_run_what_was_just_typed(visit):
    page = visit.open("cypher")
    box = page.get_by_role("textbox", name="Query")
    box.fill("RETURN 7 * 6 AS made_of_keys")
    box.press("Control+Enter")
    expect(table(page)).to_contain_text("made_of_keys", timeout=90_000)
    expect(table(page)).to_contain_text("42")


def test_a_syntax_error_shows_its_place_in_the_query(visit):
    page = run(visit, "MATCH (p:Person)\nRETURN p.name AS")
    shown = page.get_by_test_id("stCode").first
    expect(shown).to_contain_text("Line 2")
    expect(shown).to_contain_text("^")


def test_an_endless_query_is_cancelled_and_the_page_stays_usable(visit):
    page = run(visit, ENDLESS)
    expect(page.get_by_text("Running for").first).to_be_visible()
    begun = time.monotonic()
    button(page, "Cancel").click()
    expect(page.get_by_text("The query was cancelled.").first).to_be_visible(timeout=30_000)
    assert time.monotonic() - begun < 25
    page.get_by_role("textbox", name="Query").fill("RETURN 1 AS one")
    button(page, "Run").click()
    expect(table(page)).to_contain_text("one")


def running(home: Path) -> list[str]:
    """Return the queries of the console that the server is at work on."""
    found = start_neo4j(home)
    with GraphDatabase.driver(found.uri, auth=(found.user, found.password)) as driver:
        rows = driver.execute_query(
            "SHOW TRANSACTIONS YIELD currentQuery, metaData "
            "WHERE metaData.kinthread IS NOT NULL RETURN currentQuery AS text"
        ).records
    return [row["text"] for row in rows]


def run_again(page: Page, home: Path, first: str) -> None:
    """Run a query while another one runs."""
    page.get_by_role("textbox", name="Query").fill(first)
    button(page, "Run").click()
    expect(page.get_by_text("Running for").first).to_be_visible(timeout=60_000)
    for _ in range(100):  # a worker may have to start first
        if running(home) == [first]:
            break
        page.wait_for_timeout(200)
    assert running(home) == [first]
    page.get_by_role("textbox", name="Query").fill("RETURN 1 AS one")
    button(page, "Run").click()


def test_a_query_that_is_run_again_ends_the_one_before_and_is_answered(visit, graph_home):
    before = start_neo4j(graph_home).pid
    page = visit.open("cypher")
    run_again(page, graph_home, ENDLESS)
    expect(table(page)).to_contain_text("one", timeout=60_000)
    assert running(graph_home) == []
    assert start_neo4j(graph_home).pid == before
    expect(page.get_by_text(question_words.BEFORE_IT)).to_have_count(0)


@pytest.mark.neo4j
def test_where_the_server_has_to_start_anew_for_it_the_page_says_so(browser):
    with temporary_home() as home:
        before = start_neo4j(home).pid
        with served(home) as app:
            context = browser.new_context()
            page = Visit(context, app).open("cypher")
            page.get_by_label(question_words.SECONDS).fill("60")
            page.get_by_label(question_words.SECONDS).press("Tab")
            settle(page)
            run_again(page, home, UNSTOPPABLE)
            expect(page.get_by_text(question_words.ENDING)).to_be_visible()
            expect(table(page)).to_contain_text("one", timeout=180_000)
            expect(page.get_by_text("was started anew")).to_be_visible()
            assert start_neo4j(home).pid != before
            context.close()


def test_too_many_rows_are_cut_and_say_so(visit):
    page = run(visit, "UNWIND range(1, 5000) AS n RETURN n")
    expect(page.get_by_text("Cut: there are more rows than the 1,000").first).to_be_visible()
    expect(page.get_by_text("The first 200 of 1000 rows").first).to_be_visible()


def test_a_plan_is_shown_without_running_the_query(visit):
    page = typed(visit, ENDLESS)
    button(page, "Show the plan (EXPLAIN)").click()
    expect(page.get_by_test_id("stCode").first).to_contain_text("ProduceResults")


def test_what_was_run_stands_in_the_history_and_can_be_used_again(visit):
    page = run(visit, "RETURN 41 AS n")
    table(page).wait_for()
    page.get_by_role("textbox", name="Query").fill("RETURN 42 AS n")
    button(page, "Run").click()
    expect(table(page)).to_contain_text("42")
    page.get_by_text("History of this session").click()
    expect(page.get_by_test_id("stCode").filter(has_text="RETURN 42")).to_be_visible()
    settle(page)
    button(page, "Use").nth(1).click()
    expect(page.get_by_role("textbox", name="Query")).to_have_value("RETURN 41 AS n")


def test_a_query_that_is_kept_is_asked_by_its_form_in_a_new_session(visit, graph_home, browser):
    text = "MATCH (p:Person) WHERE p.born_latest >= $after OR p.id = 'amina' RETURN p.id AS id"
    page = run(visit, text, "after=2010-01-01")
    table(page).wait_for()
    page.get_by_text("Keep this query as a question of your own").click()
    page.get_by_role("textbox", name="Name: small letters").fill("the_young")
    page.get_by_role("textbox", name="What it answers").fill("Who was born since a day?")
    button(page, "Keep").click()
    try:
        expect(page.get_by_text(question_words.SAVED)).to_be_visible()
        other = browser.new_context().new_page()
        enter(other, visit.app)
        other.goto(f"{visit.app}/questions?question=the_young")
        expect(other.get_by_role("combobox", name="Question", exact=True)).to_have_value(
            re.compile(re.escape("Who was born since a day?"))
        )
        button(other, "Ask").click()
        expect(table(other)).to_be_visible()
        other.context.close()
    finally:
        (folder(graph_home) / "the_young.cypher").unlink(missing_ok=True)


def test_a_hostile_text_in_a_row_is_text_and_does_nothing(visit):
    page = run(visit, "MATCH (n:Place) WHERE n.name CONTAINS 'href' RETURN n, n.name AS name")
    expect(table(page)).to_contain_text(EVIL.split()[0])
    page.wait_for_timeout(1000)
    assert page.evaluate("window.__hit") is None
    assert not [url for url in visit.asked if "evil" in url.split("?")[0]]
    assert page.locator("[data-sheet] img, [data-sheet] script, [data-sheet] a").count() == 0
    assert not visit.errors


def test_labels_relationships_and_properties_are_completed_as_a_query_is_typed(visit):
    page = visit.open("cypher")
    settle(page)
    box = page.get_by_role("textbox", name="Query")
    box.fill("")
    for typed, taken in (
        ("MATCH (p:Per", "Person"),
        (")-[r:CAR", "CARES_FOR"),
        ("]->(c) RET", "RETURN"),
        (" p.na", "name"),
    ):
        box.press_sequentially(typed)
        page.get_by_role("button", name=taken, exact=True).wait_for()
        box.press("Tab")
        expect(box).to_have_value(re.compile(f"{taken}$"))
    expect(box).to_have_value("MATCH (p:Person)-[r:CARES_FOR]->(c) RETURN p.name")
    box.press("Control+Enter")
    expect(page.get_by_role("table").first).to_be_visible(timeout=90_000)


def test_escape_offers_nothing_and_tab_then_leaves_the_field(visit):
    page = visit.open("cypher")
    settle(page)
    box = page.get_by_role("textbox", name="Query")
    box.fill("")
    box.press_sequentially("MAT")
    page.get_by_role("button", name="MATCH", exact=True).wait_for()
    box.press("Escape")
    expect(page.locator("[data-words] button")).to_have_count(0)
    box.press("Tab")
    expect(box).not_to_be_focused()


COLOURED = """// who cares
MATCH (p:Person)-[r:CARES_FOR]->(c:Persn) WHERE p.name = 'where // is' AND c.id = $id
RETURN p.name AS name, {of: c} AS Person"""


def colours(page: Page) -> dict[str, list[str]]:
    """Return what has which colour in the field of the query."""
    parts = page.locator("[data-colours] span[data-kind]")
    found: dict[str, list[str]] = {}
    for one in parts.all():
        found.setdefault(one.get_attribute("data-kind"), []).append(one.text_content())
    return found


def test_words_labels_texts_parameters_and_comments_of_a_query_have_colours(visit):
    page = visit.open("cypher")
    settle(page)
    page.get_by_role("textbox", name="Query").fill(COLOURED)
    expect(page.locator("[data-colours]")).to_have_text(COLOURED)
    assert colours(page) == {
        "comment": ["// who cares"],
        "word": ["MATCH", "WHERE", "AND", "RETURN", "AS", "AS"],
        "label": ["Person", "CARES_FOR"],
        "text": ["'where // is'"],
        "parameter": ["$id"],
    }


LAID = """([field, over]) => [
  field.scrollHeight === over.scrollHeight,
  field.scrollTop === over.scrollTop,
  field.getBoundingClientRect().top === over.getBoundingClientRect().top,
  getComputedStyle(field).webkitTextFillColor === "rgba(0, 0, 0, 0)"]"""


def test_the_colours_lie_over_the_letters_however_long_a_query_is(visit):
    page = visit.open("cypher")
    settle(page)
    box = page.get_by_role("textbox", name="Query")
    long = "\n".join(f"// {'a long line ' * n}" for n in range(30))
    for text in (COLOURED, long, f"{COLOURED}\n\n", "x" * 900):
        box.fill(text)
        box.press("Control+End")
        expect(page.locator("[data-colours]")).to_have_text(text, use_inner_text=False)
        page.wait_for_timeout(400)
        both = [box.element_handle(), page.locator("[data-colours]").element_handle()]
        assert page.evaluate(LAID, both) == [True] * 4, text[:40]


def test_a_query_that_the_page_writes_into_the_field_has_colours_too(visit):
    page = visit.open("cypher")
    page.get_by_text(question_words.EXAMPLES).click()
    settle(page)
    button(page, "Use").first.click()
    settle(page)
    text = page.get_by_role("textbox", name="Query").input_value()
    expect(page.locator("[data-colours]")).to_have_text(text)
    assert colours(page)["word"][0] == "MATCH"
