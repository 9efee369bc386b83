"""The timeline and the map hold stored words as plain values, and name no address."""

import re
from datetime import date
from itertools import combinations
from pathlib import Path

import pytest

from graph.pages.child import map_chart, timeline_chart
from graph.pages.child.map_chart import map_blocks
from graph.record.dates import Window
from graph.rule.network import network
from graph.views.journeys import last_places, legs
from graph.views.lifelines import lifelines
from ingest import read
from tests.pages.hostile import EVIL, hostile_family
from tests.rule.calendars import REPORT

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


def mapped(family, child, day=DAY):
    """The blocks of the map, with everybody around a child."""
    around = network(family, child)
    people = {id_: around.facts.people[id_].name for id_ in [child, *around.reached]}
    found = last_places(around, people, day)
    return list(map_blocks(found, legs(around, people, day), people, day))


@pytest.mark.parametrize("child", ["meripet-eldest-child", "mamutjan-son", "rizwangul-son"])
def test_all_of_a_map_is_on_its_sheet_and_said_in_words(child):
    _, drawn, where, ways = mapped(read([REPORT]).records, child)
    assert all(0 < share < 1 for point in drawn["spots"] for share in point["at"])
    ends = [end for way in drawn["ways"] for end in (way["start"], way["end"])]
    assert all(0 < share < 1 for end in ends for share in end)
    assert {tuple(end) for end in ends} <= {tuple(one["at"]) for one in drawn["spots"]}
    assert [one["text"] for one in ways["blocks"]] == [one["said"] for one in drawn["ways"]]
    named = {row.cells[1][0]["text"] for row in where["rows"]}
    here = {one["name"].rpartition(" (")[0] for one in drawn["spots"] if "(" in one["name"]}
    assert here <= named


def test_names_on_a_map_of_a_phone_do_not_lie_on_each_other():
    _, drawn, *_ = mapped(read([REPORT]).records, "mamutjan-son")
    boxes = [map_chart.name_box(one, one["left"], one["below"]) for one in drawn["spots"]]
    assert len(boxes) > 3
    assert not [pair for pair in combinations(boxes, 2) if map_chart.shared(*pair)]


def test_a_place_without_coordinates_is_in_the_table_and_not_drawn():
    said, where = mapped(hostile_family(), "child")
    assert said["text"] == map_chart.NOBODY
    assert {row.cells[1][0]["text"] for row in where["rows"]} == {
        "not on the map: no coordinates"
    }


CHARTS = re.compile(r"\bst\.(\w+_chart|map|pyplot)\b|^\s*(from|import) altair\b", re.MULTILINE)


def test_no_page_has_a_chart_of_the_framework():
    """Such a chart has tools that hand it out, and words only under a mouse."""
    modules = [
        path for room in ("pages", "views") for path in Path("graph", room).rglob("*.py")
    ]
    assert CHARTS.search("st.altair_chart(drawn)")
    assert len(modules) > 100
    assert [path for path in modules if CHARTS.search(path.read_text("utf-8"))] == []
