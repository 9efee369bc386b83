"""A source of which only the date is known speaks until then, as one that says it itself."""

from dataclasses import replace

import pytest

from graph.facts.adding_up import facts
from graph.facts.source_dates import Tellings
from graph.record.model import Source
from graph.record.vocabulary import Left
from graph.rule.answer import answer
from tests.builders import SOURCE, day, event, family, when

IN_CONTACT = event("in_contact", "aunt", "2017-05", id_="calls", to="mother")
DAY = when("2018-01-01")


def told(*sources):
    """The family whose aunt was in contact, all of it told in the first of some sources."""
    return replace(family(IN_CONTACT), sources=sources)


def source(id_=SOURCE, **more):
    return Source(id=id_, title="What the mother told", kind="testimony", **more)


RECORDED = {
    "the day of the telling": told(source(said_on=DAY)),
    "its date alone": told(source(date=DAY)),
    "the telling of what contains it": told(
        source(part_of="report", date=when("2020")), source("report", said_on=DAY)
    ),
    "the date of what contains it": told(source(part_of="report"), source("report", date=DAY)),
    "its date, in a ring": told(
        source(part_of="report", date=DAY), source("report", part_of=SOURCE)
    ),
    "its date, within a report that was printed later": told(
        source(part_of="report", date=DAY), source("report", date=when("2020"))
    ),
}


@pytest.mark.parametrize("records", RECORDED.values(), ids=RECORDED)
def test_old_contact_does_not_live_on_after_the_source_was_told(records):
    asked = answer(records, "child", as_of=day("2026-11-26"))
    [aunt] = [one for one in asked.relatives if one.person.id == "aunt"]
    assert (aunt.answer.left, aunt.answer.status) == (Left.UNKNOWN, "silent")


@pytest.mark.parametrize("records", RECORDED.values(), ids=RECORDED)
def test_the_day_that_is_asked_about_by_default_is_that_of_the_telling(records):
    assert answer(records, "child").as_of == day("2018-01-01")


def test_what_the_family_knew_is_counted_from_the_date_too():
    taken = event("taken_to_camp", "granny", "2017-08", id_="taken")
    [dated, said] = [
        replace(family(taken), sources=(source(**{column: DAY}),))
        for column in ("date", "said_on")
    ]
    for known in (day("2017-12-31"), day("2018-01-01")):
        assert facts(dated, known).events == facts(said, known).events


def test_a_source_that_says_no_day_was_told_at_any_time():
    assert Tellings(()).told("nobody") == Tellings((source(),)).told(SOURCE)
