"""Search: a person, a place or a source by any spelling, script or description."""

import streamlit as st

from graph.pages.kit import detail_words
from graph.pages.kit.app_store import guarded, not_to_contact, read, records_around
from graph.pages.kit.empty import nothing_recorded
from graph.pages.kit.links import follow
from graph.pages.kit.sheet_blocks import heading, sentence, sheet
from graph.pages.search.name_index import name_index
from graph.pages.search.search_blocks import found_blocks
from graph.views.held_names import state
from graph.views.kin_called import kin_hits
from graph.views.name_search import Index

_ASKED = "search-asked"
"""Kept in the session, not in the address: names do not belong in a browser's history."""
_BOX = "search-box"


def page() -> None:
    """Show what is found for what was typed."""
    now = read(state)
    if not now.claims:
        nothing_recorded()
        return
    help_ = [heading("Search", level=1), sentence(detail_words.SEARCH, "quiet")]
    sheet(help_, "search-help")
    st.session_state.setdefault(_BOX, st.session_state.get(_ASKED, ""))
    st.text_input(
        "Name, spelling, script or description",
        key=_BOX,
        max_chars=200,
        on_change=_take,
        placeholder="Amina · ئامىنە · 阿米娜 · younger daughter of Dilnur",
    )
    asked = st.session_state.get(_ASKED, "").strip()
    if asked:
        _show(asked, name_index(now))


def _take() -> None:
    st.session_state[_ASKED] = st.session_state[_BOX]


def _show(asked: str, index: Index) -> None:
    found = index.search(asked)
    kin = kin_hits(asked, index, records_around)
    people = {hit.entry.id for hit in found.hits} | {hit.entry.id for hit in kin}
    people |= {hit.of.id for hit in kin}
    stops = not_to_contact(people)
    sheet(found_blocks(asked, found, kin, stops), "search-found", follow)


if __name__ == "__main__":
    guarded(page)
