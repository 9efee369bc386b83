"""Sizes of cards by a number of one's choice."""

from hypothesis import given
from hypothesis import strategies as st

from graph.views.card_sizes import LARGEST, SIZED_BY, SMALLEST, card_sizes, numbers


@given(st.dictionaries(st.text(max_size=3), st.integers(0, 10_000), min_size=1))
def test_who_has_more_is_never_smaller(counted):
    sizes = card_sizes(counted)
    assert sizes.keys() == counted.keys()
    ordered = sorted(counted, key=lambda id_: counted[id_])
    assert [sizes[id_] for id_ in ordered] == sorted(sizes.values())
    assert all(SMALLEST <= size <= LARGEST for size in sizes.values())


@given(st.lists(st.integers(0, 50), min_size=1, max_size=5))
def test_the_largest_is_as_large_as_can_be_unless_nobody_has_any(counts):
    sizes = card_sizes(dict(zip("abcde", counts, strict=False)))
    assert max(sizes.values()) == (LARGEST if any(counts) else 1.0)


def test_what_is_counted_is_what_the_store_holds(loaded):
    ids = ["amina", "amina-killed", "kashgar", "meripet", "nobody"]
    found = {by: numbers(loaded, ids, by) for by in SIZED_BY}
    assert all(one.keys() == set(ids) - {"nobody"} for one in found.values())
    assert found["children"]["meripet"] == 4
    assert found["children"]["amina-killed"] == 0
    for id_, one in found["claims"].items():
        assert one >= found["sources"][id_] > 0


def test_an_unknown_number_counts_nothing(loaded):
    assert numbers(loaded, ["amina"], "beauty") == {}
    assert numbers(loaded, [], "claims") == {}
