"""Words that may ask not to be contacted."""

import csv
import io
import re

import pytest

from graph.record.asking_words import TABLE, asking_words
from tests.builders import event

ROWS = list(csv.DictReader(io.StringIO(TABLE.read_text(encoding="utf-8"), newline="")))


@pytest.mark.parametrize("row", ROWS, ids=[row["example"] for row in ROWS])
def test_each_pattern_finds_its_own_example(row):
    assert re.search(row["pattern"], row["example"], re.IGNORECASE)
    assert asking_words(event("warned", "aunt", words=row["example"]))


@pytest.mark.parametrize(
    "words",
    [
        "write to me again",
        "she could not call us",
        "those whom he cannot contact",
        "he did not call",
        "bizi aradı",
        "they called again and again",
        "the line was always busy",
    ],
)
def test_words_that_ask_for_nothing_are_let_be(words):
    assert asking_words(event("warned", "aunt", words=words)) == ""


def test_a_request_has_its_words_in_its_type_and_a_planned_one_is_a_warning():
    said = {"words": "never call"}
    assert asking_words(event("asked_not_to_be_contacted", "aunt", **said)) == ""
    planned = event("asked_not_to_be_contacted", "aunt", basis="planned", **said)
    assert asking_words(planned) == "never call"
