"""Cards where a hand put them: they stay there, and hide none."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from graph.picture.layout.cards_to_place import CARD_HEIGHT, CARD_WIDTH, COLUMN, ROW, CardSpot
from graph.picture.layout.hand_places import by_hand
from graph.picture.pyvis_network import free_picture
from graph.views.free_view import Bond, FreeView, ThingKind, ViewThing

GRID = {
    f"{row}{column}": CardSpot(column * COLUMN, row * ROW)
    for row in range(3)
    for column in range(4)
}
hands = st.dictionaries(
    st.sampled_from([*GRID, "elsewhere"]),
    st.tuples(st.floats(-900, 900), st.floats(-900, 900)),
    max_size=3,
)
FAMILY = FreeView(
    things={
        id_: ViewThing(id=id_, kind=ThingKind.PERSON, name=id_, word="person")
        for id_ in ("mother", "father", "child", "younger")
    },
    bonds=tuple(
        Bond(start=parent, end=child, kind="parent_of")
        for parent in ("mother", "father")
        for child in ("child", "younger")
    ),
)


def covers(one: CardSpot, other: CardSpot) -> bool:
    return abs(one.x - other.x) < CARD_WIDTH and abs(one.y - other.y) < CARD_HEIGHT


@given(hands)
def test_a_card_stays_where_it_was_put_and_hides_none_of_the_layout(put):
    found, aside = by_hand(GRID, put)
    assert found.keys() == GRID.keys()
    for one, other in combinations(found, 2):
        assert {one, other} <= put.keys() or not covers(found[one], found[other])
    for id_ in found:
        assert id_ not in put or found[id_] == CardSpot(*put[id_])
        assert (id_ in aside) == (found[id_] != GRID[id_])


def test_a_moved_card_is_tied_to_its_kin_by_lines_of_its_own():
    still, moved = free_picture(FAMILY), free_picture(FAMILY, put={"child": (900.0, 40.0)})
    assert (len(still.ties), len(moved.ties)) == (0, 2)
    assert {(tie.start, tie.end) for tie in moved.ties} == {
        ("mother", "child"),
        ("father", "child"),
    }
    assert moved.spots()["child"] == (900.0, 40.0)
    assert 0 < len(moved.lines) < len(still.lines)
    others = FAMILY.things.keys() - {"child"}
    assert all(moved.spots()[id_] == still.spots()[id_] for id_ in others)


def test_in_rings_no_card_is_elsewhere():
    put = {"child": (900.0, 40.0)}
    assert free_picture(FAMILY, middle="mother", put=put) == free_picture(
        FAMILY, middle="mother"
    )
