"""A store that is half loaded is said to be so on every page, before anything else."""

import pytest
from neo4j import GraphDatabase
from playwright.sync_api import expect

from graph.server import running
from tests.app.every_page import PAGES

pytestmark = [pytest.mark.neo4j, pytest.mark.browser]

SET_STATE = "MATCH (r:KinthreadRun {id: 'invented'}) SET r.state = $state"


@pytest.fixture(scope="module")
def half_loaded(graph_home, app):
    """The app on a store of which one load was broken off; whole again afterwards."""
    found = running(graph_home)
    with GraphDatabase.driver(found.uri, auth=(found.user, found.password)) as driver:
        driver.execute_query(SET_STATE, state="loading")
        yield app
        driver.execute_query(SET_STATE, state="done")


@pytest.fixture(scope="module")
def page(browser):
    context = browser.new_context(viewport={"width": 1400, "height": 1200})
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("name", PAGES)
def test_a_page_says_first_that_the_store_is_half_loaded(half_loaded, page, name):
    page.goto(f"{half_loaded}/{PAGES[name].address}")
    said = page.get_by_text("HALF LOADED: the load is under way or was broken off.").first
    expect(said).to_be_visible(timeout=90_000)
    expect(said).to_contain_text("about invented")
    heading = page.get_by_role("heading").first
    expect(heading).to_be_visible()
    assert said.bounding_box()["y"] < heading.bounding_box()["y"]


def test_a_whole_store_says_nothing_of_the_kind(app, page):
    page.goto(f"{app}/{PAGES['children'].address}")
    expect(page.get_by_role("heading").first).to_be_visible(timeout=90_000)
    assert page.get_by_text("HALF LOADED").count() == 0
