"""The scene of Explore in the address, with what was before it for undo and redo."""

from dataclasses import fields
from typing import Any

import streamlit as st

from graph.views.explored import ExploredScene

_PAST, _NEXT, _LAST = "explore-past", "explore-next", "explore-last"
_MOST_KEPT = 100
_PARTS = tuple(one.name for one in fields(ExploredScene))


def scene() -> ExploredScene:
    """Return the scene of the address; without one, the scene that was looked at last."""
    if not any(name in st.query_params for name in _PARTS):
        last: ExploredScene = st.session_state.get(_LAST, ExploredScene())
        _write(last)
        return last
    found = ExploredScene.of(st.query_params.to_dict())
    st.session_state[_LAST] = found
    return found


def change(to: ExploredScene) -> None:
    """Show another scene from now on; it can be undone."""
    now = scene()
    if now == to:
        return
    st.session_state[_PAST] = [*_kept(_PAST), now][-_MOST_KEPT:]
    st.session_state[_NEXT] = []
    _write(to)


def pick(to: ExploredScene) -> None:
    """Choose other cards of the same scene, which is no step to undo."""
    _write(to)


def undo() -> None:
    """Show the scene before the last change."""
    _step(_PAST, _NEXT)


def redo() -> None:
    """Show the scene that was undone."""
    _step(_NEXT, _PAST)


def can_undo() -> bool:
    """Return whether there is a change to undo."""
    return bool(_kept(_PAST))


def can_redo() -> bool:
    """Return whether something was undone."""
    return bool(_kept(_NEXT))


def _step(taken: str, kept: str) -> None:
    before = list(_kept(taken))
    if before:
        to = before.pop()
        st.session_state[taken] = before
        st.session_state[kept] = [*_kept(kept), scene()]
        _write(to)


def _kept(name: str) -> list[ExploredScene]:
    kept: Any = st.session_state.get(name, [])
    return list(kept)


def _write(to: ExploredScene) -> None:
    st.session_state[_LAST] = to
    said = to.address()
    for name in _PARTS:
        if name not in said:
            st.query_params.pop(name, None)
        elif st.query_params.get(name) != said[name]:
            st.query_params[name] = said[name]
