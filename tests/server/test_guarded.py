"""What the running server lets in and out, on both versions."""

import stat
import time
from pathlib import Path
from urllib.request import urlopen

import pytest
from neo4j.exceptions import Neo4jError

from graph.server.home import Home
from tests.server.conftest import answer_to
from tests.web import site

PROC = pytest.mark.skipif(not Path("/proc/net/tcp").exists(), reason="reads Linux's /proc")
LISTEN = "0A"


def sockets(pid):
    """Return (kind, local address, peer, state) of each of a process's network sockets."""
    inodes = set()
    for descriptor in Path(f"/proc/{pid}/fd").iterdir():
        try:
            inodes.add(str(descriptor.readlink()))
        except FileNotFoundError:
            continue
    rows = []
    for kind in ("tcp", "tcp6", "udp", "udp6"):
        for line in Path(f"/proc/net/{kind}").read_text().splitlines()[1:]:
            _, local, peer, state, *_, inode = line.split()[:10]
            if f"socket:[{inode}]" in inodes:
                rows.append((kind, local.split(":")[0], peer.split(":")[0], state))
    return rows


def is_loopback(address):
    """Tell whether an address of /proc/net, each of its words written backwards, is ours."""
    mapped = len(address) == 8 or address.startswith("0" * 16 + "FFFF0000")
    return address == "0" * 24 + "01000000" or (mapped and address.endswith("7F"))


def test_a_stranger_is_never_let_in(started):
    given_up = time.monotonic() + 20
    while "refused" not in started.strangers and time.monotonic() < given_up:
        time.sleep(0.05)
    assert "refused" in started.strangers
    assert set(started.strangers) <= {"refused", "nothing"}


def test_wrong_guesses_do_not_lock_the_owner_out(started):
    port = started.connection.port
    assert [answer_to("guess", port) for _ in range(6)] == ["refused"] * 6
    assert answer_to(started.connection.password, port) == "in"


def test_only_the_owner_reads_the_password(started):
    assert stat.S_IMODE(Home(started.home).password_file.stat().st_mode) == 0o600


def test_only_the_owner_reads_the_store(started):
    files = [file for file in (started.home / "server").rglob("*") if file.is_file()]
    assert any(file.name.startswith("neostore") for file in files)
    assert [file for file in files if stat.S_IMODE(file.stat().st_mode) & 0o077] == []


def test_the_password_is_on_no_command_line_and_in_no_text(started):
    password = started.connection.password
    assert password not in repr(started.connection)
    assert password not in Home(started.home).state_file.read_text()
    commands = [
        path.read_bytes() for path in Path("/proc").glob("[0-9]*/cmdline") if path.exists()
    ]
    assert not [command for command in commands if password.encode() in command]


@PROC
def test_it_listens_on_loopback_only(started):
    listening = [row for row in sockets(started.connection.pid) if row[3] == LISTEN]
    assert len(listening) == 1
    assert all(is_loopback(local) for _, local, _, _ in listening)


@PROC
def test_it_talks_to_nobody_else(started):
    seen = set()
    for _ in range(8):
        started.driver.execute_query("RETURN 1")
        seen.update(sockets(started.connection.pid))
        time.sleep(0.05)
    peers = {peer for _, _, peer, state in seen if state != LISTEN}
    assert peers  # we are one
    assert [peer for peer in peers if not is_loopback(peer)] == []
    assert [row for row in seen if row[0].startswith("udp")] == []


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::ffff:127.0.0.1]"])
def test_load_csv_fetches_nothing(started, host):
    with site("read\n") as web:
        with pytest.raises(Neo4jError, match="blocked via"):
            started.driver.execute_query(
                "LOAD CSV FROM $address AS row RETURN row",
                address=f"http://{host}:{web.port}/x",
            )
        assert web.hits == []
        with urlopen(f"http://127.0.0.1:{web.port}/us") as answer:  # it could have been fetched
            answer.read()
        assert web.hits == ["/us"]


def test_load_csv_reads_no_file(started, tmp_path):
    table = tmp_path / "table.csv"
    table.write_text("read\n")
    table.chmod(0o644)
    with pytest.raises(Neo4jError, match=r"(?i)config|not allowed|blocked"):
        started.driver.execute_query(
            "LOAD CSV FROM $address AS row RETURN row", address=table.as_uri()
        )


def test_the_settings_are_those_that_were_written(started):
    found, _, _ = started.driver.execute_query("SHOW SETTINGS YIELD name, value RETURN *")
    value = {row["name"]: row["value"] for row in found}
    assert {name: value[name] for name in EXPECTED} == EXPECTED
    fleet = ("server.fleet_discovery.enabled", "dbms.fleet_manager.enabled")
    assert {value.get(name, "false") for name in fleet} == {"false"}


EXPECTED = {
    "dbms.security.auth_enabled": "true",
    "dbms.usage_report.enabled": "false",
    "client.allow_telemetry": "false",
    "dbms.security.allow_csv_import_from_file_urls": "false",
    "db.logs.query.enabled": "OFF",
    "db.logs.query.transaction.enabled": "OFF",
    "server.http.enabled": "false",
    "server.https.enabled": "false",
    "db.transaction.timeout": "5m",
}


def test_no_query_reaches_a_log(started):
    name = "Zulfiya-of-the-test"
    started.driver.execute_query("RETURN $name AS name", name=name)
    with pytest.raises(Neo4jError):
        started.driver.execute_query(f"RETURN '{name}' AND nonsense")
    logs = list((started.home / "server").rglob("*.log"))
    assert "neo4j.log" in {log.name for log in logs}
    assert [log.name for log in logs if name in log.read_text(errors="replace")] == []


def test_an_empty_store_is_small(started):
    assert 500_000 < started.first_size < 8_000_000
