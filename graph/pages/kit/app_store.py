"""The one store of the app, with the questions of the pages.

A page never shows a traceback: a GraphError is a sentence. While Neo4j does not answer, the
page says so and tries again every few seconds.
"""

import getpass
from collections.abc import Callable, Iterable
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, TypeVar

import streamlit as st

from graph.desk.visits import last_visit
from graph.errors import GraphError, StoreUnavailable
from graph.pages.kit import page_words
from graph.pages.kit.links import go_on
from graph.pages.kit.sheet_blocks import sentence, sheet
from graph.questions.asking import OUTDATED, outdated
from graph.record.dates import BEGINNING, years_before
from graph.record.model import Records
from graph.rule.calendar import calendar
from graph.rule.network import ADULT, Network
from graph.server import running, used
from graph.server.starting import said_of_a_silent_server
from graph.settings import Settings
from graph.store import Store, connect
from graph.store.condition import condition
from graph.store.opening import connect_managed
from graph.store.queries import query
from graph.views import sensitivity
from graph.views.held_names import NamesState, state
from graph.words.name_marks import NameMarks
from graph.words.wording import counted

T = TypeVar("T")
LOOK_AGAIN_SECONDS = 3
WAITING = "waiting"
"""Where the session has near how many people the answers wait to be worked out."""
VISIT = "visit-before"
"""Where the session has the end of the visit before this one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Open:
    """A store, and what closes it."""

    store: Store
    closing: ExitStack


@st.cache_resource(show_spinner=False, on_release=lambda held: held.closing.close())
def _opened() -> _Open:
    """Open the store once for all pages and sessions: the app is for one person's machine."""
    settings = Settings.from_env()
    closing = ExitStack()
    if settings.neo4j_uri is not None:
        return _Open(store=closing.enter_context(connect(settings)), closing=closing)
    known = running(settings.home)
    if known is None:
        raise StoreUnavailable(said_of_a_silent_server() or page_words.NO_SERVER)
    closing.enter_context(used(settings.home))
    opened = closing.enter_context(connect_managed(settings.home, known))
    return _Open(store=opened, closing=closing)


def read(ask: Callable[[Store], T]) -> T:
    """Ask the store; once more over a new connection where the old one has ended.

    A managed server that was started anew listens on another port.
    """
    try:
        return ask(_opened().store)
    except StoreUnavailable:
        _opened.clear()
        return ask(_opened().store)


@dataclass(frozen=True, slots=True, kw_only=True)
class Child:
    """A child who is on the board of some day; the names have their marks behind them."""

    id: str
    name: str
    family: str
    adult_since: date | None
    parents: tuple[str, ...] = ()


def children() -> dict[str, Child]:
    """Return everybody who is a child on the board of some day, by id, sorted by name.

    While answers are worked out, who may be one and has no calendar yet is among them: the
    page of a child needs none.
    """
    waiting = bool(st.session_state.get(WAITING))
    rows = read(lambda store: store.read(query("read/child_names"), waiting=waiting))
    parents = {parent["id"] for row in rows for parent in row["parents"]}
    named = NameMarks(stopped=not_to_contact(parents | {row["id"] for row in rows}))
    return {row["id"]: _child(row, named) for row in rows}


def _child(row: dict[str, Any], named: NameMarks) -> Child:
    born = row["born"]
    parents = (named.name(one["name"], one["id"]) for one in row["parents"])
    return Child(
        id=row["id"],
        name=named.name(row["name"], row["id"]),
        family=" and ".join(dict.fromkeys(parents)),
        adult_since=None if born is None else years_before(born.to_native(), -ADULT),
        parents=tuple(sorted({one["id"] for one in row["parents"]})),
    )


@st.cache_resource(max_entries=1, show_spinner=False)
def _looked_up(now: NamesState) -> dict[str, bool]:  # noqa: ARG001 - one a state
    """Return the cache of people and their requests in force; filled as needed."""
    return {}


def not_to_contact(people: Iterable[str]) -> frozenset[str]:
    """Return which of these people have a request not to be contacted in force, on any day."""
    wanted = set(people)
    held = _looked_up(read(state))
    missing = wanted - held.keys()
    if missing:
        standing = read(lambda store: frozenset(sensitivity.stops(store, [missing])[0]))
        held |= {id_: id_ in standing for id_ in missing}
    return frozenset(id_ for id_ in wanted if held[id_])


def records_around(child: str) -> Records:
    """Return everything recorded around a child, read anew each time."""
    return read(lambda store: store.around(child))


def change_days(around: Network) -> list[date]:
    """Return the days on which the answer for a child changes.

    They are its calendar's; where none is kept yet, they are worked out from what is around it.
    """
    child = around.child.id
    known = read(lambda store: store.calendars([child])).get(child) or calendar(around)
    return sorted({stay.first for stay in known.stays} - {BEGINNING})


def all_change_days() -> list[date]:
    """Return the days on which the answer for any child changes."""
    rows = read(lambda store: store.read(query("read/days_of_change")))
    return [row["day"].to_native() for row in rows]


def told_until() -> date:
    """Return the last day of the sources; today where no source has a date."""
    rows = read(lambda store: store.read(query("read/told_until")))
    day = rows[0]["day"] if rows else None
    return date.today() if day is None else day.to_native()  # noqa: DTZ011 - a calendar day


def guarded(page: Callable[[], None], *, fills: bool = False) -> None:
    """Run a page, or go where the last press leads; what goes wrong is a sentence on it.

    Args:
        page: draws it.
        fills: it is shown anew as more answers are worked out; any other, when all of them are.
    """
    go_on()
    _visit()
    try:
        _say_condition(fills=fills)
        page()
    except StoreUnavailable as error:
        st.error(page_words.SILENT_STORE)
        st.text(str(error))
        st.session_state["store-lost"] = True
        _look_again()
    except GraphError as error:
        st.error(page_words.NOT_SHOWN)
        st.text(str(error))


def _visit() -> None:
    """Note that somebody is here; where no file can be written, nothing counts as new."""
    with suppress(OSError):
        before = last_visit(Settings.from_env().home, getpass.getuser(), datetime.now(UTC))
        st.session_state[VISIT] = "" if before is None else before.isoformat()


def _say_condition(*, fills: bool) -> None:
    """Say first what the store is in the middle of, and whether its calendars are of before."""
    waiting = st.session_state[WAITING] = read(outdated)
    if waiting:
        st.fragment(_while_waiting, run_every=LOOK_AGAIN_SECONDS)(waiting, fills=fills)
    else:
        _condition(waiting)


def _while_waiting(before: int, *, fills: bool) -> None:
    """Say how it is now; where answers were worked out meanwhile, show the page with them."""
    waiting = read(outdated)
    if waiting < before and (fills or not waiting):
        st.rerun()
    _condition(waiting)


def _condition(waiting: int) -> None:
    said = [sentence(one, "stop") for one in read(condition).sentences()]
    if waiting:
        wait = counted(waiting, "person waits", "people wait")
        said.append(sentence(f"{OUTDATED} {wait}.", "warn"))
    if said:
        sheet(said, "condition")


@st.fragment(run_every=LOOK_AGAIN_SECONDS)
def _look_again() -> None:
    """Show the page again as soon as the store answers."""
    if st.session_state.pop("store-lost", False):
        return  # the page itself has just looked
    try:
        read(lambda store: store.children())
    except GraphError:
        return
    st.rerun()
