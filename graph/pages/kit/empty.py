"""Sentences for a page where nothing is recorded."""

import streamlit as st

from graph.pages.kit import page_words
from graph.pages.kit.app_store import WAITING
from graph.settings import Settings
from graph.store.opening import elsewhere
from graph.words.wording import EMPTY


def nothing_recorded() -> None:
    """Say that nothing is recorded yet, and how to load a family.

    Where answers wait to be worked out, something is recorded; only that is said then.
    """
    if st.session_state.get(WAITING):
        st.text(page_words.NO_ANSWER_YET)
        return
    st.text(EMPTY)
    if other := elsewhere(Settings.from_env()):
        st.text(other)
    st.text(page_words.HOW_TO_LOAD)
    st.code(page_words.LOAD, language=None)
