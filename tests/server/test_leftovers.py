"""What a killed program left in GRAPH_HOME is gone before the next server starts."""

import os
import subprocess
import sys

import pytest

from graph.server.home import Home, note_holder
from graph.server.leftovers import STAGED, remove_leftovers
from graph.server.users import used

WAITS = "import time; time.sleep(60)"


@pytest.fixture
def left(tmp_path):
    """A folder of a first load, as its program made it, with names in it."""
    folder = tmp_path / f"{STAGED}a"
    with used(folder):
        (folder / "rows0.csv").write_text("a name", encoding="utf-8")
    return folder


def test_the_folder_of_a_first_load_that_was_killed_is_removed(tmp_path, left):
    remove_leftovers(Home(tmp_path))
    assert not left.exists()


def test_the_folder_of_a_first_load_that_goes_on_stays(tmp_path, left):
    with used(left):
        remove_leftovers(Home(tmp_path))
    assert (left / "rows0.csv").exists()


def test_the_program_that_such_a_load_has_started_is_ended_first(tmp_path, left):
    home = Home(left)
    lock = home.take()
    with subprocess.Popen([sys.executable, "-c", WAITS], pass_fds=(lock,)) as started:
        note_holder(lock, started.pid)
        os.close(lock)
        remove_leftovers(Home(tmp_path))
        assert started.wait(timeout=10) != 0
    assert not left.exists()


def test_what_was_set_aside_to_be_deleted_is_deleted(tmp_path):
    aside = tmp_path / "server" / "5.26" / "emptied-data-20260101"
    aside.mkdir(parents=True)
    (aside / "neostore").write_text("a name", encoding="utf-8")
    (tmp_path / "server" / "5.26" / "data").mkdir()
    remove_leftovers(Home(tmp_path))
    assert [one.name for one in aside.parent.iterdir()] == ["data"]
