"""Notes: all of them, what is open, and what is new since somebody was here before."""

import streamlit as st

from graph.desk.desk_notes import notes, since, unreadable_notes
from graph.pages.kit import desk_words as words
from graph.pages.kit.app_store import guarded
from graph.pages.kit.news_blocks import news, visit_before
from graph.pages.kit.note_blocks import note_form, show_notes
from graph.pages.kit.sheet_blocks import heading, sentence, sheet
from graph.settings import Settings


def page() -> None:
    """Show the notes, the open ones first."""
    sheet([heading(words.NOTES, level=1), sentence(words.INTRO, "quiet")], "notes-top")
    news()
    note_form("")
    home = Settings.from_env().home
    every, before = notes(home), visit_before()
    if not every:
        st.text(words.NONE)
    elif st.checkbox(words.ANY_NOTES, key="only-open"):
        every = [one for one in every if one.open]
    if every:
        show_notes(every, new=[one.id for one in since(every, before)] if before else ())
    if odd := unreadable_notes(home):
        st.text(f"{words.UNREADABLE} {', '.join(odd)}")


if __name__ == "__main__":
    guarded(page)
