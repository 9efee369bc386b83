"""A scene of Explore: changes, its address, and what its filters leave."""

from dataclasses import fields
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from graph.views.colour_groups import (
    COLOURED_BY,
    NOT_SAID,
    OTHERS,
    SEVERAL,
    colour_groups,
    largest,
)
from graph.views.expansion import expansions
from graph.views.explored import (
    A_CHILD,
    DIFFERS,
    NO_ANSWER,
    DayAnswer,
    ExploredScene,
    Recorded,
    day_answers,
    filtered,
    recorded,
)
from graph.views.free_view import Bond, FreeView, ThingKind, ViewThing, view
from graph.views.ways_between import way_sentence, ways_between

DAY = date(2018, 5, 15)
ids = st.lists(st.from_regex(r"[a-z0-9-]{1,8}", fullmatch=True), unique=True, max_size=4).map(
    tuple
)
scenes = st.builds(ExploredScene, *[ids] * len(fields(ExploredScene)))


@given(scenes)
def test_the_address_of_a_scene_opens_the_same_scene(scene):
    assert ExploredScene.of(scene.address() | {"day": "2018-05-15"}) == scene


def test_what_is_hidden_does_not_come_back_by_expanding():
    scene = ExploredScene(show=("a", "b"), picked=("b",), pin=("b",)).hidden(["b"])
    assert scene.with_(["b", "c"]).seen == ("a", "c")
    assert (scene.picked, scene.pin) == ((), ())


def test_who_is_hidden_comes_back_by_name():
    assert ExploredScene(show=("a",), hide=("a",)).brought("a").seen == ("a",)


def test_pinning_twice_lets_go():
    scene = ExploredScene(show=("a", "b")).pinned(["a"])
    assert (scene.pin, scene.pinned(["a"]).pin) == (("a",), ())


def test_a_second_click_with_shift_takes_one_out_of_the_choice():
    scene = ExploredScene(show=("a", "b")).also_picked("a").also_picked("b")
    assert (scene.picked, scene.also_picked("a").picked) == (("a", "b"), ("b",))


places = st.tuples(st.integers(-99_999, 99_999), st.integers(-99_999, 99_999))


@given(st.dictionaries(st.from_regex(r"[a-z0-9:-]{1,8}", fullmatch=True), places, max_size=4))
def test_where_a_hand_put_cards_is_in_the_address_and_nothing_else_is_a_place(spots):
    scene = ExploredScene(moved=("a:1", "b", ":1:2", "c:x:y")).placed(spots)
    assert ExploredScene.of(scene.address()).spots == spots
    assert scene.put_back(spots) == ExploredScene()


def test_a_card_put_beyond_all_reason_stays_where_it_can_be_found():
    assert ExploredScene().placed({"a": (1e300, -0.4)}).spots == {"a": (99_999, 0)}


def thing(id_: str, kind: ThingKind = ThingKind.PERSON, since: date = date.min) -> ViewThing:
    return ViewThing(id=id_, kind=kind, name=id_.upper(), word=kind.value, since=since)


SEEN = FreeView(
    things={
        "ann": thing("ann"),
        "ben": thing("ben"),
        "call": thing("call", ThingKind.EVENT),
        "later": thing("later", ThingKind.EVENT, date(2019, 1, 1)),
        "town": thing("town", ThingKind.PLACE),
    },
    bonds=(
        Bond(start="ann", end="ben", kind="knows"),
        Bond(start="ben", end="call", kind="took_part"),
        Bond(start="call", end="town", kind="at"),
    ),
)
NOWHERE = Recorded(places={}, sources={}, having={})
ANSWERS = {"ann": DayAnswer(left="yes", status="in_contact")}


def left_by(scene: ExploredScene, where: Recorded = NOWHERE) -> set[str]:
    return set(filtered(SEEN, scene, ANSWERS, where, DAY).things)


def test_without_filters_all_is_shown_but_what_begins_after_the_day():
    assert left_by(ExploredScene()) == {"ann", "ben", "call", "town"}


def test_by_answer_people_go_and_their_events_and_places_with_them():
    assert left_by(ExploredScene(answers=("yes",))) == {"ann"}
    assert left_by(ExploredScene(answers=(NO_ANSWER,))) == {"ben", "call", "town"}


def test_what_is_pinned_stays_whatever_the_filters_say():
    pinned = ExploredScene(answers=("yes",), pin=("ben", "later"))
    assert left_by(pinned) == {"ann", "ben", "call", "town", "later"}


def test_by_kind_of_tie_the_lines_go_and_the_cards_stay():
    found = filtered(SEEN, ExploredScene(ties=("acquaintance",)), {}, NOWHERE, DAY)
    assert [bond.kind for bond in found.bonds] == ["knows"]
    assert len(found.things) == 4


