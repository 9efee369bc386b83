"""A form made from a question's header: a widget for each parameter, by its type."""

from collections.abc import Mapping

import streamlit as st

from graph.pages.kit.app_store import children, not_to_contact, read, told_until
from graph.pages.kit.page_state import (
    CHILD,
    DATE_FORMAT,
    FIRST_DAY,
    LAST_DAY,
    chosen,
    chosen_day,
)
from graph.pages.kit.sheet_blocks import tidy
from graph.pages.questions import question_words as words
from graph.pages.search.name_index import name_index
from graph.questions.library import ANY, TOLD, Param, Question, library
from graph.words.name_marks import NameMarks

_LOOKED_FOR = {
    "people": ("person", "group", "organisation"),
    "places": ("place",),
    "sources": ("source",),
}
_ACROSS = 3
_MOST_FOUND = 30
_MOST = 100_000


def question_form(asked: Question) -> dict[str, str] | None:
    """Show the widgets; return the texts of the parameters when the button is pressed."""
    given: dict[str, str | None] = {}
    for nth, column in enumerate(st.columns(_ACROSS)):
        for param in asked.params[nth::_ACROSS]:
            with column:
                given[param.name] = _widget(asked, param)
    pressed = st.button(words.ASK, key=f"ask-{asked.name}")
    return {k: v for k, v in given.items() if v is not None} if pressed else None


def questions_about(person: str) -> dict[str, Param]:
    """Return the questions of the library that can be about a person, and where they go."""
    asked = {
        one.name: next((param for param in one.params if param.names_a == "people"), None)
        for one in library()
    }
    child = person in children()
    return {
        name: param
        for name, param in asked.items()
        if param is not None and (child or not _names_a_child(param))
    }


def give(name: str, param: Param, person: str) -> None:
    """Fill a person into the form of a question, before it is shown."""
    key = f"param-{name}-{param.name}"
    st.session_state[key if _names_a_child(param) else f"{key}-said"] = person


def _widget(asked: Question, param: Param) -> str | None:
    """Return what was put in, as one would write it; None: left open."""
    label, key = param.name.replace("_", " "), f"param-{asked.name}-{param.name}"
    if param.type == "date":
        return _day(param, label, key)
    if param.type == "integer":
        value = st.number_input(
            label, 0, _MOST, int(param.default or 0), key=key, help=_help(param)
        )
        return str(value)
    if param.type == "boolean":
        return str(st.checkbox(label, param.default in ("true", "yes"), key=key)).lower()
    if _names_a_child(param):
        return _child(label, key)
    if param.names_a in _LOOKED_FOR:
        return _looked_for(param, label, key)
    text = st.text_input(
        label, key=key, help=_help(param), placeholder=_open(param), max_chars=300
    )
    return text.strip() or None


def _day(param: Param, label: str, key: str) -> str | None:
    begins = (chosen_day() or told_until()) if param.default in (TOLD, None) else param.default
    day = st.date_input(
        label,
        begins,
        format=DATE_FORMAT,
        min_value=FIRST_DAY,
        max_value=LAST_DAY,
        key=key,
        help=_help(param),
    )
    return day.isoformat()


def _names_a_child(param: Param) -> bool:
    return param.name == "child" and param.names_a == "people"


def _child(label: str, key: str) -> str | None:
    names = {id_: f"{child.name} ({id_})" for id_, child in children().items()}
    before = chosen(CHILD)
    ids = list(names)
    return st.selectbox(
        label,
        ids,
        index=ids.index(before) if before in names else (0 if ids else None),
        format_func=lambda id_: tidy(names.get(id_, "")),
        key=key,
    )


def _looked_for(param: Param, label: str, key: str) -> str | None:
    """Let somebody, or a place, be looked for by any spelling, and one of them be chosen."""
    said = st.text_input(
        f"{label}: {words.NAME_IT.lower()}",
        key=f"{key}-said",
        placeholder=_open(param),
        max_chars=200,
    ).strip()
    if not said:
        return None
    found = _found(said, param.names_a)
    if not found:
        st.text(words.NOBODY_FOUND)
        return said
    return st.selectbox(
        label,
        list(found),
        format_func=lambda id_: tidy(found.get(id_, "")),
        key=key,
        label_visibility="collapsed",
    )


def _found(said: str, named: str) -> Mapping[str, str]:
    """Return who or what is found by an id or a name, with words to choose by."""
    exact = {id_: id_ for id_ in read(lambda store: store.existing(named, [said]))}
    hits = [hit.entry for hit in name_index().search(said).hits]
    found = [one for one in hits if one.kind in _LOOKED_FOR[named]][:_MOST_FOUND]
    marked = NameMarks(stopped=not_to_contact(one.id for one in found))
    return exact | {one.id: marked.name(f"{one.names[0]} ({one.id})", one.id) for one in found}


def _open(param: Param) -> str:
    return words.ANY if param.default == ANY else ""


def _help(param: Param) -> str | None:
    """Return what the header says; of one's own there is nothing that Markdown could read."""
    return param.about.replace("[", "(").replace("]", ")").replace("!", "") or None
