"""Which paths there are, what is not known of them, and what they must not do."""

from datetime import date

import pytest

from graph.errors import KinshipError
from graph.kinship import MAX_RELATIONS, Kin, KinDoubt, KinTie

COUPLE = "w_m parent_of {0}; m_f parent_of {0}; "


def couple_of(*children):
    return "".join(COUPLE.format(child) for child in children)


def test_full_siblings_share_two_parents(kin):
    relation = kin(couple_of("a", "b")).relation("a", "b")
    assert (relation.half, relation.certain, relation.apexes) == ("full", True, ("m_f", "w_m"))


def test_half_is_not_said_while_another_parent_is_unknown(kin):
    relation = kin("w_m parent_of a; w_m parent_of w_b; m_f parent_of a").relation("a", "w_b")
    assert (relation.term, relation.half, relation.doubts) == (
        "sister",
        "unknown",
        (KinDoubt.HALF,),
    )


def test_a_statement_says_full_where_the_parents_do_not(kin):
    relation = kin("w_m parent_of a; w_m parent_of b; a sibling_of b full").relation("a", "b")
    assert (relation.half, relation.certain) == ("full", True)


def test_the_parents_outweigh_a_statement(kin):
    rows = "p parent_of a; p parent_of b; x parent_of a; y parent_of b; a sibling_of b full"
    assert kin(rows).relation("a", "b").half == "half"


def test_a_stated_siblings_sibling_is_a_sibling(kin):
    relation = kin("a sibling_of s; s sibling_of w_b").relation("a", "w_b")
    assert (relation.phrase, relation.path) == ("sister", ("a", "s", "w_b"))


def test_a_half_siblings_half_sibling_need_not_be_kin(kin):
    assert kin("a sibling_of s half; s sibling_of b half").relation("a", "b") is None


def test_a_stated_sibling_of_the_mother_is_an_aunt_of_the_third_degree(kin):
    relation = kin("w_m parent_of a; w_b sibling_of w_m").relation("a", "w_b")
    assert (relation.term, relation.phrase, relation.degree) == ("aunt", "mother's sister", 3)


def test_a_stated_cousin_of_the_mother_is_of_the_fifth_degree(kin):
    relation = kin("w_m parent_of a; m_b kin_of w_m cousin").relation("a", "m_b")
    assert (relation.term, relation.degree) == ("first cousin once removed", 5)
    assert relation.doubts == (KinDoubt.STATED,)


def test_kin_stated_without_a_path_has_no_degree(kin):
    family = kin("m_f parent_of a; w_b kin_of m_f sister-in-law")
    assert family.relation("a", "w_b").degree is None
    assert "w_b" not in family.within("a", 12)


def test_kin_stated_without_a_path_is_named_from_the_other_end_too(kin):
    relation = kin("m_f parent_of m_a; w_b kin_of m_f sister-in-law").relation("w_b", "m_a")
    assert relation.phrase == "brother-in-law's son (as stated)"


def test_the_mother_of_a_stated_sister_is_not_called_the_mother(kin):
    relation = kin("w_s sibling_of a; w_m parent_of w_s").relation("a", "w_m")
    assert (relation.term, relation.degree) == ("sister's mother", 1)
    assert relation.doubts == (KinDoubt.SIBLING,)


def test_the_mother_of_a_full_sister_is_the_mother(kin):
    relation = kin("w_s sibling_of a full; w_m parent_of w_s").relation("a", "w_m")
    assert (relation.term, relation.certain) == ("mother", True)


def test_the_child_of_a_stated_grandmother_may_be_the_mother_and_is_not_named(kin):
    family = kin("w_g kin_of a grandmother; w_g parent_of b")
    assert family.relation("a", "w_g").degree == 2
    assert family.relation("a", "b") is None


def test_a_foster_parent_passes_nothing_on(kin):
    rows = "w_f parent_of a foster; w_g parent_of w_f; w_f parent_of s; m_h spouse_of w_f"
    family = kin(rows)
    assert family.relation("a", "w_f").kind == "foster"
    assert [family.relation("a", person) for person in ("w_g", "m_h")] == [None] * 2


