"""The timeline and the map hold stored words as plain values, and name no address."""

import json
from datetime import date

import pytest

from graph.pages.child import map_chart, timeline_chart
from graph.record.dates import Window
from graph.rule.network import network
from graph.views.journeys import last_places, legs
from graph.views.lifelines import lifelines
from tests.pages.hostile import EVIL, hostile_family

DAY = date(2018, 11, 15)


@pytest.fixture(scope="module")
def hostile():
    return network(hostile_family(), "child")


def timeline(hostile):
    shown = Window(date(2016, 1, 1), date(2019, 1, 1))
    return timeline_chart.chart(lifelines(hostile), DAY, shown).to_dict()


def every(value, key):
    """Everything that stands under a key, anywhere in a drawing."""
    if isinstance(value, dict):
        return [v for k, v in value.items() if k == key] + [
            one for v in value.values() for one in every(v, key)
        ]
    return [one for v in value for one in every(v, key)] if isinstance(value, list) else []


def test_a_hostile_name_is_a_value_of_the_timeline_and_nothing_else(hostile):
    drawn = timeline(hostile)
    assert any(EVIL[:20] in row for row in every(drawn, "row"))
    assert not every(drawn, "href")
    assert not every(drawn, "url")


def test_a_name_of_ten_thousand_letters_does_not_widen_the_timeline(hostile):
    assert max(map(len, every(timeline(hostile), "row"))) <= 70


def test_a_day_is_the_same_in_every_time_zone(hostile):
    drawn = timeline(hostile)
    scales = [one for one in every(drawn, "scale") if one and "domain" in one and "type" in one]
    assert scales
    assert {one["type"] for one in scales} == {"utc"}


def test_the_map_fetches_nothing():
    around = network(hostile_family(), "child")
    people = [around.child.id, *around.reached]
    found = last_places(around, people, DAY)
    assert "http" not in json.dumps(map_chart.countries())
    assert all(one.spot is None for one in found)
    assert legs(around, people, DAY) == []
