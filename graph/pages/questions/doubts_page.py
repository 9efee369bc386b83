"""Doubts and gaps: claims that can hardly be so, and what is missing."""

from collections import Counter
from collections.abc import Iterator
from functools import partial

import streamlit as st

from graph.pages.kit.app_store import guarded, read
from graph.pages.kit.empty import nothing_recorded
from graph.pages.kit.links import SAME, follow, way
from graph.pages.kit.sheet_blocks import Block, heading, sentence, sheet
from graph.pages.questions import question_words as words
from graph.pages.questions.doubt_desk import doubt_desk, to_do
from graph.pages.questions.result_blocks import answered_blocks, row_names, unknown_blocks
from graph.pages.writing import sameness_words
from graph.questions.asking import Answered, QuestionStore, ask
from graph.questions.library import question
from graph.views.free_view import FreeView, view
from graph.words.wording import RISK

_LISTED = (("doubts", "doubt", "Doubts"), ("gaps", "gap", "Gaps"))
"""Each question of the page, its column of kinds, and its heading."""


def page() -> None:
    """Show both lists, each with how many there are of a kind."""
    if read(lambda store: store.contents().empty):
        nothing_recorded()
        return
    top = [heading(words.DOUBTS, level=1), sentence(words.DOUBTS_INTRO, "quiet")]
    sheet([*top, sentence(RISK, "risk")], "doubts-top")
    st.button(sameness_words.OF_ALL, on_click=follow, args=(way(SAME),))
    for name, kind, title in _LISTED:
        answered, people = read(partial(_answered, name=name))
        found = to_do(answered)
        sheet(_blocks(found.answered, kind, title), name, follow)
        doubt_desk(found, people, kind)


def _answered(store: QuestionStore, name: str) -> tuple[Answered, FreeView]:
    answered = ask(store, question(name), {})
    return answered, view(store, answered.ids("Person.id", "Event.id"))


def _blocks(answered: Answered, kind: str, title: str) -> Iterator[Block]:
    yield heading(title)
    yield sentence(answered.question.asks, "quiet")
    for word, many in sorted(Counter(row[kind] for row in answered.rows).items()):
        yield sentence(words.of_a_kind(word, many))
    for notice in answered.notices():
        yield sentence(notice, "warn")
    yield from answered_blocks(answered, read(lambda store: row_names(store, answered)))
    yield from unknown_blocks(answered.question.unknown)


if __name__ == "__main__":
    guarded(page)
