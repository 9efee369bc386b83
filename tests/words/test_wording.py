"""Words are listed in one place, and each is explained where a person meets it."""

import json
from pathlib import Path

import pytest

from graph.record.phrases import phrases, read_when
from graph.record.vocabulary import Care, Left, Status, ThreadState, event_types
from graph.words.wording import LEFT_WORDS, SEPARATED_WORDS, STATUS_WORDS, THREAD_STATES

ROOT = Path(__file__).parents[2]
PERSON = json.loads((ROOT / "docs" / "left.schema.json").read_text(encoding="utf-8"))[
    "properties"
]["people"]["items"]["properties"]


def test_the_schema_allows_what_the_rule_can_say():
    assert PERSON["left"]["enum"] == [value.value for value in Left]
    assert PERSON["status"]["enum"] == [value.value for value in Status]
    assert PERSON["care"]["enum"] == [*(value.value for value in Care), None]
    assert PERSON["later"]["items"]["enum"] == sorted(event_types())


def test_every_answer_has_words():
    assert LEFT_WORDS.keys() == set(Left)
    assert STATUS_WORDS.keys() == set(Status)
    assert THREAD_STATES.keys() == set(ThreadState)
    assert len(SEPARATED_WORDS) == 3


@pytest.mark.parametrize("name", sorted(event_types()))
def test_every_type_of_event_says_who_its_subject_is(name):
    assert event_types()[name].subject_is
    assert event_types()[name].words


@pytest.mark.parametrize("phrase", phrases(), ids=lambda phrase: phrase.name)
def test_every_phrase_of_the_table_is_understood(phrase):
    blanks = {"date": "2017-03", "month": "2017-03", "year": "2017", "next": "2018"}
    said = phrase.phrase.format(**blanks, n="five")
    assert read_when(said).basis == phrase.name
