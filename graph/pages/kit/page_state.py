"""The choice of child, day and person, held in the address of the page.

Only the address counts, so a link shows the same page. The session remembers it from page to
page. It holds ids and days, and no names, because addresses are kept in histories.
"""

from collections.abc import Iterable, Sequence
from datetime import date

import streamlit as st

from graph.pages.kit import page_words

DAY, CHILD, PERSON, KNOWN_ON = "day", "child", "person", "known"
_KEPT = (DAY, CHILD)
"""What goes along to another page; another child's person does not."""


DATE_FORMAT = "YYYY-MM-DD"
FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2100, 12, 31)
"""What the calendar offers; a link may hold no other day."""


def chosen(name: str) -> str | None:
    """Return what is chosen, from the address or else from what was chosen before."""
    if name in st.query_params:
        return st.query_params[name]
    return st.session_state.get(f"chosen-{name}") if name in _KEPT else None


def choose(name: str, value: str | None) -> None:
    """Choose, and put it into the address."""
    st.session_state[f"chosen-{name}"] = value
    if value is None:
        st.query_params.pop(name, None)
    elif st.query_params.get(name) != value:
        st.query_params[name] = value


def chosen_day(name: str = DAY) -> date | None:
    """Return the day that is chosen; one that cannot be read is said, and left out."""
    text = chosen(name)
    if text is None:
        return None
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = None
    if day is None or not FIRST_DAY <= day <= LAST_DAY:
        st.warning(page_words.BAD_DAY)
        choose(name, None)
        return None
    return day


def day_picker(days: Iterable[date], day: date) -> None:
    """Let a day be chosen: by a slider over the days on which something changed, or by date."""
    stops = sorted({*days, day})
    st.session_state["day-slider"] = day
    st.session_state["day-date"] = day
    slider, calendar = st.columns([4, 1], vertical_alignment="bottom")
    with slider:
        _slider(stops, day)
    with calendar:
        st.date_input(
            "Any day",
            key="day-date",
            format=DATE_FORMAT,
            min_value=FIRST_DAY,
            max_value=LAST_DAY,
            on_change=_take_day,
            args=("day-date",),
        )


def stops_of_days(days: Sequence[date], most: int = 400) -> Sequence[date]:
    """Return where a slider stops: at the firsts of months if there are too many days."""
    return days if len(days) <= most else sorted({day.replace(day=1) for day in days})


def _slider(stops: Sequence[date], day: date) -> None:
    if len(stops) > 1:
        st.select_slider(
            "Day (stops where something changed)",
            options=stops,
            format_func=date.isoformat,
            key="day-slider",
            on_change=_take_day,
            args=("day-slider",),
        )
    else:
        st.text(f"Nothing is recorded to change on any day; this is {day.isoformat()}.")


def known_on_picker(day: date | None) -> None:
    """Let the answer be limited to what the family knew by some day."""
    label = "As known on" if day is None else f"As known on {day.isoformat()}"
    with st.popover(label, width="stretch"):
        st.session_state["known-on"] = day
        st.text(page_words.KNOWN_ON)
        st.date_input(
            "What was known by",
            key="known-on",
            format=DATE_FORMAT,
            min_value=FIRST_DAY,
            max_value=LAST_DAY,
            on_change=_take_known_on,
        )


def _take_known_on() -> None:
    day = st.session_state["known-on"]
    choose(KNOWN_ON, day.isoformat() if isinstance(day, date) else None)


def _take_day(widget: str) -> None:
    taken = st.session_state[widget]
    if isinstance(taken, date):
        choose(DAY, taken.isoformat())
