"""A real server: found again, one a folder, killed and stopped."""

import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from neo4j.exceptions import DriverError, Neo4jError
from typer.testing import CliRunner

from graph.commands.server_command import server as commands
from graph.server import ServerState, ensure_running, running, status, stop
from graph.server.home import Home
from graph.server.reset import reset_password
from graph.server.server_errors import AnotherVersionRuns, PortTaken, ServerDied, WrongPassword
from tests.server.conftest import answer_to, opened

ROOT = Path(__file__).parents[2]
START = "import sys; from graph.server import *; print(ensure_running(default_home()).pid)"


def lives(pid):
    """Tell whether a process is there, a zombie too."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def gone_soon(pid, seconds=5.0):
    """Wait for a process to be gone from the table of processes."""
    given_up = time.monotonic() + seconds
    while lives(pid) and time.monotonic() < given_up:
        time.sleep(0.02)
    return not lives(pid)


def write_until_it_dies(connection, written):
    """Commit numbered nodes, a few at a time, and note each commit that was acknowledged."""
    query = "UNWIND range(1, 20) AS i CREATE (:Row {batch: $batch})"
    with opened(connection) as driver, driver.session() as session:
        try:
            while True:
                session.run(query, batch=len(written)).consume()
                written.append(len(written))
        except (DriverError, Neo4jError, OSError):
            return


def test_the_same_server_is_found_again(started, env):
    assert running(started.home) == started.connection
    assert ensure_running(started.home, env=env) == started.connection


def test_another_version_in_a_running_folder_is_refused(started, env):
    other = {"5.26.30": "2026", "2026.08.1": "5.26"}[started.connection.version]
    with pytest.raises(AnotherVersionRuns, match="server stop"):
        ensure_running(started.home, other, env=env)


def test_nobody_else_gets_the_folder(started):
    assert Home(started.home).take() is None
    assert Home(started.home).holder() == started.connection.pid


def test_a_wrong_password_file_is_said_with_what_to_do(started, env):
    file = Home(started.home).password_file
    right = file.read_text()
    file.write_text("not-the-password\n")
    try:
        with pytest.raises(WrongPassword, match="reset-password"):
            ensure_running(started.home, env=env)
        assert status(started.home).state is ServerState.LOCKED_OUT
    finally:
        file.write_text(right)


def test_status_is_also_for_programs(started, monkeypatch):
    monkeypatch.setenv("GRAPH_HOME", str(started.home))
    shown = CliRunner().invoke(commands, ["status", "--format", "json"])
    found = json.loads(shown.stdout)
    assert (found["state"], found["uri"]) == ("running", started.connection.uri)
    assert started.connection.password not in shown.stdout


def test_the_start_command_says_where_the_server_is(started, monkeypatch):
    monkeypatch.delenv("NEO4J_VERSION", raising=False)
    monkeypatch.setenv("GRAPH_HOME", str(started.home))
    shown = CliRunner().invoke(commands, ["start"])
    assert (
        shown.stdout.split()
        == (
            f"Neo4j {started.connection.version} is running at {started.connection.uri} "
            f"(process {started.connection.pid})."
        ).split()
    )


def test_two_starts_at_once_give_one_server_that_outlives_both(home, env):
    ours = {**env, "GRAPH_HOME": str(home)}
    starts = [
        subprocess.Popen(
            [sys.executable, "-c", START], env=ours, cwd=ROOT, stdout=subprocess.PIPE
        )
        for _ in range(2)
    ]
    said = [start.communicate(timeout=60)[0].split() for start in starts]
    assert [start.returncode for start in starts] == [0, 0]
    assert said[0] == said[1]
    found = running(home)
    assert found is not None
    assert [str(found.pid).encode()] == said[0]
    assert os.getsid(found.pid) == found.pid


def test_kill_9_loses_no_acknowledged_row_and_a_term_ends_it_in_order(home, env):
    first = ensure_running(home, env=env)
    written = []
    writer = threading.Thread(target=write_until_it_dies, args=(first, written), daemon=True)
    writer.start()
    while len(written) < 25:
        time.sleep(0.01)
    os.kill(first.pid, signal.SIGKILL)
    assert gone_soon(first.pid)  # and it is no zombie
    writer.join()
    assert running(home) is None
    assert status(home).state is ServerState.STOPPED

    second = ensure_running(home, env=env)
    assert second.uri == first.uri  # the port is remembered
    assert second.pid != first.pid
    with opened(second) as driver:
        rows, _, _ = driver.execute_query(
            "MATCH (r:Row) RETURN r.batch AS batch, count(*) AS rows ORDER BY batch"
        )
        # Each acknowledged commit whole, and at most the one that was under way.
        found = [(row["batch"], row["rows"]) for row in rows]
        whole = [(batch, 20) for batch in range(len(written) + 1)]
        assert found in (whole, whole[:-1])

    os.kill(second.pid, signal.SIGTERM)
    assert gone_soon(second.pid, seconds=15)  # 0.3 s, and 4 when it writes the class archive
    log = home / "server" / "5.26" / "logs" / "neo4j.log"
    assert log.read_text().rstrip().endswith("Stopped.")


def test_a_start_that_was_killed_is_said_and_the_next_one_mends_it(home, env):
    def kill(doing, passed, _total):
        if doing.startswith("Starting") and passed >= 2:
            os.kill(Home(home).state().pid, signal.SIGKILL)

    with pytest.raises(ServerDied, match=r"neo4j\.log|console\.log"):
        ensure_running(home, "5.26", kill, env=env)
    found = ensure_running(home, "5.26", env=env)
    assert answer_to("neo4j", found.port) == "refused"
    assert stop(home)
    assert gone_soon(found.pid)
    assert not stop(home)


def test_an_interrupted_start_leaves_no_process(home, env):
    seen = []

    def interrupt(doing, *_):
        if doing.startswith("Starting"):
            seen.append(Home(home).state().pid)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        ensure_running(home, env=env, on_progress=interrupt)
    assert not lives(seen[0])
    assert Home(home).holder() is None


def test_a_new_password_keeps_what_was_loaded(home, env):
    first = ensure_running(home, env=env)
    with opened(first) as driver:
        driver.execute_query("CREATE (:Kept)")
    Home(home).password_file.unlink()
    with pytest.raises(WrongPassword):
        running(home)

    assert reset_password(home) == ["5.26"]

    second = ensure_running(home, env=env)
    assert answer_to(first.password, second.port) == "refused"
    with opened(second) as driver:
        assert (
            driver.execute_query("MATCH (k:Kept) RETURN count(k) AS kept").records[0]["kept"]
            == 1
        )


@pytest.mark.neo4j
def test_a_temporary_server_ends_with_the_process_that_used_it(env):
    code = (
        "import time\nfrom graph.server.throwaway import *\n"
        "with temporary_home() as home:\n"
        " found = ensure_running(home, env=environment())\n"
        " print(found.pid, home, flush=True)\n time.sleep(60)\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code], env=env, cwd=ROOT, stdout=subprocess.PIPE
    ) as user:
        pid, folder = user.stdout.readline().decode().split()
        assert lives(int(pid))
        user.kill()
    given_up = time.monotonic() + 20
    while Path(folder).exists() and time.monotonic() < given_up:
        time.sleep(0.05)
    assert not Path(folder).exists()
    assert Home(Path(folder)).holder() is None


def test_a_taken_port_is_said_in_a_sentence(tmp_path, env):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(PortTaken, match=rf"{port}.*GRAPH_PORT"):
            ensure_running(tmp_path, env={**env, "GRAPH_PORT": str(port)})
