"""Sentences as a person writes them: a verb for every type of event, and days in words."""

import re
from datetime import date

import pytest

from graph.record.dates import ALWAYS
from graph.record.vocabulary import event_types
from graph.words.prose import aged, dated, deed, in_words, listed, with_doubt
from tests.builders import when


@pytest.mark.parametrize("name", event_types())
def test_every_type_of_event_has_a_sentence(name):
    """A type whose words begin otherwise needs a word in the tables of the module."""
    done = deed(event_types()[name].words)
    assert done is not None
    one, many = (done.after(many=many, possibly=True) for many in (False, True))
    assert " possibly " in one
    assert done.before or " were " not in one
    assert done.before or " was " not in many


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("taken to a camp", "Ana and Bo were possibly taken to a camp"),
        ("died", "Ana and Bo possibly died"),
        ("contact lost", "contact with Ana and Bo was possibly lost"),
        ("passport renewal refused", "the passport renewal of Ana and Bo was possibly refused"),
    ],
)
def test_doubt_and_number_are_in_the_verb(words, said):
    done = deed(words)
    assert f"{done.before}Ana and Bo{done.after(many=True, possibly=True)}" == said


SAYS_NO_DOUBT_BEFORE = re.compile(r"possibly (was|were|is|are|has|could|contact|passport)\b")


@pytest.mark.parametrize("name", event_types())
def test_the_doubt_is_before_the_verb_and_after_one_that_helps(name):
    words = event_types()[name].words
    said = with_doubt(words)
    assert said.replace("possibly ", "", 1) == words
    assert not SAYS_NO_DOUBT_BEFORE.search(said)
    assert with_doubt(f"{words}, when") == f"{said}, when"
    assert with_doubt(words, doubtful=False) == words


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("was refused by an authority", "was possibly refused by an authority"),
        ("has had no answer from an authority", "has possibly had no answer from an authority"),
        ("had no passport", "possibly had no passport"),
        ("taken to a camp", "possibly taken to a camp"),
        ("contact lost", "contact possibly lost"),
        ("passport renewal refused", "passport renewal possibly refused"),
        ("control of the place changed", "control of the place possibly changed"),
        ("no one left to ask", "possibly no one left to ask"),
    ],
)
def test_a_doubt_is_said_where_a_sentence_has_it(words, said):
    assert with_doubt(words) == said


def test_words_that_begin_as_no_others_do_have_no_sentence():
    assert deed("a solar eclipse") is None


@pytest.mark.parametrize(
    ("window", "said"),
    [
        ("2018-06-24", "on 24 June 2018"),
        ("2018-06", "in June 2018"),
        ("2018", "in 2018"),
        ("2017-09/2017-12", "between September and December 2017"),
        ("2017-09/2018-02", "between September 2017 and February 2018"),
        ("2017-09-04/2017-09-08", "between 4 September and 8 September 2017"),
        ("2015/2019", "between 2015 and 2019"),
        ("../2017-05", "by May 2017"),
        ("2017/..", "from 2017 on"),
    ],
)
def test_a_time_is_said_in_the_largest_whole_units(window, said):
    assert dated(when(window).window) == said


def test_no_time_is_said_too():
    assert dated(ALWAYS) == "at an unknown time"


@pytest.mark.parametrize(
    ("born", "said"),
    [
        ("2010-01-01", "9 years old"),
        ("2010", "8 or 9 years old"),
        ("2008/2010", "8 to 11 years old"),
        ("2018-01-05", "1 year old"),
        ("../2010", ""),
        ("2020", ""),
    ],
)
def test_an_age_is_as_exact_as_the_birth(born, said):
    assert aged(when(born).window, date(2019, 7, 1)) == said


def test_names_are_listed_with_an_and():
    assert listed(["A", "B", "C"]) == "A, B and C"
    assert (listed(["A"]), listed([])) == ("A", "")


def test_a_day_is_written_as_in_a_letter():
    assert in_words(date(2018, 6, 4)) == "4 June 2018"
