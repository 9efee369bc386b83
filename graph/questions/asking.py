"""Run a question of the library, and mark what in its rows is sensitive or a stop.

All questions are marked in one way: the header says which columns to read.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Protocol

from graph.errors import NotAChild, UnknownPerson
from graph.questions.library import NotRecorded, Question, Value, values
from graph.rule.left import RULE_VERSION
from graph.store.queries import Query, query
from graph.views import sensitivity

Row = dict[str, Any]
_CONSENTED = ("Claim.id", "Source.id", "Event.id", "Person.id")
"""What may rest on a source that is for internal use only."""

MOST_ROWS = 10_000
"""Of an answer, unless all are asked for: more is read by nobody, and takes long to mark."""
CUT = (
    "Cut: there are more than the {most:,} rows that are here. Ask for less at once, or for "
    "all of them: `python -m graph ask {name} --all`."
)
SENSITIVE = (
    "with coded words, a relay chain, or what a source gave for internal use: "
    "see who may read it before you pass it on"
)
OUTDATED = (
    "Not up to date: something was loaded or retracted, or the program was renewed, after the "
    "calendars that this reads were derived; children may be missing. The program that was "
    "started works them out; without it run `python -m graph derive`, and look again."
)


class QuestionStore(sensitivity.SensitivityStore, Protocol):
    """What a question needs of the store."""

    def existing(self, kind: str, ids: Iterable[str]) -> set[str]:
        """Return which of these ids of a kind are stored."""

    def first(self, most: int, query: Query, /, **params: object) -> list[Row]:
        """Run one query that only reads, for so many rows at most."""

    def one_person(self, names: Mapping[str, str]) -> "AbstractContextManager[QuestionStore]":
        """Yield a store in which joined records are one person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """A question with its rows and their marks."""

    question: Question
    params: Mapping[str, Value]
    rows: Sequence[Row]
    sensitive: Sequence[bool]
    """For each row: it holds coded words, a relay chain, or what may not leave the house."""
    stops: Sequence[tuple[str, ...]]
    """For each row: whom of the people in it not to contact, on whatever day one looks."""
    names: Mapping[str, str] = field(default_factory=dict)
    """Of those not to contact, by id."""
    cut: int = 0
    """How many rows it was cut to; 0: there were no more."""
    outdated: bool = False
    """It reads calendars, and something changed since they were derived."""

    def notices(self) -> list[str]:
        """Return what must be said of it before it is passed on, a sentence each."""
        said = [OUTDATED] if self.outdated else []
        if self.cut:
            said.append(CUT.format(most=self.cut, name=self.question.name))
        if held := sum(self.sensitive):
            rows = "1 row" if held == 1 else f"{held} rows"
            said.append(f"Sensitive: {rows} of {len(self.rows)} {SENSITIVE}.")
        return [*said, *sensitivity.said(self.names)]

    def ids(self, *kinds: str) -> set[str]:
        """Return the ids of some kinds, such as "Person.id", in all rows."""
        return {
            id_
            for row in self.rows
            for kind in kinds
            for id_ in ids_in(self.question, row, kind)
        }

    def only(self, at: Collection[int]) -> "Answered":
        """Return the answer with those rows alone that are at these places."""
        return replace(
            self,
            rows=[self.rows[one] for one in at],
            sensitive=[self.sensitive[one] for one in at],
            stops=[self.stops[one] for one in at],
        )

    def marked(self) -> list[Row]:
        """Return the rows with their marks as two more columns, every value plain JSON."""
        return [
            {name: plain(value) for name, value in row.items()}
            | {"sensitive": held, "do_not_contact": list(stop)}
            for row, held, stop in zip(self.rows, self.sensitive, self.stops, strict=True)
        ]


def plain(value: object) -> object:
    """Return a value as JSON has it: a day as text."""
    if isinstance(value, list):
        return [plain(one) for one in value]
    if value is None or isinstance(value, bool | int | float | str):
        return value
    return value.isoformat() if isinstance(value, date) else str(value)


def told_until(store: QuestionStore) -> date:
    """Return the day until which the sources speak; today where none says it."""
    day = store.read(query("read/told_until"))[0]["day"]
    if day is None:
        return date.today()  # noqa: DTZ011 - a calendar day where the analyst sits
    return date(day.year, day.month, day.day)


