"""The part of a document that is about one family, in the order in which it is read."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from graph.export.documents.merged import merged
from graph.export.documents.notes import Cited, Notes
from graph.export.documents.paper_stops import stops
from graph.export.package import Appeal, ChildBriefing, Package, RelativeLine, Statement, Tile
from graph.record.dates import BEGINNING
from graph.record.model import Records
from graph.words.marks import Mark
from graph.words.wording import HOUSEHOLD, STOP


@dataclass(frozen=True, slots=True, kw_only=True)
class Children:
    """Children whom the part is about, and what holds for each of them.

    `names` is "" where the title names the only one.
    """

    names: str
    circumstances: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """How many people within reach are recorded how, for the children named in `of`."""

    counts: tuple[tuple[str, int], ...]
    of: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Dial:
    """One of the four clocks."""

    label: str
    value: str
    note: Cited


@dataclass(frozen=True, slots=True, kw_only=True)
class Dials:
    """The four clocks, for the children named in `of`."""

    dials: tuple[Dial, ...]
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
    reason: Cited
    since: str
    last_heard: str
    later: tuple[Cited, ...]
    of: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """One line of the timeline."""

    when: str
    what: Cited


@dataclass(frozen=True, slots=True, kw_only=True)
class AppealLine:
    """What the family asked of an authority."""

    asked: Cited
    addressee: str
    answer: str
    days_without: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyPart:
    """Everything that is said of one family; what its children have in common is said once."""

    title: str
    children: tuple[Children, ...]
    headline: tuple[Cited, ...]
    thread: tuple[Cited, ...]
    stops: tuple[str, ...]
    counts: tuple[Counted, ...]
    clocks: tuple[Dials, ...]
    lines: tuple[RelativeRow, ...]
    timeline: tuple[Moment, ...]
    appeals: tuple[AppealLine, ...]
    doubtful: tuple[Cited, ...]
    disagreeing: tuple[Cited, ...]
    read: tuple[str, ...]


def family_part(told: Sequence[ChildBriefing], handed: Package, notes: Notes) -> FamilyPart:
    """Say what is told of the children of one family.

    The fields are made in the order in which a template sets them, so that footnotes are
    numbered as they are read.
    """
    set_ = _Setting(told, handed.records, notes)
    return FamilyPart(
        title=told[0].name if len(told) == 1 else f"Children of {told[0].family}",
        children=tuple(set_.children()),
        headline=set_.cited(lambda one: [one.headline]),
        thread=set_.cited(lambda one: [one.thread]),
        stops=tuple(dict.fromkeys(stops(told, handed).values())),
        counts=tuple(
            Counted(counts=counts, of=of)
            for counts, of in merged({one.name: [one.counts] for one in told})
        ),
        clocks=tuple(set_.clocks()),
        lines=tuple(set_.lines()),
        timeline=tuple(set_.timeline()),
        appeals=tuple(set_.appeals()),
        doubtful=set_.cited(lambda one: one.doubtful),
        disagreeing=set_.cited(lambda one: one.disagreeing),
        read=tuple(dict.fromkeys(one.sources_read for one in told if one.sources_read)),
    )


class _Setting:
    """Sets what is told of the children of one family, part by part."""

    def __init__(self, told: Sequence[ChildBriefing], records: Records, notes: Notes) -> None:
        self._told = told
        self._notes = notes
        self._began = {claim.id: claim.when.window.earliest for claim in records.events}

    def cited(self, part: Callable[[ChildBriefing], Sequence[Statement]]) -> tuple[Cited, ...]:
        return tuple(
            self._notes.cite(statement, of)
            for statement, of in merged({one.name: part(one) for one in self._told})
            if statement.text
        )

    def children(self) -> Iterator[Children]:
        names = [one.name for one in self._told]
        everybody = "; ".join(names) if len(names) > 1 else ""
        for said, of in merged({one.name: [one.circumstances] for one in self._told}):
            yield Children(names=of or everybody, circumstances=said)

    def clocks(self) -> Iterator[Dials]:
        for tiles, of in merged({one.name: [one.clocks] for one in self._told}):
            yield Dials(dials=tuple(self._dial(tile) for tile in tiles), of=of)

    def _dial(self, tile: Tile) -> Dial:
        return Dial(label=tile.label, value=tile.value, note=self._notes.cite(tile.note))

    def lines(self) -> Iterator[RelativeRow]:
        for row, of in merged({one.name: one.rows for one in self._told}):
            yield self._line(row, of)

    def _line(self, row: RelativeLine, of: str) -> RelativeRow:
        tags = (
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
            household=HOUSEHOLD if row.household_asked_not else "",
            reason=self._notes.cite(row.reason),
            since=row.since,
            last_heard=row.last_heard,
            later=tuple(self._notes.cite(statement) for statement in row.later),
            of=of,
        )

    def timeline(self) -> Iterator[Moment]:
        moments = {one.name: one.timeline for one in self._told}
        for (when, what), of in merged(moments, key=self._first_day):
            yield Moment(when=when, what=self._notes.cite(what, of))

    def _first_day(self, moment: tuple[str, Statement]) -> date:
        days = (self._began.get(claim, BEGINNING) for claim in moment[1].claims)
        return max(days, default=BEGINNING)

    def appeals(self) -> Iterator[AppealLine]:
        asked: dict[str, Sequence[Appeal]] = {one.name: one.appeals for one in self._told}
        for appeal, of in merged(asked):
            yield AppealLine(
                asked=self._notes.cite(appeal.asked, of),
                addressee=appeal.addressee,
                answer=appeal.answer,
                days_without=appeal.days_without,
            )
