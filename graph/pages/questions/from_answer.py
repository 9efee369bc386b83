"""From an answer to the page of exports: whom it is about goes along in the session.

Ids would fit an address, but hundreds of them do not, and what somebody asked for (a word, a
name) has no place in a browser's history.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import streamlit as st

from graph.console.free_answer import FreeAnswer
from graph.export.select.selection import SelectionRequest
from graph.pages.kit.links import EXPORT, follow, way
from graph.pages.kit.page_state import CHILD
from graph.pages.questions import question_words as words
from graph.questions.asking import Answered, plain

_WHOM = "handing-whom"


@dataclass(frozen=True, slots=True, kw_only=True)
class Whom:
    """Whom an answer is about, and who came back when it was looked at."""

    wanted: SelectionRequest
    found: tuple[str, ...]
    """Ids of people; a question of the library is asked anew when it is handed over."""
    cut: bool = False
    """There were more rows than came back."""


def of_question(found: Answered) -> Whom | None:
    """Return whom the answer to a question of the library is about; None: nobody came back."""
    people = found.ids("Person.id")
    params = {name: _text(value) for name, value in found.params.items() if value is not None}
    return _whom(SelectionRequest(ask=found.question.name, params=params), people)


def of_query(found: FreeAnswer) -> Whom | None:
    """Return whom the rows of a free query are about; None: nobody came back."""
    people = found.found["people"]
    return _whom(SelectionRequest(people=tuple(people), params={}), people, cut=bool(found.cut))


def _whom(wanted: SelectionRequest, people: Iterable[str], *, cut: bool = False) -> Whom | None:
    found = tuple(sorted(people))
    return Whom(wanted=wanted, found=found, cut=cut) if found else None


def _text(value: object) -> str:
    """Return a parameter as one writes it."""
    said = plain(value)
    return str(said).lower() if isinstance(said, bool) else str(said)


def hand_over_button(whom: Whom | None, *, disabled: bool) -> None:
    """Offer the way to the page of exports, or say that nobody came back."""
    if whom is None:
        st.text(words.NOBODY_TO_HAND)
        return
    st.button(words.HAND_OVER, key="hand-over", on_click=_go, args=(whom,), disabled=disabled)


def _go(whom: Whom) -> None:
    st.session_state[_WHOM] = whom
    follow(way(EXPORT))


def handed_whom() -> Whom | None:
    """Return whom an answer chose; an address that names a child chooses anew."""
    if CHILD in st.query_params:
        choose_children()
    found = st.session_state.get(_WHOM)
    return found if isinstance(found, Whom) else None


def choose_children() -> None:
    """Forget the answer: children are chosen again."""
    st.session_state.pop(_WHOM, None)
