"""Orders narrow windows, and never invent a day."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from graph.facts.timeline import Span, timeline
from graph.record.dates import ALWAYS, Lag, When, Window
from tests.builders import day, event, when


def spans_of(*claims):
    spans = {
        claim.about: Span(
            start=claim.when.window, end=claim.until.window if claim.until else None
        )
        for claim in claims
    }
    return timeline(spans, claims)


def window(first: str, last: str) -> Window:
    return Window(day(first), day(last))


ARRIVED = event("returned", "aunt", "2017-03", id_="arrived")


def test_a_week_after_he_arrived():
    camp = event(
        "taken_to_camp", "aunt", id_="camp", after=("arrived",), lag=Lag(least=7, most=7)
    )
    spans = spans_of(ARRIVED, camp).spans
    assert spans["camp"].start == window("2017-03-08", "2017-04-07")


def test_before_the_journey():
    camp = event("taken_to_camp", "aunt", id_="camp", before=("arrived",))
    assert spans_of(ARRIVED, camp).spans["camp"].start.latest == day("2017-03-31")


def test_a_chain_is_followed_to_its_end():
    second = event(
        "called", "aunt", id_="second", after=("arrived",), lag=Lag(least=0, most=10)
    )
    third = event("called", "aunt", id_="third", after=("second",), lag=Lag(least=5, most=10))
    spans = spans_of(ARRIVED, third, second).spans
    assert spans["third"].start == window("2017-03-06", "2017-04-20")


def test_what_came_later_dates_what_came_before():
    early = event("called", "aunt", "2017", id_="early", before=("arrived",))
    assert spans_of(ARRIVED, early).spans["early"].start.latest == day("2017-03-31")


def test_what_is_only_believed_does_not_date_what_is_known():
    known = event("called", "aunt", "2017", id_="known")
    rumour = event("died", "aunt", "2017-02", id_="rumour", after=("known",), basis="believed")
    assert spans_of(known, rumour).spans["known"].start == when("2017").window


def test_after_something_that_lasted_is_after_its_end():
    contact = event("in_contact", "aunt", "2016", id_="contact", until="2017")
    camp = event(
        "taken_to_camp",
        "aunt",
        "2017-04",
        id_="camp",
        after=("contact",),
        lag=Lag(least=1, most=1),
    )
    assert spans_of(contact, camp).spans["contact"].end == window("2017-03-31", "2017-04-29")


def test_at_the_time_of_another_event():
    call = event("called", "aunt", id_="call")
    call = replace(call, when=When(text="@arrived", event="arrived"))
    assert spans_of(ARRIVED, call).spans["call"].start == ARRIVED.when.window


def test_an_order_that_the_dates_contradict_is_reported_and_not_applied():
    early = event("called", "aunt", "2016", id_="early", after=("arrived",))
    line = spans_of(ARRIVED, early)
    assert line.contradicted == {"early", "arrived"}
    assert line.spans["early"].start == when("2016").window


def test_who_came_after_whom_holds_by_steps():
    second = event("called", "aunt", id_="second", after=("arrived",))
    third = event("called", "aunt", id_="third", after=("second",))
    line = spans_of(ARRIVED, second, third)
    assert line.says_after("third", "arrived")
    assert not line.says_after("arrived", "third")


def test_a_circle_of_orders_ends():
    one = event("called", "aunt", "2017", id_="one", after=("two",), lag=Lag(least=1))
    two = event("called", "aunt", "2017", id_="two", after=("one",), lag=Lag(least=1))
    assert spans_of(one, two).contradicted


@st.composite
def chains(draw):
    """Events in a line, each perhaps dated, each perhaps after an earlier one."""
    claims = []
    for number in range(draw(st.integers(2, 6))):
        after = (
            (f"e{draw(st.integers(0, number - 1))}",) if number and draw(st.booleans()) else ()
        )
        year = draw(st.sampled_from(["", "2016/2019", f"{2016 + number // 2}"]))
        lag = Lag(least=draw(st.integers(0, 30)), most=draw(st.sampled_from([None, 60, 400])))
        claims.append(event("called", "aunt", year, id_=f"e{number}", after=after, lag=lag))
    return claims


@given(chains(), st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_no_window(claims, shuffled):
    mixed = list(claims)
    shuffled.shuffle(mixed)
    assert spans_of(*claims).spans == spans_of(*mixed).spans


@given(chains())
def test_an_order_only_ever_narrows(claims):
    line = spans_of(*claims)
    for claim in claims:
        start = line.spans[claim.about].start
        assert not start.empty
        assert start & claim.when.window == start
        assert start & ALWAYS == start
