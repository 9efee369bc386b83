"""FollowTheMoney entities: what is written is what its own library keeps."""

import json
from pathlib import Path

import pytest

from tests.builders import event, family, person, tie
from tests.export.formats.handed import handed, written
from tests.export.formats.hostile import HOSTILE

FACTS = json.loads((Path(__file__).parents[2] / "data" / "ftm_schema.json").read_text("utf-8"))
"""What followthemoney 4.11.2 says of the schemas and properties that are written."""


def entities(over):
    lines = written("ftm", over).decode().splitlines()
    return {each["id"]: each for each in map(json.loads, lines)}


def hostile():
    return handed(family(*(person(f"p_{n}", name=name) for n, name in enumerate(HOSTILE))))


def test_every_property_is_one_of_its_schema_and_both_ends_of_links_are_there(everything):
    found = entities(everything)
    for each in found.values():
        properties = FACTS[each["schema"]]["properties"]
        for name, values in each["properties"].items():
            kind, wanted = properties[name]
            for value in values if kind == "entity" else ():
                assert wanted in FACTS[found[value]["schema"]]["is_a"]


def test_its_own_library_drops_nothing_and_finds_nothing_wrong(everything):
    followthemoney = pytest.importorskip(
        "followthemoney",
        reason="followthemoney is not installed: it needs a compiler (PyICU); the schema "
        "facts in tests/data/ftm_schema.json are checked instead",
    )
    for over in (everything, hostile()):
        for each in entities(over).values():
            schema = followthemoney.model.get(each["schema"])
            schema.validate(each)
            for name, values in each["properties"].items():
                kept = [schema.get(name).type.clean(value) for value in values]
                assert all(kept), (name, values)


def test_the_schema_facts_are_those_of_the_library():
    followthemoney = pytest.importorskip(
        "followthemoney", reason="followthemoney is not installed: the facts are as committed"
    )
    for name, facts in FACTS.items():
        schema = followthemoney.model.get(name)
        for each, (kind, wanted) in facts["properties"].items():
            found = schema.get(each)
            assert (found.type.name, found.range.name if found.range else "") == (kind, wanted)


def test_a_relative_is_named_for_what_they_are_to_the_person():
    found = entities(handed(family()))
    [of_child] = [
        each["properties"]
        for each in found.values()
        if each["schema"] == "Family" and each["properties"]["relative"] == ["person-mother"]
    ]
    assert of_child["person"] == ["person-child"]
    assert of_child["relationship"] == ["mother"]


def test_a_caregiver_and_a_friend_are_associates_and_not_family():
    found = entities(handed(family(tie("aunt", "cares_for", "child"))))
    words = {
        tuple(each["properties"]["associate"]): each["properties"]["relationship"]
        for each in found.values()
        if each["schema"] == "Associate"
    }
    assert words == {("person-aunt",): ["caregiver"], ("person-friend",): ["friend"]}


def test_who_asked_not_to_be_contacted_carries_the_stop_and_nobody_a_topic(everything):
    found = entities(everything)
    assert found["person-pilduza"]["properties"]["status"] == ["do not contact"]
    assert found["person-pilduza"]["properties"]["notes"][0].startswith("Do not contact")
    assert "Somebody near them" in found["person-orvash"]["properties"]["notes"][0]
    assert not any("topics" in each["properties"] for each in found.values())


def test_a_death_is_a_date_only_if_it_is_certain():
    sure = event("died", "granny", "2015-03")
    believed = event("died", "aunt", "2016", basis="believed")
    found = entities(handed(family(sure, believed)))
    assert found["person-granny"]["properties"]["deathDate"] == ["2015-03"]
    assert "deathDate" not in found["person-aunt"]["properties"]


def test_a_window_that_is_no_date_is_words():
    moved = event("moved", "aunt", "2016-11/2017-04", id_="moved")
    properties = entities(handed(family(moved)))["event-moved"]["properties"]
    assert "date" not in properties
    assert "between 2016-11-01 and 2017-04-30" in properties["notes"]


def test_a_retracted_claim_says_so():
    ended = {"retracted_by": "me", "retracted_why": "not so"}
    gone = event("moved", "aunt", "2016", id_="gone", standing="retracted", **ended)
    found = entities(handed(family(gone)))
    claims = [each["properties"] for each in found.values() if "status" in each["properties"]]
    assert [each["status"][0].split("\n")[0] for each in claims] == ["retracted"]


def test_ids_have_only_signs_that_it_keeps():
    found = entities(hostile())
    assert all(id_.replace("-", "").replace(".", "").isalnum() for id_ in found)
    assert len(found) == len(written("ftm", hostile()).splitlines())


def test_the_label_and_the_answers_are_notes(everything):
    found = entities(everything)
    assert found["export"]["properties"]["name"] == ["TLP:AMBER+STRICT"]
    answer = found["answer-mamutjan-daughter"]["properties"]
    assert answer["entity"] == ["person-mamutjan-daughter"]
    [line] = [x for x in answer["description"][0].split("\n") if "father of Mamutjan (" in x]
    assert line.startswith("Do not contact: asked not to be contacted")
