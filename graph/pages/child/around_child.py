"""The surroundings of a child beyond its reach, and the way to them by keys.

They are institutions as places, and the neighbours of a person: people whom the child's network
does not reach. Nothing is said about contact with them. They have the hard stop as well.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

import streamlit as st

from graph.pages.kit.app_store import read
from graph.pages.kit.page_state import choose, chosen
from graph.pages.kit.sheet_blocks import tidy
from graph.views.neighbours import Beyond, beyond

PLACES, WITH = "places", "with"
"""What an address calls them: "1", and the ids of people, with commas between."""
_BOX = "neighbours-of"
_EVERYBODY = "all-neighbours"
_OPENED = "opened-cards"
_PLACES_BOX = "places-box"
MOST = 12
"""Neighbours of one person that are brought in at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownAround:
    """What is to be shown: institutions, and whose neighbours."""

    places: bool
    people: tuple[str, ...]


def around_chosen(shown: Collection[str]) -> ShownAround:
    """Return what is chosen, of the people who are shown."""
    wanted = (chosen(WITH) or "").split(",")
    return ShownAround(
        places=chosen(PLACES) == "1",
        people=tuple(dict.fromkeys(id_ for id_ in wanted if id_ in shown)),
    )


def brought_in(around: ShownAround, shown: Collection[str]) -> Beyond | None:
    """Return the neighbours whom to draw; None where nobody's are asked for."""
    if not around.people:
        return None
    everybody = st.session_state.get(_EVERYBODY, ())
    most = {id_: None if id_ in everybody else MOST for id_ in around.people}
    return read(lambda store: beyond(store, most, shown))


def bring_in(person: str) -> None:
    """Bring in the neighbours of somebody; a second time, all of them."""
    here = [one for one in (chosen(WITH) or "").split(",") if one]
    if person in here:
        st.session_state[_EVERYBODY] = {*st.session_state.get(_EVERYBODY, ()), person}
    choose(WITH, ",".join(dict.fromkeys([*here, person])))


def opened() -> set[str]:
    """Return the people with a card of their own since their shared card was opened."""
    found: set[str] = st.session_state.get(_OPENED, set())
    return found


def open_card(people: Collection[str]) -> None:
    """Give the people of one shared card cards of their own."""
    st.session_state[_OPENED] = opened() | set(people)


def put_away() -> None:
    """Show nobody any more who is not within reach, and close the cards that were opened."""
    choose(WITH, None)
    st.session_state.pop(_EVERYBODY, None)
    st.session_state.pop(_OPENED, None)


def around_picker(around: ShownAround, named: Mapping[str, str], found: Beyond | None) -> None:
    """Let it be chosen by keyboard; a double-click on a card brings in neighbours, too."""
    box, press, away, places = st.columns([4, 1.2, 1.4, 2], vertical_alignment="bottom")
    with box:
        st.selectbox(
            "Who else is tied to them? (or click a card twice)",
            list(named),
            index=None,
            format_func=_labelled(named),
            key=_BOX,
            placeholder="Choose a person",
        )
    with press:
        st.button("Show neighbours", on_click=_bring_in_boxed, width="stretch")
    with away:
        st.button(
            "Hide neighbours",
            on_click=put_away,
            disabled=not (around.people or opened()),
            width="stretch",
        )
    with places:
        st.session_state[_PLACES_BOX] = around.places
        st.checkbox("Camps, orphanages, consulates", key=_PLACES_BOX, on_change=_take_places)
    for line in _told(found, named):
        st.text(line)


def _told(found: Beyond | None, named: Mapping[str, str]) -> Sequence[str]:
    """Say whose neighbours were brought in, and how many there are beside."""
    if found is None:
        return ()
    return [
        f"{tidy(named.get(id_, id_))}: {count.brought} neighbours shown, not within reach"
        + (f", {count.more} more: press “Show neighbours” again." if count.more else ".")
        for id_, count in found.counts.items()
    ]


def _bring_in_boxed() -> None:
    person = st.session_state.get(_BOX)
    if person is not None:
        bring_in(person)


def _take_places() -> None:
    choose(PLACES, "1" if st.session_state[_PLACES_BOX] else None)


def _labelled(named: Mapping[str, str]) -> Callable[[str], str]:
    return lambda id_: tidy(named.get(id_, ""))
