"""Dated sentences about what happened around a child, with how much each matters.

A document takes those that matter most, so that a reader has a family's story on one page.
"""

from collections.abc import Iterable

from graph.export.child_briefing.disclosure_policy import DisclosurePolicy
from graph.export.package import StoryLine
from graph.facts.adding_up import Event, Sureness
from graph.record.dates import BEGINNING, END
from graph.record.vocabulary import Effect, PersonKind, Role
from graph.rule.answer import ChildAnswer
from graph.words.prose import dated, deed, place_beside

_EFFECTS = {
    Effect.DEAD: 9,
    Effect.HELD: 8,
    Effect.ASKED: 7,
    Effect.RELEASED: 6,
    Effect.LOST: 5,
}
_OF_THE_CHILD = 4
_NEAR = 2
_PARTED = 6
"""A child or a parent left the country, or came back."""
_PLACED = 9
"""A child in an institution."""
_CARED = 6
_LIFE = 5
_ELSE = 1
_DOUBT, _UNDATED = 6, 3


def story(
    answer: ChildAnswer, events: Iterable[Event], policy: DisclosurePolicy
) -> tuple[StoryLine, ...]:
    """Return the sentences about some events; appeals are no part of it."""
    lines = (story_line(answer, one, policy) for one in events if not one.type.appeal)
    return tuple(line for line in lines if line is not None)


def story_line(
    answer: ChildAnswer, event: Event, policy: DisclosurePolicy, only: str = ""
) -> StoryLine | None:
    """Return the sentence about an event, or about one person in it or of a group in it.

    None where nobody in it may be named, or where no sentence is known for it.
    """
    done = deed(event.type.words)
    people = answer.network.all_facts.people
    shown = (only,) if only else event.by_role(Role.SUBJECT)
    who = [id_ for id_ in shown if id_ in people and policy.includes(id_)]
    beside = _named(answer, event.by_role(Role.WITH), policy) if done and done.takes else ()
    places = answer.network.borders.places
    place = policy.voice.place(places[event.place]) if event.place in places else ""
    if done is None or not who or (done.takes and not beside):
        return None
    if event.type.words.endswith(" at") and not place:
        return None
    possibly = event.past(answer.as_of) is not Sureness.CERTAIN
    rough = policy.rough(event.span.start)
    groups = [id_ for id_ in who if people[id_].kind is PersonKind.GROUP]
    return StoryLine(
        weight=_weight(answer, event, who, possibly=possibly),
        began=rough.sort_days[0],
        ended=rough.latest,
        when=dated(rough),
        before=done.before,
        who=policy.names(people[id_] for id_ in who),
        after=done.after(many=False, possibly=possibly),
        after_many=done.after(many=True, possibly=possibly),
        beside=beside,
        place=place_beside(event, place),
        group=bool(groups),
        claims=policy.cite(event.claims),
        people=tuple(sorted(policy.id(id_) for id_ in who)),
        seized=event.effect in (Effect.HELD, Effect.LOST)
        or (event.effect is Effect.PLACE and bool(event.type.institution)),
        responsible=_named(answer, event.by_role(Role.RESPONSIBLE), policy),
    )


def _named(
    answer: ChildAnswer, people: Iterable[str], policy: DisclosurePolicy
) -> tuple[str, ...]:
    known = answer.network.all_facts.people
    return policy.names(known[id_] for id_ in people if id_ in known and policy.includes(id_))


def _weight(answer: ChildAnswer, event: Event, who: Iterable[str], *, possibly: bool) -> int:
    """Return how much an event matters: for the child, then for those who are closest."""
    around, kind, subjects = answer.network, event.type, {*who}
    children, parents = {around.child.id, *around.siblings}, {*around.parents()}
    found = _EFFECTS.get(event.effect, _ELSE)
    if event.effect is Effect.PLACE and kind.institution and subjects & children:
        found = _PLACED
    elif kind.lasts:
        found = _ELSE
    elif kind.tells_place in ("out", "in") and subjects & (children | parents):
        found = _PARTED
    elif kind.care == "caregiver":
        found = _CARED
    elif kind.clock and children & {person for _, person in event.people}:
        found = _LIFE
    if found > _ELSE:
        found += _OF_THE_CHILD if subjects & children else _NEAR if subjects & parents else 0
    window = event.span.start
    undated = window.earliest == BEGINNING or window.latest == END
    return max(found - _DOUBT * possibly - _UNDATED * undated, 0)
