"""Families of any shape for the laws of the layout, and simple ones that are trees."""

from itertools import pairwise

from hypothesis import strategies as st

from graph.picture.layout.cards_to_place import (
    CARD_HEIGHT,
    CARD_WIDTH,
    CardSpot,
    CardsToPlace,
    Member,
)


def family(
    parents: dict[str, tuple[str, ...]],
    couples: tuple[tuple[str, str], ...] = (),
    siblings: tuple[tuple[str, str], ...] = (),
    others: tuple[str, ...] = (),
    sexes: dict[str, str] | None = None,
    **more: object,
) -> CardsToPlace:
    """A family around "child"; whoever is named is a member."""
    everybody = {"child", *parents, *others}
    everybody |= {p for both in (*parents.values(), *couples, *siblings) for p in both}
    return CardsToPlace(
        child="child",
        members={
            one: Member(id=one, sex=(sexes or {}).get(one, "")) for one in sorted(everybody)
        },
        parents=parents,
        couples=frozenset(frozenset(pair) for pair in couples),
        siblings=frozenset(frozenset(pair) for pair in siblings),
        **({"beside": {}} | more),
    )


def overlaps(one: CardSpot, other: CardSpot) -> bool:
    """Whether two cards do."""
    return abs(one.x - other.x) < CARD_WIDTH and abs(one.y - other.y) < CARD_HEIGHT


SEXES = st.sampled_from(["", "male", "female"])


@st.composite
def families(draw, *, circles: bool = False) -> CardsToPlace:
    """Whatever records may say: remarriage, marriages across rows, three parents, step-parents.

    Parents stand in rows above their children, so that nobody is their own ancestor, but with
    `circles`.
    """
    rows = [["child", "other"]]
    for level in range(draw(st.integers(0, 4))):
        rows += [[f"p{level}-{i}" for i in range(draw(st.integers(1, 7)))]]
    kin = [one for row in rows for one in row]
    friends = [f"friend-{i}" for i in range(draw(st.integers(0, 12)))]
    everybody = [*kin, *friends]
    above = dict(pairwise(map(tuple, rows)))
    parents = {
        one: tuple(draw(st.lists(st.sampled_from(above[row]), max_size=3, unique=True)))
        for row in above
        for one in row
    }
    pairs = st.lists(
        st.lists(st.sampled_from(everybody), min_size=2, max_size=2, unique=True), max_size=6
    )
    if circles:
        for child, parent in draw(pairs):
            parents[child] = (*parents.get(child, ()), parent)
    return family(
        parents,
        tuple(map(tuple, draw(pairs))),
        tuple(map(tuple, draw(pairs))),
        tuple(everybody),
        {one: draw(SEXES) for one in everybody},
        guardians={one: (other,) for one, other in draw(pairs)},
        beside={one: (other,) for one, other in draw(pairs)},
    )


@st.composite
def trees(draw) -> CardsToPlace:
    """Couples with children, up and down from the child; of two who marry one brings kin.

    But of the child's parents both do.
    """
    parents: dict[str, tuple[str, ...]] = {}
    couples: list[tuple[str, str]] = []
    sexes: dict[str, str] = {}

    def brood(name: str, father: str, mother: str, deep: int) -> None:
        for i in range(draw(st.integers(0, 3))):
            child = f"{name}.{i}"
            parents[child] = (father, mother)
            if draw(st.booleans()):
                couples.append((child, f"{child}-partner"))
                if deep:
                    brood(child, child, f"{child}-partner", deep - 1)

    def up(child: str, deep: int) -> None:
        father, mother = f"{child}'f", f"{child}'m"
        parents[child] = (father, mother)
        couples.append((father, mother))
        sexes.update({father: "male", mother: "female"})
        brood(father, father, mother, 1)
        line = (
            (father, mother) if child == "child" else (draw(st.sampled_from((father, mother))),)
        )
        for one in line:
            if deep and draw(st.booleans()):
                up(one, deep - 1)

    up("child", draw(st.integers(0, 3)))
    return family(parents, tuple(couples), sexes=sexes)
