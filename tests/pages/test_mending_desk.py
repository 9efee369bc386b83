"""Rejected rows on the page: dismissed with a reason, opened again, added to, typed anew."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.pages.load import load_words as words
from graph.pages.load.load_blocks import MOST_MARKED, marked_rows, waiting_blocks
from ingest import mending, quarantine, read
from ingest.mending import Grid, PendingFault, WaitingFolder
from tests.pages.test_pages import opened, said

PAGE = "graph/pages/load/load_page.py"


@pytest.fixture
def found(home, tmp_path):
    (tmp_path / "people.csv").write_text(
        "id,name,source,locator,sex\nomer,Omer,t-meripet,L1,femal\n", encoding="utf-8"
    )
    before = {one.folder for one in mending.waiting(home)}
    quarantine.write(read([tmp_path]), home)
    [one] = [one for one in mending.waiting(home) if one.folder not in before]
    yield one
    mending.note(one.folder, ["done"])


def test_rows_are_dismissed_only_with_a_reason_and_opened_again(found):
    at = opened(PAGE)
    assert at.button(key=f"dismiss-{found.folder}").disabled
    at.text_input(key=f"why-not-{found.folder}").set_value("a copy").run()
    at.button(key=f"dismiss-{found.folder}").click().run()
    assert not at.exception
    assert "a copy" in said(at)
    at.button(key=f"reopen-{found.folder}").click().run()
    assert at.button(key=f"dismiss-{found.folder}").disabled
    assert not at.exception


def test_the_grid_says_what_is_wrong_and_offers_the_fixed_words(found):
    at = opened(PAGE)
    [grid] = [one for one in at.dataframe if "omer" in str(one.value)]
    assert words.WRONG in grid.value.columns
    assert '"male"' in grid.proto.columns


@given(st.data())
def test_each_wrong_cell_is_framed_and_no_other(data):
    columns = ("id", "name", "sex", "birth", "note")
    texts = st.fixed_dictionaries(dict.fromkeys(columns, st.sampled_from(["", "x", "y"])))
    rows = data.draw(st.lists(texts, min_size=1, max_size=5))
    faults = st.dictionaries(st.sampled_from([*columns, ""]), st.just("is no word"))
    wrong = [data.draw(faults) for _ in rows]
    grid = Grid(file="people.csv", columns=columns, rows=tuple(rows))
    blocks = list(marked_rows(grid, wrong))
    framed = [
        (at, table["columns"][nth])
        for table in blocks
        for at, row in enumerate(table["rows"])
        for nth, cell in enumerate(row.cells)
        if cell and cell[0]["tone"] == "wrong"
    ]
    expected = [(at, name) for at, one in enumerate(wrong) for name in columns if name in one]
    assert framed == expected


def test_of_very_many_rows_the_first_are_shown_and_it_says_so():
    rows = tuple({"sex": "x"} for _ in range(MOST_MARKED + 1))
    grid = Grid(file="people.csv", columns=("sex",), rows=rows)
    [table] = marked_rows(grid, [{"sex": "is no word"}] * len(rows))
    assert (len(table["rows"]), table["caption"].endswith("of 26 are shown.")) == (25, True)


def test_the_same_trouble_of_many_rows_is_listed_once():
    faults = tuple(
        PendingFault(file="people.csv", line=n, column="sex", value="f", problem="is no word")
        for n in range(2, 12)
    )
    found = WaitingFolder(folder=mending.Path("x"), faults=faults, rows=10)
    [table] = waiting_blocks(found)
    [row] = table["rows"]
    assert row.cells[0][0]["text"].endswith("people.csv line 5 and 6 more")
