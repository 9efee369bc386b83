"""An id is joined across data sets only where it can be one person; the rest is a question."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest import read
from ingest.into_store import known_in, load
from ingest.known import nothing_known
from tests.examples import examples
from tests.ingest.valley import Family, known_of, problems

CLASHES = {
    "name": ({"name": "Rukiye Tursun"}, "under another name there"),
    "sex": ({"name": "Amina", "sex": "male"}, "female there and male here"),
    "birth": (
        {"name": "Amina", "birth": "1950"},
        "born 2010-01-01 or later there, and by 1950",
    ),
    "later birth": ({"name": "Amina", "birth": "2012"}, "born by 2010-12-31 there, and 2012"),
    "kind": ({"name": "Amina", "kind": "group"}, "person there and group here"),
}
AGREES = [
    {"name": "Amina"},
    {"name": "Amina Qadir"},
    {"name": "ئامىنە"},
    {"name": "Амина"},
    {"name": "Rukiye", "other_names": "Amina"},
    {"name": "Amina", "sex": "female", "birth": "2010-03"},
    {"name": "\u10d0\u10db\u10d8\u10dc\u10d0"},
]


def other_set(tmp_path, amina, dataset="west"):
    """A second data set with an own Amina, her mother, a call and the word of a source."""
    west = Family(tmp_path / dataset)
    for rows in west.tables.values():
        rows.clear()
    west.add("dataset", id=dataset, title=dataset, country_of_risk="land")
    west.add("sources", id=f"{dataset}-talk", title="A talk", informant="amina")
    cited = {"source": f"{dataset}-talk"}
    west.add("people", id="amina", **amina, **cited)
    west.add("people", id=f"{dataset}-aunt", name="Aunt", **cited)
    for number, person in enumerate(("amina", f"{dataset}-aunt")):
        call = {"id": f"{dataset}-call-{number}", "type": "called", "when": "2016"}
        west.add("events", **call, subject=person, with_="friends", **cited)
    tie = {"person": "amina", "kind": "knows", "relative": f"{dataset}-aunt"}
    west.add("kinship", id=f"{dataset}-tie", **tie, **cited)
    return west


@pytest.fixture(
    params=[pytest.param(True, marks=pytest.mark.neo4j), False], ids=["stored", "beside"]
)
def read_after(request, tmp_path, monkeypatch):
    """Read two data sets: the first is stored, or comes in the same reading."""
    monkeypatch.setenv("GRAPH_HOME", str(tmp_path / "home"))

    def after(first, second):
        if not request.param:
            return read([second.csv(), first.csv()])
        store = request.getfixturevalue("store")
        load(store, read([first.csv()]))
        return read([second.csv()], known=known_in(store))

    return after


@pytest.mark.parametrize(
    ("table", "cells", "problem"),
    [
        (
            "kinship",
            {"id": "dilnur-amina", "person": "aunt", "kind": "knows", "relative": "uncle"},
            "is 'dilnur parent_of amina'; use two ids",
        ),
        (
            "kinship",
            {"id": "dilnur-amina", "person": "amina", "kind": "kin_of", "relative": "dilnur"},
            "is 'dilnur parent_of amina'; use two ids",
        ),
        (
            "events",
            {"id": "taken", "type": "taken_to_camp", "subject": "uncle"},
            "is an event of dilnur in the data set 'valley'; give this event another id",
        ),
        (
            "events",
            {"id": "call", "type": "called", "subject": "aunt", "with": "dilnur"},
            "is an event of friends in the data set 'valley'; give this event another id",
        ),
    ],
    ids=["a tie of others", "another tie", "an event of others", "a call of others"],
)
def test_data_sets_that_number_alike_share_no_tie_and_no_event(
    family, tmp_path, read_after, table, cells, problem
):
    west = other_set(tmp_path, {"name": "Amina"})
    for person in ("aunt", "uncle"):
        west.add("people", id=person, name=person.title(), source="west-talk")
    west.add(table, **cells, source="west-talk")
    [bad] = read_after(family, west).rejected
    assert bad.file.parent.name == "west"
    assert (bad.column, problem in bad.problem) == ("id", True), bad.problem


def test_two_data_sets_may_speak_of_one_event_and_of_one_tie(family, tmp_path, read_after):
    west = other_set(tmp_path, {"name": "Amina"})
    people = {"person": "dilnur", "relative": "amina"}
    west.add("kinship", id="dilnur-amina", kind="parent_of", **people, source="west-talk")
    both = {"id": "taken", "type": "taken_to_camp", "subject": "amina; dilnur"}
    west.add("events", **both, source="west-talk")
    assert not read_after(family, west).rejected


@pytest.mark.parametrize("stored", [True, False])
@pytest.mark.parametrize(("cells", "reason"), CLASHES.values(), ids=CLASHES)
def test_an_id_that_another_data_set_has_for_somebody_else_is_a_question(
    family, tmp_path, cells, reason, stored
):
    west = other_set(tmp_path, cells).csv()
    if stored:
        records = read([family.csv()]).records
        reading = read([west], known=known_of(records))
    else:
        reading = read([west, family.csv()])
    [problem] = [each.problem for each in reading.rejected if not each.follows]
    assert f"'amina' is somebody else in the data set 'valley' ({reason}" in problem
    assert "another id" in problem
    assert "same_as" in problem
    waiting = [each for each in reading.rejected if each.follows]
    assert all("waits for" in each.problem for each in waiting)
    assert all(each.file.parent == west for each in reading.rejected)
    named = [row for row in reading.records.events if "amina" in {p.person for p in row.people}]
    assert not [row for row in named if row.dataset == "west"]
    assert not [one for one in reading.records.sources if one.id == "west-talk"]


@pytest.mark.parametrize("stored", [True, False])
@pytest.mark.parametrize("birth", ["soon", "2999", "1438"])
def test_the_rows_of_a_person_whose_own_row_is_bad_do_not_go_to_another_data_set(
    family, tmp_path, birth, stored
):
    west = other_set(tmp_path, {"name": "Amina", "birth": birth}).csv()
    known = known_of(read([family.csv()]).records) if stored else nothing_known
    reading = read([west] if stored else [west, family.csv()], known=known)
    assert [each.file.name for each in reading.rejected if not each.follows] == ["people.csv"]
    assert not [one for one in reading.records.claims() if one.dataset == "west"]
    assert len([each for each in reading.rejected if each.follows]) == 5


@pytest.mark.parametrize("cells", AGREES, ids=str)
def test_an_id_whose_records_agree_in_any_script_is_joined(family, tmp_path, cells):
    west = other_set(tmp_path, cells)
    assert problems(read([west.csv(), family.csv()])) == []
    records = read([family.csv()]).records
    assert problems(read([west.csv()], known=known_of(records))) == []


@pytest.mark.parametrize("name", ["name", "sex", "birth"])
def test_sources_of_one_data_set_may_differ_on_a_person(family, name):
    family.add("people", id="amina", **CLASHES[name][0])
    assert problems(read([family.csv()])) == []


def test_a_row_that_corrects_another_data_set_is_no_question(family, tmp_path):
    west = other_set(tmp_path, CLASHES["name"][0])
    west.tables["people"][0]["supersedes"] = "amina@letter:people-0"
    assert problems(read([west.csv(), family.csv()])) == []


def test_what_is_stored_already_is_not_questioned_again(family, tmp_path):
    west = other_set(tmp_path, CLASHES["sex"][0])
    alone = west.add("places", id="land", name="The land", kind="country")
    alone.add("people", id="friends", kind="group", name="friends", source="west-talk")
    both = read([family.csv()]).records | read([alone.csv()]).records
    assert problems(read([alone.csv()], known=known_of(both))) == []


@given(
    st.lists(st.sampled_from([each for each, _ in CLASHES.values()] + AGREES), max_size=3),
    st.data(),
)
@examples(40)
def test_law_the_order_of_the_folders_does_not_change_which_rows_stand(
    tmp_path_factory, people, data
):
    root = tmp_path_factory.mktemp("sets")
    folders = [Family(root / "valley").csv()]
    folders += [other_set(root, cells, f"set-{n}").csv() for n, cells in enumerate(people)]
    shuffled = data.draw(st.permutations(folders))
    one, other = read(folders), read(shuffled)
    assert {each.id for each in one.records.claims()} == {
        each.id for each in other.records.claims()
    }
    assert sorted(problems(one)) == sorted(problems(other))


SEXES = {"sex": ("male", {"sex": "male"}), "kind": ("group", {"kind": "group"})}


@pytest.mark.parametrize("way", ["same_as", "reversed"])
@pytest.mark.parametrize(("word", "cells"), SEXES.values(), ids=SEXES)
def test_a_man_and_a_woman_or_a_person_and_a_group_are_not_one_person(family, word, cells, way):
    family.add("people", id="other", name="Other", **cells)
    pair = ("amina", "other") if way == "same_as" else ("other", "amina")
    tie = {"person": pair[0], "kind": "same_as", "relative": pair[1]}
    family.add("kinship", id="same", **tie)
    [problem] = problems(read([family.csv()]))
    assert f"relative: '{pair[1]}' is " in problem
    assert f"is {word}" in problem
    assert "so they are two" in problem


@pytest.mark.parametrize(
    "tie", [{"kind": "not_same_as"}, {"kind": "same_as", "stance": "disputes"}], ids=str
)
def test_that_a_man_and_a_woman_are_two_may_be_said(family, tie):
    family.add("people", id="other", name="Other", sex="male")
    family.add("kinship", id="same", person="amina", relative="other", **tie)
    assert problems(read([family.csv()])) == []


def test_sameness_of_records_whose_sex_is_not_known_is_taken(family):
    family.add("people", id="other", name="Other")
    family.add("kinship", id="same", person="amina", kind="same_as", relative="other")
    assert problems(read([family.csv()])) == []


@pytest.mark.parametrize("stored", [True, False])
@pytest.mark.parametrize("one", ["dilnur", "granny"])
def test_nobody_is_joined_with_an_ancestor(family, tmp_path, one, stored):
    family.add("people", id="granny", name="Granny")
    family.add("kinship", id="g", person="granny", kind="parent_of", relative="dilnur")
    records = read([family.csv()]).records
    family.add("kinship", id="same", person=one, kind="same_as", relative="amina")
    found = read([family.csv()], known=known_of(records) if stored else nothing_known)
    assert [p.partition("relative: ")[2] for p in problems(found)] == [
        f"'amina' and {one}, joined, would be their own ancestor; leave this row out"
    ]


@pytest.mark.parametrize("born", ["2011", "2012-05"])
@pytest.mark.parametrize("pair", [("other", "dilnur"), ("dilnur", "other")], ids=str)
def test_nobody_is_joined_with_somebody_younger_than_their_child(family, born, pair):
    family.tables["people"][1]["birth"] = ""
    family.add("people", id="other", name="Other", birth=born)
    family.add("kinship", id="same", person=pair[0], kind="same_as", relative=pair[1])
    [problem] = problems(read([family.csv()]))
    assert problem.endswith(
        f"relative: '{pair[1]}' and {pair[0]}, joined, make dilnur a parent who is born after "
        "the child amina; leave this row out"
    )


@pytest.mark.parametrize(
    ("born", "more"),
    [("2010-06", {}), ("2011", {"basis": "believed"}), ("2011", {"stance": "disputes"})],
    ids=str,
)
def test_who_may_be_older_or_is_not_joined_for_certain_is_taken(family, born, more):
    family.tables["people"][1]["birth"] = ""
    family.add("people", id="other", name="Other", birth=born)
    family.add("kinship", id="same", person="other", kind="same_as", relative="dilnur", **more)
    assert problems(read([family.csv()])) == []
