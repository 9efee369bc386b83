"""What `export --format jsonl` wrote, loaded into an empty store, is the graph that it was."""

import pytest
from typer.testing import CliRunner

from graph.__main__ import app
from ingest import read
from ingest.__main__ import app as ingest_app
from tests.commands.conftest import ELSEWHERE, INVENTED, REPORT

NAMED_BY_NOTHING = "home-riddle"
"""A place of the invented set that no claim names, so that no export reaches it."""
SETS = {
    "report": (REPORT,),
    "invented": (INVENTED,),
    "elsewhere": (ELSEWHERE,),
    "both": (REPORT, INVENTED),
}


@pytest.fixture
def run(home, store):
    """Run a command that must succeed on a store that begins empty; return what it says."""

    def command(program, *words):
        done = CliRunner().invoke(program, [str(word) for word in words])
        assert done.exit_code == 0, done.output
        return done.output

    return command


@pytest.mark.parametrize("folders", SETS.values(), ids=SETS)
def test_all_children_exported_and_loaded_again_are_the_same_graph(
    run, store, tmp_path, folders
):
    run(ingest_app, *folders)
    before = store.graph_hash()
    file = export(run, tmp_path, *store.children())
    lost = file.with_name("all.jsonl.losses.txt").read_text(encoding="utf-8")
    store.clear()
    store.prepare()
    run(ingest_app, file)
    if NAMED_BY_NOTHING in lost:
        run(ingest_app, *_rows_alone(tmp_path, INVENTED, NAMED_BY_NOTHING))
    assert store.graph_hash() == before
    said = {line for line in lost.splitlines() if "answers" not in line}
    assert len(said) == (2 if INVENTED in folders else 1)


def _rows_alone(folder, of, place):
    """The tables that the loss report names: the row of a place that no claim names."""
    alone = folder / "alone"
    alone.mkdir()
    for name in ("dataset", "places"):
        head, *rows = (of / f"{name}.csv").read_text(encoding="utf-8").splitlines()
        kept = rows if name == "dataset" else [r for r in rows if r.startswith(f"{place},")]
        (alone / f"{name}.csv").write_text("\n".join([head, *kept, ""]), encoding="utf-8")
    return [alone]


def test_no_family_alone_says_a_claim_that_no_table_says(run, store, tmp_path):
    run(ingest_app, *SETS["both"])
    tables = read(list(SETS["both"])).records
    recorded = {claim.id: claim for claim in tables.claims()}
    for child in store.children()[::6]:
        again = read([export(run, tmp_path, child)]).records
        assert {c.id for c in again.claims()} <= recorded.keys()
        assert all(c.row_hash == recorded[c.id].row_hash for c in again.claims())


def test_claims_within_reach_of_no_child_are_said_to_stay_behind(run, store, tmp_path):
    stranger = tmp_path / "stranger"
    stranger.mkdir()
    rows = "id,name,source,locator\nstranger,A Stranger,t-meripet,L1\n"
    (stranger / "people.csv").write_text(rows, encoding="utf-8")
    run(ingest_app, *SETS["report"], stranger)
    file = export(run, tmp_path, *store.children())
    lost = file.with_name("all.jsonl.losses.txt").read_text(encoding="utf-8")
    assert "within reach of no child, which no export holds: 1 of" in lost


def export(run, folder, *children):
    """Export some children as JSON lines for those who hold the testimonies."""
    named = [word for child in children for word in ("--child", child)]
    file = folder / "all.jsonl"
    options = ("--format", "jsonl", "--audience", "internal", "--overwrite")
    run(app, "export", *named, *options, "-o", file)
    return file
