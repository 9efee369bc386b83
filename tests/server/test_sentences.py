"""What a person is told when the server cannot be started."""

import errno
import os
from pathlib import Path

import pytest
from typer.testing import CliRunner

from graph.commands.server_command import server as commands
from graph.errors import GraphError
from graph.server import ServerState, ensure_running, running, status, stop
from graph.server.disk import disk_errors_in_sentences, refuse_full_disk
from graph.server.home import Home, StartRecord
from graph.server.launch import why_it_died
from graph.server.options import (
    Options,
    free_memory,
    refuse_little_memory,
    refuse_other_systems,
)
from graph.server.server_errors import (
    BadSetting,
    DiskFull,
    FolderHeld,
    FolderUnwritable,
    MemoryTooSmall,
    UnknownVersion,
    UnsupportedSystem,
    WrongPassword,
)
from graph.server.versions import CURRENT, LTS, choose


def options(**changes):
    """What a start is told in an empty environment, with these changes."""
    return Options.read(Home(Path("/nowhere")), None, changes)


def test_a_held_folder_is_said_with_the_holder(tmp_path, env):
    lock = Home(tmp_path).take()
    try:
        with pytest.raises(FolderHeld, match=f"process {os.getpid()}"):
            ensure_running(tmp_path, env=env, patience=0.2)
        with pytest.raises(FolderHeld):
            stop(tmp_path)
        assert status(tmp_path).state is ServerState.STARTING
        assert running(tmp_path) is None
    finally:
        os.close(lock)


def test_a_folder_is_free_again_when_its_lock_is_closed(tmp_path):
    os.close(Home(tmp_path).take())
    assert Home(tmp_path).holder() is None


def test_a_folder_that_cannot_be_written_is_named(tmp_path, env):
    file = tmp_path / "file"
    file.touch()
    with pytest.raises(FolderUnwritable, match="GRAPH_HOME"):
        ensure_running(file / "below", env=env)
    with pytest.raises(FolderUnwritable):
        status(file / "below")


def test_a_lost_password_file_is_said_before_anything_starts(tmp_path, env):
    (Home(tmp_path).server(LTS) / "data" / "databases" / "system").mkdir(parents=True)
    with pytest.raises(WrongPassword, match="put back"):
        ensure_running(tmp_path, env=env)
    assert Home(tmp_path).password() is None


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs Linux's /dev/full")
def test_a_full_disk_is_said_as_such(tmp_path):
    with pytest.raises(DiskFull, match="GRAPH_HOME"), disk_errors_in_sentences(tmp_path):
        Path("/dev/full").write_text("x")


def test_a_disk_without_room_is_said_before_the_start(tmp_path):
    refuse_full_disk(tmp_path, room=1)
    with pytest.raises(DiskFull):
        refuse_full_disk(tmp_path, room=2**80)


def test_other_errors_of_the_system_stay_what_they_are(tmp_path):
    with pytest.raises(OSError, match="refused"), disk_errors_in_sentences(tmp_path):
        raise OSError(errno.EIO, "refused")


def test_little_memory_is_said_with_the_smaller_heap():
    with pytest.raises(MemoryTooSmall, match=r"896 MB.*300 MB are free.*GRAPH_HEAP=256m"):
        refuse_little_memory(options(), free=300)


def test_at_the_smallest_heap_no_smaller_one_is_offered():
    with pytest.raises(MemoryTooSmall) as raised:
        refuse_little_memory(options(GRAPH_HEAP="256m"), free=300)
    assert "GRAPH_HEAP" not in str(raised.value)


def test_enough_memory_is_no_reason_to_stop():
    refuse_little_memory(options(), free=896)


def test_a_container_leaves_less_than_the_machine(tmp_path):
    (tmp_path / "meminfo").write_text("MemTotal: 9 kB\nMemAvailable:    8388608 kB\n")
    (tmp_path / "memory.max").write_text(f"{512 * 2**20}\n")
    (tmp_path / "memory.current").write_text(f"{112 * 2**20}\n")
    assert free_memory(tmp_path / "meminfo", tmp_path) == 400
    (tmp_path / "memory.max").write_text("max\n")
    assert free_memory(tmp_path / "meminfo", tmp_path) == 8192


