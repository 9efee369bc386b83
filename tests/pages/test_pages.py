"""Pages without a browser: what they say when something is missing or wrong."""

import json
import re
from typing import Any

import pytest
import streamlit as st
from neo4j import GraphDatabase
from streamlit.testing.v1 import AppTest

from graph.pages.board.board_lines import BoardLine, BoardOrder, families
from graph.pages.kit import page_words
from graph.record.vocabulary import Separated, SeparatedWay, ThreadState
from graph.server import running
from graph.store.kept_tallies import BoardRow
from tests.pages.conftest import CHECKOUT, use_home


@pytest.fixture(autouse=True)
def _own_connection():
    st.cache_resource.clear()
    yield
    st.cache_resource.clear()


@pytest.fixture
def on_samples(graph_home, monkeypatch):
    use_home(graph_home, monkeypatch)


def opened(path: str = "", **address: str) -> AppTest:
    at = AppTest.from_file(str(CHECKOUT / "pages.py"), default_timeout=60)
    at.run()  # the first run, before which no page but the first can be chosen
    if path:
        at.switch_page(path)
    for name, value in address.items():
        at.query_params[name] = value
    return at.run()


def child(**address: str) -> AppTest:
    return opened("graph/pages/child/child_page.py", **address)


def said(at: AppTest) -> str:
    """All that the page says; what components show is in the data that they are sent."""
    plain = [one.value for kind in (at.text, at.error, at.warning, at.code) for one in kind]
    sheets = [one.proto.json for one in at.get("bidi_component")]
    return "\n".join([*plain, *sheets])


@pytest.mark.usefixtures("on_samples")
def test_the_board_names_the_samples_and_how_to_start_empty():
    at = opened(day="2018-05-15")
    assert not at.exception
    assert "sample families are loaded" in said(at)
    assert "python -m graph clear" in said(at)


@pytest.mark.usefixtures("on_samples")
def test_the_board_says_when_calendars_are_due(graph_home):
    found = running(graph_home)
    with GraphDatabase.driver(found.uri, auth=(found.user, found.password)) as driver:
        assert "Not up to date" not in said(opened(day="2018-05-15"))
        driver.execute_query("MATCH (p:KinthreadPerson {id: 'amina'}) SET p.stale = true")
        try:
            assert "Not up to date" in said(opened(day="2018-05-15"))
        finally:
            driver.execute_query("MATCH (p:KinthreadPerson {id: 'amina'}) REMOVE p.stale")


@pytest.mark.usefixtures("on_samples")
def test_the_board_starts_at_the_day_until_which_the_sources_speak():
    at = opened()
    assert "2021-12-31:" in said(at)


@pytest.mark.usefixtures("on_samples")
def test_a_day_that_is_none_is_said():
    at = child(child="rizwangul-son", day="2018-02-31")
    assert page_words.BAD_DAY in said(at)
    assert "Who is recorded as left to contact for son of Rizwangul" in said(at)


@pytest.mark.usefixtures("on_samples")
def test_a_day_before_anything_was_recorded_shows_nobody_left():
    at = child(child="rizwangul-son", day="1950-01-01")
    assert not at.exception
    assert "No one is recorded as left to contact" in said(at)


@pytest.mark.usefixtures("on_samples")
def test_a_link_to_a_child_that_is_not_there_says_so():
    at = child(child="nobody-of-this-id")
    assert not at.exception
    assert page_words.NO_SUCH_CHILD in said(at)


@pytest.mark.usefixtures("on_samples")
def test_a_link_to_a_person_who_is_not_there_shows_the_child():
    at = child(child="rizwangul-son", day="2017-08-01", person="nobody-of-this-id")
    assert not at.exception
    assert "Who is recorded as left to contact for son of Rizwangul" in said(at)


@pytest.mark.usefixtures("on_samples")
def test_the_day_goes_along_to_the_other_page():
    at = child(child="rizwangul-son", day="2017-08-01")
    at.switch_page("graph/pages/board/board_page.py").run()
    assert "2017-08-01:" in said(at)


@pytest.mark.usefixtures("on_samples")
def test_as_known_on_changes_the_answer():
    """The four saw their parents taken in 2017; the family abroad learned it in October."""
    later = child(child="omer-youngest-daughter", day="2017-12-01")
    then = child(child="omer-youngest-daughter", day="2017-12-01", known="2017-09-15")
    assert "As known on 2017-09-15" in said(then)
    assert counts(later) != counts(then)


def counts(at: AppTest) -> str:
    return next(
        one.proto.json for one in at.get("bidi_component") if '"marks"' in one.proto.json
    )


@pytest.mark.usefixtures("on_samples")
def test_the_page_of_every_child_can_be_shown():
    at = child(child="rizwangul-son", day="2018-05-15")
    children = at.selectbox(key="child-box").options
    assert len(children) > 15
    for nth in range(len(children)):
        at.selectbox(key="child-box").select_index(nth).run()
        assert not at.exception, children[nth]
        assert not at.error, children[nth]


