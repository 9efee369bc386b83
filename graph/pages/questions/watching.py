"""Watched questions on a page: what is new since somebody looked, and a way to watch one."""

import getpass
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import streamlit as st

from graph.console.free_answer import FreeAnswer, ask_freely
from graph.console.guard import Limits
from graph.desk.watched_questions import (
    NewRows,
    WatchedQuestion,
    going_along,
    new_rows,
    seen_now,
    unwatch,
    watch,
    watched,
)
from graph.errors import GraphError
from graph.pages.kit.app_store import read, told_until
from graph.pages.kit.links import QUESTION, follow, way
from graph.pages.kit.sheet_blocks import Block, heading, part, sentence, sheet, table
from graph.pages.kit.sheet_blocks import SheetRow as Line
from graph.pages.kit.sheet_blocks import cell as line_cell
from graph.pages.questions import question_words as words
from graph.pages.questions.result_blocks import answered_blocks, free_blocks, row_names
from graph.questions.asking import Answered, ask
from graph.questions.library import Question, library, values
from graph.questions.saved import own
from graph.settings import Settings
from graph.store import Store
from graph.views.free_view import view
from graph.views.held_names import NamesState, state
from graph.words.name_marks import ASKED_NOT, with_marks

Answer = Answered | FreeAnswer
_SECONDS = 10
"""A question of one's own has so long on a page that shows others, too."""


@dataclass(frozen=True, slots=True)
class _Known:
    """What is new of a watched question, or why it cannot be asked."""

    news: NewRows | None
    problem: str = ""

    @property
    def changed(self) -> bool:
        """Return whether somebody has to look: rows are new or gone, or it cannot be asked."""
        return self.news is None or bool(self.news.new or self.news.gone)


def watched_news(*, only_new: bool = False) -> None:
    """Say of each watched question whether its answer has new rows; nothing without any.

    Args:
        only_new: whether questions without new rows are left out.
    """
    every = watched(Settings.from_env().home)
    if not every:
        return
    now = read(state)
    known = _questions()
    found = [(one, _known(one, known.get(one.name), now)) for one in every]
    rows = [_line(one, each) for one, each in found if each.changed or not only_new]
    if not rows:
        return
    sheet([heading(words.WATCHED), table(words.WATCHED_COLUMNS, rows)], "watched", follow)


def _questions() -> dict[str, Question]:
    kept, _ = own(Settings.from_env().home)
    return {one.name: one for one in (*library(), *kept)}


@st.cache_resource(max_entries=1, show_spinner=False)
def _looked_at(now: NamesState) -> dict[WatchedQuestion, _Known]:  # noqa: ARG001 - one a state
    """Return what was found since the store changed last; filled as needed."""
    return {}


def _known(one: WatchedQuestion, asked: Question | None, now: NamesState) -> _Known:
    held: dict[Any, _Known] = _looked_at(now)
    key = one.id, one.seen, None if asked is None else asked.query.text
    if key not in held:
        held[key] = _asked_anew(one, asked)
    return held[key]


def _asked_anew(one: WatchedQuestion, asked: Question | None) -> _Known:
    if asked is None:
        return _Known(None, words.QUESTION_GONE)
    try:
        answer = read(partial(_answer, asked=asked, given=one.given))
    except GraphError as error:
        return _Known(None, str(error))
    return _Known(new_rows(asked, one, answer.rows))


def _answer(store: Store, asked: Question, given: Mapping[str, str]) -> Answer:
    if asked in library():
        return ask(store, asked, given)
    params = values(asked, given, told_until())
    return ask_freely(store, asked.query.text, params, Limits(seconds=_SECONDS))


def _line(one: WatchedQuestion, known: _Known) -> Line:
    label = words.label_of(one.name)
    said = known.problem if known.news is None else words.new_in(known.news, one.seen)
    about = [part(text, "quiet") for text in _about(one.given)]
    return Line(
        cells=(
            line_cell(part(label, "name", to=way(QUESTION, one.name)), *about),
            line_cell(part(said, "strong" if known.changed else "quiet")),
        )
    )


def _about(given: Mapping[str, str]) -> list[str]:
    """Return the parameters, with names in the place of ids and their stops behind them."""
    seen = read(lambda store: view(store, given.values())).things
    shown: list[str] = []
    for name, text in given.items():
        thing = seen.get(text)
        plain = text if thing is None else thing.name
        marks = (ASKED_NOT,) if thing is not None and thing.stop else ()
        shown.append(f"{name.replace('_', ' ')}: {with_marks(plain, marks)}")
    return shown


def watch_desk(asked: Question, given: Mapping[str, str], answer: Answer) -> None:
    """Let the answer that is shown be watched; where it is, show what is new in it."""
    home, along = Settings.from_env().home, going_along(asked, given, told_until().isoformat())
    one = next((w for w in watched(home) if (w.name, w.given) == (asked.name, along)), None)
    if one is None:
        st.button(
            words.WATCH,
            help=words.WATCH_HELP,
            on_click=_watch,
            args=(home, asked, along, answer.rows, getpass.getuser()),
        )
        return
    news = new_rows(asked, one, answer.rows)
    blocks = [heading(words.WATCHED), sentence(words.new_in(news, one.seen), "lead")]
    sheet([*blocks, *_new_blocks(answer, news)], "watched-answer", follow)
    with st.container(horizontal=True):
        if news.new or news.gone:
            st.button(words.SEEN, on_click=_seen, args=(home, asked, one, answer.rows))
        st.button(words.UNWATCH, on_click=unwatch, args=(home, one.id))


def _watch(*args: Any) -> None:  # noqa: ANN401 - those of `watch`
    watch(*args)


def _seen(*args: Any) -> None:  # noqa: ANN401 - those of `seen_now`
    seen_now(*args)


def _new_blocks(answer: Answer, news: NewRows) -> list[Block]:
    """Return the new rows alone, with their marks."""
    if not news.new:
        return []
    alone = replace(
        answer,
        rows=_of(answer.rows, news),
        sensitive=_of(answer.sensitive, news),
        stops=_of(answer.stops, news),
    )
    if isinstance(alone, Answered):
        return list(answered_blocks(alone, read(lambda store: row_names(store, alone))))
    ids = {id_ for kind in ("people", "events", "places") for id_ in alone.found[kind]}
    return list(free_blocks(alone, read(lambda store: view(store, ids)).things))


def _of(rows: Sequence[Any], news: NewRows) -> Any:  # noqa: ANN401 - of the same kind
    return tuple(rows[at] for at in news.new)
