"""What a person reads of a reading: the cause first, what follows from it counted."""

import gzip
from pathlib import Path

import pytest
from typer.testing import CliRunner

from graph.record.schema import TABLES
from ingest import quarantine, read
from ingest.__main__ import app
from tests.ingest.valley import as_csv, good_count, known_of, problems

CALLS = [
    {"id": f"x{n}", "type": "called", "subject": f"p{n}", "with": "amina", "source": "letter"}
    for n in range(300)
]
CALLERS = [{"id": f"p{n}", "name": f"P {n}", "source": "letter"} for n in range(300)]
UNREADABLE = {
    "semicolons": lambda text: text.replace(",", ";").encode(),
    "tabs": lambda text: text.replace(",", "\t").encode(),
    "UTF-16": lambda text: text.encode("utf-16"),
    "another encoding": lambda text: text.replace("P 7", "Ömer").encode("cp1254"),
    "no header": lambda text: text.partition("\n")[2].encode(),
    "old Macintosh": lambda text: text.replace("\n", "\r").encode(),
}


@pytest.fixture
def broken(family):
    """Add many callers in a file that cannot be read, and a call of each."""

    def make(table, how):
        family.csv()
        rows = {"people.more": CALLERS, "events.more": CALLS}
        for name, lines in rows.items():
            text = as_csv(lines, list(TABLES[name.partition(".")[0]].holds))
            content = how(text) if name == f"{table}.more" else text.encode()
            family.file(f"{name}.csv", content)
        return family.folder

    return make


@pytest.mark.parametrize("how", UNREADABLE.values(), ids=UNREADABLE)
def test_the_cause_is_said_first_and_what_follows_is_counted(broken, how):
    result = CliRunner().invoke(app, ["--check", str(broken("people", how))])
    said = result.stdout.partition("read\n\n")[2] or result.stdout
    lines = [line for line in said.splitlines() if ".csv" in line and "Note" not in line]
    assert lines[0].startswith("people.more.csv")
    assert lines[-1].startswith(
        "events.more.csv: 300 rows only name what was rejected or could"
    )
    assert len(lines) <= 3


@pytest.mark.parametrize("how", UNREADABLE.values(), ids=UNREADABLE)
def test_whoever_names_what_could_not_be_read_is_told_where_it_may_be(broken, how):
    reading = read([broken("people", how)])
    followers = [each for each in reading.rejected if each.follows]
    assert len(followers) == 300
    assert all("perhaps it is in people.more.csv" in each.problem for each in followers)
    assert reading.total.taken == good_count()


def test_a_slip_in_an_id_stays_a_cause_where_all_could_be_read(family):
    family.add("events", id="x", type="called", subject="amyna")
    [rejected] = read([family.csv()]).rejected
    assert not rejected.follows
    assert "did you mean 'amina'?" in rejected.problem


@pytest.mark.parametrize("encoding", ["cp1254", "cp1251", "cp1256", "gb18030", "latin-1"])
@pytest.mark.parametrize("again", [None, "the same"])
def test_the_quarantine_of_another_encoding_is_mended_and_read_in_any(
    family, tmp_path, encoding, again
):
    title = {"cp1251": "Письмо", "cp1256": "رسالة", "gb18030": "伊犁"}.get(encoding, "Öz")
    family.tables["dataset"][0]["title"] = title
    family.add("people", id="omer", name=title, sex="femal")
    folder = family.csv()
    for table in folder.iterdir():
        table.write_bytes(table.read_text("utf-8").encode(encoding))
    first = read([folder], encoding=encoding)
    (kept,) = quarantine.write(first, tmp_path / "home").folders
    assert "--encoding" not in (kept / "report.txt").read_text("utf-8")
    rows = kept / "people.csv"
    rows.write_text(rows.read_text("utf-8").replace("femal", "female"), encoding="utf-8")
    mended = read([kept], encoding=encoding if again else None, known=known_of(first.records))
    assert problems(mended) == []
    assert [(each.name, each.dataset) for each in mended.records.people] == [(title, "valley")]


def test_a_file_that_is_kept_whole_is_read_in_the_encoding_that_is_named(family, tmp_path):
    family.csv()
    family.file("people.more.csv", "id,name,source\nomer,Ömer,letter\n".encode("cp1254"))
    first = read([family.folder])
    (kept,) = quarantine.write(first, tmp_path / "home").folders
    again = read([kept], encoding="cp1254", known=known_of(first.records))
    assert [each.name for each in again.records.people] == ["Ömer"]


IGNORED = [
    "notes.md",
    "old/",
    "archive.zip",
    "list.pdf",
    "minutes.txt",
    "dump.json",
    "a.sql.gz",
]


@pytest.mark.parametrize("name", IGNORED)
def test_whatever_a_folder_holds_that_is_not_read_is_named(family, name):
    family.csv()
    path = family.folder / name
    if name.endswith("/"):
        path.mkdir()
    else:
        path.write_bytes(b"x")
    reading = read([family.folder])
    assert reading.notes == (
        f"valley holds what is no table and was not read: {name.replace('/', ' (a folder)')}",
    )
    assert (problems(reading), reading.total.taken) == ([], good_count())


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize(
    "end", [".csv.gz", ".txt", ".json", ".csv.zip", ".xls", ".ods", ".tsv"]
)
def test_a_table_in_a_form_that_is_not_read_is_rejected(family, table, end):
    family.csv()
    content = family.folder.joinpath(f"{table}.csv").read_bytes()
    family.file(f"{table}.old{end}", gzip.compress(content) if end == ".csv.gz" else content)
    [problem] = problems(read([family.folder]))
    assert "file; save it as .csv (UTF-8) or .xlsx" in problem


@pytest.mark.parametrize("table", [table for table in TABLES if table != "dataset"])
def test_a_further_table_is_read_and_named(family, table):
    family.csv()
    family.file(f"{table}.backup.csv", f"{','.join(TABLES[table].holds)}\n")
    [note] = read([family.folder]).notes
    assert note.startswith(f"{table}.backup.csv was read as a table of {table}, too")


@pytest.mark.parametrize(
    "sample", ["asa17-3798-2021", "invented", "invented_elsewhere", "blank"]
)
def test_a_set_that_is_shipped_gives_no_note_and_no_rejection(sample):
    reading = read([Path(__file__).parents[2] / "data_samples" / sample])
    assert (reading.notes, reading.rejected) == ((), ())
