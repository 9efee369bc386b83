"""A column is one row of the schema: read, stored, shown, exported and documented by it."""

from dataclasses import replace
from datetime import date

import openpyxl
import pytest

from graph.export.audience.naming import Ids
from graph.export.audiences import rules
from graph.export.formats import FORMATS
from graph.export.formats.import_rows import background_row, claim_row
from graph.export.package import Audience
from graph.export.packaging import packed
from graph.export.request import ExportRequest
from graph.pages.kit.sheet_blocks import further_details
from graph.record import schema
from graph.record.model import Claim, Records
from graph.record.references import references
from graph.record.schema import TABLES, Column, Holds, ReferenceKind, each_record
from graph.record.vocabulary import Consent
from graph.store.properties import flat, record
from graph.words.claim_text import saying
from ingest import read
from ingest.column_help import README, table_text, with_tables
from ingest.template import write_template
from tests.export.formats.handed import handed, written

MARKER = "Zanzibar"
CELLS = {
    Holds.TEXT: MARKER,
    Holds.TEXTS: f"{MARKER}; Samarkand",
    Holds.LOCATOR: f"{MARKER} 7",
    Holds.ID: "zanzibar",
    Holds.IDS: "zanzibar; samarkand",
    Holds.WORD: "zanzibar",
    Holds.CLAIM: "zanzibar@source:L1",
    Holds.YES: "yes",
    Holds.DATE: "2017-03",
    Holds.NUMBER: "7.5",
    Holds.DAYS: "7",
}
"""A cell of each kind that a column may hold."""
ROWS = {
    "dataset": {"id": "set", "title": "A set", "country_of_risk": "land"},
    "sources": {"id": "source", "title": "A source", "consent": "partners"},
    "places": {"id": "land", "name": "Land", "kind": "country"},
    "people": {"id": "aunt", "name": "Aunt", "source": "source"},
    "kinship": {
        "id": "tie",
        "person": "aunt",
        "kind": "sibling_of",
        "relative": "uncle",
        "source": "source",
    },
    "events": {"id": "left", "type": "left_country", "subject": "aunt", "source": "source"},
    "interpretations": {
        "id": "read",
        "of": "left",
        "words": "the shop",
        "reading": "the camp",
        "source": "source",
    },
}


@pytest.fixture
def add(monkeypatch):
    """Add a column to a table of the schema, in memory."""

    def added(table, holds, **more):
        treated = {"partner": "as is", "briefing": "out", "public": "out"}
        column = Column(
            name="clan_of",
            field="clan_of",
            holds=holds,
            treatments=treated,
            help="as said",
            **more,
        )
        if holds is Holds.WORD:
            column = replace(column, allowed="zanzibar samarkand")
        old = TABLES[table]
        new = replace(old, rows=(*old.rows, column))
        monkeypatch.setitem(schema.TABLES, table, new)
        rules.cache_clear()
        return column

    yield added
    rules.cache_clear()


