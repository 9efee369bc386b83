"""What is offered in place of a cell that cannot be read is near to what was meant."""

import pytest

from graph.errors import InvalidDate
from graph.vocabulary import event_types
from ingest.moments import moment
from ingest.rows import NEAR_WORD, nearest


@pytest.mark.parametrize(
    ("written", "offered"),
    [("calld", "called"), ("lost_contact", "contact_lost"), ("imprison", "imprisoned")],
)
def test_an_event_type_is_offered_by_its_beginning_or_its_words(written, offered):
    assert repr(offered) in nearest(written, list(event_types()), NEAR_WORD)


def test_an_event_type_that_only_sounds_alike_is_not_offered():
    assert "imprisoned" not in nearest("phoned", list(event_types()), NEAR_WORD)


@pytest.mark.parametrize("written", ["02/03/2014", "02.03.2014"])
def test_how_to_write_a_day_is_shown_in_the_year_of_the_cell(written):
    with pytest.raises(InvalidDate, match="write 2014-03-02"):
        moment(written)


def test_a_day_that_no_calendar_has_is_said_to_be_none():
    with pytest.raises(InvalidDate, match="2017-06-31' is no day of the calendar"):
        moment("2017-06-31")
