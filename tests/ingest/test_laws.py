"""Whatever comes in: every row is taken or rejected, and the order of rows says nothing."""

import tempfile
from pathlib import Path

from hypothesis import example, given
from hypothesis import strategies as st

from ingest import quarantine, read
from tests.examples import examples
from tests.ingest.valley import Family

LETTERS = st.sampled_from([*'ab,";\n\r\0 é=@-1', "\ufeff", "id", "name", "source", "\n\n"])
TEXTS = st.lists(LETTERS, max_size=60).map("".join)
NAMES = st.sampled_from(
    ["people.csv", "events.csv", "all.jsonl", "people.jsonl", "x.csv", "a.xlsx"]
)


def read_bytes(name, content):
    """Read one file and write its quarantine; returns the reading and the quarantined bytes."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, name)
        path.write_bytes(content)
        reading = read([path])
        written = quarantine.write(reading, Path(folder))
        kept = Path(written.folders[0], name) if written else None
        return reading, kept.read_bytes() if kept and kept.exists() else b""


@examples(300)
@example("people.csv", b"id,name,source\na,A_x000D_,s\n")
@example("people.csv", "\ufeffid,name,source\na,#N/A,s\n".encode())
@example("people.csv", b'id,name,source\na,"A,s\nb,B,s\n')
@example("people.csv", b"id,name,source\na,\x00,s,more\n")
@example("people.jsonl", b'{"id": "a", "name": ["A"]}\n[]\nnull\n')
@example("a.xlsx", b"PK\x03\x04")
@given(NAMES, st.one_of(st.binary(max_size=200), TEXTS.map(str.encode)))
def test_every_row_is_taken_or_rejected_whatever_bytes_come_in(name, content):
    reading, _ = read_bytes(name, content)
    assert reading.total.taken + reading.total.rejected == reading.total.read
    assert all(each.problem for each in reading.rejected)


@examples(300)
@example('a,"A,s\nb,B,s')  # a quote that nobody closes
@example("a,A,s\r\n\r\nb,B,s\r")
@example("\ufeffa,A\0,s")
@given(TEXTS)
def test_every_byte_below_the_header_of_a_broken_table_is_kept(text):
    content = ("id,name,source\n" + text).encode()
    reading, kept = read_bytes("people.csv", content)  # no source is good, so no row is
    assert reading.total.taken == 0
    assert without_blank_lines(kept) == without_blank_lines(
        content if reading.rejected else b""
    )


def without_blank_lines(content):
    return [line for line in content.split(b"\n") if line.strip(b" ,\r\xef\xbb\xbf\xc2\xa0")]


@examples(50)
@given(st.data())
def test_the_order_of_rows_makes_no_difference(data):
    with tempfile.TemporaryDirectory() as folder:
        family = Family(Path(folder, "valley"))
        family.add("people", id="a", name="A").add("people", id="b", name="B", sex="f")
        family.add("people", id="a", name="A2", locator="same")
        family.add("people", id="a", name="A3", locator="same")
        family.add("kinship", id="ab", person="a", kind="parent_of", relative="dilnur")
        family.add("kinship", id="ba", person="amina", kind="parent_of", relative="a")
        family.add("kinship", id="b", person="b", kind="knows", relative="a")
        family.add("events", id="x", type="called", subject="a", after="y")
        family.add("events", id="y", type="called", subject="a", after="x")
        family.add("events", id="z", type="called", subject="friends", when="currently")
        family.add(
            "events", id="taken", type="died", subject="a", supersedes="taken@letter:events-0"
        )
        straight = read([family.csv()])
        for table, rows in family.tables.items():
            family.tables[table] = data.draw(st.permutations(rows), label=table)
        mixed = read([family.csv()])
    assert {*straight.records.claims()} == {*mixed.records.claims()}
    assert straight.counts == mixed.counts
    assert straight.total.rejected == 9