def family(tmp_path, table="", **cells):
    """Read one row of each table, one of them with more cells."""
    rows = {name: [dict(row)] for name, row in ROWS.items()}
    rows["people"].append({"id": "uncle", "name": "Uncle", "source": "source"})
    if table:
        rows[table][0] |= cells
    for name, some in rows.items():
        columns = list(dict.fromkeys(column for row in some for column in row))
        lines = [
            ",".join(columns),
            *(",".join(row.get(c, "") for c in columns) for row in some),
        ]
        (tmp_path / f"{name}.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    found = read([tmp_path])
    assert [each.problem for each in found.rejected] == []
    return found.records


def first(records: Records, table: str):
    return getattr(records, TABLES[table].plural)[0]


@pytest.mark.parametrize("holds", CELLS)
@pytest.mark.parametrize("table", ROWS)
def test_a_further_column_is_read_stored_and_written_again(tmp_path, add, table, holds):
    column = add(table, holds)
    one = first(family(tmp_path, table, clan_of=CELLS[holds]), table)
    said = TABLES[table].value(one, "clan_of")
    assert said not in ("", (), None, False)
    assert record(type(one), flat(one)) == one
    assert "clan_of" in " ".join(flat(one))
    cells = claim_row(one) if isinstance(one, Claim) else background_row(one)
    assert cells[column.name].removesuffix(".0") == CELLS[holds]


@pytest.mark.parametrize("table", ROWS)
def test_what_is_not_in_a_further_column_is_the_same_record_as_without_it(tmp_path, add, table):
    before = first(family(tmp_path), table)
    add(table, Holds.TEXT)
    assert first(family(tmp_path), table) == before


@pytest.mark.parametrize("table", [name for name, one in TABLES.items() if one.claims])
def test_a_claim_says_what_stands_in_a_further_column(tmp_path, add, table):
    add(table, Holds.TEXT)
    one = first(family(tmp_path, table, clan_of=MARKER), table)
    assert f"clan of: {MARKER}" in saying(one, str)


@pytest.mark.parametrize("table", ["sources", "places"])
def test_the_page_of_a_source_or_place_says_it_too(tmp_path, add, table):
    add(table, Holds.TEXT)
    one = first(family(tmp_path, table, clan_of=MARKER), table)
    assert [(label, cell[0]["text"]) for label, cell in further_details(one)] == [
        ("Clan of", MARKER)
    ]


@pytest.mark.parametrize("table", ROWS)
def test_a_further_reference_must_be_there(tmp_path, add, table):
    add(table, Holds.ID, refers_to=(ReferenceKind.PERSON,))
    one = first(family(tmp_path, table, clan_of="uncle"), table)
    assert (ReferenceKind.PERSON, "uncle", "clan_of") in references(one)
    with pytest.raises(AssertionError, match="'nobody' is no person that is recorded"):
        family(tmp_path, table, clan_of="nobody")


DOCUMENTS = {"pdf", "docx", "factsheet", "svg", "png", "html"}


@pytest.mark.parametrize("name", sorted(FORMATS.keys() - DOCUMENTS))
@pytest.mark.parametrize("table", ROWS)
def test_a_format_holds_it_or_says_that_it_is_lost(tmp_path, add, table, name):
    add(table, Holds.TEXT)
    over = handed(family(tmp_path, table, clan_of=MARKER))
    form = FORMATS[name]
    held = MARKER in form.text(written(name, over))
    said = ("further columns", f"the rows of {table}, each with all its columns")
    assert held or any(one in loss for one in said for loss in form.losses(over))


@pytest.mark.parametrize(("audience", "held"), [("partner", True), ("public", False)])
@pytest.mark.parametrize("table", ["sources", "people", "kinship", "events"])
def test_an_audience_gets_of_it_what_its_row_says(tmp_path, add, table, audience, held):
    add(table, Holds.TEXT)
    records = family(tmp_path, table, clan_of=MARKER)
    agreed = tuple(replace(one, consent=Consent.PUBLIC) for one in records.sources)
    request = ExportRequest(
        audience=Audience(audience), made_on=date(2021, 1, 1), as_of=date(2021, 1, 1)
    )
    made = packed(
        replace(records, sources=agreed),
        [],
        request,
        only=frozenset({"aunt", "uncle"}),
        ids=Ids(key=b"k" * 32),
    ).package
    assert any(one.further for _, one in each_record(made.records)) is held


def test_the_readme_has_the_columns_of_every_table(add):
    text = README.read_text(encoding="utf-8")
    assert with_tables(text) == text, "write it anew: python -m ingest.column_help"
    assert all(table_text(table) in text for table in TABLES.values())
    add("events", Holds.YES, must=True)
    assert "| `clan_of` **must** | yes | as said |" in with_tables(text)


def test_every_column_has_its_help():
    every = [one for table in TABLES.values() for one in table.columns.values()]
    assert [one.name for one in every if not one.help] == []


def test_the_blank_set_has_the_columns_of_every_table(tmp_path):
    blank = README.parent / "blank"
    for file in write_template(tmp_path):
        same = file.read_bytes() == (blank / file.name).read_bytes()
        assert same, "write it anew: python -m ingest --template data_samples/blank"


@pytest.mark.parametrize("target", ["", "blank.xlsx"])
def test_a_blank_set_is_read_without_a_word(tmp_path, target):
    write_template(tmp_path / target)
    found = read([tmp_path / target])
    assert (found.rejected, found.notes, found.total.read) == ((), (), 0)


def test_a_filled_workbook_is_read_like_the_csv(tmp_path):
    path = tmp_path / "book.xlsx"
    write_template(path)
    book = openpyxl.load_workbook(path)
    for table, row in ROWS.items():
        book[table].append([row.get(one.name) for one in TABLES[table].template])
    uncle = {"id": "uncle", "name": "Uncle", "source": "source"}
    book["people"].append([uncle.get(one.name) for one in TABLES["people"].template])
    book.save(path)
    csv = tmp_path / "csv"
    csv.mkdir()
    assert read([path]).records == family(csv)


def test_every_column_with_words_has_a_list_of_them_and_every_one_its_help(tmp_path):
    write_template(tmp_path / "book.xlsx")
    book = openpyxl.load_workbook(tmp_path / "book.xlsx")
    for name, table in TABLES.items():
        rules_ = book[name].data_validations.dataValidation
        assert [rule.promptTitle for rule in rules_] == [one.name for one in table.template]
        for rule, column in zip(rules_, table.template, strict=True):
            if column.words:
                cells = book["readme"][rule.formula1.partition("!")[2].replace("$", "")]
                assert [cell.value for (cell,) in cells] == list(column.words)


def test_tables_with_rows_are_not_replaced_by_a_blank_set(tmp_path):
    family(tmp_path)
    with pytest.raises(Exception, match="is there already; name another folder"):
        write_template(tmp_path)
