"""Records as the flat, typed properties of a node, and back again.

What is empty is absent: "" , None, an empty tuple, an open end of a window. A time becomes
`when_text`, `when_earliest`, `when_latest`, `when_basis` and `when_event`; participants a list of
"role:id". What was read back equals what was written.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum
from functools import cache
from types import UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from graph.dates import ALWAYS, BEGINNING, END, Lag, When, Window
from graph.model import Participant
from graph.vocabulary import Role

R = TypeVar("R")
Properties = dict[str, Any]

_ROLES = {role.value: role for role in Role}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Plan:
    """The fields of one kind of record, sorted by how they are kept."""

    texts: tuple[str, ...]
    words: tuple[tuple[str, Mapping[str, StrEnum]], ...]
    flags: tuple[str, ...]
    numbers: tuple[str, ...]
    lists: tuple[str, ...]
    participants: tuple[str, ...]
    windows: tuple[str, ...]
    whens: tuple[tuple[str, bool], ...]
    """With whether it may be None."""
    lags: tuple[str, ...]


@cache
def _plan(kind: type) -> _Plan:
    hints = get_type_hints(kind)
    typed = {field.name: hints[field.name] for field in fields(kind)}

    def of(test: Callable[[Any], bool]) -> tuple[str, ...]:
        return tuple(name for name, hint in typed.items() if test(hint))

    words = of(lambda hint: isinstance(hint, type) and issubclass(hint, StrEnum))
    return _Plan(
        texts=of(lambda hint: hint is str),
        words=tuple((name, {word.value: word for word in typed[name]}) for name in words),
        flags=of(lambda hint: hint is bool),
        numbers=of(lambda hint: _meant(hint) is float),
        lists=of(lambda hint: hint == tuple[str, ...]),
        participants=of(lambda hint: hint == tuple[Participant, ...]),
        windows=of(lambda hint: hint is Window),
        whens=tuple((n, typed[n] is not When) for n in of(lambda h: _meant(h) is When)),
        lags=of(lambda hint: _meant(hint) is Lag),
    )


def _meant(hint: Any) -> Any:
    """Return the type of a hint such as `When | None`."""
    if get_origin(hint) in (Union, UnionType):
        return next(part for part in get_args(hint) if part is not type(None))
    return hint


def flat(record: Any) -> Properties:
    """Return a record of `graph/model.py` as properties."""
    plan = _plan(type(record))
    found: Properties = {}
    for name in plan.texts + plan.numbers:
        value = getattr(record, name)
        if value not in ("", None):
            found[name] = value
    for name, _ in plan.words:
        found[name] = getattr(record, name).value
    for name in plan.flags:
        found[name] = getattr(record, name)
    for name in plan.lists:
        if value := getattr(record, name):
            found[name] = list(value)
    for name in plan.participants:
        if value := getattr(record, name):
            found[name] = [f"{part.role.value}:{part.person}" for part in value]
    for name in plan.windows:
        put_window(found, name, getattr(record, name))
    _put_times(found, record, plan)
    return found


def _put_times(found: Properties, record: Any, plan: _Plan) -> None:
    for name, _ in plan.whens:
        when = getattr(record, name)
        if when is not None:
            found[f"{name}_text"] = when.text
            found[f"{name}_basis"] = when.basis
            put_window(found, name, when.window)
            if when.event:
                found[f"{name}_event"] = when.event
    for name in plan.lags:
        lag = getattr(record, name)
        if lag is not None:
            found[f"{name}_least"] = lag.least
            found[f"{name}_basis"] = lag.basis
            if lag.most is not None:
                found[f"{name}_most"] = lag.most


def put_window(found: Properties, name: str, window: Window | None) -> None:
    """Add a window's closed ends: `name_earliest`, `name_latest`; without a name, those alone."""
    if window is None or window is ALWAYS:
        return
    prefix = f"{name}_" if name else ""
    if window.earliest != BEGINNING:
        found[f"{prefix}earliest"] = window.earliest
    if window.latest != END:
        found[f"{prefix}latest"] = window.latest


def record(kind: type[R], properties: Mapping[str, Any]) -> R:
    """Return the record that these properties were made of; others beside them are ignored."""
    plan = _plan(kind)
    get = properties.get
    found: Properties = {name: get(name, "") for name in plan.texts}
    for name, words in plan.words:
        found[name] = words[get(name)]  # type: ignore[index]
    for name in plan.flags:
        found[name] = get(name, False)
    for name in plan.numbers:
        found[name] = get(name)
    for name in plan.lists:
        found[name] = tuple(get(name, ()))
    for name in plan.participants:
        found[name] = tuple(map(_participant, get(name, ())))
    for name in plan.windows:
        found[name] = window(properties, name)
    for name, _ in plan.whens:
        found[name] = _when(properties, name)
    for name in plan.lags:
        found[name] = _lag(properties, name)
    return kind(**found)


@cache
def _part_names(name: str) -> tuple[str, str, str, str, str]:
    return tuple(  # type: ignore[return-value]
        f"{name}_{part}" for part in ("text", "earliest", "latest", "basis", "event")
    )


def window(properties: Mapping[str, Any], name: str) -> Window:
    """Read a window; an absent end is open."""
    _, earliest, latest, _, _ = _part_names(name)
    if earliest not in properties and latest not in properties:
        return ALWAYS
    return Window(_day(properties.get(earliest), BEGINNING), _day(properties.get(latest), END))


def _day(value: Any, opened: date) -> date:
    """Turn the driver's date into Python's."""
    if value is None:
        return opened
    return value if isinstance(value, date) else value.to_native()  # type: ignore[no-any-return]


def _when(properties: Mapping[str, Any], name: str) -> When | None:
    text, _, _, basis, event = _part_names(name)
    if text not in properties:
        return None
    return When(
        text=properties[text],
        window=window(properties, name),
        basis=properties[basis],
        event=properties.get(event, ""),
    )


def _lag(properties: Mapping[str, Any], name: str) -> Lag | None:
    least = properties.get(f"{name}_least")
    if least is None:
        return None
    return Lag(
        least=least, most=properties.get(f"{name}_most"), basis=properties[f"{name}_basis"]
    )


def _participant(text: str) -> Participant:
    role, _, person = text.partition(":")
    return Participant(role=_ROLES[role], person=person)
