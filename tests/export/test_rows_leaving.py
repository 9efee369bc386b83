"""Rows that leave are found again by whom they name, with or without an id."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.export.ledger.ledger import HEAD_FOLDER, Ledger
from graph.export.rows_leaving import RowsFile, given_out, people_named
from graph.questions.exported import csv_text, json_text
from graph.views.name_search import SearchEntry
from ingest import read
from tests.conftest import BOTH_SETS

PEOPLE = [one for folder in BOTH_SETS for one in read([folder]).records.people]
KNOWN = [
    SearchEntry(kind=one.kind.value, id=one.about, names=(one.name, *one.other_names))
    for one in PEOPLE
]
UNMARKED = {"sensitive": False, "do_not_contact": []}
WAYS = {
    "csv": lambda names: csv_text(["who"], [UNMARKED | {"who": name} for name in names]),
    "json": lambda names: json_text({}, [{"who": names}], [], []),
    "words": lambda names: f"She saw {' and '.join(names)}, and wrote it down.",
}


@pytest.fixture
def ledger(tmp_path, monkeypatch):
    monkeypatch.setenv(HEAD_FOLDER, str(tmp_path / "apart"))
    return Ledger(tmp_path / "home")


@pytest.mark.parametrize("way", WAYS)
@given(rows=st.lists(st.sampled_from(PEOPLE), min_size=1, max_size=4, unique=True))
def test_whoever_is_named_in_rows_is_named_to_the_ledger(way, rows):
    for pick in (lambda one: one.name, lambda one: [one.name, *one.other_names][-1]):
        text = WAYS[way]([pick(one) for one in rows])
        assert {one.about for one in rows} <= people_named(text, KNOWN)


def test_rows_without_a_name_name_nobody():
    assert people_named("year,many\n2018,4\n2019,7\n", KNOWN) == set()


def test_a_part_of_a_name_within_another_word_is_nobody():
    known = [SearchEntry(kind="person", id="ali", names=("Ali",))]
    assert people_named("Alison", known) == set()
    assert people_named("Ali's son", known) == {"ali"}


def test_a_name_of_two_people_is_both_of_them_and_an_old_name_counts():
    known = [
        SearchEntry(kind="person", id="one", names=("Amina",)),
        SearchEntry(kind="person", id="two", names=("Aygul",), retracted=("Amina",)),
        SearchEntry(kind="place", id="amina", names=("Amina",)),
    ]
    assert people_named("Amina", known) == {"one", "two"}


def test_a_recall_finds_rows_of_names_alone_and_the_ledger_names_nobody(ledger):
    one = next(one for one in PEOPLE if one.about == "amina")
    file = RowsFile(how="query", form="rows as csv", text=WAYS["csv"]([one.name]))
    assert given_out(file, ledger, "ana", KNOWN) == file.text.encode()
    [entry] = ledger.carrying("amina")
    assert entry.fields["format"] == "rows as csv"
    assert "amina" not in ledger.path.read_text("utf-8").lower()
