"""The index of every name in the store, built once for each state of it."""

import streamlit as st

from graph.pages.kit.app_store import read
from graph.views.held_names import NamesState, entries, state
from graph.views.name_search import Index


def name_index(now: NamesState | None = None) -> Index:
    """Return the index of what is recorded now; a load or a retraction makes it anew."""
    return _index(read(state) if now is None else now)


@st.cache_resource(max_entries=1, show_spinner="Reading every name that is recorded …")
def _index(now: NamesState) -> Index:
    del now
    return Index(read(entries))