@pytest.mark.parametrize(
    "rows",
    [
        "m_s sibling_of a; w_b kin_of m_s grandmother",  # full or half is not said
        "m_s sibling_of a half; w_b kin_of m_s grandmother",
        "m_s sibling_of a full; w_b kin_of m_s niece",  # who may be the child of a
        "m_s sibling_of a full; w_b kin_of m_s daughter",
        "m_s kin_of a cousin; w_b kin_of m_s cousin",
        "m_s kin_of a cousin; w_b kin_of m_s grandmother",
        "m_s sibling_of a full; w_b kin_of m_s sister-in-law",
    ],
)
def test_two_stated_ties_do_not_chain_where_that_is_not_certain(kin, rows):
    relation = kin(rows).relation("a", "w_b")
    assert relation is None or relation.degree is None


@pytest.mark.parametrize("word", ["mother", "grandmother", "aunt", "great uncle", "cousin"])
def test_what_is_stated_of_one_full_brother_is_so_of_the_other(kin, word):
    family = kin(f"m_s sibling_of a full; b kin_of m_s {word}")
    mine, theirs = family.relation("a", "b"), family.relation("m_s", "b")
    assert (mine.degree, mine.up, mine.down) == (theirs.degree, theirs.up, theirs.down)
    assert mine.path == ("a", "m_s", "b")
    assert KinDoubt.STATED in mine.doubts
    assert "b" in family.within("a", mine.degree)


@pytest.mark.parametrize(
    ("births", "phrase"),
    [
        (((1990, 1990), (1985, 1986)), "elder sister"),
        (((1990, 1990), (1995, 1996)), "younger sister"),
        (((1990, 1990), (1989, 1991)), "sister"),
        (((1990, 1990), None), "sister"),
    ],
)
def test_a_brother_or_sister_is_elder_or_younger_where_the_births_say_so(kin, births, phrase):
    days = [one and (date(one[0], 1, 1), date(one[1], 12, 31)) for one in births]
    family = kin(
        "p parent_of a; p parent_of w_b", births=dict(zip(["a", "w_b"], days, strict=True))
    )
    assert family.relation("a", "w_b").phrase == phrase
    assert family.within("a", 3)["w_b"].phrase == phrase


def test_an_aunts_two_roads_are_both_told_nearest_first(kin):
    rows = (
        "w_m parent_of a; m_f parent_of a; w_b sibling_of m_f; g parent_of w_m; i parent_of g;"
    )
    rows += "i parent_of j; j parent_of w_b"
    phrases = [relation.phrase for relation in kin(rows).relations("a", "w_b")]
    assert phrases == ["father's sister", "mother's cousin"]


def test_two_brothers_wed_two_sisters_and_the_aunt_is_one_twice(kin):
    rows = "w_m parent_of a; m_f parent_of a; m_u sibling_of m_f; w_b sibling_of w_m;"
    rows += "m_u spouse_of w_b"
    phrases = [relation.phrase for relation in kin(rows).relations("a", "w_b")]
    assert phrases == ["mother's sister", "father's brother's wife"]


def test_the_fathers_wife_is_no_stepmother_of_her_own_child(kin):
    relations = kin(couple_of("a") + "w_m spouse_of m_f").relations("a", "w_m")
    assert [relation.term for relation in relations] == ["mother"]


def test_a_cousin_who_is_married_is_wife_first_and_cousin_second(kin):
    rows = "p parent_of a; q parent_of w_b; g parent_of p; g parent_of q; a spouse_of w_b"
    terms = [relation.term for relation in kin(rows).relations("a", "w_b")]
    assert terms == ["wife", "first cousin"]


def test_marriages_do_not_chain(kin):
    rows = "m_f parent_of a; m_u sibling_of m_f; m_u spouse_of w_w; b sibling_of w_w"
    assert kin(rows).relation("a", "b") is None


def test_a_husbands_former_wife_is_said_and_of_no_degree(kin):
    relation = kin("m_h spouse_of a; m_h spouse_of w_b ended").relation("a", "w_b")
    assert (relation.phrase, relation.degree) == ("husband's ex-wife", None)


