"""The legend of a picture: each mark, its meaning, and how many cards carry it."""

from collections import Counter
from collections.abc import Iterable, Mapping

from graph.words.marks import Mark

_WORDS = {
    Mark.YES: "yes",
    Mark.POSSIBLY: "possibly",
    Mark.UNKNOWN: "unknown",
    Mark.LOST: "no: contact lost",
    Mark.MISSING: "no: recorded as missing",
    Mark.ASKED: "no: asked not to be contacted",
    Mark.HELD: "no: recorded as held",
    Mark.DEAD: "no: recorded as dead",
    Mark.ABROAD: "abroad",
}
_OTHERS = {
    Mark.CHILD: "the child",
    Mark.SIBLING: "also a child",
    Mark.MORE: "several, on one card",
}


def legend(cards: Iterable[Mapping[str, str]]) -> tuple[tuple[Mark, str], ...]:
    """Return the marks that some cards carry, each with its words.

    An answer that the audience may not see has the mark of the unknown, and another word.
    """
    said = list(cards)
    counts = Counter((Mark(card["mark"]), _word(card)) for card in said)
    order = [*_WORDS, *_OTHERS]
    found = [
        (mark, word if mark in _OTHERS else f"{count} {word}")
        for (mark, word), count in sorted(
            counts.items(), key=lambda one: (order.index(one[0][0]), one[0][1])
        )
    ]
    stops = sum(bool(card["stop"]) for card in said)
    return (*found, (Mark.STOP, f"{stops} do not contact")) if stops else tuple(found)


def _word(card: Mapping[str, str]) -> str:
    mark = Mark(card["mark"])
    if mark is Mark.UNKNOWN:
        return card["word"] or _WORDS[mark]
    return (_WORDS | _OTHERS)[mark]
