"""A package: a new graph that holds only what its audience may see.

Everything after this point (documents, files for other tools, pictures) reads a `Package` and
never the store. So no writer can leak what is not in it. Its records are of the usual classes
(`graph/record/model.py`), but made for one export. They have ids of their own, and roles in the
place of names. Times and places are as coarse as the audience needs. For the audience
`internal` they are the records as gathered.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property

from graph.facts.adding_up import Facts, facts
from graph.record.model import Records
from graph.words.marks import Mark
from graph.words.prose import as_mark


class Audience(StrEnum):
    """Who is to read it, from those who hold the testimonies to everybody."""

    INTERNAL = "internal"
    PARTNER = "partner"
    BRIEFING = "briefing"
    PUBLIC = "public"


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A sentence and the claims that it rests on, for which a document sets a footnote.

    What follows `claims` is set by `Notes` alone. `note` is 0 where it rests on no claim.
    Claims that were cited before have their number again; `first` is where the note is set.
    """

    text: str
    claims: tuple[str, ...] = ()
    note: int = 0
    first: bool = False
    body: str = ""
    of: str = ""
    """For which children of a section it holds; "" where it is for each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RelativeLine:
    """One relative in the table of who is left, and why not.

    `left` and `status` are the words of the answer; "withheld" where the answer rests on what
    this audience may not see. `do_not_contact` is never withheld.
    """

    person: str
    name: str
    relation: str
    mark: Mark
    left: str
    status: str
    reason: Statement
    since: str = ""
    last_heard: str = ""
    later: tuple[Statement, ...] = ()
    care: str = ""
    group: bool = False
    in_region: bool = False
    do_not_contact: bool = False
    household_asked_not: bool = False
    near_asked: str = ""
    """The sentence of it: somebody near asked, or somebody who may be the same."""
    may_be: tuple[str, ...] = ()
    """The marks of a death, a detention and the like of somebody who may be the same."""

    @property
    def cautions(self) -> tuple[str, ...]:
        """Return what is written behind the name, besides the stop."""
        near = (as_mark(self.near_asked),) if self.near_asked else ()
        return (*near, *self.may_be)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tile:
    """One of the four clocks: "Since news of the child", "420 days", what and when."""

    label: str
    value: str
    note: Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryLine:
    """A dated sentence in parts, so that a document can name children together.

    `weight` says how much it matters for the child. Both days are as coarse as `when`.
    """

    weight: int
    began: date
    ended: date
    when: str
    before: str
    who: tuple[str, ...]
    after: str
    after_many: str
    """What follows more than one name, or the name of a group."""
    beside: tuple[str, ...]
    """Those whom the deed is about, such as those who are cared for."""
    place: str
    group: bool
    claims: tuple[str, ...]
    people: tuple[str, ...] = ()
    """The ids of `who`, in no order that says something."""
    seized: bool = False
    """Whether somebody was taken, held, put into an institution, or was lost."""
    responsible: tuple[str, ...] = ()
    """The authorities that are named for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Appeal:
    """What the family asked of an authority, and the days without an answer until the day."""

    asked: Statement
    addressee: str
    answer: str
    days_without: str
    line: StoryLine | None = None
    """Who asked, and when; None where it is not said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChildBriefing:
    """The answer for one child, in the words that its audience may read.

    `timeline` is in the order of time. `doubtful` says what is only believed or read into coded
    words; `conventions` how days were worked out that the words left open; `disagreeing` which
    sources contradict each other.
    """

    child: str
    name: str
    family: str
    circumstances: str
    headline: Statement
    thread: Statement
    counts: tuple[tuple[str, int], ...]
    rows: tuple[RelativeLine, ...]
    clocks: tuple[Tile, ...]
    timeline: tuple[tuple[str, Statement], ...] = ()
    """When, in words, and what."""
    appeals: tuple[Appeal, ...] = ()
    doubtful: tuple[Statement, ...] = ()
    disagreeing: tuple[Statement, ...] = ()
    conventions: tuple[Statement, ...] = ()
    sources_read: str = ""
    age: str = ""
    story: tuple[StoryLine, ...] = ()
    cut_off: StoryLine | None = None
    """What cut off the last one who was; None where nobody was, or it is withheld."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AudienceContents:
    """What an audience gets; `carried` are the claims behind it, by their ids in the store."""

    records: Records
    briefings: tuple[ChildBriefing, ...]
    selection: str
    left_out: tuple[str, ...]
    carried: frozenset[str]
    do_not_contact: frozenset[str]
    household_asked_not: frozenset[str]


@dataclass(frozen=True, kw_only=True)
class Package:
    """Everything that an export may hold.

    Every claim that a `Statement` names is in `records`, and so is its source.
    """

    export_id: str
    audience: Audience
    tlp: str
    """The label of Traffic Light Protocol 2.0, such as "TLP:AMBER+STRICT"."""
    selection: str
    """What was selected, in words that the audience may read."""
    as_of: date
    known_on: date | None
    made_on: date
    recipient: str
    records: Records
    briefings: tuple[ChildBriefing, ...]
    left_out: tuple[str, ...]
    """What this audience does not get, a sentence each, with how much of it there was."""
    do_not_contact: frozenset[str] = frozenset()
    """Of everybody in `records`, who asked not to be contacted, on whatever day.

    Read this and not the records: the claim behind it may be withheld, the stop never is.
    """
    household_asked_not: frozenset[str] = frozenset()
    """Of everybody in `records`, for whom somebody of their household asked."""
    plea: tuple[str, ...] = ()
    """What is asked of the reader, a paragraph each."""
    warning: str = ""
    """What must be read first, such as that the store was half loaded; names nobody."""

    @cached_property
    def facts(self) -> Facts:
        """Return what its records add up to: once, however many formats read it."""
        return facts(self.records)
