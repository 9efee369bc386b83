"""Small invented families, the same for the same seed; each seed has names of its own."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Any

from graph.record.dates import Lag, When, Window
from graph.record.model import (
    Dataset,
    EventClaim,
    Participant,
    PersonClaim,
    Place,
    Records,
    Source,
    TieClaim,
)
from graph.record.vocabulary import Role, TieKind

FOUNDERS = 6
BIRTHS = (1930, 1955, 1980, 2005)
EVENTS = ("called", "taken_to_camp", "contact_lost", "messaged", "visited")


def village(people: int, seed: int = 0) -> Records:
    """Return families of some 20 people each, until there are so many people."""
    chance, families, number = Random(seed), [], 0  # noqa: S311 - the same each time
    while sum(len(family.people) for family in families) < people:
        families.append(Family(f"v{seed}-{number}", chance).grown())
        number += 1
    return Records(
        datasets=(Dataset(id="village", title="A village", country_of_risk="country"),),
        sources=tuple(family.source for family in families),
        places=(
            Place(id="country", name="Country", kind="country"),
            Place(id="town", name="Town", kind="town", part_of="country"),
            Place(id="camp", name="Camp", kind="camp", part_of="town"),
            Place(id="abroad", name="Abroad", kind="country"),
        ),
        people=tuple(claim for family in families for claim in family.people),
        ties=tuple(claim for family in families for claim in family.ties),
        events=tuple(claim for family in families for claim in family.events),
    )


@dataclass
class Family:
    """Four generations, each of which marries among itself, and an event for everyone."""

    name: str
    chance: Random
    people: list[PersonClaim] = field(default_factory=list)
    ties: list[TieClaim] = field(default_factory=list)
    events: list[EventClaim] = field(default_factory=list)

    @property
    def source(self) -> Source:
        """What the first of the youngest parents told in 2021."""
        return Source(
            id=f"{self.name}-told",
            title="Told",
            kind="testimony",
            informant=self.people[0].about,
            said_on=on(date(2021, 1, 1)),
        )

    def grown(self) -> "Family":
        """Return the family with all its people, ties and events."""
        generation = [self._person(BIRTHS[0]) for _ in range(FOUNDERS)]
        for year in BIRTHS[1:]:
            generation = self._children(generation, year)
        for one in list(self.people):
            self._event(one.about)
        return self

    def _children(self, parents: list[str], year: int) -> list[str]:
        children = []
        for one, other in zip(parents[::2], parents[1::2], strict=False):
            self._tie(one, TieKind.SPOUSE_OF, other)
            for _ in range(self.chance.choice((1, 2, 2, 3))):
                children.append(self._person(year))
                self._tie(one, TieKind.PARENT_OF, children[-1])
                self._tie(other, TieKind.PARENT_OF, children[-1])
        return children

    def _claimed(self, about: str) -> dict[str, Any]:
        source = f"{self.name}-told"
        return {
            "id": f"{about}@{source}",
            "about": about,
            "source": source,
            "row_hash": about,
            "dataset": "village",
        }

    def _person(self, year: int) -> str:
        number = len(self.people)
        born = year + self.chance.randrange(10)
        self.people.append(
            PersonClaim(
                **self._claimed(f"{self.name}-p{number}"),
                name=f"Person {number}",
                other_names=(f"P. {number}",) if number % 3 == 0 else (),
                sex=self.chance.choice(("female", "male")),
                born=Window(date(born, 1, 1), date(born, 12, 31)),
            )
        )
        return self.people[-1].about

    def _tie(self, person: str, kind: TieKind, relative: str) -> None:
        about = f"{person}-{kind.value}-{relative}"
        self.ties.append(
            TieClaim(**self._claimed(about), person=person, kind=kind, relative=relative)
        )

    def _event(self, person: str) -> None:
        number, chance = len(self.events), self.chance
        other = chance.choice([one.about for one in self.people if one.about != person])
        kind = "left_country" if number % 9 == 8 else chance.choice(EVENTS)
        follows = number % 7 == 6
        self.events.append(
            EventClaim(
                **self._claimed(f"{self.name}-e{number}"),
                type=kind,
                people=(
                    Participant(role=Role.SUBJECT, person=person),
                    Participant(role=Role.WITH, person=other),
                ),
                place={"taken_to_camp": "camp", "left_country": "abroad"}.get(kind, ""),
                when=When(text="") if follows else self._day(),
                after=(self.events[-1].about,) if follows else (),
                lag=Lag(least=0, most=60, basis="soon") if follows else None,
            )
        )

    def _day(self) -> When:
        return on(date(2014, 1, 1) + timedelta(days=self.chance.randrange(2500)))


def on(day: date) -> When:
    """A day that is known."""
    return When(text=day.isoformat(), window=Window(day, day))
