"""Candidates for one person under two records, and what speaks for and against it."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.facts.clusters import Clusters
from graph.views.doubles import MOST_OF_A_NAME, Traits, compared, like_names
from graph.views.name_search import SearchEntry

ROW = {
    "names": ["Aygul Sidiq"],
    "sex": "female",
    "first": None,
    "last": None,
    "bonds": [],
    "events": [],
    "told": [],
}


def traits(id_="a", **more):
    return Traits.of_rows([{**ROW, "id": id_, **more}], Clusters())


def found(one, other):
    return compared(one, other, str.upper)


def bond(kind, other, *, away=True, born=None, name="X"):
    first, last = born or (None, None)
    return {
        "kind": kind,
        "away": away,
        "other": other,
        "names": [name],
        "word": "",
        "first": first,
        "last": last,
    }


def deed(id_, type_="called", on=None, effect="open", place=None):
    at = {"first": on, "last": on, "place": place}
    return {"id": id_, "type": type_, "role": "subject", "effect": effect, **at}


def entries(*names):
    return [
        SearchEntry(kind="person", id=f"p{n}", names=(name,)) for n, name in enumerate(names)
    ]


@pytest.mark.parametrize(
    "other", ["Айгүл Сидиқ", "ئايگۈل سىدىق", "Aigul Siddiq", "Aygul Sidiq Q"]
)
def test_one_name_in_two_scripts_or_spellings_is_a_candidate(other):
    assert like_names(entries("Aygul Sidiq", other)) == {("p0", "p1")}
    assert found(traits(), traits("b", names=[other])).speaks


def test_one_word_is_compared_with_its_like_alone():
    assert like_names(entries("Aygul", "Aygul Sidiq", "Aigul")) == {("p0", "p2")}


def test_of_a_name_that_very_many_have_nobody_is_a_candidate():
    assert like_names(entries(*["Aygul Sidiq"] * (MOST_OF_A_NAME + 1))) == set()


@given(st.permutations(["Aygul Sidiq", "Ayim", "Aigul Sidik Han", "Sidiq Aygul"]))
def test_law_the_order_of_the_records_changes_no_candidate(names):
    where = {name: f"p{n}" for n, name in enumerate(names)}
    pair = sorted([where["Aygul Sidiq"], where["Aigul Sidik Han"]])
    assert like_names(entries(*names)) == {tuple(pair)}


SPEAKS = {
    "kin": ({"bonds": [bond("PARENT_OF", "son")]}, "Both are recorded as a parent of SON."),
    "birth": ({"first": date(1980, 1, 1), "last": date(1980, 12, 31)}, "The births agree"),
    "place": ({"events": [deed("e", place="hotan")]}, "HOTAN"),
    "event": (
        {"events": [deed("e", "taken_to_camp", date(2017, 5, 1), "held")]},
        "To both happened, perhaps at the same time: taken to a camp",
    ),
}


@pytest.mark.parametrize(("more", "sentence"), SPEAKS.values(), ids=SPEAKS)
def test_what_is_alike_speaks_for_one_person(more, sentence):
    other = {**more, "events": [{**one, "id": "f"} for one in more.get("events", ())]}
    comparison = found(traits(**more), traits("b", **other))
    assert any(sentence in line for line in comparison.speaks)
    assert (*comparison.against, *comparison.excludes) == ()


AGAINST = {
    "names": ({}, {"names": ["Ruqiye"]}, "No name of one"),
    "births": (
        {"first": date(1990, 1, 1), "last": date(1990, 1, 1)},
        {"first": date(1950, 1, 1), "last": date(1950, 1, 1)},
        "The births exclude each other",
    ),
    "tie": (
        {"bonds": [bond("KNOWS", "b")]},
        {"bonds": [bond("KNOWS", "a", away=False)]},
        "A tie names both",
    ),
    "event": ({"events": [deed("e")]}, {"events": [deed("e")]}, "1 event names both"),
    "death": (
        {"events": [deed("d", "died", date(2016, 1, 1), "dead")]},
        {"events": [deed("c", on=date(2018, 1, 1))]},
        "One died by 2016-01-01.",
    ),
}


@pytest.mark.parametrize(("one", "other", "sentence"), AGAINST.values(), ids=AGAINST)
def test_what_differs_speaks_against_it_and_excludes_nothing(one, other, sentence):
    for first, second in pairwise([traits(**one), traits("b", **other), traits(**one)]):
        comparison = found(first, second)
        assert any(sentence in line for line in comparison.against)
        assert comparison.excludes == ()


LATE = (date(2005, 1, 1), date(2005, 1, 1))
EXCLUDES = {
    "sex": ({"sex": "male"}, {}, "they are two people"),
    "child": (
        {"first": date(2010, 1, 1), "last": date(2010, 1, 1)},
        {"bonds": [bond("PARENT_OF", "son", born=LATE)]},
        "One would be younger than a child of the other: SON.",
    ),
    "parent": (
        {"first": date(2000, 1, 1), "last": date(2000, 1, 1)},
        {"bonds": [bond("PARENT_OF", "mother", away=False, born=LATE)]},
        "One would be older than a parent of the other: MOTHER.",
    ),
}


@pytest.mark.parametrize(("one", "other", "sentence"), EXCLUDES.values(), ids=EXCLUDES)
def test_what_cannot_be_excludes_it_in_a_sentence(one, other, sentence):
    for first, second in pairwise([traits(**one), traits("b", **other), traits(**one)]):
        assert any(sentence in line for line in found(first, second).excludes)


def test_kin_of_two_records_of_their_own_that_sound_alike_are_seen():
    one = traits(bonds=[bond("PARENT_OF", "s1", name="Erkin Tursun")])
    other = traits("b", bonds=[bond("PARENT_OF", "s2", name="Эркин Турсун")])
    [line] = [x for x in found(one, other).speaks if "the other as" in x]
    assert line.startswith("One is recorded as a parent of S1, the other as a parent of S2")
