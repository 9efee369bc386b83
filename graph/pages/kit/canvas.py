"""The network on a page: the drawing, and beside it the day and the choices, by mouse or keys.

The drawing is sent once, for every day. The small component beside it sends only what changes.
So a new day or a click is a few hundred letters, however large the network.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from math import isfinite
from typing import Any

import streamlit as st

from graph.picture.browser import NETWORK_SCRIPTS, asset
from graph.picture.draw.prepared import Picture
from graph.picture.pyvis_network import library
from graph.views.free_view import ThingKind

_LINES = (
    ("kin", "parent and child"),
    ("couple", "couple"),
    ("ended", "ended, step or doubtful"),
    ("tie", "another tie"),
    ("doubt", "a doubtful one"),
)
"""The styles of lines of a picture (`ties.js`), and their words."""
_LEGEND = "".join(f'<li><i class="{style}"></i>{words}</li>' for style, words in _LINES)
_NETWORK = f"""<div class="frame"><div data-network role="img"></div><div class="below">
<ul aria-label="Lines">{_LEGEND}</ul><div class="buttons">
<button type="button" data-lasso hidden aria-pressed="false">Lasso</button>
<button type="button" data-zoom="1.25" aria-label="Zoom in">+</button>
<button type="button" data-zoom="0.8" aria-label="Zoom out">\u2212</button>
<button type="button" data-zoom="0">See all</button></div></div></div>"""
_BAR = """<div data-bar hidden><div class="steps">
<button type="button" data-step="-1" aria-label="The stop before">\u2190</button>
<button type="button" data-play aria-label="Play the days one by one">Play</button>
<button type="button" data-step="1" aria-label="The next stop">\u2192</button></div>
<div class="track"><input type="range" data-slider min="0" step="1"
 aria-label="Day (stops where something changed)">
<div data-years aria-hidden="true"></div></div>
<label>Any day <input data-any maxlength="10" placeholder="2018-05-15"
 autocomplete="off"></label>
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
    js=asset(*NETWORK_SCRIPTS),
)
_bar = st.components.v2.component(
    "kinthread_day", html=_BAR, css=asset("day.css"), js=asset("hub.js", "day.js")
)
OnThing = Callable[[ThingKind, str], None]
OnMove = Callable[[str, tuple[float, float]], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """The day that is shown, the stops of the slider, and what may be chosen at all."""

    shown: date
    stops: Sequence[date]
    told: date
    """The last day of the sources: the slider and Play end there."""
    first: date
    last: date
    on_day: Callable[[date], None]


def network(
    shown: Picture, key: str = "network", *, lasso: bool = False, movable: bool = False
) -> None:
    """Draw a network. Its clicks come to the `chooser` of the page.

    So do a lasso around cards, and where a card is put whose place a hand may change.
    """
    _network(key=key, data=shown.drawing | {"lasso": lasso, "movable": movable})


def chooser(  # noqa: PLR0913 - the parts of a choice
    shown: Picture,
    selected: str | None,
    on_pick: OnThing,
    *,
    on_expand: OnThing | None = None,
    gathered: Iterable[str] = (),
    on_gather: OnThing | None = None,
    on_lasso: Callable[[list[str]], None] | None = None,
    on_move: OnMove | None = None,
    days: Days | None = None,
) -> None:
    """Carry the clicks on a network to the page, and the day to the network.

    Args:
        shown: the network; one a page.
        selected: the id of who or what is chosen.
        on_pick: called with what was clicked.
        on_expand: called with what was clicked twice.
        gathered: the ids of others who are chosen too.
        on_gather: called with what was clicked while Shift or Ctrl was held.
        on_lasso: called with the ids of all around whom a line was drawn.
        on_move: called with the id of a card that was moved by hand, and its new place.
        days: for a network whose cards change with the day; None: no slider is shown.
    """

    def day_heard() -> None:
        sentence = st.session_state["chooser"].get("day")
        day = _day(sentence)
        if day is not None and days is not None:
            st.session_state["day-heard"] = sentence["nth"]
            days.on_day(min(max(day, days.first), days.last))

    _bar(
        key="chooser",
        data={
            "selected": shown.node(selected),
            "gathered": [node for id_ in gathered if (node := shown.node(id_))],
            "heard": st.session_state.get("day-heard"),
            **_days_json(days, shown),
        },
        on_picked_change=_heard("picked", _of_thing(shown, on_pick)),
        on_expanded_change=_heard("expanded", _of_thing(shown, on_expand)),
        on_gathered_change=_heard("gathered", _of_thing(shown, on_gather or on_pick)),
        on_lassoed_change=_heard("lassoed", _of_things(shown, on_lasso)),
        on_moved_change=_heard("moved", _of_move(shown, on_move)),
        on_day_change=day_heard,
    )


def _heard(name: str, then: Callable[[Any], None]) -> Callable[[], None]:
    return lambda: then(st.session_state["chooser"].get(name))


def _of_thing(shown: Picture, then: OnThing | None) -> Callable[[Any], None]:
    def tell(node: Any) -> None:  # noqa: ANN401 - whatever a browser sends
        thing = shown.behind(node) if isinstance(node, str) else None
        if thing is not None and then is not None:
            then(*thing)

    return tell


def _of_things(
    shown: Picture, then: Callable[[list[str]], None] | None
) -> Callable[[Any], None]:
    def tell(nodes: Any) -> None:  # noqa: ANN401 - whatever a browser sends
        if isinstance(nodes, list) and then is not None:
            things = [shown.behind(one) for one in nodes if isinstance(one, str)]
            then([one[1] for one in things if one is not None])

    return tell


def _of_move(shown: Picture, then: OnMove | None) -> Callable[[Any], None]:
    def tell(put: Any) -> None:  # noqa: ANN401 - whatever a browser sends
        try:
            thing, spot = shown.behind(put["node"]), (float(put["x"]), float(put["y"]))
        except (AttributeError, KeyError, TypeError, ValueError):
            return
        if thing is not None and then is not None and all(map(isfinite, spot)):
            then(thing[1], spot)

    return tell


def _days_json(days: Days | None, shown: Picture) -> dict[str, Any]:
    if days is None:
        return {"day": None, "days": [], "told": "", "first": "", "last": "", "captions": {}}
    stops = [day for day in days.stops if day <= days.told]  # nothing is told of later days
    return {
        "day": days.shown.isoformat(),
        "days": [day.isoformat() for day in sorted({*stops, days.shown})],
        "told": days.told.isoformat(),
        "first": days.first.isoformat(),
        "last": days.last.isoformat(),
        "captions": {day.isoformat(): said for day, said in shown.captions().items()},
    }


def _day(sentence: Any) -> date | None:  # noqa: ANN401 - whatever a browser sends
    try:
        return date.fromisoformat(sentence["day"])
    except (KeyError, TypeError, ValueError):
        return None


def library_at_the_end() -> None:
    """Send the drawing library; last on a page, since even what shows nothing takes room."""
    _library(key="library", height=1)
