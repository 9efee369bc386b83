"""The day that an audience is answered for tells no more than its months, years or bands."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from graph.export.audiences import asked_day, asked_params, rules
from graph.export.coarse import said
from graph.export.package import Audience
from graph.record.dates import Window

MADE = date(2026, 11, 28)
DAYS = st.dates(date(1990, 1, 1), date(2024, 12, 30))
BELOW = [audience for audience in Audience if audience is not Audience.INTERNAL]


def period(day: date, audience: Audience) -> str:
    return said(Window(day, day), rules(audience).grain)


@given(DAYS, DAYS, st.sampled_from(BELOW))
def test_days_that_an_audience_does_not_tell_apart_have_one_answer(one, other, audience):
    ends = [asked_day(day, audience, MADE) for day in (one, other)]
    alike = period(one, audience) == period(other, audience)
    assert (ends[0] == ends[1]) is alike


@given(DAYS, st.sampled_from(BELOW))
def test_it_is_the_last_of_its_period_and_never_earlier(day, audience):
    end = asked_day(day, audience, MADE)
    assert day <= end
    assert period(end, audience) == period(day, audience)
    assert period(end + timedelta(1), audience) != period(day, audience)


@given(DAYS)
def test_those_who_may_read_everything_are_answered_for_the_day_itself(day):
    assert asked_day(day, Audience.INTERNAL, MADE) == day


def test_a_band_of_years_that_goes_on_ends_for_now_with_this_year():
    assert asked_day(date(2025, 2, 3), Audience.PUBLIC, MADE) == date(2026, 12, 31)


def test_a_day_that_a_question_asks_about_is_one_too():
    params = asked_params({"as_of": "2018-03-14", "place": "town"}, Audience.BRIEFING, MADE)
    assert params == {"as_of": "2018-12-31", "place": "town"}
