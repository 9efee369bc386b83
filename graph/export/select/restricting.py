"""What is recorded of some people alone, out of what is recorded around them."""

from dataclasses import replace

from graph.record.model import Records
from graph.record.vocabulary import PersonKind


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
    told = {part.person for event in events for part in event.people} | only
    names = {name for event in events for name in (event.id, event.about)}
    return replace(
        records,
        people=tuple(claim for claim in records.people if claim.about in told),
        ties=tuple(tie for tie in records.ties if {tie.person, tie.relative} <= only),
        events=tuple(events),
        interpretations=tuple(one for one in records.interpretations if one.of in names),
    )
