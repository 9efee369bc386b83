"""What a page says where nothing is recorded."""

import streamlit as st

from graph.door import elsewhere
from graph.pages import _words
from graph.settings import Settings


def nothing_recorded() -> None:
    """Say that nothing is recorded yet, and how to load a family."""
    st.text(_words.EMPTY)
    if other := elsewhere(Settings.from_env()):
        st.text(other)
    st.text(_words.HOW_TO_LOAD)
    st.code(_words.LOAD, language=None)
