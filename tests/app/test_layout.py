"""Where cards stand: laws for any family, and a few families to see before one's eyes."""

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from graph.network_view.layout import COLUMN, ROW, Family, Member, Spot, places

CARD = (184, 124)


def family(
    parents: dict[str, tuple[str, ...]],
    couples: tuple[tuple[str, str], ...] = (),
    siblings: tuple[tuple[str, str], ...] = (),
    others: tuple[str, ...] = (),
    sexes: dict[str, str] | None = None,
) -> Family:
    everybody = {"child", *parents, *others}
    everybody |= {p for both in (*parents.values(), *couples, *siblings) for p in both}
    return Family(
        child="child",
        members={
            one: Member(id=one, sex=(sexes or {}).get(one, "")) for one in sorted(everybody)
        },
        parents=parents,
        couples=frozenset(frozenset(pair) for pair in couples),
        siblings=frozenset(frozenset(pair) for pair in siblings),
        beside={},
    )


@st.composite
def families(draw) -> Family:
    """Parents are always older by one generation, so that nobody is their own ancestor."""
    rows = [["child"]]
    for level in range(draw(st.integers(0, 4))):
        wide = draw(st.integers(1, 9))
        rows += [[f"p{level}-{i}" for i in range(wide)]]
    parents = {}
    for row, above in pairwise(rows):
        for one in row:
            parents[one] = tuple(
                draw(st.lists(st.sampled_from(above), max_size=3, unique=True))
            )
    couples = [
        draw(st.lists(st.sampled_from(row), min_size=2, max_size=2, unique=True))
        for row in rows
        if len(row) > 1
    ]
    others = tuple(f"friend-{i}" for i in range(draw(st.integers(0, 20))))
    return family(parents, tuple(map(tuple, couples)), others=others)


def overlaps(one: Spot, other: Spot) -> bool:
    return abs(one.x - other.x) < CARD[0] and abs(one.y - other.y) < CARD[1]


@given(families())
def test_no_two_cards_overlap_and_everybody_has_one(drawn):
    spots = places(drawn)
    assert spots.keys() == drawn.members.keys()
    for one, other in combinations(sorted(spots), 2):
        assert not overlaps(spots[one], spots[other]), (one, other)


@given(families())
def test_every_child_in_the_rows_stands_below_its_parents(drawn):
    """Whoever nothing ties to the child stands in the lane below the rows."""
    spots = places(drawn)
    in_rows = {id_ for id_, spot in spots.items() if spot.y % ROW == 0}
    assert "child" in in_rows
    for child in in_rows & drawn.parents.keys():
        for parent in drawn.parents[child]:
            assert parent in in_rows
            assert spots[child].y > spots[parent].y


@given(families(), st.randoms(use_true_random=False))
def test_the_order_of_the_records_changes_nothing(drawn, random):
    members = list(drawn.members.items())
    random.shuffle(members)
    shuffled = Family(
        child=drawn.child,
        members=dict(members),
        parents=drawn.parents,
        couples=drawn.couples,
        siblings=drawn.siblings,
        beside=drawn.beside,
    )
    assert places(shuffled) == places(drawn)


def test_a_couple_stands_side_by_side_with_the_child_below_the_middle():
    sexes = {"father": "male", "mother": "female"}
    spots = places(
        family({"child": ("father", "mother")}, (("father", "mother"),), sexes=sexes)
    )
    assert spots["mother"].x - spots["father"].x == COLUMN
    assert spots["child"].x == (spots["mother"].x + spots["father"].x) / 2


def test_the_fathers_kin_stand_on_the_left_and_the_mothers_on_the_right():
    parents = {
        "child": ("father", "mother"),
        "father": ("grandfather",),
        "uncle": ("grandfather",),
        "mother": ("grandmother",),
        "aunt": ("grandmother",),
    }
    sexes = {"father": "male", "mother": "female"}
    spots = places(family(parents, (("father", "mother"),), sexes=sexes))
    row = ["uncle", "father", "mother", "aunt"]
    assert sorted(row, key=lambda one: spots[one].x) == row


def test_whoever_married_twice_stands_between_the_two():
    couples = (("mother", "father"), ("mother", "stepfather"))
    spots = places(family({"child": ("father", "mother")}, couples))
    xs = [spots[one].x for one in ("father", "mother", "stepfather")]
    assert sorted(xs)[1] == spots["mother"].x
