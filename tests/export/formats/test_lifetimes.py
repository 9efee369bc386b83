"""GEXF with days: what is there when, by the rules of GEXF 1.3, and no exact day below."""

import xml.etree.ElementTree as ET
from datetime import date, timedelta

import pytest

from graph.export.package import Audience
from tests.builders import event, family, person, tie, when
from tests.export import families
from tests.export.formats.handed import handed, written

NAMESPACE = "{http://gexf.net/1.3}"
DAYS = {"start", "end"}
RULES = {
    "gexf": (("graph",), {"version"}, set()),
    "graph": (
        ("attributes", "nodes", "edges"),
        set(),
        {"defaultedgetype", "mode", "timeformat"},
    ),
    "attributes": (("attribute",), {"class"}, set()),
    "attribute": ((), {"id", "title", "type"}, set()),
    "nodes": (("node",), set(), set()),
    "edges": (("edge",), set(), set()),
    "node": (("attvalues",), {"id", "label"}, DAYS),
    "edge": (("attvalues",), {"id", "source", "target", "label"}, DAYS),
    "attvalues": (("attvalue",), set(), set()),
    "attvalue": ((), {"for", "value"}, set()),
}
"""Of the schema of GEXF 1.3, by tag: what may be below and in which order, the attributes that
must be there, and those that may."""


def opened(over):
    return ET.fromstring(written("gexf", over))  # noqa: S314 - our own file


def days(root, tag, **named):
    """The start and the end of each element whose attributes are these."""
    return [
        (one.get("start"), one.get("end"))
        for one in root.iter(f"{NAMESPACE}{tag}")
        if all(one.get(name) == value for name, value in named.items())
    ]


@pytest.mark.parametrize("audience", Audience)
def test_it_keeps_the_rules_of_the_schema(audience):
    root = opened(families.handed(families.MAMUTJAN, audience=audience))
    assert (root.get("version"), root.find(f"{NAMESPACE}graph").get("mode")) == (
        "1.3",
        "dynamic",
    )
    for one in root.iter():
        below, must, may = RULES[one.tag.removeprefix(NAMESPACE)]
        places = [below.index(child.tag.removeprefix(NAMESPACE)) for child in one]
        assert places == sorted(places)
        assert must <= one.attrib.keys() <= must | may


@pytest.mark.parametrize("audience", Audience)
def test_every_day_is_a_day_and_no_end_is_before_its_start(audience):
    root = opened(families.handed(families.MAMUTJAN, audience=audience))
    found = [*days(root, "node"), *days(root, "edge")]
    assert any(start and end for start, end in found)
    for start, end in found:
        assert date.fromisoformat(start or "0001-01-01") <= date.fromisoformat(
            end or "9999-12-31"
        )


@pytest.mark.parametrize(
    ("audience", "months"), [("partner", {*range(1, 13)}), ("briefing", {1}), ("public", {1})]
)
def test_below_internal_the_days_are_the_ends_of_the_audiences_periods(audience, months):
    root = opened(families.handed(families.MAMUTJAN, audience=audience))
    for start, end in [*days(root, "node"), *days(root, "edge")]:
        begins = [date.fromisoformat(start)] if start and start != end else []
        begins += [date.fromisoformat(end) + timedelta(days=1)] if end and start != end else []
        assert all(day.day == 1 and day.month in months for day in begins)


def test_an_event_lasts_from_the_first_to_the_last_day_that_is_possible():
    detention = event("taken_to_camp", "aunt", "2017-03/2017-05", until="2018", id_="camp")
    root = opened(handed(family(detention)))
    assert days(root, "node", id="event:camp") == [("2017-03-01", "2018-12-31")]
    assert days(root, "edge", source="person:aunt", target="event:camp") == [
        ("2017-03-01", "2018-12-31")
    ]


def test_what_is_not_said_to_have_ended_goes_on():
    home = event("lived_at", "aunt", "2017-03", id_="home", place="town")
    assert days(opened(handed(family(home))), "node", id="event:home") == [("2017-03-01", None)]


def test_a_life_begins_at_birth_and_ends_with_a_certain_death_alone():
    root = opened(
        handed(
            family(
                person("granny", born=when("1950").window),
                event("died", "granny", "2015"),
                event("died", "aunt", "2016", basis="believed"),
            )
        )
    )
    assert days(root, "node", id="person:granny") == [("1950-01-01", "2015-12-31")]
    assert days(root, "node", id="person:aunt") == [(None, None)]


def test_a_tie_is_there_as_long_as_it_is_said_to_be():
    care = tie("aunt", "cares_for", "child", since=when("2016"), until=when("2017"))
    root = opened(handed(family(care)))
    [found] = days(root, "edge", source="person:aunt", target="person:child", label="CARES_FOR")
    assert found == ("2016-01-01", "2017-12-31")


def test_the_answer_is_there_on_its_day(everything):
    found = {*days(opened(everything), "edge", label="STANDS")}
    assert found == {("2021-03-01", "2021-03-01")}
