"""What the pages say around the answers; the words of the answers are in `graph/wording.py`."""

from datetime import date

from graph.answer import ChildAnswer, Relative, SourceCount
from graph.clocks import Clock
from graph.dates import ALWAYS, Window, said_window
from graph.facts import Event, Sureness
from graph.vocabulary import Care, Left, Separated, ThreadState
from graph.wording import LEFT_WORDS, STATUS_WORDS, THREAD_WORDS, nobody, when_words

EMPTY = "Nothing is recorded yet."
HOW_TO_LOAD = (
    "To load a family, run this in the folder of the program (README.md shows how to fill in "
    "the tables):"
)
COUNTS = (
    "How many people within reach are recorded how; groups count as one, and not for the last "
    "column."
)
NOBODY_ON_BOARD = (
    "No child is recorded as apart from a parent abroad on this day. Another day may have some."
)
SAMPLES = (
    "The sample families are loaded: those of a published report of 2021. To start empty, run "
    "this in the folder of the program; it says what would be lost, and asks:"
)
SEPARATED_SHORT = {
    Separated.YES: "yes",
    Separated.POSSIBLY: "possibly",
    Separated.NO: "no",
}
THREAD_SHORT = {
    ThreadState.MANY: "more than one person",
    ThreadState.ONE: "one person: the last thread",
    ThreadState.NONE: "no one is recorded",
    ThreadState.UNCLEAR: "not clear",
}
CLEAR = "python -m graph clear"
LOAD = "python -m ingest FOLDER"
SILENT_STORE = "The store does not answer. This page comes back when it does."
NO_SERVER = (
    "The Neo4j of this program does not run. Start it in the folder of the program: "
    "python -m graph server start"
)
NOT_SHOWN = "This cannot be shown."
BAD_DAY = "The day in the link is no day of the calendar; the page shows another one."
NO_SUCH_CHILD = (
    "The link names nobody who is recorded as a separated child; the page shows another one."
)
CLOSENESS = "Sorted by closeness to the child. Closeness is no advice whom to contact."
KNOWN_ON = "Only what the family knew by then counts, except requests not to be contacted."

CARE_WORDS = {
    Care.CAREGIVER: "caregiver",
    Care.VISITED: "visited the child",
    Care.FORMER: "cared for the child before",
    Care.DECLINED: "declined to care for the child",
}
SURENESS_WORDS = {
    Sureness.NO: "not counted",
    Sureness.MAYBE: "doubtful",
    Sureness.CERTAIN: "recorded",
}


def on_board(count: int, shown: int, day: date) -> str:
    """Say how many children are on the board of a day."""
    if not count:
        return f"{day.isoformat()}: {NOBODY_ON_BOARD}"
    words = f"{day.isoformat()}: {count} {'child' if count == 1 else 'children'} on the board."
    return words if shown == count else f"{words} The first {shown} are shown."


def title(answer: ChildAnswer) -> str:
    """Return the title of a child's page."""
    return f"People recorded around {answer.network.child.name} and what is known"


def headline(answer: ChildAnswer) -> str:
    """Answer the question in a sentence."""
    day, names = answer.as_of.isoformat(), _names(answer, Left.YES)
    state = answer.thread.state
    if state is ThreadState.NONE:
        count = answer.sources
        return (
            f"{day}: {nobody(count.reports, count.testimonies, count.until)}{_groups(answer)}"
        )
    if state is ThreadState.UNCLEAR:
        names = _names(answer, Left.YES, Left.POSSIBLY)
    words = THREAD_WORDS[state]
    return f"{day}: {words} ({'; '.join(names)}).{_groups(answer)}"


def _names(answer: ChildAnswer, *values: Left) -> list[str]:
    return [
        f"{relative.person.name}, {relative.reached.relation}"
        for relative in answer.relatives
        if relative.answer.left in values and not relative.group
    ]


def _groups(answer: ChildAnswer) -> str:
    groups = [
        f"{relative.person.name} ({LEFT_WORDS[relative.answer.left]})"
        for relative in answer.relatives
        if relative.group and relative.answer.left in (Left.YES, Left.POSSIBLY)
    ]
    return f" Of groups: {'; '.join(groups)}." if groups else ""


def read_from(count: SourceCount) -> str:
    """Say how many sources were read, and until when they speak."""
    told = [_counted(count.reports, "report"), _counted(count.testimonies, "testimony")]
    read = " and ".join(one for one in told if one) or "no source"
    until = "" if count.until is None else f"; recorded until {_last(count.until)}"
    return f"Read: {read}{until}."


def _counted(count: int, word: str) -> str:
    plural = f"{word[:-1]}ies" if word.endswith("y") else f"{word}s"
    return f"{count} {word if count == 1 else plural}" if count else ""


def _last(window: Window) -> str:
    """Return the last day of a window."""
    return "an unknown day" if window.latest == ALWAYS.latest else window.latest.isoformat()


def clock(shown: Clock | None) -> tuple[str, str]:
    """Return a clock's value and its note."""
    if shown is None:
        return "not recorded", ""
    last = shown.events[0]
    begun = when_words(last)
    lasted = last.span.end
    until = "" if lasted is None else f", until {_last(lasted)}"
    return _ago(shown.days_min, shown.days_max), f"{last.type.words}, {begun}{until}"


def _ago(least: int, most: int | None) -> str:
    if most is None:
        return f"{least} days or more" if least > 0 else "unclear how long"
    return f"{most} days" if least == most else f"{max(least, 0)} to {most} days"


def since(relative: Relative) -> list[str]:
    """Return since when the answer holds, and the convention behind its dates if any."""
    event = relative.answer.deciding
    if event is None:
        return []
    basis = "" if event.basis == "stated" else f'dates by the convention "{event.basis}"'
    return [when_words(event), basis]


def last_heard(relative: Relative, day: date) -> list[str]:
    """Return when somebody was last heard, and how long before the day."""
    heard = relative.answer.last_heard
    if heard is None:
        return ["not recorded"]
    most = None if heard.earliest == ALWAYS.earliest else (day - heard.earliest).days
    ago = _ago((day - heard.latest).days, most)
    return [said_window(heard), f"{ago} before" if "days" in ago else ""]


def deed(event: Event) -> str:
    """Return an event in a few words: what, and when."""
    doubt = "" if event.exists is Sureness.CERTAIN else "possibly "
    return f"{doubt}{event.type.words}, {when_words(event)}"


def standing(relative: Relative) -> str:
    """Return the answer and the status of somebody in words."""
    said = relative.answer
    return f"{LEFT_WORDS[said.left]}: {STATUS_WORDS[said.status]}"


def thread_note(answer: ChildAnswer) -> str:
    """Say who was cut off last."""
    if not answer.thread.lost:
        return "nobody is recorded as cut off"
    by_id = {relative.person.id: relative for relative in answer.relatives}
    last = by_id[answer.thread.lost[0]]
    deciding = last.answer.deciding
    told = "" if deciding is None else f": {deed(deciding)}"
    return f"cut off last: {last.person.name}{told}"
