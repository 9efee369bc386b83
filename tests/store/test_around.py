from dataclasses import replace
from pathlib import Path

import pytest

from graph.record.model import Place
from graph.rule.calendar import calendar
from graph.rule.network import network, networks
from graph.store import IngestRun
from ingest import read
from tests.bench.generator import generate
from tests.builders import event, family, person, reading, tie
from tests.store.village import village

ROOT = Path(__file__).parents[2]
RUN = IngestRun(id="run")


def about(records):
    return {claim.about for claim in records.claims()}


def loaded(store, records):
    store.load(records, RUN)
    return records


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_what_is_read_around_a_child_gives_the_answer_of_all_records(store, seed):
    records = loaded(store, village(70, seed=seed))
    children = store.children()
    assert len(children) > 10
    read_together = set()
    for child, around in store.around_many(children):
        assert calendar(network(around, child)) == calendar(network(records, child))
        read_together.add(id(around))
    assert len(read_together) < len(children)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_children_who_are_read_together_share_what_they_add_up_to(store, seed):
    records = loaded(store, village(70, seed=seed))
    for child, around in networks(store.around_many(store.children())):
        assert calendar(around) == calendar(network(records, child))


def test_so_it_is_where_families_marry_and_friends_groups_and_offices_take_part(
    store, tmp_path
):
    generate(tmp_path, 120)
    records = loaded(store, read([tmp_path]).records)
    children = store.children()
    assert len(children) > 10
    for child in children:
        around = store.around(child)
        assert calendar(network(around, child)) == calendar(network(records, child))


def test_one_child_read_alone_gives_the_same_answer(store):
    records = loaded(store, village(70))
    child = store.children()[-1]
    around = store.around(child)
    assert calendar(network(around, child)) == calendar(network(records, child))
    assert len(around.people) < len(records.people)


@pytest.mark.parametrize("degree", [1, 2, 7])
def test_kin_is_followed_as_far_as_was_asked(store, degree):
    line = [f"g{n}" for n in range(9)]
    records = loaded(
        store,
        family(
            *(person(one) for one in line),
            *(tie(old, "parent_of", young) for old, young in zip(line[1:], line, strict=False)),
            tie(line[0], "parent_of", "child"),
        ),
    )
    found = {claim.about for claim in store.around("child", degree).people}
    assert found >= set(network(records, "child", max_degree=degree).reached)
    assert line[degree + 1] not in found


def test_a_step_beyond_kin_is_read_and_two_steps_are_not(store):
    loaded(
        store,
        family(
            *(person(one) for one in ("neighbour", "cook", "guard")),
            tie("neighbour", "knows", "granny", term="neighbour"),
            event("called", "neighbour", "2017", id_="far-call", to="cook"),
            event("called", "cook", "2017", id_="further-call", to="guard"),
        ),
    )
    found = store.around("child")
    assert {"neighbour", "cook"} <= {claim.about for claim in found.people}
    assert "guard" not in {claim.about for claim in found.people}
    assert "further-call" not in about(found)


def test_an_organisation_leads_to_nobody(store):
    loaded(
        store,
        family(
            person("consulate", kind="organisation"),
            person("stranger"),
            event("called", "mother", "2017", id_="asked", to="consulate"),
            event("called", "stranger", "2017", id_="elsewhere", to="consulate"),
        ),
    )
    found = store.around("child")
    assert "consulate" in {claim.about for claim in found.people}
    assert "elsewhere" not in about(found)


def test_a_group_of_somebody_within_reach_is_read_but_not_its_other_members(store):
    loaded(
        store,
        family(
            person("other", member_of=("neighbours",)),
            event("contact_lost", "neighbours", "2017", id_="lost"),
            event("called", "other", "2016", id_="not-theirs"),
        ),
    )
    found = about(store.around("child"))
    assert "lost" in found
    assert "not-theirs" not in found


def test_events_that_date_those_of_kin_come_with_them_by_steps(store):
    loaded(
        store,
        family(
            person("stranger"),
            event("called", "aunt", id_="call", after=("first",)),
            event("moved", "stranger", id_="first", after=("second",)),
            event("moved", "stranger", "2015", id_="second"),
        ),
    )
    found = store.around("child")
    assert {"call", "first", "second"} <= about(found)
    assert "stranger" in {claim.about for claim in found.people}


def test_the_emptying_of_the_place_where_kin_were_held_comes_with_them(store):
    records = family(
        person("army", kind="organisation"),
        event("imprisoned", "aunt", "2017", id_="held", place="town"),
        event("place_emptied", "army", "2018", id_="emptied", place="inland"),
        event("place_emptied", "army", "2018", id_="elsewhere", place="island"),
    )
    island = Place(id="island", name="Island", kind="country")
    loaded(store, replace(records, places=(*records.places, island)))
    found = store.around("child")
    assert "emptied" in about(found)
    assert "elsewhere" not in about(found)
    assert "army" in {claim.about for claim in found.people}


def test_who_controls_the_place_of_kin_comes_with_them(store):
    loaded(
        store,
        family(
            event("lived_at", "aunt", "2010", place="town"),
            event("control_changed", "", "2018", id_="changed", place="inland"),
            event("interrogated", "friend", "2018", id_="another", place="inland"),
            event("control_lost", "", "2018", id_="at-mothers", place="faraway"),
        ),
    )
    assert {"changed", "another", "at-mothers"} <= about(store.around("child"))


def test_readings_sources_places_and_the_data_set_come_with_the_claims(store):
    home = event("lived_at", "aunt", id_="home", place="town")
    loaded(store, family(home, reading("home")))
    found = store.around("child")
    assert [one.about for one in found.interpretations] == ["home-reading"]
    assert {place.id for place in found.places} >= {"town", "inland", "faraway"}
    assert [source.id for source in found.sources] == ["testimony"]
    assert [dataset.id for dataset in found.datasets] == ["set"]


def test_the_store_gives_what_happened_to_the_places_of_people(store):
    """A front line moves over their homes, and a prison that held them is opened."""
    records = loaded(store, read([ROOT / "data_samples" / "invented_elsewhere"]).records)
    for child in ("ilvane", "emil", "tivor"):
        around = network(store.around(child), child)
        assert calendar(around) == calendar(network(records, child))


def test_nobody_has_nothing_around(store):
    assert store.around("nobody").people == ()


def test_brothers_and_sisters_share_their_records(store):
    loaded(
        store,
        family(
            person("twin", sought=True),
            tie("mother", "parent_of", "twin"),
            tie("father", "parent_of", "twin"),
        ),
    )
    found = dict(store.around_many(["child", "twin"]))
    assert found["child"] is found["twin"]


def test_the_order_of_rows_changes_nothing(store):
    records = loaded(store, family(event("called", "aunt", "2017", to="mother")))
    one_way = store.around("child")
    store.clear()
    loaded(store, replace(records, people=records.people[::-1], ties=records.ties[::-1]))
    assert store.around("child") == one_way
