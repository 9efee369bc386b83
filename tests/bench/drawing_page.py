"""A page of the bench: a free view of generated families, and the details of what is clicked.

Run by `drawing.py`, which says in BENCH_VIEW where the view is.
"""

import os
import pickle
from datetime import date
from pathlib import Path

import streamlit as st

from graph.pages._canvas import Days, chooser, library_at_the_end, network
from graph.pages._sheet import heading, sentence, sheet
from graph.picture import Picture

shown: Picture = st.cache_resource(
    lambda: pickle.loads(Path(os.environ["BENCH_VIEW"]).read_bytes())  # noqa: S301 - our own
)()


def take(name, value):
    st.session_state[name] = value


@st.fragment
def beside() -> None:
    """What follows a click or a day: a few hundred letters, not the network."""
    chosen, day = st.session_state.get("chosen"), st.session_state.get("day", date(2018, 1, 1))
    days = Days(
        shown=day,
        stops=shown.days(),
        first=date(1900, 1, 1),
        last=date(2100, 1, 1),
        on_day=lambda on: take("day", on),
    )
    chooser(shown, chosen, lambda _, id_: take("chosen", id_), days=days)
    if chosen is not None:
        card = shown.card(chosen, day)
        sheet([heading(card.name), sentence(f"{chosen} {card.word}")], "details", day=day)


if st.button("Show"):
    take("shown", value=True)
if st.session_state.get("shown"):
    beside()
    network(shown)
library_at_the_end()
