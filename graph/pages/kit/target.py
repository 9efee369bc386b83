"""The target of a page, read from its address, and a sentence where it does not exist."""

from datetime import date

import streamlit as st

from graph.pages.kit import detail_words
from graph.pages.kit.app_store import told_until
from graph.pages.kit.page_state import DAY, choose, chosen, chosen_day


def asked_for(kind: str) -> str | None:
    """Return the id in the address; where there is none, say so."""
    id_ = chosen(kind)
    if not id_:
        st.text(detail_words.NOT_CHOSEN[kind])
        st.text(detail_words.LOOK_FOR_IT)
    return id_ or None


def no_such(kind: str) -> None:
    """Say that the address names nothing that is recorded."""
    st.warning(detail_words.NO_SUCH[kind])
    st.text(detail_words.LOOK_FOR_IT)


def asked_day() -> date:
    """Return the day of the page: of the address, chosen before, or the sources' last day."""
    day = chosen_day() or told_until()
    choose(DAY, day.isoformat())
    return day
