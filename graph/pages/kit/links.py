"""Links from page to page: a press on a name leads to its page, on the same day.

A link is "kind:id". The browser never sees it: a sheet sends back a number. Each step is an
entry in the browser's history, so its back button leads back.
"""

from collections.abc import Sequence
from dataclasses import fields

import streamlit as st

from graph.pages.kit import page_words
from graph.pages.kit.page_state import CHILD, DAY, KNOWN_ON, PERSON, chosen
from graph.views.explored import ExploredScene

EVENT, PLACE, SOURCE, FAMILY, EXPORT = "event", "place", "source", "family", "export"
EXPLORE, QUESTION = "explore", "question"
CLAIM, LEARN, SAME, NOTES = "claim", "about", "same", "notes"
TESTIMONY, LOAD = "testimony", "load"
_PAGES = {
    CHILD: "graph/pages/child/child_page.py",
    PERSON: "graph/pages/detail/person_page.py",
    FAMILY: "graph/pages/family/family_page.py",
    EVENT: "graph/pages/detail/event_page.py",
    PLACE: "graph/pages/detail/place_page.py",
    SOURCE: "graph/pages/detail/sources_page.py",
    EXPORT: "graph/pages/export/export_page.py",
    CLAIM: "graph/pages/writing/claim_page.py",
    LEARN: "graph/pages/writing/learn_page.py",
    SAME: "graph/pages/writing/sameness_page.py",
    LOAD: "graph/pages/load/load_page.py",
    TESTIMONY: "graph/pages/writing/testimony_page.py",
    NOTES: "graph/pages/desk/notes_page.py",
    EXPLORE: "graph/pages/explore/explore_page.py",
    QUESTION: "graph/pages/questions/questions_page.py",
}
_ADDRESSED = {FAMILY: CHILD, EXPORT: CHILD, EXPLORE: "show", TESTIMONY: SOURCE}
"""What an address calls the id where it is not the kind: a family is found by a child, and
Explore shows several ids."""
_OWN = {
    "child": (CHILD, PERSON),
    "person": (PERSON,),
    "family": (CHILD,),
    "event": (EVENT,),
    "place": (PLACE,),
    "sources": (SOURCE,),
    "claim": (CLAIM,),
    "learn": (LEARN,),
    "sameness": (SAME,),
    "testimony": (SOURCE,),
    "explore": tuple(one.name for one in fields(ExploredScene)),
}
"""By the last word of its address, what a page's own ids are called."""
_GOING, _HANDED = "way", "handed-children"
WRITE_DOWN = "Add what I learned"


def way(kind: str, id_: str = "") -> str:
    """Return the way to the page of something; to a page that is about no one thing."""
    return f"{kind}:{id_}"


def follow(taken: str) -> None:
    """Take a way as soon as the page is run again; for `on_pick` of a sheet."""
    st.session_state[_GOING] = taken


def write_button(id_: str) -> None:
    """Show the way to the form that is filled with this person or event."""
    st.button(WRITE_DOWN, on_click=follow, args=(way(LEARN, id_),), key=f"learn-of-{id_}")


def hand_over(children: Sequence[str], label: str = page_words.HAND_OVER) -> None:
    """Offer the way to the page of exports, with the children, the day, and "as known on"."""
    st.button(label, on_click=_hand_over, args=(tuple(children),))


def _hand_over(children: tuple[str, ...]) -> None:
    st.session_state[_HANDED] = children
    follow(way(EXPORT, children[0]))


def handed_children(here: str | None) -> tuple[str, ...]:
    """Return the children who were handed over together with the one in the address."""
    handed: tuple[str, ...] = st.session_state.get(_HANDED, ())
    return handed if here in handed else tuple(one for one in (here,) if one is not None)


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
    known_on = chosen(KNOWN_ON)
    if kind == EXPORT and known_on is not None:
        address[KNOWN_ON] = known_on
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
