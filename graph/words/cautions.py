"""What must be known of a relative before any contact besides the hard stop, in sentences."""

from collections.abc import Iterator

from graph.record.asking_words import asking_words
from graph.record.dates import ALWAYS, Window
from graph.rule.answer import Relative
from graph.rule.nearby import Nearness
from graph.rule.stops import TakenBack
from graph.words.wording import HOUSEHOLD

MAY_BE = "may be the same as somebody who asked not to be contacted"
TAKEN_BACK = "asked not to be contacted, and that was taken back"
WORDS_THAT_ASK = "words are recorded that may ask not to be contacted"

NEAR_WORDS = {
    Nearness.HOUSEHOLD: HOUSEHOLD,
    Nearness.SPOUSE: "Husband or wife asked not to be contacted.",
    Nearness.LIVES_WITH: HOUSEHOLD,
    Nearness.SAME_HOME: HOUSEHOLD,
    Nearness.MESSENGER: "Brought the request of somebody who asked not to be contacted.",
    Nearness.SAME_GROUP: "Somebody of the same group asked not to be contacted.",
}


def caution_marks(relative: Relative, *, likeness: bool = True) -> tuple[str, ...]:
    """Return what stands behind the name of a relative, besides the stop; it names nobody.

    Who does not read the names learns of no `likeness` of two of them.
    """
    marks = (
        (MAY_BE, likeness and relative.may_be),
        (TAKEN_BACK, relative.taken_back and not relative.do_not_contact),
        (WORDS_THAT_ASK, relative.asks_in_words),
    )
    return tuple(mark for mark, stands in marks if stands)


def cautions(relative: Relative) -> Iterator[str]:
    """Yield each caution as a sentence, once, with names, words and days."""
    yield from dict.fromkeys(_cautions(relative))


def _cautions(relative: Relative) -> Iterator[str]:
    for one in relative.may_be:
        yield f"May be the same as {one.name} ({one.id}), who asked not to be contacted."
    for taken_back in relative.taken_back:
        yield taken_back_words(taken_back)
    for nearby in relative.asked_nearby:
        yield NEAR_WORDS[nearby.how]
    for claim in relative.asks_in_words:
        yield f'The words "{asking_words(claim)}" may ask not to be contacted ({claim.id}).'
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
