"""What the answers say, in words that promise nothing.

"Recorded" is the strongest word here: the program knows what was told, not what is so.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from operator import attrgetter

from graph.errors import InvalidDate
from graph.facts.adding_up import Event, Person, Sureness
from graph.record.dates import ALWAYS, When, Window, said_window
from graph.record.model import Place
from graph.record.phrases import read_when
from graph.record.vocabulary import Left, Separated, Status, ThreadState
from graph.rule.left import Answer

RISK = "Contact from abroad can itself lead to detention."
STOP = "Asked not to be contacted: do not contact."
DOUBTED_KIN = "Whoever abroad had this contact is only possibly kin of the child."
HOUSEHOLD = "Somebody in this household asked not to be contacted."

LEFT_WORDS = {
    Left.YES: "yes",
    Left.POSSIBLY: "possibly",
    Left.UNKNOWN: "unknown",
    Left.NO: "no",
    Left.ABROAD: "abroad",
}

STATUS_WORDS = {
    Status.DEAD: "recorded as dead",
    Status.HELD: "recorded as held",
    Status.ASKED: "asked not to be contacted",
    Status.LOST: "contact lost",
    Status.POSSIBLY_DEAD: "possibly dead",
    Status.POSSIBLY_HELD: "possibly held",
    Status.POSSIBLY_ASKED: "possibly asked not to be contacted",
    Status.POSSIBLY_LOST: "contact possibly lost",
    Status.IN_CONTACT: "in contact",
    Status.POSSIBLY_IN_CONTACT: "possibly in contact",
    Status.SILENT: "silent: last heard long ago",
    Status.RELEASED: "recorded as released, not heard since",
    Status.NOTHING_RECORDED: "no contact recorded",
}

SEPARATED_WORDS = {
    Separated.YES: "separated from a parent abroad",
    Separated.POSSIBLY: "possibly separated from a parent abroad",
    Separated.NO: "not recorded as separated from a parent abroad",
}

NOBODY_LEFT = "no one is recorded as left to contact"
UNDER_PRESSURE = "said under pressure"
THREAD_STATES = {
    ThreadState.MANY: "more than one person",
    ThreadState.ONE: "one person: the last thread",
    ThreadState.NONE: "no one is recorded",
    ThreadState.UNCLEAR: "unclear whether there is a last thread",
}
"""What a state of the last thread says by itself, where nobody is counted or named."""


def how_many_left(yes: int, possibly: int) -> str:
    """Say how many individual people are left to contact, and how many possibly.

    Unclear is only whether it is the last thread; who is recorded is recorded.
    """
    if not yes:
        return f"{_many(possibly)} possibly left to contact" if possibly else NOBODY_LEFT
    recorded = "one person is" if yes == 1 else "more than one person is"
    said = f"{recorded} recorded as left to contact"
    if possibly:
        others = "another one" if possibly == 1 else f"{possibly} others"
        return f"{said}, {others} possibly"
    return f"{said}, the last thread" if yes == 1 else said


def how_many_left_short(yes: int, possibly: int) -> str:
    """Say the same in a few words."""
    counted = [_people(yes) if yes else "", f"{_people(possibly)} possibly" if possibly else ""]
    said = ", ".join(one for one in counted if one)
    return (
        f"{said}: the last thread"
        if (yes, possibly) == (1, 0)
        else said or THREAD_STATES[ThreadState.NONE]
    )


def _many(count: int) -> str:
    return "one person is" if count == 1 else f"{count} people are"


def _people(count: int) -> str:
    return "1 person" if count == 1 else f"{count} people"


def status_words(answer: Answer) -> str:
    """Say what is recorded of somebody; whether any of it was said under pressure."""
    pressed = any(event.duress for event in answer.evidence)
    said = STATUS_WORDS[answer.status]
    return f"{said}, {UNDER_PRESSURE}" if pressed else said


def when_words(event: Event) -> str:
    """Say when an event was: the source's words, and the window where words alone mislead."""
    window = event.span.start
    if not event.text or re.search(r"[@/]|\.\.", event.text):  # no words of a person
        return said_window(window)
    if window == ALWAYS or event.basis == "stated":
        return event.text if window == ALWAYS or _plain(event) else _with_window(event)
    return _with_window(event)


def _plain(event: Event) -> bool:
    """Tell whether the words alone give the window: orders may have narrowed it."""
    try:
        said = read_when(event.text)
    except InvalidDate:
        return False
    return isinstance(said, When) and said.window == event.span.start


def _with_window(event: Event) -> str:
    return f"{event.text} ({said_window(event.span.start)})"


