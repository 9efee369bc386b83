"""`python -m graph export` over the six families, loaded as a user loads them."""

import json
import os
import resource
import shlex
import signal
import subprocess
import sys
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path

import pyrage
import pytest
from typer.testing import CliRunner

from graph.__main__ import app
from graph.export.formats import FORMATS
from graph.export.ledger.ledger import HEAD_FOLDER, Ledger
from graph.export.package import Audience
from graph.export.preparing import InvalidChoice, check
from graph.export.request import ExportRequest, SelectionRequest
from graph.export.typed_words import typed
from tests.commands.conftest import REPORT, ROOT
from tests.export.families import everyone, packaged

FAMILY = ("--family", "meripet", "--as-of", "2018-11-30")
FORCED = ("--force", "--reason", "the report is public")


@pytest.fixture(scope="module")
def as_typed() -> list[str]:
    """Somebody has read every word of the six families that leaves as it was typed."""
    words = typed(packaged(everyone(), "partner"))
    return [part for word in words for part in ("--as-typed", word)]


@pytest.fixture(scope="module")
def loaded(open_store):
    """The store with the six families, loaded once for this file."""
    from ingest import read  # noqa: PLC0415 - the fixture is the only user
    from ingest.into_store import known_in, load  # noqa: PLC0415

    open_store.clear()
    load(open_store, read([REPORT], known=known_in(open_store)))
    return open_store


@pytest.fixture
def export(loaded, home, tmp_path, monkeypatch, as_typed):
    """Run `export` on the loaded store, into a folder of the test's own."""
    monkeypatch.setenv(HEAD_FOLDER, str(tmp_path / "apart"))
    monkeypatch.chdir(tmp_path)
    return lambda *words: CliRunner().invoke(app, ["export", *words, *as_typed])


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.is_file())


def test_a_family_for_partners_leaves_with_a_line_in_the_ledger(export, home, tmp_path):
    done = export(
        *FAMILY, "--format", "graphml", "--audience", "partner", "-o", "out.graphml",
        "--to", "Ministry", "--by", "ana",
    )  # fmt: skip
    assert done.exit_code == 0, done.output
    [entry] = Ledger(home).entries()
    assert (entry.fields["recipient"], entry.fields["by"]) == ("Ministry", "ana")
    assert entry.fields["children"] == 4
    assert "amina" not in (tmp_path / "out.graphml").read_text(encoding="utf-8").lower()
    assert "does not hold" in (tmp_path / "out.graphml.losses.txt").read_text(encoding="utf-8")
    assert "Not promised" in done.output


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_leaves(export, name):
    done = export(*FAMILY, "--format", name, "--audience", "partner", "-o", "out.file")
    assert done.exit_code == 0, done.output


def test_words_that_leave_as_they_were_typed_are_confirmed_one_by_one(export, home, tmp_path):
    wanted = (*FAMILY, "--format", "csv", "--audience", "partner", "-o", "out.zip")
    run = CliRunner()
    done = run.invoke(app, ["export", *wanted])
    assert done.exit_code == 3
    assert "--as-typed 'Turkish Foreign Ministry'" in done.output
    assert files(tmp_path) == []
    asked = shlex.split(done.output.splitlines()[-1])
    one_less = run.invoke(app, ["export", *wanted, *asked[:-2]])
    assert one_less.exit_code == 3
    assert one_less.output.count("--as-typed") == 1
    assert run.invoke(app, ["export", *wanted, *asked]).exit_code == 0


def test_of_a_folder_a_family_stays_of_whom_nobody_read_the_words(export, tmp_path):
    (tmp_path / "all").mkdir()
    words = ["--child", "dilnur-son", "--format", "csv", "--audience", "partner"]
    done = CliRunner().invoke(app, ["export", *words, "--each", "all"])
    assert done.exit_code == 3
    assert "1 family not exported: nobody has read --as-typed" in done.output


def test_the_disclosure_check_refuses_a_family_that_is_the_only_one_like_it(export, tmp_path):
    done = export(*FAMILY, "--format", "csv", "--audience", "briefing", "-o", "out.zip")
    assert done.exit_code == 3
    assert "Only this family of the store looks like this" in done.output
    assert "No coarser audience" in done.output
    assert files(tmp_path) == []


