"""The index of every name that is held, built once for what is recorded."""

import streamlit as st

from graph.pages._store import read
from graph.store.names import State, entries, state
from graph.views.search import Index


def name_index(now: State | None = None) -> Index:
    """Return the index of what is recorded now; a load or a retraction makes it anew."""
    return _index(read(state) if now is None else now)


@st.cache_resource(max_entries=1, show_spinner="Reading every name that is recorded …")
def _index(now: State) -> Index:
    del now
    return Index(read(entries))
