"""A child's answer in words, for whoever tells it: a page, a document, a file.

The words of the rule's values are in `graph/words/wording.py`; how names and times are said is
the voice's.
"""

from collections.abc import Iterator
from datetime import date
from functools import partial

from graph.facts.adding_up import Event, Person, Sureness
from graph.record.dates import ALWAYS, Window
from graph.record.vocabulary import Care, Left, ThreadState
from graph.rule.answer import ChildAnswer, Relative, SourceCount, family_heads
from graph.rule.clocks import Clock
from graph.words.cautions import caution_marks
from graph.words.doubt import Doubt, clock_doubt, doubt
from graph.words.name_marks import NameMarks, with_marks
from graph.words.wording import (
    LEFT_WORDS,
    PLAIN,
    SEPARATED_WORDS,
    UNCLEAR_HOW_LONG,
    UNDER_PRESSURE,
    Voice,
    how_many_left,
    nobody,
    read_as,
    reason,
    status_words,
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


def marks_of(answer: ChildAnswer, voice: Voice = PLAIN) -> NameMarks:
    """Return what must be seen beside the names around a child, on whatever day."""
    return NameMarks(
        stopped=answer.stops.keys(),
        households={r.person.id for r in answer.relatives if r.household_asked_not},
        cautions={
            r.person.id: caution_marks(r, likeness=voice.likeness) for r in answer.relatives
        },
    )


def called(answer: ChildAnswer, person: Person, voice: Voice = PLAIN) -> str:
    """Return the name of somebody around a child, with what must be seen beside it."""
    return marks_of(answer, voice).name(voice.name(person), person.id)


def family_name(answer: ChildAnswer, voice: Voice = PLAIN) -> str:
    """Name a family by the child's recorded parents, each with what must be seen beside it."""
    return " and ".join(called(answer, one, voice) for one in family_heads(answer.network))


def why(answer: ChildAnswer, relative: Relative) -> str:
    """Say in a sentence why a relative is, or is not, left to contact."""
    people, marks = answer.network.all_facts.people, NameMarks(stopped=answer.stops.keys())

    def name(person: str) -> str:
        return marks.name(people[person].name, person) if person in people else person

    voice = Voice(readings=partial(read_as, name=name))
    return reason(relative.answer, answer.as_of, answer.fresh_days, voice)


def title(answer: ChildAnswer) -> str:
    """Return the title of a child's page."""
    return f"People recorded around {called(answer, answer.network.child)} and what is known"


def headline(answer: ChildAnswer, voice: Voice = PLAIN, read: SourceCount | None = None) -> str:
    """Answer the question in a sentence; `read` are the sources that may be counted."""
    day, groups = answer.as_of.isoformat(), _groups(answer, voice)
    if answer.thread.state is ThreadState.NONE:
        count = read or answer.sources
        said = nobody(count.reports, count.testimonies, count.until, voice)
        return f"{day}: {said}{groups}"
    yes, possibly = individuals(answer)
    names = _names(answer, voice, Left.YES)
    perhaps = _names(answer, voice, Left.POSSIBLY)
    names += [f"possibly {name}" for name in perhaps] if yes else perhaps
    return f"{day}: {how_many_left(yes, possibly)}: {'; '.join(names)}.{groups}"


def individuals(answer: ChildAnswer) -> tuple[int, int]:
    """Count the individual people who are left to contact, and who possibly are."""
    people = [relative.answer.left for relative in answer.relatives if not relative.group]
    return people.count(Left.YES), people.count(Left.POSSIBLY)


def _names(answer: ChildAnswer, voice: Voice, value: Left) -> list[str]:
    return [
        _named(answer, relative, voice)
        for relative in answer.relatives
        if relative.answer.left is value and not relative.group
    ]


def _named(answer: ChildAnswer, relative: Relative, voice: Voice) -> str:
    """Return a name, what they are to the child where the name does not say it, and marks."""
    name, relation = voice.name(relative.person), relative.reached.relation
    said = name if name.startswith(relation) else f"{name}, {relation}"
    marks = marks_of(answer, voice).of(relative.person.id)
    pressed = any(event.duress for event in relative.answer.evidence)
    return with_marks(said, (*marks, *([UNDER_PRESSURE] if pressed else [])))


def _groups(answer: ChildAnswer, voice: Voice) -> str:
    groups = [
        f"{called(answer, relative.person, voice)} ({LEFT_WORDS[relative.answer.left]})"
        for relative in answer.relatives
        if relative.group and relative.answer.left in (Left.YES, Left.POSSIBLY)
    ]
    return f" Of groups: {'; '.join(groups)}." if groups else ""


def stopped(answer: ChildAnswer, voice: Voice = PLAIN) -> str:
    """Name everybody around the child who asked not to be contacted; "" where nobody did."""
    people = answer.network.all_facts.people
    near = {answer.network.child.id, *answer.network.siblings}
    near |= {relative.person.id for relative in answer.relatives}
    names = [voice.name(people[id_]) for id_ in answer.stops if id_ in near & people.keys()]
    return f"Asked not to be contacted, do not contact: {'; '.join(names)}." if names else ""


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
    shown = answer.clocks
    yield (
        "direct_voice",
        "Since the child's own voice",
        *clock(answer, shown.direct_voice, voice),
    )
    yield "relayed_news", "Since news of the child", *clock(answer, shown.relayed_news, voice)
    yield "proof_of_life", "Since a sign of life", *clock(answer, shown.proof_of_life, voice)
    yield "last_place", "Last known place", *last_place(answer, voice)


def clock(answer: ChildAnswer, shown: Clock | None, voice: Voice = PLAIN) -> tuple[str, str]:
    """Return a clock's value and its note, both with their doubt."""
    if shown is None:
        return "not recorded", ""
    unsure, ago = _doubt(answer, shown, voice), voice.ago(shown.window, answer.as_of)
    value = ago if ago == UNCLEAR_HOW_LONG else unsure.of(ago)
    return value, unsure.behind(_clock_note(shown, voice))


def _doubt(answer: ChildAnswer, shown: Clock, voice: Voice) -> Doubt:
    return clock_doubt(shown, answer.network, answer.as_of, voice)


def _clock_note(shown: Clock, voice: Voice) -> str:
    last = shown.events[0]
    lasted = last.span.end
    until = "" if lasted is None else f", until {_last(lasted, voice)}"
    return f"{last.type.words}, {voice.when(last)}{until}"


def last_place(answer: ChildAnswer, voice: Voice = PLAIN) -> tuple[str, str]:
    """Return the last known place, and since when it is known, both with their doubt."""
    shown = answer.clocks.last_place
    if shown is None:
        return "not recorded", ""
    last = shown.events[0]
    places = answer.network.borders.places
    name = "a place that is not named"
    if last.place in places:
        name = voice.place(places[last.place])
    unsure, ago = _doubt(answer, shown, voice), voice.ago(shown.window, answer.as_of)
    note = unsure.behind(_clock_note(shown, voice))
    return unsure.of(name), note if ago == UNCLEAR_HOW_LONG else f"{note}; {ago} ago"


def since(answer: ChildAnswer, relative: Relative, voice: Voice = PLAIN) -> list[str]:
    """Return since when the answer holds, who only believes it, and the convention if any."""
    event = relative.answer.deciding
    if event is None:
        return []
    basis = "" if event.basis == "stated" else f'dates by the convention "{event.basis}"'
    unsure = doubt(event, answer.network, answer.as_of, voice)
    return [unsure.behind(voice.when(event)), basis]


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
    return f"{LEFT_WORDS[said.left]}: {status_words(said)}"


def thread_note(answer: ChildAnswer, voice: Voice = PLAIN) -> str:
    """Say who was cut off last."""
    if not answer.thread.lost:
        return "nobody is recorded as cut off"
    by_id = {relative.person.id: relative for relative in answer.relatives}
    last = by_id[answer.thread.lost[0]]
    deciding = last.answer.deciding
    told = "" if deciding is None else f": {_doubted(answer, deciding, voice)}"
    return f"cut off last: {called(answer, last.person, voice)}{told}"


def _doubted(answer: ChildAnswer, event: Event, voice: Voice) -> str:
    """Return an event in a few words, with its doubt and who believes it."""
    unsure = doubt(event, answer.network, answer.as_of, voice)
    return unsure.behind(f"{event.type.words}, {voice.when(event)}")
