"""What waits in the quarantine can be edited, and what was there stays as it was."""

import stat
from datetime import UTC, datetime

import pytest

from ingest import mending, quarantine, read
from ingest.mending import Grid, Text
from tests.ingest.valley import known_of


@pytest.fixture
def rejected(family, tmp_path):
    """Keep the rejected rows of a table of people and return the folder that waits."""

    def keep(text, name="people.more.csv"):
        family.csv()
        family.file(name, text)
        quarantine.write(read([family.folder]), tmp_path / "home")
        (found,) = mending.waiting(tmp_path / "home")
        return found

    return keep


ODD = "id,name,source,sex\nomer,Omer,letter,femal\n"


def test_nothing_waits_where_nothing_was_rejected(tmp_path):
    assert mending.waiting(tmp_path) == []


def test_what_waits_says_file_line_column_and_what_is_wrong(rejected):
    (fault,) = rejected(ODD).faults
    assert (fault.file, fault.line, fault.column, fault.value) == (
        "people.more.csv",
        2,
        "sex",
        "femal",
    )
    assert "female" in fault.problem


def test_a_report_that_was_cut_off_hides_no_row_that_waits(rejected, tmp_path):
    report = rejected(ODD).folder / quarantine.REPORT
    report.write_text(report.read_text(encoding="utf-8")[:40] + "\n[]\n", encoding="utf-8")
    (found,) = mending.waiting(tmp_path / "home")
    assert [(fault.file, fault.line) for fault in found.faults] == [
        (quarantine.REPORT, 1),
        (quarantine.REPORT, 2),
    ]
    assert len(mending.editable(found.folder)) == 1


def test_what_waits_is_called_by_the_moment_of_its_reading(rejected):
    name = rejected(ODD).name
    assert datetime.strptime(name, "%Y-%m-%d %H:%M:%S UTC").replace(tzinfo=UTC) <= datetime.now(
        UTC
    )


def test_a_rejected_row_is_offered_as_cells(rejected):
    (grid,) = mending.editable(rejected(ODD).folder)
    assert grid == Grid(
        file="people.more.csv",
        columns=("id", "name", "source", "sex"),
        rows=({"id": "omer", "name": "Omer", "source": "letter", "sex": "femal"},),
    )


def test_a_row_that_cannot_be_split_is_offered_as_text(rejected):
    (text,) = mending.editable(rejected("id,name,source,sex\nomer,Omer,letter\n").folder)
    assert isinstance(text, Text)
    assert "omer,Omer,letter" in text.text


def test_a_mended_row_is_taken_and_belongs_to_its_data_set(family, rejected):
    found = rejected(ODD)
    (grid,) = mending.editable(found.folder)
    mended = Grid(
        file=grid.file, columns=grid.columns, rows=({**grid.rows[0], "sex": "female"},)
    )
    folder = mending.write_mended(found.folder, [mended])
    reading = read([folder], known=known_of(read([family.folder]).records))
    assert [claim.dataset for claim in reading.records.people] == ["valley"]


def test_mending_leaves_the_rejected_rows_as_they_were(rejected):
    found = rejected(ODD)
    before = (found.folder / "people.more.csv").read_bytes()
    mending.write_mended(found.folder, [Text(file="people.more.csv", text="id\nx\n")])
    assert (found.folder / "people.more.csv").read_bytes() == before


def test_what_was_mended_lies_apart_and_waits_no_longer(rejected, tmp_path):
    found = rejected(ODD)
    mending.write_mended(found.folder, mending.editable(found.folder))
    mending.note(found.folder, ["Read again: 1 row taken."])
    (again,) = mending.waiting(tmp_path / "home")
    assert again.note == "Read again: 1 row taken."


def test_only_the_owner_reads_what_was_mended(rejected):
    found = rejected(ODD)
    folder = mending.write_mended(found.folder, mending.editable(found.folder))
    files = [folder, *folder.iterdir()]
    assert not any(stat.S_IMODE(one.stat().st_mode) & 0o077 for one in files)


def test_a_file_that_is_no_text_is_named_and_not_offered(family, tmp_path):
    (family.folder / "people.csv").write_bytes(b"id,name\n\xff\xfe\x00")
    quarantine.write(read([family.folder]), tmp_path / "home")
    (found,) = mending.waiting(tmp_path / "home")
    assert mending.editable(found.folder) == []
    assert mending.not_editable(found.folder) == ["people.csv"]


def test_json_lines_are_written_back_without_the_empty_cells(family, rejected):
    line = '{"table": "people", "id": "omer", "name": "Omer", "source": "letter", "sex": "x"}\n'
    found = rejected(line, "more.jsonl")
    (grid,) = mending.editable(found.folder)
    emptied = Grid(file=grid.file, columns=grid.columns, rows=({**grid.rows[0], "sex": ""},))
    folder = mending.write_mended(found.folder, [emptied])
    assert not read([folder], known=known_of(read([family.folder]).records)).rejected


def test_rows_are_dismissed_with_a_reason_and_reopened_and_both_stay_readable(
    rejected, tmp_path
):
    folder = rejected(ODD).folder
    before = {file.name for file in folder.iterdir()}
    mending.dismiss(folder, "ana", "loaded\nelsewhere")
    (found,) = mending.waiting(tmp_path / "home")
    assert (found.dismissed, found.rows) == (True, 1)
    assert found.decisions[0].endswith("by ana: loaded elsewhere")
    mending.reopen(folder, "bo")
    (found,) = mending.waiting(tmp_path / "home")
    assert (found.dismissed, len(found.decisions)) == (False, 2)
    assert {file.name for file in folder.iterdir()} == before | {mending.DECIDED}
    assert mending.DECIDED not in mending.not_editable(folder)
    assert stat.S_IMODE((folder / mending.DECIDED).stat().st_mode) == 0o600


def test_each_row_says_what_is_wrong_in_it_in_the_order_of_the_file(rejected):
    found = rejected(ODD + "ali,Ali,letter,mal\n,Nobody,letter,male\n")
    (grid,) = mending.editable(found.folder)
    wrong = mending.wrong_in(found, grid)
    assert [list(one) for one in wrong] == [["sex"], ["sex"], ["id"]]
    assert all(what for one in wrong for what in one.values())
    fewer = Grid(file=grid.file, columns=grid.columns, rows=grid.rows[:1])
    assert mending.wrong_in(found, fewer) == []


def test_the_words_of_a_column_that_the_schema_fixes_are_a_list(rejected):
    found = rejected(ODD)
    (grid,) = mending.editable(found.folder)
    assert mending.fixed_words(grid).keys() == {"sex"}
    assert set(mending.fixed_words(grid)["sex"]) >= {"female", "male"}
