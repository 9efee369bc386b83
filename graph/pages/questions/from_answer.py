"""The way from an answer to the page of exports: its people go along in the session.

Hundreds of ids do not fit an address. A search word or a name has no place in a browser's
history.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import streamlit as st

from graph.console.free_answer import FreeAnswer
from graph.export.request import SelectionRequest
from graph.pages.kit.links import EXPORT, follow, way
from graph.pages.kit.page_state import CHILD
from graph.pages.questions import question_words as words
from graph.questions.asking import Answered, plain

_WHOM = "handing-whom"


@dataclass(frozen=True, slots=True, kw_only=True)
class Whom:
    """Whom an answer is about, and who came back when it was looked at."""

    said: str
    """What chose them, in words."""
    wanted: SelectionRequest
    found: tuple[str, ...]
    """Ids of people; a question of the library is asked anew when it is handed over."""
    cut: bool = False
    """There were more rows than came back."""


def of_question(found: Answered) -> Whom | None:
    """Return whom the answer to a question of the library is about; None: nobody came back."""
    people = found.ids("Person.id")
    params = {name: _text(value) for name, value in found.params.items() if value is not None}
    named = [f"{name.replace('_', ' ')} {text}" for name, text in params.items()]
    return _whom(
        ", ".join([f"Question {found.question.name}", *named]),
        SelectionRequest(ask=found.question.name, params=params),
        people,
    )


def of_query(found: FreeAnswer) -> Whom | None:
    """Return whom the rows of a free query are about; None: nobody came back."""
    people = found.found["people"]
    wanted = SelectionRequest(people=tuple(people))
    return _whom(words.OWN_QUERY, wanted, people, cut=bool(found.cut))


def of_scene(people: Iterable[str]) -> Whom | None:
    """Return whom a scene of Explore shows; None: it shows nobody."""
    found = tuple(sorted(people))
    return _whom(words.OWN_SCENE, SelectionRequest(people=found), found)


def _whom(
    said: str, wanted: SelectionRequest, people: Iterable[str], *, cut: bool = False
) -> Whom | None:
    found = tuple(sorted(people))
    return Whom(said=said, wanted=wanted, found=found, cut=cut) if found else None


def _text(value: object) -> str:
    """Return a parameter as one writes it."""
    said = plain(value)
    return str(said).lower() if isinstance(said, bool) else str(said)


def hand_over_button(
    whom: Whom | None, *, disabled: bool = False, label: str = words.HAND_OVER
) -> None:
    """Offer the way to the page of exports, or say that nobody came back."""
    if whom is None:
        st.text(words.NOBODY_TO_HAND)
        return
    st.button(label, key=f"hand-over-{label}", on_click=_go, args=(whom,), disabled=disabled)


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
