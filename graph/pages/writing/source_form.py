"""The source of what somebody writes: one that is recorded, or a new one."""

from dataclasses import replace

import streamlit as st

from graph.errors import InvalidDate
from graph.export.formats.import_claims import ImportRow
from graph.pages.writing import write_words as words
from graph.pages.writing.choices import Choices
from graph.pages.writing.row_form import chosen_ids, row_form
from graph.record.claim_names import made_id
from graph.record.dates import Stretch, When
from graph.record.model import Source
from graph.record.schema import TABLES, ReferenceKind
from ingest.moments import moment

_LAST = "source-written-last"


def source_form(
    choices: Choices, dataset: str, key: str, *, new: bool = False
) -> tuple[str, tuple[ImportRow, ...]]:
    """Let a source be chosen or made.

    Args:
        choices: what the lists offer.
        dataset: of a new source.
        key: of this form on its page.
        new: whether it can only be made.

    Returns:
        Its id, "" while none is chosen; and its row, where it is new.
    """
    if new or st.checkbox(words.NEW_SOURCE, key=f"{key}-is-new"):
        with st.container(border=True):
            return _new(choices, dataset, f"{key}-new")
    names = choices.names[ReferenceKind.SOURCE]
    last = st.session_state.get(_LAST, "")
    was = last if last in names else ""
    label = words.label("events", "source")
    return chosen_ids(label, was, names, f"{key}-source", one=True), ()


def remember(source: str) -> None:
    """Offer this source for what is written next."""
    st.session_state[_LAST] = source


def with_source(choices: Choices, row: ImportRow) -> Choices:
    """Return the choices with the date of a source that is not kept yet."""
    try:
        said_on = moment(row.cells.get("said_on", ""))
    except InvalidDate:
        return choices
    if isinstance(said_on, Stretch):
        said_on = said_on.between
    dated = said_on if isinstance(said_on, When) else None
    source = Source(id=row.cells["id"], title=row.cells["title"], said_on=dated)
    return replace(choices, tellings=choices.tellings.with_one(source))


def _new(choices: Choices, dataset: str, key: str) -> tuple[str, tuple[ImportRow, ...]]:
    cells = row_form(TABLES["sources"], {}, choices, key)
    title = cells.get("title", "")
    if not title:
        return "", ()
    id_ = made_id(title, title, cells.get("said_on", ""), cells.get("informant", ""))
    return id_, (ImportRow("sources", dataset, {"id": id_, **cells}),)
