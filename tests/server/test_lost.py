"""What is lost or garbled in the folder while the server runs is no dead end."""

import os

import pytest

from graph.server import ServerState, ensure_running, running, status, stop
from graph.server.home import Home, StartRecord
from graph.server.server_errors import WrongPassword
from graph.server.versions import CURRENT, LTS


@pytest.mark.parametrize("left", [None, b"", b"{", b"\xff\xfe", b"[]", b'{"port": "x"}'])
def test_a_lost_state_is_found_again_beside_the_store(tmp_path, left):
    place = Home(tmp_path)
    for version in (LTS, CURRENT):
        ran = StartRecord(port=7, pid=8, version=version.number, started="", jars="")
        place.remember(ran)
        os.utime(place.server(version) / "server.json", (1, 1 if version is LTS else 2))
    place.state_file.unlink()
    if left is not None:
        place.state_file.write_bytes(left)
    assert place.state() == ran


def test_a_server_whose_state_was_lost_is_found_described_and_stopped(home, env):
    found = ensure_running(home, env=env)
    Home(home).state_file.unlink()
    assert running(home) == found
    assert ensure_running(home, env=env) == found
    assert status(home).state is ServerState.RUNNING
    Home(home).state_file.unlink(missing_ok=True)
    assert stop(home)
    assert status(home).state is ServerState.STOPPED


def test_a_password_file_that_is_no_text_is_a_wrong_password(started, env):
    file = Home(started.home).password_file
    right = file.read_bytes()
    file.write_bytes(b"\xff\xfe\xe9\n")
    try:
        with pytest.raises(WrongPassword, match="reset-password"):
            ensure_running(started.home, env=env)
    finally:
        file.write_bytes(right)


def test_a_lock_that_is_no_text_names_nobody(tmp_path):
    lock = Home(tmp_path).take()
    os.pwrite(lock, b"\xff\xfe", 0)
    assert Home(tmp_path).holder() == 0
    os.close(lock)
