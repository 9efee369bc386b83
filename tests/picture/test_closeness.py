"""Rings of closeness: one in the middle, each ring one recorded tie further out."""

from itertools import combinations
from math import hypot

from hypothesis import given
from hypothesis import strategies as st

from graph.picture.layout.closeness import ring_spots
from graph.views.free_view import Bond, FreeView, ThingKind, ViewThing
from tests.examples import examples
from tests.picture.families import overlaps

NAMES = [f"p{nth}" for nth in range(30)]


@st.composite
def views(draw):
    names = draw(st.lists(st.sampled_from(NAMES), unique=True, min_size=1))
    ends = st.sampled_from(names)
    pairs = draw(st.lists(st.tuples(ends, ends), max_size=60))
    things = {
        one: ViewThing(id=one, kind=ThingKind.PERSON, name=one, word="person") for one in names
    }
    return FreeView(
        things=things, bonds=tuple(Bond(start=a, end=b, kind="knows") for a, b in pairs)
    )


@examples(60)
@given(views())
def test_everybody_has_a_place_and_no_two_cards_overlap(view):
    spots, _ = ring_spots(view, min(view.things))
    assert spots.keys() == view.things.keys()
    assert not any(overlaps(spots[a], spots[b]) for a, b in combinations(spots, 2))


@examples(60)
@given(views())
def test_who_is_nearer_by_ties_is_in_an_inner_ring(view):
    middle = min(view.things)
    spots, radii = ring_spots(view, middle)
    steps, ring, nth = {middle: 0}, {middle}, 0
    while ring:
        nth += 1
        ring = {
            other
            for bond in view.bonds
            for one, other in ((bond.start, bond.end), (bond.end, bond.start))
            if one in ring and other not in steps
        }
        steps |= dict.fromkeys(ring, nth)
    for id_, step in steps.items():
        if step:
            assert abs(hypot(spots[id_].x, spots[id_].y) - radii[step - 1]) < 2


def test_whom_no_tie_leads_to_is_in_the_last_ring():
    things = {
        one: ViewThing(id=one, kind=ThingKind.PERSON, name=one, word="person") for one in "abc"
    }
    view = FreeView(things=things, bonds=(Bond(start="a", end="b", kind="knows"),))
    spots, radii = ring_spots(view, "a")
    assert len(radii) == 2
    assert abs(hypot(spots["c"].x, spots["c"].y) - radii[1]) < 2