def test_an_empty_store_says_what_to_do(store, neo4j_server, monkeypatch):
    assert store.contents().empty
    monkeypatch.setenv("NEO4J_URI", neo4j_server.uri)
    monkeypatch.setenv("NEO4J_USER", neo4j_server.user)
    monkeypatch.setenv("NEO4J_PASSWORD", neo4j_server.password)
    at = opened()
    assert "Nothing is recorded yet." in said(at)
    assert "python -m ingest" in said(at)


def test_a_server_that_does_not_run_is_said(tmp_path, monkeypatch):
    use_home(tmp_path, monkeypatch)
    at = opened()
    assert not at.exception
    assert "The store does not answer." in said(at)
    assert "python -m graph server start" in said(at)


def test_a_wrong_password_is_said(neo4j_server, monkeypatch):
    monkeypatch.setenv("NEO4J_URI", neo4j_server.uri)
    monkeypatch.setenv("NEO4J_PASSWORD", "not the password")
    at = opened()
    assert not at.exception
    assert "password" in said(at)


@pytest.mark.usefixtures("on_samples")
def test_the_board_leaves_the_children_that_the_filters_ask_for():
    at = opened(day="2018-11-15")
    every = len(board_rows(at))
    at.multiselect(key="board-threads").set_value([ThreadState.NONE]).run()
    assert not at.exception
    nobody = board_rows(at)
    assert 0 < len(nobody) < every
    assert re.search(rf"The filters leave {len(nobody)} of \d+ children\.", said(at))
    assert all("no one is recorded" in json.dumps(row) for row in nobody)
    assert any("nobody since 20" in json.dumps(row) for row in nobody)


@pytest.mark.usefixtures("on_samples")
def test_the_board_sorts_by_the_longest_silence():
    at = opened(day="2020-07-01")
    at.selectbox(key="board-order").set_value(BoardOrder.SILENCE).run()
    assert not at.exception
    most_silent = [family[0] for family in board_families(at)]
    silent = [row["cells"][-2][0]["text"] == "not recorded" for row in most_silent]
    assert silent == sorted(silent, reverse=True)


@pytest.mark.usefixtures("on_samples")
def test_the_board_finds_the_children_of_one_place():
    at = opened(day="2020-07-01")
    at.selectbox(key="board-place").set_value("kashgar-orphanage").run()
    assert not at.exception
    places = [row["cells"][-1][0]["text"] for row in board_rows(at)]
    assert places == ["possibly orphanage and boarding school in Kashgar"] * 4


def board_rows(at: AppTest) -> list[dict[str, Any]]:
    """The row of each child, also of those whose family is to be opened."""
    return [row for family in board_families(at) for row in family]


def board_families(at: AppTest) -> list[list[dict[str, Any]]]:
    return [row["rows"] or [row] for row in family_rows(at)]


def family_rows(at: AppTest) -> list[dict[str, Any]]:
    """The row of each family as the board is first seen."""
    blocks = [
        block
        for one in at.get("bidi_component")
        for block in json.loads(one.proto.json).get("blocks", [])
        if block["kind"] == "table"
    ]
    return blocks[0]["rows"] if blocks else []


@pytest.mark.usefixtures("on_samples")
def test_a_family_says_before_it_is_opened_that_somebody_of_a_group_counts_for_a_child():
    def groups(row: dict[str, Any]) -> set[str]:
        texts = {one["text"] for one in row["cells"][2]}
        return {text for text in texts if text.startswith("somebody of a group")}

    several = [row for row in family_rows(opened(day="2018-05-15")) if row["rows"]]
    assert any(groups(row) for row in several)
    for row in several:
        assert groups(row) == {text for child in row["rows"] for text in groups(child)}


@pytest.mark.usefixtures("on_samples")
def test_the_board_says_first_how_many_have_nobody_and_who_is_the_last():
    at = opened(day="2018-11-15")
    states = [row["cells"][2][0]["text"] for row in board_rows(at)]
    nobody = sum(text == "no one is recorded" for text in states)
    assert f"{nobody} of {len(states)} children: nobody is recorded as left" in said(at)


def test_children_of_the_same_parents_are_one_family_and_others_are_their_own():
    def line(child: str, *parents: str) -> BoardLine:
        row = BoardRow(
            child=child, name=child, dataset="set", separated=Separated.YES,
            way=SeparatedWay.LEFT_BEHIND, adult=False, counts={}, individuals={},
        )  # fmt: skip
        return BoardLine(row=row, family="", adult_since=None, parents=parents)

    lines = [line("a", "m", "f"), line("b"), line("c", "m", "f"), line("d")]
    together = [[one.row.child for one in family] for family in families(lines)]
    assert together == [["a", "c"], ["b"], ["d"]]


@pytest.mark.usefixtures("on_samples")
def test_the_timeline_and_the_map_show_a_child_with_a_hostile_name():
    at = opened("graph/pages/child/over_time_page.py", child="child", day="2018-11-15")
    assert not at.exception
    assert "over time" in said(at)
