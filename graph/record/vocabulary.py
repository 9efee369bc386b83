"""The vocabulary: words that rows may use and answers may give, each in one place.

A type of event is one row of `graph/record/tables/event_types.csv`: its effect, and its meaning
for every part of the program. No other module names a type.
"""

import csv
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

TABLE = Path(__file__).parent / "tables" / "event_types.csv"
ALSO = TABLE.with_name("also_called.csv")


class Effect(StrEnum):
    """What an event does to the question who is left to contact."""

    DEAD = "dead"
    HELD = "held"
    RELEASED = "released"
    ASKED = "asked"
    LIFTED = "lifted"
    MISSING = "missing"
    LOST = "lost"
    OPEN = "open"
    CARE = "care"
    PLACE = "place"
    NONE = ""


DISTRIBUTED = frozenset({Effect.DEAD, Effect.HELD, Effect.ASKED, Effect.MISSING, Effect.LOST})
"""Effects that reach each member of a group of which the source says "all"."""


class Role(StrEnum):
    """What somebody does in an event."""

    SUBJECT = "subject"
    WITH = "with"
    ABOUT = "about"
    MESSENGER = "messenger"
    SENDER = "sender"
    CALLER = "caller"
    ADDRESSEE = "addressee"
    RESPONSIBLE = "responsible"
    COMPANION = "companion"
    HOUSEHOLD = "household"
    WITNESS = "witness"


class TieKind(StrEnum):
    """How two people are tied, read `person kind relative`."""

    PARENT_OF = "parent_of"
    SPOUSE_OF = "spouse_of"
    SIBLING_OF = "sibling_of"
    KIN_OF = "kin_of"
    CARES_FOR = "cares_for"
    LIVES_WITH = "lives_with"
    KNOWS = "knows"
    SAME_AS = "same_as"
    NOT_SAME_AS = "not_same_as"


SAMENESS = frozenset({TieKind.SAME_AS, TieKind.NOT_SAME_AS})
"""Ties of two records that are, or are not, of one person."""
ONE_WAY = frozenset({TieKind.PARENT_OF, TieKind.KIN_OF, TieKind.CARES_FOR, TieKind.KNOWS})
"""Ties that read otherwise from the other end."""
KINSHIP = frozenset({TieKind.PARENT_OF, TieKind.SPOUSE_OF, TieKind.SIBLING_OF, TieKind.KIN_OF})


class PersonKind(StrEnum):
    """The kinds of a row of `people`."""

    PERSON = "person"
    GROUP = "group"
    ORGANISATION = "organisation"


class Basis(StrEnum):
    """What a claim rests on."""

    STATED = "stated"
    INTERPRETED = "interpreted"
    BELIEVED = "believed"
    PLANNED = "planned"


class Stance(StrEnum):
    """Whether a source says that it was so, or that it was not."""

    SUPPORTS = "supports"
    DISPUTES = "disputes"


class Standing(StrEnum):
    """Whether a claim still counts."""

    ACTIVE = "active"
    RETRACTED = "retracted"


class Scope(StrEnum):
    """Whether what is said of a group holds for each of its members."""

    ALL = "all"
    SOME = "some"


class Consent(StrEnum):
    """How far the people behind a source agreed that it may go."""

    INTERNAL = "internal"
    PARTNERS = "partners"
    PUBLIC = "public"


class Left(StrEnum):
    """The answer for one person: are they left to contact?"""

    YES = "yes"
    POSSIBLY = "possibly"
    UNKNOWN = "unknown"
    NO = "no"
    ABROAD = "abroad"


STOPPED = "stop"
"""The value of `left` in tables for programs, for everybody who asked not to be contacted."""


class Status(StrEnum):
    """What is recorded of a person on a day."""

    DEAD = "dead"
    HELD = "held"
    ASKED = "asked"
    MISSING = "missing"
    LOST = "lost"
    POSSIBLY_DEAD = "possibly_dead"
    POSSIBLY_HELD = "possibly_held"
    HELD_WITH_CHANNEL = "held_with_channel"
    POSSIBLY_ASKED = "possibly_asked"
    POSSIBLY_MISSING = "possibly_missing"
    POSSIBLY_LOST = "possibly_lost"
    IN_CONTACT = "in_contact"
    POSSIBLY_IN_CONTACT = "possibly_in_contact"
    SILENT = "silent"
    RELEASED = "released"
    NOTHING_RECORDED = "nothing_recorded"


class Separated(StrEnum):
    """Whether a border lies between a child and those who ask for it."""

    YES = "yes"
    POSSIBLY = "possibly"
    NO = "no"


class SeparatedWay(StrEnum):
    """Which way a child is apart from those who ask for it."""

    LEFT_BEHIND = "left behind"
    PARENT_INSIDE = "parent inside"
    """The child is outside; the question is about the parent's side."""
    ELSEWHERE = "elsewhere"
    """The child is outside, in another country than every parent."""


class Care(StrEnum):
    """What a relative does, or did, for the child."""

    CAREGIVER = "caregiver"
    VISITED = "visited"
    FORMER = "former"
    DECLINED = "declined"
    POSSIBLY_CAREGIVER = "possibly caregiver"
    POSSIBLY_VISITED = "possibly visited"
    POSSIBLY_FORMER = "possibly former"
    POSSIBLY_DECLINED = "possibly declined"


