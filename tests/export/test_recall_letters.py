"""Letters of a recall: each reader is asked once, about every file, and nobody is named."""

from datetime import date

import pytest
from typer.testing import CliRunner

from graph.__main__ import app
from graph.export.ledger.ledger import Ledger
from graph.export.ledger.recall_letters import InPlace, letters, write_letters
from graph.export.ledger.whole_files import NotWritten

DAY = date(2026, 11, 29)
FILES = [("Ministry", "KT-1", "pdf"), ("Embassy", "KT-2", "csv"), ("Ministry", "KT-3", "docx")]


@pytest.fixture
def entries(tmp_path):
    """Three files for two readers that carried what is recalled, and one that did not."""
    ledger = Ledger(tmp_path)
    for reader, export, form in FILES:
        fields = {
            "recipient": reader,
            "keys": [],
            "by": "ana",
            "audience": "partner",
            "export_id": export,
            "format": form,
            "sha256": f"hash-of-{export}",
            "sources": ledger.tokens(["t-amina"]),
            "reason": "she asked",
        }
        ledger.append("export", fields)
    ledger.append("export", fields | {"export_id": "KT-4", "sources": []})
    return ledger.carrying("t-amina")


def test_each_reader_gets_one_letter_about_all_their_files(entries):
    embassy, ministry = letters(entries, DAY)
    assert embassy.startswith("29 November 2026\n\nTo Embassy\n\nYou have 1 file of ours:\n")
    assert "To Ministry\n\nYou have 2 files of ours:\n" in ministry
    for export, form in (("KT-1", "pdf"), ("KT-3", "docx")):
        assert f"export {export}, {form}, SHA-256 hash-of-{export}\n" in ministry
    assert "KT-2" not in ministry
    assert "KT-4" not in ministry


def test_a_letter_says_of_each_file_what_comes_in_its_place(entries):
    first, second, third = entries
    in_place = [
        InPlace(recalled=[first], new="recall-2-1.pdf"),
        InPlace(recalled=[third], refused=True),
    ]
    embassy, ministry = letters(entries, DAY, in_place)
    made, refused = ministry.split("Use instead what we send with this letter:")[1].split(
        "For these we send nothing new"
    )
    assert made == "\n- recall-2-1.pdf, in place of export KT-1, pdf\n\n"
    assert refused.endswith("use nothing in their place:\n- export KT-3, docx\n")
    assert embassy.endswith("in which format:\n- export KT-2, csv\n")
    assert second.fields["export_id"] == "KT-2"


def test_one_new_file_in_place_of_two_is_named_once(entries):
    first, _, third = entries
    in_place = [InPlace(recalled=[first, third], new="recall-2-1.pdf")]
    _, ministry = letters(entries, DAY, in_place)
    assert ministry.count("recall-2-1.pdf") == 1
    assert "in place of export KT-1, pdf and export KT-3, docx\n" in ministry


def test_a_letter_names_no_source_and_no_reason(entries):
    for text in letters(entries, DAY):
        assert "amina" not in text
        assert "she asked" not in text


def test_who_was_not_named_is_called_by_their_key_or_not_at_all(tmp_path):
    ledger = Ledger(tmp_path)
    for keys in (["age1abc"], []):
        fields = {"recipient": "", "keys": keys, "export_id": "KT-1", "format": "csv"}
        ledger.append("export", fields | {"claims": ledger.tokens(["c"])})
    nobody, owner = sorted(letters(ledger.carrying("c"), DAY))
    assert "To nobody who was named" in nobody
    assert "To the owner of age1abc" in owner


def test_letters_are_for_their_owner_alone_and_replace_nothing(entries, tmp_path):
    folder = tmp_path / "letters"
    folder.mkdir()
    written = write_letters(folder, letters(entries, DAY))
    assert [path.name for path in written] == ["recall-1.txt", "recall-2.txt"]
    assert all(path.stat().st_mode & 0o077 == 0 for path in written)
    with pytest.raises(NotWritten, match="recall-1"):
        write_letters(folder, ["another"])
    assert "another" not in written[0].read_text(encoding="utf-8")


def test_the_command_writes_the_letters_beside_its_list(entries, tmp_path, monkeypatch):
    assert entries
    monkeypatch.setenv("GRAPH_HOME", str(tmp_path))
    done = CliRunner().invoke(app, ["recall", "t-amina", "--letters", str(tmp_path)])
    assert "3 exports, in 3 files, carried it:" in done.output
    assert "Written: 2 letters" in done.output
    assert "To Ministry" in (tmp_path / "recall-2.txt").read_text(encoding="utf-8")
