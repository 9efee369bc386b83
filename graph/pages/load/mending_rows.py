"""The rejected rows that wait, to be edited on the page and read again."""

import getpass
import json
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

import streamlit as st

from graph.pages.kit.app_store import read
from graph.pages.kit.links import LOAD, way
from graph.pages.kit.open_form import close_form, form_kept_open, form_key
from graph.pages.kit.sheet_blocks import sheet
from graph.pages.load import load_words as words
from graph.pages.load import loader
from graph.pages.load.load_blocks import marked_rows, waiting_blocks
from graph.settings import Settings
from graph.words.wording import counted
from ingest import mending
from ingest import read as read_tables
from ingest.into_store import known_in
from ingest.mending import Grid, Text, WaitingFolder


def mending_desk() -> None:
    """Show every quarantine folder that waits, with what is wrong, and let it be mended."""
    st.subheader(words.WAITING, anchor=False)
    every = mending.waiting(Settings.from_env().home)
    open_ones = [one for one in every if not (one.note or one.dismissed)]
    if not open_ones:
        st.text(words.NOTHING_WAITS)
    for found in open_ones:
        with st.expander(
            f"{found.name}: {counted(found.rows, 'row')}", expanded=len(open_ones) == 1
        ):
            _waiting(found)
            _dismissing(found)
    _dismissed([one for one in every if one.dismissed and not one.note])
    _read_again_already([one for one in every if one.note])


def _dismissing(found: WaitingFolder) -> None:
    """Let rows be dismissed, with a reason."""
    key = f"why-not-{found.folder}"
    with st.popover(words.NOT_NEEDED):
        st.text(words.DISMISSED_KEPT)
        why = st.text_input(words.WHY_NOT, key=key, max_chars=300).strip()
        st.button(
            words.DISMISS,
            key=f"dismiss-{found.folder}",
            disabled=not why,
            on_click=mending.dismiss,
            args=(found.folder, getpass.getuser(), why),
        )


def _dismissed(done: list[WaitingFolder]) -> None:
    if not done:
        return
    with st.expander(f"{words.NOT_NEEDED}: {len(done)}"):
        for found in done:
            said = f"{found.name}: {counted(found.rows, 'row')}"
            st.text("\n".join((said, *found.decisions)))
            st.button(
                words.REOPEN,
                key=f"reopen-{found.folder}",
                on_click=mending.reopen,
                args=(found.folder, getpass.getuser()),
            )


def _read_again_already(done: list[WaitingFolder]) -> None:
    if done:
        with st.expander(f"Read again already: {len(done)}"):
            for found in done:
                st.text(f"{found.name}\n{found.note}")


def _waiting(found: WaitingFolder) -> None:
    key = str(found.folder)
    sheet(waiting_blocks(found), f"waiting-{key}")
    before = [_whole(one) for one in mending.editable(found.folder)]
    for name in mending.not_editable(found.folder):
        st.text(f"{words.ELSEWHERE} {name}")
    if before:
        _mending(found, before)
    st.text(words.kept_in(found.folder, Settings.from_env().home))


def _mending(found: WaitingFolder, before: list[Grid | Text]) -> None:
    """Let the rows be changed, and read again."""
    form = f"mend {found.folder}"
    with form_kept_open(form, way(LOAD)):
        edited = [_editor(one, found, form_key(form)) for one in before]
        st.text(words.MEND)
        # No callback: it would be given the cells as they were before the last edit. The label
        # says when an edit has arrived.
        label = words.READ_AS_IT_IS if edited == before else words.READ_MENDED
        if st.button(label, key=f"again-{found.folder}"):
            _read_again(found, edited)
            close_form(form)
            st.rerun()


def _whole(one: Grid | Text) -> Grid | Text:
    """Return a file with every cell filled in, as the editor gives it back."""
    if isinstance(one, Text):
        return one
    rows = tuple({name: row.get(name, "") for name in one.columns} for row in one.rows)
    return Grid(file=one.file, columns=one.columns, rows=rows)


def _editor(one: Grid | Text, found: WaitingFolder, key: str) -> Grid | Text:
    st.text(one.file)
    if isinstance(one, Text):
        text = st.text_area(
            one.file, one.text, key=f"{key}{one.file}", label_visibility="collapsed"
        )
        return Text(file=one.file, text=text)
    typed, shown = f"{key}{one.file}", f"grid {key}{one.file}"
    start = _start(one, typed, shown)
    cells: dict[str, list[str | None]] = {
        column: [row[column] for row in start.rows] for column in one.columns
    }
    wrong = mending.wrong_in(found, one)
    if framed := list(marked_rows(one, wrong)):
        sheet(framed, f"marked {key}{one.file}")
    said = ["; ".join(f"{name}: {what}" for name, what in row.items()) for row in wrong]
    marks = [*said, *[""] * (len(start.rows) - len(wrong))]
    marked: dict[str, list[str | None]] = {words.WRONG: [*marks]} if wrong else {}
    edited = st.data_editor(
        marked | cells,
        key=f"{shown} {st.session_state[shown][0]}",
        hide_index=True,
        num_rows="add",
        disabled=[words.WRONG],
        column_config=_lists(one, start),
        alt=f"Rows of {one.file}",
    )
    rows = _rows({name: edited[name] for name in one.columns})
    st.session_state[typed] = json.dumps(rows, ensure_ascii=False)
    st.session_state[shown] = (*st.session_state[shown][:2], st.session_state[typed])
    return Grid(file=one.file, columns=one.columns, rows=rows)


def _start(one: Grid, typed: str, shown: str) -> Grid:
    """Return the rows that an editor begins with: those of the file, or those typed before.

    An editor adds its changes to these. So they change only with another editor.
    """
    nth, rows, last = st.session_state.get(shown, (0, None, None))
    held = st.session_state.get(typed)
    if rows is None or held != last or f"{shown} {nth}" not in st.session_state:
        rows = one.rows if held is None else tuple(json.loads(held))
        st.session_state[shown] = (nth + 1, rows, held)
    return Grid(file=one.file, columns=one.columns, rows=rows)


def _lists(one: Grid, start: Grid) -> dict[str, Any]:
    """Return the lists of the columns whose words are fixed, with what is in the rows now."""
    return {
        name: st.column_config.SelectboxColumn(
            options=list(dict.fromkeys(["", *allowed, *(row[name] for row in start.rows)]))
        )
        for name, allowed in mending.fixed_words(one).items()
    }


def _rows(cells: Mapping[str, list[str | None]]) -> tuple[dict[str, str], ...]:
    rows = zip(*cells.values(), strict=True)
    return tuple(
        {name: value or "" for name, value in zip(cells, row, strict=True)} for row in rows
    )


def _read_again(found: WaitingFolder, edited: list[Grid | Text]) -> None:
    folder = mending.write_mended(found.folder, edited)
    reading = read(lambda store: read_tables([folder], known=known_in(store)))
    title = f"Rows of {found.name}, mended"
    if not loader.start(title, reading, after=partial(_note, found.folder)):
        st.session_state["loading-busy"] = True


def _note(folder: Path, work: loader.Work) -> None:
    home = Settings.from_env().home
    mending.note(folder, words.read_again(work.taken, work.rejected, work.kept, home))
