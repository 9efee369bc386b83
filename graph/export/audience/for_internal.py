"""What those get who may see everything: the records as they are, and all that is told."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from graph.export.audience.made import Made
from graph.export.child_briefing.child_text import tell
from graph.export.child_briefing.disclosure_policy import Hearer
from graph.export.select.restricting import restricted
from graph.facts.adding_up import facts
from graph.record.model import Records
from graph.rule.answer import ChildAnswer
from graph.rule.stops import requests_in, warnings_in
from graph.words.name_marks import NameMarks
from graph.words.wording import Voice, read_as


def for_internal(
    gathered: Records,
    answers: Sequence[ChildAnswer],
    selection: str,
    only: frozenset[str] | None = None,
) -> Made:
    """Build what `internal` gets; `only`: of nobody but these people."""
    everything, records = facts(gathered), restricted(gathered, only)
    people = frozenset(claim.about for claim in records.people)
    claims = frozenset(claim.id for claim in records.claims())
    stopped = requests_in(everything).keys()
    marks = NameMarks(stopped=stopped)

    def called(person: str) -> str:
        known = everything.people.get(person)
        return person if known is None else marks.name(known.name, person)

    voice = Voice(readings=partial(read_as, name=called))
    hearer = Hearer(voice=voice, people=people, claims=claims, marks=marks)
    return Made(
        records=replace(records, stopped=()),
        told=tuple(tell(answer, hearer) for answer in answers),
        selection=selection,
        left_out=(),
        carried=claims,
        do_not_contact=people & stopped,
        household_asked_not=people & warnings_in(everything).keys(),
    )
