"""While the managed server is being started, everybody who asks it is told so."""

import os

import pytest
import typer

from graph.commands.server_command import errors_as_sentences
from graph.errors import StoreUnavailable
from graph.pages.kit import app_store, page_words
from graph.server.home import Home
from graph.server.starting import BEING_STARTED, said_of_a_silent_server


@pytest.fixture
def ours(tmp_path, monkeypatch):
    """A managed home that no server runs in."""
    monkeypatch.delenv("NEO4J_URI", raising=False)
    monkeypatch.setenv("GRAPH_HOME", str(tmp_path))
    return Home(tmp_path)


@pytest.fixture
def held(ours):
    """The same while a process holds it, as one that starts a server does."""
    lock = ours.take()
    yield ours
    os.close(lock)


@pytest.mark.usefixtures("held")
def test_a_command_that_gets_no_answer_says_that_it_is_being_started(capsys):
    with pytest.raises(typer.Exit), errors_as_sentences():
        raise StoreUnavailable("It does not answer.")
    assert BEING_STARTED in capsys.readouterr().err


@pytest.mark.usefixtures("held")
def test_a_page_says_that_it_is_being_started_and_not_that_it_does_not_run():
    with pytest.raises(StoreUnavailable, match="being started"):
        app_store.read(lambda store: store)


@pytest.mark.usefixtures("ours")
def test_where_nobody_starts_it_a_page_says_that_it_does_not_run():
    assert said_of_a_silent_server() == ""
    with pytest.raises(StoreUnavailable) as said:
        app_store.read(lambda store: store)
    assert str(said.value) == page_words.NO_SERVER


@pytest.mark.usefixtures("held")
def test_of_a_server_that_is_not_ours_nothing_is_said(monkeypatch):
    monkeypatch.setenv("NEO4J_URI", "bolt://somewhere:7687")
    assert said_of_a_silent_server() == ""
