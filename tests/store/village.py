"""Invented families of any number, the same for the same seed: what large tests are made of."""

import random
from collections.abc import Iterator
from datetime import date, timedelta

from graph.dates import Lag, When, Window
from graph.model import (
    Dataset,
    EventClaim,
    Participant,
    PersonClaim,
    Place,
    Records,
    Source,
    TieClaim,
)
from graph.vocabulary import PersonKind, Role, TieKind

FIRST_YEAR = 1930
GENERATION = 25
COUPLES = 3
"""Couples of founders in a family."""


def village(people: int, seed: int = 0) -> Records:
    """Return families of some 30 people each, until there are so many people."""
    chance = random.Random(seed)
    rows = _Rows()
    number = 0
    while len(rows.people) < people:
        _family(rows, chance, f"v{seed}-{number}")
        number += 1
    return rows.records(seed)


class _Rows:
    def __init__(self):
        self.people, self.ties, self.events, self.sources = [], [], [], []

    def records(self, seed):
        dataset = f"village-{seed}"
        top = [
            Place(id="country", name="Country", kind="country", dataset=dataset),
            Place(id="town", name="Town", kind="town", part_of="country", dataset=dataset),
            Place(id="camp", name="Camp", kind="camp", part_of="town", dataset=dataset),
        ]
        return Records(
            datasets=(
                Dataset(id=dataset, title="A village", country_of_risk="country"),
            ),
            sources=tuple(self.sources),
            places=tuple(top),
            people=tuple(self.people),
            ties=tuple(self.ties),
            events=tuple(self.events),
        )


def _family(rows, chance, name):
    source, begun = f"{name}-told", len(rows.people)
    dataset = f"village-{name[1:].split('-')[0]}"
    founders = [_person(rows, chance, name, source, dataset, FIRST_YEAR) for _ in range(2 * COUPLES)]
    rows.sources.append(
        Source(
            id=source,
            title=f"Told by {founders[0]}",
            kind="testimony",
            informant=founders[0],
            said_on=_day(date(2021, 1, 1)),
            dataset=dataset,
        )
    )
    generation = founders
    for year in range(FIRST_YEAR + GENERATION, 2016, GENERATION):
        generation = list(_children(rows, chance, name, source, dataset, generation, year))
    youngest = generation
    everyone = [p.about for p in rows.people[begun:]]
    _events(rows, chance, name, source, dataset, everyone, youngest)


def _children(rows, chance, name, source, dataset, parents, year) -> Iterator[str]:
    parents = list(parents)
    for one, other in zip(parents[::2], parents[1::2], strict=False):
        _tie(rows, one, TieKind.SPOUSE_OF, other, source, dataset)
        for _ in range(chance.choice((1, 2, 2, 3))):
            child = _person(rows, chance, name, source, dataset, year)
            _tie(rows, one, TieKind.PARENT_OF, child, source, dataset)
            _tie(rows, other, TieKind.PARENT_OF, child, source, dataset)
            yield child


def _person(rows, chance, family, source, dataset, year) -> str:
    number = len(rows.people)
    id_ = f"{family}-p{number}"
    born = chance.randrange(10) + year
    rows.people.append(
        PersonClaim(
            id=f"{id_}@{source}:L{number}",
            about=id_,
            source=source,
            locator=f"L{number}",
            kind=PersonKind.PERSON,
            name=f"Person {number}",
            other_names=(f"P. {number}",) if number % 3 == 0 else (),
            sex=chance.choice(("female", "male")),
            born=Window(date(born, 1, 1), date(born, 12, 31)),
            row_hash=f"{number:064x}",
            dataset=dataset,
        )
    )
    return id_


def _tie(rows, person, kind, relative, source, dataset) -> None:
    id_ = f"{person}-{kind.value}-{relative}"
    rows.ties.append(
        TieClaim(
            id=f"{id_}@{source}:L{len(rows.ties)}",
            about=id_,
            source=source,
            locator=f"L{len(rows.ties)}",
            person=person,
            kind=kind,
            relative=relative,
            row_hash=f"{len(rows.ties):064x}",
            dataset=dataset,
        )
    )


def _events(rows, chance, name, source, dataset, everyone, youngest) -> None:
    before = ""
    for i, person in enumerate(everyone):
        kind = chance.choice(("called", "taken_to_camp", "contact_lost", "messaged", "visited"))
        day = date(2016, 1, 1) + timedelta(days=chance.randrange(1500))
        other = chance.choice([one for one in everyone if one != person])
        id_ = f"{name}-e{i}"
        follows = bool(before) and i % 7 == 0
        rows.events.append(
            EventClaim(
                id=f"{id_}@{source}:E{i}",
                about=id_,
                source=source,
                locator=f"E{i}",
                type=kind,
                people=(
                    Participant(role=Role.SUBJECT, person=person),
                    Participant(role=Role.WITH, person=other),
                ),
                place="camp" if kind == "taken_to_camp" else "",
                when=When(text="") if follows else _day(day),
                after=(before,) if follows else (),
                lag=Lag(least=0, most=60, basis="soon") if follows else None,
                row_hash=f"{i:064x}",
                dataset=dataset,
            )
        )
        before = id_


def _day(day: date) -> When:
    return When(text=day.isoformat(), window=Window(day, day))
