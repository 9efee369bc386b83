"""The record of what left: what was done to it afterwards is found."""

import json
import os
import resource
import signal
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest

from graph.export.ledger.consent_history import capped
from graph.export.ledger.ledger import HEAD_FOLDER, Ledger, LedgerBroken
from graph.export.ledger.recall import recall_lines
from graph.export.ledger.sealed_lines import append, last_line, sealed
from graph.record.model import Records


@pytest.fixture
def ledger(tmp_path, monkeypatch) -> Ledger:
    monkeypatch.setenv(HEAD_FOLDER, str(tmp_path / "apart"))
    return Ledger(tmp_path / "home")


def filled(ledger: Ledger, lines: int = 4):
    for number in range(lines):
        head = ledger.append("export", {"export_id": f"KT-{number}", "claims": []})
    return head


def changed(ledger: Ledger, change) -> None:
    lines = ledger.path.read_text(encoding="utf-8").splitlines()
    ledger.path.write_text("".join(f"{line}\n" for line in change(lines)), encoding="utf-8")


def test_a_ledger_as_it_was_written_has_no_fault(ledger):
    head = filled(ledger)
    assert ledger.faults(str(head)) == []
    assert [entry.number for entry in ledger.entries()] == [1, 2, 3, 4]


@pytest.mark.parametrize(
    "change",
    [
        lambda lines: [lines[0], lines[1].replace("KT-1", "KT-9"), *lines[2:]],
        lambda lines: [*lines[:1], *lines[2:]],
        lambda lines: [lines[1], lines[0], *lines[2:]],
        lambda lines: lines[:-1],
        lambda lines: lines[1:],
        lambda lines: lines[:0],
        lambda lines: [*lines, lines[-1]],
        lambda lines: [*lines[:2], "{", *lines[2:]],
    ],
    ids=["edited", "deleted", "swapped", "cut", "begun later", "emptied", "doubled", "broken"],
)
def test_what_is_done_to_it_is_found(ledger, change):
    filled(ledger)
    changed(ledger, change)
    assert ledger.faults()


@pytest.mark.parametrize("line", ["by hand", "[]", "{}", '{"n": 9}', "null", "7"])
def test_a_line_that_cannot_be_read_is_a_fault_and_hides_no_other(ledger, line):
    end = filled(ledger)
    changed(ledger, lambda lines: [lines[0], line, *lines[2:], line])
    assert [entry.number for entry in ledger.entries()] == [1, 3, 4]
    assert ledger.faults()[0].startswith("Line 2 ")
    assert not ledger.put_back(str(end))


def test_an_export_whose_line_was_cut_about_is_listed_all_the_same(ledger):
    filled(ledger, lines=1)
    kept = ("n", "at", "kind", "export_id")
    changed(ledger, lambda lines: [json.dumps({k: json.loads(lines[0])[k] for k in kept})])
    (entry,) = ledger.entries()
    assert (entry.fields["export_id"], entry.fields["recipient"]) == ("KT-0", "")


def test_nothing_is_added_to_a_ledger_that_was_cut_off(ledger):
    filled(ledger)
    changed(ledger, lambda lines: lines[:-1])
    with pytest.raises(LedgerBroken, match="cut off"):
        ledger.append("export", {})


def kept_heads() -> list[Path]:
    return list(Path(os.environ[HEAD_FOLDER]).iterdir())


def test_whoever_cuts_both_is_found_by_the_head_on_paper(ledger):
    """Who takes the ledger back and keeps a head that fits it is found by paper alone."""
    filled(ledger, 2)
    [head] = kept_heads()
    earlier = head.read_text(encoding="utf-8")
    noted = str(filled(ledger))
    changed(ledger, lambda lines: lines[:2])
    head.write_text(earlier, encoding="utf-8")
    assert ledger.faults() == []
    assert ledger.faults(noted)


@pytest.mark.parametrize("spoil", [Path.unlink, lambda path: path.write_text("{")])
def test_a_head_that_is_missing_or_unreadable_is_a_fault_and_nothing_is_added(ledger, spoil):
    filled(ledger)
    for path in kept_heads():
        spoil(path)
    assert "is missing or cannot be read" in ledger.faults()[0]
    with pytest.raises(LedgerBroken, match="missing"):
        ledger.append("export", {})


def test_the_last_head_on_paper_puts_the_missing_one_back_and_no_other_does(ledger):
    early, noted = str(filled(ledger, 2)), str(filled(ledger, 2))
    for path in kept_heads():
        path.unlink()
    assert not ledger.put_back(early)
    assert ledger.put_back(noted)
    assert ledger.faults() == []


def unsigned(line: dict) -> dict:
    """A line as it was written before lines were signed."""
    return sealed({name: value for name, value in line.items() if name != "mac"})


@pytest.mark.parametrize("made", [sealed, unsigned], ids=["signature copied", "not signed"])
@pytest.mark.parametrize("many", [1, 2])
def test_lines_added_by_hand_with_a_right_seal_are_found(ledger, many, made):
    filled(ledger, 2)
    before = last_line(ledger.path)
    for number in range(3, 3 + many):
        before = made({**before, "n": number, "prev": before["hash"]})
        append(ledger.path, before)
    assert ledger.faults() == ["Line 3 was written by somebody without the key."]
    with pytest.raises(LedgerBroken, match="added"):
        ledger.append("export", {})


