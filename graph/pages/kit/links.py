"""Ways from page to page: what is pressed leads to the page of what it names, on the same day.

A way is "kind:id". The browser never sees it: a sheet sends back a number. Each step is an
entry in the browser's history, so its back button leads back to what was looked at before.
"""

import streamlit as st

from graph.pages.kit.page_state import CHILD, DAY, PERSON, chosen

EVENT, PLACE, SOURCE, FAMILY, EXPORT = "event", "place", "source", "family", "export"
_PAGES = {
    CHILD: "graph/pages/child/child_page.py",
    PERSON: "graph/pages/detail/person_page.py",
    FAMILY: "graph/pages/family/family_page.py",
    EVENT: "graph/pages/detail/event_page.py",
    PLACE: "graph/pages/detail/place_page.py",
    SOURCE: "graph/pages/detail/sources_page.py",
    EXPORT: "graph/pages/export/export_page.py",
}
_ADDRESSED = {FAMILY: CHILD}
"""What an address calls the id where it is not the kind: a family is found by a child."""
_OWN = {
    "child": (CHILD, PERSON),
    "person": (PERSON,),
    "family": (CHILD,),
    "event": (EVENT,),
    "place": (PLACE,),
    "sources": (SOURCE,),
}
"""By the last word of its address, what a page's own ids are called."""
_GOING = "way"


def way(kind: str, id_: str = "") -> str:
    """Return the way to the page of something; to a page that is about no one thing."""
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
    address = _kept()
    if id_:
        address[_ADDRESSED.get(kind, kind)] = id_
    day = chosen(DAY)
    if day is not None:
        address[DAY] = day
    st.switch_page(_PAGES[kind], query_params=address)


def _kept() -> dict[str, str]:
    """Return what the page that is left was about.

    Streamlit puts the new address into the history once under the page that is left, before
    the one that is gone to. There it must still say what that page showed, or going back
    shows nothing.
    """
    here = (st.context.url or "").rstrip("/").rpartition("/")[2]
    return {
        name: st.query_params[name] for name in _OWN.get(here, ()) if name in st.query_params
    }
