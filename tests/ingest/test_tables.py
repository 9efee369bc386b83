"""Files that are no tables, or not quite: a sentence, and the rows that can be told."""

import gc
import tracemalloc
from pathlib import Path

import pytest

from ingest import read
from tests.ingest.valley import good_count, problems

PEOPLE = "id,name,source\n"


def people(family, text, **options):
    """Read one file of people against a family that is otherwise good."""
    family.tables["people"] = []
    for table in ("kinship", "events"):
        family.tables[table] = []
    family.csv()
    family.file("people.csv", text)
    return read([family.folder], **options)


def rejected(reading):
    return [(each.line, each.problem) for each in reading.rejected]


def test_columns_may_come_in_any_order(family):
    reading = people(family, "source,name,id\nletter,Omer,omer\n")
    assert reading.records.people[0].name == "Omer"


def test_a_byte_order_mark_is_no_part_of_the_first_column(family):
    assert not people(family, b"\xef\xbb\xbfid,name,source\nomer,Omer,letter\n").rejected


def test_lines_may_end_as_on_windows(family):
    reading = people(family, b"id,name,source\r\nomer,Omer,letter\r\n")
    assert reading.records.people[0].source == "letter"


def test_one_name_in_two_unicode_forms_is_one_name(family):
    text = PEOPLE + "o1,O\u0308mer,letter\no2,\u00d6mer,letter\n"
    first, second = people(family, text).records.people
    assert first.name == second.name


def test_a_missing_column_is_said_once_a_row(family):
    reading = people(family, "id,source\nomer,letter\nmeryem,letter\n")
    assert rejected(reading) == [
        (2, "people has no column 'name', which must be filled in; add it"),
        (3, "people has no column 'name', which must be filled in; add it"),
    ]


def test_a_value_in_an_unknown_column_is_never_dropped(family):
    reading = people(family, "id,name,source,sexe\nomer,Omer,letter,male\nmeryem,M,letter,\n")
    [(line, problem)] = rejected(reading)
    assert line == 2
    assert problem.startswith("sexe: 'male' is in a column that people does not have")
    assert "did you mean 'sex'?" in problem


def test_a_column_that_stands_twice_is_refused(family):
    reading = people(family, "id,name,name,source\nomer,Omer,Faruh,letter\n")
    assert "has the column 'name' twice" in problems(reading)[0]


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("omer,Omer", "2 cells and the header 3"),
        ("omer,O,mer,letter", "4 cells and the header 3"),
    ],
)
def test_a_ragged_row_is_rejected_alone(family, row, problem):
    reading = people(family, f"{PEOPLE}{row}\nmeryem,Meryem,letter\n")
    assert problem in problems(reading)[0]
    assert reading.counts["people"].taken == 1


@pytest.mark.parametrize(
    "broken",
    [
        'omer,"Omer,letter',
        '"omer,Omer,letter',
        'omer,"Omer"x,letter',
        'omer,"Omer,letter\n"x",',
    ],
)
def test_an_unclosed_quotation_mark_swallows_no_other_row(family, broken):
    rows = "".join(f'p{number},"P, {number}",letter\n' for number in range(300))
    reading = people(family, f"{PEOPLE}{broken}\n{rows}")
    assert rejected(reading)[0][0] == 2
    assert "quotation mark" in problems(reading)[0]
    assert reading.counts["people"].taken == 300


def test_a_quoted_cell_may_hold_commas_quotation_marks_and_lines(family):
    reading = people(family, 'id,name,note,source\nomer,"O, ""mer""","one\ntwo",letter\n')
    assert (reading.records.people[0].name, reading.records.people[0].note) == (
        'O, "mer"',
        "one\ntwo",
    )


def test_blank_lines_are_no_rows(family):
    reading = people(family, f"\n{PEOPLE}\n,,\nomer,Omer,letter\n\n")
    assert (reading.counts["people"].read, reading.rejected) == (1, ())


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("id;name;source\nomer;Omer;letter\n", "separated by semicolons"),
        ("id\tname\tsource\nomer\tOmer\tletter\n", "separated by tabs"),
        ("<html>\n<p>id</p>\n", "people has no column 'id'"),
        ("id,name,source\romer,Omer,letter\r", "old Macintoshes"),
        ("omer,Omer,letter\n", "people has no column 'id'"),
        ('id,"name,source\nomer,Omer,letter\n', "the header line cannot be read"),
        ('id,"name,source\n', "the header line cannot be read"),
    ],
    ids=[
        "semicolons",
        "tabs",
        "no table",
        "old Macintosh",
        "no header",
        "quote",
        "quote alone",
    ],
)
def test_what_is_no_table_with_commas_is_said(family, text, sentence):
    reading = people(family, text)
    assert sentence in problems(reading)[0]
    assert reading.counts["people"].taken == 0


def test_an_empty_file_is_said(family):
    assert "is empty" in problems(people(family, ""))[0]


def test_a_header_alone_is_fine(family):
    assert not people(family, PEOPLE).rejected


def test_another_encoding_is_never_guessed(family):
    text = (PEOPLE + "omer,Ömer Farůk,letter\n").encode("cp1250")
    reading = people(family, text)
    [bad] = reading.rejected
    assert (bad.whole_file, bad.spot.rows, reading.counts["people"].read) == (True, 1, 1)
    assert "is not in UTF-8; save it as CSV in UTF-8, or read it with --encoding" in bad.problem


