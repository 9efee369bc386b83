"""What holds in every family."""

from itertools import pairwise, product

from hypothesis import given
from hypothesis import strategies as st

from graph.kinship import MAX_RELATIONS, Kin, KinTie

QUALIFIED = {
    "parent_of": ["", "", "", "birth", "adoptive", "step", "foster", "unknown"],
    "spouse_of": ["", "", "ex", "partner", "ex-partner", "fiance"],
    "sibling_of": ["", "", "full", "half", "step"],
}
TERMS = ["cousin", "aunt", "grandmother", "nephew", "sister-in-law", "relative"]


@st.composite
def families(draw, *, parents_only=False):
    """Up to 9 people in order of birth, each with parents born before, and all else at random.

    Cousins and siblings may marry, and everything may be stated of anyone.
    """
    size = draw(st.integers(2, 9))
    people = st.integers(0, size - 1)
    rows = [
        ("parent_of", parent, child)
        for child in range(1, size)
        for parent in draw(st.sets(st.integers(0, child - 1), max_size=2))
    ]
    if not parents_only:
        kinds = st.sampled_from(["spouse_of", "spouse_of", "sibling_of", "kin_of"])
        pairs = st.tuples(kinds, people, people).filter(lambda row: row[1] != row[2])
        rows += draw(st.lists(pairs, max_size=6))
    ties = [
        KinTie(
            person=f"p{person}",
            kind=kind,
            relative=f"p{relative}",
            qualifier="" if parents_only else draw(st.sampled_from(QUALIFIED.get(kind, [""]))),
            term=draw(st.sampled_from(TERMS)) if kind == "kin_of" else "",
        )
        for kind, person, relative in rows
    ]
    sexes = {f"p{n}": draw(st.sampled_from(["female", "male", ""])) for n in range(size)}
    return ties, sexes


def pairs(sexes):
    return product(sexes, sexes)


@given(families())
def test_who_is_kin_is_kin_both_ways_by_the_same_path(family):
    ties, sexes = family
    kin = Kin(ties, sexes)
    for a, b in pairs(sexes):
        there, back = kin.relation(a, b), kin.relation(b, a)
        assert (there is None) == (back is None)
        if there and back:
            assert there.path == back.path[::-1]
            assert there.apexes == back.apexes
            assert (there.degree, there.half) == (back.degree, back.half)
            assert (there.up, there.down) == (back.down, back.up)
            assert (there.marriages, there.doubts) == (back.marriages, back.doubts)


@given(families())
def test_every_path_is_told_both_ways(family):
    ties, sexes = family
    kin = Kin(ties, sexes)
    for a, b in pairs(sexes):
        there = [relation.path for relation in kin.relations(a, b)]
        back = [relation.path[::-1] for relation in kin.relations(b, a)]
        if max(len(there), len(back)) < MAX_RELATIONS:
            assert set(there) == set(back)


@given(families())
def test_a_path_is_made_of_stated_ties_and_passes_nobody_twice(family):
    ties, sexes = family
    stated = {frozenset((tie.person, tie.relative)) for tie in ties}
    kin = Kin(ties, sexes)
    for a, b in pairs(sexes):
        for relation in kin.relations(a, b):
            path = relation.path
            assert (path[0], path[-1]) == (a, b) == (relation.person, relation.relative)
            assert len(set(path)) == len(path) == len(relation.steps) + 1
            assert all(frozenset(two) in stated for two in pairwise(path))
            assert [step.sex for step in relation.steps] == [sexes[p] for p in path[1:]]
            assert relation.term
            assert relation.phrase


@given(families())
def test_the_first_of_the_relations_is_the_relation_and_they_are_in_order(family):
    ties, sexes = family
    kin = Kin(ties, sexes)
    for a, b in pairs(sexes):
        told = kin.relations(a, b)
        assert kin.relation(a, b) == (told[0] if told else None)
        degrees = [float("inf") if r.degree is None else r.degree for r in told]
        assert degrees == sorted(degrees)
        assert len({(r.path, r.steps) for r in told}) == len(told) <= MAX_RELATIONS


@given(families())
def test_nobody_is_their_own_kin(family):
    ties, sexes = family
    kin = Kin(ties, sexes)
    for person in sexes:
        assert [relation.term for relation in kin.relations(person, person)] == ["self"]
        assert person not in kin.within(person, 12)


@given(families(), st.integers(0, 6))
def test_within_is_the_relation_to_everyone_up_to_the_degree(family, degree):
    ties, sexes = family
    kin = Kin(ties, sexes)
    for child in sexes:
        everyone = {
            other: relation
            for other in sexes
            if other != child
            and (relation := kin.relation(child, other))
            and relation.degree is not None
            and relation.degree <= degree
        }
        found = kin.within(child, degree)
        assert found == everyone
        degrees = [relation.degree for relation in found.values()]
        assert degrees == sorted(degrees)


@given(families(), st.data())
def test_the_order_of_rows_changes_nothing(family, data):
    ties, sexes = family
    kin, other = Kin(ties, sexes), Kin(data.draw(st.permutations(ties)), sexes)
    for a, b in pairs(sexes):
        assert kin.relations(a, b) == other.relations(a, b)


def ancestors(ties, person):
    """Everyone above a person with the fewest generations, worked out the long way."""
    found, level, generation = {}, {person}, 0
    while level:
        found |= {someone: generation for someone in level if someone not in found}
        level = {tie.person for tie in ties if tie.relative in level}
        generation += 1
    return found


@given(families(parents_only=True))
def test_the_degree_by_blood_is_the_generations_up_and_down(family):
    ties, sexes = family
    kin = Kin(ties, sexes)
    for a, b in pairs(sexes):
        up, down = ancestors(ties, a), ancestors(ties, b)
        expected = min((up[x] + down[x] for x in up.keys() & down.keys()), default=None)
        relation = kin.relation(a, b)
        if expected is None:
            assert relation is None or relation.kind == "coparent"
        else:
            assert relation is not None
            assert relation.degree == expected
