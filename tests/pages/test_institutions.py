"""Institutions as places, and people beyond the child's reach, in the picture of a child."""

from datetime import date

import pytest

from graph.picture.draw.cards import at
from graph.picture.draw.prepared import Picture
from graph.picture.draw.tie_days import TieWords
from graph.picture.pyvis_network import picture
from graph.record.model import Place
from graph.rule.answer import answer
from graph.store import IngestRun
from graph.views.free_view import ThingKind
from graph.views.neighbours import beyond, more_id
from graph.words.marks import Mark
from tests import builders

HOME = Place(id="home-for-children", name="Home", kind="orphanage", part_of="town")


def drawn(*claims: object) -> Picture:
    records = builders.family(*claims)
    with_home = type(records)(
        **{name: getattr(records, name) for name in records.__dataclass_fields__}
        | {"places": (*records.places, HOME)}
    )
    return picture(answer(with_home, "child"), places=True)


def words(shown: Picture, person: str, place: str, day: str) -> TieWords | None:
    tie = next(one for one in shown.ties if (one.start, one.end) == (person, place))
    return at(tie.spans, date.fromisoformat(day))


PLACED = builders.event(
    "placed_in_orphanage", "child", "2017-05-01", id_="placed", place="home-for-children"
)
CAMP = builders.event("taken_to_camp", "aunt", "2017-05-01", id_="camp")


def test_a_child_is_tied_to_the_orphanage_from_the_day_of_the_placement():
    shown = drawn(PLACED)
    assert shown.behind(shown.node("home-for-children")) == (ThingKind.PLACE, HOME.id)
    assert words(shown, "child", HOME.id, "2017-04-30") is None
    assert words(shown, "child", HOME.id, "2018-01-01") == TieWords("placed 2017-05-01")


def test_who_is_released_is_not_tied_to_the_camp_any_more():
    shown = drawn(CAMP, builders.event("released", "aunt", "2018-05-01", ends="camp"))
    assert words(shown, "aunt", "camp", "2018-04-30") == TieWords("held since 2017-05-01")
    assert words(shown, "aunt", "camp", "2018-05-02") is None


def test_a_doubtful_detention_is_a_doubtful_tie():
    shown = drawn(
        builders.event("taken_to_camp", "aunt", "2017-05-01", id_="c", basis="believed")
    )
    assert words(shown, "aunt", "c", "2018-01-01") == TieWords(
        "held since 2017-05-01", doubtful=True
    )


def test_two_camps_that_nobody_named_are_not_made_one():
    shown = drawn(CAMP, builders.event("taken_to_camp", "granny", "2018", id_="other-camp"))
    assert {"camp", "other-camp"} <= set(shown.ids)
    assert shown.card("camp").name == "camp, not named"
    assert shown.behind(shown.node("camp")) == (ThingKind.EVENT, "camp")


def test_people_of_one_event_share_its_place_and_are_counted_on_it():
    shown = drawn(builders.event("taken_to_camp", "aunt granny", "2017-05-01", id_="both"))
    assert shown.card("both", date(2017, 1, 1)).status == "nobody on this day"
    assert shown.card("both", date(2018, 1, 1)).status == "2 recorded"


def test_places_stand_below_everybody_and_overlap_nobody():
    shown = drawn(PLACED, CAMP, builders.event("imprisoned", "granny", "2018", id_="prison"))
    spots = dict(zip(shown.ids, shown.nodes, strict=True))
    places = [id_ for id_ in spots if shown.card(id_).mark is Mark.PLACE]
    assert len(places) == 3
    lowest = max(node["y"] for id_, node in spots.items() if id_ not in places)
    assert all(spots[id_]["y"] > lowest for id_ in places)


@pytest.fixture
def village(store):
    """The friend knows 14 people whom the child does not reach; one asked to be left alone."""
    people = [builders.person(f"villager-{n:02}") for n in range(14)]
    ties = [builders.tie("friend", "knows", f"villager-{n:02}") for n in range(14)]
    asked = builders.event("asked_not_to_be_contacted", "villager-03", "2019", to="friend")
    shared = builders.event("visited", "friend", "2016", to="villager-05", id_="visit")
    records = builders.family(*people, *ties, asked, shared)
    store.load(records, IngestRun(id="one"))
    return store, records


def test_neighbours_are_brought_in_and_a_card_says_how_many_more(village):
    store, records = village
    said = answer(records, "child")
    shown = {"child", *said.network.reached}
    assert "villager-03" not in shown
    found = beyond(store, {"friend": 12}, shown)
    seen = picture(said, others=found.view)
    assert (found.counts["friend"].brought, found.counts["friend"].more) == (12, 2)
    assert seen.card(more_id("friend")).name == "+2 more"
    assert seen.behind(seen.node(more_id("friend")))[0] is ThingKind.MORE
    assert seen.card("villager-03").stop == "Do not contact"
    assert seen.card("villager-04").status == "not within reach"
    assert beyond(store, {"friend": None}, shown).counts["friend"].brought == 14
