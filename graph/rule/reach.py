"""The reach of a child: kin, caregivers, the household, and one step further.

Kin by blood count up to a degree, with at most one marriage at either end. Then come caregivers
and the household. One step further is everyone who takes part in an event of these people, or
brought word of one. So is stated kin or an acquaintance of them. Organisations never are in
reach; groups are, as "someone of them".

Kin over certain ties is certain kin. Where one of the ties is believed or disputed, they are
possibly kin, and the relation says so.
"""

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from graph.facts.adding_up import Event, Facts, Person, Sureness, Tie
from graph.kinship import Kin, KinTie, bare
from graph.record.dates import ALWAYS, BEGINNING, END
from graph.record.vocabulary import KINSHIP, Care, PersonKind, Role, TieKind

MAX_DEGREE = 5
"""Civil degrees: a mother's cousin is the fifth."""
POSSIBLY = "possibly "


@dataclass(frozen=True, slots=True, kw_only=True)
class Reached:
    """How somebody is tied to the child: in words, and how closely."""

    person: str
    relation: str
    degree: int | None = None
    kin: bool = False
    sure: Sureness = Sureness.CERTAIN
    """A maybe where the relation rests on a tie that is one: "possibly mother's brother"."""


def _possibly(one: Reached) -> Reached:
    """Return the same in doubt; a relation says its doubt once."""
    relation = one.relation.removeprefix(POSSIBLY)
    return replace(one, relation=f"{POSSIBLY}{relation}", sure=Sureness.MAYBE)


def _as_sure(one: Reached, *rests_on: Sureness) -> Reached:
    return one if min(rests_on) is Sureness.CERTAIN else _possibly(one)


class FamilyKin:
    """The kin of everybody in some records; brothers and sisters share what it works out."""

    def __init__(self, facts: Facts) -> None:
        """Read the ties: the certain ones, and all of them where some are not certain.

        Raises:
            KinshipError: a tie cannot be read, or somebody would be their own ancestor.
        """
        sexes = {person.id: person.sex for person in facts.people.values()}
        certain = [tie for tie in facts.ties if tie.exists is Sureness.CERTAIN]
        doubtful = [tie for tie in facts.ties if tie.exists is not Sureness.CERTAIN]
        born = births(facts.people.values())
        self._certain = Kin(kin_ties(certain), sexes, born)
        self._all = Kin(kin_ties(facts.ties), sexes, born) if kin_ties(doubtful) else None

    def of(self, child: str, max_degree: int) -> dict[str, Reached]:
        """Return the kin up to a degree: over certain ties, then over all, as possibly so."""
        near = dict(_reached(self._certain, child, max_degree))
        if self._all is not None:
            for id_, one in _reached(self._all, child, max_degree):
                near.setdefault(id_, _possibly(one))
        return near


def births(people: Iterable[Person]) -> dict[str, tuple[date | None, date | None]]:
    """Return the first and the last possible day of each birth, None where it is open."""
    return {
        one.id: (
            None if one.born.earliest == BEGINNING else one.born.earliest,
            None if one.born.latest == END else one.born.latest,
        )
        for one in people
        if one.born != ALWAYS
    }


def _reached(kin: Kin, child: str, max_degree: int) -> Iterable[tuple[str, Reached]]:
    for id_, relation in kin.within(child, max_degree).items():
        yield (
            id_,
            Reached(person=id_, relation=relation.phrase, degree=relation.degree, kin=True),
        )


def reach(facts: Facts, kin: FamilyKin, child: str, max_degree: int) -> dict[str, Reached]:
    """Return everybody within reach of the child, the child itself left out.

    Of several relations the closest kind is kept: kin, then care and household, then the rest;
    of one kind the certain ones.
    """
    near = kin.of(child, max_degree)
    _add(near, _household(facts, child))
    anchors = {child: Reached(person=child, relation="the child")}
    anchors |= {id_: one for id_, one in near.items() if one.kin}
    _add(near, _joined(_acquainted(facts, anchors)))
    _add(near, _taking_part(facts, anchors, {*near}))
    near.pop(child, None)
    return {id_: one for id_, one in near.items() if _counts(facts.people, id_)}


def _add(near: dict[str, Reached], more: Iterable[Reached]) -> None:
    """Add whom nothing closer reaches; the certain first."""
    for one in sorted(more, key=lambda one: -one.sure):
        near.setdefault(one.person, one)


def _counts(people: Mapping[str, Person], person: str) -> bool:
    return person in people and people[person].kind is not PersonKind.ORGANISATION


