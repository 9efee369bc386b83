"""A store of another version in the same folder is said to be one."""

import json

import pytest
from typer.testing import CliRunner

from graph.commands.server_command import server
from graph.server import other_stores_in_words
from graph.server.versions import VERSIONS
from graph.settings import Settings
from graph.store.opening import elsewhere


@pytest.fixture
def stores(tmp_path):
    """Make a folder in which the last start was of a version, and some have a store."""

    def make(last, stores):
        state = {"port": 1, "pid": 1, "version": last.number, "started": "", "jars": ""}
        (tmp_path / "server.json").write_text(json.dumps(state))
        for version in stores:
            (tmp_path / "server" / version.series / "data" / "databases" / "system").mkdir(
                parents=True
            )
        return tmp_path

    return make


@pytest.mark.parametrize(("last", "other"), [VERSIONS, VERSIONS[::-1]])
def test_a_store_of_another_version_is_named_with_how_to_open_it(stores, last, other):
    said = other_stores_in_words(stores(last, VERSIONS))
    assert f"set NEO4J_VERSION={other.series}" in said


@pytest.mark.parametrize("last", VERSIONS)
def test_a_store_alone_is_no_news(stores, last):
    assert other_stores_in_words(stores(last, [last])) == ""


def test_where_nothing_was_started_there_is_no_other_store(tmp_path):
    assert other_stores_in_words(tmp_path) == ""


def test_the_status_says_it(stores, monkeypatch):
    monkeypatch.setenv("GRAPH_HOME", str(stores(VERSIONS[0], VERSIONS)))
    assert (
        f"NEO4J_VERSION={VERSIONS[1].series}" in CliRunner().invoke(server, ["status"]).stdout
    )


def test_on_a_server_of_ones_own_nothing_is_said_of_this_folder(stores):
    folder = stores(VERSIONS[0], VERSIONS)
    assert elsewhere(Settings(home=folder))
    assert elsewhere(Settings(home=folder, neo4j_uri="bolt://example")) == ""
