"""Doubts and gaps as a list of what is to do: each is answered on the spot, or looked at."""

import getpass
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

import streamlit as st

from graph.desk.desk_notes import LONGEST_NOTE, Note, NoteRefused, notes, write_note
from graph.pages.kit.desk_words import LOOKED_AT
from graph.pages.kit.links import CLAIM, EVENT, LEARN, WRITE_DOWN, follow, way
from graph.pages.kit.note_blocks import about_parts, show_notes
from graph.pages.kit.page_state import PERSON
from graph.pages.kit.sheet_blocks import Block, SheetRow, cell, part, sheet, table, tidy
from graph.pages.questions import question_words as words
from graph.questions.asking import Answered, Row, plain
from graph.settings import Settings
from graph.views.free_view import FreeView
from graph.words.name_marks import ASKED_NOT, with_marks

_MOST_CLAIMS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class ToDo:
    """An answer without the rows that somebody has looked at, and the notes on those."""

    answered: Answered
    looked_at: tuple[Note, ...]


def to_do(answered: Answered) -> ToDo:
    """Leave out the rows that somebody has looked at; one that changes comes back."""
    looked = {one.doubt: one for one in notes(Settings.from_env().home) if one.doubt}
    keys = [doubt_hash(row) for row in answered.rows]
    left = [at for at, key in enumerate(keys) if key not in looked]
    return ToDo(
        answered=answered.only(left),
        looked_at=tuple(looked[key] for key in dict.fromkeys(keys) if key in looked),
    )


def doubt_hash(row: Row) -> str:
    """Return what names a doubt: the hash of its row."""
    text = json.dumps({name: plain(value) for name, value in sorted(row.items())})
    return sha256(text.encode()).hexdigest()[:24]


def doubt_desk(found: ToDo, seen: FreeView, kind: str) -> None:
    """Let one of the rows be answered: by a claim, or by a note that it was looked at.

    Args:
        found: the rows that are to do.
        seen: whom and what they name.
        kind: the column that says what the doubt is.
    """
    rows = {doubt_hash(row): row for row in found.answered.rows}
    labels = {key: _label(row, seen, kind) for key, row in rows.items()}
    if rows:
        key = st.selectbox(
            words.ANSWER_ONE,
            list(rows),
            index=None,
            format_func=lambda one: tidy(labels.get(one, "")),
            key=f"answer-{kind}",
            placeholder=words.CHOOSE_ONE,
        )
        if key in rows:
            _answer(rows[key], key, kind)
    if found.looked_at:
        with st.expander(words.looked_at(len(found.looked_at))):
            show_notes(found.looked_at, title=f"{LOOKED_AT}{kind}")


def _label(row: Row, seen: FreeView, kind: str) -> str:
    """Return a doubt in a line: what it is, and about which people."""
    things = [seen.things[id_] for id_ in (*row["people"], *row["events"])]
    named = [with_marks(one.name, (ASKED_NOT,) if one.stop else ()) for one in things]
    said = str(row[kind])
    return f"{said[:1].upper()}{said[1:]}: {', '.join(named)}"


def _answer(row: Row, key: str, kind: str) -> None:
    """Show the ways to answer a doubt, and the note that ends it."""
    with st.container(border=True):
        sheet(_ways(row["claims"], _about(row)), f"answer-ways-{kind}", follow)
        text = f"looked-{key}"
        st.text_input(words.WHY_LOOKED, key=text, max_chars=LONGEST_NOTE)
        st.button(words.LOOKED, key=f"{text}-keep", on_click=_looked, args=(row, key, text))


def _ways(claims: Sequence[str], about: str) -> list[Block]:
    said = about_parts(way(CLAIM, id_) for id_ in claims[:_MOST_CLAIMS])
    rows = [SheetRow(cells=(cell(*parts),)) for parts in said.values()]
    learn = way(LEARN, about.partition(":")[2])
    return [
        table((words.CLAIMS_BEHIND,), rows),
        table((words.OR_ADD,), [SheetRow(cells=(cell(part(WRITE_DOWN, to=learn)),))]),
    ]


def _about(row: Mapping[str, Sequence[str]]) -> str:
    """Return the way to what a doubt is about: its event, or else its person."""
    return way(EVENT, row["events"][0]) if row["events"] else way(PERSON, row["people"][0])


def _looked(row: Row, key: str, text: str) -> None:
    home = Settings.from_env().home
    try:
        write_note(home, _about(row), st.session_state[text], getpass.getuser(), doubt=key)
    except NoteRefused:
        st.warning(words.SAY_WHY)