def test_who_is_born_earlier_for_sure_is_elder(kin):
    births = {
        "a": (date(2010, 1, 1), date(2010, 12, 31)),
        "b": (date(2008, 1, 1), date(2009, 12, 31)),
        "c": (date(2010, 6, 1), None),
    }
    family = kin(couple_of("a", "b", "c"), births=births)
    found = [family.relation(*pair).seniority for pair in ("ab", "ba", "ac", "ca")]
    assert found == ["elder", "younger", "", ""]


def test_an_ended_marriage_is_marked(kin):
    family = kin("m_f parent_of a; m_u sibling_of m_f; m_u spouse_of w_b ended")
    relation = family.relation("a", "w_b")
    assert (relation.term, relation.ended) == ("former aunt by marriage", True)


def test_within_a_degree_are_kin_and_their_spouses(kin):
    rows = couple_of("w_mother", "w_aunt") + "w_mother parent_of a; a spouse_of w_wife;"
    rows += "w_aunt spouse_of m_uncle; w_aunt parent_of m_cousin"
    found = kin(rows).within("a", 3)
    assert {person: relation.degree for person, relation in found.items()} == {
        "w_wife": 0,
        "w_mother": 1,
        "m_f": 2,
        "w_m": 2,
        "w_aunt": 3,
        "m_uncle": 3,
    }


def test_within_a_degree_are_step_adoptive_and_foster_kin(kin):
    rows = "w_m parent_of a; w_m spouse_of m_s; m_s parent_of b; m_f parent_of a foster;"
    rows += "w_x parent_of w_m adoptive"
    found = kin(rows).within("a", 2)
    assert {person: relation.term for person, relation in found.items()} == {
        "w_m": "mother",
        "m_f": "foster father",
        "m_s": "stepfather",
        "w_x": "adoptive grandmother",
        "b": "stepsibling",
    }


def test_a_circle_of_parents_is_refused_by_name(kin):
    with pytest.raises(
        KinshipError, match=r"^a would be their own ancestor: b is a parent of a"
    ):
        kin("a parent_of c; c parent_of b; b parent_of a; a parent_of x")


def test_one_can_be_the_stepfather_of_ones_stepmother(kin):
    family = kin("w_y parent_of m_x step; m_x parent_of w_y step; w_y parent_of c")
    terms = {relation.term for relation in family.relations("m_x", "w_y")}
    assert terms == {"stepmother", "stepdaughter"}


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("a parent_of a", "nobody is their own kin"),
        ("a cousin_of b", "the kind is not one of parent_of, spouse_of, sibling_of, kin_of"),
        ("a parent_of b adopted", "'adopted' is not one of birth, adoptive, step"),
    ],
)
def test_a_tie_that_cannot_be_read_is_said(kin, row, said):
    with pytest.raises(KinshipError, match=said):
        kin(row)


def test_of_two_claims_on_one_tie_the_plainer_stands(kin):
    rows = "w_b parent_of a step; w_b parent_of a; w_b parent_of a unknown"
    assert kin(rows).relation("a", "w_b").term == "mother"


def test_generations_of_sibling_marriages_stay_few_paths():
    """Each generation doubles the ways up: 2 to the 12th without a limit."""
    ties = [
        KinTie(
            person=f"{parent}{generation}",
            kind="parent_of",
            relative=f"{child}{generation + 1}",
        )
        for generation in range(30)
        for parent in "mf"
        for child in "mf"
    ]
    family = Kin(ties, {})
    relations = family.relations("m30", "f30")
    assert relations[0].term == "sibling"
    assert len(relations) == MAX_RELATIONS
    assert family.relation("m30", "m18").degree == 12
    assert family.relation("m30", "m17") is None


def test_a_chain_of_thousands_of_generations_is_read():
    ties = [KinTie(person=str(n), kind="parent_of", relative=str(n + 1)) for n in range(5000)]
    assert len(Kin(ties, {}).within("2500", 5)) == 10
