"""Free Cypher: a query of the user's own behind the guard, with the schema and a history."""

from collections.abc import Iterator, Mapping
from typing import Any

import streamlit as st

from graph.commands.ask_command import given
from graph.console.guard import Limits
from graph.console.parameters import typed
from graph.console.run import plan_text
from graph.console.schema_help import AtHand, SchemaKind, at_hand
from graph.errors import GraphError
from graph.pages.kit.app_store import guarded, read
from graph.pages.kit.sheet_blocks import Block, SheetRow, cell, heading, sentence, sheet, table
from graph.pages.questions import question_words as words
from graph.pages.questions.completion import completion
from graph.pages.questions.result import show_free
from graph.pages.questions.running import Job, job, say_note, show_problem, start, wait
from graph.questions.library import InvalidParameter
from graph.questions.saved import NotSaved, save
from graph.settings import Settings
from graph.words.wording import counted

_TEXT, _PARAMS, _SECONDS = "cypher-text", "cypher-params", "cypher-seconds"
_JOB, _HISTORY, _PLAN = "cypher-job", "cypher-history", "cypher-plan"
_BEGIN = "MATCH (p:Person)-[r:CARES_FOR]->(c:Person)\nRETURN p, r, c"
_KEPT = (_TEXT, _PARAMS)
_LONGEST = 20_000
_MOST_KEPT = 50
_TYPES = {bool: "boolean", int: "integer", str: "string"}


def page() -> None:
    """Show the console, and what came of the last query."""
    sheet([heading(words.CYPHER, level=1), sentence(words.CYPHER_INTRO, "quiet")], "cypher-top")
    known = read(at_hand)
    text, params = _query_form(known)
    run = job(_JOB)
    _show_plan()
    if run is not None:
        _show(run)
    with st.expander(words.HISTORY):
        _history()
    with st.expander(words.EXAMPLES):
        _examples(known)
    with st.expander(words.AT_HAND):
        sheet(_schema_blocks(known), "cypher-schema")
    if run is not None and run.answer is not None and (run.text, run.params) == (text, params):
        with st.expander(words.SAVE):
            _save(run)


def _query_form(known: AtHand) -> tuple[str, Mapping[str, Any] | None]:
    """Show the form; run what is in it, or show its plan, when a button was pressed."""
    for key, begins in ((_TEXT, _BEGIN), (_PARAMS, "")):
        st.session_state.setdefault(key, st.session_state.get(f"kept-{key}", begins))
    with st.form("cypher-form"):
        left, right = st.columns([3, 1])
        with left:
            st.text_area(words.TEXT, key=_TEXT, height=150, max_chars=_LONGEST)
            completion(words.TEXT, known)
        with right:
            st.text_area(
                words.PARAMS,
                key=_PARAMS,
                height=68,
                max_chars=2_000,
                placeholder=words.A_PARAMETER,
            )
            st.number_input(words.SECONDS, 1, 60, int(Limits().seconds), key=_SECONDS)
        first, second = st.columns([1, 9])
        with first:
            pressed = st.form_submit_button(words.RUN)
        with second:
            planned = st.form_submit_button(words.PLAN)
    text = st.session_state[_TEXT]
    for key in _KEPT:
        st.session_state[f"kept-{key}"] = st.session_state[key]
    params = _params()
    if params is not None and pressed:
        _run(text, params)
    elif params is not None and planned:
        _plan(text, params)
    return text, params


def _params() -> Mapping[str, Any] | None:
    """Read the parameters; what is none is said, and nothing is run."""
    lines = [line for line in st.session_state[_PARAMS].splitlines() if line.strip()]
    try:
        return typed(given(lines))
    except InvalidParameter as error:
        st.warning("The parameters cannot be read.")
        st.text(str(error))
        return None


def _run(text: str, params: Mapping[str, Any]) -> None:
    history = st.session_state.setdefault(_HISTORY, [])
    entry = (text, st.session_state[_PARAMS])
    if entry in history:
        history.remove(entry)
    history.insert(0, entry)
    del history[_MOST_KEPT:]
    st.session_state.pop(_PLAN, None)
    start(_JOB, "query", text, params, Limits(seconds=float(st.session_state[_SECONDS])))


def _plan(text: str, params: Mapping[str, Any]) -> None:
    try:
        st.session_state[_PLAN] = read(lambda store: plan_text(store, text, params))
    except GraphError as error:
        st.session_state[_PLAN] = error


def _show_plan() -> None:
    plan = st.session_state.get(_PLAN)
    if isinstance(plan, GraphError):
        show_problem(plan)
    elif plan is not None:
        st.code(str(plan), language=None, wrap_lines=False)


def _show(run: Job) -> None:
    say_note(run)
    if not run.ended:
        wait(_JOB)
    elif run.answer is not None:
        st.text(f"{counted(len(run.answer.rows), 'row')} in {run.answer.seconds:.1f} s.")
        show_free(run.answer, run.name)
    else:
        show_problem(run.problem)


def _history() -> None:
    entries = st.session_state.get(_HISTORY, [])
    if not entries:
        st.text(words.NO_HISTORY)
    for text, params in entries:
        st.code("\n".join(one for one in (text, params) if one), language=None)
        # Not by its place in the list, which the next query changes under a hand that presses.
        key = f"use-{hash((text, params))}"
        st.button(words.USE, key=key, on_click=_use, args=(text, params))


def _examples(known: AtHand) -> None:
    for one in known.examples:
        st.text(one.asks)
        st.code(one.text, language=None)
        st.button(words.USE, key=f"example-{one.name}", on_click=_use, args=(one.text, ""))


def _use(text: str, params: str) -> None:
    st.session_state[_TEXT], st.session_state[_PARAMS] = text, params


def _schema_blocks(known: AtHand) -> Iterator[Block]:
    yield _kinds("Label", known.labels)
    yield _kinds("Relationship", known.types)


def _kinds(name: str, kinds: tuple[SchemaKind, ...]) -> Block:
    rows = [
        SheetRow(cells=(cell(_drawn(one)), cell(", ".join(one.properties)))) for one in kinds
    ]
    return table((name, "Properties"), rows)


def _drawn(kind: SchemaKind) -> str:
    if kind.begins or kind.leads:
        return f"(:{kind.begins})-[:{kind.name}]->(:{kind.leads})"
    return f":{kind.name}"


def _save(run: Job) -> None:
    name = st.text_input(words.SAVE_NAME, key="save-name", max_chars=60)
    asks = st.text_input(words.SAVE_ASKS, key="save-asks", max_chars=300)
    if not st.button("Keep", key="save-keep"):
        return
    columns = run.answer.columns if run.answer is not None else ()
    types = {one: _TYPES.get(type(value), "date") for one, value in run.params.items()}
    try:
        save(Settings.from_env().home, name.strip(), asks, run.text, columns, types)
    except (NotSaved, GraphError, OSError) as error:
        st.warning("This was not kept.")
        st.text(str(error))
        return
    st.success(words.SAVED)


if __name__ == "__main__":
    guarded(page)
