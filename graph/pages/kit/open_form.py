"""A form that loses nothing: what is typed is kept in a private file until it is kept.

Another page, another window and a killed app do not end a form. It is offered again. What
somebody else changed since it was begun is shown before anything is kept.
"""

import getpass
import secrets
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import streamlit as st

from graph.desk.desk_notes import now
from graph.desk.open_forms import OpenForm, Typed, drop_form, keep_form, open_forms
from graph.pages.kit import desk_words as words
from graph.pages.kit.app_store import read
from graph.pages.kit.claim_blocks import claims_table
from graph.pages.kit.name_links import NameLinks
from graph.pages.kit.sheet_blocks import sheet
from graph.record.model import Claim, Records
from graph.settings import Settings
from graph.store import Store
from ingest.written_rows import Standings, standings_of

Look = Callable[[Store], Iterable[Claim]]
"""The claims beside a form, as they are now."""


@dataclass(slots=True)
class _Form:
    """A form of this session."""

    id: str = ""
    """Of its file; "" while nothing is typed."""
    round: int = 0
    """How often it was kept or discarded: each leaves it empty."""
    began: dict[str, Typed] = field(default_factory=dict)
    """The fields as they were before anybody typed."""
    kept: Mapping[str, Typed] = field(default_factory=dict)
    seen: Standings | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Begun:
    """What a form was begun with."""

    seen: Standings = frozenset()
    changed: bool = False
    """Somebody changed the claims since then, and it was not confirmed yet."""


def nothing_beside(_store: Store) -> list[Claim]:
    """Return no claims: a form that is about nothing recorded."""
    return []


def form_key(form: str) -> str:
    """Return what the keys of all fields of a form begin with."""
    return f"form-{len(form)}-{form}-{_state(form).round}-"


def close_form(form: str, *carried: str) -> None:
    """Empty a form: it was kept, or is discarded.

    Args:
        form: its name.
        carried: fields that keep their value for the next one.
    """
    state, before = _state(form), form_key(form)
    with suppress(OSError):
        drop_form(_home(), state.id)
    held = {name: st.session_state.get(before + name) for name in carried}
    st.session_state[_name(form)] = _Form(round=state.round + 1)
    for name, value in held.items():
        if value is not None:
            st.session_state[form_key(form) + name] = value


@contextmanager
def form_kept_open(form: str, to: str, look: Look = nothing_beside) -> Iterator[Begun]:
    """Show a form whose fields begin with `form_key`, and lose nothing of it.

    Args:
        form: its name, the same for the same thing.
        to: the way to its page.
        look: the claims beside it.
    """
    state, key = _state(form), form_key(form)
    _fill(key, state.kept)  # another page, or another part of it, was shown meanwhile
    if not state.id:
        _offer(form, state)
    begun = _meanwhile(form, state, look)
    try:
        yield begun
    finally:
        if _state(form) is state:
            _keep(form, to, state, key)
    if state.id:
        st.button(words.EMPTY_IT, on_click=close_form, args=(form,), key=f"{key}empty")


def open_in_files() -> list[OpenForm]:
    """Return every form of this user that is open."""
    return open_forms(_home(), getpass.getuser())


def _offer(form: str, state: _Form) -> None:
    """Offer what was typed in another window, or before the app ended."""
    for one in open_in_files():
        if one.form != form:
            continue
        with st.container(border=True):
            st.text(words.was_open(one.changed))
            with st.container(horizontal=True):
                st.button(
                    words.GO_ON,
                    key=f"go-on-{one.id}",
                    type="primary",
                    on_click=_take_up,
                    args=(form, state, one),
                )
                st.button(
                    words.DISCARD,
                    key=f"discard-{one.id}",
                    on_click=drop_form,
                    args=(_home(), one.id),
                )


def _take_up(form: str, state: _Form, one: OpenForm) -> None:
    state.id, state.kept = one.id, one.fields
    for name in one.fields:
        st.session_state.pop(form_key(form) + name, None)
    state.seen = frozenset(tuple(map(str, each)) for each in one.seen)  # type: ignore[misc]
    _fill(form_key(form), one.fields)


def _fill(key: str, fields: Mapping[str, Typed]) -> None:
    """Give fields that are not there what was typed into them."""
    for name, value in fields.items():
        st.session_state.setdefault(key + name, value)


def _meanwhile(form: str, state: _Form, look: Look) -> Begun:
    """Show what was changed beside a form since it was begun."""
    claims = list(read(lambda store: list(look(store))))
    present = standings_of(claims)
    if not state.id or state.seen is None:
        state.seen = present
    if state.seen == present:
        return Begun(seen=present)
    before = {each[0]: each for each in state.seen}
    after = {each[0]: each for each in present}
    changed = [one for one in claims if before.get(one.id) != after[one.id]]
    named = NameLinks.in_records(read(lambda store: _people_of(store, changed)))
    st.warning(words.MEANWHILE)
    sheet(claims_table(changed, named, words.CHANGED), f"meanwhile-{form}")
    if gone := len(before.keys() - after.keys()):
        st.text(words.gone(gone))
    st.button(words.SEEN_IT, on_click=_confirm, args=(state, present))
    return Begun(seen=state.seen, changed=True)


def _confirm(state: _Form, present: Standings) -> None:
    state.seen = present


def _people_of(store: Store, claims: Iterable[Claim]) -> Records:
    """Return the records that name whom some claims are about, for their names."""
    events = [one.about for one in claims]
    return store.told_of_events(events) | store.claims_about(events)


def _keep(form: str, to: str, state: _Form, key: str) -> None:
    """Keep what is typed, where anything is; what cannot be written stays in the session."""
    fields = {**state.kept, **_typed(key)}
    for name, value in fields.items():
        state.began.setdefault(name, value)
    touched = any(value != state.began[name] for name, value in fields.items())
    if not fields or fields == state.kept or not (state.id or touched):
        return
    state.id, state.kept = state.id or secrets.token_hex(12), fields
    one = OpenForm(
        id=state.id,
        form=form,
        to=to,
        fields=fields,
        seen=sorted(state.seen or ()),
        by=getpass.getuser(),
        changed=now(),
    )
    with suppress(OSError):
        keep_form(_home(), one)


def _typed(key: str) -> dict[str, Typed]:
    """Return the fields of a form that hold something that can be typed again."""
    return {
        str(name).removeprefix(key): value
        for name, value in st.session_state.items()
        if str(name).startswith(key) and _is_typed(value) and name != f"{key}empty"
    }


def _is_typed(value: object) -> bool:
    if isinstance(value, list):
        return all(isinstance(one, str) for one in value)
    return value is None or isinstance(value, str | bool)


def _state(form: str) -> _Form:
    held: _Form = st.session_state.setdefault(_name(form), _Form())
    return held


def _name(form: str) -> str:
    return f"open-form {form}"


def _home() -> Path:
    return Settings.from_env().home
