"""python -m ingest: what it prints, and its exit code."""

import json

import pytest
import typer
from typer.testing import CliRunner

from ingest import read
from ingest.__main__ import _kept, app
from tests.ingest.valley import good_count


@pytest.fixture
def check():
    """Run the command without loading."""
    return lambda *words: CliRunner().invoke(app, ["--check", *map(str, words)])


def test_taken_and_rejected_are_what_was_read(family, check):
    result = check(family.add("people", id="omer", name="Omer", sex="f").csv())
    total = good_count()
    assert f"{total} taken + 1 rejected = {total + 1} read" in result.stdout
    assert "people.csv line 5: sex: 'f' is not known" in result.stdout


def test_clean_input_ends_with_0(family, check):
    assert check(family.csv()).exit_code == 0


def test_a_rejected_row_ends_with_1(family, check):
    assert check(family.add("people", id="omer", name="Omer", sex="f").csv()).exit_code == 1


def test_a_missing_file_beside_good_ones_ends_with_1(family, check, tmp_path):
    assert check(family.csv(), tmp_path / "nowhere").exit_code == 1


@pytest.mark.parametrize("name", ["nowhere", ""])
def test_nothing_to_read_ends_with_2(tmp_path, check, name):
    assert check(tmp_path / name).exit_code == 2


def test_programs_get_json(family, check):
    result = check(
        family.add("people", id="omer", name="Omer", sex="f").csv(), "--format", "json"
    )
    said = json.loads(result.stdout)
    assert (said["read"], said["taken"], said["rejected"]) == (11, 10, 1)
    assert said["rejected_rows"][0]["faults"][0]["column"] == "sex"


def test_an_unknown_encoding_is_said(family, check):
    result = check(family.csv(), "--encoding", "klingon")
    assert (result.exit_code, "is not an encoding" in result.stderr) == (2, True)


def test_checking_writes_no_quarantine(family, check, tmp_path, monkeypatch):
    monkeypatch.setenv("GRAPH_HOME", str(tmp_path / "home"))
    check(family.add("people", id="omer", name="Omer", sex="f").csv())
    assert not (tmp_path / "home").exists()


def test_a_quarantine_that_cannot_be_written_is_said_before_anything_is_loaded(
    family, tmp_path, monkeypatch, capsys
):
    home = tmp_path / "home"
    home.write_text("a file where the folder should be")
    monkeypatch.setenv("GRAPH_HOME", str(home))
    reading = read([family.add("people", id="omer", name="Omer", sex="f").csv()])
    with pytest.raises(typer.Exit) as stopped:
        _kept(reading)
    assert stopped.value.exit_code == 2
    assert "so nothing was loaded" in capsys.readouterr().err
