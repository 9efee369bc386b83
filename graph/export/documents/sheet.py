"""A fact sheet across families: how many children, how many with nobody left, and which.

Everything is counted from what the package says of each child. Nothing is worked out again on
the records, because parts of an answer may be withheld from this audience.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from graph.export.child_briefing.disclosure_policy import WITHHELD
from graph.export.documents.family_part import stops
from graph.export.documents.notes import Notes, merged
from graph.export.documents.paper import Frame, described, frame
from graph.export.documents.sentences import NOT_SAID
from graph.export.package import ChildBriefing, Package, Statement
from graph.record.model import Records
from graph.record.vocabulary import Effect, Left, Role, ThreadState, event_types
from graph.rule.thread import thread_state
from graph.words.wording import LEFT_WORDS, NOBODY_LEFT

THREAD_FIGURES = {
    ThreadState.NONE: NOBODY_LEFT,
    ThreadState.ONE: "one person is recorded as left: the last thread",
    ThreadState.UNCLEAR: "at most one person is recorded as left, and somebody possibly",
    ThreadState.MANY: "more than one person is recorded as left",
    WITHHELD: "withheld from this audience",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number and what it counts."""

    number: int
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetLine:
    """Children of one family with the same sentences."""

    family: str
    children: int
    names: str
    headline: Statement
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
    ids: tuple[str, ...]


def sheet(package: Package) -> Sheet:
    """Count the answers of all children, and set a line for each family."""
    notes = Notes(package)
    families = [
        list(briefings)
        for _, briefings in groupby(package.briefings, key=lambda one: one.family)
    ]
    lines = tuple(line for briefings in families for line in _lines(briefings, package, notes))
    states = Counter(state(one) for one in package.briefings)
    return Sheet(
        frame=frame(package),
        children=len(package.briefings),
        families=len(families),
        threads=tuple(
            Figure(number=states[value], words=words)
            for value, words in THREAD_FIGURES.items()
            if states[value] or value is not WITHHELD
        ),
        others=tuple(_others(package)),
        lines=lines,
        sources=tuple(described(notes.sources.values(), package.records)),
        not_said=NOT_SAID,
        left_out=package.left_out,
        ids=notes.ids,
    )


def state(one: ChildBriefing) -> str:
    """Name the state of a child's last thread, from the answers for individual people.

    Where an answer is withheld, so is the state, unless two are left in any case.
    """
    said = [row.left for row in one.rows if not row.group]
    yes, possibly = said.count(LEFT_WORDS[Left.YES]), said.count(LEFT_WORDS[Left.POSSIBLY])
    if WITHHELD in said and yes < 2:  # noqa: PLR2004 - more than one
        return WITHHELD
    return thread_state(yes, possibly)


def _others(package: Package) -> Iterator[Figure]:
    placed = sum(_placed(one, package.records) for one in package.briefings)
    asked = stops(package.briefings, package)
    appeals = {appeal for one in package.briefings for appeal in one.appeals}
    yield Figure(number=placed, words="placed in an orphanage or boarding school, or perhaps")
    yield Figure(number=len(asked), words="people asked not to be contacted")
    yield Figure(number=len(appeals), words="appeals to authorities are recorded")


def _placed(one: ChildBriefing, records: Records) -> bool:
    """Return whether the package says that the child was in an institution by the day."""
    kinds = event_types()
    placings = {
        claim.id
        for claim in records.events
        if kinds[claim.type].institution
        and kinds[claim.type].effect is Effect.PLACE
        and any(p.role is Role.SUBJECT and p.person == one.child for p in claim.people)
    }
    return any(placings.intersection(said.claims) for _, said in one.timeline)


def _lines(
    briefings: list[ChildBriefing], package: Package, notes: Notes
) -> Iterator[SheetLine]:
    """Yield the lines of a family's children, one for those with the same sentences."""
    same = {
        one.name: [(one.headline, one.counts, _dials(one), len(stops([one], package)))]
        for one in briefings
    }
    for (headline, counts, clocks, stopped), of in merged(same):
        names = of or "; ".join(one.name for one in briefings)
        yield SheetLine(
            family=briefings[0].family,
            children=sum((headline, counts, clocks, stopped) in said for said in same.values()),
            names=names,
            headline=notes.cite(headline),
            counts=counts,
            clocks=clocks,
            stops=stopped,
        )


def _dials(one: ChildBriefing) -> tuple[tuple[str, str], ...]:
    return tuple((tile.label, tile.value) for tile in one.clocks)
