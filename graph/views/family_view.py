"""One family: who is left for each of its children, side by side, and what happened. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph.facts.adding_up import Event
from graph.record.model import Claim
from graph.rule.answer import ChildAnswer, Relative
from graph.views.person_view import in_order


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """One person with the answer for each of the children; None where not within reach."""

    person: str
    towards: tuple[Relative | None, ...]

    @property
    def closest(self) -> Relative:
        """Return how they stand towards the child to whom they are closest."""
        return min((one for one in self.towards if one is not None), key=_distance)

    @property
    def alike(self) -> bool:
        """Tell whether the answer is the same for every child."""
        return len({one and one.answer.left for one in self.towards}) == 1


def _distance(relative: Relative) -> tuple[bool, int]:
    degree = relative.reached.degree
    return (not relative.reached.kin, 99 if degree is None else degree)


def side_by_side(answers: Sequence[ChildAnswer]) -> list[Beside]:
    """Return everybody within reach of any of the children, by closeness to the closest one."""
    by_child = [{one.person.id: one for one in answer.relatives} for answer in answers]
    people = dict.fromkeys(id_ for found in by_child for id_ in found)
    rows = [
        Beside(person=id_, towards=tuple(found.get(id_) for found in by_child))
        for id_ in people
    ]
    return sorted(
        rows,
        key=lambda row: (*_distance(row.closest), row.closest.person.name, row.person),
    )


def happened(answers: Sequence[ChildAnswer]) -> list[Event]:
    """Return every event of the children and of those within reach of any, in order."""
    near = {id_ for answer in answers for id_ in _near(answer)}
    events = {
        event.id: event
        for answer in answers
        for event in answer.network.facts.events.values()
        if near & {person for _, person in event.people}
    }
    return in_order(events.values())


def _near(answer: ChildAnswer) -> set[str]:
    around = answer.network
    return {around.child.id, *around.siblings, *around.reached}


def by_source(answers: Sequence[ChildAnswer], events: Iterable[Event]) -> dict[str, int]:
    """Return how many claims about the family each source has, most first."""
    claims: dict[str, Claim] = {}
    for answer in answers:
        claims |= answer.claims
    near = {id_ for answer in answers for id_ in _near(answer)}
    ties = {
        tie.id
        for answer in answers
        for tie in answer.network.facts.ties
        if near & {tie.person, tie.relative}
    }
    about = near | {event.id for event in events} | ties
    counts: dict[str, int] = {}
    for claim in claims.values():
        if claim.about in about:
            counts[claim.source] = counts.get(claim.source, 0) + 1
    return dict(sorted(counts.items(), key=lambda one: (-one[1], one[0])))
