"""The tables: what a spreadsheet opens, and what it must not run."""

import csv
import io
import zipfile

import pytest

from graph.export.formats import FORMATS
from graph.export.formats.property_graph import PropertyGraph
from tests.builders import family, person, reading
from tests.export.formats.handed import handed, written


@pytest.fixture(scope="module")
def tables(everything):
    return opened(everything)


def opened(over):
    """Each table as a list of rows by column, and the note."""
    with zipfile.ZipFile(io.BytesIO(written("csv", over))) as archive:
        texts = {name: archive.read(name).decode("utf-8-sig") for name in archive.namelist()}
    return {
        name: list(csv.DictReader(io.StringIO(text, newline="")))
        if name.endswith(".csv")
        else text
        for name, text in texts.items()
    }


def test_excel_is_told_that_it_is_utf_8(everything):
    with zipfile.ZipFile(io.BytesIO(written("csv", everything))) as archive:
        assert all(
            archive.read(name).startswith(b"\xef\xbb\xbf") for name in archive.namelist()
        )


def test_every_node_and_every_link_is_a_row(everything, tables):
    graph = PropertyGraph(everything)
    rows = [table for name, table in tables.items() if name.endswith(".csv")]
    nodes = [row["key"] for table in rows for row in table if "key" in row]
    assert sorted(nodes) == sorted(node.key for node in graph.nodes())
    assert len(tables["relationships.csv"]) == sum(1 for _ in graph.links())


def test_the_note_says_whose_it_is_and_what_a_stop_means(tables):
    assert tables["README.txt"].startswith("TLP:AMBER+STRICT. Export x1")
    assert "never to be contacted" in tables["README.txt"]


def test_the_stop_is_a_column_of_every_person(tables):
    stops = {
        row["record"] if "record" in row else row["id"]
        for row in tables["people.csv"]
        if row["do_not_contact"] == "true"
    }
    assert {"pilduza", "fenzuve"} <= stops


def test_no_cell_is_a_formula_and_the_losses_say_how_many_were(everything):
    over = handed(
        family(
            person("friend", name="=cmd|' /C calc'!A0", other_names=("@SUM(A1)", "+1", "-1")),
            reading("mother-left", words="\t=1", note="＝1"),
        )
    )
    cells = [
        cell
        for name, table in opened(over).items()
        if name.endswith(".csv")
        for row in table
        for cell in row.values()
    ]
    assert not [cell for cell in cells if cell.lstrip()[:1] in ("=", "+", "-", "@", "＝")]
    assert any("begin with an apostrophe" in one for one in FORMATS["csv"].losses(over))


def test_a_number_stays_a_number(everything):
    rows = opened(everything)["places.csv"]
    assert all(float(row["lat"]) for row in rows if row.get("lat"))
