"""One family: who is left for each of its children, side by side, and its events. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph.facts.adding_up import Event
from graph.record.model import Claim
from graph.rule.answer import ChildAnswer
from graph.views.person_view import in_order
from graph.words.answer_text import AnswerText, RelativeText


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """One person with the answer for each of the children; None where not within reach."""

    person: str
    towards: tuple[RelativeText | None, ...]

    @property
    def closest(self) -> RelativeText:
        """Return how they stand towards the child to whom they are closest."""
        return min((one for one in self.towards if one is not None), key=_distance)

    @property
    def alike(self) -> bool:
        """Return whether the answer is the same for every child."""
        return len({one and one.left for one in self.towards}) == 1


def _distance(one: RelativeText) -> tuple[bool, int]:
    reached = one.relative.reached
    return (not reached.kin, 99 if reached.degree is None else reached.degree)


def side_by_side(texts: Sequence[AnswerText]) -> list[Beside]:
    """Return everybody within reach of any of the children, by closeness to the closest one."""
    by_child = [{one.relative.person.id: one for one in text.relatives} for text in texts]
    people = dict.fromkeys(id_ for own in by_child for id_ in own)
    rows = [
        Beside(person=id_, towards=tuple(own.get(id_) for own in by_child)) for id_ in people
    ]
    return sorted(
        rows,
        key=lambda row: (*_distance(row.closest), row.closest.name, row.person),
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
