"""Windows of time: what is read from words, and what is not."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import InvalidDate
from graph.record.dates import (
    ALWAYS,
    BEGINNING,
    END,
    Lag,
    When,
    Window,
    born_of_age,
    edtf_window,
)
from graph.record.phrases import read_when

windows = st.tuples(st.dates(), st.dates()).map(lambda pair: Window(min(pair), max(pair)))


def window(first: str, last: str) -> Window:
    return Window(date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    ("said", "expected", "basis"),
    [
        ("2018-06-24", window("2018-06-24", "2018-06-24"), "stated"),
        ("24 June 2018", window("2018-06-24", "2018-06-24"), "stated"),
        ("June 2018", window("2018-06-01", "2018-06-30"), "stated"),
        ("2018", window("2018-01-01", "2018-12-31"), "stated"),
        ("2017-09/2017-12", window("2017-09-01", "2017-12-31"), "stated"),
        ("2018-05/..", Window(date(2018, 5, 1), END), "stated"),
        ("../2018-05", Window(BEGINNING, date(2018, 5, 31)), "stated"),
        ("early 2017", window("2017-01-01", "2017-04-30"), "early in a year"),
        ("mid 2017", window("2017-05-01", "2017-08-31"), "mid-year"),
        ("Late  2017", window("2017-09-01", "2017-12-31"), "late in a year"),
        ("since April 2017", window("2017-04-01", "2017-04-30"), "since a date"),
        ("before 2015", Window(BEGINNING, date(2014, 12, 31)), "before a date"),
        ("after June 2018", Window(date(2018, 7, 1), END), "after a date"),
        ("about 2014", window("2013-01-01", "2015-12-31"), "about a date"),
        ("mid-2017", window("2017-05-01", "2017-08-31"), "mid-year"),
        ("mid-March 2018", window("2018-03-11", "2018-03-20"), "mid-month"),
        ("early 2018-02", window("2018-02-01", "2018-02-10"), "early in a month"),
        ("late February 2020", window("2020-02-21", "2020-02-29"), "late in a month"),
        ("Oct 2017", window("2017-10-01", "2017-10-31"), "stated"),
        ("Sept. 2017", window("2017-09-01", "2017-09-30"), "stated"),
        ("June 24, 2020", window("2020-06-24", "2020-06-24"), "stated"),
        ("24th of June 2020", window("2020-06-24", "2020-06-24"), "stated"),
        ("spring 2017", window("2017-03-01", "2017-05-31"), "spring"),
        ("summer of 2017", window("2017-06-01", "2017-08-31"), "summer"),
        ("Fall 2017", window("2017-09-01", "2017-11-30"), "fall"),
        ("winter 2020-21", window("2020-12-01", "2021-02-28"), "winter"),
        ("winter 2019/2020", window("2019-12-01", "2020-02-29"), "winter"),
        ("the winter of 1999-00", window("1999-12-01", "2000-02-29"), "winter"),
        ("between 2012 and 2014", window("2012-01-01", "2014-12-31"), "between two dates"),
    ],
)
def test_a_time_as_said_has_a_window_and_its_basis(said, expected, basis):
    read = read_when(said)
    assert isinstance(read, When)
    assert (read.window, read.basis, read.text) == (expected, basis, said)


@pytest.mark.parametrize(
    ("said", "least", "most"),
    [
        ("within five days", 0, 5),
        ("a week after", 7, 7),
        ("two weeks later", 11, 17),
        ("3 days later", 3, 3),
        ("five days before", 5, 5),
        ("soon after", 0, 60),
        ("a few weeks later", 14, 120),
        ("a few months later", 60, 180),
        ("the following months", 60, 180),
        ("eventually", 0, None),
    ],
)
def test_a_lag_relates_two_events(said, least, most):
    lag = read_when(said)
    assert isinstance(lag, Lag)
    assert (lag.least, lag.most) == (least, most)


def test_currently_is_the_day_of_the_telling():
    assert read_when("currently", edtf_window("2021-03")).window == edtf_window("2021-03")


def test_over_the_last_year_counts_back_from_the_telling():
    told = window("2021-06-01", "2021-06-01")
    assert read_when("over the last year", told).window == window("2020-06-01", "2021-06-01")


@pytest.mark.parametrize(
    "said",
    [
        "02/03/2017",
        "3.2.2017",
        "2017-09/",
        "/2017",
        "2017-13",
        "2017-02-30",
        "2018/2017",
        "soon-ish",
        "2017-3-2",
        "winter 2020",
        "winter 2018-21",
        "winter 2018-2021",
    ],
)
def test_what_cannot_be_told_is_refused_with_a_sentence(said):
    with pytest.raises(InvalidDate) as caught:
        read_when(said)
    assert len(str(caught.value)) > len(said) + 10


@given(st.integers(1850, 2099))
def test_the_winter_of_one_year_is_asked_back_with_both_winters(year):
    with pytest.raises(InvalidDate) as asked:
        read_when(f"winter {year}")
    both = re.findall(r"winter \d{4}-\d\d", str(asked.value))
    assert [read_when(one).window.earliest for one in both] == [
        date(year - 1, 12, 1),
        date(year, 12, 1),
    ]


def test_an_approximate_year_is_padded_by_a_year():
    assert edtf_window("2017~") == window("2016-01-01", "2018-12-31")


def test_five_years_old_on_a_day_is_born_within_a_year():
    born = born_of_age(5, window("2016-11-01", "2016-11-01"))
    assert born == window("2010-11-02", "2011-11-01")


@given(windows, windows)
def test_what_two_windows_allow_together_is_the_same_either_way(one, other):
    assert one & other == other & one
    assert one | other == other | one


@given(windows)
def test_nothing_is_narrower_for_always(one):
    assert one & ALWAYS == one


@given(windows, st.integers(0, 400), st.integers(0, 400))
def test_a_lag_keeps_what_is_open_and_moves_the_rest(one, least, more):
    moved = one.shifted(least, least + more)
    assert moved.earliest >= one.earliest
    assert moved.latest >= one.latest