def older(ledger: Ledger, lines: int) -> None:
    """Make it a ledger of the first version, whose lines were sealed and not signed."""
    filled(ledger, lines)
    before, made = "0" * 64, []
    for text in ledger.path.read_text(encoding="utf-8").splitlines():
        line = unsigned({**json.loads(text), "prev": before})
        made, before = [*made, json.dumps(line)], line["hash"]
    changed(ledger, lambda _: made)
    [head] = kept_heads()
    head.write_text(json.dumps({"lines": lines, "hash": before}), encoding="utf-8")


def test_a_ledger_of_before_lines_were_signed_verifies_and_goes_on(ledger):
    older(ledger, 3)
    assert ledger.faults() == []
    filled(ledger, 2)
    assert ledger.faults() == []


def test_to_an_old_ledger_no_line_is_added_by_hand_either(ledger):
    older(ledger, 3)
    before = last_line(ledger.path)
    append(ledger.path, sealed({**before, "n": 4, "prev": before["hash"]}))
    assert ledger.faults()
    with pytest.raises(LedgerBroken, match="added"):
        ledger.append("export", {})


def test_a_line_beyond_the_head_that_a_killed_program_wrote_is_said_and_no_fault(ledger):
    filled(ledger, 2)
    [head] = kept_heads()
    earlier = head.read_text(encoding="utf-8")
    filled(ledger, 1)
    assert ledger.beyond() == ""
    head.write_text(earlier, encoding="utf-8")
    assert ledger.faults() == []
    assert "one beyond the head" in ledger.beyond()
    filled(ledger, 1)
    assert ledger.beyond() == ""


@pytest.mark.parametrize(
    "spoil",
    [Path.unlink, lambda path: path.write_text("ab" * 32), lambda path: path.write_text("")],
    ids=["lost", "replaced", "emptied"],
)
def test_lines_without_their_key_are_said_and_nobody_is_looked_for_in_vain(ledger, spoil):
    filled(ledger)
    spoil(ledger.path.with_name("exports.key"))
    again = Ledger(ledger.path.parent)
    assert "exports.key is missing or is not the key" in again.faults()[0]
    for act in (lambda: again.carrying("amina"), lambda: again.append("export", {})):
        with pytest.raises(LedgerBroken, match="Put the key back"):
            act()


def test_consent_is_not_read_from_a_ledger_that_was_changed(ledger):
    filled(ledger)
    changed(ledger, lambda lines: lines[:-1])
    with pytest.raises(LedgerBroken, match="cut off"):
        capped(Records(), ledger)


def test_an_export_is_found_by_what_it_carried_and_the_file_names_nobody(ledger):
    ledger.append("export", {"claims": ledger.tokens(["amina-killed@t:L1"]), "sources": []})
    ledger.append("export", {"claims": [], "things": ledger.tokens(["amina"])})
    assert [entry.number for entry in ledger.carrying("amina-killed@t:L1")] == [1]
    assert [entry.number for entry in ledger.carrying("amina")] == [2]
    assert "amina" not in ledger.path.read_text(encoding="utf-8")


def test_recalling_counts_exports_and_not_their_files(ledger):
    told = {"recipient": "X", "keys": [], "by": "a", "audience": "partner"}
    claims = ledger.tokens(["c@t"])
    for form in ("pdf", "csv"):
        ledger.append("export", {**told, "export_id": "KT-1", "format": form, "claims": claims})
    assert recall_lines(ledger, "c@t")[0] == "1 export, in 2 files, carried it:"


def test_only_its_owner_reads_it_and_the_key(ledger):
    ledger.append("export", {"claims": ledger.tokens(["x"])})
    for path in (ledger.path, ledger.path.with_name("exports.key")):
        assert path.stat().st_mode & 0o077 == 0


def test_half_a_line_that_a_kill_left_is_no_fault(ledger):
    filled(ledger, 2)
    with ledger.path.open("a", encoding="utf-8") as file:
        file.write('{"n": 3, "pre')
    ledger.append("export", {})
    assert ledger.faults() == []
    assert len(ledger.entries()) == 3


def test_a_disk_that_is_full_leaves_whole_lines(ledger):
    filled(ledger, 2)
    size = ledger.path.stat().st_size
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size + 40, before[1]))
    try:
        with pytest.raises(OSError, match="large"):
            ledger.append("export", {"reason": "long " * 100})
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert ledger.path.stat().st_size == size
    assert ledger.faults() == []


def _write(home: Path) -> None:
    for _ in range(10):
        Ledger(home).append("export", {"claims": Ledger(home).tokens(["a"])})


def test_two_at_once_write_one_after_the_other(ledger, tmp_path):
    with ProcessPoolExecutor(2) as pool:
        list(pool.map(_write, [tmp_path / "home"] * 2))
    assert ledger.faults() == []
    assert len(ledger.entries()) == 20


def test_killed_at_any_moment_it_is_whole(ledger, tmp_path):
    script = (
        "import sys; from pathlib import Path; from graph.export.ledger.ledger import Ledger\n"
        "ledger = Ledger(Path(sys.argv[1]))\n"
        "print('go', flush=True)\n"
        "while True: ledger.append('export', {'claims': ['x' * 20] * 200})"
    )
    for _ in range(3):
        with subprocess.Popen(
            [sys.executable, "-c", script, str(tmp_path / "home")], stdout=subprocess.PIPE
        ) as writer:
            writer.stdout.readline()
            with pytest.raises(subprocess.TimeoutExpired):
                writer.wait(0.2)
            writer.kill()
        ledger.append("export", {})
        assert ledger.faults() == []
    assert json.loads(ledger.path.read_text(encoding="utf-8").splitlines()[-1])["n"] > 3
