"""Families over three to five generations: births, marriages, remarriages, adoption."""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from tests.bench.setting import name

LAST_BIRTH = date(2019, 12, 31)
MARRY = 0.8
WITH_ANOTHER_FAMILY = 0.03
WITH_A_COUSIN = 0.02
AGAIN = 0.07
ADOPTED = 0.01


@dataclass(slots=True, eq=False)
class Member:
    """Somebody of a family, with what is true of them, whether a source says it or not."""

    id: str
    name: str
    sex: str
    born: date
    parents: tuple["Member", ...] = ()
    married: bool = False

    def age(self, day: date) -> int:
        return (
            day.year
            - self.born.year
            - ((day.month, day.day) < (self.born.month, self.born.day))
        )


@dataclass(slots=True, eq=False)
class Couple:
    """Two people who had, or might have had, children."""

    wife: Member
    husband: Member
    children: list[Member] = field(default_factory=list)
    ended: bool = False

    def both(self) -> tuple[Member, Member]:
        return (self.wife, self.husband)


@dataclass(slots=True, eq=False)
class Family:
    """People of one lineage and who married into it, with the ties as rows without a source."""

    name: str
    chance: Random
    members: list[Member] = field(default_factory=list)
    couples: list[Couple] = field(default_factory=list)
    ties: list[dict[str, str]] = field(default_factory=list)

    def add(self, sex: str, born: date, parents: tuple[Member, ...] = ()) -> Member:
        id_ = f"{self.name}.p{len(self.members)}"
        member = Member(id_, name(self.chance), sex, born, parents)
        self.members.append(member)
        return member

    def tie(self, person: str, kind: str, relative: str, **more: str) -> None:
        id_ = f"{self.name}.t{len(self.ties)}"
        row = {"id": id_, "person": person, "kind": kind, "relative": relative}
        self.ties.append(row | more)

    def siblings(self, member: Member) -> Iterator[Member]:
        for other in self.members:
            if other is not member and set(other.parents) & set(member.parents):
                yield other

    def couples_of(self, member: Member) -> Iterator[Couple]:
        return (couple for couple in self.couples if member in couple.both())


def grow(family: str, chance: Random, strangers: deque[Member], generations: int) -> Family:
    """Let a family grow until its youngest are children today.

    Args:
        family: its name, which begins every id in it.
        chance: where everything that happens comes from.
        strangers: grown people of other families who are not married; whoever is married out of
            it is taken out, and those of this family who stay unmarried are put in.
        generations: from the founders down to the youngest, at least two.
    """
    grown = Family(family, chance)
    founded = 2010 - 24 * (generations - 1) + chance.randint(-4, 4)
    wife = grown.add("female", _day_of(chance, founded))
    husband = grown.add("male", _day_of(chance, founded - chance.randint(0, 6)))
    couples = [_marry(grown, wife, husband)]
    for generation in range(1, generations):
        children = [child for couple in couples for child in _bear(grown, couple)]
        if generation < generations - 1:
            couples = list(_pair_off(grown, children, strangers))
    return grown


def _day_of(chance: Random, year: int) -> date:
    return date(year, 1, 1) + timedelta(days=chance.randint(0, 364))


def _marry(family: Family, one: Member, other: Member) -> Couple:
    wife, husband = (one, other) if one.sex == "female" else (other, one)
    wife.married = husband.married = True
    couple = Couple(wife, husband)
    family.couples.append(couple)
    family.tie(wife.id, "spouse_of", husband.id, qualifier="married")
    return couple


def _bear(family: Family, couple: Couple) -> list[Member]:
    """Give a couple its children, and sometimes a second marriage with more of them."""
    chance = family.chance
    first = couple.wife.born + timedelta(days=365 * chance.randint(19, 27))
    wanted = chance.choices((1, 2, 3, 4, 5), (3, 7, 5, 2, 1))[0]
    children = _children(family, couple, first, wanted)
    if chance.random() < AGAIN:
        children += _marry_again(family, couple)
    return children


