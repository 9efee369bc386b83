"""The lines of the board: a child each, with counts, course and last signs; filtered."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any

import streamlit as st

from graph.pages.kit.app_store import Child, not_to_contact, read
from graph.record.vocabulary import Left, ThreadState
from graph.rule.calendar import Calendar
from graph.rule.network import Network, networks
from graph.rule.thread import thread_state
from graph.store.kept_tallies import BoardRow
from graph.store.queries import query
from graph.views.held_names import NamesState, state
from graph.views.overview import CountStep, CutOff, Signs, course, cut_off, signs

MOST_WITH_SIGNS = 300
"""Children whose clocks are read without being asked for: each takes some hundredths of a
second the first time."""


class BoardOrder(StrEnum):
    """How the lines may be sorted."""

    FAMILY = "family"
    NAME = "name"
    FEWEST = "fewest left to contact"
    SILENCE = "longest without a sign"


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardLine:
    """One child on the board of a day; `signs` None where they were not read."""

    row: BoardRow
    family: str
    adult_since: date | None
    course: tuple[CountStep, ...] = ()
    signs: Signs | None = None
    cut_off: CutOff | None = None
    """Who was cut off last; None too where that was not read, as with `signs`."""
    stopped: tuple[str, ...] = ()
    """Who of those left, or possibly left, asked not to be contacted: names."""
    child_stopped: bool = False
    parents: tuple[str, ...] = ()
    """Children of the same recorded parents are one family of the board."""

    @property
    def state(self) -> ThreadState:
        """Read the last thread from the counts of individual people."""
        return thread_state(*self.individuals)

    @property
    def individuals(self) -> tuple[int, int]:
        """Return how many individual people are yes, and how many possibly."""
        return self.row.individuals[Left.YES], self.row.individuals[Left.POSSIBLY]

    @property
    def left(self) -> tuple[int, int]:
        """Return how many are yes, and how many possibly."""
        return self.row.counts[Left.YES], self.row.counts[Left.POSSIBLY]


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardFilters:
    """What the filters ask for; what is empty asks for nothing."""

    threads: frozenset[ThreadState] = frozenset()
    family: str | None = None
    place: str | None = None
    """The id of the last known place."""
    silent: int = 0
    order: BoardOrder = BoardOrder.FAMILY

    @property
    def of_signs(self) -> bool:
        """Return whether the clocks of the children must be read for it."""
        return bool(self.place or self.silent or self.order is BoardOrder.SILENCE)

    def at(self, place: str | None) -> "BoardFilters":
        """Return the same, of children last known at a place."""
        return replace(self, place=place)


def lines(rows: Iterable[BoardRow], children: Mapping[str, Child]) -> list[BoardLine]:
    """Return a line for each child of a board."""
    return [_line(row, children.get(row.child)) for row in rows]


def _line(row: BoardRow, child: Child | None) -> BoardLine:
    return BoardLine(
        row=row,
        family="" if child is None else child.family,
        adult_since=None if child is None else child.adult_since,
        parents=() if child is None else child.parents,
    )


def families(every: Iterable[BoardLine]) -> list[list[BoardLine]]:
    """Put the lines of one family together, in the order in which each family comes first."""
    found: dict[tuple[str, ...], list[BoardLine]] = {}
    for line in every:
        found.setdefault(line.parents or (line.row.child,), []).append(line)
    return list(found.values())


def kept(every: Iterable[BoardLine], wanted: BoardFilters) -> list[BoardLine]:
    """Return the lines that the filters leave, in the order that is wanted."""
    networks_of = [line for line in every if _fits(line, wanted)]
    return sorted(networks_of, key=_ORDERS[wanted.order])


def _fits(line: BoardLine, wanted: BoardFilters) -> bool:
    place = None if line.signs is None or line.signs.place is None else line.signs.place.id
    return (
        (not wanted.threads or line.state in wanted.threads)
        and wanted.family in (None, line.family)
        and wanted.place in (None, place)
        and (not wanted.silent or line.signs is None or line.signs.silent_for(wanted.silent))
    )


def _by_family(line: BoardLine) -> Any:  # noqa: ANN401 - a sort key
    return line.family, line.row.name, line.row.child


def _by_silence(line: BoardLine) -> Any:  # noqa: ANN401 - a sort key
    least = None if line.signs is None else line.signs.least
    return least is not None, -(least or 0), _by_family(line)


_ORDERS: dict[BoardOrder, Callable[[BoardLine], Any]] = {
    BoardOrder.FAMILY: _by_family,
    BoardOrder.NAME: lambda line: (line.row.name, line.row.child),
    BoardOrder.FEWEST: lambda line: (*line.left, _by_family(line)),
    BoardOrder.SILENCE: _by_silence,
}


def with_signs(every: Sequence[BoardLine], day: date) -> list[BoardLine]:
    """Return the lines with the last signs of each child, read by its clocks."""
    around = _networks([line.row.child for line in every])
    return [
        replace(line, signs=signs(around[line.row.child], day))
        if line.row.child in around
        else line
        for line in every
    ]


def with_course(every: Sequence[BoardLine], day: date) -> list[BoardLine]:
    """Return the lines with the course of each child's contacts, from its calendar.

    Where the signs of a child were read, the line says who was cut off last, too.
    """
    ids = [line.row.child for line in every]
    calendars = read(lambda store: store.calendars(ids))
    around = _networks([line.row.child for line in every if line.signs is not None])
    return [
        _with_calendar(line, calendars[line.row.child], around.get(line.row.child), day)
        if line.row.child in calendars
        else line
        for line in every
    ]


def _with_calendar(
    line: BoardLine, known: Calendar, around: Network | None, day: date
) -> BoardLine:
    lost = None if around is None or line.signs is None else cut_off(known, around, day)
    return replace(line, course=course(known), cut_off=lost)


def with_stops(every: Sequence[BoardLine], day: date) -> list[BoardLine]:
    """Return the lines with who asked not to be contacted: the child, or somebody left."""
    ids = [line.row.child for line in every]
    rows = read(lambda store: store.read(query("read/left_who_asked"), children=ids, day=day))
    stops = not_to_contact([*ids, *(row["id"] for row in rows)])
    names: dict[str, list[str]] = {}
    for row in rows:
        if row["id"] in stops:
            names.setdefault(row["child"], []).append(row["name"])
    return [
        replace(
            line,
            stopped=tuple(names.get(line.row.child, ())),
            child_stopped=line.row.child in stops,
        )
        for line in every
    ]


@st.cache_resource(max_entries=1, show_spinner=False)
def _kept_networks(now: NamesState) -> dict[str, Network]:  # noqa: ARG001 - one a state
    """Return what was read of children while nothing changes in the store; filled as needed."""
    return {}


def _networks(children: Sequence[str]) -> dict[str, Network]:
    held = _kept_networks(read(state))
    missing = [child for child in children if child not in held]
    if missing:
        held |= read(lambda store: dict(networks(store.around_many(missing))))
    return held
