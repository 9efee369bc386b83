"""The words that rows may use and answers may give, each in one place.

What a type of event does is a row of `graph/record/tables/event_types.csv`, not a branch in
the code.
"""

import csv
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

TABLE = Path(__file__).parent / "tables" / "event_types.csv"


class Effect(StrEnum):
    """What an event does to the question who is left to contact."""

    DEAD = "dead"
    HELD = "held"
    RELEASED = "released"
    ASKED = "asked"
    LIFTED = "lifted"
    LOST = "lost"
    OPEN = "open"
    CARE = "care"
    PLACE = "place"
    NONE = ""


DISTRIBUTED = frozenset({Effect.DEAD, Effect.HELD, Effect.ASKED, Effect.LOST})
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


KINSHIP = frozenset({TieKind.PARENT_OF, TieKind.SPOUSE_OF, TieKind.SIBLING_OF, TieKind.KIN_OF})


class PersonKind(StrEnum):
    """What a row of `people` stands for."""

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
"""What tables for programs have in the column `left` of whoever asked not to be contacted."""


class Status(StrEnum):
    """What is recorded of a person on a day."""

    DEAD = "dead"
    HELD = "held"
    ASKED = "asked"
    LOST = "lost"
    POSSIBLY_DEAD = "possibly_dead"
    POSSIBLY_HELD = "possibly_held"
    POSSIBLY_ASKED = "possibly_asked"
    POSSIBLY_LOST = "possibly_lost"
    IN_CONTACT = "in_contact"
    POSSIBLY_IN_CONTACT = "possibly_in_contact"
    SILENT = "silent"
    RELEASED = "released"
    NOTHING_RECORDED = "nothing_recorded"


class Separated(StrEnum):
    """Whether a child is apart from a parent abroad."""

    YES = "yes"
    POSSIBLY = "possibly"
    NO = "no"


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


SOURCE_KINDS = [
    "report",
    "testimony",
    "interview",
    "letter",
    "message",
    "video",
    "document",
    "database",
    "news",
]
PLACE_KINDS = [
    "country",
    "region",
    "town",
    "camp",
    "prison",
    "police_custody",
    "orphanage",
    "boarding_school",
    "hospital",
    "consulate",
    "home",
    "hotel",
    "institution",
]
PRECISIONS = ["exact", "town", "region", "country"]
RELIABILITIES = ["A", "B", "C", "D", "E", "F"]
CERTAINTIES = ["certain", "likely", "possible", "doubtful"]
SEXES = ["female", "male"]
PUBLIC_BODY = "public"
BODIES = [PUBLIC_BODY]
QUALIFIERS = {
    TieKind.PARENT_OF: ["birth", "adoptive", "step", "foster", "unknown"],
    TieKind.SPOUSE_OF: ["married", "ended", "partner"],
    TieKind.SIBLING_OF: ["full", "half", "step"],
}


@dataclass(frozen=True, slots=True, kw_only=True)
class EventType:
    """One row of the effect table."""

    name: str
    effect: Effect
    reaches: frozenset[Role]
    tells_place: str
    """ "at": the subject is at the place from then on; "out", "in": left, came back."""
    lasts: bool
    """It lasts by its nature: where no end is said, the end is open."""
    known_at_once: bool
    clock: str
    """ "voice", "news" or "life": which clock of the child it sets."""
    subject_is: str
    with_is: str
    words: str


@cache
def event_types() -> dict[str, EventType]:
    """Return the effect table, by type."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        return {row["type"]: _event_type(row) for row in csv.DictReader(file)}


def _event_type(row: dict[str, str]) -> EventType:
    return EventType(
        name=row["type"],
        effect=Effect(row["effect"]),
        reaches=frozenset(Role(role) for role in row["reaches"].split()),
        tells_place=row["tells_place"],
        lasts=row["lasts"] == "yes",
        known_at_once=row["known_at_once"] == "yes",
        clock=row["clock"],
        subject_is=row["subject_is"],
        with_is=row["with_is"],
        words=row["words"],
    )