def test_by_place_and_by_source_what_is_not_recorded_there_goes():
    having = {"ben": frozenset({"town", "report"}), "call": frozenset({"town"})}
    where = Recorded(places={"town": "Town"}, sources={"report": "Report"}, having=having)
    assert left_by(ExploredScene(places=("town",)), where) == {"ben", "call", "town"}
    assert left_by(ExploredScene(sources=("report",)), where) == {"ben"}


def test_the_answers_of_a_day_are_those_of_the_calendars(loaded):
    found = day_answers(loaded, ["amina", "meripet-eldest-child", "turghun"], DAY)
    assert found["amina"] == DayAnswer(left="yes", status="in_contact")
    assert found["meripet-eldest-child"].left == A_CHILD
    assert found["turghun"].left == "abroad"
    later = day_answers(loaded, ["amina"], date(2021, 1, 1))
    assert later["amina"] == DayAnswer(left="no", status="dead")
    assert DIFFERS not in {one.left for one in found.values()}


def test_where_somebody_is_recorded_is_read_with_the_names(loaded):
    found = recorded(loaded, ["amina"])
    assert found.sources["t-meripet"]
    assert "t-meripet" in found.having["amina"]
    assert found.places.keys() <= found.having["amina"]
    assert recorded(loaded, []) == NOWHERE


def test_a_card_is_expanded_by_kind_of_tie_and_of_event(loaded):
    found = {one.words: one.ids for one in expansions(loaded, "amina")}
    assert found["parents"] == ("mother-of-turghun",)
    assert found["event: killed in custody"] == ("amina-killed",)
    assert "amina" in {o.words: o.ids for o in expansions(loaded, "amina-killed")}["people"]
    assert expansions(loaded, "nobody-of-this-id") == ()


def test_kin_are_related_by_kin_first_and_the_sentence_says_each_step(loaded):
    first = ways_between(loaded, "amina", "meripet-eldest-child")[0]
    assert first.ids[0] == "amina"
    assert first.ids[-1] == "meripet-eldest-child"
    lengths = [one.steps for one in ways_between(loaded, "amina", "meripet-eldest-child")]
    assert lengths == sorted(lengths)
    kin = next(
        o for o in ways_between(loaded, "amina", "meripet-eldest-child") if o.through == "kin"
    )
    assert "mother of Turghun is a parent of Amina" in kin.sentence


def test_two_families_are_joined_where_their_people_were_at_one_place(loaded):
    found = ways_between(loaded, "amina", "mamutjan-son")
    assert all(one.through == "places" for one in found)
    kinds = {t.word for one in found for t in view(loaded, one.ids).things.values()}
    assert not kinds & {"region", "country"}
    assert ways_between(loaded, "amina", "amina") == ()
    assert ways_between(loaded, "amina", "nobody-of-this-id") == ()


def test_the_sentence_of_a_way_says_the_stop_behind_the_name():
    asked = ViewThing(id="a", kind=ThingKind.PERSON, name="Ann", word="person", stop=True)
    seen = FreeView(
        things={"a": asked, "ben": thing("ben")},
        bonds=(Bond(start="a", end="ben", kind="kin_of", words="aunt", doubtful=True),),
    )
    assert way_sentence(("ben", "a"), seen) == (
        "Ann (asked not to be contacted) is possibly the aunt of BEN."
    )


def test_two_people_of_one_event_are_one_step_of_the_sentence():
    bonds = (
        Bond(start="ann", end="call", kind="took_part"),
        Bond(start="ben", end="call", kind="took_part"),
    )
    seen = FreeView(things=SEEN.things, bonds=bonds)
    assert way_sentence(("ann", "call", "ben"), seen) == (
        "ANN and BEN took part in one event: CALL."
    )


def test_a_card_of_several_places_is_in_a_group_of_its_own():
    seen = FreeView(things={id_: thing(id_) for id_ in "abc"}, bonds=())
    where = Recorded(
        places={"k": "Kashgar", "h": "Hotan"},
        sources={},
        having={"a": frozenset("k"), "b": frozenset("kh")},
    )
    found = colour_groups(seen, "place", where)
    assert found == {"a": "Kashgar", "b": SEVERAL, "c": NOT_SAID}


def test_what_is_no_property_groups_nothing():
    seen = FreeView(things={"a": thing("a")}, bonds=())
    nowhere = Recorded(places={}, sources={}, having={})
    assert colour_groups(seen, "name", nowhere) == {}
    assert all(colour_groups(seen, by, nowhere) for by in COLOURED_BY)


@given(st.dictionaries(st.text(max_size=3), st.sampled_from("abcdefghij")))
def test_so_many_groups_remain_and_nobody_is_left_out(groups):
    found = largest(groups, 4)
    assert found.keys() == groups.keys()
    assert len(set(found.values())) <= 4
    assert OTHERS in found.values() or len(set(groups.values())) <= 4
