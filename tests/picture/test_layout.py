"""Where cards stand: laws for any family, and a few families to see before one's eyes."""

from collections import Counter
from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.kinship.stated import rows_above
from graph.picture.draw.tie_lines import family_of
from graph.picture.layout.cards_to_place import COLUMN, ROW, CardSpot, CardsToPlace
from graph.picture.layout.family_layout import places
from graph.record.vocabulary import TieKind
from tests.examples import examples
from tests.picture.families import families, family, overlaps, trees
from tests.picture.hard import HARD, recorded

laws = examples(60)


def hard(name: str) -> CardsToPlace:
    facts = recorded(HARD[name])
    return family_of(facts, "child", facts.people)


def overlapping(spots: dict[str, CardSpot]) -> list[tuple[str, str]]:
    return [
        (one, other)
        for one, other in combinations(sorted(spots), 2)
        if overlaps(spots[one], spots[other])
    ]


@laws
@given(families(circles=True))
def test_no_two_cards_overlap_and_everybody_has_one(drawn):
    spots = places(drawn)
    assert spots.keys() == drawn.members.keys()
    assert not overlapping(spots)


@laws
@given(families())
def test_every_child_stands_below_its_parents(drawn):
    spots = places(drawn)
    for child, parent in drawn.descents():
        assert spots[child].y > spots[parent].y