def test_without_proc_the_machine_says_its_memory(tmp_path):
    assert free_memory(tmp_path / "absent", tmp_path) > 256


@pytest.mark.parametrize("text", ["lots", "512", "64m", "-1g", "512 apples"])
def test_a_heap_that_cannot_be_read_is_said(text):
    with pytest.raises(BadSetting, match="GRAPH_HEAP"):
        options(GRAPH_HEAP=text)


@pytest.mark.parametrize(("text", "size"), [("256m", 256), ("2g", 2048), ("1GB", 1024)])
def test_a_heap_is_read_in_megabytes(text, size):
    assert options(GRAPH_HEAP=text).heap == size


@pytest.mark.parametrize("text", ["abc", "0", "65536", "-5"])
def test_a_port_that_cannot_be_read_is_said(text):
    with pytest.raises(BadSetting, match="GRAPH_PORT"):
        options(GRAPH_PORT=text)


@pytest.mark.parametrize(
    ("text", "version"),
    [("5.26", LTS), ("5.26.30", LTS), ("5", LTS), ("2026", CURRENT), ("2026.08.1", CURRENT)],
)
def test_a_version_has_short_names(text, version):
    assert choose(text) == version


@pytest.mark.parametrize("text", ["4.4", "5.2", "", "2026.0", "latest"])
def test_an_unknown_version_is_said_with_the_known_ones(text):
    with pytest.raises(UnknownVersion, match=r"5\.26 or 2026"):
        choose(text)


def test_a_folder_keeps_the_version_that_it_ran_last(tmp_path):
    ran = StartRecord(port=1, pid=1, version=CURRENT.number, started="", jars="")
    Home(tmp_path).remember(ran)
    assert Options.read(Home(tmp_path), None, {}).version == CURRENT
    assert Options.read(Home(tmp_path), None, {"NEO4J_VERSION": "5.26"}).version == LTS


def test_a_state_that_cannot_be_read_is_no_state(tmp_path):
    Home(tmp_path).state_file.write_text("{")
    assert Home(tmp_path).state() is None


def test_other_systems_are_told_what_they_can_do():
    refuse_other_systems("Darwin")
    with pytest.raises(UnsupportedSystem, match="NEO4J_URI"):
        refuse_other_systems("Windows")


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ("bind(..) failed: Address already in use", "Port 7000"),
        ("No space left on device", "is full"),
        ("Zulfiya could not be stored", "the reason is in"),
    ],
)
def test_a_death_is_told_without_quoting_the_log(tmp_path, said, sentence):
    (tmp_path / "logs").mkdir()
    (tmp_path / "logs" / "neo4j.log").write_text(said)
    told = str(why_it_died(1, 7000, tmp_path))
    assert sentence in told
    assert "Zulfiya" not in told


def test_nothing_runs_in_a_folder_that_is_not_there(tmp_path):
    assert running(tmp_path / "absent") is None
    assert not stop(tmp_path / "absent")
    assert not (tmp_path / "absent").exists()


def test_a_command_ends_with_a_sentence_and_code_1(tmp_path, monkeypatch):
    monkeypatch.setenv("GRAPH_HOME", str(tmp_path))
    monkeypatch.setenv("NEO4J_VERSION", "3.5")
    shown = CliRunner().invoke(commands, ["start"])
    assert shown.exit_code == 1
    assert shown.stderr.startswith("Neo4j '3.5' is not a version")


def test_stopping_what_does_not_run_is_no_error(tmp_path, monkeypatch):
    monkeypatch.setenv("GRAPH_HOME", str(tmp_path))
    shown = CliRunner().invoke(commands, ["stop"])
    assert (shown.exit_code, shown.stdout) == (0, "Neo4j was not running.\n")


def test_every_error_is_one_of_the_tree():
    import graph.server.server_errors as tree  # noqa: PLC0415

    ours = [kind for kind in vars(tree).values() if isinstance(kind, type)]
    named = [kind for kind in ours if issubclass(kind, Exception)]
    assert len(named) > 10
    assert all(issubclass(kind, GraphError) for kind in named)
    assert [kind.__name__ for kind in named if kind.__name__ not in tree.__doc__] == []
