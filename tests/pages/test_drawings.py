"""The timeline and the map hold stored words as plain values, and name no address."""

import json
import re
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
    return timeline_chart.timeline_blocks(lifelines(hostile), DAY, shown)[0]


def every(value, key):
    """Everything that stands under a key, anywhere in a drawing."""
    if isinstance(value, dict):
        return [v for k, v in value.items() if k == key] + [
            one for v in value.values() for one in every(v, key)
        ]
    return [one for v in value for one in every(v, key)] if isinstance(value, list) else []


def test_a_hostile_name_is_a_value_of_the_timeline_and_nothing_else(hostile):
    drawn = timeline(hostile)
    assert any(EVIL[:20] in name for name in every(drawn, "name"))
    assert {*every(drawn, "shape")} <= {*timeline_chart.SHAPES.values()}
    assert all(re.fullmatch("#[0-9a-f]{6}", fill) for fill in every(drawn, "fill"))


def test_a_name_of_ten_thousand_letters_does_not_widen_the_timeline(hostile):
    assert max(map(len, every(timeline(hostile), "name"))) <= 90


def test_all_of_a_timeline_is_a_share_of_its_width_and_its_days_end_with_the_sources(hostile):
    drawn = timeline(hostile)
    for place in ("at", "begin", "end", "ended", "day"):
        assert all(share is None or 0 <= share <= 1 for share in every(drawn, place)), place
    told = Window(date(2016, 1, 1), date(2019, 1, 1))
    month = (told.latest - told.earliest).days / ((told.latest - told.earliest).days + 30)
    assert max(every(drawn, "end")) <= month + 1e-9


def test_a_line_of_the_timeline_says_in_words_each_of_its_bars_and_marks(hostile):
    for row in timeline(hostile)["rows"]:
        drawn = [*every(row["bars"], "said"), *every(row["points"], "said")]
        assert sorted(row["words"]) == sorted(drawn)


def test_the_map_fetches_nothing():
    around = network(hostile_family(), "child")
    people = [around.child.id, *around.reached]
    found = last_places(around, people, DAY)
    assert "http" not in json.dumps(map_chart.countries())
    assert all(one.spot is None for one in found)
    assert legs(around, people, DAY) == []
