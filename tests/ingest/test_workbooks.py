"""XLSX: the same rows as CSV, with what a spreadsheet does to cells told apart."""

import datetime as dt
import json
import zipfile

import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.utils.datetime import MAC_EPOCH, WINDOWS_EPOCH

from graph.record.schema import TABLES
from ingest import quarantine, read
from ingest.sheet_xml import unescaped
from tests.ingest.valley import GOOD, good_count, problems


@pytest.fixture
def workbook(family):
    """The good family as a workbook that is not saved yet."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for table, rows in family.tables.items():
        sheet = book.create_sheet(table)
        columns = list(TABLES[table].holds)
        sheet.append(columns)
        for row in rows:
            sheet.append([row.get(column) for column in columns])
    return book


@pytest.fixture
def saved(workbook, family):
    def save():
        path = family.folder / "valley.xlsx"
        workbook.save(path)
        return read([path])

    return save


def omer(workbook, **cells):
    """Add a person to the sheet of people."""
    row = {"id": "omer", "name": "Omer", "source": "letter", "locator": "L1"} | cells
    workbook["people"].append([row.get(column) for column in TABLES["people"].holds])


def test_a_workbook_is_the_same_as_csv(saved, family):
    assert saved().records == read([family.csv()]).records


def test_a_whole_number_is_its_digits(workbook, saved):
    omer(workbook, birth=2015)
    assert saved().records.people[-1].birth.text == "2015"


def test_a_formula_is_refused_with_the_formula_shown(workbook, saved):
    omer(workbook, note="=1+1")
    said = "note: '=1+1' is a formula; type the text that is meant"
    assert problems(saved()) == [f"valley.xlsx, sheet people line 5: {said}"]


@pytest.mark.parametrize("form", ["yyyy-mm-dd", "mmm-yy", "dd/mm/yyyy hh:mm"])
def test_a_cell_that_became_a_date_is_refused(workbook, saved, form):
    omer(workbook, birth=dt.datetime(2018, 6, 24))  # noqa: DTZ001  as openpyxl wants it
    workbook["people"].cell(
        5, list(TABLES["people"].holds).index("birth") + 1
    ).number_format = form
    reading = saved()
    assert "is kept as the date 2018-06-24" in problems(reading)[0]
    assert reading.total.taken == good_count()


@pytest.mark.parametrize("from_1904", [False, True])
def test_the_day_that_is_shown_is_the_day_that_the_workbook_shows(workbook, saved, from_1904):
    workbook.epoch = MAC_EPOCH if from_1904 else WINDOWS_EPOCH
    omer(workbook, birth=dt.datetime(2018, 6, 24))  # noqa: DTZ001  as openpyxl wants it
    assert "is kept as the date 2018-06-24" in problems(saved())[0]


@pytest.mark.parametrize("serial", [-1, 0, 59, 60])
def test_a_day_that_programs_disagree_about_is_not_named(workbook, saved, serial):
    omer(workbook, birth=serial)
    cell = workbook["people"].cell(5, list(TABLES["people"].holds).index("birth") + 1)
    cell.number_format = "yyyy-mm-dd"
    assert f"is kept as the date {serial}," in problems(saved())[0]


def test_a_number_of_a_date_in_a_plain_cell_is_told_apart(workbook, saved):
    omer(workbook, birth=43101)
    assert "the number that a spreadsheet keeps for a date" in problems(saved())[0]


def test_a_cell_beside_the_table_is_never_dropped(workbook, saved):
    omer(workbook)
    workbook["people"].cell(5, 30, "by the way")
    assert "AD: 'by the way' is beside the table" in problems(saved())[0]


def test_a_sheet_of_no_table_is_said(workbook, saved):
    workbook.create_sheet("Notes").append(["a", "b"])
    workbook["Notes"].append(["x", "y"])
    reading = saved()
    assert "'Notes' is not the name of a table" in problems(reading)[0]
    assert reading.total.taken == good_count()


def test_a_sheet_without_a_must_is_said(workbook, saved):
    workbook["events"].delete_cols(2)
    reading = saved()
    assert reading.counts["events"].rejected == len(GOOD["events"])
    assert "events has no column 'type'" in problems(reading)[0]


def test_a_very_long_cell_is_refused(workbook, saved):
    omer(workbook, note="x" * 30_000)
    reading = saved()
    assert "a cell is too long" in problems(reading)[0]
    assert reading.rejected[0].whole_file


@pytest.mark.parametrize("shared", [False, True], ids=["in the cell", "shared"])
@pytest.mark.parametrize(
    ("kept", "text"),
    [
        ("Omer_x000D_&#10;Faruh", "Omer\nFaruh"),
        ("Omer_x000D_Faruh", "Omer\nFaruh"),
        ("a_x005F_x000D_b", "a_x000D_b"),
        ("_xD83D__xDE42_", "\U0001f642"),
        ("_x00_", "_x00_"),
    ],
)
def test_an_escaped_sign_is_the_sign_that_it_stands_for(saved, family, shared, kept, text):
    saved()
    path = family.folder / "valley.xlsx"
    with zipfile.ZipFile(path) as file:
        parts = {name: file.read(name).decode() for name in file.namelist()}
    sheet = "xl/worksheets/sheet4.xml"
    inline = 't="inlineStr"><is><t>Dilnur</t></is>'
    assert inline in parts[sheet]
    if shared:
        parts[sheet] = parts[sheet].replace(inline, 't="s"><v>0</v>')
        parts["xl/sharedStrings.xml"] = f"<sst><si><t>{kept}</t></si></sst>"
    else:
        parts[sheet] = parts[sheet].replace("<t>Dilnur</t>", f"<t>{kept}</t>")
    assert read([zipped(path, parts)]).records.people[1].name == text


@pytest.mark.parametrize("sign", ["_x0000_", "_x001B_", "_xD800_", "_x202E_"])
def test_an_escaped_sign_that_is_no_text_is_refused_and_kept(workbook, saved, tmp_path, sign):
    omer(workbook, note=f"a{sign}b")
    reading = saved()
    assert "type the cell again" in problems(reading)[0]
    (folder,) = quarantine.write(reading, tmp_path / "home").folders
    (line,) = (folder / "valley.xlsx.jsonl").read_text("utf-8").splitlines()
    assert json.loads(line)["note"] == unescaped(f"a{sign}b")


ERRORS = ["#N/A", "#REF!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#VALUE!"]


@pytest.mark.parametrize("error", ERRORS)
def test_an_error_of_the_spreadsheet_is_no_name(workbook, saved, error):
    omer(workbook)
    cell = workbook["people"].cell(5, list(TABLES["people"].holds).index("name") + 1, error)
    assert cell.data_type == "e"
    said = f"name: {error!r} is an error of a spreadsheet and no text"
    assert said in problems(saved())[0]


@pytest.mark.parametrize("form", ["csv", "jsonl"])
@pytest.mark.parametrize("error", [*ERRORS, "#NV", "#SPILL!", "#######"])
def test_an_error_that_was_saved_as_text_is_no_name_either(family, form, error):
    family.add("people", id="omer", name=error)
    reading = read([getattr(family, form)()])
    assert f"name: {error!r} is an error of a spreadsheet" in problems(reading)[0]


def test_hidden_rows_are_read_with_a_word_about_them(workbook, saved):
    omer(workbook)
    for row in (3, 5):
        workbook["people"].row_dimensions[row].hidden = True
    reading = saved()
    assert reading.total.taken == good_count() + 1
    [note] = reading.notes
    assert note.startswith(
        "valley.xlsx, sheet people: hidden rows 3, 5 were read like the others"
    )


def test_hidden_columns_are_read_with_a_word_about_them(workbook, saved):
    workbook["people"].column_dimensions["C"].hidden = True
    workbook["people"].column_dimensions["K"].hidden = True
    [note] = saved().notes
    assert note.startswith("valley.xlsx, sheet people: hidden column")
    assert "C" in note


@pytest.mark.parametrize("state", ["hidden", "veryHidden"])
@pytest.mark.parametrize("name", ["people.old", "people"])
def test_a_hidden_sheet_is_not_loaded_unasked(workbook, saved, state, name):
    if name not in workbook.sheetnames:
        workbook.create_sheet(name).append(["id", "name", "source"])
        workbook[name].append(["omer", "Omer", "letter"])
    workbook[name].sheet_state = state
    reading = saved()
    hidden = [each for each in reading.rejected if each.spot.origin.sheet == name]
    assert hidden
    assert all("is in a hidden sheet" in each.problem for each in hidden)
    assert reading.total.taken + reading.total.rejected == reading.total.read


def test_comments_beside_cells_are_said_not_to_be_read(workbook, saved):
    workbook["people"]["C2"].comment = Comment("she is not his mother", "an analyst")
    assert "valley.xlsx holds comments beside its cells" in saved().notes[0]


def zipped(path, parts, compression=zipfile.ZIP_DEFLATED):
    with zipfile.ZipFile(path, "w", compression) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return path


def test_a_zip_bomb_is_not_opened(tmp_path):
    path = zipped(tmp_path / "people.xlsx", {"xl/workbook.xml": b"\0" * 50_000_000})
    reading = read([path])
    assert "as a zip bomb does; it was not opened" in problems(reading)[0]


def test_many_small_bombs_are_not_opened(tmp_path):
    parts = {f"xl/{number}.xml": b"\0" * 1_000_000 for number in range(201)}
    assert (
        "would unpack to 201,000,000 bytes"
        in problems(read([zipped(tmp_path / "a.xlsx", parts)]))[0]
    )


def test_a_zip_that_lies_about_its_size_is_not_believed(tmp_path):
    path = zipped(tmp_path / "a.xlsx", {"xl/workbook.xml": b" " * 50_000_000})
    content = path.read_bytes()
    true_size, said = (50_000_000).to_bytes(4, "little"), (1_000).to_bytes(4, "little")
    assert content.count(true_size) == 2
    path.write_bytes(content.replace(true_size, said))
    assert "is damaged in" in problems(read([path]))[0]


def test_entities_are_refused(tmp_path):
    bomb = '<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;&b;">]><workbook>&c;</workbook>'
    parts = {"xl/_rels/workbook.xml.rels": "<Relationships/>", "xl/workbook.xml": bomb}
    assert "declares a document type" in problems(read([zipped(tmp_path / "a.xlsx", parts)]))[0]


@pytest.mark.parametrize("content", [b"", b"id,name\n", b"PK\x03\x04broken"])
def test_what_is_no_workbook_is_said(tmp_path, content):
    path = tmp_path / "a.xlsx"
    path.write_bytes(content)
    reading = read([path])
    assert any(word in problems(reading)[0] for word in ("is empty", "is not an XLSX workbook"))


def test_a_zip_that_is_no_workbook_is_said(tmp_path):
    assert (
        "is damaged in" in problems(read([zipped(tmp_path / "a.xlsx", {"a.txt": "hello"})]))[0]
    )


def test_a_sheet_that_is_cut_off_keeps_the_other_sheets(saved, family):
    saved()
    path = family.folder / "valley.xlsx"
    with zipfile.ZipFile(path) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    sheet = "xl/worksheets/sheet7.xml"
    parts[sheet] = parts[sheet][:-40]
    reading = read([zipped(path, parts)])
    assert "sheet 'interpretations' is damaged" in problems(reading)[0]
    assert reading.total.taken == good_count()
