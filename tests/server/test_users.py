"""A server is stopped by the last of those for whom it was started, and by nobody before."""

import os
import signal
import subprocess
import sys
import time
from contextlib import ExitStack
from urllib.parse import urlsplit

import pytest
from typer.testing import CliRunner

from graph.commands.server_command import server as commands
from graph.server import ensure_running, keep, running, used
from graph.server.home import Home
from tests.pages.conftest import CHECKOUT, printed_address

USE = (
    "import sys, time; from pathlib import Path; from graph.server import used\n"
    "with used(Path(sys.argv[1])): print('here', flush=True); time.sleep(600)"
)


def another_user(home) -> "subprocess.Popen[str]":
    """Start another process that uses the server, and wait until it does."""
    command = [sys.executable, "-c", USE, str(home)]
    user = subprocess.Popen(command, cwd=CHECKOUT, stdout=subprocess.PIPE, text=True)
    assert user.stdout is not None
    assert user.stdout.readline() == "here\n"
    return user


def end(process: "subprocess.Popen[str]", how: int) -> None:
    process.send_signal(how)
    process.communicate(timeout=60)


def test_the_last_user_stops_what_was_started_for_a_run(home, env):
    with ExitStack() as first, used(home):
        first.enter_context(used(home, for_a_run=True))
        ensure_running(home, env=env)
        first.close()
        assert running(home)
        user = another_user(home)
    assert running(home), "another process uses it"
    with used(home):
        end(user, signal.SIGKILL)
    assert running(home) is None, "who was killed does not count"


def test_what_was_started_by_hand_runs_on(home, env, monkeypatch):
    ensure_running(home, env=env)
    with used(home, for_a_run=True):
        pass
    assert running(home)
    with used(home):
        Home(home).runs_file.touch()
        for name, value in env.items():
            monkeypatch.setenv(name, value)
        monkeypatch.delenv("NEO4J_VERSION", raising=False)  # `env` names none
        monkeypatch.setenv("GRAPH_HOME", str(home))
        assert CliRunner().invoke(commands, ["start"]).exit_code == 0
    assert running(home), "a start by hand, while a run uses it, keeps it"


def test_nothing_is_stopped_by_who_keeps_it(tmp_path):
    with used(tmp_path, for_a_run=True):
        assert Home(tmp_path).runs_file.exists()
        keep(tmp_path)
    assert not Home(tmp_path).runs_file.exists()


@pytest.fixture
def start_run(home, env, tmp_path):
    """Start `python -m graph run`, as two terminals of one user do; killed in the end."""
    started = []

    def run():
        log = tmp_path / f"terminal-{len(started)}"
        command = [sys.executable, "-m", "graph", "run", "--no-browser", "--port", "8640"]
        with log.open("wb") as terminal:
            process = subprocess.Popen(
                command, cwd=CHECKOUT, env=env | {"GRAPH_HOME": str(home)},
                stdout=terminal, stderr=subprocess.STDOUT, start_new_session=True,
            )  # fmt: skip
        started.append(process)
        return process, lambda: printed_address(log, process, seconds=240)

    yield run
    for process in started:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def test_two_runs_started_at_once_both_work_and_the_later_end_stops_neo4j(home, start_run):
    Home(home).prepare()
    (home / "keep-empty").touch()  # the samples take a while, and are not the point
    runs = [start_run(), start_run()]
    ports = {urlsplit(address()).port for _, address in runs}
    assert len(ports) == 2
    (one, _), (other, _) = runs
    one.terminate()
    assert one.wait(60) == 0
    assert running(home)
    other.terminate()
    assert other.wait(60) == 0
    given_up = time.monotonic() + 10
    while running(home) and time.monotonic() < given_up:
        time.sleep(0.1)
    assert running(home) is None
