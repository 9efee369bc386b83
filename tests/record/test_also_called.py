"""Other words for the types of events: each of a type, and each the search of a form finds."""

import re

from graph.pages.writing.write_words import word
from graph.record.schema import TABLES
from graph.record.vocabulary import also_called, event_types


def test_every_type_has_other_words_and_nothing_else_has():
    assert also_called().keys() == event_types().keys()


def test_other_words_are_words_of_people():
    words = [one for also in also_called().values() for one in also]
    assert all(re.fullmatch(r"[\w' -]+", one) for one in words)
    assert not [one for one in words if one in event_types()]


def test_a_list_shows_them_behind_the_words_of_the_type():
    column = TABLES["events"].columns["type"]
    assert "detained" in word(column, "taken_into_custody")
    assert word(column, "taken_into_custody").startswith("taken into custody (")
