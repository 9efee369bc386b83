"""The network on a page: the drawing, and beside it the day and the choices, by mouse or keys.

The drawing is sent once, for every day; the small component beside it carries what changes, so
a new day or a click sends a few hundred letters, however large the network.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import streamlit as st

from graph.picture.browser import asset
from graph.picture.draw.prepared import Picture
from graph.picture.pyvis_network import library
from graph.views.free_view import ThingKind

_NETWORK = """<div class="frame"><div data-network role="img"></div><div class="buttons">
<button type="button" data-zoom="1.25" aria-label="Zoom in">+</button>
<button type="button" data-zoom="0.8" aria-label="Zoom out">\u2212</button>
<button type="button" data-zoom="0">See all</button></div></div>"""
_BAR = """<div data-bar hidden><div class="steps">
<button type="button" data-step="-1" aria-label="The stop before">\u2190</button>
<button type="button" data-play aria-label="Play the days one by one">Play</button>
<button type="button" data-step="1" aria-label="The next stop">\u2192</button></div>
<div class="track"><input type="range" data-slider min="0" step="1"
 aria-label="Day (stops where something changed)">
<div data-years aria-hidden="true"></div></div>
<label>Any day <input type="date" data-any></label>
<div data-state role="status"></div></div>"""

# The library is a component of its own: what it is sent never changes, so the browser keeps it.
_library = st.components.v2.component(
    "kinthread_library",
    js=library() + "\nexport default function () {}",
    isolate_styles=False,
)
_network = st.components.v2.component(
    "kinthread_network",
    html=_NETWORK,
    css=asset("canvas.css"),
    js=asset("hub.js", "marks.js", "cards.js", "ties.js", "canvas.js"),
)
_bar = st.components.v2.component(
    "kinthread_day", html=_BAR, css=asset("day.css"), js=asset("hub.js", "day.js")
)
OnThing = Callable[[ThingKind, str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """The day that is shown, the stops of the slider, and what may be chosen at all."""

    shown: date
    stops: Sequence[date]
    first: date
    last: date
    on_day: Callable[[date], None]


def network(shown: Picture, key: str = "network") -> None:
    """Draw a network. Its clicks come to the `chooser` of the page."""
    _network(key=key, data=shown.drawing)


def chooser(
    shown: Picture,
    selected: str | None,
    on_pick: OnThing,
    *,
    on_expand: OnThing | None = None,
    days: Days | None = None,
) -> None:
    """Carry the clicks on a network to the page, and the day to the network.

    Args:
        shown: the network; one a page.
        selected: the id of who or what is chosen.
        on_pick: called with what was clicked.
        on_expand: called with what was clicked twice.
        days: for a network whose cards change with the day; None: no slider is shown.
    """

    def heard(name: str, then: OnThing | None) -> Callable[[], None]:
        def tell() -> None:
            node = st.session_state["chooser"].get(name)
            thing = shown.behind(node) if isinstance(node, str) else None
            if thing is not None and then is not None:
                then(*thing)

        return tell

    def day_heard() -> None:
        said = st.session_state["chooser"].get("day")
        day = _day(said)
        if day is not None and days is not None:
            st.session_state["day-heard"] = said["nth"]
            days.on_day(min(max(day, days.first), days.last))

    _bar(
        key="chooser",
        data={
            "selected": shown.node(selected),
            "heard": st.session_state.get("day-heard"),
            **_days_json(days),
        },
        on_picked_change=heard("picked", on_pick),
        on_expanded_change=heard("expanded", on_expand),
        on_day_change=day_heard,
    )


def _days_json(days: Days | None) -> dict[str, Any]:
    if days is None:
        return {"day": None, "days": [], "first": "", "last": ""}
    today = date.today()  # noqa: DTZ011 - a calendar day where the analyst sits
    stops = [day for day in days.stops if day <= today]  # who turns 18 later is no story yet
    return {
        "day": days.shown.isoformat(),
        "days": [day.isoformat() for day in sorted({*stops, days.shown})],
        "first": days.first.isoformat(),
        "last": days.last.isoformat(),
    }


def _day(said: Any) -> date | None:  # noqa: ANN401 - whatever a browser sends
    try:
        return date.fromisoformat(said["day"])
    except (KeyError, TypeError, ValueError):
        return None


def library_at_the_end() -> None:
    """Send the drawing library; last on a page, since even what shows nothing takes room."""
    _library(key="library", height=1)
