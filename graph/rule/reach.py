"""Who is within reach of a child: kin, caregivers, the household, and one step further.

Kin by blood up to a degree, with at most one marriage at either end; caregivers and
household; then everyone who takes part in an event of the child or of that kin, or is stated
as kin or acquaintance of theirs. Organisations never are; groups are, as "someone of them".
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graph.facts import Event, Facts, Person, Sureness, Tie
from graph.kinship import Kin
from graph.kinship import Tie as KinTie
from graph.vocabulary import KINSHIP, Care, PersonKind, Role, TieKind

MAX_DEGREE = 5
"""Civil degrees: a mother's cousin is the fifth."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reached:
    """How somebody is tied to the child: in words, and how closely."""

    person: str
    relation: str
    degree: int | None = None
    kin: bool = False


def reach(facts: Facts, child: str, max_degree: int = MAX_DEGREE) -> dict[str, Reached]:
    """Return everybody within reach of the child, the child itself left out."""
    near = _kin(facts, child, max_degree)
    for person in _household(facts, child):
        near.setdefault(person.person, person)
    anchors = {child: "the child"} | {id_: one.relation for id_, one in near.items() if one.kin}
    stated = _joined(_acquainted(facts.ties, anchors))
    far = [*stated, *_taking_part(facts.events.values(), anchors)]
    for person in far:
        near.setdefault(person.person, person)
    near.pop(child, None)
    return {id_: one for id_, one in near.items() if _counts(facts.people, id_)}


def _counts(people: Mapping[str, Person], person: str) -> bool:
    return person in people and people[person].kind is not PersonKind.ORGANISATION


def _kin(facts: Facts, child: str, max_degree: int) -> dict[str, Reached]:
    sexes = {person.id: person.sex for person in facts.people.values()}
    kin = Kin(kin_ties(facts.ties), sexes)
    return {
        id_: Reached(person=id_, relation=relation.phrase, degree=relation.degree, kin=True)
        for id_, relation in kin.within(child, max_degree).items()
    }


def kin_ties(ties: Iterable[Tie]) -> list[KinTie]:
    """Return the ties that make kin, as kinship is computed from them."""
    return [
        KinTie(
            person=tie.person,
            kind=tie.kind.value,
            relative=tie.relative,
            qualifier=tie.qualifier,
            term=tie.term,
        )
        for tie in ties
        if tie.kind in KINSHIP
    ]


def _household(facts: Facts, child: str) -> Iterable[Reached]:
    """Yield who cares for the child and who lives with it, as far as anybody said."""
    for tie in facts.ties:
        if tie.kind is TieKind.CARES_FOR and tie.relative == child:
            yield Reached(person=tie.person, relation="caregiver of the child")
        if tie.kind is TieKind.LIVES_WITH and child in (tie.person, tie.relative):
            other = tie.relative if tie.person == child else tie.person
            yield Reached(person=other, relation="in the child's household")
    for event in facts.events.values():
        if event.type.name == "care_began" and child in event.by_role(Role.WITH):
            for person in event.by_role(Role.SUBJECT):
                yield Reached(person=person, relation="caregiver of the child")


def _acquainted(ties: Iterable[Tie], anchors: Mapping[str, str]) -> Iterable[Reached]:
    """Yield who is stated as kin, or as an acquaintance, of the child or of its kin."""
    for tie in ties:
        if tie.kind not in (TieKind.KIN_OF, TieKind.KNOWS):
            continue
        word = tie.term or ("relative" if tie.kind is TieKind.KIN_OF else "acquaintance")
        if tie.relative in anchors:
            yield Reached(person=tie.person, relation=f"{anchors[tie.relative]}'s {word}")
        if tie.person in anchors:
            yield Reached(
                person=tie.relative,
                relation=f"{anchors[tie.person]} is their {word}",
            )


def _joined(stated: Iterable[Reached]) -> Iterable[Reached]:
    """Yield everybody once, with all that they are: a family of the mother and the father."""
    relations: dict[str, dict[str, None]] = {}
    for one in stated:
        relations.setdefault(one.person, {})[one.relation] = None
    for person, each in relations.items():
        yield Reached(person=person, relation=" and ".join(each))


def _taking_part(events: Iterable[Event], anchors: Mapping[str, str]) -> Iterable[Reached]:
    """Yield who takes part in an event of the child or of its kin."""
    for event in sorted(events, key=lambda event: event.id):
        if event.exists is Sureness.NO:
            continue
        people = dict.fromkeys(person for _, person in event.people)
        beside = next((anchors[person] for person in people if person in anchors), None)
        if beside is not None:
            for person in people:
                yield Reached(person=person, relation=f"recorded with {beside}")


_CARE = {
    "care_began": Care.CAREGIVER,
    "care_ended": Care.FORMER,
    "care_declined": Care.DECLINED,
    "visited": Care.VISITED,
}


def care_around(facts: Facts, child: str) -> dict[str, list[tuple[Care, Tie | Event]]]:
    """Return what is recorded of each person's care for the child: ties, then events."""
    found: dict[str, list[tuple[Care, Tie | Event]]] = {}
    for tie in facts.ties:
        if tie.kind is TieKind.CARES_FOR and tie.relative == child:
            found.setdefault(tie.person, []).append((Care.CAREGIVER, tie))
    events = [
        event
        for event in facts.events.values()
        if event.type.name in _CARE
        and event.exists is not Sureness.NO
        and child in event.by_role(Role.WITH)
    ]
    for event in sorted(events, key=lambda e: (e.span.start.earliest, e.id)):
        for person in event.by_role(Role.SUBJECT):
            found.setdefault(person, []).append((_CARE[event.type.name], event))
    return found
