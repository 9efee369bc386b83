"""A free query that runs in a thread of its own: the page stays usable, and can end it."""

import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from threading import Event, Thread
from typing import Any

import streamlit as st

from graph.console.free_answer import FreeAnswer, ask_freely
from graph.console.guard import Limits, QueryRefused, QueryStopped, WrongSyntax
from graph.errors import GraphError
from graph.pages.kit.app_store import read
from graph.pages.questions import question_words as words
from graph.store import Store

LOOK_SECONDS = 0.4


@dataclass(slots=True)
class Job:
    """A query, and in the end its answer or the sentence why there is none."""

    name: str
    text: str
    params: Mapping[str, Any]
    limits: Limits
    begun: float = field(default_factory=time.monotonic)
    cancel: Event = field(default_factory=Event)
    answer: FreeAnswer | None = None
    problem: GraphError | None = None
    ended: bool = False

    def work(self, store: Store) -> None:
        """Run the query; whatever happens, it ends."""
        try:
            self.answer = ask_freely(store, self.text, self.params, self.limits, self.cancel)
        except GraphError as error:
            self.problem = error
        finally:
            self.ended = True


def start(key: str, name: str, text: str, params: Mapping[str, Any], limits: Limits) -> None:
    """Begin a query; one that the same page still runs is cancelled."""
    before = job(key)
    if before is not None:
        before.cancel.set()
    begun = Job(name=name, text=text, params=params, limits=limits)
    st.session_state[key] = begun
    Thread(target=begun.work, args=(read(lambda store: store),), daemon=True).start()


def job(key: str) -> Job | None:
    """Return the query that this session runs, or has run, under a key."""
    found = st.session_state.get(key)
    return found if isinstance(found, Job) else None


def forget(key: str) -> None:
    """Forget the query of a key, and cancel it if it runs."""
    before = job(key)
    if before is not None:
        before.cancel.set()
    st.session_state.pop(key, None)


@st.fragment(run_every=LOOK_SECONDS)
def wait(key: str) -> None:
    """Show that a query runs, with a button that ends it; the whole page again at its end."""
    running = job(key)
    if running is None or running.ended:
        st.rerun()
        return
    seconds = time.monotonic() - running.begun
    with st.container(border=True):
        st.text(f"Running for {seconds:.0f} s; stopped after {running.limits.seconds:g} s.")
        if running.cancel.is_set():
            st.text("Being cancelled.")
        st.button(words.CANCEL, on_click=running.cancel.set, key=f"cancel-{key}")


def show_problem(problem: GraphError | None) -> None:
    """Say why there is no answer, with the place in the query where one is known."""
    if isinstance(problem, WrongSyntax):
        st.error(words.WRONG)
        st.code(str(problem), language=None)
        return
    heading = words.FAILED
    if isinstance(problem, QueryRefused):
        heading = words.REFUSED
    elif isinstance(problem, QueryStopped):
        heading = words.STOPPED
    st.error(heading)
    st.text(words.NO_ANSWER if problem is None else str(problem))
