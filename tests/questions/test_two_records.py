"""Two joined records are one person to every question of the library, and two when parted."""

from dataclasses import replace
from random import Random

import pytest

from graph.questions.asking import ask, ids_in
from graph.questions.library import names, question
from graph.record.model import (
    EventClaim,
    Interpretation,
    PersonClaim,
    Records,
    TieClaim,
)
from graph.store import IngestRun
from graph.store.deriving import derive_calendars
from graph.store.queries import query
from ingest import read
from tests.builders import family, person, tie
from tests.conftest import BOTH_SETS

DAYS = ("2018-05-15", "2021-12-31")
CHILDREN = ("meripet-eldest-child", "nurvashi", "tumarsha")
SECOND = "-second-record"


class Split:
    """The samples, in which claims of some people name a second record of theirs, by chance."""

    def __init__(self, records, seed: int) -> None:
        self._chance = Random(seed)  # noqa: S311 - the same split for the same number
        people = sorted({claim.about for claim in records.people})
        self.people = {one for one in people if self._chance.random() < 0.5} | {*CHILDREN}
        first = {claim.about: claim for claim in reversed(records.people)}
        self.records = replace(
            records,
            sources=tuple(
                replace(one, informant=self._name(one.informant)) for one in records.sources
            ),
            people=(
                *(self._person(one, first) for one in records.people),
                *(_second(first[one]) for one in sorted(self.people)),
            ),
            ties=tuple(map(self._tie, records.ties)),
            events=tuple(map(self._event, records.events)),
            interpretations=tuple(map(self._reading, records.interpretations)),
        )
        self.joins = [
            tie(f"{one}{SECOND}", "same_as", one, source=first[one].source)
            for one in sorted(self.people)
        ]

    def _name(self, person: str) -> str:
        other = person in self.people and self._chance.random() < 0.5
        return f"{person}{SECOND}" if other else person

    def _names(self, people):
        return tuple(map(self._name, people))

    def _person(self, claim: PersonClaim, first) -> PersonClaim:
        own = claim is first[claim.about]
        return replace(
            claim,
            about=claim.about if own else self._name(claim.about),
            member_of=self._names(claim.member_of),
        )

    def _tie(self, claim: TieClaim) -> TieClaim:
        ends = {"person": self._name(claim.person), "relative": self._name(claim.relative)}
        return replace(claim, **ends)

    def _event(self, claim: EventClaim) -> EventClaim:
        people = tuple(replace(one, person=self._name(one.person)) for one in claim.people)
        return replace(claim, people=people, relayed_by=self._names(claim.relayed_by))

    def _reading(self, claim: Interpretation) -> Interpretation:
        return replace(claim, by=self._name(claim.by)) if claim.by else claim


def _second(claim: PersonClaim) -> PersonClaim:
    """Say of a second record nothing that the first one does not say."""
    return PersonClaim(
        id=f"{claim.about}{SECOND}@{claim.source}",
        about=f"{claim.about}{SECOND}",
        kind=claim.kind,
        name=claim.name,
        source=claim.source,
        dataset=claim.dataset,
        locator=claim.locator,
    )


def rows(store, name: str, given: dict[str, str]):
    """What a question answers, each row with its marks."""
    answered = ask(store, question(name), given)
    return [
        {key: _without_second(one) for key, one in row.items()} for row in answered.marked()
    ]


def told(store, name: str):
    """Return parameters with which a question has rows, and the rows."""
    params = {param.name for param in question(name).params}
    for day in DAYS:
        for child in CHILDREN:
            every = {"as_of": day, "child": child, "days": "800", "at_least": "1"}
            given = {key: text for key, text in every.items() if key in params}
            if found := rows(store, name, given):
                return given, found
    raise AssertionError(f"{name}: nothing would be compared")


def _without_second(value):
    """Leave out the claims that only say that there is a second record."""
    if not isinstance(value, list):
        return value
    return [one for one in value if not (isinstance(one, str) and f"{SECOND}@" in one)]


@pytest.fixture(scope="module")
def stories(open_store):
    """The rows of one record each; then of two; of two that are joined; and parted again."""
    samples = read(list(BOTH_SETS)).records
    split = Split(samples, seed=4)
    asked = {}

    def all_rows():
        return {name: rows(open_store, name, given) for name, given in asked.items()}

    _anew(open_store, samples)
    found = {name: told(open_store, name) for name in names()}
    asked |= {name: given for name, (given, _) in found.items()}
    one = {name: rows_ for name, (_, rows_) in found.items()}
    _anew(open_store, split.records)
    two = all_rows()
    open_store.load(Records(ties=tuple(split.joins)), IngestRun(id="joins"))
    derive_calendars(open_store)
    joined = all_rows()
    second = {
        name: rows(open_store, name, {**given, "child": f"{given['child']}{SECOND}"})
        for name, given in asked.items()
        if "child" in given
    }
    for join in split.joins:
        assert open_store.retract(join.id, by="analyst", why="two people", on="2021-06-01")
    derive_calendars(open_store)
    return {"one": one, "two": two, "joined": joined, "second": second, "parted": all_rows()}


def _anew(store, records):
    store.clear()
    store.prepare()
    store.load(records, IngestRun(id="run"))
    derive_calendars(store)


@pytest.mark.parametrize("name", names())
def test_joined_records_answer_as_one_record(stories, name):
    assert stories["joined"][name] == stories["one"][name]


@pytest.mark.parametrize("name", names())
def test_no_second_record_is_named_beside_the_first(stories, name):
    asked = question(name)
    for row in stories["joined"][name]:
        assert not [one for one in ids_in(asked, row, "Person.id") if SECOND in one]


@pytest.mark.parametrize("name", names())
def test_parted_records_answer_as_before_they_were_joined(stories, name):
    assert stories["parted"][name] == stories["two"][name]


def test_a_person_is_asked_about_by_either_record(stories):
    assert {"caregivers", "relatives", "who_is_left"} <= stories["second"].keys()
    for name, found in stories["second"].items():
        assert found == stories["joined"][name]


def test_some_answers_differ_while_the_records_are_apart(stories):
    assert stories["two"] != stories["one"]


@pytest.mark.parametrize("first", [one.about for one in family().people])
def test_a_second_record_is_left_out_whoever_is_joined_alone(store, first):
    sizes, both = query("read/sizes"), [first, "other"]
    store.load(
        family(person("other"), tie("other", "same_as", first)), IngestRun(id="two records")
    )
    derive_calendars(store)
    assert {row["id"] for row in store.read(sizes, ids=both)} == {*both}
    with store.one_person({"other": first}) as united:
        assert [row["id"] for row in united.read(sizes, ids=both)] == [first]
