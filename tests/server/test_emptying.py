"""After a clear the managed server's files hold no name."""

import pytest
from typer.testing import CliRunner

from graph.__main__ import app
from graph.server import empty_managed, ensure_running, running, stop
from tests.server.conftest import opened

NAME = "Zumretqiz Unikum, whose long name is not packed into a few bytes as short ones are"


def holders(home, name=NAME):
    """Return the files below a folder that hold a name."""
    wanted = name.encode()
    files = [file for file in home.rglob("*") if file.is_file()]
    return [file for file in files if wanted in file.read_bytes()]


@pytest.mark.parametrize("version", ["5.26", "2026"])
def test_what_was_removed_is_in_no_file_of_the_emptied_server(home, env, monkeypatch, version):
    monkeypatch.setenv("NEO4J_VERSION", version)
    first = ensure_running(home, env={**env, "NEO4J_VERSION": version})
    with opened(first) as driver, driver.session() as session:
        session.run("CREATE (:Person {name: $name})", name=NAME).consume()
        session.run("MATCH (n) DETACH DELETE n").consume()
    stop(home)
    assert holders(home), "a removed node stays in the files: else this test proves nothing"
    broken_off = home / "server" / version / "emptied-data-20260101"
    broken_off.mkdir()
    (broken_off / "neostore").write_text(NAME, encoding="utf-8")
    second = empty_managed(home)
    assert holders(home) == [], "also what an emptying left that was broken off"
    assert (second.version, second.password) == (first.version, first.password)
    with opened(second) as driver, driver.session() as session:
        assert session.run("MATCH (n) RETURN count(n) AS n").single()["n"] == 0


def test_clear_removes_files_and_asks_for_the_rows_that_wait(home, env, monkeypatch):
    ensure_running(home, env=env)
    for name in ("NEO4J_URI", "NEO4J_VERSION"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("GRAPH_HOME", str(home))
    waits = home / "quarantine" / "20260101T000000-abcdef"
    waits.mkdir(parents=True)
    (waits / "people.csv").write_text(f"id,name\nx,{NAME}\n", encoding="utf-8")

    kept = CliRunner().invoke(app, ["clear"], input="y\nn\n")
    assert "Rejected rows of one load wait" in kept.output
    assert "The files of the server are removed as well" in kept.output
    assert holders(home) == [waits / "people.csv"]

    by_itself = CliRunner().invoke(app, ["clear", "--yes"])
    assert "wait to be mended" in by_itself.output, "what --yes keeps is said"
    assert holders(home) == [waits / "people.csv"]

    gone = CliRunner().invoke(app, ["clear", "--yes", "--quarantine"])
    assert "The rejected rows are deleted." in gone.output
    assert holders(home) == []
    assert running(home)
