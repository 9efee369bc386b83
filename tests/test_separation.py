"""Who is on the board of a day."""

import pytest

from graph.rule.network import network
from graph.rule.separation import board
from tests.builders import ABROAD, day, event, family, person, when


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
    born = person("child", born=when("2014").window)
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
