"""What happened to a person, in one sentence, and when the family knew."""

import pytest

from graph.facts.adding_up import Sureness
from graph.rule.stops import requests_in
from graph.views.person_view import profile
from graph.views.what_happened import turning_event, what_happened
from graph.words.name_marks import ASKED_NOT, NameMarks
from ingest import read
from tests.conftest import BOTH_SETS


def profiles():
    for folder in BOTH_SETS:
        records = read([folder]).records
        for person in sorted({claim.about for claim in records.people}):
            naming = [one for one in records.events if person in {p.person for p in one.people}]
            yield profile(records, person, naming)


@pytest.fixture(scope="module")
def everybody():
    return {one.person.id: one for one in profiles()}


def test_a_death_is_said_with_its_days_and_when_and_through_whom_the_family_knew(everybody):
    assert what_happened(everybody["amina"], NameMarks()) == (
        "Amina was killed in custody between 1 June and 27 December 2018. "
        "The family knew of it between 31 July and 27 December 2018, "
        "through sister-in-law of Turghun."
    )


def test_what_is_read_into_words_is_possible_and_says_by_whom(everybody):
    said = what_happened(everybody["muhammed"], NameMarks())
    assert "was possibly taken to a camp" in said
    assert "(read into what was said by Rizwangul)" in said


def test_what_is_not_certain_is_said_as_possible(everybody):
    for one in everybody.values():
        event, said = turning_event(one), what_happened(one, NameMarks())
        if event is not None and said and event.exists is not Sureness.CERTAIN:
            assert "possibly" in said


def test_the_stop_is_behind_each_name_of_the_sentence(everybody):
    for one in everybody.values():
        stopped = requests_in(one.network.facts).keys()
        marks = NameMarks(stopped=stopped)
        said = what_happened(one, marks)
        for id_ in stopped:
            name = one.network.facts.people[id_].name
            assert said.count(name) <= said.count(f"{name} ({ASKED_NOT})") or name not in said


def test_somebody_to_whom_nothing_happened_has_no_sentence(everybody):
    assert what_happened(everybody["turghun"], NameMarks()) == ""
