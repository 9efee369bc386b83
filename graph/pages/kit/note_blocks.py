"""Notes on the page of what they are about, and the form for one more."""

import getpass
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import streamlit as st

from graph.desk.desk_notes import (
    LONGEST_NOTE,
    Note,
    NoteRefused,
    delete_note,
    notes_about,
    turn_note,
    write_note,
)
from graph.pages.kit import desk_words as words
from graph.pages.kit.app_store import read
from graph.pages.kit.links import (
    CLAIM,
    FAMILY,
    NOTES,
    SAME,
    SOURCE,
    TESTIMONY,
    follow,
    way,
    write_button,
)
from graph.pages.kit.open_form import close_form, form_kept_open, form_key
from graph.pages.kit.sheet_blocks import (
    Block,
    SheetRow,
    cell,
    heading,
    part,
    sheet,
    table,
    tidy,
)
from graph.settings import Settings
from graph.store.queries import query
from graph.views.named_ids import NamedIds, named_ids
from graph.words.marks import Mark
from graph.words.name_marks import ASKED_NOT, with_marks
from graph.words.wording import STOP_SHORT

_TURN = "turn-note"


def write_here(id_: str, about: str, *others: str, further: Mapping[str, str] = {}) -> None:
    """Show what can be written about a thing: what was learned, and a note; and its notes.

    Args:
        id_: of the person or the event for which the form is filled.
        about: the way to what a new note is about.
        others: further ways whose notes belong here, such as those of claims.
        further: more buttons beside them, each with where it leads.
    """
    with st.container(horizontal=True):
        write_button(id_)
        note_form(about)
        for label, to in further.items():
            st.button(label, on_click=follow, args=(to,))
    notes_here(about, *others)


def notes_here(*ways: str) -> None:
    """Show the notes about some things; nothing where there are none."""
    if every := notes_about(_home(), ways):
        show_notes(every, title=words.NOTES)


def note_form(about: str) -> None:
    """Let a note be written."""
    form = f"note {about}"
    with st.popover(words.WRITE), form_kept_open(form, about or way(NOTES)):
        key = form_key(form)
        st.text_area(words.TEXT, key=f"{key}text", max_chars=LONGEST_NOTE)
        st.checkbox(words.ASKS, key=f"{key}asks")
        st.button(words.KEEP, on_click=_keep, args=(about, form))
        st.caption(words.INTRO)


def _keep(about: str, form: str) -> None:
    key = form_key(form)
    try:
        write_note(
            _home(),
            about,
            st.session_state[f"{key}text"],
            getpass.getuser(),
            asks=st.session_state[f"{key}asks"],
        )
    except NoteRefused as error:
        st.warning(str(error))
        return
    close_form(form)


def show_notes(every: Sequence[Note], *, title: str = "", new: Iterable[str] = ()) -> None:
    """Show notes as a table, in which an open question can be marked as done.

    Args:
        every: in this order.
        title: above them.
        new: the ids of those that are marked as new.
    """
    about, asked = about_parts({one.about for one in every}), _asked_names()
    fresh = set(new)
    rows = [_row(one, about.get(one.about, []), asked, new=one.id in fresh) for one in every]
    blocks = [heading(title)] if title else []
    sheet([*blocks, table(words.COLUMNS, rows)], f"notes-{title}", _take)
    with st.popover(words.DELETE):
        names = {one.id: _label(one, asked) for one in every}
        id_ = st.selectbox(
            words.WHICH,
            list(names),
            index=None,
            format_func=lambda one: names.get(one, ""),
            key=f"delete-note-{title}",
        )
        st.button(
            words.DELETE_IT,
            key=f"delete-it-{title}",
            disabled=id_ is None,
            on_click=_delete,
            args=(id_,),
        )


def _label(note: Note, asked: Mapping[str, str]) -> str:
    """Return a note in a line, with the stop of those whom it names."""
    marks = (ASKED_NOT,) if named_in(note.text, asked) else ()
    return tidy(with_marks(f"{words.written(note)}: {note.text[:80]}", marks))


def _row(note: Note, about: list[Block], asked: Mapping[str, str], *, new: bool) -> SheetRow:
    stops = [
        part(f"{STOP_SHORT}: {name}", "stop", Mark.STOP) for name in named_in(note.text, asked)
    ]
    turn = words.DONE if note.open else words.OPEN_AGAIN
    return SheetRow(
        tone="" if note.open or not note.asks else "later",
        cells=(
            cell(
                part(words.NEW, "strong") if new else "",
                part(words.LOOKED_AT, "quiet") if note.doubt else "",
                *note.text.splitlines(),
                *stops,
            ),
            cell(
                words.written(note),
                part(words.state(note), "strong" if note.open else "quiet"),
                *([part(turn, to=f"{_TURN}:{note.id}")] if note.asks else []),
            ),
            cell(*about),
        ),
    )


def _take(taken: str) -> None:
    kind, _, id_ = taken.partition(":")
    if kind == _TURN:
        turn_note(_home(), id_, getpass.getuser())
    else:
        follow(taken)


def _delete(id_: str) -> None:
    delete_note(_home(), id_)


def _asked_names() -> dict[str, str]:
    """Return each name of people who asked not to be contacted, with the one that is shown."""
    rows = read(lambda store: store.read(query("read/asked_names")))
    return {name: row["names"][0] for row in rows for name in row["names"]}


def named_in(text: str, names: Mapping[str, str]) -> list[str]:
    """Return whom of some people a text names, also with an ending behind the name."""
    folded = text.casefold()
    found = (
        shown
        for name, shown in names.items()
        if re.search(rf"(?<!\w){re.escape(name.casefold())}", folded)
    )
    return sorted(set(found))


def about_parts(ways: Iterable[str]) -> dict[str, list[Block]]:
    """Return, for each way, the name of what it leads to, with its stop.

    What is no longer recorded leads nowhere, and says so.
    """
    ids = {one: one.partition(":")[2] for one in ways}
    sources, claims = _of_kind(ids, SOURCE, TESTIMONY), _of_kind(ids, CLAIM)
    several = {one: _each(one, id_) for one, id_ in ids.items()}
    every = [id_ for some in several.values() for id_ in some]
    names = read(lambda store: named_ids(store, every, sources, claims))
    return {
        one: [block for id_ in some for block in _about(one, id_, names)]
        for one, some in several.items()
    }


def _each(way_: str, id_: str) -> list[str]:
    """Return what a way is about: two records are compared on one page."""
    return id_.split(",") if way_.startswith(f"{SAME}:") else [id_]


def _of_kind(ids: Mapping[str, str], *kinds: str) -> list[str]:
    return [id_ for one, id_ in ids.items() if one.partition(":")[0] in kinds]


def _about(about: str, id_: str, names: NamedIds) -> list[Block]:
    kind = about.partition(":")[0]
    if kind in (CLAIM, SOURCE, TESTIMONY):
        said = (names.claims if kind == CLAIM else names.titles).get(id_)
        return [part(said, to=about)] if said else [_gone()] * bool(id_)
    if id_ not in names.things:
        return [_gone()] * bool(id_)
    thing = names.things[id_]
    name = f"{words.FAMILY_OF} {thing.name}" if kind == FAMILY else thing.name
    stop = [part(STOP_SHORT, "stop", Mark.STOP)] if thing.stop else []
    return [part(name, to=about), part(thing.said, "quiet"), *stop]


def _gone() -> Block:
    return part(words.NOT_THERE, "quiet")


def _home() -> Path:
    return Settings.from_env().home
