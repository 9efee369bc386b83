"""Sizes of cards by a number of one's choice."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.pages.explore import explore_words as words
from graph.views.card_sizes import (
    LARGEST,
    OF_ALL_DAYS,
    SIZED_BY,
    SMALLEST,
    card_sizes,
    numbers,
    size_steps,
)
from graph.views.free_view import Bond, FreeView, ThingKind, ViewThing, view

DAY = date(2018, 5, 15)


@given(st.dictionaries(st.text(max_size=3), st.integers(0, 10_000), min_size=1))
def test_who_has_more_is_never_smaller(counted):
    sizes = card_sizes(counted)
    assert sizes.keys() == counted.keys()
    ordered = sorted(counted, key=lambda id_: counted[id_])
    assert [sizes[id_] for id_ in ordered] == sorted(sizes.values())
    assert all(SMALLEST <= size <= LARGEST for size in sizes.values())


@given(st.lists(st.integers(0, 50), min_size=1, max_size=5))
def test_the_largest_is_as_large_as_can_be_unless_all_are_one(counts):
    sizes = card_sizes(dict(zip("abcde", counts, strict=False)))
    assert max(sizes.values()) == (LARGEST if len(set(counts)) > 1 else 1.0)


@given(st.lists(st.integers(0, 500), min_size=1, max_size=9))
def test_the_legend_has_the_sizes_of_the_cards(counts):
    sizes = card_sizes(dict(enumerate(counts)))
    steps = size_steps(counts)
    assert {min(counts), max(counts)} <= steps.keys()
    assert all(sizes[nth] == steps[one] for nth, one in enumerate(counts) if one in steps)
    assert size_steps([]) == {}


def test_what_is_counted_is_what_the_store_holds(loaded):
    ids = ["amina", "amina-killed", "kashgar", "meripet", "nobody"]
    seen = view(loaded, ids)
    found = {by: numbers(loaded, seen, by, DAY) for by in OF_ALL_DAYS}
    assert all(one.keys() == set(ids) - {"nobody"} for one in found.values())
    assert found["children"]["meripet"] == 4
    assert found["children"]["amina-killed"] == 0
    for id_, one in found["claims"].items():
        assert one >= found["sources"][id_] > 0


def test_an_unknown_number_counts_nothing(loaded):
    assert numbers(loaded, view(loaded, ["amina"]), "beauty", DAY) == {}
    assert numbers(loaded, view(loaded, []), "claims", DAY) == {}


class NoStore:
    """A number of what is shown asks no store."""

    def read(self, *_args, **_more):
        raise AssertionError


def shown(**born: date) -> FreeView:
    """Three people in a row, and an event of the one in the middle, which ties a twice."""
    things = {
        id_: ViewThing(id=id_, kind=ThingKind.PERSON, name=id_, word="person", since=day)
        for id_, day in born.items()
    }
    things["e"] = ViewThing(id="e", kind=ThingKind.EVENT, name="e", word="event")
    ties = ("ab", "bc", "be")
    bonds = [Bond(start=tie[0], end=tie[1], kind="knows") for tie in ties]
    bonds.append(Bond(start="a", end="b", kind="cares_for"))
    bonds.append(Bond(start="a", end="c", kind="knows", last=date(2017, 1, 1)))
    return FreeView(things=things, bonds=tuple(bonds))


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        ("ties", {"a": 1, "b": 3, "c": 1, "e": 1}),
        ("ways", {"a": 0, "b": 100, "c": 0, "e": 0}),
        ("years", {"a": 38, "c": 0}),
    ],
)
def test_what_is_shown_on_a_day_may_decide_the_size(by, expected):
    row = shown(a=date(1980, 5, 14), b=date.min, c=date(2018, 5, 1))
    assert numbers(NoStore(), row, by, DAY) == expected


def test_of_who_is_born_later_no_years_are_counted():
    assert numbers(NoStore(), shown(a=date(2019, 1, 1)), "years", DAY) == {}


@pytest.mark.parametrize("by", SIZED_BY)
def test_each_number_is_a_choice_in_words_with_a_sentence(by):
    assert words.SIZED[by] in words.size_label(by)
    said = words.sizes(by, [1, 4], ["Amina"], 3)
    assert f"{words.SIZED[by]} o" in said
    assert "1 to 4 (Amina)" in said
    assert "1 card without such a number: of the usual size." in said
    alike = words.sizes(by, [2, 2], ["Amina", "Turghun"], 2)
    assert alike.startswith(f"2 cards have 2 {words.SIZED[by]}: of one size.")
    assert "without" not in alike
    assert words.SIZED[by] in words.sizes(by, [], [], 2)
