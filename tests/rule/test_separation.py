"""Who is on the board of a day."""

from dataclasses import replace

import pytest

from graph.record.model import PersonClaim, Place
from graph.record.vocabulary import Stance
from graph.rule.calendar import calendar
from graph.rule.network import network
from graph.rule.separation import board
from tests.builders import ABROAD, day, event, family, person, tie, when


def shown(on: str, *claims):
    return board(network(family(*claims), "child"), day(on))


def test_a_child_apart_from_a_parent_abroad_is_listed():
    assert (shown("2015-01-01").listed, shown("2015-01-01").separated) == (True, "yes")


def test_before_the_parents_left_nobody_is_apart():
    assert not shown("2011-12-31").listed


def test_while_the_parents_may_have_left_the_child_is_possibly_apart():
    assert shown("2012-01-15").separated == "possibly"


def test_before_its_birth_a_child_is_not_listed():
    born = person("child", born=when("2014").window)
    assert not shown("2013-06-01", born).listed


def test_a_child_that_may_not_be_born_yet_is_possibly_apart():
    born = person("child", born=when("2014").window, sought=True)
    assert shown("2014-06-01", born).separated == "possibly"


def test_a_child_abroad_is_not_apart():
    assert not shown("2015-01-01", event("left_country", "child", "2013", place=ABROAD)).listed


def test_a_child_that_may_be_abroad_is_possibly_apart():
    left = event("left_country", "child", "2015", place=ABROAD)
    assert shown("2015-06-01", left).separated == "possibly"


@pytest.mark.parametrize(("on", "adult"), [("2028-12-30", None), ("2028-12-31", "2028-12-31")])
def test_whoever_turns_18_on_the_board_stays_and_is_marked(on, adult):
    here = shown(on)
    assert here.listed
    assert here.adult_since == (day(adult) if adult else None)


def test_whoever_was_grown_before_the_parents_left_is_not_listed():
    assert not shown("2015-01-01", person("child", born=when("1980").window)).listed


def test_without_an_age_a_child_is_who_is_sought():
    assert shown("2015-01-01", person("child", sought=True)).listed
    assert not shown("2015-01-01", person("child")).listed


LIVES_THERE = event("lived_at", "child", "2013", place=ABROAD, until="2021-06")
"""Until the day of the telling, as "currently" is read."""


@pytest.mark.parametrize("on", ["2015-01-01", "2021-06-15", "2021-07-01", "2024-01-01"])
def test_a_child_that_still_lived_abroad_at_the_telling_lives_there_on(on):
    assert not shown(on, LIVES_THERE).listed


@pytest.mark.parametrize("on", ["2015-01-01", "2024-01-01"])
def test_a_parent_who_still_lived_abroad_at_the_telling_lives_there_on(on):
    father = event("left_country", "father", "2012-01", id_="father-left", standing="retracted")
    mother = event("left_country", "mother", "2012-01", id_="mother-left", standing="retracted")
    lives = event("lived_at", "mother", "2013", place=ABROAD, until="2021-06")
    records = family(lives)
    others = [one for one in records.events if one.about == lives.about]
    around = network(replace(records, events=(father, mother, *others)), "child")
    assert board(around, day(on)).separated == "yes"


def test_what_was_said_later_counts_more_than_where_a_child_lived_at_the_telling():
    back = event("returned", "child", "2022-01-01", place="town")
    assert not shown("2021-12-31", LIVES_THERE, back).listed
    assert shown("2022-01-02", LIVES_THERE, back).separated == "yes"


def test_a_child_of_whom_nobody_said_where_it_went_from_abroad_is_possibly_apart():
    lived = event("lived_at", "child", "2013", place=ABROAD, until="2016")
    assert not shown("2015-01-01", lived).listed
    assert shown("2018-01-01", lived).separated == "possibly"


BORN_THERE = person("child", born=when("2014").window)


def test_a_child_born_abroad_of_whom_nothing_is_said_is_not_on_the_board():
    assert not shown("2018-01-01", BORN_THERE).listed
    assert not shown("2014-06-01", BORN_THERE).listed


@pytest.mark.parametrize("place", ["town", ABROAD, ""])
def test_where_a_child_born_abroad_comes_from_is_nothing_that_happened_to_it(place):
    """A family in exile says that all its children are from the town that it left."""
    origin = event("comes_from", "child", id_="origin", place=place)
    assert not shown("2018-01-01", BORN_THERE, origin).listed
    called = event("called", "child", "2017", to="mother")
    assert shown("2018-01-01", BORN_THERE, origin, called).listed


