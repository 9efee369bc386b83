"""Every kind of doubt and gap is seen where it is recorded, and a sound family has none."""

import re

import pytest

from graph.questions.asking import ask
from graph.questions.library import question
from graph.store.queries import query
from ingest import read
from ingest.into_store import known_in, load
from tests.ingest.valley import Family

DOUBTS = {
    "a parent younger than twelve": [
        ("people", {"id": "young", "name": "Young", "birth": "2003"}),
        (
            "kinship",
            {"id": "k1", "person": "young", "kind": "parent_of", "relative": "amina"},
        ),
    ],
    "a mother older than 55": [
        ("people", {"id": "old", "name": "Old", "birth": "1940", "sex": "female"}),
        ("kinship", {"id": "k1", "person": "old", "kind": "parent_of", "relative": "amina"}),
    ],
    "an event before birth": [
        ("events", {"id": "e1", "type": "called", "subject": "amina", "when": "2008-05"})
    ],
    "somebody older than 110": [
        ("people", {"id": "ancient", "name": "Ancient", "birth": "1890"}),
        ("events", {"id": "e1", "type": "called", "subject": "ancient", "when": "2016"}),
    ],
    "an event after death": [
        ("events", {"id": "e1", "type": "died", "subject": "dilnur", "when": "2015"})
    ],
    "two places far apart at once": [
        ("places", {"id": "sea", "name": "The sea", "kind": "country"}),
        (
            "events",
            {
                "id": "e1",
                "type": "lived_at",
                "subject": "dilnur",
                "place": "land",
                "when": "2010",
                "until": "2015",
            },
        ),
        (
            "events",
            {
                "id": "e2",
                "type": "lived_at",
                "subject": "dilnur",
                "place": "sea",
                "when": "2012",
                "until": "2013",
            },
        ),
    ],
    "a country left for a place in it": [
        ("places", {"id": "town", "name": "The town", "kind": "town", "part_of": "land"}),
        (
            "events",
            {
                "id": "e1",
                "type": "left_country",
                "subject": "dilnur",
                "place": "town",
                "when": "2015",
            },
        ),
    ],
    "one place taken and lost at once": [
        ("places", {"id": "town", "name": "The town", "kind": "town", "part_of": "land"}),
        (
            "events",
            {
                "id": "e1",
                "type": "control_taken",
                "subject": "friends",
                "place": "town",
                "when": "2015-05-01",
            },
        ),
        (
            "events",
            {
                "id": "e2",
                "type": "control_lost",
                "subject": "friends",
                "place": "town",
                "when": "2015-05-01",
            },
        ),
    ],
    "longer than sixty years": [
        ("people", {"id": "clan", "kind": "group", "name": "The others"}),
        (
            "events",
            {
                "id": "e1",
                "type": "lived_at",
                "subject": "clan",
                "place": "land",
                "when": "1940",
                "until": "2015",
            },
        ),
    ],
    "one tie recorded twice": [
        ("people", {"id": "brother", "name": "Brother", "sex": "male"}),
        (
            "kinship",
            {"id": "k1", "person": "brother", "kind": "sibling_of", "relative": "amina"},
        ),
        (
            "kinship",
            {"id": "k2", "person": "amina", "kind": "sibling_of", "relative": "brother"},
        ),
    ],
    "one person and two at once": [
        ("people", {"id": "mina", "name": "Mina"}),
        ("kinship", {"id": "k1", "person": "mina", "kind": "same_as", "relative": "amina"}),
        ("kinship", {"id": "k2", "person": "amina", "kind": "not_same_as", "relative": "mina"}),
    ],
    "a man and a woman as one person": [
        ("people", {"id": "mina", "name": "Mina"}),
        ("people", {"id": "min", "name": "Min", "sex": "male"}),
        ("kinship", {"id": "k1", "person": "mina", "kind": "same_as", "relative": "amina"}),
        ("kinship", {"id": "k2", "person": "min", "kind": "same_as", "relative": "mina"}),
    ],
}
GAPS = {
    "when it was": [("events", {"id": "e1", "type": "called", "subject": "dilnur"})],
    "when the child was born": [
        ("people", {"id": "unborn", "name": "Unknown age", "sought": "yes"}),
        (
            "kinship",
            {"id": "k1", "person": "dilnur", "kind": "parent_of", "relative": "unborn"},
        ),
    ],
    "when the family learned of it": [
        ("events", {"id": "e1", "type": "died", "subject": "friends", "when": "2017"})
    ],
}


def _kinds(name: str, column: str) -> set[str]:
    return set(re.findall(rf"RETURN '([^']+)' AS {column}", query(f"ask/{name}").text))


def load_names(store) -> dict[str, str]:
    return {row["id"]: row["names"][0] for row in store.read(query("read/names"))}


def _load(store, family: Family):
    reading = read([family.csv()], known=known_in(store))
    assert not reading.rejected, [each.problem for each in reading.rejected]
    return load(store, reading)


