"""Who looks like whom: by all that the file would say, asked of a store as users load it."""

import csv
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from graph.__main__ import app
from graph.export.ledger.ledger import HEAD_FOLDER
from ingest.__main__ import app as ingest_app

FIVE = Path(__file__).parents[1] / "data" / "five_families"
"""Five families whose children, homes, years and host country are the same."""


@pytest.fixture
def export(home, store, tmp_path, monkeypatch):
    """Load the five families, some rows left out, and export the first one."""
    monkeypatch.setenv(HEAD_FOLDER, str(tmp_path / "apart"))

    def run(audience, without=()):
        folder = shutil.copytree(FIVE, tmp_path / "tables")
        for table in ("people", "kinship", "events"):
            _cut(folder / f"{table}.csv", without)
        done = CliRunner().invoke(ingest_app, [str(folder)])
        assert done.exit_code == 0, done.output
        words = ("--family", "m1", "--format", "csv", "--audience", audience)
        return CliRunner().invoke(app, ["export", *words, "-o", str(tmp_path / "out.zip")])

    return run


def _cut(table: Path, without) -> None:
    with table.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        rows = [row for row in reader if not row["id"].startswith(tuple(without))]
    with table.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, reader.fieldnames)
        writer.writeheader()
        writer.writerows(rows)


OWN = ("x", "kx", "ex", "ap", "gov")
"""What the first family alone has: six relatives, what became of them, an appeal."""


@pytest.mark.parametrize("audience", ["briefing", "public"])
def test_five_families_with_one_story_may_leave(export, audience):
    done = export(audience, without=OWN)
    assert done.exit_code == 0, done.output
    assert "5 families of the store look like this" in done.output


@pytest.mark.parametrize("kept", ["kx0", "ex", "ap"])
@pytest.mark.parametrize("audience", ["briefing", "public"])
def test_a_family_with_another_story_is_not_like_them(export, audience, kept):
    """A relative, what happened to one, an appeal: each of it alone tells the family apart."""
    apart = {
        "kx0": ("kx1", "kx2", "kx3", "kx4", "kx5", "ex", "ap"),
        "ex": ("ap",),
        "ap": ("kx", "ex"),
    }
    done = export(audience, without=apart[kept])
    assert done.exit_code == 3
    assert "But only this family by all that the file says" in done.output
