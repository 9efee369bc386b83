"""Words are listed in one place, and each is explained where a person meets it."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.facts.adding_up import facts
from graph.record.dates import Lag, When, Window, edtf_window
from graph.record.phrase_table import phrases
from graph.record.phrases import read_when
from graph.record.vocabulary import Care, Left, Status, ThreadState, event_types
from graph.rule.answer import answer
from graph.words.answer_json import as_json
from graph.words.answer_text import AnswerText
from graph.words.wording import (
    DAYS_DIFFER,
    LEFT_WORDS,
    SEPARATED_WORDS,
    STATUS_WORDS,
    THREAD_STATES,
    UNCLEAR_HOW_LONG,
    before_day,
    days_words,
    of_groups,
    when_words,
)
from tests.builders import event, family

ROOT = Path(__file__).parents[2]
PERSON = json.loads((ROOT / "docs" / "left.schema.json").read_text(encoding="utf-8"))[
    "properties"
]["people"]["items"]["properties"]


def test_the_schema_allows_what_the_rule_can_say():
    assert PERSON["left"]["enum"] == [value.value for value in Left]
    assert PERSON["status"]["enum"] == [value.value for value in Status]
    assert PERSON["care"]["enum"] == [*(value.value for value in Care), None]


def test_every_answer_has_words():
    assert LEFT_WORDS.keys() == set(Left)
    assert STATUS_WORDS.keys() == set(Status)
    assert THREAD_STATES.keys() == set(ThreadState)
    assert len(SEPARATED_WORDS) == 3


@pytest.mark.parametrize("name", sorted(event_types()))
def test_every_type_of_event_says_who_its_subject_is(name):
    assert event_types()[name].subject_is
    assert event_types()[name].words


@pytest.mark.parametrize("phrase", phrases(), ids=lambda phrase: phrase.phrase)
def test_every_phrase_of_the_table_is_understood(phrase):
    blanks = {
        "date": "2017-03",
        "month": "2017-03",
        "year": "2017",
        "next": "2018",
        "n": "five",
    }
    further = {"decade": "201", "season": "spring 2017", "feast": "Ramadan 2017"}
    further |= {"hour": "8 pm", "night": "late at night", "day": "3 May 2017"}
    further |= {"weekday": "Friday", "nth": "last", "number": "12", "past": "autumn"}
    if phrase.kind == "edge":
        blanks |= {"date": "2017", "n": "two"}
    said = phrase.phrase.format(**blanks, **further)
    told = Window(date(2018, 4, 5), date(2018, 4, 5))
    assert read_when(said, told).basis.split(", ")[0] == phrase.name


@pytest.mark.parametrize(
    ("least", "most", "words"),
    [
        (1, 1, "1 day"),
        (223, 223, "223 days"),
        (3, 40, "3 to 40 days"),
        (0, 100, "0 to 4 months"),
        (2192, 3286, "6 to 9 years"),
        (3000, 3000, "8 to 9 years"),
        (400, None, "13 months or more"),
        (0, None, UNCLEAR_HOW_LONG),
    ],
)
def test_a_time_is_counted_in_the_unit_that_fits(least, most, words):
    assert days_words(least, most) == words


@pytest.mark.parametrize(
    ("least", "most", "words"),
    [(0, 0, "on this day"), (1, 1, "1 day before"), (0, None, UNCLEAR_HOW_LONG)],
)
def test_what_was_on_the_day_itself_was_no_days_before(least, most, words):
    assert before_day(days_words(least, most)) == words


@pytest.mark.parametrize(
    ("every", "words"),
    [
        ((0, 1), ""),
        ((1, 1), "somebody of a group: yes"),
        ((0, 2), "somebody of a group: possibly"),
        ((2, 3), "somebody of a group: yes and possibly"),
    ],
)
def test_what_groups_add_to_the_single_people_is_said(every, words):
    assert of_groups(every, (0, 1)) == words


@given(st.integers(0, 40_000), st.integers(0, 40_000))
def test_a_time_in_words_never_says_less_than_is_known(least, more):
    low, high = _days(days_words(least, least + more))
    assert low <= least
    assert least + more <= high


def _days(words: str) -> tuple[float, float]:
    *numbers, unit = words.replace(" to ", " ").split()
    days = {"day": 1.0, "month": 30.44, "year": 365.25}[unit.removesuffix("s")]
    return float(numbers[0]) * days, float(numbers[-1]) * days


def test_a_lag_names_what_it_counts_from():
    left = event("left_country", "aunt", "2017-03-01", id_="left")
    lost = event("contact_lost", "aunt", "2017-05-01", id_="lost", to="mother")
    lagged = replace(
        lost,
        when=When(text="two months later"),
        after=("left",),
        lag=Lag(least=60, most=62),
    )
    said = when_words(facts(family(left, lagged)).events["lost"])
    assert said == (
        "two months later (counted from “left the country”; between 2017-04-30 and 2017-05-02)"
    )


def test_a_reason_says_that_the_place_of_a_detention_was_emptied():
    held = event("imprisoned", "aunt", "2017-05", place="town", id_="held")
    emptied = event("place_emptied", "", "2018-12-08", place="town")
    text = AnswerText(answer(family(held, emptied), "child", as_of=date(2019, 1, 1)))
    (aunt,) = (one for one in text.relatives if one.name == "Aunt")
    assert aunt.answer == "unknown: possibly missing"
    assert aunt.reason == (
        "Imprisoned, 2017-05. Place emptied, 2018-12-08. "
        "People who were held there are perhaps not held any more."
    )


def test_words_that_an_order_has_narrowed_show_the_days_as_well():
    camp = event("taken_to_camp", "aunt", "2017", id_="camp")
    after = event("released", "aunt", "2017", id_="out", after=("camp",))
    late = replace(camp, when=When(text="late 2017", window=edtf_window("2017-09/2017-12")))
    said = facts(family(late, after)).events
    assert when_words(said["camp"]) == "late 2017"
    assert when_words(said["out"]) == "2017 (between 2017-09-01 and 2017-12-31)"


@pytest.mark.parametrize(
    ("days", "differ"),
    [
        (("2017-05-01", "2018-02-01"), True),
        (("2017-05", "2018"), True),
        (("../2017-05", "2018"), True),
        (("2017-05-01", "2017"), False),
        (("2017-05-01", "2017-05-01"), False),
    ],
    ids=str,
)
def test_sources_that_disagree_on_the_day_are_named_wherever_the_time_is(days, differ):
    told = [event("called", "aunt", day, id_="call", to="mother") for day in days]
    claims = [replace(one, id=f"call@source:{n}") for n, one in enumerate(told)]
    text = AnswerText(answer(family(*claims), "child", as_of=date(2018, 3, 1)))
    aunt = next(one for one in text.relatives if one.relative.person.id == "aunt")
    shown = next(one for one in as_json(text)["people"] if one["id"] == "aunt")
    said = [when_words(facts(family(*claims)).events["call"]), aunt.reason, aunt.since]
    assert [DAYS_DIFFER in one for one in (*said, shown["since"]["text"])] == [differ] * 4
    assert shown["since"]["sources_disagree"] is differ
    assert not differ or said[0].endswith(f"; {DAYS_DIFFER})")
