"""Every relation of the table of terms, for a man, a woman, and where no sex is recorded.

Each case: the ties between `a` and `b`, what b is to a (man / woman / not recorded), and the
civil degree.
"""

import pytest

UP = "p parent_of a"
UP2 = f"{UP}; g parent_of p"
UP3 = f"{UP2}; gg parent_of g"
UP4 = f"{UP3}; ggg parent_of gg"
DOWN = "a parent_of c"
DOWN2 = f"{DOWN}; c parent_of d"
BROTHERS = "w_m parent_of {0}; m_f parent_of {0}; w_m parent_of {1}; m_f parent_of {1}"
SIBLINGS = BROTHERS.format("a", "b")
HALF = "w_m parent_of {0}; w_m parent_of {1}; m_1 parent_of {0}; m_2 parent_of {1};"
COUSINS = "p parent_of a; q parent_of b; " + BROTHERS.format("p", "q")

TABLE = [
    ("1", "b parent_of a", "father / mother / parent", 1),
    ("2", f"{UP}; b parent_of p", "grandfather / grandmother / grandparent", 2),
    (
        "3",
        f"{UP2}; b parent_of g",
        "great-grandfather / great-grandmother / great-grandparent",
        3,
    ),
    (
        "3 far",
        f"{UP3}; b parent_of gg",
        "great-great-grandfather / great-great-grandmother / great-great-grandparent",
        4,
    ),
    ("4", "a parent_of b", "son / daughter / child", 1),
    ("5", f"{DOWN}; c parent_of b", "grandson / granddaughter / grandchild", 2),
    (
        "6",
        f"{DOWN2}; d parent_of b",
        "great-grandson / great-granddaughter / great-grandchild",
        3,
    ),
    ("7", SIBLINGS, "brother / sister / sibling", 2),
    ("8", HALF.format("a", "b"), "half-brother / half-sister / half-sibling", 2),
    ("9", f"{UP2}; g parent_of b", "uncle / aunt / parent's sibling", 3),
    ("10", f"{UP3}; gg parent_of b", "great-uncle / great-aunt / grandparent's sibling", 4),
    (
        "11",
        f"{UP4}; ggg parent_of b",
        "great-great-uncle / great-great-aunt / great-grandparent's sibling",
        5,
    ),
    (
        "12",
        "g parent_of a; g parent_of s; s parent_of b",
        "nephew / niece / sibling's child",
        3,
    ),
    (
        "13",
        "g parent_of a; g parent_of s; s parent_of t; t parent_of b",
        "great-nephew / great-niece / sibling's grandchild",
        4,
    ),
    ("14", COUSINS, "first cousin", 4),
    ("15", f"{UP3}; gg parent_of h; h parent_of q; q parent_of b", "second cousin", 6),
    (
        "16",
        f"{UP4}; ggg parent_of hh; hh parent_of h; h parent_of q; q parent_of b",
        "third cousin",
        8,
    ),
    ("17 up", f"{UP3}; gg parent_of h; h parent_of b", "first cousin once removed", 5),
    (
        "17 down",
        f"{UP2}; g parent_of q; q parent_of r; r parent_of b",
        "first cousin once removed",
        5,
    ),
    (
        "17 twice",
        f"{UP4}; ggg parent_of hh; hh parent_of b",
        "first cousin twice removed",
        6,
    ),
    (
        "18",
        HALF.format("p", "q") + "p parent_of a; q parent_of b",
        "half-first cousin",
        4,
    ),
    ("19", "a spouse_of b", "husband / wife / spouse", 0),
    ("21", "a spouse_of s; b parent_of s", "father-in-law / mother-in-law / parent-in-law", 1),
    ("22", f"{DOWN}; c spouse_of b", "son-in-law / daughter-in-law / child-in-law", 1),
    (
        "23 spouse's",
        "a spouse_of s; g parent_of s; g parent_of b",
        "brother-in-law / sister-in-law / sibling-in-law",
        2,
    ),
    (
        "23 sibling's",
        "g parent_of a; g parent_of s; s spouse_of b",
        "brother-in-law / sister-in-law / sibling-in-law",
        2,
    ),
    (
        "24",
        "a spouse_of w_s; g parent_of w_s; g parent_of w_t; w_t spouse_of b",
        "wife's sister's husband / wife's sister's wife / wife's sister's spouse",
        2,
    ),
    (
        "25",
        f"{UP2}; g parent_of t; t spouse_of b",
        "uncle by marriage / aunt by marriage / parent's sibling's spouse",
        3,
    ),
    (
        "26",
        "a spouse_of m_s; p parent_of m_s; g parent_of p; g parent_of b",
        "husband's uncle / husband's aunt / husband's parent's sibling",
        3,
    ),
    (
        "27",
        "a spouse_of w_s; g parent_of w_s; g parent_of t; t parent_of b",
        "wife's nephew / wife's niece / wife's sibling's child",
        3,
    ),
    (
        "28 niece's",
        "g parent_of a; g parent_of t; t parent_of w_n; w_n spouse_of b",
        "niece's husband / niece's wife / niece's spouse",
        3,
    ),
    (
        "28 nephew's",
        "g parent_of a; g parent_of t; t parent_of m_n; m_n spouse_of b",
        "nephew's husband / nephew's wife / nephew's spouse",
        3,
    ),
    (
        "29 cousin's",
        f"{UP2}; g parent_of q; q parent_of r; r spouse_of b",
        "cousin's husband / cousin's wife / cousin's spouse",
        4,
    ),
    (
        "29 wife's",
        "a spouse_of w_s; p parent_of w_s; g parent_of p; g parent_of q; q parent_of b",
        "wife's cousin",
        4,
    ),
    (
        "30",
        f"{UP2}; g spouse_of b",
        "step-grandfather / step-grandmother / step-grandparent",
        2,
    ),
    ("31", f"{UP}; p spouse_of b", "stepfather / stepmother / stepparent", 1),
    ("32", "a spouse_of s; s parent_of b", "stepson / stepdaughter / stepchild", 1),
    (
        "33",
        f"{UP}; p spouse_of s; s parent_of b",
        "stepbrother / stepsister / stepsibling",
        2,
    ),
    (
        "34 up",
        "b parent_of a adoptive",
        "adoptive father / adoptive mother / adoptive parent",
        1,
    ),
    (
        "34 down",
        "a parent_of b adoptive",
        "adopted son / adopted daughter / adopted child",
        1,
    ),
    (
        "34 aunt",
        "m_p parent_of a adoptive; g parent_of m_p; g parent_of b",
        "adoptive uncle / adoptive aunt / adoptive father's sibling",
        3,
    ),
    (
        "34 sibling",
        "p parent_of a adoptive; p parent_of b",
        "adoptive brother / adoptive sister / adoptive sibling",
        2,
    ),
    (
        "step stated",
        "b parent_of a step",
        "stepfather / stepmother / stepparent",
        1,
    ),
    (
        "step stated's mother",
        "p parent_of a step; b parent_of p",
        "step-grandfather / step-grandmother / step-grandparent",
        2,
    ),
    ("35 up", "b parent_of a foster", "foster father / foster mother / foster parent", 1),
    (
        "35 sibling",
        "p parent_of a foster; p parent_of b",
        "foster brother / foster sister / foster sibling",
        2,
    ),
    (
        "35 sibling's",
        "p parent_of a; p parent_of b foster",
        "foster brother / foster sister / foster sibling",
        2,
    ),
    ("35 down", "a parent_of b foster", "foster son / foster daughter / foster child", 1),
    (
        "37",
        f"{DOWN}; c spouse_of s; b parent_of s",
        "co-parent-in-law",
        None,
    ),
    ("38", f"{DOWN}; b parent_of c", "co-parent", None),
    ("39 ended", "a spouse_of b ended", "ex-husband / ex-wife / ex-spouse", 0),
    ("39 partner", "a spouse_of b partner", "partner", 0),
    ("39 ended partnership", "a spouse_of b ex-partner", "ex-partner", 0),
    (
        "39 ended partnership, on the way",
        "w_m parent_of a; w_m spouse_of b ex-partner",
        "mother's ex-partner",
        1,
    ),
    ("39 betrothed", "a spouse_of b fiance", "fiancé / fiancée / fiancé(e)", 0),
    (
        "39 ended, on the way",
        f"{UP}; p spouse_of b ex",
        "former stepfather / former stepmother / former stepparent",
        1,
    ),
    (
        "39 not married",
        "w_m parent_of a; w_m spouse_of b partner",
        "mother's partner",
        1,
    ),
    ("stated sibling", "b sibling_of a", "brother / sister / sibling", 2),
    ("stated half", "b sibling_of a half", "half-brother / half-sister / half-sibling", 2),
    ("stated step", "b sibling_of a step", "stepbrother / stepsister / stepsibling", 2),
    ("stated cousin", "b kin_of a cousin", "first cousin", 4),
    ("stated, the other way", "a kin_of b aunt", "nephew / niece / sibling's child", 3),
    ("stated group", "b kin_of a Paternal  Grandparents", "paternal grandparents", 2),
    ("path not said", "b kin_of a mutual relative", "mutual relative", None),
    (
        "step over a marriage",
        f"{UP}; p spouse_of s; b parent_of s",
        "step-grandfather / step-grandmother / step-grandparent",
        2,
    ),
    (
        "step-uncle",
        f"{UP}; p spouse_of s; g parent_of s; g parent_of b",
        "step-uncle / step-aunt / stepparent's sibling",
        3,
    ),
    (
        "step-nephew",
        "g parent_of a; g parent_of s; s spouse_of t; t parent_of b",
        "step-nephew / step-niece / sibling's stepchild",
        3,
    ),
    (
        "step-sibling's child",
        f"{UP}; p spouse_of s; s parent_of t; t parent_of b",
        "step-nephew / step-niece / stepparent's child's child",
        3,
    ),
    (
        "step-cousin",
        f"{UP2}; g parent_of q; q spouse_of r; r parent_of b",
        "step-cousin",
        4,
    ),
    (
        "step, ended",
        f"{UP}; w_p spouse_of a; p spouse_of s ended; b parent_of s",
        "former step-grandfather / former step-grandmother / former step-grandparent",
        2,
    ),
    ("stated way", "b kin_of a mother's sister", "mother's sister", 3),
    ("stated way, of", "b kin_of a sister of the mother", "sister of the mother", 3),
    (
        "stated way, far",
        "b kin_of a father\u2019s cousin's daughter",
        "father\u2019s cousin's daughter",
        6,
    ),
    ("stated half sister", "b kin_of a half sister", "half sister", 2),
    ("stated great uncle", "b kin_of a Great Uncle", "great uncle", 4),
    ("stated with an article", "b kin_of a a great uncle", "great uncle", 4),
    ("stated with the article", "b kin_of a the mother's sister", "mother's sister", 3),
    ("stated far with an article", "b kin_of a an eighth cousin", "eighth cousin", 18),
    ("stated grand-aunt", "b kin_of a grand-aunt", "grand-aunt", 4),
    ("stated great grandmother", "b kin_of a great grandmother", "great grandmother", 3),
    ("stated removed", "b kin_of a first cousin once removed", "first cousin once removed", 5),
    (
        "stated second removed",
        "b kin_of a second cousin twice removed",
        "second cousin twice removed",
        8,
    ),
    ("stated twin", "b kin_of a twin brother", "twin brother", 2),
    ("stated, in words of a child", "b kin_of a granny", "granny", 2),
    ("stated over a marriage", "b kin_of a brother's wife", "brother's wife", None),
    ("stated and not certain", "b kin_of a sister's mother", "sister's mother", None),
    (
        "chained grandmother",
        "m_s sibling_of a full; b kin_of m_s grandmother",
        "grandfather / grandmother / grandparent",
        2,
    ),
    ("chained cousin", "m_s sibling_of b full; m_s kin_of a cousin", "first cousin", 4),
    (
        "chained over both parents",
        BROTHERS.format("a", "s") + "; b kin_of s aunt",
        "uncle / aunt / parent's sibling",
        3,
    ),
]


