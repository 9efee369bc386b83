"""The mark of each answer: a shape, a sign and a colour; no mark needs its colour alone.

No answer is green or ticked: "yes" says that contact is recorded, not that it is safe. Words
are beside a mark, never on it. Colours: Okabe and Ito, "Color Universal Design" (2008).
"""

from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Protocol

from graph.record.vocabulary import Left, Status, ThreadState


class Mark(StrEnum):
    """What a card or a line of a list is marked with."""

    CHILD = "child"
    SIBLING = "sibling"
    YES = "yes"
    POSSIBLY = "possibly"
    UNKNOWN = "unknown"
    ABROAD = "abroad"
    DEAD = "dead"
    HELD = "held"
    ASKED = "asked"
    MISSING = "missing"
    LOST = "lost"
    STOP = "stop"
    MORE = "more"
    PERSON = "person"
    GROUP = "group"
    ORGANISATION = "organisation"
    EVENT = "event"
    PLACE = "place"


THREAD_MARKS = {
    ThreadState.MANY: Mark.YES,
    ThreadState.ONE: Mark.YES,
    ThreadState.UNCLEAR: Mark.POSSIBLY,
    ThreadState.NONE: Mark.UNKNOWN,
}
"""How the last thread of a child is marked, wherever it is said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How a mark is drawn; `edge` is the border of its card."""

    shape: str
    sign: str
    fill: str
    edge: str
    ink: str = "#000000"
    dashed: bool = False


NEUTRAL = "#5b6770"
"""Of who is left, or possibly left: a colour that advises nothing."""
LOOKS = {
    Mark.CHILD: Look(shape="house", sign="none", fill="#000000", edge="#000000"),
    Mark.SIBLING: Look(shape="house", sign="none", fill="#ffffff", edge="#000000"),
    Mark.YES: Look(shape="circle", sign="dot", fill=NEUTRAL, edge=NEUTRAL),
    Mark.POSSIBLY: Look(
        shape="circle", sign="half", fill="#ffffff", edge=NEUTRAL, ink=NEUTRAL, dashed=True
    ),
    Mark.UNKNOWN: Look(
        shape="circle", sign="question", fill="#ffffff", edge="#555555", dashed=True
    ),
    Mark.ABROAD: Look(shape="hexagon", sign="arrow", fill="#56b4e9", edge="#56b4e9"),
    Mark.DEAD: Look(shape="bar", sign="none", fill="#444444", edge="#444444"),
    Mark.HELD: Look(shape="square", sign="grid", fill="#d55e00", edge="#d55e00"),
    Mark.ASKED: Look(shape="octagon", sign="minus", fill="#f0e442", edge="#f0e442"),
    Mark.MISSING: Look(shape="diamond", sign="question", fill="#ffffff", edge="#000000"),
    Mark.LOST: Look(shape="diamond", sign="dots", fill="#e69f00", edge="#e69f00", dashed=True),
    Mark.STOP: Look(shape="octagon", sign="minus", fill="#ffffff", edge="#000000"),
    Mark.MORE: Look(shape="square", sign="plus", fill="#ffffff", edge="#777777"),
    # In a free view nothing is said of contact: these tell only what a card stands for.
    Mark.PERSON: Look(shape="circle", sign="none", fill="#ffffff", edge="#8a8a8a"),
    Mark.GROUP: Look(shape="circle", sign="dots", fill="#ffffff", edge="#8a8a8a"),
    Mark.ORGANISATION: Look(shape="square", sign="none", fill="#ffffff", edge="#8a8a8a"),
    Mark.EVENT: Look(shape="flag", sign="none", fill="#ffffff", edge="#8a8a8a"),
    Mark.PLACE: Look(shape="pin", sign="none", fill="#ffffff", edge="#8a8a8a"),
}

_NO = {
    Status.DEAD: Mark.DEAD,
    Status.HELD: Mark.HELD,
    Status.ASKED: Mark.ASKED,
    Status.MISSING: Mark.MISSING,
}


def looks() -> dict[str, dict[str, object]]:
    """Return every look, for the scripts."""
    return {mark.value: asdict(look) for mark, look in LOOKS.items()}


class Markable(Protocol):
    """What an answer, or a stay of a calendar, says of somebody."""

    @property
    def left(self) -> Left:
        """Whether they are left to contact."""

    @property
    def status(self) -> Status:
        """What is recorded of them."""


def mark_of(answer: Markable) -> Mark:
    """Return the mark of an answer: a no is marked by what it rests on."""
    if answer.left is Left.NO:
        return _NO.get(answer.status, Mark.LOST)
    return Mark(answer.left.value)
