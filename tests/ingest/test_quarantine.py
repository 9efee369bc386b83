"""The quarantine keeps what was there, and reads clean once it is mended."""

import json
import stat

import openpyxl
import pytest

from graph.record.schema import TABLES
from ingest import quarantine, read
from tests.ingest.valley import Family, good_count, known_of

BAD = 'omer,"Omer, F.",letter,femal,by\u200dte \r\n'


@pytest.fixture
def kept(family, tmp_path):
    """Write the quarantine of some files and return its folder and the reading."""

    def keep(*paths, **options):
        reading = read(paths or [family.csv()], **options)
        written = quarantine.write(reading, tmp_path / "home")
        assert written is not None
        assert len(written.folders) == 1
        return written.folders[0], reading

    return keep


def test_nothing_rejected_writes_nothing(family, tmp_path):
    assert quarantine.write(read([family.csv()]), tmp_path / "home") is None
    assert not (tmp_path / "home").exists()


def test_a_path_at_which_nothing_is_writes_nothing(tmp_path):
    reading = read([tmp_path / "nonexist"])
    assert reading.rejected
    assert quarantine.write(reading, tmp_path / "home") is None
    assert not (tmp_path / "home").exists()


def test_a_rejected_row_keeps_its_bytes_below_the_same_header(family, kept):
    family.csv()
    header = "\ufeffid,name,source,sex,note\r\n"
    path = family.file("people.more.csv", header + "good,Good,letter,,\r\n" + BAD + "x,y")
    folder, _ = kept(family.folder)
    assert (folder / "people.more.csv").read_bytes() == (header + BAD + "x,y\n").encode()
    assert path.read_bytes().endswith(b"x,y")


def test_a_row_over_several_lines_keeps_all_of_them(family, kept):
    family.csv()
    row = 'omer,"Omer\nF.",letter,femal\n'
    family.file("people.more.csv", "id,name,source,sex\n" + row)
    folder, _ = kept(family.folder)
    assert (folder / "people.more.csv").read_text() == "id,name,source,sex\n" + row


def test_a_json_line_keeps_its_bytes(family, kept):
    line = '{"table":"sources",  "id": "x", "titel": "\\u00d6"}\n'
    folder, _ = kept(
        family.file("all.jsonl", line + '{"table":"sources","id":"y","title":"Y"}\n')
    )
    assert (folder / "all.jsonl").read_text() == line


def test_a_workbook_keeps_stored_text_and_formula(family, kept):
    book = openpyxl.Workbook()
    book.active.title = "sources"
    book.active.append(["id", "title", "date"])
    book.active.append(["x", "=1+1", 43101])
    book.save(family.folder / "some.xlsx")
    folder, _ = kept(family.folder / "some.xlsx")
    [row] = (folder / "some.xlsx.jsonl").read_text().splitlines()
    assert json.loads(row) == {
        "table": "sources",
        "id": "x",
        "title": {"text": "", "formula": "1+1"},
        "date": "43101",
    }


def test_a_workbook_with_a_cell_too_long_is_kept_whole_beside(family, kept):
    book = openpyxl.Workbook()
    book.active.title = "sources"
    book.active.append(["id", "title"])
    book.active.append(["x", "x" * 30_000])
    path = family.folder / "some.xlsx"
    book.save(path)
    folder, _ = kept(path)
    assert (folder / "whole" / "some.xlsx").read_bytes() == path.read_bytes()


def test_a_file_of_which_no_row_can_be_told_is_kept_whole(family, kept):
    family.csv()
    path = family.file("people.more.csv", "id,name\nomer,Ömer\n".encode("cp1254"))
    folder, _ = kept(family.folder)
    assert (folder / "people.more.csv").read_bytes() == path.read_bytes()


def test_a_row_of_any_size_is_kept(family, kept):
    family.csv()
    row = "omer,Omer,letter," + "x" * 3_000_000 + "\n"
    family.file("people.more.csv", "id,name,source,note\n" + row)
    folder, _ = kept(family.folder)
    assert (folder / "people.more.csv").read_text() == "id,name,source,note\n" + row


def test_many_broken_lines_keep_their_bytes(family, kept):
    family.csv()
    text = "id,name,source\n" + "".join(f"broken {number}\n" for number in range(5_000))
    family.file("people.more.csv", text)
    folder, reading = kept(family.folder)
    assert (folder / "people.more.csv").read_text() == text
    assert reading.counts["people"].rejected == 5_000


def test_only_the_owner_reads_it(family, kept):
    family.add("people", id="omer", name="Omer", sex="femal")
    folder, _ = kept()
    modes = {stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()}
    assert (stat.S_IMODE(folder.stat().st_mode), modes) == (0o700, {0o600})


def test_the_report_says_where_what_and_how(family, kept):
    family.add("people", id="omer", name="Omer", sex="femal")
    folder, _ = kept()
    [line] = (folder / "report.jsonl").read_text().splitlines()
    said = json.loads(line)
    assert (said["file"], said["line"], said["faults"][0]["column"]) == ("people.csv", 5, "sex")
    assert f"python -m ingest {folder}" in (folder / "report.txt").read_text()


def test_two_data_sets_have_two_folders(family, tmp_path):
    other = Family(tmp_path / "hill")
    other.tables["dataset"][0]["id"] = "hill"
    for each in (family, other):
        each.add("people", id="omer", name="Omer", sex="femal")
    written = quarantine.write(read([family.csv(), other.csv()]), tmp_path / "home")
    assert written is not None
    assert [folder.name for folder in written.folders] == ["1-hill", "2-valley"]


def test_an_unmended_quarantine_says_the_same_again(family, kept):
    family.add("people", id="omer", name="Omer", sex="femal")
    family.add("events", id="x", type="called", subject="omer")
    folder, first = kept()
    again = read([folder], known=known_of(first.records))
    assert sorted(each.file.name for each in again.rejected) == ["events.csv", "people.csv"]


def test_a_mended_quarantine_reads_clean_and_gives_what_clean_input_gives(family, kept):
    family.add("people", id="omer", name="Omer", sex="femal")
    family.add("kinship", id="t", person="omer", kind="parent_of", relative="amina")
    family.add("events", id="x", type="called", subject="omer", when="currently")
    folder, first = kept()
    path = folder / "people.csv"
    path.write_text(path.read_text().replace("femal", "female"))
    mended = read([folder], known=known_of(first.records))
    assert mended.rejected == ()

    family.tables["people"][-1]["sex"] = "female"
    clean = read([family.csv()]).records
    together = first.records | mended.records
    assert all(
        set(getattr(together, table)) == set(getattr(clean, table))
        for table in clean.__dataclass_fields__
    )


def test_a_mended_workbook_row_reads_clean(family, kept):
    book = openpyxl.Workbook()
    book.active.title = "sources"
    book.active.append(list(TABLES["sources"].holds))
    book.active.append(["brief", None, "=1+1"])
    book.save(family.folder / "some.xlsx")
    folder, _ = kept(family.folder / "some.xlsx")
    path = folder / "some.xlsx.jsonl"
    assert "is the formula '1+1'" in read([folder]).rejected[0].problem
    path.write_text(path.read_text().replace('{"text": "", "formula": "1+1"}', '"A brief"'))
    reading = read([folder])
    assert (reading.rejected, reading.records.sources[0].title) == ((), "A brief")


def test_good_rows_are_not_in_the_quarantine(family, kept):
    family.add("people", id="omer", name="Omer", sex="femal")
    folder, reading = kept()
    assert reading.total.taken == good_count()
    assert (folder / "people.csv").read_text().count("\n") == 2
