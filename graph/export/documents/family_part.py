"""The part of a document that is about one family, in the order of reading."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from graph.export.documents.family_prose import ProseSection, first_page, with_all_children
from graph.export.documents.notes import Notes, merged
from graph.export.package import Appeal, ChildBriefing, Package, RelativeLine, Statement, Tile
from graph.record.dates import BEGINNING
from graph.record.model import Records
from graph.words.marks import Mark
from graph.words.wording import STOP


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """How many people within reach are recorded how, for the children named in `of`."""

    counts: tuple[tuple[str, int], ...]
    of: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Dials:
    """The four clocks, for the children named in `of`."""

    dials: tuple[Tile, ...]
    of: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RelativeRow:
    """One relative in the table; `tags` are what is always said beside a name.

    `relation` is "" where the name says it already.
    """

    mark: Mark
    left: str
    status: str
    name: str
    relation: str
    tags: tuple[str, ...]
    stop: str
    household: str
    reason: Statement
    since: str
    last_heard: str
    later: tuple[Statement, ...]
    of: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """One line of the timeline."""

    when: str
    what: Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyPart:
    """Everything that is said of one family; what its children have in common is said once."""

    title: str
    headline: tuple[Statement, ...]
    prose: tuple[ProseSection, ...]
    stops: tuple[str, ...]
    timeline: tuple[Moment, ...]
    thread: tuple[Statement, ...]
    counts: tuple[Counted, ...]
    lines: tuple[RelativeRow, ...]
    clocks: tuple[Dials, ...]
    appeals: tuple[Appeal, ...]
    doubtful: tuple[Statement, ...]
    disagreeing: tuple[Statement, ...]
    conventions: tuple[Statement, ...]
    read: tuple[str, ...]


def family_part(
    briefings: Sequence[ChildBriefing], package: Package, notes: Notes
) -> FamilyPart:
    """Build the part about the children of one family.

    The fields are made in the order in which a template sets them, so that footnotes are
    numbered as they are read.
    """
    set_ = _Setting(briefings, package.records, notes)
    return FamilyPart(
        title=briefings[0].name
        if len(briefings) == 1
        else f"Children of {briefings[0].family}",
        headline=set_.cited(lambda one: [one.headline]),
        prose=first_page(briefings, package, notes.cite),
        stops=tuple(dict.fromkeys(stops(briefings, package).values())),
        timeline=tuple(set_.timeline()),
        thread=set_.cited(lambda one: [one.thread]),
        counts=tuple(
            Counted(counts=counts, of=of)
            for counts, of in merged({one.name: [one.counts] for one in briefings})
        ),
        lines=tuple(set_.lines()),
        clocks=tuple(set_.clocks()),
        appeals=tuple(set_.appeals()),
        doubtful=set_.cited(lambda one: one.doubtful),
        disagreeing=set_.cited(lambda one: one.disagreeing),
        conventions=set_.cited(lambda one: one.conventions),
        read=tuple(dict.fromkeys(one.sources_read for one in briefings if one.sources_read)),
    )


class _Setting:
    """Sets the part about the children of one family, field by field."""

    def __init__(
        self, briefings: Sequence[ChildBriefing], records: Records, notes: Notes
    ) -> None:
        self._briefings = briefings
        self._notes = notes
        self._began = {claim.id: claim.began.sort_days[0] for claim in records.events}

    def cited(
        self, part: Callable[[ChildBriefing], Sequence[Statement]]
    ) -> tuple[Statement, ...]:
        return tuple(
            self._cite(statement, of)
            for statement, of in merged({one.name: part(one) for one in self._briefings})
            if statement.text
        )

    def clocks(self) -> Iterator[Dials]:
        for tiles, of in merged({one.name: [one.clocks] for one in self._briefings}):
            dials = (replace(tile, note=self._cite(tile.note)) for tile in tiles)
            yield Dials(dials=tuple(dials), of=of)

    def lines(self) -> Iterator[RelativeRow]:
        for row, of in merged({one.name: one.rows for one in self._briefings}):
            yield self._line(row, of)

    def _line(self, row: RelativeLine, of: str) -> RelativeRow:
        tags = (
            *row.may_be,
            row.care,
            "a group: someone of them" if row.group else "",
            "recorded in the region" if row.in_region else "",
        )
        return RelativeRow(
            mark=row.mark,
            left=row.left,
            status=row.status,
            name=row.name,
            relation="" if row.relation == row.name else row.relation,
            tags=tuple(tag for tag in tags if tag),
            stop=STOP if row.do_not_contact else "",
            household=row.near_asked,
            reason=self._cite(row.reason),
            since=row.since,
            last_heard=row.last_heard,
            later=tuple(self._cite(statement) for statement in row.later),
            of=of,
        )

    def timeline(self) -> Iterator[Moment]:
        moments = {one.name: one.timeline for one in self._briefings}
        for (when, what), of in merged(moments, key=self._first_day):
            yield Moment(when=when, what=self._cite(what, of))

    def _cite(self, said: Statement, of: str = "") -> Statement:
        """Set a footnote; all children of the family are named together."""
        text = with_all_children(said.text, [one.name for one in self._briefings])
        return self._notes.cite(replace(said, text=text), of)

    def _first_day(self, moment: tuple[str, Statement]) -> date:
        days = (self._began.get(claim, BEGINNING) for claim in moment[1].claims)
        return max(days, default=BEGINNING)

    def appeals(self) -> Iterator[Appeal]:
        for appeal, of in merged({one.name: one.appeals for one in self._briefings}):
            yield replace(appeal, asked=self._cite(appeal.asked, of), line=None)


def stops(briefings: Sequence[ChildBriefing], package: Package) -> dict[str, str]:
    """Return the name of everyone with the hard stop, by id.

    From the rows, the children, and the people in the events of the timeline. It is read
    from the export itself: the claim behind a stop may be withheld, the stop never is.
    """
    names = {
        row.person: _named(row.name, row.relation) for one in briefings for row in one.rows
    }
    stopped = {row.person for one in briefings for row in one.rows if row.do_not_contact}
    children = {one.child: one.name for one in briefings}
    around = dict.fromkeys([*names, *children, *_taking_part(briefings, package)])
    recorded = {claim.about: claim.name for claim in package.records.people}
    every = children | recorded | names
    return {
        person: every[person]
        for person in around
        if person in stopped | package.do_not_contact and person in every
    }


def _named(name: str, relation: str) -> str:
    return ", ".join(dict.fromkeys((name, relation)))


def _taking_part(briefings: Sequence[ChildBriefing], package: Package) -> Iterator[str]:
    """Yield who has a part in what the timelines tell."""
    cited = {claim for one in briefings for _, said in one.timeline for claim in said.claims}
    for claim in package.records.events:
        if claim.id in cited:
            yield from (part.person for part in claim.people)
