"""Who or what alone holds a network together, on a day."""

from datetime import date

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.views.cut_points import (
    between,
    close_groups,
    cut_points,
    cut_ties,
    one_place,
    only_ways,
    tie_graph,
    tied_parts,
)
from graph.views.free_view import Bond, FreeView, ThingKind, ViewThing

DAY = date(2018, 1, 1)


def network(*ties: str, alone: str = "", kind: str = "knows") -> FreeView:
    """People by one letter each: "ab" ties a to b. An event is e, a place p."""
    ids = sorted({*"".join(ties), *alone})
    kinds = {"e": ThingKind.EVENT, "p": ThingKind.PLACE}
    things = {
        id_: ViewThing(id=id_, kind=kinds.get(id_, ThingKind.PERSON), name=id_, word="person")
        for id_ in ids
    }
    bonds = tuple(Bond(start=tie[0], end=tie[1], kind=kind) for tie in ties)
    return FreeView(things=things, bonds=bonds)


def test_people_whom_no_tie_joins_are_two_parts():
    assert tied_parts(network("ab", "bc", alone="dh"), DAY) == (
        ("a", "b", "c"),
        ("d",),
        ("h",),
    )


def test_who_alone_ties_others_to_the_rest_is_a_cut_point():
    (found,) = cut_points(network("ab", "bc", "ca", "cd"), DAY)
    assert (found.id, found.parted) == ("c", (("d",),))


def test_the_loss_of_an_event_or_a_place_parts_people_too():
    assert [one.id for one in cut_points(network("ae", "eb"), DAY)] == ["e"]


def test_who_ties_only_an_event_to_the_rest_is_no_cut_point():
    assert cut_points(network("ab", "be"), DAY) == ()


def test_a_ring_has_no_cut_point_and_no_tie_that_alone_joins():
    ring = network("ab", "bc", "cd", "da")
    assert (cut_points(ring, DAY), cut_ties(ring, DAY)) == ((), ())


def test_the_one_tie_between_two_households_is_named_with_both_sides():
    (found,) = cut_ties(network("ab", "bc", "cd"), DAY)
    assert (found.few, found.many) == (("a", "b"), 2)
    assert [(bond.start, bond.end) for bond in found.bonds] == [("b", "c")]


def test_two_ties_of_one_pair_are_one_tie_of_the_network():
    (found,) = cut_ties(network("ab", "bc", "bc", "cd"), DAY)
    assert len(found.bonds) == 2


def test_a_tie_that_has_ended_does_not_hold_on_the_day():
    before = Bond(start="a", end="b", kind="knows", last=date(2016, 1, 1))
    people = network(alone="ab")
    seen = FreeView(things=people.things, bonds=(before,))
    assert len(tied_parts(seen, DAY)) == 2
    assert len(tied_parts(seen, date(2015, 1, 1))) == 1


def test_who_are_said_to_be_two_people_are_not_tied_by_that():
    assert len(tied_parts(network("ab", kind="not_same_as"), DAY)) == 2


def test_who_is_on_every_way_between_others_comes_first():
    assert between(network("ab", "bc", "cd"), DAY)[0][0] in "bc"
    assert between(network("ab"), DAY) == ()


def test_who_is_between_others_counts_the_same_beside_other_parts():
    parts = network("ab", "bc", "cd", "gh", "hi")
    whole = nx.betweenness_centrality(tie_graph(parts, DAY))
    assert dict(between(parts, DAY)) == {i: pytest.approx(whole[i]) for i in "bch"}


def test_two_households_with_one_tie_are_two_close_groups():
    tied = network("ab", "bc", "ca", "cd", "df", "fg", "gd")
    assert close_groups(tied, DAY) == (("a", "b", "c"), ("d", "f", "g"))
    assert close_groups(network("ab", "bc", "ca"), DAY) == ()


def test_all_ways_to_those_who_are_left_may_lead_through_one_person():
    (found,) = only_ways(network("ca", "ab", "ad"), DAY, {"c": ["b", "d"]})
    assert (found.child, found.through, found.left) == ("c", "a", ("b", "d"))


