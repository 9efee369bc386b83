"""The library of questions: a file each under `cypher/ask/`, its header a contract.

The header has the question, its parameters with types and defaults, and its columns. It also
says what the rows do not answer. Pure: `graph/questions/asking.py` runs a question.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache

from rapidfuzz import process

from graph.errors import GraphError, InvalidQuery
from graph.store.queries import CYPHER, HeaderLine, Query, query

ANY = "any"
"""The default of a parameter that may stay open: null in the query."""
TOLD = "told"
"""The default of a day: the one until which the sources speak."""
AS_OF = "as_of"
"""The parameter that is the day asked about, in every question that has one."""
NEAR_ENOUGH = 55
"""How alike (of 100) a name must be to be offered for one that is not known."""

GROUPS = {
    "left": "Who is left to contact",
    "lost": "What happened to people",
    "children": "Where the children are, and what was asked for them",
    "news": "How the news came",
    "sure": "How sure it is, and what is missing",
}
"""What an analyst wants to know, in the order of the page."""
Value = str | int | bool | date | None


class UnknownName(GraphError):
    """No question, or no parameter of it, has this name; the sentence offers the nearest."""


class InvalidParameter(GraphError):
    """A parameter's text is not of its type, or one that is needed is missing."""


class NotRecorded(InvalidParameter):
    """A parameter names nothing that is recorded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Param:
    """A parameter as the header has it; `default` is its text, None where one must be given."""

    name: str
    type: str
    default: str | None
    about: str

    @property
    def names_a(self) -> str:
        """Return what the value must be the id of, such as "people"; "" for anything else."""
        return next((kind for word, kind in _IDS.items() if self.about.startswith(word)), "")

    @property
    def names_a_child(self) -> bool:
        """Return whether it must be somebody for whom the question "who is left" is asked."""
        return self.about.startswith(_CHILD)


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultColumn:
    """A column as the header has it."""

    name: str
    type: str
    about: str

    @property
    def sensitive(self) -> bool:
        """Return whether it holds coded words or a relay chain."""
        return "(sensitive)" in self.about

    def holds(self, kind: str) -> bool:
        """Return whether it holds ids of a kind, such as "Person.id", one or a list of them."""
        return self.about.startswith(kind)


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question of the library."""

    name: str
    asks: str
    query: Query
    params: tuple[Param, ...]
    columns: tuple[ResultColumn, ...]
    unknown: tuple[str, ...]
    """What the rows do not tell, a sentence each."""
    group: str = ""
    """Of `GROUPS`; "" of a question of one's own."""
    says: str = ""
    """A row as a sentence, with columns in braces; "": its columns are shown one by one."""

    @property
    def reads_calendars(self) -> bool:
        """Return whether it rests on what was derived, not only on what was loaded."""
        return any(
            word in self.query.text for word in ("HAS_ANSWER", "TOWARDS", "HAS_CALENDAR")
        )


_CHILD = "Person.id of a child with a calendar"
_IDS = {
    "Person.id": "people",
    "Event.id": "events",
    "Place.id": "places",
    "Source.id": "sources",
}


@cache
def names() -> tuple[str, ...]:
    """Return the names of all questions, sorted."""
    return tuple(sorted(path.stem for path in (CYPHER / "ask").glob("*.cypher")))


def library() -> list[Question]:
    """Return every question, sorted by name."""
    return [question(name) for name in names()]


@cache
def question(name: str) -> Question:
    """Return a question by its name.

    Raises:
        UnknownName: there is none; the sentence says which names are near.
        InvalidQuery: its header is not what its body does, or a parameter has no known type.
    """
    if name not in names():
        raise UnknownName(f"There is no question {name!r}{_nearest(name, names())}")
    return made(name, query(f"ask/{name}"))


def made(name: str, asked: Query) -> Question:
    """Make a question of a query and its header.

    Raises:
        InvalidQuery: a parameter has no known type, or a default is not of its type.
    """
    params = tuple(_param(asked, line) for line in asked.header if line.word == "param")
    return Question(
        name=name,
        asks=asked.question,
        query=asked,
        params=params,
        columns=tuple(
            ResultColumn(name=line.name, type=line.type, about=line.about)
            for line in asked.header
            if line.word == "returns"
        ),
        unknown=tuple(line.about for line in asked.header if line.word == "unknown"),
        group=_only(asked, "group"),
        says=_only(asked, "says"),
    )


def _only(asked: Query, word: str) -> str:
    return next((line.about for line in asked.header if line.word == word), "")


def _param(asked: Query, line: HeaderLine) -> Param:
    if line.type not in _READERS:
        raise InvalidQuery(f"{asked.name}: {line.name} is of no known type: {line.type!r}")
    found = Param(name=line.name, type=line.type, default=line.default, about=line.about)
    if found.default not in (None, ANY, TOLD):
        _read(found, found.default)
    return found


def _nearest(name: str, known: Iterable[str]) -> str:
    """Return the end of a sentence that offers what is near a name, else all there is."""
    known = sorted(known)
    found = process.extract(name, known, limit=3, score_cutoff=NEAR_ENOUGH)
    if found:
        return "; the nearest: " + ", ".join(str(near) for near, _, _ in found) + "."
    return "; there are: " + ", ".join(known) + "." if known else "; it takes none."


def values(asked: Question, given: Mapping[str, str], told: date) -> dict[str, Value]:
    """Return the values to run a question with.

    Args:
        given: the texts that were written, by parameter.
        told: the last day of the sources, for a day that was not given.

    Raises:
        UnknownName: the question has no such parameter.
        InvalidParameter: a text is not of its type, or one that is needed is missing.
    """
    known = {param.name: param for param in asked.params}
    for name in given:
        if name not in known:
            raise UnknownName(f"{asked.name} has no parameter {name!r}{_nearest(name, known)}")
    return {name: _value(asked, param, given, told) for name, param in known.items()}


def _value(asked: Question, param: Param, given: Mapping[str, str], told: date) -> Value:
    text = given.get(param.name, param.default)
    if text is None:
        raise InvalidParameter(
            f"{asked.name} needs {param.name} ({param.about}): --param {param.name}=..."
        )
    if text == TOLD and param.type == "date":
        return told
    return None if text == ANY and param.default == ANY else _read(param, text)


def _read(param: Param, text: str) -> Value:
    try:
        return _READERS[param.type](text.strip())
    except ValueError:
        example = {"date": "2018-05-15", "integer": "30", "boolean": "true"}[param.type]
        raise InvalidParameter(
            f"{param.name}: {text!r} is no {param.type}; write it as in {example}."
        ) from None


def _day(text: str) -> date:
    return datetime.strptime(text, "%Y-%m-%d").date()  # noqa: DTZ007 - a calendar day


def _count(text: str) -> int:
    """Read a whole number of days, months or people: none of them is below zero."""
    if not (text.isascii() and text.isdigit() and len(text) < 7):  # noqa: PLR2004 - digits
        raise ValueError(text)
    return int(text)


def _yes_or_no(text: str) -> bool:
    if text not in ("true", "false", "yes", "no"):
        raise ValueError(text)
    return text in ("true", "yes")


_READERS: dict[str, Callable[[str], Value]] = {
    "string": str,
    "date": _day,
    "integer": _count,
    "boolean": _yes_or_no,
}