def test_force_needs_a_reason_which_the_ledger_keeps(export, home, tmp_path):
    wanted = (*FAMILY, "--format", "csv", "--audience", "briefing", "-o", "out.zip")
    assert export(*wanted, "--force").exit_code == 2
    done = export(*wanted, *FORCED)
    assert done.exit_code == 0, done.output
    [entry] = Ledger(home).entries()
    assert (entry.fields["forced"], entry.fields["reason"]) == (True, "the report is public")


def test_a_day_below_internal_is_the_end_of_its_period_and_that_is_said(export, home):
    done = export(
        "--child", "mihriban-eldest-child", "--as-of", "2020-06-24", "--format", "csv",
        "--audience", "partner", "-o", "out.zip",
    )  # fmt: skip
    assert done.exit_code == 0, done.output
    assert "this is as of 2020-06-30" in done.output
    [entry] = Ledger(home).entries()
    assert entry.fields["as_of"] == "2020-06-30"


def test_what_left_before_to_the_same_recipient_is_said_before_more_leaves(export, tmp_path):
    wanted = (*FAMILY, "--format", "csv", "--audience", "partner", "--to")
    first = export(*wanted, "Ministry", "-o", "a.zip")
    assert "left today" not in first.output
    again = export(*wanted, " MINISTRY", "-o", "b.zip")
    said, left = again.output.index("left today, to Ministry"), again.output.index("b.zip")
    assert said < left
    assert "left today" not in export(*wanted, "somebody else", "-o", "c.zip").output


@pytest.mark.parametrize("field", ["--reason", "--by", "--approved-by"])
@pytest.mark.parametrize("audience", ["internal", "partner"])
@pytest.mark.parametrize("named", ["Amina called", "amina", "for mother-of-turghun"])
def test_what_is_typed_for_the_ledger_names_nobody(
    export, home, tmp_path, field, audience, named
):
    words = (*FAMILY, "--format", "csv", "--audience", audience, "-o", "x.zip", field, named)
    done = export(*words)
    assert (done.exit_code, f"{field} holds a name or an id" in done.output) == (3, True)
    assert files(tmp_path) == []
    assert Ledger(home).entries() == []


@pytest.mark.parametrize(
    "typed_words",
    [
        ("--plea", "Please ask Mihriban Kader.", "-o", "out.docx"),
        ("--to", "Kader", "-o", "out.docx"),
        ("--reason", "for Mihriban", "-o", "out.docx"),
        ("--by", "Kader", "-o", "out.docx"),
        ("-o", "mihriban.docx"),
    ],
    ids=lambda words: words[0],
)
def test_what_is_typed_names_nobody_of_another_family(export, tmp_path, typed_words):
    done = export(*FAMILY, "--format", "docx", "--audience", "partner", *typed_words)
    assert (done.exit_code != 0, files(tmp_path)) == (True, []), done.output


def test_the_reason_of_a_consent_names_nobody_either(export, home):
    words = ["consent", "t-meripet", "internal", "--reason", "Amina asked"]
    done = CliRunner().invoke(app, words)
    assert (done.exit_code, "--reason holds a name" in done.output) == (1, True)
    assert Ledger(home).entries() == []


@pytest.mark.parametrize("path", ["", ".", "..", "/"])
def test_a_folder_is_no_name_of_a_file(export, tmp_path, path):
    done = export(*FAMILY, "--format", "csv", "--audience", "internal", "-o", path)
    assert (done.exit_code, "names a folder and no file" in done.output) == (2, True)
    assert files(tmp_path) == []


def test_of_several_formats_what_can_be_made_is_made_and_the_others_are_said(
    export, home, tmp_path
):
    done = export(
        "--people", "amina", "--format", "pdf", "--format", "csv", "--format", "png",
        "--audience", "internal", "-o", "x",
    )  # fmt: skip
    assert done.exit_code == 3
    assert "pdf was not made. Nothing was exported: " not in done.output
    assert "pdf was not made: documents and pictures" in done.output
    assert "png was not made: documents and pictures" in done.output
    assert "x.csv.zip" in files(tmp_path)
    assert [entry.fields["format"] for entry in Ledger(home).entries()] == ["csv"]


