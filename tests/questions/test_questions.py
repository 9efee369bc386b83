"""What a header promises is read, and a wrong one is refused."""

from datetime import date

import pytest

from graph.questions.library import (
    GROUPS,
    InvalidParameter,
    UnknownName,
    library,
    question,
    values,
)
from graph.store.queries import parse

TOLD = date(2021, 12, 31)
ALL = library()


@pytest.mark.parametrize("asked", ALL, ids=lambda asked: asked.name)
def test_every_question_is_one_and_says_what_it_does_not_tell(asked):
    assert asked.asks.endswith("?")
    assert asked.unknown
    assert all(column.type and (column.about or column.name) for column in asked.columns)
    assert [column.name for column in asked.columns] == list(asked.query.returns)


@pytest.mark.parametrize("asked", ALL, ids=lambda asked: asked.name)
def test_every_parameter_is_described_and_every_row_names_its_claims(asked):
    assert all(param.about for param in asked.params)
    assert any(column.holds("Claim.id") for column in asked.columns)


def test_there_are_the_questions_of_the_field():
    assert len(ALL) >= 24


def test_texts_become_values_by_the_types_of_the_header():
    found = values(question("turning_18"), {"as_of": "2018-05-15", "months": "6"}, TOLD)
    assert found == {"as_of": date(2018, 5, 15), "months": 6}


def test_defaults_stand_in_for_what_is_not_given():
    assert values(question("turning_18"), {}, TOLD) == {"as_of": TOLD, "months": 12}
    open_ones = {"effect": None, "person": None}
    assert values(question("one_source"), {}, TOLD) == {"as_of": TOLD} | open_ones


@pytest.mark.parametrize("text", ["15.5.2018", "2018-02-30", "", "2018-05-15T00:00"])
def test_a_text_that_is_no_day_is_refused(text):
    with pytest.raises(InvalidParameter, match="2018-05-15"):
        values(question("turning_18"), {"as_of": text}, TOLD)


@pytest.mark.parametrize("text", ["-1", "1.5", "one", "9999999", "²"])
def test_a_text_that_is_no_count_is_refused(text):
    with pytest.raises(InvalidParameter, match="integer"):
        values(question("turning_18"), {"months": text}, TOLD)


def test_every_question_is_in_a_group_and_no_group_is_empty():
    assert {one.group for one in ALL} == GROUPS.keys()


def test_a_name_that_is_a_path_is_no_question():
    with pytest.raises(UnknownName):
        question("../read/children")


def test_a_header_line_is_read_in_its_parts():
    text = """// Who?
// param   as_of  date = told  the day
// returns name   string       (sensitive)
// unknown  All the rest.
RETURN $as_of AS name;
"""
    found = parse("ask/who", text)
    assert found.question == "Who?"
    day, name, unknown = found.header
    assert (day.name, day.type, day.default, day.about) == ("as_of", "date", "told", "the day")
    assert (name.type, name.default, name.about) == ("string", None, "(sensitive)")
    assert (unknown.word, unknown.about) == ("unknown", "All the rest.")