def read_as(event: Event, name: Callable[[str], str] | None = None) -> str:
    """Say which words were read so, and by whom; a reading stays somebody's reading.

    Args:
        event: with what is read into its words.
        name: the name of a person by id; None: nobody is named.
    """
    return " ".join(
        f'"{one.words}" is read {f"by {name(one.by)} " if name and one.by else ""}'
        f"as: {one.reading}."
        for one in event.beliefs
    )


UNCLEAR_HOW_LONG = "unclear how long"


def how_long(earlier: Window, until: Window) -> str:
    """Say how many days passed from one time to another one."""
    least = (until.earliest - earlier.latest).days
    if earlier.earliest == ALWAYS.earliest:
        return f"{least} days or more" if least > 0 else UNCLEAR_HOW_LONG
    most = (until.latest - earlier.earliest).days
    return f"{most} days" if least == most else f"{max(least, 0)} to {most} days"


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """How names, places, times and readings are said; by default as they are recorded.

    Whoever may not read a name or a day is told by another voice (`graph/export/`), so that
    every sentence is written once.
    """

    name: Callable[[Person], str] = attrgetter("name")
    place: Callable[[Place], str] = attrgetter("name")
    when: Callable[[Event], str] = when_words
    window: Callable[[Window], str] = said_window
    between: Callable[[Window, Window], str] = how_long
    readings: Callable[[Event], str] = read_as
    believer: Callable[[Person], str] | None = attrgetter("name")
    """The name of who believes or reads something; None: nobody is named for it."""
    likeness: bool = True
    """Whether it may be said that somebody's name is like another one's."""
    year: Callable[[date], str] = "{:%Y}".format
    """The year of a day; nothing where not even that is said."""

    def ago(self, window: Window, day: date) -> str:
        """Say how long before a day something was."""
        return self.between(window, Window(day, day))


PLAIN = Voice()


def reason(answer: Answer, day: date, fresh_days: int, voice: Voice = PLAIN) -> str:
    """Say in a sentence why somebody is, or is not, left to contact."""
    event = answer.deciding
    if event is None:
        if answer.left is Left.ABROAD:
            return "Recorded as outside the country of risk."
        return "No contact with the family abroad is recorded."
    parts = [_abroad(answer) + _deed(event, day, voice), voice.readings(event)]
    parts += [DOUBTED_KIN if answer.doubted_kin else ""]
    if answer.against is not None:
        parts += [
            f"Against it: {_lowered(_deed(answer.against, day, voice))}",
            voice.readings(answer.against),
        ]
    parts += [_heard(answer, day, fresh_days, voice)]
    return " ".join(part for part in parts if part)


def _abroad(answer: Answer) -> str:
    return "Recorded as outside the country of risk. " if answer.left is Left.ABROAD else ""


def _deed(event: Event, day: date, voice: Voice) -> str:
    """Say what happened and when; "possibly" where it may not have, by the day."""
    doubtful = event.past(day) is not Sureness.CERTAIN
    sentence = f"{'possibly ' if doubtful else ''}{event.type.words}"
    return f"{sentence[0].upper()}{sentence[1:]}, {voice.when(event)}."


def _lowered(sentence: str) -> str:
    return f"{sentence[0].lower()}{sentence[1:]}"


def _heard(answer: Answer, day: date, fresh_days: int, voice: Voice) -> str:
    heard = answer.last_heard
    if heard is None:
        return ""
    if answer.left in (Left.YES, Left.UNKNOWN, Left.POSSIBLY):
        long_ago = (day - heard.latest).days > fresh_days
        tail = f", more than {fresh_days} days before" if long_ago else ""
        return f"Last heard {voice.window(heard)}{tail}."
    return ""


def nobody(reports: int, testimonies: int, until: Window | None, voice: Voice = PLAIN) -> str:
    """Say that no one is recorded, by how many sources and until when."""
    count = testimonies or reports
    year = "" if until is None else voice.year(until.latest)
    sources = f"{count} source{'s' if count != 1 else ''}"
    told = f"{sources}, until {year}" if year else sources
    return f"No one is recorded as left to contact ({told})."


def window_json(
    window: Window | None, text: str = "", basis: str | None = None
) -> dict[str, str | None] | None:
    """Return a window as JSON; open ends are null."""
    if window is None:
        return None
    shown: dict[str, str | None] = {
        "earliest": None if window.earliest == ALWAYS.earliest else window.earliest.isoformat(),
        "latest": None if window.latest == ALWAYS.latest else window.latest.isoformat(),
        "text": text or said_window(window),
    }
    return shown if basis is None else shown | {"basis": basis}
