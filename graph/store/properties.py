"""Records as the flat, typed properties of a node, and back again.

What is empty is absent: "", None, an empty tuple, an open end of a window. A time becomes
`when_text`, `when_earliest`, `when_latest`, `when_basis` and `when_event`; participants become
a list of "role:id". What is read back equals what was written.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import MISSING, asdict
from datetime import date
from enum import EnumType, StrEnum
from functools import cache, lru_cache
from typing import Any, NamedTuple, TypeVar, cast

from graph.record.dates import ALWAYS, BEGINNING, END, Lag, When, Window
from graph.record.model import Lift, Participant, Record
from graph.record.schema import Table, table_of
from graph.record.vocabulary import Role

R = TypeVar("R", bound=Record)
Properties = dict[str, Any]
Kept = Mapping[str, Any]

_ROLES = {role.value: role for role in Role}


class _Field(NamedTuple):
    """How one field of a record is kept and read back."""

    name: str
    put: Callable[[Properties, str, Any], None]
    take: Callable[[Kept, str], Any]


def flat(record: Record) -> Properties:
    """Return a record as properties."""
    table, found = table_of(type(record)), Properties()
    for name, put, _ in _fields(table):
        put(found, name, table.value(record, name))
    return found


def record(kind: type[R], properties: Kept) -> R:
    """Return the record that was kept like this; other properties beside it are ignored."""
    table = table_of(kind)
    empty, by_key = _readers(table)
    values = dict(empty)
    for key in properties:
        if key in by_key:
            name, _, take = by_key[key]
            values[name] = take(properties, name)
    return cast(R, table.build(values))


@cache
def _readers(table: Table) -> tuple[Properties, Mapping[str, _Field]]:
    """Return what a record must have although nothing is kept, and the rest by what is kept.

    A record that is built without the others has them empty, so nobody has to look for them.
    """
    declared = table.kind.__dataclass_fields__
    empty: Properties = {}
    by_key: dict[str, _Field] = {}
    for field in _fields(table):
        by_key |= {f"{field.name}{end}": field for end in _ENDS.get(field.take, ("",))}
        own = declared.get(field.name)
        if (
            own is not None
            and own.default is MISSING
            and not isinstance(table.types[field.name], EnumType)
        ):
            empty[field.name] = field.take({}, field.name)
    return empty, by_key


@cache
def _fields(table: Table) -> tuple[_Field, ...]:
    """Return the fields of a table's records; how they are kept is worked out once."""
    return tuple(_Field(name, *_ways(hint)) for name, hint in table.types.items())


def _ways(hint: object) -> tuple[Callable[..., None], Callable[..., Any]]:
    """Return how fields of a type are kept and read back."""
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        words = {word.value: word for word in hint}
        return _put_word, lambda kept, name: words[kept[name]]
    return _WAYS[hint]


def _put_text(found: Properties, name: str, text: str) -> None:
    if text:
        found[name] = text


def _put_word(found: Properties, name: str, word: StrEnum) -> None:
    found[name] = str(word)


def _put_flag(found: Properties, name: str, flag: bool) -> None:  # noqa: FBT001 - it is the value
    found[name] = flag


def _put_number(found: Properties, name: str, number: float | None) -> None:
    if number is not None:
        found[name] = number


def _put_texts(found: Properties, name: str, texts: tuple[str, ...]) -> None:
    if texts:
        found[name] = list(texts)


def _put_people(found: Properties, name: str, people: tuple[Participant, ...]) -> None:
    if people:
        found[name] = [f"{part.role}:{part.person}" for part in people]


def _take_people(kept: Kept, name: str) -> tuple[Participant, ...]:
    return tuple(map(_participant, kept.get(name, ())))


@lru_cache(maxsize=20_000)
def _participant(text: str) -> Participant:
    role, _, person = text.partition(":")
    return Participant(role=_ROLES[role], person=person)


def _put_lifts(found: Properties, name: str, lifts: tuple[Lift, ...]) -> None:
    if lifts:
        found[name] = [json.dumps(asdict(lift), ensure_ascii=False) for lift in lifts]


def _take_lifts(kept: Kept, name: str) -> tuple[Lift, ...]:
    return tuple(Lift(**json.loads(text)) for text in kept.get(name, ()))


def put_window(found: Properties, name: str, window: Window | None) -> None:
    """Add a window's closed ends, `name_earliest` and `name_latest`; the name may be ""."""
    if window is None or window is ALWAYS:
        return
    prefix = f"{name}_" if name else ""
    if window.earliest != BEGINNING:
        found[f"{prefix}earliest"] = window.earliest
    if window.latest != END:
        found[f"{prefix}latest"] = window.latest


def take_window(kept: Kept, name: str) -> Window:
    """Read a window; an absent end is open."""
    earliest, latest = kept.get(f"{name}_earliest"), kept.get(f"{name}_latest")
    if earliest is None and latest is None:
        return ALWAYS
    return Window(
        BEGINNING if earliest is None else to_day(earliest),
        END if latest is None else to_day(latest),
    )


def to_day(value: Any) -> date:  # noqa: ANN401 - the driver's own date, or Python's
    """Return the driver's date as Python's."""
    return value if isinstance(value, date) else date(value.year, value.month, value.day)


def _put_when(found: Properties, name: str, when: When | None) -> None:
    if when is None:
        return
    found[f"{name}_text"] = when.text
    found[f"{name}_basis"] = when.basis
    put_window(found, name, when.window)
    if when.event:
        found[f"{name}_event"] = when.event


def _take_when(kept: Kept, name: str) -> When | None:
    text = kept.get(f"{name}_text")
    if text is None:
        return None
    return When(
        text=text,
        window=take_window(kept, name),
        basis=kept[f"{name}_basis"],
        event=kept.get(f"{name}_event", ""),
    )


def _put_lag(found: Properties, name: str, lag: Lag | None) -> None:
    if lag is None:
        return
    found[f"{name}_least"] = lag.least
    found[f"{name}_basis"] = lag.basis
    if lag.most is not None:
        found[f"{name}_most"] = lag.most


def _take_lag(kept: Kept, name: str) -> Lag | None:
    least = kept.get(f"{name}_least")
    if least is None:
        return None
    return Lag(least=least, most=kept.get(f"{name}_most"), basis=kept[f"{name}_basis"])


_ENDS: Mapping[Callable[..., Any], tuple[str, ...]] = {
    _take_when: ("_text",),
    _take_lag: ("_least",),
    take_window: ("_earliest", "_latest"),
}
"""How the names of the properties end by which a field is seen to be kept."""

_WAYS: Mapping[object, tuple[Callable[..., None], Callable[..., Any]]] = {
    str: (_put_text, lambda kept, name: kept.get(name, "")),
    bool: (_put_flag, lambda kept, name: kept.get(name, False)),
    float | None: (_put_number, lambda kept, name: kept.get(name)),
    tuple[str, ...]: (_put_texts, lambda kept, name: tuple(kept.get(name, ()))),
    tuple[Participant, ...]: (_put_people, _take_people),
    tuple[Lift, ...]: (_put_lifts, _take_lifts),
    Window: (put_window, take_window),
    When: (_put_when, _take_when),
    When | None: (_put_when, _take_when),
    Lag | None: (_put_lag, _take_lag),
}
