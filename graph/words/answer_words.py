"""A child's answer in words, for whoever tells it: a page, a document, a file.

The words of the rule's values are in `graph/words/wording.py`; how names and times are said is
the voice's.
"""

from collections.abc import Iterator
from datetime import date

from graph.dates import ALWAYS, Window
from graph.facts import Event, Sureness
from graph.rule.answer import ChildAnswer, Relative, SourceCount
from graph.rule.clocks import Clock
from graph.vocabulary import Care, Left, ThreadState
from graph.words.wording import (
    LEFT_WORDS,
    PLAIN,
    SEPARATED_WORDS,
    STATUS_WORDS,
    THREAD_WORDS,
    UNCLEAR_HOW_LONG,
    Voice,
    nobody,
)

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
SURENESS_WORDS = {
    Sureness.NO: "not counted",
    Sureness.MAYBE: "doubtful",
    Sureness.CERTAIN: "recorded",
}


def title(answer: ChildAnswer) -> str:
    """Return the title of a child's page."""
    return f"People recorded around {answer.network.child.name} and what is known"


def headline(answer: ChildAnswer, voice: Voice = PLAIN, read: SourceCount | None = None) -> str:
    """Answer the question in a sentence; `read` are the sources that may be counted."""
    day, names = answer.as_of.isoformat(), _names(answer, voice, Left.YES)
    state = answer.thread.state
    groups = _groups(answer, voice)
    if state is ThreadState.NONE:
        count = read or answer.sources
        said = nobody(count.reports, count.testimonies, count.until, voice)
        return f"{day}: {said}{groups}"
    if state is ThreadState.UNCLEAR:
        names = _names(answer, voice, Left.YES, Left.POSSIBLY)
    words = THREAD_WORDS[state]
    return f"{day}: {words} ({'; '.join(names)}).{groups}"


def _names(answer: ChildAnswer, voice: Voice, *values: Left) -> list[str]:
    return [
        _named(voice.name(relative.person), relative.reached.relation)
        for relative in answer.relatives
        if relative.answer.left in values and not relative.group
    ]


def _named(name: str, relation: str) -> str:
    """Return a name and what they are to the child; once where the one is the other."""
    return name if name.startswith(relation) else f"{name}, {relation}"


def _groups(answer: ChildAnswer, voice: Voice) -> str:
    groups = [
        f"{voice.name(relative.person)} ({LEFT_WORDS[relative.answer.left]})"
        for relative in answer.relatives
        if relative.group and relative.answer.left in (Left.YES, Left.POSSIBLY)
    ]
    return f" Of groups: {'; '.join(groups)}." if groups else ""


def circumstances(answer: ChildAnswer, voice: Voice = PLAIN) -> str:
    """Say whether the child is apart from a parent on the day, and from which day on adult."""
    words = SEPARATED_WORDS[answer.board.separated]
    told = [f"On this day: {words}."]
    grown = answer.board.adult_since
    if grown is not None:
        told.append(f"Adult since {voice.window(Window(grown, grown))}.")
    if answer.known_on is not None:
        told.append(f"As known on {answer.known_on.isoformat()}.")
    return " ".join(told)


def read_from(count: SourceCount, voice: Voice = PLAIN) -> str:
    """Say how many sources were read, and until when they speak."""
    told = [_counted(count.reports, "report"), _counted(count.testimonies, "testimony")]
    read = " and ".join(one for one in told if one) or "no source"
    until = "" if count.until is None else f"; recorded until {_last(count.until, voice)}"
    return f"Read: {read}{until}."


def _counted(count: int, word: str) -> str:
    plural = f"{word[:-1]}ies" if word.endswith("y") else f"{word}s"
    return f"{count} {word if count == 1 else plural}" if count else ""


def _last(window: Window, voice: Voice) -> str:
    """Return the last day of a window."""
    if window.latest == ALWAYS.latest:
        return "an unknown day"
    return voice.window(Window(window.latest, window.latest))


def clock_tiles(
    answer: ChildAnswer, voice: Voice = PLAIN
) -> Iterator[tuple[str, str, str, str]]:
    """Yield the four clocks: its name in `Clocks`, label, value and note."""
    shown, day = answer.clocks, answer.as_of
    yield "direct_voice", "Since the child's own voice", *clock(shown.direct_voice, day, voice)
    yield "relayed_news", "Since news of the child", *clock(shown.relayed_news, day, voice)
    yield "proof_of_life", "Since a sign of life", *clock(shown.proof_of_life, day, voice)
    yield "last_place", "Last known place", *last_place(answer, voice)


def clock(shown: Clock | None, day: date, voice: Voice = PLAIN) -> tuple[str, str]:
    """Return a clock's value and its note."""
    if shown is None:
        return "not recorded", ""
    last = shown.events[0]
    begun = voice.when(last)
    lasted = last.span.end
    until = "" if lasted is None else f", until {_last(lasted, voice)}"
    return voice.ago(shown.window, day), f"{last.type.words}, {begun}{until}"


def last_place(answer: ChildAnswer, voice: Voice = PLAIN) -> tuple[str, str]:
    """Return the last known place, and since when it is known."""
    shown = answer.clocks.last_place
    if shown is None:
        return "not recorded", ""
    last = shown.events[0]
    places = answer.network.borders.places
    name = "a place that is not named"
    if last.place in places:
        name = voice.place(places[last.place])
    ago, said = clock(shown, answer.as_of, voice)
    return name, said if ago == UNCLEAR_HOW_LONG else f"{said}; {ago} ago"


def since(relative: Relative, voice: Voice = PLAIN) -> list[str]:
    """Return since when the answer holds, and the convention behind its dates if any."""
    event = relative.answer.deciding
    if event is None:
        return []
    basis = "" if event.basis == "stated" else f'dates by the convention "{event.basis}"'
    return [voice.when(event), basis]


def last_heard(relative: Relative, day: date, voice: Voice = PLAIN) -> list[str]:
    """Return when somebody was last heard, and how long before the day."""
    heard = relative.answer.last_heard
    if heard is None:
        return ["not recorded"]
    ago = voice.ago(heard, day)
    return [voice.window(heard), "" if ago == UNCLEAR_HOW_LONG else f"{ago} before"]


def deed(event: Event, voice: Voice = PLAIN) -> str:
    """Return an event in a few words: what, and when."""
    doubt = "" if event.exists is Sureness.CERTAIN else "possibly "
    return f"{doubt}{event.type.words}, {voice.when(event)}"


def standing(relative: Relative) -> str:
    """Return the answer and the status of somebody in words."""
    said = relative.answer
    return f"{LEFT_WORDS[said.left]}: {STATUS_WORDS[said.status]}"


def thread_note(answer: ChildAnswer, voice: Voice = PLAIN) -> str:
    """Say who was cut off last."""
    if not answer.thread.lost:
        return "nobody is recorded as cut off"
    by_id = {relative.person.id: relative for relative in answer.relatives}
    last = by_id[answer.thread.lost[0]]
    deciding = last.answer.deciding
    told = "" if deciding is None else f": {deed(deciding, voice)}"
    return f"cut off last: {voice.name(last.person)}{told}"
