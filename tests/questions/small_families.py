"""Many small families, each with relatives and a history of its own; the same for a number."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Any

from graph.record.dates import When, Window
from graph.record.model import (
    Dataset,
    EventClaim,
    PersonClaim,
    Place,
    Records,
    Source,
    TieClaim,
)
from graph.record.vocabulary import Scope
from tests.builders import ABROAD, COUNTRY, SOURCE, event, person, tie, when

ENDINGS = ("died", "killed_in_custody", "taken_to_camp", "taken_into_custody", "contact_lost")
ASKED = ("asked_not_to_be_contacted", "line_dead", "unfriended")
OPENINGS = ("called", "messaged", "in_contact", "contact_resumed", "news_relayed")
TYPES = (*ENDINGS, *ASKED, *OPENINGS, *OPENINGS, "released", "interrogated", "left_country")
KINDS = ("birth", "birth", "birth", "adoptive", "step", "foster")
FIRST = date(2016, 1, 1)


def small_families(count: int, seed: int = 1) -> Records:
    """Return so many families with one to three children each, told of in one source."""
    every = [_Family(f"f{n}", Random(f"{seed}/{n}")).grown() for n in range(count)]  # noqa: S311
    return Records(
        datasets=(Dataset(id="set", title="Small families", country_of_risk=COUNTRY),),
        sources=(Source(id=SOURCE, title="Told", kind="report", said_on=when("2021-06")),),
        places=(
            Place(id=COUNTRY, name="Inland", kind="country"),
            Place(id="town", name="Town", kind="town", part_of=COUNTRY),
            Place(id=ABROAD, name="Faraway", kind="country"),
        ),
        people=tuple(claim for family in every for claim in family.people),
        ties=tuple(claim for family in every for claim in family.ties),
        events=tuple(claim for family in every for claim in family.events),
    )


@dataclass
class _Family:
    name: str
    chance: Random
    people: list[PersonClaim] = field(default_factory=list)
    ties: list[TieClaim] = field(default_factory=list)
    events: list[EventClaim] = field(default_factory=list)

    def grown(self) -> "_Family":
        self._parents_and_children()
        self._kin()
        self._others()
        for number in range(self.chance.randint(1, 8)):
            self.events.append(self._event(number))
        return self

    def _add(self, who: str, **more: Any) -> str:
        id_ = f"{self.name}-{who}"
        self.people.append(person(id_, **more))
        return id_

    def _tie(self, one: str, kind: str, other: str, **more: Any) -> None:
        basis = self.chance.choice(("stated",) * 9 + ("believed",))
        self.ties.append(tie(one, kind, other, basis=basis, **more))

    def _often(self, of_ten: int) -> bool:
        return self.chance.randrange(10) < of_ten

    def _parents_and_children(self) -> None:
        mother, father = self._add("mother", sex="female"), self._add("father", sex="male")
        for nth in range(self.chance.randint(1, 3)):
            year = self.chance.randint(1998, 2014)
            born = Window(date(year, 1, 1), date(year + self.chance.randint(0, 2), 12, 31))
            child = self._add(f"child{nth}", sought=self._often(5), born=born)
            self._tie(mother, "parent_of", child)
            if self._often(8):
                self._tie(father, "parent_of", child, qualifier=self.chance.choice(KINDS))
        for parent in (mother, father):
            if self._often(9):
                self.events.append(
                    event(
                        "left_country",
                        parent,
                        self.chance.choice(("2012-03", "2015", "2016/2017")),
                        place=ABROAD,
                    )
                )

    def _kin(self) -> None:
        granny, aunt = self._add("granny", sex="female"), self._add("aunt", sex="female")
        self._tie(granny, "parent_of", f"{self.name}-mother")
        self._tie(granny, "parent_of", aunt)
        if self._often(6):
            self._tie(aunt, "parent_of", self._add("cousin"))
        if self._often(5):
            self._tie(self._add("nan", sex="female"), "parent_of", f"{self.name}-father")
        if self._often(4):
            sister = self._add("great-aunt", sex="female")
            self._tie(*sorted((granny, sister))[:1], "sibling_of", max(granny, sister))
            self._tie(sister, "parent_of", self._add("second"))
        if self._often(3):
            self._tie(aunt, "cares_for", f"{self.name}-child0", since=when("2016"))

    def _others(self) -> None:
        self._tie(self._add("friend"), "knows", f"{self.name}-mother", term="friend")
        if self._often(4):
            group = self._add("neighbours", kind="group")
            self._tie(group, "knows", f"{self.name}-mother", term="neighbours")

    def _event(self, number: int) -> EventClaim:
        type_ = self.chance.choice(TYPES)
        subject = self.chance.choice(self.people).about
        first = FIRST + timedelta(self.chance.randrange(1500))
        last = first + timedelta(self.chance.choice((0, 0, 0, 20, 90, 300)))
        to = f"{self.name}-{self.chance.choice(('mother', 'father'))}"
        return event(
            type_,
            subject,
            id_=f"{self.name}-e{number}",
            to="" if to == subject or type_ == "left_country" else to,
            when=When(text="", window=Window(first, last)),
            scope=self.chance.choice(tuple(Scope)),
            basis=self.chance.choice(("stated", "stated", "stated", "believed")),
            place=ABROAD if type_ == "left_country" else "",
        )


def children_of(records: Records) -> Iterator[str]:
    """Yield the children, families one after the other."""
    yield from (one.about for one in records.people if "-child" in one.about)
