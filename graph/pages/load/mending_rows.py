"""The rows that wait in the quarantine, to be edited on the page and read again."""

from functools import partial
from pathlib import Path

import streamlit as st

from graph.pages.kit.app_store import read
from graph.pages.kit.sheet_blocks import sheet
from graph.pages.load import load_words as words
from graph.pages.load import loader
from graph.pages.load.load_blocks import waiting_blocks
from graph.settings import Settings
from ingest import mending
from ingest import read as read_tables
from ingest.into_store import known_in
from ingest.mending import Grid, Text, WaitingFolder


def mending_desk() -> None:
    """Show every quarantine folder that waits, with what is wrong, and let it be mended."""
    st.subheader(words.WAITING, anchor=False)
    every = mending.waiting(Settings.from_env().home)
    open_ones = [one for one in every if not one.note]
    if not open_ones:
        st.text(words.NOTHING_WAITS)
    for found in open_ones:
        with st.expander(
            f"{found.name}: {words.rows(found.rows)}", expanded=len(open_ones) == 1
        ):
            _waiting(found)
    _read_again_already([one for one in every if one.note])


def _read_again_already(done: list[WaitingFolder]) -> None:
    if done:
        with st.expander(f"Read again already: {len(done)}"):
            for found in done:
                st.text(f"{found.name}\n{found.note}")


def _waiting(found: WaitingFolder) -> None:
    key = str(found.folder)
    sheet(waiting_blocks(found), f"waiting-{key}")
    before = [_whole(one) for one in mending.editable(found.folder)]
    edited = [_editor(one, f"{key}-{one.file}") for one in before]
    for name in mending.not_editable(found.folder):
        st.text(f"{words.ELSEWHERE} {name}")
    if edited:
        st.text(words.MEND)
        # No callback: it would be given the cells as they were before the last edit. The label
        # says when an edit has arrived.
        label = words.READ_AS_IT_IS if edited == before else words.READ_MENDED
        if st.button(label, key=f"again-{key}"):
            _read_again(found, edited)
            st.rerun()
    st.code(key, language=None)


def _whole(one: Grid | Text) -> Grid | Text:
    """Return a file with every cell filled in, as the editor gives it back."""
    if isinstance(one, Text):
        return one
    rows = tuple({name: row.get(name, "") for name in one.columns} for row in one.rows)
    return Grid(file=one.file, columns=one.columns, rows=rows)


def _editor(one: Grid | Text, key: str) -> Grid | Text:
    st.text(one.file)
    if isinstance(one, Text):
        text = st.text_area(one.file, one.text, key=key, label_visibility="collapsed")
        return Text(file=one.file, text=text)
    cells: dict[str, list[str | None]] = {
        column: [row[column] for row in one.rows] for column in one.columns
    }
    edited = st.data_editor(cells, key=key, hide_index=True, alt=f"Rows of {one.file}")
    return Grid(file=one.file, columns=one.columns, rows=_rows(edited))


def _rows(cells: dict[str, list[str | None]]) -> tuple[dict[str, str], ...]:
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
    mending.note(folder, words.read_again(work.taken, work.rejected, map(str, work.kept)))
