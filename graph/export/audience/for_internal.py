"""Make the package of the audience `internal`: the records as they are, and every sentence."""

from collections.abc import Sequence
from dataclasses import replace

from graph.export.child_briefing.child_text import tell
from graph.export.child_briefing.disclosure_policy import FullAccess
from graph.export.package import AudienceContents
from graph.facts.adding_up import Facts
from graph.record.model import Records
from graph.record.vocabulary import PersonKind
from graph.rule.answer import ChildAnswer
from graph.rule.stops import asked_nearby, perhaps_asked, requests_in
from graph.words.name_marks import NameMarks


def restricted(records: Records, only: frozenset[str] | None) -> Records:
    """Return what is recorded of some people alone, with the authorities that they met."""
    if only is None:
        return records
    kinds = {claim.about: claim.kind for claim in records.people}
    kept = only | {id_ for id_, kind in kinds.items() if kind is PersonKind.ORGANISATION}
    events = [
        replace(event, people=tuple(part for part in event.people if part.person in kept))
        for event in records.events
        if only & {part.person for part in event.people}
    ]
    near = {part.person for event in events for part in event.people} | only
    names = {name for event in events for name in (event.id, event.about)}
    return replace(
        records,
        people=tuple(claim for claim in records.people if claim.about in near),
        ties=tuple(tie for tie in records.ties if {tie.person, tie.relative} <= only),
        events=tuple(events),
        interpretations=tuple(one for one in records.interpretations if one.of in names),
    )


def for_internal(
    gathered: Records,
    answers: Sequence[ChildAnswer],
    selection: str,
    only: frozenset[str] | None,
    everything: Facts,
) -> AudienceContents:
    """Build what `internal` gets; `only`: of nobody but these people."""
    records = restricted(gathered, only)
    people = frozenset(claim.about for claim in records.people)
    claims = frozenset(claim.id for claim in records.claims())
    stopped = requests_in(everything).keys()
    marks = NameMarks(stopped=stopped)
    policy = FullAccess(people=people, claims=claims, marks=marks)
    return AudienceContents(
        records=replace(records, stopped=()),
        briefings=tuple(tell(answer, policy) for answer in answers),
        selection=selection,
        left_out=(),
        carried=claims,
        do_not_contact=people & stopped,
        household_asked_not=people
        & (asked_nearby(everything).keys() | perhaps_asked(everything)),
    )