def test_a_child_and_people_are_handed_over_together(export, tmp_path):
    done = export(
        "--child", "meripet-eldest-child", "--people", "amina", "--format", "html",
        "--format", "png", "--audience", "internal", "-o", "x",
    )  # fmt: skip
    assert done.exit_code == 0, done.output
    assert "Amina" in (tmp_path / "x.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "Nothing is selected"),
        (("--child", "meripet-eldest"), "the nearest: meripet-eldest-child"),
        (("--child", "amina"), "not as a child"),
        (("--family", "amina"), "no parent, brother or sister"),
        (("--people", "amina,nobody-here"), "'nobody-here'"),
        (("--ask", "one_left", "--param", "as_of=1990-01-01"), "finds nobody"),
        (("--ask", "one_lef"), "one_left"),
    ],
)
def test_a_wrong_selection_is_said_in_a_sentence(export, tmp_path, words, said):
    done = export(*words, "--format", "csv", "--audience", "internal", "-o", "out.zip")
    assert done.exit_code == 2
    assert said in done.output
    assert "Traceback" not in done.output
    assert files(tmp_path) == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--audience", "minister", "-o", "x"), "internal, partner, briefing, public"),
        (("--audience", "internal", "-o", "x", "--format", "xls"), "is no format"),
        (("--audience", "internal"), "-o FILE"),
        (("--audience", "internal", "-o", "nowhere/x"), "is no folder"),
        (("--audience", "public", "-o", "x", "--with-relays"), "only partners"),
        (("--audience", "internal", "-o", "x", "--tlp", "TLP:CLEAR"), "second person"),
        (("--audience", "public", "-o", "x", "--tlp", "TLP:PINK"), "is no label"),
        (("--audience", "partner", "-o", "x", "--tlp", "TLP:GREEN"), "too loose"),
    ],
)
def test_options_that_do_not_go_are_said_in_a_sentence(export, tmp_path, words, said):
    done = export(*FAMILY, "--format", "csv", *words)
    assert done.exit_code == 2
    assert said in done.output
    assert files(tmp_path) == []


@pytest.mark.parametrize("second", ["ANA", " a n a ", "an\u200ba", "ana\ufe0f"])
def test_nobody_approves_what_they_export_themselves(second):
    choice = ExportRequest(
        selection=SelectionRequest(), audience=Audience.PUBLIC, made_on=date(2026, 1, 1),
        tlp="TLP:CLEAR", by="Ana", approved_by=second,
    )  # fmt: skip
    with pytest.raises(InvalidChoice, match="second person"):
        check(choice)
    check(replace(choice, approved_by="Ben"))


def test_the_help_and_the_documentation_name_every_format():
    from graph.commands.export_command import export as command  # noqa: PLC0415 - the words alone

    [option] = command.__annotations__["form"].__metadata__
    said = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")
    assert all(name in option.help and f"`{name}`" in said for name in FORMATS)


def test_without_an_audience_nothing_is_assumed(export):
    assert export(*FAMILY, "--format", "csv", "-o", "out.zip").exit_code == 2


@pytest.mark.parametrize("key", ["age1nonsense", "ana@example.org", "AGE-SECRET-KEY-1X"])
def test_a_bad_key_is_said_before_anything_is_written(export, tmp_path, key):
    done = export(
        *FAMILY, "--format", "csv", "--audience", "internal", "-o", "x", "--recipient", key
    )
    assert done.exit_code == 2
    assert "age1" in done.output
    assert ("SECRET-KEY-1X" in done.output) is False
    assert files(tmp_path) == []


def test_encrypted_for_two_people_no_clear_byte_reaches_the_folder(export, home, tmp_path):
    owners = [pyrage.x25519.Identity.generate() for _ in range(2)]
    keys = [word for one in owners for word in ("--recipient", str(one.to_public()))]
    done = export(
        *FAMILY, "--format", "graphml", "--audience", "internal", "-o", "out.graphml", *keys
    )
    assert done.exit_code == 0, done.output
    assert files(tmp_path) == ["out.graphml.age"]
    sealed = (tmp_path / "out.graphml.age").read_bytes()
    assert b"Amina" not in sealed
    for owner in owners:
        assert b"Amina" in pyrage.decrypt(sealed, [owner])
    [entry] = Ledger(home).entries()
    assert entry.fields["keys"] == [str(one.to_public()) for one in owners]


