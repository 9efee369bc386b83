"""What is handed over: a new graph that holds only what its audience may see.

Everything after this point (documents, files for other tools, pictures) reads a `Package` and
never the store, so no writer can leak what was not put in here. Its records are ours
(`graph/record/model.py`), but made for one export: ids of their own, names to roles, times and
places as coarse as the audience asks; for the audience `internal` they are what was gathered.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from graph.record.model import Records
from graph.words.marks import Mark


class Audience(StrEnum):
    """Who is to read it, from those who hold the testimonies to everybody."""

    INTERNAL = "internal"
    PARTNER = "partner"
    BRIEFING = "briefing"
    PUBLIC = "public"


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A sentence and the claims that it rests on; a document sets a footnote for them."""

    text: str
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RelativeLine:
    """One relative in the table of who is left, and why not.

    `left` and `status` are the words of the answer; "withheld" where the answer rests on what
    this audience may not see. `do_not_contact` stands whatever else is withheld.
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Tile:
    """One of the four clocks: "Since news of the child", "420 days", what and when."""

    label: str
    value: str
    note: Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Appeal:
    """What the family asked of an authority, and the days without an answer until the day."""

    asked: Statement
    addressee: str
    answer: str
    days_without: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChildBriefing:
    """The answer for one child, in the words that its audience may read.

    `timeline` is in the order of time. `doubtful` says what is only believed, read into coded
    words, or dated by a convention; `disagreeing` which sources contradict each other.
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
    sources_read: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
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
    told: tuple[ChildBriefing, ...]
    left_out: tuple[str, ...]
    """What this audience does not get, a sentence each, with how much of it there was."""
    do_not_contact: frozenset[str] = frozenset()
    """Of everybody in `records`, who asked not to be contacted, on whatever day.

    Read this and not the records: the claim behind it may be withheld, the stop never is.
    """
    household_asked_not: frozenset[str] = frozenset()
    """Of everybody in `records`, for whom somebody of their household asked."""
    warning: str = ""
    """What must be read first, such as that the store was half loaded; names nobody."""