def _children(family: Family, couple: Couple, first: date, wanted: int) -> list[Member]:
    chance, born = family.chance, first
    for _ in range(wanted):
        if born > LAST_BIRTH:
            break
        child = family.add(chance.choice(("female", "male")), born, couple.both())
        couple.children.append(child)
        how = "adoptive" if chance.random() < ADOPTED else "birth"
        for parent in couple.both():
            family.tie(parent.id, "parent_of", child.id, qualifier=how)
        born += timedelta(days=chance.randint(400, 1500))
    return list(couple.children)


def _marry_again(family: Family, couple: Couple) -> list[Member]:
    """End a marriage, and let one of the two marry anew: half-siblings and a step-parent."""
    chance = family.chance
    couple.ended = True
    pair = (couple.wife.id, couple.husband.id)
    next(
        tie
        for tie in family.ties
        if tie["kind"] == "spouse_of" and (tie["person"], tie["relative"]) == pair
    )["qualifier"] = "ended"
    stays = chance.choice(couple.both())
    sex = "female" if stays.sex == "male" else "male"
    new = family.add(sex, stays.born + timedelta(days=365 * chance.randint(-2, 4)))
    again = _marry(family, stays, new)
    youngest = max((child.born for child in couple.children), default=stays.born)
    first = max(youngest, again.wife.born + timedelta(days=365 * 20))
    children = _children(family, again, first + timedelta(days=900), chance.randint(0, 2))
    for child in couple.children:
        if child.age(LAST_BIRTH) < 25 and chance.random() < 0.6:
            family.tie(new.id, "parent_of", child.id, qualifier="step")
    return children


def _pair_off(
    family: Family, generation: list[Member], strangers: deque[Member]
) -> Iterator[Couple]:
    """Marry most of a generation; the eldest always, so that the family goes on."""
    chance = family.chance
    for i, member in enumerate(generation):
        if member.married:
            continue
        if i and chance.random() > MARRY:
            strangers.append(member)
            continue
        yield _marry(family, member, _partner(family, member, generation, strangers))


def _partner(
    family: Family, member: Member, generation: list[Member], strangers: deque[Member]
) -> Member:
    """Find whom somebody marries: mostly somebody of whom no more family is recorded."""
    chance, form = family.chance, family.chance.random()
    if form < WITH_A_COUSIN:
        fitting = [c for c in generation if _may_marry(member, c)]
    elif form < WITH_A_COUSIN + WITH_ANOTHER_FAMILY:
        own = f"{family.name}."
        fitting = [s for s in strangers if not s.id.startswith(own) and _may_marry(member, s)]
    else:
        fitting = []
    if fitting:
        found = chance.choice(fitting)
        if found in strangers:
            strangers.remove(found)
        return found
    sex = "female" if member.sex == "male" else "male"
    partner = family.add(sex, member.born + timedelta(days=chance.randint(-1500, 1500)))
    _kin_of_partner(family, partner)
    return partner


def _may_marry(one: Member, other: Member) -> bool:
    return (
        one.sex != other.sex
        and not other.married
        and abs((one.born - other.born).days) < 8 * 365
        and not set(one.parents) & set(other.parents)
        and one not in other.parents
        and other not in one.parents
    )


def _kin_of_partner(family: Family, partner: Member) -> None:
    """Record now and then the parents, or a brother or sister, of who married in."""
    chance = family.chance
    if chance.random() < 0.3:
        mother = family.add(
            "female", partner.born - timedelta(days=365 * chance.randint(19, 35))
        )
        family.tie(mother.id, "parent_of", partner.id, qualifier="birth")
        partner.parents = (mother,)
    elif chance.random() < 0.2:
        born = partner.born + timedelta(days=chance.randint(-1500, 1500))
        sibling = family.add(chance.choice(("female", "male")), born)
        family.tie(sibling.id, "sibling_of", partner.id, qualifier="full")
