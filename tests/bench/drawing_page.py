"""A page of the bench: a free view of generated families, and the details of what is clicked.

Run by `drawing.py`, which says in BENCH_VIEW where the picture is.
"""

import os
import pickle
from datetime import date
from pathlib import Path

import streamlit as st

from graph.pages.kit.canvas import Days, chooser, library_at_the_end, network
from graph.pages.kit.sheet_blocks import heading, sentence, sheet
from graph.picture.draw.prepared import Picture

FIRST, LAST = date(1900, 1, 1), date(2100, 1, 1)


@st.cache_resource
def shown() -> Picture:
    return pickle.loads(Path(os.environ["BENCH_VIEW"]).read_bytes())  # noqa: S301 - our own


@st.cache_resource
def stops() -> list[date]:
    return shown().days()


def take(name: str, value: object) -> None:
    st.session_state[name] = value


@st.fragment
def bare() -> None:
    """What Streamlit itself needs to follow a press."""
    st.button("Bare", on_click=take, args=("bare", st.session_state.get("bare", 0) + 1))
    st.text(f"bare {st.session_state.get('bare', 0)}")


@st.fragment
def beside() -> None:
    """What follows a click or a day: a few hundred letters, not the network."""
    chosen, day = st.session_state.get("chosen"), st.session_state.get("day", date(2016, 1, 1))
    days = Days(
        shown=day,
        stops=stops(),
        told=LAST,
        first=FIRST,
        last=LAST,
        on_day=lambda on: take("day", on),
    )
    chooser(shown(), chosen, lambda _, id_: take("chosen", id_), days=days)
    if chosen is not None:
        card = shown().card(chosen, day)
        said = [heading(card.name), sentence(f"{shown().node(chosen)} {card.word}")]
        sheet(said, "details", day=day)


shown(), stops()  # what is measured is the drawing, not the reading of this bench's file
bare()
if st.button("Show"):
    take("shown", value=True)
if st.session_state.get("shown"):
    beside()
    network(shown())
library_at_the_end()
