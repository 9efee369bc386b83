"""A data set is made where somebody writes, also in a store that holds nothing yet."""

import pytest
import streamlit as st

from graph.pages.writing import write_words as words
from graph.server import running
from graph.server.throwaway import temporary_home
from graph.store import connect
from tests.pages.conftest import start_neo4j, use_home
from tests.pages.test_pages import opened, said


@pytest.fixture
def empty_home(monkeypatch):
    """A store that holds nothing."""
    with temporary_home() as home:
        start_neo4j(home)
        st.cache_resource.clear()
        use_home(home, monkeypatch)
        yield home
        st.cache_resource.clear()


def fill(at, label, text):
    next(one for one in at.text_input if one.label == label).set_value(text)
    at.run()


def test_the_first_person_is_written_into_an_empty_store(empty_home):
    at = opened("graph/pages/writing/learn_page.py")
    assert words.FILL_IN_SET in said(at)
    fill(at, words.SET_TITLE, "The family of Zaynab")
    fill(at, words.OTHER_COUNTRY, "Norvia")
    next(one for one in at.radio if one.label == words.WHAT).set_value(words.SOMEBODY).run()
    next(one for one in at.checkbox if one.label == words.NEW_SOURCE).check().run()
    fill(at, "Title", "A call")
    fill(at, "Name, or a description", "Zaynab")
    next(one for one in at.button if one.label == words.KEEP).click().run()
    assert not at.exception
    assert words.KEPT in [one.value for one in at.success]
    with connect(running(empty_home)) as store:
        held = store.background(["the-family-of-zaynab"], (), ["norvia"])
        assert store.countries(["the-family-of-zaynab"]) == {"the-family-of-zaynab": "norvia"}
    assert [one.title for one in held.datasets] == ["The family of Zaynab"]
    assert [(one.name, one.kind) for one in held.places] == [("Norvia", "country")]