def test_the_only_one_who_is_left_is_the_one_way():
    (found,) = only_ways(network("cb", "ca", "ab"), DAY, {"c": ["b"]})
    assert found.through == "b"


def test_two_who_are_tied_to_the_child_themselves_leave_two_ways():
    assert only_ways(network("ca", "cb"), DAY, {"c": ["a", "b"]}) == ()


def test_a_child_who_is_not_tied_to_who_is_left_has_no_one_way():
    assert only_ways(network("ca", alone="b"), DAY, {"c": ["b"]}) == ()
    assert only_ways(network("ca"), DAY, {"c": [], "d": ["a"]}) == ()


def at(person: str, year: int, place: str = "p") -> Bond:
    return Bond(start=person, end=place, kind="was_at", first=date(year, 1, 1))


def test_all_who_are_left_may_be_at_one_place():
    people = network(alone="abcp")
    seen = FreeView(things=people.things, bonds=(at("a", 2016), at("b", 2017)))
    (found,) = one_place(seen, DAY, {"c": ["a", "b"]})
    assert (found.child, found.through) == ("c", "p")


def test_the_last_place_counts_and_a_later_day_does_not():
    people = network(alone="abcpq")
    moved = (at("a", 2016), at("b", 2016), at("b", 2017, "q"))
    assert one_place(FreeView(things=people.things, bonds=moved), DAY, {"c": "ab"}) == ()
    later = (at("a", 2016), at("b", 2016), at("b", 2019, "q"))
    assert one_place(FreeView(things=people.things, bonds=later), DAY, {"c": "ab"})


def test_one_person_at_a_place_is_no_place_for_all():
    people = network(alone="acp")
    seen = FreeView(things=people.things, bonds=(at("a", 2016),))
    assert one_place(seen, DAY, {"c": ["a"]}) == ()


PEOPLE = "abcdfgh"
ties = st.lists(
    st.tuples(st.sampled_from(PEOPLE), st.sampled_from(PEOPLE)).map("".join), max_size=14
)


@given(ties, st.sets(st.sampled_from(PEOPLE[1:]), min_size=1))
def test_without_the_one_way_none_who_is_left_is_tied_to_the_child(drawn, left):
    seen = network(*drawn, alone=PEOPLE)
    for found in only_ways(seen, DAY, {"a": sorted(left)}):
        graph = tie_graph(seen, DAY)
        graph.remove_node(found.through)
        rest = nx.node_connected_component(graph, "a")
        assert not rest & left


@given(ties, st.sets(st.sampled_from(PEOPLE[1:]), min_size=1))
def test_the_one_way_is_what_networkx_has_on_every_way(drawn, left):
    seen = network(*drawn, alone=PEOPLE)
    above = nx.immediate_dominators(tie_graph(seen, DAY).to_directed(), "a")
    on_every_way = [set(_chain(id_, above)) for id_ in left if id_ in above]
    shared = set.intersection(*on_every_way) if len(on_every_way) == len(left) else set()
    found = only_ways(seen, DAY, {"a": sorted(left)})
    assert {one.through for one in found} <= shared
    assert bool(found) == bool(shared)
    for one in found:  # the nearest to those who are left: the others are on its own way
        assert shared <= set(_chain(one.through, above))


def _chain(id_: str, above: dict[str, str]) -> list[str]:
    return [] if id_ == "a" else [id_, *_chain(above[id_], above)]


@given(ties)
def test_the_parts_without_a_cut_point_are_more_than_before(drawn):
    seen = network(*drawn, alone=PEOPLE)
    for point in cut_points(seen, DAY):
        things = {id_: one for id_, one in seen.things.items() if id_ != point.id}
        bonds = tuple(b for b in seen.bonds if point.id not in (b.start, b.end))
        rest = tied_parts(FreeView(things=things, bonds=bonds), DAY)
        assert set(point.parted) <= set(rest)
        assert len(rest) > len(tied_parts(seen, DAY))
