"""The calendar says on every day what the rule says."""

from collections import Counter
from datetime import date, timedelta

import pytest
from hypothesis import given

from graph.record.dates import BEGINNING, END
from graph.rule.calendar import calendar, change_days, tallies
from graph.rule.left import FRESH_DAYS, left
from graph.rule.network import network
from graph.rule.separation import board
from ingest import read
from tests.builders import family
from tests.rule.calendars import KEPT, REPORT, ROOT, children, one_of_each_family, table
from tests.rule.histories import days, histories

REPORTED = read([REPORT]).records
INVENTED = read([ROOT / "data_samples" / "invented"]).records
ELSEWHERE = read([ROOT / "data_samples" / "invented_elsewhere"]).records


def on(stays, person: str, day: date):
    return next((s for s in stays if s.person == person and s.first <= day <= s.last), None)


def around(days_):
    """The days themselves, and those before and after."""
    near = {d + timedelta(n) for d in days_ if d not in (BEGINNING, END) for n in (-1, 0, 1)}
    return sorted(near | {date(2000, 1, 1), date(2030, 1, 1)})


def every_turn(network_):
    """Each bound of everything that happened, and when it is a year old: more than needed."""
    events = [*network_.facts.events.values(), *network_.events_of.get("aunt", ())]
    windows = [window for event in events for window in (event.span.start, event.span.close)]
    bounds = {day for window in windows for day in (window.earliest, window.latest)}
    bounds |= {day for event in events for day in (event.still, event.from_all)}
    bounds -= {BEGINNING, END}
    return around(bounds | {day + timedelta(FRESH_DAYS) for day in bounds})


@given(histories())
def test_no_day_on_which_an_answer_changes_is_left_out(claims):
    network_ = network(family(*claims), "child")
    stays = calendar(network_).stays
    for day in every_turn(network_):
        stay, answer = on(stays, "aunt", day), left(network_, "aunt", day)
        cited = tuple(dict.fromkeys(c for event in answer.evidence for c in event.claims))
        said = (answer.left, answer.status, answer.since, cited)
        assert stay is None or (stay.left, stay.status, stay.since, stay.claims) == said, day


@given(histories(), days)
def test_a_calendar_says_what_the_rule_says(claims, day):
    network_ = network(family(*claims), "child")
    stay = on(calendar(network_).stays, "aunt", day)
    answer = left(network_, "aunt", day)
    assert stay is None or (stay.left, stay.status) == (answer.left, answer.status)
    assert stay is not None or answer.left == "unknown"


@pytest.mark.parametrize(
    ("records", "child"),
    [(REPORTED, child) for child in children(REPORTED)]
    + [(INVENTED, child) for child in children(INVENTED)]
    + [(ELSEWHERE, child) for child in children(ELSEWHERE)],
)
def test_a_calendar_and_the_rule_are_equal_around_every_change(records, child):
    network_ = network(records, child)
    derived = calendar(network_)
    for person in {stay.person for stay in derived.stays} - network_.siblings:
        for day in around(change_days(network_, person)):
            answer = left(network_, person, day)
            stay = on(derived.stays, person, day)
            assert (stay.left, stay.status) == (answer.left, answer.status), (person, day)


@pytest.mark.parametrize(
    ("records", "child"),
    [(REPORTED, child) for child in children(REPORTED)]
    + [(INVENTED, child) for child in children(INVENTED)]
    + [(ELSEWHERE, child) for child in children(ELSEWHERE)],
)
def test_the_tallies_count_the_stays_of_every_day_on_the_board(records, child):
    derived = calendar(network(records, child))
    counted = list(tallies(derived))
    bounds = {
        day for one in (*derived.stays, *derived.listings) for day in (one.first, one.last)
    }
    for day in around(bounds):
        listing = next((one for one in derived.listings if one.first <= day <= one.last), None)
        tally = next((one for one in counted if one.first <= day <= one.last), None)
        assert (tally is None) == (listing is None)
        if tally is not None:
            there = [stay for stay in derived.stays if stay.first <= day <= stay.last]
            assert tally.people == Counter(stay.left for stay in there if not stay.group)
            assert tally.groups == Counter(stay.left for stay in there if stay.group)
            assert (tally.separated, tally.adult) == (listing.separated, listing.adult)


@pytest.mark.parametrize("child", children(REPORTED))
def test_the_listings_and_the_board_are_equal(child):
    network_ = network(REPORTED, child)
    listings = calendar(network_).listings
    for day in around([listing.first for listing in listings]):
        listing = next((x for x in listings if x.first <= day <= x.last), None)
        shown = board(network_, day)
        assert (listing is not None) == shown.listed
        assert listing is None or listing.separated == shown.separated


def test_a_family_has_somebody_in_its_calendar():
    assert all(calendar(network(REPORTED, child)).stays for child in children(REPORTED))


@pytest.mark.parametrize("family_name", sorted(one_of_each_family(REPORTED)))
def test_the_calendar_is_the_one_that_was_checked_against_the_report(family_name):
    child = one_of_each_family(REPORTED)[family_name]
    kept = (KEPT / f"{family_name}.txt").read_text(encoding="utf-8")
    assert table(REPORTED, child) == kept
