"""What those get who may see everything: the records as they are, and all that is told."""

from collections.abc import Sequence

from graph.answer import ChildAnswer
from graph.briefing.hearer import Hearer
from graph.briefing.made import Made
from graph.briefing.telling import tell
from graph.facts import facts
from graph.model import Records
from graph.stops import requests_in, warnings_in


def for_internal(records: Records, answers: Sequence[ChildAnswer], selection: str) -> Made:
    """Build what `internal` gets."""
    everything = facts(records)
    people = frozenset(everything.people)
    claims = frozenset(claim.id for claim in records.claims())
    hearer = Hearer(people=people, claims=claims)
    return Made(
        records=records,
        told=tuple(tell(answer, hearer) for answer in answers),
        selection=selection,
        left_out=(),
        carried=claims,
        do_not_contact=people & requests_in(everything).keys(),
        household_asked_not=people & warnings_in(everything).keys(),
    )
