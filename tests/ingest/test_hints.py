"""What is offered in place of a cell that cannot be read is near to what was meant."""

import re
from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from graph.errors import InvalidDate
from graph.record.dates import When
from graph.record.schema import TABLES
from graph.record.vocabulary import event_types
from ingest.fields import Fields
from ingest.moments import moment
from ingest.table_row import NEAR_WORD, nearest
from tests.examples import examples


@pytest.mark.parametrize(
    ("written", "offered"),
    [("calld", "called"), ("lost_contact", "contact_lost"), ("imprison", "imprisoned")],
)
def test_an_event_type_is_offered_by_its_beginning_or_its_words(written, offered):
    assert repr(offered) in nearest(written, list(event_types()), NEAR_WORD)


def test_an_event_type_that_only_sounds_alike_is_not_offered():
    assert "imprisoned" not in nearest("phoned", list(event_types()), NEAR_WORD)


@pytest.mark.parametrize(
    ("written", "offered"),
    [("detained", "taken_into_custody"), ("Passed_away", "died"), ("kidnapped", "")],
)
def test_an_event_type_is_offered_by_what_people_call_it(written, offered):
    row = Fields(TABLES["events"], {"type": written})
    row.value(TABLES["events"].columns["type"])
    [problem] = [one.problem for one in row.faults if one.column == "type"]
    assert (f"; did you mean {offered!r}?" in problem) == bool(offered)


@pytest.mark.parametrize("written", ["02/03/2014", "02.03.2014"])
def test_how_to_write_a_day_is_shown_in_the_year_of_the_cell(written):
    with pytest.raises(InvalidDate, match="write 2014-03-02"):
        moment(written)


_WRITTEN = re.compile(
    r"\.\./\d{4}(?:-\d\d){0,2}|(?:spring|summer|autumn|winter) \d{4}(?:-\d\d)?"
    r"|\d{4}(?:-\d\d){0,2}(?:/(?:\.\.|\d{4}(?:-\d\d){0,2}))?"
)
FORMS = (
    *("%d/%m/%Y", "%m/%d/%Y", "%d.%m.%Y", "%d-%m-%Y", "%Y/%m/%d", "%Y.%d.%m", "%d/%m/%y"),
    *("%m-%Y", "%m/%Y", "%m.%Y", "%Y/%m", "%Y.%m", "%d %m %Y", "%d %B, %y", "%A, %d %B %Y"),
    *("by %Y", "by %B %Y", "by %d %B %Y", "by %Y-%m-%d", "/%Y-%m-%d", "%Y-%m/", "%b-%y"),
    *("%Y-%m-%d %H:%M:%S", "%d-%b-%Y", "end of %B %Y", "%B %d", "%Y%m%d", "%Y-%j", "%c", "%x"),
)


def hints(text):
    """Return the times that are offered in place of a cell; none where it can be read."""
    try:
        moment(text)
    except InvalidDate as refused:
        return _WRITTEN.findall(refused.problem)
    return []


@examples(150)
@given(st.dates(date(1850, 1, 1), date(2100, 12, 31)), st.sampled_from(FORMS))
@example(date(1990, 8, 19), "%d/%m/%Y")
@example(date(2017, 3, 1), "%d/%m/%Y")
def test_a_hint_names_no_other_day_than_the_one_that_was_typed(day, form):
    days = {day}
    if "%m" in form and "%d" in form and day.day <= 12:
        days.add(date(day.year, day.day, day.month))
    for hint in hints(day.strftime(form)):
        read = moment(hint)
        assert isinstance(read, When)
        assert any(read.window.earliest <= one <= read.window.latest for one in days), hint


@settings(deadline=None)
@given(st.integers(1850, 2099), st.integers(13, 99))
def test_the_readings_of_a_year_and_a_number_are_the_range_and_the_season(year, number):
    written = hints(f"{year}-{number}")
    ranges = [hint for hint in written if "/" in hint]
    assert ranges == ([f"{year}/{year // 100}{number}"] if number > year % 100 else [])
    assert [moment(hint).basis for hint in written if hint not in ranges] == (
        [("spring", "summer", "autumn", "winter")[number - 21]] if 21 <= number <= 24 else []
    )


@settings(deadline=None)
@given(st.text(alphabet="0123456789/.-~ abyXYjune", max_size=14))
def test_every_hint_is_itself_a_time_that_is_read(text):
    for hint in hints(text):
        assert isinstance(moment(hint), When)
        assert all(part in text or part[:2] in text for part in re.findall(r"\d{4}", hint))


@pytest.mark.parametrize("text", ["2019-21", "2017-22", "2020-24", "2017-21/2018-22"])
def test_what_may_be_years_or_a_season_is_asked_back_with_both(text):
    assert len(hints(text)) == 2


def test_a_day_that_no_calendar_has_is_said_to_be_none():
    with pytest.raises(InvalidDate, match="2017-06-31' is no day of the calendar"):
        moment("2017-06-31")