def ask(
    store: QuestionStore,
    asked: Question,
    given: Mapping[str, str],
    most: int | None = MOST_ROWS,
) -> Answered:
    """Run a question with parameters as they were written.

    Args:
        store: what is asked.
        asked: a question of the library.
        given: its parameters, as texts by name.
        most: rows at most, which is said where there were more; None: all of them.

    Raises:
        UnknownName: the question has no such parameter.
        InvalidParameter: a text is not of its type, or is missing.
        NotRecorded: it names nothing that is recorded.
        UnknownPerson: nobody of this id is recorded.
    """
    joined = {row["record"]: row["person"] for row in store.read(query("read/joined"))}
    params = _of_persons(asked, values(asked, given, told_until(store)), joined)
    _check_ids(store, asked, params)
    with store.one_person(joined) as united:
        found = _answered(united, asked, params, most)
    return replace(found, outdated=asked.reads_calendars and outdated(store) > 0)


def _answered(
    store: QuestionStore, asked: Question, params: Mapping[str, Value], most: int | None
) -> Answered:
    rows, cut = _rows(store, asked, params, most)
    stops = sensitivity.stops(
        store, [ids_in(asked, row, "Person.id") for row in rows], _day(params)
    )
    return Answered(
        question=asked,
        params=params,
        rows=rows,
        cut=cut,
        sensitive=_sensitive(store, asked, rows),
        stops=stops,
        names=sensitivity.names(store, stops),
    )


def _of_persons(
    asked: Question, params: Mapping[str, Value], joined: Mapping[str, str]
) -> dict[str, Value]:
    """Return the parameters, a person named by the record that names all of theirs."""
    people = {param.name for param in asked.params if param.names_a == "people"}
    return {
        name: joined.get(str(value), value) if name in people else value
        for name, value in params.items()
    }


def _day(params: Mapping[str, Value]) -> date | None:
    day = params.get("as_of")
    return day if isinstance(day, date) else None


def _rows(
    store: QuestionStore, asked: Question, params: Mapping[str, Value], most: int | None
) -> tuple[list[Row], int]:
    """Return the rows, and to how many they were cut."""
    if most is None:
        return store.read(asked.query, **params), 0
    rows = store.first(most + 1, asked.query, **params)
    return rows[:most], most if len(rows) > most else 0


def outdated(store: QuestionStore) -> int:
    """Return how many people's calendars are due: what is near changed, or they are old."""
    many: int = store.read(query("read/outdated"), rule=RULE_VERSION)[0]["many"]
    return many


def _check_ids(store: QuestionStore, asked: Question, params: Mapping[str, Value]) -> None:
    """Refuse an id that is not stored: no rows would read as "there is nothing"."""
    for param in asked.params:
        value = params[param.name]
        if not param.names_a or value is None:
            continue
        if not store.existing(param.names_a, [str(value)]):
            if param.names_a == "people":
                raise UnknownPerson(f"nobody of the id {value!r} is recorded")
            raise NotRecorded(f"{param.name}: nothing of the id {value!r} is recorded")
        if param.names_a_child and not store.read(query("read/with_calendar"), ids=[value]):
            raise NotAChild(
                f"the question is not asked for {value!r}: it is about children who are "
                "sought, or apart from a parent, on some day; mark whom you look for as sought"
            )


def _sensitive(store: QuestionStore, asked: Question, rows: Sequence[Row]) -> list[bool]:
    """Return for each row whether it holds, or rests on, what may not leave the house."""
    told = [set().union(*(ids_in(asked, row, kind) for kind in _CONSENTED)) for row in rows]
    held = sensitivity.internal(store, set().union(*told))
    coded = [column.name for column in asked.columns if column.sensitive]
    return [
        bool(ids & held) or any(row[name] for name in coded)
        for ids, row in zip(told, rows, strict=True)
    ]


def ids_in(asked: Question, row: Row, kind: str) -> set[str]:
    """Return the ids of a kind that a row holds, one by one or in lists."""
    found: set[str] = set()
    for column in asked.columns:
        value = row[column.name]
        if column.holds(kind) and value is not None:
            found |= set(value) if isinstance(value, list) else {value}
    return found
