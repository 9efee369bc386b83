"""A free query that runs in a thread of its own: the page stays usable, and can end it.

A query ends the one that still runs, and waits until the server is rid of it. No two run side
by side, and a server that has to start anew ends no other query.
"""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from threading import Event, Thread
from typing import Any

import streamlit as st

from graph.console.console_errors import Limit
from graph.console.free_answer import FreeAnswer, ask_freely
from graph.console.guard import Limits, QueryRefused, QueryStopped, WrongSyntax
from graph.console.run import CANCELLED
from graph.errors import GraphError
from graph.pages.kit.app_store import read
from graph.pages.questions import question_words as words
from graph.store import Store
from graph.store.queries import query

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
    before: "Job | None" = None
    """The one that is to end first."""
    note: str = ""
    """What ending that one took, where it is worth a sentence."""
    answer: FreeAnswer | None = None
    problem: GraphError | None = None
    over: Event = field(default_factory=Event)

    @property
    def ended(self) -> bool:
        """Return whether it has an answer, or a reason why there is none."""
        return self.over.is_set()

    def work(self, store: Callable[[], Store]) -> None:
        """Run the query when the one before has ended; whatever happens, it ends."""
        try:
            self._wait()
            self.answer = ask_freely(store(), self.text, self.params, self.limits, self.cancel)
        except GraphError as error:
            self.problem = error
        finally:
            self.over.set()

    def _wait(self) -> None:
        if self.before is not None:
            self.before.over.wait()
            self.note = self.before.note
            if isinstance(self.before.problem, QueryStopped):
                self.note = (
                    str(self.before.problem).removeprefix(CANCELLED).strip() or self.note
                )
            self.before = None
            self.begun = time.monotonic()
        if self.cancel.is_set():
            raise QueryStopped(CANCELLED, Limit.CANCELLED)


def start(key: str, name: str, text: str, params: Mapping[str, Any], limits: Limits) -> None:
    """Begin a query; one that the same page still runs is ended first."""
    before = job(key)
    if before is not None:
        before.cancel.set()
    running = None if before is None or before.ended else before
    begun = Job(name=name, text=text, params=params, limits=limits, before=running)
    st.session_state[key] = begun
    Thread(target=begun.work, args=(lambda: read(_itself),), daemon=True).start()


def _itself(store: Store) -> Store:
    """Return the store once it has answered: of a server that was started anew, the new one."""
    store.read(query("read/told_until"))
    return store


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
        if running.before is not None:
            st.text(words.ENDING)
        else:
            st.text(f"Running for {seconds:.0f} s; stopped after {running.limits.seconds:g} s.")
        if running.cancel.is_set():
            st.text("Being cancelled.")
        st.button(words.CANCEL, on_click=running.cancel.set, key=f"cancel-{key}")


def say_note(run: Job) -> None:
    """Say what it took to end the query before, where that is worth a sentence."""
    if run.note:
        st.warning(f"{words.BEFORE_IT} {run.note}")


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
