"""Tallies of the answers for each child, kept by days of change, and the board by them.

A calendar keeps its tallies as lines of text, the first days first. So the board reads one
text a child, and looks into it here.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from operator import add

from graph.record.vocabulary import Left, Separated, SeparatedWay
from graph.rule.calendar import Calendar, Tally, tallies
from graph.store.database import Database, Row

IN_ORDER = (Left.YES, Left.POSSIBLY, Left.UNKNOWN, Left.NO, Left.ABROAD)
"""How a line has its counts: of people, then of groups."""
_KINDS = len(IN_ORDER)
_SEPARATED = {word.value: word for word in Separated}
_WAYS = {word.value: word for word in SeparatedWay}
_LAST = "~"
"""Sorts after every line of the same day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardRow:
    """One child on the board of a day, by its calendar."""

    child: str
    name: str
    dataset: str
    separated: Separated
    way: SeparatedWay
    adult: bool
    counts: Mapping[Left, int]
    """How many people and groups stand how; who has nothing recorded counts as unknown."""
    individuals: Mapping[Left, int]
    """The same without groups, and only of those with something recorded: the threads."""
    do_not_contact: bool = False
    """The child itself asked not to be contacted."""


def tallied(calendar: Calendar) -> Row:
    """Return the tallies of a calendar as its node holds them; questions read those of yes."""
    counted = list(tallies(calendar))
    facts: Row = {
        "tallies": "\n".join(map(_line, counted)),
        "tally_from": [tally.first for tally in counted],
        "tally_until": [tally.last for tally in counted],
        "tally_separated": [tally.separated.value for tally in counted],
        "tally_yes": [tally.people.get(Left.YES, 0) for tally in counted],
        "tally_possibly": [tally.people.get(Left.POSSIBLY, 0) for tally in counted],
    }
    if counted:
        facts["board_from"] = counted[0].first
    return facts


def _line(tally: Tally) -> str:
    cells = [tally.first, tally.last, tally.separated, tally.way, int(tally.adult)]
    counts = [of.get(left, 0) for of in (tally.people, tally.groups) for left in IN_ORDER]
    return "\t".join(map(str, [*cells, *counts]))


def board(database: Database, day: date) -> list[BoardRow]:
    """Return the children on the board of a day with their counts, in one query."""
    [found] = database.reading(lambda ask: ask("read/board", day=day))
    columns = ("children", "names", "datasets", "nothing_recorded", "tallies")
    rows = sorted(zip(*(found[name] for name in columns), strict=True))
    return list(_board_rows(rows, str(day), set(found["stopped"])))


def _board_rows(
    rows: list[tuple[str, str, str, int, str]], day: str, stopped: set[str]
) -> Iterator[BoardRow]:
    for child, name, dataset, silent, text in rows:
        lines = text.split("\n")
        begun = bisect_right(lines, day + _LAST)
        cells = lines[begun - 1].split("\t") if begun else []
        if not cells or cells[1] < day:
            continue
        _, _, separated, way, adult, *numbers = cells
        people = [*map(int, numbers[:_KINDS])]
        counts = dict(zip(IN_ORDER, map(add, people, map(int, numbers[_KINDS:])), strict=True))
        counts[Left.UNKNOWN] += silent
        yield BoardRow(
            child=child,
            name=name,
            dataset=dataset,
            separated=_SEPARATED[separated],
            way=_WAYS[way],
            adult=adult == "1",
            counts=counts,
            individuals=dict(zip(IN_ORDER, people, strict=True)),
            do_not_contact=child in stopped,
        )
