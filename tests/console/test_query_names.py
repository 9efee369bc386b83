"""What a query names, and which numbers of a row may stand for somebody."""

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.console.query_names import ELEMENT, numbers

_NAMES = st.builds(
    "{}:{}:{}".format, st.sampled_from("45"), st.uuids().map(str), st.integers(0, 2**39)
)


@given(_NAMES)
def test_no_digit_of_a_servers_own_name_stands_for_somebody_else(name):
    assert ELEMENT.fullmatch(name)
    assert numbers([name], f"it is {name}.") == set()


@given(_NAMES, st.integers(0, 2**39))
def test_a_number_beside_a_servers_own_name_still_stands_for_somebody(name, number):
    assert numbers([name, number], f"{name} {number}") == {number}


@pytest.mark.parametrize("key", [UUID(int=3), UUID(int=2**127 + 42)], ids=str)
def test_a_part_of_a_servers_own_name_is_read_for_numbers(key):
    assert 42 in numbers([], f"{key}:42")