@laws
@given(families(circles=True), st.randoms(use_true_random=False))
def test_the_order_of_the_records_changes_nothing(drawn, random):
    def shuffled(items: object) -> list[object]:
        return random.sample(found := list(items), len(found))

    def turned(ties: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
        return {one: tuple(shuffled(theirs)) for one, theirs in shuffled(ties.items())}

    other = replace(
        drawn,
        members=dict(shuffled(drawn.members.items())),
        parents=turned(drawn.parents),
        guardians=turned(drawn.guardians),
        beside=turned(drawn.beside),
    )
    assert places(other) == places(drawn)


@laws
@given(families())
def test_a_couple_of_one_row_stands_side_by_side_where_neither_has_more_than_two(drawn):
    """But in a ring of marriages, which no row can show; parents of a child are a couple."""
    spots = places(drawn)
    pairs = {frozenset(pair) for pair in drawn.pairs()}
    for theirs in drawn.parents.values():
        mothers = [one for one in sorted(theirs) if drawn.members[one].sex == "female"]
        first = (mothers or sorted(theirs) or [""])[0]
        pairs |= {frozenset((first, one)) for one in theirs if one != first}
    pairs = {pair for pair in pairs if len({spots[one].y for one in pair}) == 1}
    partners = Counter(one for pair in pairs for one in pair)
    for pair in pairs:
        if all(partners[one] <= 2 for one in pair) and not in_a_ring(pair, pairs):
            one, other = pair
            assert abs(spots[one].x - spots[other].x) == pytest.approx(COLUMN, abs=0.2)


def in_a_ring(pair: frozenset[str], pairs: set[frozenset[str]]) -> bool:
    start, end = pair
    found, rest = {start}, pairs - {pair}
    while fresh := {one for two in rest if two & found for one in two} - found:
        found |= fresh
    return end in found


@laws
@given(trees())
def test_brothers_and_sisters_stand_together_with_only_their_partners_between(drawn):
    spots = places(drawn)
    broods: dict[tuple[str, ...], set[str]] = {}
    for child, theirs in drawn.parents.items():
        broods.setdefault(theirs, set()).add(child)
    married = {frozenset(pair) for pair in drawn.couples}
    for brood in broods.values():
        y = spots[min(brood)].y
        xs = [spots[one].x for one in brood]
        between = {o for o, s in spots.items() if s.y == y and min(xs) < s.x < max(xs)}
        for other in between - brood:
            assert any(frozenset((one, other)) in married for one in brood), (other, brood)


@laws
@given(trees())
def test_in_a_family_that_is_a_tree_every_couple_stands_side_by_side(drawn):
    spots = places(drawn)
    for one, other in drawn.pairs():
        assert spots[one].y == spots[other].y
        assert abs(spots[one].x - spots[other].x) == pytest.approx(COLUMN, abs=0.2)


def test_a_couple_stands_side_by_side_with_the_child_below_the_middle():
    sexes = {"father": "male", "mother": "female"}
    spots = places(
        family({"child": ("father", "mother")}, (("father", "mother"),), sexes=sexes)
    )
    assert spots["mother"].x - spots["father"].x == COLUMN
    assert spots["child"].x == (spots["mother"].x + spots["father"].x) / 2


def in_order(spots: dict[str, CardSpot], *names: str) -> bool:
    return sorted(names, key=lambda one: spots[one].x) == list(names)


def test_the_fathers_kin_stand_on_the_left_and_the_mothers_on_the_right():
    spots = places(hard("wanted"))
    assert in_order(spots, "mihrigul", "tursun", "zeynep", "yusup", "aygul", "ekber")
    assert in_order(spots, "abdurahman", "patigul", "memet", "rena")


def test_half_siblings_stand_under_the_couple_that_they_are_of():
    spots = places(hard("remarried"))
    assert in_order(spots, "second", "father", "mother", "later")
    assert in_order(spots, "half1", "half2", "child", "sister", "other")


def test_cousins_who_marry_stand_side_by_side_over_their_child():
    spots = places(hard("cousins"))
    a, b, child = (spots[one] for one in ("cousin-a", "cousin-b", "cousins-child"))
    assert abs(a.x - b.x) == COLUMN
    assert child.x == pytest.approx((a.x + b.x) / 2, abs=1)


def test_whoever_marries_a_niece_stands_in_her_row():
    spots = places(hard("niece"))
    assert spots["uncle"].y == spots["niece"].y == spots["brother"].y + ROW
    assert abs(spots["uncle"].x - spots["niece"].x) == COLUMN


def test_of_four_wives_none_stands_further_than_one_card_away():
    spots = places(hard("four-wives"))
    away = sorted(
        round(abs(spots[f"wife{i}"].x - spots["father"].x) / COLUMN) for i in (1, 2, 3, 4)
    )
    assert away == [1, 1, 2, 2]


def test_a_pedigree_of_five_generations_has_every_couple_over_its_child():
    drawn = hard("pedigree")
    spots = places(drawn)
    assert sorted(Counter(spot.y for spot in spots.values()).values()) == [1, 2, 4, 8, 16]
    row = sorted((one for one in spots if len(one) == 4), key=lambda one: spots[one].x)
    assert [one[:3] for one in row] == [one[:3] for one in sorted(row)]


def test_stated_siblings_without_parents_stand_in_one_row():
    spots = places(hard("one-parent"))
    assert spots["gm"].y == spots["great-aunt"].y
    assert spots["mother"].y == spots["stated-uncle"].y == spots["uncles-wife"].y


def test_friends_stand_at_the_side_of_the_family_and_their_own_families_with_them():
    spots = places(hard("friends"))
    aside = {one for one in spots if one.startswith(("friend", "carer", "group"))}
    kin = max(spot.x for one, spot in spots.items() if one not in aside)
    assert all(spots[one].x > kin + COLUMN for one in aside)
    assert abs(spots["friend5"].x - spots["friend5s-wife"].x) == COLUMN
    assert spots["carers-son"].y > spots["carer"].y


WORDS = {"cousin": 1, "aunt": 2, "great aunt": 3, "niece": 0, "grandmother": 3}
"""Of the mother: so many rows above the child."""


@pytest.mark.parametrize("word", WORDS)
def test_kin_by_a_word_alone_stand_in_the_row_of_the_word_and_never_below_the_child(word):
    drawn = replace(
        family({"child": ("father", "mother")}, (("father", "mother"),), others=("kin",)),
        rows_from={"kin": (("mother", WORDS[word] - 1),)},
        beside={"kin": ("mother",), "mother": ("kin",)},
    )
    spots = places(drawn)
    assert spots["kin"].y == spots["child"].y - WORDS[word] * ROW
    assert not overlapping(spots)


def test_a_word_that_says_no_path_may_say_the_row():
    said = ("sister-in-law", "mother-in-law", "son-in-law", "cousin", "relative", "in-laws")
    assert [rows_above(word) for word in said] == [0, 1, -1, 0, None, None]


def test_the_row_of_a_word_is_read_from_the_tie():
    facts = recorded("child < father + mother\nfather = mother")
    tie = replace(
        facts.ties[0], person="kin", kind=TieKind.KIN_OF, relative="mother", term="aunt"
    )
    people = facts.people | {"kin": replace(facts.people["child"], id="kin")}
    found = family_of(replace(facts, people=people, ties=(*facts.ties, tie)), "child", people)
    assert found.rows_from["kin"] == (("mother", 1),)
