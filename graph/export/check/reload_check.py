"""What would be answered from a hand-over's own records, against what it tells.

Whoever loads the records works out the answers anew, and does not see what was withheld: a
death that only an internal source tells would turn into "left to contact".
"""

from collections.abc import Iterator

from graph.errors import UnknownPerson
from graph.export.package import Audience, ChildBriefing, Package, RelativeLine
from graph.facts.adding_up import facts
from graph.record.vocabulary import Left
from graph.rule.answer import ChildAnswer, answer
from graph.rule.stops import warnings_in
from graph.words.wording import LEFT_WORDS

_HEARD = {words: left for left, words in LEFT_WORDS.items()}
_HIGHER = (Left.NO, Left.UNKNOWN, Left.POSSIBLY, Left.YES)
"""From the answer that promises least to the one that promises most."""


def told_otherwise(handed: Package) -> str:
    """Say what the records alone would answer otherwise than it is told; "" where nothing.

    Lower is let through, since times are made coarser: "possibly" where "yes" is told. Stops
    are not looked at here: who writes the records for loading writes every stop (`ImportRows`).
    """
    if handed.audience is Audience.INTERNAL:
        return ""
    if not handed.told:
        return "no child is handed over, so no answer can be compared"
    return next(_differences(handed), "")


def _differences(handed: Package) -> Iterator[str]:
    added_up = facts(handed.records)
    if handed.household_asked_not - warnings_in(added_up).keys():
        yield "a warning of a household is said, and the claim behind it is not handed over"
    for told in handed.told:
        try:
            again = answer(
                handed.records,
                told.child,
                as_of=handed.as_of,
                known_on=handed.known_on,
                added_up=added_up,
            )
        except UnknownPerson:
            yield "a child is told of whom no claim is handed over"
        else:
            yield from _of_child(told, again)


def _of_child(told: ChildBriefing, again: ChildAnswer) -> Iterator[str]:
    rows = {row.person: row for row in told.rows}
    alone = {relative.person.id: relative for relative in again.relatives}
    for row in told.rows:
        if row.left not in _HEARD:
            yield "an answer is withheld"
        elif row.person not in alone:
            yield "somebody who is told of would not be found"
        elif row.household_asked_not and not alone[row.person].household_asked_not:
            yield "a warning of a household would be lost"
    for person, relative in alone.items():
        if not _no_higher(relative.answer.left, rows.get(person)):
            yield "somebody would stand as more within reach than is told"


def _no_higher(again: Left, row: RelativeLine | None) -> bool:
    if row is None:
        return again not in (Left.POSSIBLY, Left.YES)
    told = _HEARD.get(row.left)
    if again in _HIGHER and told in _HIGHER:
        return _HIGHER.index(again) <= _HIGHER.index(told)
    return again is told
