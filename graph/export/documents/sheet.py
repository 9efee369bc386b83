"""A fact sheet across families: how many children, how many with nobody left, and which.

Everything is counted from what is told of each child; nothing is worked out again on the
records, since some of what an answer rests on may be withheld from this audience.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from graph.export.documents.merged import merged
from graph.export.documents.notes import Cited, Notes
from graph.export.documents.paper import Frame, described, frame
from graph.export.documents.paper_stops import stops
from graph.export.documents.sentences import NOT_SAID
from graph.export.package import ChildBriefing, Package
from graph.record.model import Records
from graph.record.vocabulary import Left, Role, ThreadState
from graph.rule.thread import thread_state
from graph.words.wording import LEFT_WORDS, NOBODY_LEFT

WITHHELD = "withheld"
THREAD_FIGURES = {
    ThreadState.NONE: NOBODY_LEFT,
    ThreadState.ONE: "one person is recorded as left: the last thread",
    ThreadState.UNCLEAR: "at most one person is recorded as left, and somebody possibly",
    ThreadState.MANY: "more than one person is recorded as left",
    WITHHELD: "withheld from this audience",
}
_PLACED = ("placed_in_orphanage", "placed_in_boarding_school")


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number and what it counts."""

    number: int
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetLine:
    """Children of one family of whom the same is told."""

    family: str
    children: int
    names: str
    headline: Cited
    counts: tuple[tuple[str, int], ...]
    clocks: tuple[tuple[str, str], ...]
    stops: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The whole fact sheet."""

    frame: Frame
    children: int
    families: int
    threads: tuple[Figure, ...]
    others: tuple[Figure, ...]
    lines: tuple[SheetLine, ...]
    sources: tuple[str, ...]
    not_said: tuple[str, ...]
    left_out: tuple[str, ...]


def sheet(handed: Package) -> Sheet:
    """Count what is told of every child, and say it of each family."""
    notes = Notes(handed.records)
    families = [list(told) for _, told in groupby(handed.told, key=lambda one: one.family)]
    lines = tuple(line for told in families for line in _lines(told, handed, notes))
    states = Counter(state(one) for one in handed.told)
    return Sheet(
        frame=frame(handed),
        children=len(handed.told),
        families=len(families),
        threads=tuple(
            Figure(number=states[value], words=words)
            for value, words in THREAD_FIGURES.items()
            if states[value] or value is not WITHHELD
        ),
        others=tuple(_others(handed)),
        lines=lines,
        sources=tuple(described(notes.sources.values(), handed.records)),
        not_said=NOT_SAID,
        left_out=handed.left_out,
    )


def state(one: ChildBriefing) -> str:
    """Name the state of a child's last thread, from what is told of individual people.

    Where an answer is withheld, so is the state, unless two are left in any case.
    """
    said = [row.left for row in one.rows if not row.group]
    yes, possibly = said.count(LEFT_WORDS[Left.YES]), said.count(LEFT_WORDS[Left.POSSIBLY])
    if WITHHELD in said and yes < 2:  # noqa: PLR2004 - more than one
        return WITHHELD
    return thread_state(yes, possibly)


def _others(handed: Package) -> Iterator[Figure]:
    placed = sum(_placed(one, handed.records) for one in handed.told)
    asked = stops(handed.told, handed)
    appeals = {appeal for one in handed.told for appeal in one.appeals}
    yield Figure(number=placed, words="placed in an orphanage or boarding school, or perhaps")
    yield Figure(number=len(asked), words="people asked not to be contacted")
    yield Figure(number=len(appeals), words="appeals to authorities are recorded")


def _placed(one: ChildBriefing, records: Records) -> bool:
    """Tell whether the child is told to have been placed in an institution by the day."""
    placings = {
        claim.id
        for claim in records.events
        if claim.type in _PLACED
        and any(p.role is Role.SUBJECT and p.person == one.child for p in claim.people)
    }
    return any(placings.intersection(said.claims) for _, said in one.timeline)


def _lines(told: list[ChildBriefing], handed: Package, notes: Notes) -> Iterator[SheetLine]:
    """Say of a family what is told of its children, once for those of whom the same is."""
    same = {
        one.name: [(one.headline, one.counts, _dials(one), len(stops([one], handed)))]
        for one in told
    }
    for (headline, counts, clocks, stopped), of in merged(same):
        names = of or "; ".join(one.name for one in told)
        yield SheetLine(
            family=told[0].family,
            children=sum((headline, counts, clocks, stopped) in said for said in same.values()),
            names=names,
            headline=notes.cite(headline),
            counts=counts,
            clocks=clocks,
            stops=stopped,
        )


def _dials(one: ChildBriefing) -> tuple[tuple[str, str], ...]:
    return tuple((tile.label, tile.value) for tile in one.clocks)
