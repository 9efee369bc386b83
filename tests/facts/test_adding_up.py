"""What several claims about one event add up to: its window, where their days exclude."""

from itertools import permutations

import pytest

from graph.facts.adding_up import facts
from graph.record.dates import BEGINNING, edtf_window
from graph.record.model import Records, Source
from tests.builders import event, when

TIMES = {
    "a claim without a date opens nothing": (["2016", "2018", ""], "2016/2018"),
    "nor do two": (["", "2016", "", "2018"], "2016/2018"),
    "of dates that agree it takes nothing": (["2016", "2016-05", ""], "2016-05"),
    "one that says a wide time opens that": (["2016", "2018", "2014/2017"], "2014/2018"),
    "a half-open time is a date": (["2016", "2018", "2015/.."], "2015/2021"),
}


def window(times, published=()):
    """The window of one event, a claim a time; `published` is the day of each source."""
    claims = [
        event("taken_into_custody", "aunt", time, id_="taken", source=f"s{n}")
        for n, time in enumerate(times)
    ]
    days = [*published, *["2021"] * (len(times) - len(published))]
    sources = [
        Source(id=f"s{n}", title=f"s{n}", said_on=when(day)) for n, day in enumerate(days)
    ]
    known = facts(Records(events=tuple(claims), sources=tuple(sources)))
    return known.events["taken"].span.start


@pytest.mark.parametrize("case", TIMES)
def test_dates_that_exclude_each_other_leave_their_own_days_open(case):
    times, wanted = TIMES[case]
    for order in permutations(times):
        assert window(order) == edtf_window(wanted)


def test_a_claim_without_a_date_ends_by_its_telling_what_it_agrees_with():
    assert window(["2018", ""], ["2021", "2018-06"]) == edtf_window("2018-01/2018-06")


def test_a_claim_without_a_date_that_is_older_than_all_dates_opens_the_days_before_it():
    assert window(["2016", "2018", ""], ["2021", "2021", "2015"]).earliest == BEGINNING
    assert window(["2016", "2018", ""], ["2021", "2021", "2017"]) == edtf_window("2016/2018")
