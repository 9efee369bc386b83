"""The network on a page: mounts the drawing and tells which person was clicked."""

from collections.abc import Callable

import streamlit as st

from graph.network_view import asset
from graph.picture import Picture, library

_HTML = """<div class="frame"><div data-network role="img"></div><div class="buttons">
<button type="button" data-zoom="1.25" aria-label="Zoom in">+</button>
<button type="button" data-zoom="0.8" aria-label="Zoom out">\u2212</button>
<button type="button" data-zoom="0">Whole family</button></div></div>"""

# The library is a component of its own: what it is sent never changes, so the browser keeps it,
# and a new day sends only the cards.
_library = st.components.v2.component(
    "kinthread_library",
    js=library() + "\nexport default function () {}",
    isolate_styles=False,
)
_network = st.components.v2.component(
    "kinthread_network",
    html=_HTML,
    css=asset("canvas.css"),
    js=asset("marks.js", "canvas.js"),
)


def network(shown: Picture, selected: str | None, on_pick: Callable[[str], None]) -> None:
    """Draw a network; `on_pick` is called with the id of the person who was clicked."""

    def picked() -> None:
        node = st.session_state["network"].get("picked")
        if node is not None and node.startswith("p"):
            on_pick(shown.people[int(node[1:])])

    _network(key="network", data=shown.data(selected), on_picked_change=picked)


def library_at_the_end() -> None:
    """Send the drawing library; last on a page, since even what shows nothing takes room."""
    _library(key="library", height=1)
