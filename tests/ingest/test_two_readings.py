"""Two readings that were checked against one store, and loaded one after the other."""

import pytest

from graph.rule.answer import answer
from graph.store.deriving import derive_calendars
from ingest import read
from ingest.into_store import known_in, load_checked

TABLES = {
    "dataset": "id,title,country_of_risk\nset,A set,inland\n",
    "sources": "id,title,kind,said_on,consent\ntold,A letter,letter,2021-03-01,public\n",
    "places": "id,name,kind\ninland,Inland,country\n",
    "people": (
        "id,name,birth,source,locator\n"
        "one,One,1980,told,p. 1\ntwo,Two,,told,p. 1\nthree,Three,2012,told,p. 1\n"
    ),
}
TIES = "id,person,kind,relative,source,locator\n"


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("GRAPH_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def folder(tmp_path, store):
    """Make a folder of tables; the people are loaded already."""

    def write(name, **tables):
        made = tmp_path / name
        made.mkdir()
        for table, text in ({"dataset": TABLES["dataset"]} | tables).items():
            (made / f"{table}.csv").write_text(text, encoding="utf-8")
        return made

    load_checked(store, read([write("first", **TABLES)], known=known_in(store)))
    return write


def both(store, *folders):
    """Read both against the store as it is, then load one after the other."""
    readings = [read([one], known=known_in(store)) for one in folders]
    assert not any(reading.rejected for reading in readings)
    return [load_checked(store, reading) for reading in readings]


def test_the_second_half_of_a_ring_is_rejected_and_kept(store, folder, home):
    _, second = both(
        store,
        folder("a", kinship=f"{TIES}t1,one,parent_of,two,told,p. 2\n"),
        folder("b", kinship=f"{TIES}t2,two,parent_of,one,told,p. 3\n"),
    )
    [fallen] = second.reading.rejected
    assert "their own ancestor" in fallen.problem
    [kept] = second.kept
    assert "t2,two,parent_of,one" in (kept / "kinship.csv").read_text("utf-8")
    assert kept.is_relative_to(home)
    assert (second.reading.total.taken, second.reading.total.rejected) == (1, 1)
    assert answer(store.around("two"), "two", as_of=None)


def test_a_claim_that_conflicts_by_now_is_rejected_and_kept_not_taken(store, folder):
    people = "id,name,birth,source,locator\nfour,{},,told,p. 4\n"
    _, second = both(
        store,
        folder("a", people=people.format("Four")),
        folder("b", people=people.format("Vier")),
    )
    [fallen] = second.reading.rejected
    assert "is already said with other content" in fallen.problem
    assert second.report.conflicts == ()
    assert "Vier" in (second.kept[0] / "people.csv").read_text("utf-8")
    [stored] = store.claims_about(["four"]).people
    assert stored.name == "Four"


def test_what_a_reading_names_may_be_gone_by_the_time_it_is_loaded(store, folder):
    reading = read(
        [folder("a", kinship=f"{TIES}t1,one,parent_of,two,told,p. 2\n")], known=known_in(store)
    )
    store.clear()
    done = load_checked(store, reading)
    assert "is no" in done.reading.rejected[0].problem
    assert done.kept
    assert derive_calendars(store) == 0


def test_a_store_that_did_not_change_is_not_asked_again(store, folder, monkeypatch):
    reading = read(
        [folder("a", kinship=f"{TIES}t1,one,parent_of,two,told,p. 2\n")], known=known_in(store)
    )
    done = load_checked(store, reading)
    assert done.reading is reading
