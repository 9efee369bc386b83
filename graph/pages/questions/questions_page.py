"""Questions: the library and the saved ones, each with a form made from its header."""

from collections.abc import Mapping, Sequence

import streamlit as st

from graph.console.guard import Limits
from graph.errors import NotAChild, UnknownPerson
from graph.pages.kit.app_store import guarded, read, told_until
from graph.pages.kit.empty import nothing_recorded
from graph.pages.kit.page_state import choose
from graph.pages.kit.sheet_blocks import heading, sentence, sheet
from graph.pages.questions import question_words as words
from graph.pages.questions.question_form import question_form
from graph.pages.questions.result import show_answered, show_free
from graph.pages.questions.running import forget, job, say_note, show_problem, start, wait
from graph.pages.questions.watching import watch_desk, watched_news
from graph.questions.asking import Answered, ask
from graph.questions.library import GROUPS, InvalidParameter, Question, library, values
from graph.questions.saved import UnreadableQuestion, own
from graph.questions.saved import forget as delete
from graph.settings import Settings

_QUESTION = "question"
_ANSWER, _JOB, _GIVEN = "question-answer", "question-job", "question-given"


def page() -> None:
    """Show the questions, and the answer to the one that was asked last."""
    if read(lambda store: store.contents().empty):
        nothing_recorded()
        return
    kept, broken = own(Settings.from_env().home)
    every = {one.name: one for one in (*library(), *kept)}
    mine = {one.name for one in kept}
    sheet([heading(words.TITLE, level=1), sentence(words.INTRO, "quiet")], "questions-top")
    asked = every[_picker(every, mine)]
    given = question_form(asked)
    if given is not None:
        _ask(asked, given, mine=asked.name in mine)
    _show(asked, mine=asked.name in mine)
    watched_news()
    _show_broken(broken)


def _picker(every: Mapping[str, Question], mine: set[str]) -> str:
    """Let a question be chosen; a link to one that is not there says so."""
    before: str | None = st.session_state.get(f"chosen-{_QUESTION}")
    linked = st.query_params.get(_QUESTION, before)
    if linked is not None and linked not in every:
        st.warning(words.NO_QUESTION)
    groups = _groups(every)
    chosen = (
        linked if linked is not None and linked in every else next(iter(groups.values()))[0]
    )
    choose(_QUESTION, chosen)
    group = next(one for one, names in groups.items() if chosen in names)
    st.session_state["question-group"], st.session_state["question-box"] = group, chosen
    st.radio(
        words.WANTED,
        list(groups),
        key="question-group",
        horizontal=True,
        on_change=lambda: _take(groups[st.session_state["question-group"]][0]),
    )
    st.selectbox(
        words.CHOOSE,
        groups[group],
        format_func=lambda name: _label(every[name], mine),
        key="question-box",
        on_change=lambda: _take(st.session_state["question-box"]),
    )
    return chosen


def _groups(every: Mapping[str, Question]) -> dict[str, list[str]]:
    """Return the names of questions by what an analyst wants to know; one's own come last."""
    found = {
        title: [name for name, one in every.items() if one.group == group]
        for group, title in (*GROUPS.items(), ("", words.MINE))
    }
    return {title: names for title, names in found.items() if names}


def _label(asked: Question, mine: set[str]) -> str:
    """Return a question as it is asked; one's own by its name, too."""
    name = asked.name.replace("_", " ").capitalize()
    return f"{name}: {asked.asks} {words.OWN}" if asked.name in mine else asked.asks


def _take(name: str) -> None:
    choose(_QUESTION, name)
    st.session_state.pop(_ANSWER, None)
    forget(_JOB)


def _ask(asked: Question, given: Mapping[str, str], *, mine: bool) -> None:
    """Ask; what cannot be asked so is a sentence beside the form."""
    st.session_state.pop(_ANSWER, None)
    st.session_state[_GIVEN] = given
    try:
        if mine:
            params = values(asked, given, told_until())
            start(_JOB, asked.name, asked.query.text, params, Limits())
        else:
            st.session_state[_ANSWER] = read(lambda store: ask(store, asked, given))
    except (InvalidParameter, UnknownPerson, NotAChild) as error:
        st.warning("This cannot be asked so.")
        st.text(str(error))


def _show(asked: Question, *, mine: bool) -> None:
    if mine:
        _show_own(asked)
        return
    found = st.session_state.get(_ANSWER)
    if isinstance(found, Answered) and found.question.name == asked.name:
        show_answered(found)
        watch_desk(asked, st.session_state[_GIVEN], found)


def _show_own(asked: Question) -> None:
    run = job(_JOB)
    if run is not None and run.name == asked.name:
        say_note(run)
        if not run.ended:
            wait(_JOB)
        elif run.answer is not None:
            show_free(run.answer, asked.name, asked.unknown)
            watch_desk(asked, st.session_state[_GIVEN], run.answer)
        else:
            show_problem(run.problem)
    with st.popover(words.DELETE):
        st.code(asked.query.text, language=None)
        st.button(words.DELETE, key="delete-own", on_click=_delete, args=(asked.name,))


def _delete(name: str) -> None:
    delete(Settings.from_env().home, name)
    choose(_QUESTION, None)


def _show_broken(broken: Sequence[UnreadableQuestion]) -> None:
    if broken:
        st.text(words.BROKEN)
        for one in broken:
            st.text(f"{one.name}: {one.why}")


if __name__ == "__main__":
    guarded(page)