def kin_ties(ties: Iterable[Tie]) -> list[KinTie]:
    """Return the ties that make kin, as kinship is computed from them."""
    return [
        KinTie(
            person=tie.person,
            kind=tie.kind.value,
            relative=tie.relative,
            qualifier=_qualifier(tie),
            term=tie.term,
        )
        for tie in ties
        if tie.kind in KINSHIP
    ]


def _qualifier(tie: Tie) -> str:
    """Return the words for a tie; a partnership with a known end is a former one."""
    ended = tie.kind is TieKind.SPOUSE_OF and tie.until is not None
    return "ex-partner" if ended and tie.qualifier == "partner" else tie.qualifier


def _household(facts: Facts, child: str) -> Iterable[Reached]:
    """Yield who cares for the child and who lives with it, as far as anybody said."""
    for tie in facts.ties_of.get(child, ()):
        if tie.kind is TieKind.CARES_FOR and tie.relative == child:
            one = Reached(person=tie.person, relation="caregiver of the child")
            yield _as_sure(one, tie.exists)
        if tie.kind is TieKind.LIVES_WITH and child in (tie.person, tie.relative):
            other = tie.relative if tie.person == child else tie.person
            one = Reached(person=other, relation="in the child's household")
            yield _as_sure(one, tie.exists)
    for event in facts.events_with.get(child, ()):
        if (
            event.type.care is Care.CAREGIVER
            and event.exists is not Sureness.NO
            and child in event.by_role(Role.WITH)
        ):
            for person in event.by_role(Role.SUBJECT):
                one = Reached(person=person, relation="caregiver of the child")
                yield _as_sure(one, event.exists)


def _acquainted(facts: Facts, anchors: Mapping[str, Reached]) -> Iterable[Reached]:
    """Yield who is stated as kin, or as an acquaintance, of the child or of its kin."""
    for tie in facts.stated:
        word = bare(tie.term or ("relative" if tie.kind is TieKind.KIN_OF else "acquaintance"))
        if beside := anchors.get(tie.relative):
            one = Reached(person=tie.person, relation=f"{beside.relation}'s {word}")
            yield _as_sure(one, tie.exists, beside.sure)
        if beside := anchors.get(tie.person):
            one = Reached(person=tie.relative, relation=f"{beside.relation} is their {word}")
            yield _as_sure(one, tie.exists, beside.sure)


def _joined(stated: Iterable[Reached]) -> Iterable[Reached]:
    """Yield everybody once, with all that they are: a family of the mother and the father."""
    relations: dict[str, dict[str, Sureness]] = {}
    for one in sorted(stated, key=lambda one: -one.sure):
        relations.setdefault(one.person, {})[one.relation] = one.sure
    for person, each in relations.items():
        yield Reached(person=person, relation=" and ".join(each), sure=max(each.values()))


def _taking_part(
    facts: Facts, anchors: Mapping[str, Reached], known: Container[str]
) -> Iterable[Reached]:
    """Yield who takes part in an event of the child or of its kin, or brought word of it.

    Who is known to be nearer is left out.
    """
    events = {e.id: e for one in anchors for e in facts.events_with.get(one, ())}
    for _, event in sorted(events.items()):
        if event.exists is Sureness.NO:
            continue
        people = dict.fromkeys([*(person for _, person in event.people), *event.relayed_by])
        further = [person for person in people if person not in known]
        kin = [anchors[person] for person in people if person in anchors] if further else []
        if kin:
            beside = max(kin, key=lambda one: one.sure)  # the first of the surest
            relation = f"recorded with {beside.relation}"
            for person in further:
                yield Reached(person=person, relation=relation, sure=beside.sure)


def care_around(facts: Facts, child: str) -> dict[str, list[tuple[Care, Tie | Event]]]:
    """Return what is recorded of each person's care for the child: ties, then events."""
    found: dict[str, list[tuple[Care, Tie | Event]]] = {}
    for tie in facts.ties_of.get(child, ()):
        if tie.kind is TieKind.CARES_FOR and tie.relative == child:
            found.setdefault(tie.person, []).append((Care.CAREGIVER, tie))
    events = [
        (event.type.care, event)
        for event in facts.events_with.get(child, ())
        if event.type.care
        and event.exists is not Sureness.NO
        and child in event.by_role(Role.WITH)
    ]
    for care, event in sorted(events, key=lambda e: (e[1].span.start.earliest, e[1].id)):
        for person in event.by_role(Role.SUBJECT):
            found.setdefault(person, []).append((care, event))
    return found
