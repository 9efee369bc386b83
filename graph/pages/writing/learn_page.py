"""Add what I learned: one short form, filled with who and where I am."""

import streamlit as st

from graph.pages.kit.app_store import guarded, read, records_around
from graph.pages.kit.links import EVENT, LEARN, WRITE_DOWN, follow, way
from graph.pages.kit.open_form import form_kept_open
from graph.pages.kit.page_state import PERSON, chosen
from graph.pages.kit.sheet_blocks import heading, sentence, sheet
from graph.pages.writing import write_words as words
from graph.pages.writing.fact_form import FilledIn, fact_form


def page() -> None:
    """Show the form."""
    id_ = chosen(LEARN) or ""
    here = _here(id_)
    blocks = [heading(WRITE_DOWN, level=1), sentence(words.LEARN_INTRO, "quiet")]
    if not (here.person or here.event):
        blocks.append(sentence(words.ADDRESS_HELP))
    sheet(blocks, "learn-top")
    if here.person or here.event:
        to = way(EVENT if here.event else PERSON, id_)
        st.button(words.BACK, on_click=follow, args=(to,))
    form = way(LEARN, id_)
    with form_kept_open(form, form, here.beside) as begun:
        fact_form(here, form, begun)


def _here(id_: str) -> FilledIn:
    """Return what is recorded around a person or an event; of anything else, nothing."""
    if id_ and read(lambda store: store.existing("people", [id_])):
        return FilledIn(
            person=id_,
            records=records_around(id_),
            beside=lambda store: store.claims_naming(id_),
        )
    if id_ and read(lambda store: store.existing("events", [id_])):
        return FilledIn(
            event=id_,
            records=read(lambda store: store.told_of_events([id_])),
            beside=lambda store: store.claims_naming(id_),
        )
    return FilledIn()


if __name__ == "__main__":
    guarded(page)