@pytest.mark.parametrize(
    "said",
    [
        person("child", born=when("2014").window, sought=True),
        person("child", born=when("2011/2014").window),
        event("lived_at", "child", "2017", place="town"),
        event("called", "child", "2017", to="mother"),
        event("care_began", "granny", "2017", to="child"),
        tie("granny", "cares_for", "child"),
        tie("granny", "lives_with", "child"),
        event("returned", "mother", "2014-02", place="town"),
        tie("mother", "parent_of", "child", id="denied", stance=Stance.DISPUTES),
    ],
    ids=[
        "sought",
        "perhaps born before they left",
        "lives at home",
        "called",
        "looked after",
        "cared for",
        "in a household",
        "its mother came back and left again",
        "perhaps not hers",
    ],
)
def test_a_child_born_to_parents_abroad_stays_on_the_board_if_anything_else_is_said(said):
    left_again = event("left_country", "mother", "2014-04", place=ABROAD, id_="again")
    claims = [said] if isinstance(said, PersonClaim) else [BORN_THERE, said]
    assert shown("2018-01-01", *claims, left_again).listed


def ways(on: str, *claims):
    return {one.person: one.way for one in shown(on, *claims).apart}


OUTSIDE = event("left_country", "child", "2013", place="elsewhere", id_="child-left")
INSIDE = (
    event("returned", "mother", "2014", place="town"),
    event("returned", "father", "2014", place="town"),
)


def abroad(on: str, *claims):
    """The board with a second foreign country."""
    records = family(*claims)
    places = (*records.places, Place(id="elsewhere", name="Elsewhere", kind="country"))
    return board(network(replace(records, places=places), "child"), day(on))


def test_a_child_in_another_country_than_every_parent_is_elsewhere():
    here = abroad("2015-01-01", OUTSIDE)
    assert (here.listed, here.separated, here.way) == (True, "yes", "elsewhere")


def test_a_child_outside_whose_parents_are_inside_is_asked_about_from_there():
    here = abroad("2016-01-01", OUTSIDE, *INSIDE)
    assert (here.listed, here.separated, here.way) == (True, "yes", "parent inside")


def test_a_child_with_one_parent_outside_is_not_on_the_board_though_the_other_is_inside():
    out = event("left_country", "child", "2013", place=ABROAD)
    assert not shown("2016-01-01", out, INSIDE[0]).listed


def test_a_child_is_apart_from_a_caregiver_who_left():
    own = person("child", born=when("2010").window)
    cared = tie("aunt", "cares_for", "child")
    left = event("left_country", "aunt", "2016", place=ABROAD)
    assert ways("2017-06-01", own, cared, left, *INSIDE) == {"aunt": "left behind"}
    assert not shown("2015-06-01", own, cared, left, *INSIDE).listed


def test_a_child_is_apart_from_somebody_abroad_who_asks():
    friend = person("friend", asks=True)
    lives = event("lived_at", "friend", "2010", place=ABROAD)
    assert "friend" in ways("2017-06-01", friend, lives)


def test_whoever_is_sought_stays_grown_or_not():
    sought = person("child", born=when("1990").window, sought=True)
    assert shown("2015-01-01", sought).listed
    assert not shown("2015-01-01", person("child", born=when("1990").window)).listed


@pytest.mark.parametrize("on", ["2010-12-31", "2015-01-01", "2040-01-01"])
def test_a_child_who_is_sought_is_on_the_board_where_no_separation_is_recorded(on):
    records = family()
    around = network(replace(records, events=()), "child")
    assert (board(around, day(on)).listed, board(around, day(on)).separated) == (True, "no")


def test_in_a_genealogy_nobody_is_asked_about():
    people = [person(one, born=when("1900").window) for one in ("child", "mother")]
    records = replace(family(*people), events=())
    assert calendar(network(records, "child")).listings == ()
    assert calendar(network(records, "child")).stays == ()


SOUGHT = person("child", sought=True)
GONE = event("disappeared", "child", "2010-03", id_="gone")


@pytest.mark.parametrize(
    ("on", "listed"),
    [("2010-02-28", False), ("2010-03-10", True), ("2011-06-01", True), ("2015-01-01", True)],
)
def test_a_sought_child_is_on_the_board_while_it_is_missing(on, listed):
    """Its parents left in 2012: it was missing before anybody recorded a separation."""
    assert shown(on, SOUGHT, GONE).listed is listed


def test_a_sought_child_that_was_found_again_is_on_it_from_its_separation_on():
    found = event("video_seen", "child", "2010-05-01", id_="seen")
    on_days = {on: shown(on, SOUGHT, GONE, found).listed for on in ("2010-04-15", "2010-06-01")}
    assert on_days == {"2010-04-15": True, "2010-06-01": False}
    assert shown("2015-01-01", SOUGHT, GONE, found).listed


def test_the_calendar_lists_a_missing_child_on_the_days_of_the_rule():
    found = event("video_seen", "child", "2010-05-01", id_="seen")
    around = network(family(SOUGHT, GONE, found), "child")
    listings = calendar(around).listings
    for on in map(day, ("2010-02-28", "2010-03-01", "2010-04-30", "2010-05-01", "2012-06-01")):
        listed = any(one.first <= on <= one.last for one in listings)
        assert listed is board(around, on).listed
