"""Cautions about a relative before any contact, besides the hard stop."""

from collections.abc import Iterator

from graph.record.asking_words import asking_words
from graph.record.dates import ALWAYS, Window
from graph.record.vocabulary import Status
from graph.rule.answer import ChildAnswer, Relative
from graph.rule.nearby import Nearness
from graph.rule.stops import TakenBack
from graph.words.prose import as_mark
from graph.words.wording import NEAR_ASKED

_SAME_AS = {
    Status.ASKED: "asked not to be contacted",
    Status.DEAD: "is recorded as dead",
    Status.POSSIBLY_DEAD: "is possibly dead",
    Status.HELD: "is recorded as held",
    Status.POSSIBLY_HELD: "is possibly held",
    Status.MISSING: "is recorded as missing",
    Status.POSSIBLY_MISSING: "is possibly missing",
}
"""The record of a person who may be the same as a relative."""
_MAY_BE = {status: f"may be the same as somebody who {is_}" for status, is_ in _SAME_AS.items()}
MAY_BE = _MAY_BE[Status.ASKED]
TAKEN_BACK = "asked not to be contacted, and that was taken back"
A_CHILD = "a child"
WORDS_THAT_ASK = "words are recorded that may ask not to be contacted"

_HOUSEHOLD = "Somebody of the household asked not to be contacted."
NEAR_WORDS = {
    Nearness.HOUSEHOLD: _HOUSEHOLD,
    Nearness.SPOUSE: "Husband or wife asked not to be contacted.",
    Nearness.LIVES_WITH: _HOUSEHOLD,
    Nearness.SAME_HOME: _HOUSEHOLD,
    Nearness.MESSENGER: "Brought the request of somebody who asked not to be contacted.",
    Nearness.SAME_GROUP: "Somebody of the same group asked not to be contacted.",
}


def caution_marks(relative: Relative, *, likeness: bool = True) -> tuple[str, ...]:
    """Return what is written behind the name of a relative, besides the stop; it names nobody.

    Args:
        relative: one person within reach, with the answer.
        likeness: False for readers who do not see the names: no word of two names that are
            alike, nor of how near somebody is to a person who asked.
    """
    marks = (
        (MAY_BE, likeness and bool(relative.may_have_asked)),
        (TAKEN_BACK, relative.taken_back and not relative.do_not_contact),
        (WORDS_THAT_ASK, relative.asks_in_words),
        (A_CHILD, relative.child),
    )
    near = {
        NEAR_WORDS[one.how] if likeness else NEAR_ASKED: None for one in relative.asked_nearby
    }
    if not likeness and any(one.stated for one in relative.may_have_asked):
        near[NEAR_ASKED] = None
    return (*(mark for mark, holds in marks if holds), *map(as_mark, near))


def double_marks(relative: Relative) -> tuple[str, ...]:
    """Return what is recorded of those who may be the same, but a request; it names nobody."""
    seen = dict.fromkeys(one.status for one in relative.may_be)
    return tuple(_MAY_BE[status] for status in seen if status is not Status.ASKED)


def cautions(answer: ChildAnswer, relative: Relative) -> tuple[str, ...]:
    """Return each caution as a sentence, once, with names, words and days."""
    return tuple(dict.fromkeys(_cautions(answer, relative)))


def _cautions(answer: ChildAnswer, relative: Relative) -> Iterator[str]:
    for one in relative.may_be:
        yield f"May be the same as {one.name}, who {_SAME_AS[one.status]}."
    for taken_back in relative.taken_back:
        yield taken_back_words(taken_back)
    for nearby in relative.asked_nearby:
        yield NEAR_WORDS[nearby.how]
    for claim in relative.asks_in_words:
        source = answer.network.sources.get(claim.source)
        title = "" if source is None else source.title
        where = ", ".join(one for one in (title, claim.locator) if one)
        words = f'The words "{asking_words(claim)}" may ask not to be contacted'
        yield f"{words} ({where})." if where else f"{words}."
    if relative.child:
        yield "Is a child, left behind as well."
    for event in relative.duress:
        yield f"Under pressure, as far as is recorded: {event.type.words}."


def taken_back_words(end: TakenBack) -> str:
    """Say when a request was withdrawn, or lifted by whom and why."""
    if end.withdrawal is not None:
        return f"Asked not to be contacted, withdrawn {_on(end.on)}."
    why = f": {end.why}" if end.why else ""
    return f"Asked not to be contacted, lifted {_on(end.on)} by {end.by}{why}."


def _on(window: Window) -> str:
    if window.earliest == window.latest:
        return f"on {window.latest.isoformat()}"
    if window.latest == ALWAYS.latest:
        return "on a day that is not recorded"
    return f"by {window.latest.isoformat()}"