def test_another_encoding_is_read_where_it_is_named(family):
    family.tables = {table: [] for table in family.tables}
    path = family.file("sources.csv", "id,title\nbrief,伊犁来信\n".encode("gb18030"))
    reading = read([path], encoding="gb18030")
    assert [source.title for source in reading.records.sources] == ["伊犁来信"]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [("id,name".encode("utf-16"), "UTF-16"), (b"PK\x03\x04rest", "let its name end in .xlsx")],
    ids=["UTF-16", "a zip"],
)
def test_what_is_no_text_is_said(family, content, sentence):
    assert sentence in problems(people(family, content))[0]


def test_a_file_of_no_known_table_is_said_with_the_nearest_name(family):
    family.csv()
    family.file("peopel.csv", PEOPLE + "omer,Omer,letter\n")
    reading = read([family.folder])
    assert "did you mean 'people'?" in problems(reading)[0]
    assert reading.total.taken == good_count()


def test_a_second_file_of_a_table_is_read_too(family):
    family.csv()
    family.file("people.more.csv", PEOPLE + "omer,Omer,letter\n")
    assert read([family.folder]).total.taken == good_count() + 1


def test_a_folder_without_tables_is_said(tmp_path):
    assert "the folder holds no table" in problems(read([tmp_path]))[0]


def test_a_path_that_is_not_there_is_said_and_the_others_are_read(family, tmp_path):
    reading = read([tmp_path / "nowhere", family.csv()])
    assert "is not there" in problems(reading)[0]
    assert reading.total.taken == good_count()


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="needs Linux")
def test_a_file_that_cannot_be_read_is_said_and_the_others_are_read(family):
    family.csv()
    (family.folder / "people.more.csv").symlink_to("/proc/self/mem")
    reading = read([family.folder])
    assert "people.more.csv: cannot be read" in problems(reading)[0]
    assert reading.total.taken == good_count()


def test_a_hundred_megabytes_in_one_cell_are_refused_in_little_memory(family):
    path = family.file("people.csv", PEOPLE)
    with path.open("ab") as file:
        file.write(b'omer,"')
        for _ in range(100):
            file.write(b"x" * 1_000_000)
        file.write(b'",letter\nmeryem,Meryem,letter\n')
    family.tables["people"] = []
    family.file("sources.csv", "id,title\nletter,A letter\n")
    gc.collect()
    tracemalloc.start()
    reading = read([family.folder])
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert rejected(reading) == [
        (2, "the row is too long to be one; keep the few words that are the evidence")
    ]
    assert [person.about for person in reading.records.people] == ["meryem"]
    assert peak < 20_000_000


def test_a_million_broken_lines_are_kept_together(family):
    reading = people(family, PEOPLE + "x\n" * 20_000 + "omer,Omer,letter\n" + "x\n" * 3)
    assert reading.counts["people"].rejected == 20_003
    assert len(reading.rejected) < 1_100
    assert reading.counts["people"].taken == 1


def test_json_lines_are_the_same_as_csv(family):
    from_csv = read([family.csv()]).records
    for path in family.folder.iterdir():
        path.unlink()
    family.jsonl()
    assert read([family.folder]).records == from_csv


def test_json_lines_may_be_named_for_their_table(family):
    family.file("sources.jsonl", '{"id": "brief", "title": "A brief"}\n')
    assert read([family.folder]).records.sources[0].id == "brief"


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ('{"table": "sources", "id": "x"', "the line is not JSON"),
        ('["sources"]', "the line is not an object"),
        ('{"id": "x"}', "is not the name of a table"),
        ('{"table": "source", "id": "x"}', "did you mean 'sources'?"),
        ('{"table": "sources", "id": "x", "id": "y", "title": "T"}', "is in the line twice"),
        ('{"table": "sources", "id": "x", "title": ["T"]}', "is not text"),
        ('{"table": "sources", "id": "x", "title": true}', "is not text"),
        ('{"table": "sources", "id": "x", "title": NaN}', "NaN is no value"),
        ('{"table": "sources", "id": "x", "titel": "T"}', "did you mean 'title'?"),
        ('{"table": "sources", "id": "x", "title": "\\ud800"}', "control character (U+D800)"),
        ("[" * 100_000, "recursion"),
    ],
)
def test_a_broken_json_line_is_said_and_the_rest_is_taken(family, line, sentence):
    good = '{"table": "sources", "id": "brief", "title": "A brief"}'
    reading = read([family.file("all.jsonl", f"{line}\n{good}\n")])
    assert (reading.total.taken, len(reading.rejected)) == (1, 1)
    assert sentence in reading.rejected[0].problem


def test_rows_without_a_data_set_are_taken_with_a_note(family):
    family.tables["dataset"] = []
    reading = read([family.csv()])
    assert not reading.rejected
    assert "no country of risk is known" in reading.notes[0]


def test_a_folder_given_as_a_table_is_no_table(family):
    family.csv()
    (family.folder / "people.more.csv").mkdir()
    assert read([family.folder]).total.taken == good_count()


def test_a_workbook_of_another_make_is_said(family):
    family.csv()
    family.file("people.xls", b"\xd0\xcf\x11\xe0")
    assert (
        "is a .xls file; save it as .csv (UTF-8) or .xlsx" in problems(read([family.folder]))[0]
    )
