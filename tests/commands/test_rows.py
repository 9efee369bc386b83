"""Rows on a terminal: what one copies from it is whole."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from graph.commands.row_table import print_rows, shared

CLAIM = "mother-of-mamutjan-parent-mamutjan@t-mamutjan:L208"
COLUMNS = ("claim", "source", "words")
ROWS = [(CLAIM, "t-mamutjan", "not to contact them again"), ("short", "t", "")]

ids = st.text("abc-@:1", min_size=20, max_size=40)
texts = st.text("abc ", max_size=60)


def printed(width: int, columns=COLUMNS, rows=ROWS) -> str:
    console = Console(file=io.StringIO(), width=width)
    print_rows(console, columns, rows)
    return console.file.getvalue()


@pytest.mark.parametrize("width", [60, 70, 80, 90, 120, 200])
def test_an_id_is_whole_at_every_width(width):
    assert CLAIM in printed(width)


@given(st.lists(st.tuples(ids, texts, ids), min_size=1, max_size=5), st.integers(60, 110))
def test_whatever_the_rows_are_no_id_is_cut_and_no_line_is_too_wide(rows, width):
    said = printed(width, ("one", "text", "other"), rows)
    assert all(id_ in said for row in rows for id_ in (row[0], row[2]))
    assert all(len(line) <= width for line in said.splitlines())


def test_rows_are_a_table_where_they_fit_and_blocks_where_not():
    assert "of 2" not in printed(120)
    assert "2 of 2" in printed(60)


def test_an_id_longer_than_the_terminal_is_folded_and_loses_nothing():
    lines = [line.removeprefix("  claim ").strip() for line in printed(30).splitlines()]
    assert CLAIM in "".join(lines)


def test_a_long_text_leaves_the_columns_beside_it_what_they_need():
    assert shared([(10, 10), (16, 400)], 80) == [10, 70]


def test_what_fits_gets_no_more_than_it_can_use():
    assert shared([(10, 10), (5, 20)], 80) == [10, 20]
