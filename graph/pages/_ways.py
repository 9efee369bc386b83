"""Ways from page to page: what is pressed leads to the page of what it names, on the same day.

A way is "kind:id". The browser never sees it: a sheet sends back a number. Each step is an
entry in the browser's history, so its back button leads back to what was looked at before.
"""

import streamlit as st

from graph.pages._chosen import CHILD, DAY, PERSON, chosen

EVENT, PLACE, SOURCE, FAMILY = "event", "place", "source", "family"
_PAGES = {
    CHILD: "graph/pages/child.py",
    PERSON: "graph/pages/person.py",
    FAMILY: "graph/pages/family.py",
    EVENT: "graph/pages/event.py",
    PLACE: "graph/pages/place.py",
    SOURCE: "graph/pages/sources.py",
}
_ADDRESSED = {FAMILY: CHILD}
"""What an address calls the id where it is not the kind: a family is found by a child."""
_GOING = "way"


def way(kind: str, id_: str) -> str:
    """Return the way to the page of something."""
    return f"{kind}:{id_}"


def follow(taken: str) -> None:
    """Take a way as soon as the page is run again; for `on_pick` of a sheet."""
    st.session_state[_GOING] = taken


def go_on() -> None:
    """Go where the last press leads, if anywhere: the first thing that a page does."""
    taken = st.session_state.pop(_GOING, None)
    if taken is None:
        return
    kind, _, id_ = taken.partition(":")
    address = {_ADDRESSED.get(kind, kind): id_}
    day = chosen(DAY)
    if day is not None:
        address[DAY] = day
    st.switch_page(_PAGES[kind], query_params=address)
