"""`python -m graph search`: a name in, ids out, with the stop where a name stands."""

import json

import pytest
from typer.testing import CliRunner

from graph.__main__ import app
from tests.stopped import named_in, stopped, without_the_stop


@pytest.fixture
def search(loaded, home):
    """Run `search` on the store with both sets."""
    return lambda *words: CliRunner().invoke(app, ["search", *words])


@pytest.mark.parametrize("typed", ["Mihriban", "Миһрибан", "mother of Mihriban"])
def test_a_name_in_any_script_and_kin_give_ids(search, typed):
    hits = json.loads(search(typed, "--format", "json").stdout)
    wanted = "mother-of-mihriban" if " of " in typed else "mihriban"
    assert wanted in [hit["id"] for hit in hits]


def test_a_hit_is_never_named_without_the_stop(search, wide):
    for name in sorted(set(stopped().values())):
        shown = search(name).output.splitlines()
        assert named_in("\n".join(shown)), name
        assert not without_the_stop(shown)


def test_what_is_written_nowhere_says_what_else_to_try(search):
    done = search("qqqqzzzz")
    assert (done.exit_code, "Another spelling" in done.output) == (0, True)


@pytest.mark.parametrize(
    "words",
    [("left", "--child", "Mihriban"), ("ask", "relatives", "--param", "child=Mihriban")],
)
def test_a_name_in_the_place_of_an_id_is_answered_with_the_way_to_ids(loaded, home, words):
    done = CliRunner().invoke(app, words)
    assert (done.exit_code, "graph search" in done.output) == (1, True)


@pytest.mark.parametrize("words", [("left",), ("search", "Amina"), ("claims", "amina")])
def test_an_empty_store_is_named_as_the_reason(graph, words):
    assert "Nothing is recorded yet" in graph(*words).output
