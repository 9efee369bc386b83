"""Of a watched question only hashes are kept, and they find what is new."""

from hypothesis import given
from hypothesis import strategies as st

from graph.desk.private_files import DESK
from graph.desk.watched_questions import (
    going_along,
    new_rows,
    seen_now,
    unwatch,
    watch,
    watched,
)
from graph.questions.library import question

ASKED = question("nobody_left")
ROWS = st.lists(
    st.fixed_dictionaries({"child": st.text(), "name": st.text()}), unique_by=repr, max_size=8
)


@given(ROWS, ROWS)
def test_what_is_new_and_what_is_gone_is_as_of_sets(tmp_path_factory, before, after):
    one = watch(tmp_path_factory.mktemp("home"), ASKED, {}, before, "ana")
    found = new_rows(ASKED, one, after)
    assert [after[at] for at in found.new] == [row for row in after if row not in before]
    assert found.gone == sum(row not in after for row in before)


def test_no_word_of_a_row_is_kept(tmp_path):
    watch(tmp_path, ASKED, {}, [{"child": "zqxv-child", "name": "Zqxvword"}], "ana")
    [path] = (tmp_path / DESK).glob("*/*")
    assert b"qxv" not in path.read_bytes().lower()


def test_a_row_is_not_new_because_of_a_figure_or_the_servers_numbers(tmp_path):
    figures = question("gaps"), question("held_after_contact")
    for asked in figures:
        column = next((one.name for one in asked.columns if one.type == "integer"), None)
        if column is not None:
            one = watch(tmp_path, asked, {}, [{"who": "a", column: 1}], "ana")
            assert new_rows(asked, one, [{"who": "a", column: 2}]).new == ()
    node = {"kind": "node", "id": "a", "element": "4:x:1", "labels": [], "properties": {}}
    one = watch(tmp_path, ASKED, {}, [(node,)], "ana")
    assert new_rows(ASKED, one, [({**node, "element": "4:x:2"},)]).new == ()
    assert new_rows(ASKED, one, [({**node, "properties": {"sex": "f"}},)]).new == (0,)


def test_what_was_seen_is_new_no_longer_and_a_watch_ends(tmp_path):
    one = watch(tmp_path, ASKED, {"as_of": "2018-05-15"}, [], "ana")
    rows = [{"child": "a"}]
    assert new_rows(ASKED, one, rows).new == (0,)
    seen_now(tmp_path, ASKED, one, rows)
    [one] = watched(tmp_path)
    assert (one.given, new_rows(ASKED, one, rows).new) == ({"as_of": "2018-05-15"}, ())
    unwatch(tmp_path, one.id)
    assert watched(tmp_path) == []


def test_the_last_day_of_the_sources_goes_along_and_another_day_stays():
    assert going_along(ASKED, {"as_of": "2021-12-31"}, "2021-12-31") == {}
    assert going_along(ASKED, {"as_of": "2018-05-15"}, "2021-12-31") == {"as_of": "2018-05-15"}
