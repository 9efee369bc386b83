"""Two columns of an answer that are one span are shown as one, in words."""

import pytest

from graph.questions.answer_columns import ends_a_span, span_title, span_words
from graph.questions.library import library

SPANS = ("least", "most", "earliest", "latest")


@pytest.mark.parametrize("asked", library(), ids=lambda asked: asked.name)
def test_each_half_of_a_span_is_shown_once(asked):
    names = [one.name for one in asked.columns]
    halves = [one for one in names if one.rpartition("_")[2] in SPANS]
    begun = [one for one in halves if span_title(one, names)]
    ended = [one for one in halves if ends_a_span(one, names)]
    assert sorted([*begun, *ended]) == sorted(halves)
    assert len(begun) == len(ended)


SAID = {
    "2 to 30 days": ("days_least", "days_most", 2, 30),
    "117 days before to 153 days after": ("days_least", "days_most", -117, 153),
    "3 days or more": ("days_least", "days_most", 3, None),
    "between 2018-01-01 and 2018-02-01": ("earliest", "latest", "2018-01-01", "2018-02-01"),
    "by 2018-02-01": ("since_earliest", "since_latest", None, "2018-02-01"),
    "": ("cut_earliest", "cut_latest", None, None),
}


@pytest.mark.parametrize("said", SAID)
def test_a_span_is_said_in_words(said):
    first, last, least, most = SAID[said]
    assert span_words(first, {first: least, last: most}) == said