class ThreadState(StrEnum):
    """How many individual people are left."""

    MANY = "many"
    ONE = "one"
    NONE = "none"
    UNCLEAR = "unclear"


PUBLIC_BODY = "public"
QUALIFIERS = {
    TieKind.PARENT_OF: ["birth", "adoptive", "step", "foster", "unknown"],
    TieKind.SPOUSE_OF: ["married", "separated", "ended", "partner"],
    TieKind.SIBLING_OF: ["full", "twin", "half", "step"],
}


OUTCOMES = frozenset({"answered", "refused", "redirected"})
"""The steps of an appeal that an authority took."""
REQUEST_TYPE = "asked_not_to_be_contacted"
"""The type of the rows that the program writes itself, to keep a hard stop."""


TRAITS = frozenset(
    {
        "lasts", "known_at_once", "speaks", "attempt", "resumes", "visit", "shares_home",
        "passing", "must_end", "empties", "origin", "term",
    }
)  # fmt: skip
"""The words of the column `traits`; each is a field of a type."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EventType:
    """One row of the table of event types."""

    name: str
    effect: Effect
    reaches: frozenset[Role]
    tells_place: str
    """ "at": the subject is at the place from then on; "out", "in": left, came back."""
    control: str
    """The side of the border on which a place is then: "inside", "outside", "perhaps"."""
    lasts: bool
    """It lasts by its nature: where no end is said, the end is open."""
    known_at_once: bool
    clock: str
    """ "voice", "news" or "life": which clock of the child it sets."""
    care: Care | None
    """What it makes of the subject for the child in `with`."""
    institution: str
    """The kind of place that it is about, also where no place is named."""
    appeal: str
    """The step of an appeal to an authority: "sent", "unanswered", or one of its outcomes."""
    passport: str
    """ "lacking" or "issued": what it says of the subject's passport."""
    speaks: bool
    """The subject speaks, writes or is seen in it: its words are theirs."""
    attempt: bool
    """Somebody tried to reach the other, though nobody answered."""
    resumes: bool
    """Contact is there again: it came after the losses before it, whatever their windows."""
    visit: bool
    """The subject saw the person in `with`."""
    shares_home: bool
    """Subject and `with` live in one home."""
    passing: bool
    """The subject is at the place on that day only."""
    must_end: bool
    """A row must name the event that it ends."""
    empties: bool
    """The people held at the place are perhaps held no more."""
    origin: bool
    """The subject comes from the place: nothing that happened, and no stay."""
    term: bool
    """Its end is that of a term: it may lie after the telling, and ends nothing."""
    gedcom: str
    """The tag of a certain event in a GEDCOM file; "" is EVEN with its words. DEAT and its like
    say that the day of the event is the day of the death.
    """
    endangers: str
    """Why the authorities of the country of risk may punish a person for it; "" is not said."""
    subject_is: str
    with_is: str
    words: str

    @property
    def goes_on(self) -> bool:
        """Return whether it goes on until something ends it, as no call and no visit does."""
        return self.lasts or not (self.speaks or self.visit or self.attempt)

    @property
    def about_a_place(self) -> bool:
        """Return whether it changes a place, and not its people: a row must name the place."""
        return self.empties or bool(self.control)

    def properties(self) -> dict[str, object]:
        """Return what every event of this type has beside its own facts in the store.

        An empty value is None: it takes away what another version of the table put there.
        """
        return {name: getattr(self, name) or None for name in _IN_STORE} | {
            "reaches": [str(role) for role in sorted(self.reaches)],
            "care": self.care and str(self.care),
            "table_version": table_version(),
        }


_IN_STORE = (
    *("tells_place", "control", "clock", "institution", "appeal", "passport"),
    *("speaks", "attempt", "shares_home", "empties", "origin"),
)


@cache
def table_version() -> str:
    """Return the fingerprint of the table of event types, and of what the store has of it."""
    return sha256(TABLE.read_bytes() + " ".join(_IN_STORE).encode()).hexdigest()[:12]


@cache
def event_types() -> dict[str, EventType]:
    """Return the table of event types, by type."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        return {row["type"]: _event_type(row) for row in csv.DictReader(file)}


@cache
def also_called() -> dict[str, tuple[str, ...]]:
    """Return other words that people use for a type of event, by type."""
    with ALSO.open(encoding="utf-8", newline="") as file:
        return {row["type"]: tuple(row["also"].split("; ")) for row in csv.DictReader(file)}


_READ: dict[str, Callable[[str], Any]] = {
    "effect": Effect,
    "reaches": lambda text: frozenset(map(Role, text.split())),
    "care": lambda text: Care(text) if text else None,
}
"""How the columns that are no plain text are read."""


def _event_type(row: dict[str, str]) -> EventType:
    name, traits = row.pop("type"), set(row.pop("traits").split())
    if wrong := traits - TRAITS:
        raise ValueError(f"{TABLE}, {name}: no such trait: {', '.join(sorted(wrong))}")
    read: dict[str, Any] = {trait: trait in traits for trait in TRAITS}
    read |= {column: _READ.get(column, str)(text) for column, text in row.items()}
    return EventType(name=name, **read)
