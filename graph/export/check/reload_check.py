"""Compare the answers of a hand-over with those that its own records would give.

A reader who loads the records works out the answers anew and does not see what was withheld. So
a death that only an internal source reports would turn into "left to contact".
"""

from collections.abc import Iterator

from graph.errors import UnknownPerson
from graph.export.package import Audience, ChildBriefing, Package, RelativeLine
from graph.record.vocabulary import Left
from graph.rule.answer import ChildAnswer, Relative, answer
from graph.rule.stops import asked_nearby, perhaps_asked
from graph.words.wording import LEFT_WORDS

_LEFT = {words: left for left, words in LEFT_WORDS.items()}
_HIGHER = (Left.NO, Left.UNKNOWN, Left.POSSIBLY, Left.YES)
"""From the answer that promises least to the one that promises most."""


def told_otherwise(package: Package) -> str:
    """Say where the records alone would give another answer than the package; "" where nowhere.

    Lower is let through, since times are made coarser: "possibly" in the place of "yes". Stops
    are not compared here: `ImportRows` writes every stop.
    """
    if package.audience is Audience.INTERNAL:
        return ""
    if not package.briefings:
        return "no child is handed over, so no answer can be compared"
    return next(_differences(package), "")


def _differences(package: Package) -> Iterator[str]:
    added_up = package.facts
    if package.household_asked_not - asked_nearby(added_up).keys() - perhaps_asked(added_up):
        yield "a warning of a household is said, and the claim behind it is not handed over"
    for briefing in package.briefings:
        try:
            again = answer(
                package.records,
                briefing.child,
                as_of=package.as_of,
                known_on=package.known_on,
                added_up=added_up,
            )
        except UnknownPerson:
            yield "a child has an answer and no claim in the export"
        else:
            yield from _of_child(briefing, again)


def _warned(relative: Relative) -> bool:
    return bool(relative.asked_nearby or relative.may_have_asked)


def _of_child(briefing: ChildBriefing, again: ChildAnswer) -> Iterator[str]:
    rows = {row.person: row for row in briefing.rows}
    alone = {relative.person.id: relative for relative in again.relatives}
    for row in briefing.rows:
        if row.left not in _LEFT:
            yield "an answer is withheld"
        elif row.person not in alone:
            yield "somebody in an answer would not be found"
        elif row.household_asked_not and not _warned(alone[row.person]):
            yield "a warning of somebody near who asked would be lost"
    for person, relative in alone.items():
        if not _no_higher(relative.answer.left, rows.get(person)):
            yield "somebody would appear more within reach than the export says"


def _no_higher(again: Left, row: RelativeLine | None) -> bool:
    if row is None:
        return again not in (Left.POSSIBLY, Left.YES)
    left = _LEFT.get(row.left)
    if again in _HIGHER and left in _HIGHER:
        return _HIGHER.index(again) <= _HIGHER.index(left)
    return again is left