def test_a_file_that_is_there_is_left_as_it_is(export, tmp_path):
    (tmp_path / "out.zip").write_text("mine", encoding="utf-8")
    done = export(*FAMILY, "--format", "csv", "--audience", "internal", "-o", "out.zip")
    assert (done.exit_code, "--overwrite" in done.output) == (1, True)
    assert (tmp_path / "out.zip").read_text(encoding="utf-8") == "mine"


def test_two_formats_with_one_ending_do_not_take_each_others_place(export, tmp_path):
    done = export(
        *FAMILY, "--format", "pdf", "--format", "factsheet", "--audience", "partner", "-o", "x"
    )
    assert done.exit_code == 0, done.output
    assert {"x.pdf", "x.factsheet.pdf"} <= set(files(tmp_path))


def test_every_target_is_looked_at_before_the_first_file_leaves(export, home, tmp_path):
    (tmp_path / "x.graphml").write_text("mine", encoding="utf-8")
    done = export(
        *FAMILY, "--format", "csv", "--format", "graphml", "--audience", "partner", "-o", "x"
    )
    assert done.exit_code == 1
    assert files(tmp_path) == ["x.graphml"]
    assert Ledger(home).entries() == []


def test_what_left_is_told_also_where_a_later_one_fails(export, tmp_path):
    """The disk takes the smaller file and not the larger one."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    export(
        *FAMILY, "--format", "svg", "--format", "graphml", "--audience", "partner", "-o", "a"
    )
    sizes = sorted((tmp_path / f"a.{name}").stat().st_size for name in ("svg", "graphml"))
    small, large = ("svg", "graphml")
    if (tmp_path / "a.svg").stat().st_size == sizes[1]:
        small, large = large, small
    resource.setrlimit(resource.RLIMIT_FSIZE, (sum(sizes) // 2, before[1]))
    try:
        done = export(
            *FAMILY, "--format", small, "--format", large, "--audience", "partner", "-o", "b"
        )
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert done.exit_code == 1
    assert f"b.{small}\n" in done.output
    assert "Ledger head" in done.output
    assert f"b.{large} could not be written" in done.output
    assert f"b.{small}" in files(tmp_path)


def test_the_ending_of_the_format_is_added_and_said(export, tmp_path):
    done = export(*FAMILY, "--format", "jsonl", "--audience", "internal", "-o", "all")
    assert done.exit_code == 0, done.output
    assert ".jsonl is added" in done.output
    assert "all.jsonl" in files(tmp_path)


@pytest.mark.parametrize("name", ["pdf", "docx", "html", "png", "svg", "factsheet"])
def test_a_document_without_a_child_is_refused_in_a_sentence(export, tmp_path, name):
    done = export("--people", "amina", "--format", name, "--audience", "internal", "-o", "x")
    assert done.exit_code == 3
    assert "no child is selected" in done.output
    assert files(tmp_path) == []


def test_people_alone_are_refused_a_briefing_as_their_family_would_be(export, tmp_path):
    done = export("--people", "amina", "--format", "csv", "--audience", "briefing", "-o", "x")
    assert done.exit_code == 3
    assert "the disclosure check refuses it" in done.output
    assert files(tmp_path) == []


@pytest.mark.parametrize("make", [Path.mkdir, lambda path: path.symlink_to("/etc/hosts")])
def test_only_an_ordinary_file_is_overwritten(export, tmp_path, make):
    make(tmp_path / "x.csv.zip")
    done = export(
        *FAMILY, "--format", "csv", "--audience", "partner", "-o", "x.csv.zip", "--overwrite"
    )
    assert (done.exit_code, "no ordinary file" in done.output) == (1, True)


def test_a_name_of_a_file_that_tells_is_refused(export, tmp_path):
    done = export(*FAMILY, "--format", "csv", "--audience", "partner", "-o", "amina_2018.zip")
    assert done.exit_code == 3
    assert "name of the file" in done.output
    assert files(tmp_path) == []


def test_a_folder_that_cannot_be_written_is_said(export, tmp_path):
    shut = "/proc/out.zip" if os.geteuid() == 0 else "shut/out.zip"  # root writes everywhere
    (tmp_path / "shut").mkdir(mode=0o500)
    done = export(*FAMILY, "--format", "csv", "--audience", "internal", "-o", shut)
    assert (done.exit_code, "could not be written" in done.output) == (1, True)


def test_a_disk_that_fills_leaves_nothing_and_the_ledger_no_line(export, home, tmp_path):
    export(*FAMILY, "--format", "csv", "--audience", "internal", "-o", "first.zip")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (9_000, before[1]))
    try:
        done = export(*FAMILY, "--format", "csv", "--audience", "internal", "-o", "out.zip")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert done.exit_code == 1
    assert "could not be written" in done.output
    assert "Traceback" not in done.output
    assert [name for name in files(tmp_path) if name.startswith((".", "out"))] == []
    assert len(Ledger(home).entries()) == 1


def test_killed_in_the_middle_no_half_file_is_left(export, home, tmp_path):
    command = [
        sys.executable, "-m", "graph", "export", *FAMILY, "--format", "graphml",
        "--audience", "internal", "-o", str(tmp_path / "out.graphml"), "--overwrite",
    ]  # fmt: skip
    out = tmp_path / "out.graphml"
    for seconds in (0.8, 1.5, 2.5):
        with subprocess.Popen(
            command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        ) as running:
            with suppress(subprocess.TimeoutExpired):  # a quick machine may have ended by then
                running.wait(seconds)
            running.kill()
        assert not out.exists() or out.read_text(encoding="utf-8").rstrip().endswith(">")
        assert {path.name for path in tmp_path.iterdir() if path.is_file()} <= {
            out.name,
            f"{out.name}.losses.txt",
        }
    assert Ledger(home).faults() == []


def test_a_file_for_each_family_goes_into_a_folder(export, home, tmp_path):
    (tmp_path / "all").mkdir()
    done = export(
        "--ask", "nobody_left", "--param", "as_of=2017-06-01", "--format", "csv",
        "--audience", "partner", "--each", "all",
    )  # fmt: skip
    assert done.exit_code == 0, done.output
    made = [name for name in files(tmp_path / "all") if name.endswith(".zip")]
    assert len(made) == len(Ledger(home).entries()) >= 1


def test_of_a_folder_the_families_that_may_not_go_are_told_and_nothing_is_forced(
    export, tmp_path
):
    (tmp_path / "all").mkdir()
    done = export(
        "--child", "meripet-eldest-child", "--child", "dilnur-son", "--as-of", "2018-12-31",
        "--format", "csv", "--audience", "briefing", "--each", "all",
    )  # fmt: skip
    assert done.exit_code == 3
    assert "not exported: Family of Dilnur is the only one" in done.output
    assert "Only this family" in done.output
    assert files(tmp_path / "all") == []


def test_some_people_alone_are_handed_over_with_nobody_else(export, tmp_path):
    done = export(
        "--people", "amina,mother-of-turghun", "--format", "cytoscape",
        "--audience", "internal", "-o", "out.cyjs",
    )  # fmt: skip
    assert done.exit_code == 0, done.output
    text = (tmp_path / "out.cyjs").read_text(encoding="utf-8")
    assert json.loads(text)
    assert "Amina" in text
    assert "Turghun Memet" not in text


def test_a_recall_makes_the_file_anew_for_its_reader_beside_the_letter(
    export, home, tmp_path, as_typed
):
    run, claim = CliRunner(), "amina-killed@t-meripet:L250"
    made = ("--audience", "partner", "--to", "Ministry", "--pseudonyms")
    export(*FAMILY, *made, "--format", "pdf", "--format", "csv", "-o", "a")
    (tmp_path / "early").mkdir()
    early = run.invoke(app, ["recall", claim, "--letters", str(tmp_path / "early"), *as_typed])
    assert early.output.count("it would hold the same again") == 2
    assert "Say whether you need one" in (tmp_path / "early/recall-1.txt").read_text("utf-8")
    run.invoke(app, ["retract", claim, "--reason", "it was somebody else"])
    (tmp_path / "late").mkdir()
    late = run.invoke(app, ["recall", claim, "--letters", str(tmp_path / "late"), *as_typed])
    run.invoke(app, ["restore", claim, "--reason", "it was her"])
    assert late.exit_code == 0, late.output
    assert {"recall-1.txt", "recall-1-1.pdf", "recall-1-2.csv.zip"} <= {
        *files(tmp_path / "late")
    }
    letter = (tmp_path / "late/recall-1.txt").read_text("utf-8")
    assert "with this letter:\n- recall-1-1.pdf, in place of export " in letter
    assert "\n- recall-1-2.csv.zip, in place of export " in letter
    *_, old, pdf, csv = Ledger(home).entries()
    assert (pdf.fields["format"], csv.fields["format"]) == ("pdf", "csv")
    same = ("audience", "recipient", "as_of", "selected", "extras")
    assert [pdf.fields[name] for name in same] == [old.fields[name] for name in same]
    assert old.fields["export_id"] in csv.fields["reason"]
    token = Ledger(home).token(claim)
    assert (token in old.fields["claims"], token in csv.fields["claims"]) == (True, False)


def test_a_recalled_file_that_the_check_refuses_is_to_be_destroyed_and_not_replaced(
    export, tmp_path, as_typed
):
    run, claim = CliRunner(), "amina-killed@t-meripet:L250"
    made = ("--audience", "briefing", "--to", "Ministry", "--format", "csv", "-o", "a")
    done = export(*FAMILY, *made, *FORCED)
    assert done.exit_code == 0, done.output
    run.invoke(app, ["retract", claim, "--reason", "it was somebody else"])
    found = run.invoke(app, ["recall", claim, "--letters", str(tmp_path), *as_typed])
    run.invoke(app, ["restore", claim, "--reason", "it was her"])
    assert "the disclosure check refuses it" in found.output
    letter = (tmp_path / "recall-1.txt").read_text("utf-8")
    assert "For these we send nothing new" in letter
    assert "Say whether you need one" not in letter


def test_recall_lists_who_has_a_claim_and_consent_that_is_withdrawn_says_so(
    export, home, tmp_path
):
    run = CliRunner()
    export(
        *FAMILY, "--format", "csv", "--audience", "partner", "-o", "a.zip", "--to", "Ministry"
    )
    found = run.invoke(app, ["recall", "amina-killed@t-meripet:L250"])
    assert "for Ministry" in found.output
    by_name = run.invoke(app, ["recall", "testimony of meripet"])
    assert (by_name.exit_code, "for Ministry" in by_name.output) == (0, True)
    many = run.invoke(app, ["recall", "police"])
    assert (many.exit_code, "Give one of these ids: " in many.output) == (1, True)
    assert "No export carried" in run.invoke(app, ["recall", "omer-appeal@t-omer:L129"]).output
    nobody = run.invoke(app, ["recall", "nobody"])
    assert (nobody.exit_code, "is in the store or the ledger" in nobody.output) == (1, True)
    empty = run.invoke(app, ["consent", "t-meripet", "internal", "--reason", " "])
    assert (empty.exit_code, "--reason is empty" in empty.output) == (2, True)
    told = run.invoke(app, ["consent", "t-meripet", "internal", "--reason", "she asked"])
    assert told.exit_code == 0, told.output
    assert "for Ministry" in told.output
    done = export(*FAMILY, "--format", "csv", "--audience", "partner", "-o", "b.zip")
    assert done.exit_code == 2
    assert "no source of it agreed" in done.output
    assert run.invoke(app, ["ledger", "verify"]).exit_code == 0
    assert "consent: internal" in run.invoke(app, ["ledger", "list"]).output


def test_a_ledger_that_somebody_wrote_in_is_listed_and_recalled_with_a_warning(export, home):
    run = CliRunner()
    export(*FAMILY, "--format", "csv", "--audience", "internal", "-o", "a.zip")
    with (home / "exports.jsonl").open("a", encoding="utf-8") as file:
        file.write("by hand\n")
    for command in (["ledger", "list"], ["recall", "amina-killed@t-meripet:L250"]):
        said = run.invoke(app, command)
        assert said.exit_code == 1
        assert "csv" in said.output
        assert "Line 2 cannot be read." in said.stderr