def cases():
    for row, ties, words, degree in TABLE:
        three = words.split(" / ")
        assert len(three) in (1, 3), row
        for sex, word in zip(("male", "female", ""), three * (3 // len(three)), strict=True):
            yield pytest.param(ties, sex, word, degree, id=f"{row} {sex or 'not recorded'}")


@pytest.mark.parametrize(("ties", "sex", "word", "degree"), list(cases()))
def test_a_relation_is_named_and_counted(kin, ties, sex, word, degree):
    relation = kin(ties, b=sex).relation("a", "b")
    assert (relation.term, relation.degree) == (word, degree)


PHRASES = [
    ("w_m parent_of a; w_b parent_of w_m", "w_b", "mother's mother"),
    ("m_f parent_of a; w_b parent_of m_f", "w_b", "father's mother"),
    ("m_f parent_of a; g parent_of m_f; g parent_of w_b", "w_b", "father's sister"),
    ("m_f parent_of a; w_b sibling_of m_f", "w_b", "father's sister"),
    ("w_m parent_of a; g parent_of w_m; g parent_of b", "b", "mother's sibling"),
    ("p parent_of a; g parent_of p; g parent_of b", "b", "parent's sibling"),
    ("p parent_of a; b parent_of p", "b", "parent's parent"),
    (
        "m_f parent_of a; g parent_of m_f; g parent_of m_t; m_t spouse_of w_b",
        "w_b",
        "father's brother's wife",
    ),
    (
        "m_f parent_of a; m_t sibling_of m_f; m_t parent_of w_b",
        "w_b",
        "father's brother's daughter",
    ),
    ("w_m parent_of a; m_b kin_of w_m cousin", "m_b", "mother's cousin"),
    (
        "w_m parent_of a; g parent_of w_m; h parent_of g; h parent_of i; i parent_of m_b",
        "m_b",
        "mother's cousin",
    ),
    (
        "w_p parent_of a; g parent_of w_p; h sibling_of g; h parent_of j; j parent_of m_b",
        "m_b",
        "mother's cousin's son",
    ),
    ("m_f parent_of a; w_s spouse_of m_f", "w_s", "stepmother"),
    ("m_f parent_of a; w_s spouse_of m_f ended", "w_s", "father's ex-wife"),
    (
        "m_f parent_of a; w_g parent_of m_f; w_g spouse_of m_b",
        "m_b",
        "father's stepfather",
    ),
    (
        HALF.format("w_x", "w_b") + "w_x parent_of a",
        "w_b",
        "mother's half-sister",
    ),
    ("m_f parent_of a adoptive; w_b sibling_of m_f", "w_b", "adoptive father's sister"),
    ("a spouse_of m_h; w_b parent_of m_h", "w_b", "husband's mother"),
    (
        "m_f parent_of a; w_b kin_of m_f sister-in-law",
        "w_b",
        "father's sister-in-law (as stated)",
    ),
    ("a parent_of m_s; m_s spouse_of w_b", "w_b", "son's wife"),
    ("a sibling_of m_s; m_s parent_of w_b", "w_b", "brother's daughter"),
    ("a parent_of m_c; w_b parent_of m_c", "w_b", "son's mother"),
]


@pytest.mark.parametrize(("ties", "relative", "phrase"), PHRASES)
def test_a_relation_is_said_with_its_side(kin, ties, relative, phrase):
    assert kin(ties).relation("a", relative).phrase == phrase


@pytest.mark.parametrize(
    ("ties", "side"),
    [
        ("w_m parent_of a; g parent_of w_m; g parent_of b", "mother's"),
        ("m_f parent_of a; g parent_of m_f; g parent_of b", "father's"),
        ("p parent_of a; g parent_of p; g parent_of b", ""),
        (SIBLINGS, ""),
        (HALF.format("a", "b"), "mother's"),
        ("w_m parent_of a; w_m parent_of b", ""),
        ("w_m parent_of a; b kin_of w_m relative", "mother's"),
        ("a parent_of b", ""),
    ],
)
def test_the_side_is_the_first_parents(kin, ties, side):
    assert kin(ties).relation("a", "b").side == side


def test_a_person_is_themself(kin):
    relation = kin("b parent_of a").relation("a", "a")
    assert (relation.term, relation.degree, relation.path) == ("self", 0, ("a",))


def test_care_and_acquaintance_make_nobody_kin(kin):
    family = kin("b cares_for a; b lives_with a; b knows a")
    assert family.relation("a", "b") is None


def test_strangers_are_no_kin(kin):
    assert kin("p parent_of a; q parent_of b").relation("a", "b") is None
