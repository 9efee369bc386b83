"""The exports that carried somebody, a source or a claim, and a letter to each reader."""

from datetime import UTC, datetime

import streamlit as st

from graph.export.ledger.ledger import Ledger
from graph.export.ledger.recall import recall_lines
from graph.export.ledger.recall_letters import letters
from graph.pages.export import export_words as words
from graph.pages.kit.app_store import not_to_contact
from graph.pages.kit.sheet_blocks import heading, sentence, sheet
from graph.pages.search.name_index import name_index
from graph.words.marks import Mark
from graph.words.wording import STOP_SHORT

_MOST = 12
"""Records of one name that are looked for in the ledger."""


def recall_form(ledger: Ledger) -> None:
    """Let a name be typed, and show who has a file with whatever is called so."""
    with st.expander(words.RECALL):
        typed = st.text_input(words.RECALL_WHAT, key="recall-what", max_chars=200).strip()
        if not typed:
            st.text(words.RECALL_INTRO)
            return
        hits = name_index().search(typed, _MOST).hits
        named = {hit.entry.id: hit.entry.names[0] for hit in hits} or {typed: typed}
        stops = not_to_contact(named)
        found = [_recalled(ledger, id_, name, stop=id_ in stops) for id_, name in named.items()]
        if not any(found):
            st.text(words.NOBODY_HAS)


def _recalled(ledger: Ledger, id_: str, name: str, *, stop: bool) -> bool:
    """Show who has a file with something; return whether anybody has."""
    entries = ledger.carrying(id_)
    if entries:
        blocks = [heading(name, level=3)]
        blocks += [sentence(STOP_SHORT, "stop", Mark.STOP)] * stop
        sheet([*blocks, *map(sentence, recall_lines(ledger, id_))], f"recall-{id_}")
        today = datetime.now(tz=UTC).date()
        for letter in letters(entries, today):
            with st.container(border=True):
                st.text(letter)
        st.text(words.made_anew(id_))
    return bool(entries)
