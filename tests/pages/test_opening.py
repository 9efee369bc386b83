"""Opening before all answers are worked out: pages work out their own, and the board fills."""

from urllib.parse import parse_qsl

import pytest
import streamlit as st
from neo4j import GraphDatabase
from playwright.sync_api import expect

from graph.pages.kit import page_words
from graph.server import running
from graph.store import Store
from graph.store.deriving import derive_calendars
from graph.words.wording import EMPTY
from tests.pages.conftest import use_home
from tests.pages.every_page import FILES, PAGES, settled
from tests.pages.test_pages import opened, said

CHILD = "child"
WITHOUT = """MATCH (c:KinthreadPerson {id: $child})-[:HAS_CALENDAR]->(k:KinthreadCalendar)
DETACH DELETE k SET c.calendar_due = true"""
BY_CALENDARS = {"children", "totals", "questions", "doubts", "explore"}
"""Pages about many at once: they read stored calendars, and say that some wait."""
OF_THE_STORE = {"cypher"}
"""It completes whatever properties are stored, that mark among them."""


@pytest.fixture(autouse=True)
def _own_connection():
    st.cache_resource.clear()
    yield
    st.cache_resource.clear()


@pytest.fixture
def store(graph_home, monkeypatch):
    use_home(graph_home, monkeypatch)
    found = running(graph_home)
    with Store.over(found.uri, found.user, found.password) as open_store:
        yield open_store
        derive_calendars(open_store)


@pytest.fixture
def without_a_calendar(store, graph_home):
    """Take a child's calendar away, as if it had never been worked out."""
    asked(graph_home, WITHOUT, child=CHILD)


def asked(graph_home, text, **params):
    found = running(graph_home)
    with GraphDatabase.driver(found.uri, auth=(found.user, found.password)) as driver:
        driver.execute_query(text, **params)


def shows(name):
    """Return what a page shows, but for what it says of the store as a whole."""
    address = dict(parse_qsl(PAGES[name].address.partition("?")[2]))
    at = opened(FILES[name], **address)
    assert not at.exception
    return [line for line in said(at).splitlines() if "Not up to date:" not in line]


@pytest.mark.parametrize("name", sorted(PAGES.keys() - BY_CALENDARS - OF_THE_STORE))
@pytest.mark.usefixtures("without_a_calendar")
def test_a_page_answers_alike_before_and_after_answers_are_worked_out(name, store):
    before = shows(name)
    derive_calendars(store)
    assert shows(name) == before


@pytest.mark.parametrize("name", sorted(BY_CALENDARS))
@pytest.mark.usefixtures("without_a_calendar")
def test_a_page_about_many_says_how_many_wait(name):
    address = dict(parse_qsl(PAGES[name].address.partition("?")[2]))
    assert "1 person waits" in said(opened(FILES[name], **address))


@pytest.mark.usefixtures("store")
def test_a_store_that_has_no_answer_yet_is_not_said_to_be_empty(graph_home):
    asked(graph_home, "MATCH (k:KinthreadCalendar) DETACH DELETE k")
    asked(graph_home, "MATCH (p:KinthreadPerson) SET p.stale = true")
    shown = said(opened())
    assert page_words.NO_ANSWER_YET in shown
    assert EMPTY not in shown


@pytest.mark.usefixtures("without_a_calendar")
def test_the_board_fills_by_itself(visit, store):
    page = visit.open("?day=2018-11-15")
    settled(page)
    waits, row = page.get_by_text("1 person waits"), page.get_by_text("A child <img")
    expect(waits).to_be_visible()
    expect(row).to_have_count(0)
    derive_calendars(store)
    expect(row.first).to_be_visible()
    expect(waits).to_have_count(0)
