"""Text that no disk, terminal or page takes as it is, in every place of every format.

Whatever it is, the reading ends, the quarantine is written and read again, and every line of it
can be printed.
"""

import json
import os
import tempfile
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.record.schema import TABLES
from ingest import mending, quarantine, read, report
from ingest.file_names import free_path
from ingest.visible import json_line, visible

ODD = ("\ud800", "\udcff", "\ufeff", "\u202e", "\u2028", "\uffff", "é", "伊", "ئ", "\U0001f642")
WORDS = ("..", "_xD800_", "_x0000_", "people", "dataset")
SIGNS = st.sampled_from([*"\0\x1b\x07\x7f\n\r\t \"'\\/;,:=#@._-", *ODD, *WORDS])
HOSTILE = st.lists(SIGNS, min_size=1, max_size=8).map("".join) | st.just("x" * 300)
COLUMNS = st.sampled_from(["id", "table", "dataset", "name", "title", "source", "standing"])
CELLS = st.dictionaries(COLUMNS | HOSTILE, HOSTILE | st.sampled_from(list(TABLES)), max_size=4)
NAMES = st.sampled_from([*(f"{table}.csv" for table in TABLES), "all.jsonl", "people.jsonl"])


def readable(folder, paths):
    """Read and keep, then read what was kept; every sentence can be written."""
    reading = read(paths)
    assert reading.total.taken + reading.total.rejected == reading.total.read
    written = quarantine.write(reading, Path(folder, "home"))
    said = report.summary_text(reading.rejected) + "".join(reading.notes)
    assert visible(said.replace("\n", "")) == said.replace("\n", "")
    json.dumps(report.reading_as_json(reading), ensure_ascii=False).encode()
    for kept in written.folders if written else ():
        for line in (kept / quarantine.REPORT).read_bytes().splitlines():
            json.loads(line.decode())
        again = read([kept])
        assert again.total.taken + again.total.rejected == again.total.read
        mending.write_mended(kept, mending.editable(kept))
    assert len(mending.waiting(Path(folder, "home"))) == (
        len(written.folders) if written else 0
    )
    return reading


@settings(deadline=None)
@given(NAMES.filter(lambda name: name.endswith("jsonl")), st.lists(CELLS, max_size=4))
def test_json_lines_may_hold_it_as_key_value_table_and_data_set(name, rows):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, name)
        path.write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")
        assert readable(folder, [path]).total.read >= 0


@settings(deadline=None)
@given(NAMES.filter(lambda name: name.endswith("csv")), st.lists(HOSTILE, max_size=12))
def test_a_table_may_hold_it_as_header_and_cell(name, cells):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, name)
        lines = (",".join(cells[at : at + 3]) for at in range(0, len(cells), 3))
        path.write_bytes("\n".join(lines).encode("utf-8", "surrogatepass"))
        assert readable(folder, [path]).total.read >= 0


def escaped(text):
    """Return a text as a workbook keeps it: what XML cannot hold as `_xHHHH_`."""
    kept = "".join(
        sign if sign.isprintable() and sign not in "<>&\"'" else f"_x{ord(sign):04X}_"
        for sign in text
        if ord(sign) <= 0xFFFF
    )
    return kept or "x"


@settings(deadline=None)
@given(HOSTILE, st.lists(HOSTILE, min_size=4, max_size=8))
def test_a_workbook_may_hold_it_as_sheet_header_and_cell(sheet, cells):
    kept = [f'<c t="inlineStr"><is><t>{escaped(cell)}</t></is></c>' for cell in cells]
    rows = "".join(f"<row>{''.join(kept[at : at + 2])}</row>" for at in range(0, len(kept), 2))
    parts = {
        "xl/_rels/workbook.xml.rels": (
            '<Relationships><Relationship Id="a" Target="a.xml"/>'
            '<Relationship Id="b" Target="a.xml"/></Relationships>'
        ),
        "xl/workbook.xml": (
            f'<workbook><sheets><sheet name="{escaped(sheet)}" id="a"/>'
            '<sheet name="people" id="b"/></sheets></workbook>'
        ),
        "xl/a.xml": f"<worksheet><sheetData>{rows}</sheetData></worksheet>",
    }
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "a.xlsx")
        with zipfile.ZipFile(path, "w") as book:
            for name, content in parts.items():
                book.writestr(name, content)
        assert readable(folder, [path]).total.read >= 0


NAME_BYTES = st.lists(
    st.sampled_from([b"\xff", b"\xc3", b"\x1b", b"\n", b"people", b".", b" ", "ئ".encode()]),
    min_size=1,
    max_size=6,
).map(b"".join)


@settings(deadline=None)
@given(NAME_BYTES, NAME_BYTES, st.sampled_from([b".csv", b".jsonl", b".xlsx", b".txt", b""]))
def test_a_folder_and_a_file_may_have_it_as_their_name(above, stem, end):
    with tempfile.TemporaryDirectory() as folder:
        parent = os.fsencode(folder) + b"/set" + above
        os.mkdir(parent)  # noqa: PTH102  a name of bytes
        with open(parent + b"/x" + stem + end, "wb") as file:  # noqa: PTH123  the same
            file.write(b"id,name\nx,y\n")
        assert readable(folder, [Path(os.fsdecode(parent))]) is not None


@pytest.mark.parametrize("end", [".csv", ".jsonl", ".xlsx"])
def test_a_file_may_have_the_longest_name_that_a_disk_takes(tmp_path, end):
    name = f"people.{'x' * (255 - len('people.') - len(end))}{end}"
    (tmp_path / "set").mkdir()
    (tmp_path / "set" / name).write_text("id,name\nx,y\n")
    assert readable(tmp_path, [tmp_path / "set"]).rejected


@settings(deadline=None)
@given(st.lists(HOSTILE | st.sampled_from(["..", ".", "../../etc/passwd", "people.csv"])))
def test_a_file_that_is_chosen_in_the_app_may_have_it_as_its_name(names):
    with tempfile.TemporaryDirectory() as folder:
        paths: list[Path] = []
        for name in names:
            path = free_path(Path(folder), name)
            path.write_bytes(b"id,name\nx,y\n")
            assert path.parent == Path(folder)
            paths.append(path)
        assert len(set(paths)) == len(names)
        assert readable(folder, paths) is not None


@pytest.mark.parametrize(
    "name", ["people.csv", "people.letters.csv", "ئامىنە.xlsx", "a b.jsonl"]
)
def test_a_name_that_any_disk_takes_stays(tmp_path, name):
    assert free_path(tmp_path, name).name == name
    (tmp_path / name).touch()
    again = free_path(tmp_path, name)
    assert (again.suffix, again.stem.split(".")[0]) == (Path(name).suffix, name.split(".")[0])


@given(HOSTILE)
def test_what_is_visible_can_be_printed_and_written(text):
    assert visible(text).isprintable()
    assert visible(text).encode()


@given(st.dictionaries(HOSTILE, HOSTILE))
def test_a_line_of_json_gives_the_same_row_again(row):
    assert json.loads(json_line(row).encode().decode()) == json.loads(json.dumps(row))
