"""The filters and the order of the board, as widgets."""

from collections.abc import Container, Sequence
from datetime import date

import streamlit as st

from graph.pages.board.board_lines import (
    MOST_WITH_SIGNS,
    BoardFilters,
    BoardLine,
    BoardOrder,
    kept,
    with_course,
    with_signs,
)
from graph.pages.kit import page_words
from graph.pages.kit.sheet_blocks import tidy
from graph.record.vocabulary import ThreadState
from graph.words.wording import THREAD_STATES

_KEYS = ("board-threads", "board-family", "board-place", "board-silent", "board-order")


def filtered(every: Sequence[BoardLine], day: date) -> list[BoardLine]:
    """Show the filters and return the lines that they leave, ready to be shown."""
    _remembered()
    with st.expander(page_words.FILTER, expanded=_filtering()):
        wanted, places = _filters(every)
    if wanted.of_signs or len(every) <= MOST_WITH_SIGNS:
        every = _with_signs(every, day)
    names = {s.place.id: s.place.name for line in every if (s := line.signs) and s.place}
    _forget_unless("board-place", names)
    with places:
        place = st.selectbox(
            "Last known at",
            sorted(names, key=names.__getitem__),
            index=None,
            format_func=lambda id_: tidy(names.get(id_, "")),
            key="board-place",
            placeholder="any place",
        )
    found = kept(every, wanted.at(place))
    return with_course(found, day)


def _filters(
    every: Sequence[BoardLine],
) -> tuple[BoardFilters, st.delta_generator.DeltaGenerator]:
    threads, family, place, silent, order = st.columns([3, 3, 3, 2, 3])
    families = sorted({line.family for line in every})
    _forget_unless("board-family", families)
    with threads:
        chosen = st.multiselect(
            "Left to contact",
            list(ThreadState),
            format_func=THREAD_STATES.__getitem__,
            key="board-threads",
            placeholder="any",
        )
    with family:
        of = st.selectbox(
            "Family",
            families,
            index=None,
            format_func=tidy,
            key="board-family",
            placeholder="any",
        )
    with silent:
        days = st.number_input(
            "No sign for at least (days)", min_value=0, step=30, key="board-silent"
        )
    with order:
        by: BoardOrder | None = st.selectbox("Sort by", list(BoardOrder), key="board-order")
    threads_wanted = frozenset(chosen)
    wanted = BoardFilters(
        threads=threads_wanted, family=of, silent=int(days), order=by or BoardOrder.FAMILY
    )
    return wanted, place


def _with_signs(every: Sequence[BoardLine], day: date) -> list[BoardLine]:
    with st.spinner(page_words.READING_SIGNS, show_time=False):
        return with_signs(every, day)


def _forget_unless(key: str, known: Container[str]) -> None:
    """Ask no more for what another day does not have."""
    if st.session_state.get(key) not in known:
        st.session_state[key] = None


def _filtering() -> bool:
    """Return whether something was asked for: then what it is stays in sight."""
    first = {"board-silent": 0, "board-order": BoardOrder.FAMILY}
    return any(st.session_state.get(key) not in (None, [], first.get(key)) for key in _KEYS)


def _remembered() -> None:
    """Keep what was asked while another page is looked at: Streamlit forgets it."""
    for key in _KEYS:
        if key in st.session_state:
            st.session_state[key] = st.session_state[key]
