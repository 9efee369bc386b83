"""The free view: any people, events and places; nobody overlaps, nobody is lost."""

from datetime import date
from itertools import combinations
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from graph.facts.adding_up import facts
from graph.picture.layout.free_layout import free_places, kin_groups
from graph.picture.pyvis_network import free_picture
from graph.rule.network import network
from graph.rule.stops import standing_requests
from graph.store import IngestRun
from graph.views.free_view import Bond, FreeView, ThingKind, ViewThing, view, view_of
from graph.words.marks import Mark
from tests import builders
from tests.examples import examples
from tests.picture.families import overlaps

KINDS = ("parent_of", "spouse_of", "sibling_of", "knows", "took_part", "at")
NAMES = [f"{letter}{i}" for letter in "pel" for i in range(12)]
CAMP = builders.event("taken_to_camp", "aunt", "2018", id_="camp", place="town")
HOME = builders.event("called", "aunt", "2017-03", to="mother", id_="call")


def thing(id_: str) -> ViewThing:
    kind = {"e": ThingKind.EVENT, "l": ThingKind.PLACE}.get(id_[0], ThingKind.PERSON)
    return ViewThing(id=id_, kind=kind, name=id_, word=kind.value)


@st.composite
def views(draw) -> FreeView:
    ids = draw(st.lists(st.sampled_from(NAMES), min_size=1, unique=True))
    pairs = st.tuples(st.sampled_from(ids), st.sampled_from(ids), st.sampled_from(KINDS))
    tied = draw(st.lists(pairs, max_size=30))
    bonds = [Bond(start=one, end=other, kind=k) for one, other, k in tied if one < other]
    return FreeView(things={id_: thing(id_) for id_ in sorted(ids)}, bonds=tuple(bonds))


@examples(40)
@given(views())
def test_every_thing_has_a_place_and_no_two_cards_overlap(drawn):
    spots = free_places(drawn)
    assert spots.keys() == drawn.things.keys()
    for one, other in combinations(sorted(spots), 2):
        assert not overlaps(spots[one], spots[other]), (one, other)


@examples(25)
@given(views(), st.randoms(use_true_random=False))
def test_the_order_of_things_and_ties_changes_no_place(drawn, random: Random):
    things, bonds = list(drawn.things.items()), list(drawn.bonds)
    random.shuffle(things)
    random.shuffle(bonds)
    assert free_places(FreeView(things=dict(things), bonds=tuple(bonds))) == free_places(drawn)


def recorded(*claims: object, ids: str) -> FreeView:
    records = builders.family(*claims)
    known = facts(records)
    stops = standing_requests(network(records, "child"))
    places = {place.id: place for place in records.places}
    return view_of(known, ids.split(), places=places, stops=stops)


def kinds(drawn: FreeView) -> set[tuple[str, str, str]]:
    return {(bond.start, bond.kind, bond.end) for bond in drawn.bonds}


def test_two_families_are_two_groups_of_kin():
    drawn = recorded(
        builders.person("stranger"),
        builders.person("their-son"),
        builders.tie("stranger", "parent_of", "their-son"),
        ids="child mother aunt granny stranger their-son",
    )
    assert kin_groups(drawn) == [
        ["aunt", "child", "granny", "mother"],
        ["stranger", "their-son"],
    ]


def test_a_person_an_event_and_its_place_are_tied_to_each_other():
    drawn = recorded(CAMP, ids="aunt camp town")
    assert kinds(drawn) == {("aunt", "took_part", "camp"), ("camp", "at", "town")}


def test_where_the_event_is_not_shown_it_ties_the_person_to_the_place():
    drawn = recorded(CAMP, ids="aunt town")
    assert kinds(drawn) == {("aunt", "was_at", "town")}
    assert drawn.bonds[0].words.startswith("taken to a camp")


def test_a_click_tells_what_was_clicked():
    drawn = free_picture(recorded(CAMP, ids="aunt camp town"))
    told = {drawn.behind(drawn.node(id_)) for id_ in ("aunt", "camp", "town")}
    assert told == {
        (ThingKind.PERSON, "aunt"),
        (ThingKind.EVENT, "camp"),
        (ThingKind.PLACE, "town"),
    }
    assert drawn.behind("p99") is None
    assert drawn.behind("j1") is None


def test_the_hard_stop_is_on_the_card_in_a_free_view_too():
    asked = builders.event("asked_not_to_be_contacted", "aunt", "2020")
    drawn = free_picture(recorded(asked, ids="aunt granny"), day=date(2017, 1, 1))
    assert drawn.card("aunt").stop == "Do not contact"
    assert drawn.card("granny").stop == ""
    assert drawn.card("aunt").mark is Mark.PERSON, "nothing is said of contact"


def test_ties_of_other_days_are_left_out_and_counted():
    lodger = builders.tie("aunt", "lives_with", "friend", until=builders.when("2016"))
    everything = recorded(lodger, ids="aunt friend")
    assert len(free_picture(everything).edges) == 1
    later = free_picture(everything, day=date(2018, 1, 1))
    assert not later.edges
    assert "1 ties of other days are not drawn" in later.alt


def test_what_is_not_recorded_is_named():
    assert recorded(ids="aunt nobody-of-this-id").missing == ("nobody-of-this-id",)


def test_the_store_and_the_facts_give_the_same_view(store):
    asked = builders.event("asked_not_to_be_contacted", "granny", "2020", id_="asked")
    claims = (CAMP, HOME, asked, builders.tie("aunt", "lives_with", "granny"))
    store.load(builders.family(*claims), IngestRun(id="one"))
    ids = "child mother father aunt granny friend neighbours camp call town inland nobody"
    assert view(store, ids.split()) == recorded(*claims, ids=ids)
