"""What is half loaded, or not up to date, is said on every page, before anything else."""

from urllib.parse import parse_qsl

import pytest
import streamlit as st
from neo4j import GraphDatabase

from graph.server import running
from tests.pages.conftest import use_home
from tests.pages.every_page import FILES, PAGES
from tests.pages.test_pages import opened, said

SET_STATE = "MATCH (r:KinthreadRun {id: 'invented'}) SET r.state = $state"
SET_DUE = "MATCH (p:KinthreadPerson {id: 'amina'}) SET p.stale = $stale"


@pytest.fixture(autouse=True)
def _on_samples(graph_home, monkeypatch):
    st.cache_resource.clear()
    use_home(graph_home, monkeypatch)
    yield
    st.cache_resource.clear()


@pytest.fixture
def half_loaded(graph_home):
    """The store when a load was broken off and deriving failed; whole again afterwards."""
    found = running(graph_home)
    with GraphDatabase.driver(found.uri, auth=(found.user, found.password)) as driver:
        driver.execute_query(SET_STATE, state="loading")
        driver.execute_query(SET_DUE, stale=True)
        yield
        driver.execute_query(SET_STATE, state="done")
        driver.execute_query(SET_DUE, stale=None)


def visited(name):
    address = dict(parse_qsl(PAGES[name].address.partition("?")[2]))
    return opened(FILES[name], **address)


@pytest.mark.usefixtures("half_loaded")
@pytest.mark.parametrize("name", PAGES)
def test_a_page_says_first_that_the_store_is_half_loaded_and_what_is_of_before(name):
    at = visited(name)
    assert not at.exception
    first = at.get("bidi_component")[0].proto.json
    assert "HALF LOADED: the load was broken off." in first
    assert "about invented" in first
    assert "Not up to date:" in first


@pytest.mark.parametrize("name", ["children", "loading"])
def test_a_whole_store_says_nothing_of_the_kind(name):
    at = visited(name)
    assert not at.exception
    assert "HALF LOADED" not in said(at)
    assert "Not up to date:" not in said(at)
