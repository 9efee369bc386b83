from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.record.dates import When, Window
from graph.store.properties import flat, record
from tests.builders import event, person
from tests.examples import examples
from tests.store.records import KINDS, anything, of_kind


@given(anything)
def test_what_is_read_back_equals_what_was_written(written):
    assert record(type(written), flat(written)) == written


@given(anything)
def test_nothing_empty_and_no_open_end_is_kept(written):
    kept = {
        name: v for name, v in flat(written).items() if not name.endswith(("_text", "_basis"))
    }
    opened = {"earliest": date.min, "latest": date.max}
    assert not [name for name, v in kept.items() if v in ("", None, [])]
    assert not [
        name for name, v in kept.items() if v == opened.get(name.split("_")[-1], "open")
    ]


@pytest.mark.parametrize("kind", KINDS)
@examples(1)
@given(st.data())
def test_other_properties_beside_them_are_ignored(kind, data):
    written = data.draw(of_kind(kind))
    assert record(kind, flat(written) | {"run": "r1", "stale": True}) == written


def test_a_time_is_kept_in_parts_that_a_query_can_compare():
    late = When(
        text="late 2017", window=Window(date(2017, 9, 1), date(2017, 12, 31)), basis="late"
    )
    kept = flat(event("called", "aunt", when=late))
    assert {name: v for name, v in kept.items() if name.startswith("when")} == {
        "when_text": "late 2017",
        "when_basis": "late",
        "when_earliest": date(2017, 9, 1),
        "when_latest": date(2017, 12, 31),
    }


def test_participants_are_kept_with_their_roles():
    assert flat(event("called", "aunt", to="mother"))["people"] == [
        "subject:aunt",
        "with:mother",
    ]


def test_a_flag_is_kept_even_where_it_is_false():
    assert flat(person("aunt"))["sought"] is False
