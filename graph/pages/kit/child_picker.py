"""A picker of the child of a page, from all who are on the board of some day."""

from collections.abc import Mapping

import streamlit as st

from graph.pages.kit import page_words
from graph.pages.kit.page_state import CHILD, PERSON, choose, chosen
from graph.pages.kit.sheet_blocks import tidy


def child_picker(names: Mapping[str, str]) -> str:
    """Let a child be chosen; a link to one that is not recorded says so and shows another."""
    typed = chosen(CHILD)
    if typed is not None and typed not in names:
        st.warning(page_words.NO_SUCH_CHILD)
    child = typed if typed is not None and typed in names else next(iter(names))
    choose(CHILD, child)
    st.session_state["child-box"] = child
    st.selectbox(
        "Child",
        list(names),
        format_func=lambda id_: _distinct(names, id_),
        key="child-box",
        on_change=_take_child,
    )
    return child


def _distinct(names: Mapping[str, str], id_: str) -> str:
    """Return a name, with the id where another child has the same name."""
    alone = sum(name == names[id_] for name in names.values()) == 1
    return tidy(names[id_] if alone else f"{names[id_]} ({id_})")


def _take_child() -> None:
    choose(CHILD, st.session_state["child-box"])
    choose(PERSON, None)