def test_every_kind_of_doubt_and_gap_has_a_case():
    assert set(DOUBTS) == _kinds("doubts", "doubt")
    assert set(GAPS) == _kinds("gaps", "gap")


@pytest.mark.neo4j
def test_a_sound_family_has_no_doubt(store, tmp_path):
    assert _load(store, Family(tmp_path / "valley")).doubts == ()


@pytest.mark.neo4j
@pytest.mark.parametrize("kind", DOUBTS)
def test_a_doubt_is_seen_and_the_rows_are_loaded_all_the_same(store, tmp_path, kind):
    _load(store, Family(tmp_path / "before"))
    family = Family(tmp_path / "valley")
    for table, cells in DOUBTS[kind]:
        family.add(table, **cells)
    report = _load(store, family)
    rows = ask(store, question("doubts"), {}).rows
    assert [row["doubt"] for row in rows] == [kind]
    assert rows[0]["claims"]
    [sentence] = report.doubts
    names = [load_names(store)[person] for person in rows[0]["people"]]
    assert sentence.lower().startswith(f"{kind}: {', '.join(names)} (".lower())
    assert sentence in report.in_words()


SEA = ("places", {"id": "sea", "name": "The sea", "kind": "country"})
TOWN = ("places", {"id": "town", "name": "The town", "kind": "town", "part_of": "land"})
PORT = ("places", {"id": "port", "name": "The port", "kind": "town", "part_of": "sea"})


def _event(id_: str, **cells: str):
    return ("events", {"id": id_, **cells})


LEFT = {"type": "left_country", "subject": "dilnur", "when": "2015"}
NO_DOUBT = {
    "another country": [SEA, PORT, _event("e1", **LEFT, place="port")],
    "no place": [_event("e1", **LEFT)],
    "held by another side": [
        TOWN,
        _event("e0", type="control_lost", subject="friends", place="town", when="2014"),
        _event("e1", **LEFT, place="town"),
    ],
    "another day": [
        TOWN,
        _event("e1", type="control_taken", subject="friends", place="town", when="2015-05-01"),
        _event("e2", type="control_lost", subject="friends", place="town", when="2015-05-02"),
    ],
    "not a certain day": [
        TOWN,
        _event("e1", type="control_taken", subject="friends", place="town", when="2015-05"),
        _event("e2", type="control_lost", subject="friends", place="town", when="2015-05"),
    ],
    "two places": [
        TOWN,
        _event("e1", type="control_taken", subject="friends", place="town", when="2015-05-01"),
        _event("e2", type="control_lost", subject="friends", place="camp", when="2015-05-01"),
    ],
    "left from abroad": [
        SEA,
        PORT,
        _event("e1", type="lived_at", subject="dilnur", place="land", when="2012"),
        _event("e2", **LEFT, place="port"),
    ],
}


@pytest.mark.neo4j
@pytest.mark.parametrize("kind", NO_DOUBT)
def test_what_can_be_so_is_no_doubt(store, tmp_path, kind):
    family = Family(tmp_path / "valley")
    for table, cells in NO_DOUBT[kind]:
        family.add(table, **cells)
    assert _load(store, family).doubts == ()


@pytest.mark.neo4j
def test_a_country_abroad_may_be_the_one_that_was_left_as_well(store, tmp_path):
    family = Family(tmp_path / "valley")
    for table, cells in (
        SEA,
        PORT,
        _event("e1", type="lived_at", subject="dilnur", place="sea", when="2012"),
        _event("e2", **LEFT, place="port"),
    ):
        family.add(table, **cells)
    [sentence] = _load(store, family).doubts
    assert sentence == "A country left for a place in it: Dilnur (The port is in The sea)."


@pytest.mark.neo4j
def test_a_load_speaks_only_of_what_it_brought(store, tmp_path):
    family = Family(tmp_path / "valley")
    for table, cells in DOUBTS["an event before birth"]:
        family.add(table, **cells)
    _load(store, family)
    later = Family(tmp_path / "later").add("people", id="other", name="Other", birth="1990")
    assert _load(store, later).doubts == ()


@pytest.mark.neo4j
@pytest.mark.parametrize("kind", GAPS)
def test_a_gap_is_seen(store, tmp_path, kind):
    family = Family(tmp_path / "valley")
    for table, cells in GAPS[kind]:
        family.add(table, **cells)
    _load(store, family)
    rows = ask(store, question("gaps"), {}).rows
    assert kind in {row["gap"] for row in rows}
    assert all(row["people"] and row["claims"] for row in rows)


@pytest.mark.neo4j
def test_the_stop_stands_beside_a_name_in_a_doubt(store, tmp_path):
    family = Family(tmp_path / "valley")
    for table, cells in DOUBTS["an event before birth"]:
        family.add(table, **cells)
    family.add(
        "events", id="stop", type="asked_not_to_be_contacted", subject="amina", when="2017"
    )
    [sentence] = _load(store, family).doubts
    assert "Amina (asked not to be contacted)" in sentence
