"""Where people are recorded by a day, and the ways that they came."""

from datetime import date

import pytest

from graph.record.model import Place
from graph.rule.network import network
from graph.views.journeys import last_places, legs, spot
from ingest import read
from tests.rule.calendars import REPORT

COUNTRY = Place(id="land", name="The land", kind="country", lat=40.0, lon=80.0)
TOWN = Place(id="town", name="The town", kind="town", part_of="land")
SCHOOL = Place(id="school", name="A school", kind="orphanage", part_of="town")


@pytest.fixture(scope="module")
def meripet():
    return network(read([REPORT]).records, "meripet-youngest-child")


def places(*every):
    return {place.id: place for place in every}


def test_a_place_without_coordinates_stands_where_the_nearest_larger_one_is():
    found = spot(places(COUNTRY, TOWN, SCHOOL), "school")
    assert found is not None
    assert (found.place, found.at) == (SCHOOL, COUNTRY)


def test_a_place_that_nothing_locates_is_not_guessed():
    assert spot(places(SCHOOL), "school") is None
    assert spot({}, "nowhere") is None


def test_somebody_is_where_the_last_event_by_the_day_has_them(meripet):
    (found,) = last_places(meripet, ["meripet"], date(2018, 1, 1))
    assert (found.place.id, found.event.type.name) == ("istanbul", "left_country")


def test_a_journey_of_a_later_day_is_not_drawn_yet(meripet):
    assert not legs(meripet, ["meripet"], date(2010, 1, 1))


def test_no_institution_of_a_child_is_given_a_point_of_its_own(meripet):
    (found,) = last_places(meripet, ["meripet-youngest-child"], date(2018, 11, 15))
    assert found.place.kind == "orphanage"
    assert found.spot is not None
    assert found.spot.at.kind in ("town", "region", "country")
