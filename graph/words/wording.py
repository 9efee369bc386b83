"""The words of the answers, which promise nothing.

"Recorded" is the strongest word here: the program knows what a source says, not what is so.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from operator import attrgetter

from graph.facts.adding_up import Event, Person
from graph.record.dates import ALWAYS, AS_TYPED, Window, said_window
from graph.record.model import Interpretation, Place
from graph.record.vocabulary import Care, Left, Separated, SeparatedWay, Status, ThreadState
from graph.rule.left import Answer
from graph.rule.network import Network
from graph.words.name_marks import NameMarks, with_marks

RISK = "Contact from abroad can itself lead to detention."
"""Where the data set of a person says nothing else, and where several families are shown."""
EMPTY = "Nothing is recorded yet."
STOP = "Asked not to be contacted: do not contact."
STOP_OF = "Asked not to be contacted, do not contact: {names}."
STOP_SHORT = "do not contact"
"""The hard stop in a cell, where a mark comes before it."""
DOUBTED_END = "It is doubtful whether somebody of the family abroad had this contact."
EMPTIED = "People who were held there are perhaps not held any more."
NEAR_ASKED = "Somebody near them asked not to be contacted."

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
    Status.MISSING: "recorded as missing",
    Status.LOST: "contact lost",
    Status.POSSIBLY_DEAD: "possibly dead",
    Status.POSSIBLY_HELD: "possibly held",
    Status.HELD_WITH_CHANNEL: "in custody, with a channel",
    Status.POSSIBLY_ASKED: "possibly asked not to be contacted",
    Status.POSSIBLY_MISSING: "possibly missing",
    Status.POSSIBLY_LOST: "contact possibly lost",
    Status.IN_CONTACT: "in contact",
    Status.POSSIBLY_IN_CONTACT: "possibly in contact",
    Status.SILENT: "silent: not heard since",
    Status.RELEASED: "recorded as released, not heard since",
    Status.NOTHING_RECORDED: "no contact recorded",
}

SEPARATED_WORDS = {
    Separated.YES: "separated from a parent abroad",
    Separated.POSSIBLY: "possibly separated from a parent abroad",
    Separated.NO: "not recorded as separated from a parent abroad",
}

CARE_WORDS = {
    Care.CAREGIVER: "caregiver",
    Care.VISITED: "visited the child",
    Care.FORMER: "cared for the child before",
    Care.DECLINED: "declined to care for the child",
    Care.POSSIBLY_CAREGIVER: "possibly caregiver",
    Care.POSSIBLY_VISITED: "possibly visited the child",
    Care.POSSIBLY_FORMER: "possibly cared for the child before",
    Care.POSSIBLY_DECLINED: "possibly declined to care for the child",
}
WAY_WORDS = {
    SeparatedWay.LEFT_BEHIND: SEPARATED_WORDS[Separated.YES],
    SeparatedWay.PARENT_INSIDE: "abroad, separated from a parent in the country of risk",
    SeparatedWay.ELSEWHERE: "abroad, in another country than every parent",
}
APART_WORDS = {
    SeparatedWay.LEFT_BEHIND: "Apart from, abroad: {}.",
    SeparatedWay.PARENT_INSIDE: "Apart from, in the country of risk: {}.",
    SeparatedWay.ELSEWHERE: "Apart from, in another country abroad: {}.",
}
"""By which way the border lies; with the names of those from whom a child is apart."""


def risk_of(network: Network) -> str:
    """Say what contact from abroad can lead to for the people around a child."""
    return network.borders.risk or RISK


def separated_words(separated: Separated, way: SeparatedWay) -> str:
    """Say whether a child is apart, and which way the border lies."""
    if separated is Separated.NO or way is SeparatedWay.LEFT_BEHIND:
        return SEPARATED_WORDS[separated]
    return f"{'possibly ' if separated is Separated.POSSIBLY else ''}{WAY_WORDS[way]}"


NOBODY_LEFT = "no one is recorded as left to contact"
UNDER_PRESSURE = "said under pressure"
THREAD_STATES = {
    ThreadState.MANY: "more than one person",
    ThreadState.ONE: "one person, the last one",
    ThreadState.NONE: "no one is recorded",
    ThreadState.UNCLEAR: "unclear if one person is the last one",
}
"""What a state of the last thread says by itself, where nobody is counted or named."""


def how_many_left(yes: int, possibly: int) -> str:
    """Say how many individual people are left to contact, and how many possibly.

    Unclear is only whether it is the last thread; who is recorded is recorded.
    """
    if not yes:
        return f"{_many(possibly)} possibly left to contact" if possibly else NOBODY_LEFT
    recorded = "one person is" if yes == 1 else "more than one person is"
    sentence = f"{recorded} recorded as left to contact"
    if possibly:
        others = "another one" if possibly == 1 else f"{possibly} others"
        return f"{sentence}, {others} possibly"
    return f"{sentence}, the last thread" if yes == 1 else sentence


def of_groups(every: tuple[int, int], people: tuple[int, int]) -> str:
    """Say what groups add to the people who are left, and possibly left.

    Args:
        every: how many are yes, and how many possibly, each group as one.
        people: the same without groups.
    """
    of_both = zip((Left.YES, Left.POSSIBLY), every, people, strict=True)
    added = [value.value for value, count, single in of_both if count > single]
    return f"somebody of a group: {' and '.join(added)}" if added else ""


def how_many_left_short(yes: int, possibly: int) -> str:
    """Say the same in a few words."""
    if (yes, possibly) == (1, 0):
        return "1 person: the last thread"
    parts = [counted(yes, "person", "people")] if yes else []
    parts += [f"{counted(possibly, 'person', 'people')} possibly"] if possibly else []
    return ", ".join(parts) or THREAD_STATES[ThreadState.NONE]


def _many(count: int) -> str:
    return "one person is" if count == 1 else f"{count} people are"


def status_words(answer: Answer) -> str:
    """Say what is recorded of somebody; whether any of it was said under pressure."""
    pressed = any(event.duress for event in answer.evidence)
    words = STATUS_WORDS[answer.status]
    return f"{words}, {UNDER_PRESSURE}" if pressed else words


DAYS_DIFFER = "the sources disagree on the day"


SORTED_BY = (
    "Lines are sorted by the first day that their words allow; where they name only a last "
    "day, by that."
)


def when_words(event: Event) -> str:
    """Say when an event was: the source's words, and the window where words alone mislead.

    Where the sources exclude each other's days, the window has all of them, and that is said.
    """
    window, text = event.span.start, event.when.text
    differ = [DAYS_DIFFER] if event.dates_differ else []
    if not text or re.search(r"[@/]|\.\.", text):  # no words of a person
        return with_marks(said_window(window), differ)
    counted = f"counted from “{event.anchor.words}”" if event.anchor is not None else ""
    plain = event.basis == "stated" and window == event.when.window
    beside = [counted, "" if window == ALWAYS or plain else said_window(window)]
    return with_marks(text, [*filter(None, beside), *differ])


DAYS_TYPED = "the days are from whoever wrote it down, not from the words"


def convention(event: Event) -> str:
    """Say by which convention the words of a date were turned into days; "" where by none."""
    if event.basis == AS_TYPED:
        return DAYS_TYPED
    return "" if event.basis == "stated" else f"date worked out from “{event.basis}”"


UNCLEAR_HOW_LONG = "unclear how long"
_EXACT, _FEW = 730, 60
_UNITS = (("day", 1.0), ("month", 30.44), ("year", 365.25))


def how_long(earlier: Window, until: Window) -> str:
    """Say how long it was from one time to another one, in days, months or years."""
    least = max((until.earliest - earlier.latest).days, 0)
    most = (until.latest - earlier.earliest).days
    return days_words(least, None if earlier.earliest == ALWAYS.earliest else most)


def days_words(least: int, most: int | None) -> str:
    """Say so many days in the unit that fits: "223 days", "6 to 9 years"; most None: no limit.

    A count in months or years is rounded outwards, so that it never says less than is known.
    """
    longest = least if most is None else most
    unit, days = _UNITS[(longest > (_EXACT if least == most else _FEW)) + (longest > _EXACT)]
    first = int(least // days)
    if most is None:
        return f"{counted(first, unit)} or more" if least else UNCLEAR_HOW_LONG
    last = int(-(-most // days))
    return counted(last, unit) if first == last else f"{first} to {counted(last, unit)}"


def before_day(ago: str, before: str = "before") -> str:
    """Say that something was so long before a day, or on that day itself."""
    if ago == UNCLEAR_HOW_LONG:
        return ago
    return "on this day" if ago == days_words(0, 0) else f"{ago} {before}"


def counted(count: int, one: str, many: str = "") -> str:
    """Return a count with its word."""
    return f"{count:,} {one if count == 1 else many or f'{one}s'}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """The words for names, places, times and readings; by default as they are recorded.

    A reader who may not read a name or a day gets another voice (`graph/export/`). So every
    sentence is written once.
    """

    name: Callable[[Person], str] = attrgetter("name")
    place: Callable[[Place], str] = attrgetter("name")
    when: Callable[[Event], str] = when_words
    window: Callable[[Window], str] = said_window
    between: Callable[[Window, Window], str] = how_long
    readings: Callable[[Event], Iterable[Interpretation]] = attrgetter("beliefs")
    """The readings of an event's words that may be repeated."""
    believer: Callable[[Person], str] | None = attrgetter("name")
    """The name of who believes or reads something; None: nobody is named for it."""
    likeness: bool = True
    """Whether it may be said that names are alike, and who lives with whom."""
    year: Callable[[date], str] = "{:%Y}".format
    """The year of a day; nothing where not even that is said."""

    def marked(self, marks: NameMarks) -> "Voice":
        """Return the same voice, which says beside each name what must be seen there."""
        believer = None if self.believer is None else marks.beside(self.believer)
        return replace(self, name=marks.beside(self.name), believer=believer)

    def ago(self, window: Window, day: date) -> str:
        """Say how long before a day something was."""
        return self.between(window, Window(day, day))

    def read_as(self, event: Event, people: Mapping[str, Person]) -> str:
        """Say which words were read as what, and by whom: a reading stays a reading."""
        return " ".join(
            f'"{one.words}" is read{self._reader(one.by, people)} as: {one.reading}.'
            for one in self.readings(event)
        )

    def _reader(self, person: str, people: Mapping[str, Person]) -> str:
        if self.believer is None or person not in people:
            return ""
        return f" by {self.believer(people[person])}"


PLAIN = Voice()


def nobody(sources: str, until: Window | None, voice: Voice = PLAIN) -> str:
    """Say that no one is recorded, by how many sources and until when."""
    year = "" if until is None else voice.year(until.latest)
    read = f"{sources}, until {year}" if year else sources
    return f"No one is recorded as left to contact ({read})."


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
