"""A name that the store does not have is said: no rows are then no finding."""

import pytest

from graph.console.free_answer import ask_freely
from graph.console.misspelt import FORMER
from graph.console.schema_help import examples
from graph.pages.questions import question_words as words
from graph.pages.questions.result_blocks import free_blocks


@pytest.fixture
def asked(served):
    return lambda text, **params: ask_freely(served.store, text, params)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("MATCH (p:Persn) RETURN p", ["No label Persn is in the store; did you mean Person?"]),
        (
            "MATCH (p)-[:PARENT]->(c) RETURN c",
            ["No relationship type PARENT is in the store; did you mean PARENT_OF?"],
        ),
        (
            "MATCH (p:Person) WHERE p.nme = 'x' RETURN p",
            ["No property nme is in the store; did you mean name?"],
        ),
        (
            "MATCH (p:KinthreadPersn) RETURN p",
            ["No label KinthreadPersn is in the store; did you mean KinthreadPerson?"],
        ),
        (
            "MATCH (p:person) RETURN p",
            ["No label person is in the store; did you mean Person?"],
        ),
        ("MATCH (p:Zzyzx) RETURN p", ["No label Zzyzx is in the store."]),
        ("MATCH (:Person)-[s:STANDS]->(c:Person) RETURN c", [FORMER["STANDS"]]),
        ("MATCH (p:`A (b)`) RETURN p", ["No label A (b) is in the store."]),
        (
            "MATCH (p:Persn)-[:KNOW]->(q) RETURN p.nam",
            [
                "No label Persn is in the store; did you mean Person?",
                "No property nam is in the store; did you mean name?",
                "No relationship type KNOW is in the store; did you mean KNOWS?",
            ],
        ),
    ],
)
def test_what_is_not_in_the_store_is_said_with_the_nearest(asked, text, said):
    found = asked(text)
    assert list(found.misspelt) == said
    assert found.notices()[: len(said)] == said
    assert found.rows == ()
    [block] = list(free_blocks(found, {}))
    assert block["text"] == words.NO_ROWS


@pytest.mark.parametrize(
    "text",
    [
        "MATCH (p:Person) RETURN p.id AS id, p.brthday AS born LIMIT 3",
        "MATCH (p:Person) OPTIONAL MATCH (p)-[:KNOW]->(o) RETURN p.id AS id, o.id LIMIT 3",
        "MATCH (p:Person|Grup) RETURN p.id AS id LIMIT 3",
        "MATCH (p:Person) RETURN count { (p)-[:KNOW]-() } AS many LIMIT 3",
    ],
)
def test_it_is_said_also_where_rows_come_back(asked, text):
    found = asked(text)
    assert (len(found.rows), len(found.misspelt)) == (3, 1)


def test_a_query_is_told_again_when_it_is_asked_again(asked):
    text = "MATCH (p:Persn) RETURN p"
    assert asked(text).misspelt == asked(text).misspelt != ()


@pytest.mark.parametrize("one", examples(), ids=lambda one: one.name)
def test_our_own_examples_name_only_what_there_is(asked, one):
    params = {"id": "amina", "person": "amina", "one": "amina", "other": "amina"}
    needed = {name: value for name, value in params.items() if f"${name}" in one.text}
    assert asked(one.text, **needed).misspelt == ()
