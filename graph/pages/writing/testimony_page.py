"""Write down a testimony: its text at the left, what is made of it at the right."""

from functools import partial

import streamlit as st

from graph.pages.kit.app_store import guarded, read
from graph.pages.kit.links import SOURCE, TESTIMONY, follow, way
from graph.pages.kit.open_form import close_form, form_kept_open, form_key
from graph.pages.kit.page_state import choose, chosen
from graph.pages.kit.page_style import TEXT
from graph.pages.kit.sheet_blocks import heading, sentence, sheet, tidy
from graph.pages.writing import write_words as words
from graph.pages.writing.choices import Choices, choices
from graph.pages.writing.dataset_form import dataset_form
from graph.pages.writing.fact_form import FilledIn, fact_form
from graph.pages.writing.row_form import chosen_ids
from graph.pages.writing.source_form import source_form
from graph.record.model import Claim, Records
from graph.record.schema import ReferenceKind
from graph.settings import Settings
from graph.store import Store
from ingest.cells import LONGEST
from ingest.source_texts import (
    TextRefused,
    found_in,
    keep_text,
    kept_text,
    locator,
    numbered,
    opened_text,
    passage,
    written_down,
)
from ingest.written_rows import keep

_HEIGHT = 640
_WIDTHS = (4, 3)
"""Of the text, in which a line is not to be broken, and of the form."""
_NEW = "new source"


def page() -> None:
    """Show a source, its text, and the form for one passage after the other."""
    top = [heading(words.TESTIMONY, level=1), sentence(words.TESTIMONY_INTRO, "quiet")]
    sheet(top, "testimony-top")
    source = _source()
    if not source:
        return
    try:
        text = kept_text(Settings.from_env().home, source)
    except TextRefused as error:
        st.error(words.NO_TEXT)
        st.text(str(error))
        return
    if text is None:
        _ask_for_text(source)
        return
    records = read(lambda store: store.told_in_sources([source]))
    lines = numbered(text)
    left, right = st.columns(_WIDTHS)
    with left:
        _text(lines, records, source)
    form = way(TESTIMONY, source)
    with right, form_kept_open(form, form, partial(_of_source, source=source)) as begun:
        st.button(words.TO_SOURCE, on_click=follow, args=(way(SOURCE, source),))
        if fixed := _passage(lines, source, form_key(form)):
            beside = partial(_of_source, source=source)
            fact_form(FilledIn(records=records, fixed=fixed, beside=beside), form, begun)


def _of_source(store: Store, source: str) -> list[Claim]:
    """Return what is claimed by a source."""
    told = store.told_in_sources([source]).claims()
    return [one for one in told if one.source == source]


def _source() -> str:
    """Let the source be chosen, or made and kept."""
    offered = choices(Records())
    names = offered.names[ReferenceKind.SOURCE]
    with form_kept_open(_NEW, way(TESTIMONY)):
        key = form_key(_NEW)
        if st.checkbox(words.NEW_SOURCE, key=f"{key}is-new"):
            _new_source(offered, key)
            return ""
    here = chosen(SOURCE) or ""
    was = here if here in names else ""
    label = words.label("events", "source")
    source = chosen_ids(label, was, names, f"testimony-source-{key}", one=True)
    if source:
        choose(SOURCE, source)
    return source


def _new_source(offered: Choices, key: str) -> None:
    dataset, new_set = dataset_form(offered, (), key)
    id_, new = source_form(offered, dataset, f"{key}source", new=True)
    if st.button(words.KEEP_SOURCE, type="primary", disabled=not (id_ and dataset)):
        read(lambda store: keep(store, (*new_set, *new)))
        choose(SOURCE, id_)
        close_form(_NEW)
        st.rerun()


def _ask_for_text(source: str) -> None:
    """Let the text be pasted, or a file with it be chosen."""
    sheet([sentence(words.TEXT_STAYS, "quiet")], "testimony-stays")
    form = f"text of {source}"
    with form_kept_open(form, way(TESTIMONY, source)):
        file = st.file_uploader(words.CHOOSE_TEXT, type=["txt", "docx", "pdf"], key="text-file")
        pasted = st.text_area(words.PASTE, key=f"{form_key(form)}pasted", height=300)
        if not st.button(words.KEEP_TEXT, type="primary"):
            return
        try:
            text = opened_text(file.name, file.getvalue()) if file is not None else pasted
            keep_text(Settings.from_env().home, source, text)
        except TextRefused as error:
            st.warning(words.NO_TEXT)
            st.text(str(error))
            return
        close_form(form)
        st.rerun()


def _text(lines: list[str], records: Records, source: str) -> None:
    """Show the numbered lines; those of which something is written down have a mark."""
    own = [c.locator for c in records.claims() if c.source == source and c.active]
    done = written_down(own, len(lines))
    filled = {number for number, line in enumerate(lines, start=1) if line.strip()}
    st.text(words.progress(len(done & filled), len(filled)))
    shown = (
        f"{words.DONE_MARK if number in done else ' '}{number:>4}  {tidy(line)}"
        for number, line in enumerate(lines, start=1)
    )
    with st.container(height=_HEIGHT, key=TEXT):
        st.text("\n".join(shown))


def _passage(lines: list[str], source: str, key: str) -> dict[str, str]:
    """Let a passage be named; return its cells, none while it is no passage."""
    quoted = st.text_input(
        words.label("events", "words"),
        key=f"{key}words",
        max_chars=LONGEST,
        help=words.QUOTED_HELP,
    ).strip()
    typed = st.text_input(words.LINES, key=f"{key}lines", help=words.LINES_HELP).strip()
    found = found_in(lines, quoted)
    if not typed and len(found) == 1:
        [(first, last)] = found
        st.text(words.found_there(first, last))
    elif not typed:
        st.text(words.found_often(found) if found else words.LINES_FIRST)
        if quoted and not found:
            st.warning(words.NOT_IN_TEXT)
        return {}
    else:
        try:
            first, last = passage(typed, len(lines))
        except TextRefused as error:
            st.text(str(error))
            return {}
        if quoted and not any(first <= begin and end <= last for begin, end in found):
            st.warning(words.NOT_IN_PASSAGE)
            return {}
    return {"source": source, "locator": locator(first, last), "words": quoted}


if __name__ == "__main__":
    guarded(page)
