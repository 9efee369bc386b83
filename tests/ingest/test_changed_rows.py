"""A row that changed in the data set that owns it corrects what is stored, and says so."""

import pytest

from graph.rule.answer import answer
from graph.store.deriving import derive_calendars
from ingest import read
from ingest.into_store import known_in, load_checked
from tests.ingest.valley import Family, known_of


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("GRAPH_HOME", str(tmp_path / "home"))


def take(store, family: Family):
    """Load the tables of a family as they are; every row must be taken."""
    reading = read([family.csv()], known=known_in(store))
    assert not reading.rejected, [each.problem for each in reading.rejected]
    return load_checked(store, reading)


def forms(store, thing):
    """The claims about a thing: their names, and whether they count."""
    return {one.id: one.active for one in store.claims_about([thing]).claims()}


def changed(family, **cells):
    family.tables["events"][0] |= cells


def test_a_changed_row_of_the_same_data_set_replaces_the_stored_claim(store, family):
    take(store, family)
    changed(family, when="2018-03")
    done = take(store, family)
    old, new = sorted(store.claims_about(["taken"]).events, key=lambda one: one.active)
    assert (old.when.text, old.retracted_by, new.when.text) == ("2017-06", new.id, "2018-03")
    assert (new.supersedes, done.report.retracted_claims) == (old.id, 1)
    assert f"which stays readable: {new.id}" in " ".join(done.reading.notes)


def test_the_changed_row_loaded_again_changes_nothing(store, family):
    take(store, family)
    changed(family, when="2018-03")
    take(store, family)
    once = store.graph_hash()
    done = take(store, family)
    assert (done.report.new_claims, done.report.retracted_claims) == (0, 0)
    assert not done.reading.notes
    assert store.graph_hash() == once


def test_a_row_that_changes_twice_replaces_its_last_form(store, family):
    for when in ("2017-06", "2018-03", "2019-05"):
        changed(family, when=when)
        take(store, family)
    assert [one.when.text for one in store.claims_about(["taken"]).events if one.active] == [
        "2019-05"
    ]
    assert len(forms(store, "taken")) == 3


def test_an_older_copy_of_the_tables_changes_nothing_back_and_says_so(store, family):
    take(store, family)
    changed(family, when="2018-03")
    take(store, family)
    before = store.graph_hash()
    changed(family, when="2017-06")
    done = take(store, family)
    assert store.graph_hash() == before
    assert "the later form counts, and this one does not" in " ".join(done.reading.notes)


def test_what_somebody_corrected_in_the_meantime_is_not_overwritten(store, family):
    take(store, family)
    store.retract("taken@letter:events-0", by="ana", why="misheard", on="2026-01-02")
    changed(family, when="2018-03")
    [bad] = read([family.csv()], known=known_in(store)).rejected
    assert "in the store, and corrected or taken back there" in bad.problem


def test_another_data_set_corrects_a_row_only_by_its_name(store, family, tmp_path):
    take(store, family)
    other = Family(tmp_path / "hill")
    other.tables["dataset"][0] |= {"id": "hill", "title": "The hill"}
    changed(other, when="2018-03")
    [bad] = read([other.csv()], known=known_in(store)).rejected
    assert "put its name 'taken@letter:events-0' in supersedes" in bad.problem


def test_json_lines_correct_a_row_only_by_its_name(family):
    """The app writes them, and exports; neither is the data set's own word."""
    stored = read([family.csv()]).records
    changed(family, when="2018-03")
    for path in family.folder.glob("*.csv"):
        path.unlink()
    [bad] = read([family.jsonl()], known=known_of(stored)).rejected
    assert "is already said with other content in the store" in bad.problem


def test_a_changed_request_keeps_the_stop_of_the_old_row(store, family):
    asked = {"type": "asked_not_to_be_contacted", "subject": "dilnur", "when": "2018"}
    family.add("events", id="asked", **asked)
    take(store, family)
    family.tables["events"][-1]["type"] = "warned"
    done = take(store, family)
    assert done.report.kept_requests == ("dilnur",)
    derive_calendars(store)
    assert "dilnur" in answer(store.around("amina"), "amina", as_of=None).stops


PARENT = {"id": "dilnur-amina", "kind": "parent_of"}
PLACE, SOURCE, GROUP = {"name": "N"}, {"title": "T"}, {"name": "N", "kind": "group"}
CALL = {"type": "called", "subject": "friends"}
TURNED = {
    "a parent": (
        "kinship",
        [PARENT | {"person": "amina", "relative": "dilnur"}],
        [PARENT | {"person": "dilnur", "relative": "amina"}],
    ),
    **{
        name: (
            table,
            [{"id": "a", column: "b"} | cells, {"id": "b", column: end} | cells],
            [{"id": "a", column: end} | cells, {"id": "b", column: "a"} | cells],
        )
        for name, table, column, end, cells in (
            ("a larger place", "places", "part_of", "land", PLACE),
            ("a larger source", "sources", "part_of", "letter", SOURCE),
            ("a larger group", "people", "member_of", "", GROUP),
            ("an order", "events", "after", "", CALL),
        )
    },
}


@pytest.mark.parametrize(("table", "wrong", "right"), TURNED.values(), ids=TURNED)
def test_what_was_written_the_wrong_way_round_can_be_turned(store, family, table, wrong, right):
    before = family.tables[table]
    family.tables["people"][0]["birth"] = family.tables["people"][1]["birth"] = ""
    for rows in (wrong, right):
        family.tables[table] = [row for row in before if row["id"] != PARENT["id"]]
        for row in rows:
            family.add(table, **row)
        done = take(store, family)
    assert done.report.replaced or done.report.retracted_claims == len(right)


def test_a_row_of_another_id_turns_a_parent_that_it_names(store, family):
    family.tables["people"][0]["birth"] = family.tables["people"][1]["birth"] = ""
    take(store, family)
    turned = {"person": "amina", "kind": "parent_of", "relative": "dilnur"}
    family.add("kinship", id="turned", **turned, supersedes="dilnur-amina@letter:kinship-0")
    take(store, family)
    assert store.parents_around(["amina"]) == {("amina", "dilnur")}
