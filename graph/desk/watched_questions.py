"""Watched questions: what is new in an answer since somebody looked at it.

Of the rows only a short hash each is kept, under a key of its own. Nobody reads a row from it.
"""

import json
import secrets
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from hashlib import blake2b
from pathlib import Path
from typing import Any, Final

from graph.desk.private_files import Drawer
from graph.questions.asking import plain
from graph.questions.library import TOLD, Question

_KIND: Final = "watched"
_FIGURES: Final = frozenset({"integer", "float", "number"})
"""Days and counts change with every source: a row is not new because of them."""
_INNER: Final = {"node": {"element"}, "relationship": {"element", "start", "end", "id"}}
"""The server's own numbers, by the kind of thing: they are others after a load."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchedQuestion:
    """A question with its parameters, and the hashes of the rows that somebody has seen."""

    id: str
    name: str
    given: Mapping[str, str]
    """The texts of its parameters; what is left out goes along with what is recorded."""
    key: str
    rows: tuple[str, ...]
    seen: str
    """The moment when somebody looked, ISO 8601 in UTC."""
    by: str


@dataclass(frozen=True, slots=True)
class NewRows:
    """Which rows of an answer are new, by their place, and how many seen ones are gone."""

    new: tuple[int, ...]
    gone: int


def watch(
    home: Path, asked: Question, given: Mapping[str, str], rows: Iterable[Any], by: str
) -> WatchedQuestion:
    """Watch a question from now on, with the rows of its answer as seen.

    Args:
        home: GRAPH_HOME.
        asked: of the library, or one's own.
        given: its parameters, as texts.
        rows: of its answer, as dicts or tuples.
        by: who watches it.
    """
    one = WatchedQuestion(
        id=secrets.token_hex(12),
        name=asked.name,
        given=dict(given),
        key=secrets.token_hex(16),
        rows=(),
        seen="",
        by=by,
    )
    return seen_now(home, asked, one, rows)


def seen_now(
    home: Path, asked: Question, one: WatchedQuestion, rows: Iterable[Any]
) -> WatchedQuestion:
    """Count these rows as seen, and keep that."""
    hashes = tuple(sorted({_hash(one.key, asked, row) for row in rows}))
    moment = datetime.now(UTC).isoformat(timespec="seconds")
    seen = replace(one, rows=hashes, seen=moment)
    Drawer(home, _KIND).put(one.id, asdict(seen))
    return seen


def watched(home: Path) -> list[WatchedQuestion]:
    """Return every question that is watched, by its name."""
    found = (_watched(content) for _, content in Drawer(home, _KIND).files())
    return sorted((one for one in found if one), key=lambda one: (one.name, one.seen))


def unwatch(home: Path, id_: str) -> None:
    """Watch a question no longer."""
    Drawer(home, _KIND).remove(id_)


def new_rows(asked: Question, one: WatchedQuestion, rows: Sequence[Any]) -> NewRows:
    """Compare an answer with the rows that somebody has seen."""
    hashes = [_hash(one.key, asked, row) for row in rows]
    before = set(one.rows)
    new = tuple(at for at, each in enumerate(hashes) if each not in before)
    return NewRows(new, len(before - set(hashes)))


def going_along(asked: Question, given: Mapping[str, str], told: str) -> dict[str, str]:
    """Return parameters without a day that is only the last day of the sources."""
    open_ = {one.name for one in asked.params if one.default == TOLD}
    return {name: text for name, text in given.items() if name not in open_ or text != told}


def _hash(key: str, asked: Question, row: Any) -> str:  # noqa: ANN401 - a dict, or a tuple
    if isinstance(row, Mapping):
        figures = {one.name for one in asked.columns if one.type in _FIGURES}
        values: Any = [[n, plain(v)] for n, v in sorted(row.items()) if n not in figures]
    else:
        values = _without_inner(row)
    text = json.dumps(values, ensure_ascii=True, sort_keys=True, default=str)
    return blake2b(text.encode(), key=key.encode(), digest_size=8).hexdigest()


def _without_inner(value: Any) -> Any:  # noqa: ANN401 - plain JSON
    if isinstance(value, Mapping):
        inner = _INNER.get(str(value.get("kind")), set())
        return {name: _without_inner(one) for name, one in value.items() if name not in inner}
    if isinstance(value, list | tuple):
        return [_without_inner(one) for one in value]
    return value


def _watched(content: Mapping[str, Any] | None) -> WatchedQuestion | None:
    try:
        one = WatchedQuestion(**content or {})
    except TypeError:
        return None
    return replace(one, rows=tuple(one.rows))
