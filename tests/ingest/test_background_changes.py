"""Places, sources and data sets can be corrected and added to; what hangs on them moves."""

import csv
import json
from itertools import permutations
from shutil import copytree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.record.background import together
from graph.record.model import Place
from graph.store.deriving import derive_calendars
from ingest import read
from ingest.into_store import known_in, load_checked
from tests.conftest import SAMPLES
from tests.ingest.valley import Family, known_of
from tests.store.dump import asked

REPORT = SAMPLES / "asa17-3798-2021"


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("GRAPH_HOME", str(tmp_path / "home"))


@pytest.fixture
def hill(tmp_path):
    """Another data set of the same family."""
    other = Family(tmp_path / "hill")
    other.tables["dataset"][0] |= {"id": "hill"}
    return other


def take(store, family):
    reading = read([family.csv()], known=known_in(store))
    assert not reading.rejected, [each.problem for each in reading.rejected]
    return load_checked(store, reading)


def place(store, id_):

    return next(one for one in store.background((), (), [id_]).places if one.id == id_)


def camp(family, **cells):
    family.tables["places"][1] |= cells


def test_an_empty_cell_agrees_and_a_filled_one_adds(store, family, hill):
    camp(family, part_of="", aliases="Camp Two")
    take(store, family)
    camp(hill, aliases="The fort")
    take(store, hill)
    held = place(store, "camp")
    assert (held.part_of, held.aliases) == ("land", ("Camp Two", "The fort"))


def test_a_changed_cell_of_the_own_data_set_replaces_and_is_said_and_kept(
    store, family, neo4j_server
):
    take(store, family)
    family.add("places", id="far", name="Far", kind="country")
    camp(family, part_of="far")
    done = take(store, family)
    assert "camp is corrected: part_of 'land' becomes 'far'" in done.reading.notes
    assert done.report.replaced == ("camp",)
    [row] = asked(
        neo4j_server,
        "MATCH (p:Place {id: 'camp'})-[:PART_OF]->(far) MATCH (r:KinthreadRun) "
        "RETURN far.id AS far, p.changed AS changed, collect(r.id) AS runs",
    )
    [kept] = map(json.loads, row["changed"])
    assert (row["far"], kept["before"]) == ("far", {"part_of": "land"})
    assert kept["run"] in row["runs"]


def test_another_data_set_corrects_by_naming_the_one_that_owns_the_row(store, family, hill):
    take(store, family)
    camp(hill, kind="prison")
    [bad] = read([hill.csv()], known=known_in(store)).rejected
    assert "put 'valley' in supersedes" in bad.problem
    camp(hill, supersedes="valley")
    take(store, hill)
    assert place(store, "camp").kind == "prison"
    again = take(store, family)
    assert place(store, "camp").kind == "prison"
    assert "camp was corrected by another data set and stays so: kind" in again.reading.notes


@pytest.mark.parametrize("at_once", [True, False])
def test_the_correction_may_come_first_or_together(store, family, hill, at_once):
    camp(hill, kind="prison", supersedes="valley")
    if at_once:
        reading = read([family.csv(), hill.csv()], known=known_in(store))
        assert not reading.rejected
        load_checked(store, reading)
    else:
        take(store, hill)
        take(store, family)
    assert place(store, "camp").kind == "prison"


def test_json_lines_change_nothing_that_is_stored(family):
    stored = read([family.csv()]).records
    camp(family, kind="prison")
    for path in family.folder.glob("*.csv"):
        path.unlink()
    [bad] = read([family.jsonl()], known=known_of(stored)).rejected
    assert "differs from what the store holds" in bad.problem


CLOCKED = {"id": "seen", "type": "called", "subject": "friends", "when": "over the last year"}


def test_a_telling_on_another_day_moves_what_counts_from_it(store, family):
    """In rows of its own load and of others; a stated day stays."""
    family.add("events", **CLOCKED)
    family.add("people", id="boy", name="Boy", age_text="five", age_on="currently")
    take(store, family)
    family.tables["sources"][0]["said_on"] = "2023-03-01"
    take(store, family)
    _assert_told_in_2023(store)


def test_a_telling_that_another_set_corrects_moves_what_counts_from_it(store, family, hill):
    family.add("events", **CLOCKED)
    family.add("people", id="boy", name="Boy", age_text="five", age_on="currently")
    take(store, family)
    hill.tables = {
        "dataset": hill.tables["dataset"],
        "places": hill.tables["places"][:1],
        "sources": [
            hill.tables["sources"][0] | {"said_on": "2023-03-01", "supersedes": "valley"}
        ],
    }
    for path in hill.folder.glob("*"):
        path.unlink()
    take(store, hill)
    _assert_told_in_2023(store)


def _assert_told_in_2023(store):
    claims = {one.about: one for one in store.claims_about(["seen", "taken", "boy"]).claims()}
    assert claims["seen"].when.window.earliest.year == 2022
    assert claims["boy"].born.latest.year == 2018
    assert claims["taken"].when.window.earliest.year == 2017


def test_a_store_of_an_older_sample_takes_the_mended_one(store, tmp_path):
    """Six rows and the tellings were mended; the answers are those of a new store."""
    older = copytree(REPORT, tmp_path / "older")
    _rewrite(older / "sources.csv", {"said_on": {"2020-07/2021": "2021"}, "edition": {}})
    earlier = {
        "amina-news": {"edtf": ""},
        "muhherrem-returned": {"edtf": "", "when": "late 2015"},
        "mamutjan-two-years": {"edtf": "2017-04/2017-05"},
        "meripet-children-orphanage": {"learned": ""},
    }
    _edit(older / "events.csv", earlier)
    load_checked(store, read([older], known=known_in(store)))
    derive_calendars(store)
    reading = read([REPORT], known=known_in(store))
    assert not reading.rejected
    done = load_checked(store, reading)
    assert done.report.retracted_claims == len(earlier)
    moved = store.calendars(store.children())
    store.clear()
    load_checked(store, read([REPORT], known=known_in(store)))
    fresh = store.calendars(store.children())
    assert moved.keys() == fresh.keys()
    for child in fresh:
        assert _answers(moved[child]) == _answers(fresh[child])


def _answers(calendar):
    return [(one.person, one.left, one.first, one.last) for one in calendar.stays]


def _rewrite(path, cells):
    def change(row):
        for column, words in cells.items():
            row[column] = words.get(row[column], row[column]) if words else ""

    _rows(path, change)


def _edit(path, rows):
    _rows(path, lambda row: row.update(rows.get(row["id"], {})))


def _rows(path, change):
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        change(row)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(rows)


words = st.sampled_from(["", "x", "y"])
names = st.lists(st.sampled_from("uvw"), unique=True, max_size=2).map(tuple)
ROWS = [
    st.builds(
        Place, id=st.just("p"), name=words, aliases=names, kind=words, dataset=st.just(owner)
    )
    for owner in "abc"
]


@given(st.tuples(*ROWS), words)
def test_what_agrees_adds_up_in_any_order(rows, kind):
    """Where a cell differs, somebody must decide; these agree, or leave it empty."""
    rows = [
        Place(
            id="p", name="n", aliases=one.aliases, kind=one.kind and kind, dataset=one.dataset
        )
        for one in rows
    ]
    ends = set()
    for order in permutations(rows):
        held = order[0]
        for one in order[1:]:
            held = together(one, held)
        ends.add((held.kind, frozenset(held.aliases), held.dataset))
    assert len(ends) == 1
