"""A day is found however it is written, and not where there is none."""

from datetime import date

import pytest

from graph.export.leaks.days_in_text import days_in

DAY = date(2020, 6, 24)
WRITTEN = [
    "2020-06-24",
    "24 June 2020",
    "24th June 2020",
    "24th of June 2020",
    "June 24th, 2020",
    "24-Jun-2020",
    "2020 June 24",
    "24.6.20",
    "24. 6. 2020",
    "24/06/20",
    "6/24/2020",
    "24–06–2020",
    "2020‑06‑24",
    "2020\u221206\u221224",
    "2020_06_24",
    "20200624",
    "20200624T101112Z",
    "20200624101112",
    "2020年06月24日",
    "2020年6月24日",
    "٢٠٢٠-٠٦-٢٤",
    "۲۴/۰۶/۲۰۲۰",
    "24 Haziran 2020",
    "24 juin 2020",
    "24. Juni 2020",
    "24 июня 2020",
    "24-ئىيۇن 2020",
    "2020-يىلى 6-ئاينىڭ 24-كۈنى",
    "24.VI.2020",
    "2020-W26-3",
    "2020-176",
]
OTHERS = [
    "(note 24) June 2020",
    "24) June 2020",
    "2020-06/2020-07",
    "24\nJune 2020",
    "124 June 2020",
    "pp. 3-5",
    "June 2020",
    "2020-06-01/2020-06-30",
]


@pytest.mark.parametrize("text", WRITTEN)
def test_a_day_is_read_in_every_form(text):
    assert DAY in set(days_in(f"She called on {text}, they say."))


@pytest.mark.parametrize("text", [*OTHERS])
def test_what_is_no_day_is_not_read_as_one(text):
    assert DAY not in set(days_in(text))


def test_a_day_that_no_calendar_has_is_none():
    assert not set(days_in("31.2.2020, 2020-13-41, 2020-W60-1, 2020-999, 24.XIIII.2020"))


@pytest.mark.parametrize(("written", "day"), [("18 août 2019", 18), ("18 Ağustos 2019", 18)])
def test_accents_of_months_make_no_difference(written, day):
    assert date(2019, 8, day) in set(days_in(written))
