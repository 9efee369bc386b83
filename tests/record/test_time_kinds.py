"""Kinds of times in words: what counts back, beginnings with ends, slips and weeks."""

import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import InvalidDate
from graph.record.dates import BEGINNING, Stretch, When, Window, month_of
from graph.record.phrases import read_when
from graph.record.plain_dates import months
from graph.record.slips import SLIP

DAYS = st.dates(date(1990, 1, 1), date(2035, 12, 31))
SEASONS = ("spring", "summer", "autumn", "winter")
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September")
WEEK = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
FORMS = ("%d %B %Y", "%B %d, %Y", "%Y-%m-%d", "%B %Y", "late %B %Y", "%Y")


def on(day: date) -> Window:
    return Window(day, day)


def named(name: str, year: int) -> Window:
    """Return the days of a season or month; of a winter, the one that begins in the year."""
    said = f"{name} {year}-{year + 1}" if name == "winter" else f"{name} {year}"
    return read_when(said).window


@given(DAYS, st.sampled_from([*SEASONS, *MONTHS]))
def test_the_last_one_was_over_and_none_was_between_or_both_are_asked_back(told, name):
    over = [named(name, year) for year in range(told.year - 3, told.year + 1)]
    over = [one for one in over if one.latest < told]
    try:
        read = read_when(f"last {name}", on(told))
    except InvalidDate as asked:
        both = re.findall(r"(?:can be|or) (\D+ \d{4}(?:-\d{4})?)", asked.problem)
        windows = [read_when(one).window for one in both]
        assert len(set(windows)) == 2
        assert over[-1] in windows
        return
    assert read.window == over[-1]


@given(DAYS, st.sampled_from([*SEASONS[:3], *MONTHS]))
def test_the_one_that_has_just_been_is_never_asked_back(told, name):
    current = named(name, told.year)
    if current.earliest <= told <= current.latest:
        return
    over = [named(name, year) for year in range(told.year - 2, told.year + 1)]
    over = [one for one in over if one.latest < told]
    assert read_when(f"this past {name}", on(told)).window == over[-1]


@given(DAYS, st.sampled_from(WEEK))
def test_the_last_day_of_the_week_allows_the_last_one_and_no_day_of_the_telling(told, day):
    window = read_when(f"last {day}", on(told)).window
    last = next(
        told - timedelta(days=back)
        for back in range(1, 8)
        if WEEK[(told - timedelta(days=back)).weekday()] == day
    )
    assert window.latest == last < told
    assert window.earliest in {last, last - timedelta(days=7)}


@given(DAYS, st.sampled_from(MONTHS), st.integers(1, 20))
def test_a_month_of_so_many_years_ago_is_of_that_year(told, month, years):
    for said in (f"in {month} {years} years ago", f"{years} years ago, in {month}"):
        assert read_when(said, on(told)).window == named(month, told.year - years)


@given(DAYS, st.integers(1, 28))
def test_a_day_of_last_month_is_of_that_month(told, day):
    window = read_when(f"on the {day}th of last month", on(told)).window
    assert window == on(month_of(told, -1).earliest.replace(day=day))


@given(DAYS, DAYS, st.sampled_from(FORMS), st.sampled_from(FORMS))
def test_a_stretch_has_its_beginning_and_its_end_as_each_would_be_read_alone(a, b, one, other):
    first, last = min(a, b).strftime(one), max(a, b).strftime(other)
    begins, ends = read_when(first), read_when(last)
    if (
        begins.window.earliest > ends.window.earliest
        or begins.window.latest > ends.window.latest
    ):
        return
    for said, divided in ((f"from {first} to {last}", True), (f"{first} – {last}", False)):
        read = read_when(said)
        assert isinstance(read, Stretch)
        assert (read.first.window, read.last.window) == (begins.window, ends.window)
        assert read.between.window == begins.window | ends.window
        assert read.divided is divided
        assert read_when(read.last.text).window == read.last.window


@given(DAYS)
def test_until_says_an_end_and_no_beginning(day):
    read = read_when(f"until {day:%B %Y}")
    assert read.first.window == Window(BEGINNING, month_of(day).latest)
    assert read.last.window == month_of(day)


@given(st.data())
def test_a_slip_in_a_month_is_that_month_or_asked_back(data):
    name = data.draw(
        st.sampled_from([one for one in months() if one.isascii() and len(one) > 5])
    )
    at = data.draw(st.integers(1, len(name) - 2))
    slipped = data.draw(
        st.sampled_from(
            [
                name[:at] + name[at + 1] + name[at] + name[at + 2 :],
                name[:at] + name[at + 1 :],
                name[:at] + name[at] + name[at:],
            ]
        )
    )
    try:
        read = read_when(f"{slipped} 2018")
    except InvalidDate:
        return
    assert read.window == read_when(f"{name} 2018").window
    assert slipped in months() or SLIP in read.basis


@pytest.mark.parametrize("said", ["week {1} of {0}", "{0}-W{1}", "week {1}, {0}", "KW {1}/{0}"])
@given(DAYS)
def test_a_numbered_week_is_the_one_of_the_calendar(said, day):
    year, week, _ = day.isocalendar()
    window = read_when(said.format(year, f"{week:02}")).window
    assert window.earliest <= day <= window.latest
    assert (window.latest - window.earliest).days == 6


@given(DAYS, st.integers(1, 27))
def test_of_two_dates_one_shows_the_order_for_both(day, days):
    later = day + timedelta(days=days)
    said = f"{day:%d.%m.%Y} – {later:%d.%m.%Y}"
    if day.day <= 12 and later.day <= 12:
        if day.day == day.month and later.day == later.month:
            return
        with pytest.raises(InvalidDate):
            read_when(said)
        return
    assert read_when(said).between.window == Window(day, later)


@given(DAYS, st.integers(1, 4), st.sampled_from(["first", "last"]))
def test_the_first_weeks_of_a_time_lie_in_it_at_its_edge(day, weeks, side):
    month = month_of(day)
    window = read_when(f"the {side} {weeks} weeks of {day:%B %Y}").window
    assert (window.latest - window.earliest).days + 1 == 7 * weeks
    assert month.earliest <= window.earliest <= window.latest <= month.latest
    edge = "earliest" if side == "first" else "latest"
    assert getattr(window, edge) == getattr(month, edge)


@pytest.mark.parametrize("unit", ["day", "week", "month", "year"])
@given(DAYS, st.integers(2, 12))
def test_before_so_many_units_is_as_long_ago(unit, told, count):
    ago = read_when(f"{count} {unit}s ago", on(told))
    assert isinstance(ago, When)
    for said in (f"before {count} {unit}s", f"since {count} {unit}s"):
        assert read_when(said, on(told)).window == ago.window
