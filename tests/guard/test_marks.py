"""What is sensitive or a stop is marked, in whatever shape it comes back."""

import pytest

from graph.questions.console import ask_freely

ASKED = "mother-of-mamutjan"
INTERNAL = "MATCH (s:Source {consent: 'internal'})<-[:FROM]-(c)"
STANDING = INTERNAL.replace("(c)", "(c {standing: 'active'})")
NAMES = """MATCH (p:Person) RETURN p.name AS name, p.sex AS kind
UNION MATCH (n:Place) RETURN n.name AS name, n.kind AS kind"""
AT_A_PLACE = """MATCH (p:Person)-[t:TOOK_PART]->(e:Event)-[:AT]->(pl:Place)
RETURN p, e.id, [pl.id] LIMIT 1"""


@pytest.fixture
def asked(served):
    return lambda text, **params: ask_freely(served.store, text, params)


@pytest.mark.parametrize(
    "text",
    [
        "MATCH (p:Person {id: $id}) RETURN p",
        "MATCH (p:Person {id: $id}) RETURN p.id",
        "MATCH (p:Person {id: $id}) RETURN p.name",
        "MATCH (p:Person {id: $id}) RETURN toUpper(p.name) AS name",
        "MATCH (p:Person {id: $id}) RETURN 'this is ' + p.name + '.' AS text",
        "MATCH (p:Person {id: $id}) RETURN p {.name, deep: [{id: p.id}]} AS map",
        "MATCH (p:Person {id: $id}) WITH collect(p) AS ps RETURN ps",
        "MATCH way = (p:Person {id: $id})-[:PARENT_OF]->() RETURN way LIMIT 1",
        "MATCH (p:Person {id: $id}) RETURN properties(p) AS all",
        "MATCH (p:Person {id: $id})-[r:PARENT_OF]->() RETURN r LIMIT 1",
    ],
)
def test_who_asked_not_to_be_contacted_is_marked(asked, text):
    found = asked(text, id=ASKED)
    assert ASKED in found.stops[0]
    assert any("do not contact" in notice for notice in found.notices())
    assert found.marked()[0]["do_not_contact"] == list(found.stops[0])


def test_who_never_asked_is_not(asked):
    assert asked("MATCH (p:Person {id: 'amina'}) RETURN p").stops == ((),)


@pytest.mark.parametrize(
    "text",
    [
        "MATCH (r:Interpretation) RETURN r LIMIT 1",
        "MATCH (r) WHERE r.reading IS NOT NULL RETURN r.words AS w LIMIT 1",
        "MATCH (:Claim)-[r:RELAYED_BY]->() RETURN r LIMIT 1",
        "MATCH (:Claim)-[r]->(:Person) WHERE type(r) STARTS WITH 'RELAY' RETURN r LIMIT 1",
        "MATCH (:Claim)-[:RELAYED_BY]->(p) RETURN p.name LIMIT 1",
        "MATCH way = (:Claim)-[r]->() WHERE type(r) = 'READS' RETURN way LIMIT 1",
        "MATCH (c) WHERE c.words = 'five years old' RETURN c.words LIMIT 1",
        "MATCH (c) WHERE c.words = 'hospital' RETURN c.words LIMIT 1",
        "RETURN 'he said Five Years Old to her' AS text",
        "MATCH (s:Source {consent: 'internal'}) RETURN s LIMIT 1",
        f"{INTERNAL} RETURN c.id LIMIT 1",
        f"{INTERNAL} RETURN c LIMIT 1",
        f"{STANDING}-[:SUPPORTS]->()<-[t:TOOK_PART]-() RETURN t LIMIT 1",
        f"{INTERNAL} WHERE c.words <> '' RETURN c.words LIMIT 1",
    ],
)
def test_what_is_sensitive_is_marked(asked, text):
    found = asked(text)
    assert found.sensitive == (True,)
    assert any(notice.startswith("Sensitive: 1 of 1") for notice in found.notices())


def test_what_is_public_is_not(asked):
    found = asked(NAMES)
    assert found.rows
    assert not any(found.sensitive)


def test_the_ids_that_came_back_are_listed_by_kind(asked):
    found = asked(AT_A_PLACE)
    assert [len(found.found[kind]) for kind in ("people", "events", "places")] == [1, 1, 1]


def test_a_relationship_alone_brings_its_ends(asked):
    found = asked("MATCH (:Person {id: 'amina'})-[r:TOOK_PART]->(:Event) RETURN r LIMIT 1")
    link = found.rows[0][0]
    assert {link["start"], link["end"]} == set(found.ends)
    assert found.ends[link["start"]]["id"] == "amina"


def test_a_map_that_looks_like_a_node_breaks_nothing(asked):
    found = asked("RETURN {kind: 'node', id: 1, element: [2], labels: 3, properties: 'x'} AS m")
    assert (found.foreign, found.stops) == (False, ((),))


def test_nodes_that_are_not_ours_are_said(served, asked):
    with served.driver() as driver:
        driver.execute_query("CREATE (:Theirs {name: 'x'})")
        try:
            assert asked("MATCH (n:Theirs) RETURN n").foreign
        finally:
            driver.execute_query("MATCH (n:Theirs) DELETE n")
    assert not asked("MATCH (n:Person) RETURN n LIMIT 1").foreign


def test_a_managed_server_has_all_walls_and_another_says_which_are_missing(served, asked):
    assert asked("RETURN 1 AS x").missing == ()
    found = served.current()
    with type(served.store).over(found.uri, found.user, found.password) as store:
        assert len(ask_freely(store, "RETURN 1 AS x", {}).missing) == 2
