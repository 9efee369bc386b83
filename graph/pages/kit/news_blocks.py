"""News for an analyst: a sentence on what came since the last visit."""

import getpass
from collections.abc import Iterator

import streamlit as st

from graph.desk.desk_notes import notes, since
from graph.pages.kit import desk_words as words
from graph.pages.kit.app_store import VISIT, read
from graph.pages.kit.links import SAME, follow, way
from graph.pages.kit.note_blocks import about_parts
from graph.pages.kit.open_form import open_in_files
from graph.pages.kit.sheet_blocks import (
    Block,
    SheetRow,
    cell,
    heading,
    part,
    sentence,
    sheet,
    table,
)
from graph.settings import Settings
from graph.store.queries import query
from ingest.written_rows import WRITTEN


def visit_before() -> str:
    """Return when the visit before this one ended; "" on the first one."""
    before: str = st.session_state.get(VISIT, "")
    return before


def news() -> None:
    """Say what is new, if anything is."""
    if blocks := [*_since_then(), *_left_open(), *_open()]:
        sheet(blocks, "news", follow)


def _since_then() -> Iterator[Block]:
    before = visit_before()
    if not before:
        return
    runs = [row["facts"] for row in read(lambda store: store.read(query("read/runs")))]
    rows = sum(run.get("rows_taken", 0) for run in runs if run.get("started", "") > before)
    fresh = len(since(notes(Settings.from_env().home), before))
    if said := words.new_since(before[:10], fresh, rows):
        yield sentence(said, "lead")


def _left_open() -> Iterator[Block]:
    """Yield the pairs of records on which somebody else asks for a second pair of eyes."""
    params = {"by": getpass.getuser(), "file": WRITTEN}
    found = read(lambda store: store.read(query("read/left_open"), **params))
    pairs = [way(SAME, ",".join(row["people"])) for row in found]
    about = about_parts(pairs) if pairs else {}
    rows = [
        SheetRow(cells=(cell(part(words.COMPARE, to=to)), cell(*about[to]))) for to in pairs
    ]
    if rows:
        yield heading(words.LEFT_OPEN)
        yield table(words.LEFT_OPEN_COLUMNS, rows)


def _open() -> Iterator[Block]:
    """Yield the forms that were begun and not kept, with the way to each."""
    every = open_in_files()
    about = about_parts({one.to for one in every}) if every else {}
    rows = [
        SheetRow(
            cells=(
                cell(part(words.form_label(one), "name", to=one.to)),
                cell(*about[one.to]),
                cell(part(words.moment(one.changed), "quiet")),
            )
        )
        for one in every
    ]
    if rows:
        yield heading(words.OPEN_FORMS)
        yield table(words.FORM_COLUMNS, rows)
