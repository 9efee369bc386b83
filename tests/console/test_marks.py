"""What is sensitive or a stop is marked, in whatever shape it comes back."""

import pytest

from graph.console.free_answer import ask_freely

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


@pytest.mark.parametrize(
    "returned",
    [
        "elementId(p)",
        "id(p)",
        "toString(id(p))",
        "[elementId(p), 1]",
        "'it is ' + elementId(p) + '.'",
        "toUpper(elementId(p))",
        "{deep: [id(p)]}",
    ],
)
def test_the_servers_own_name_of_somebody_is_theirs(asked, returned):
    found = asked(f"MATCH (p:Person) WHERE p.sex = 'female' RETURN {returned} AS x")
    assert any(ASKED in stop for stop in found.stops)
    assert not all(ASKED in stop for stop in found.stops)


@pytest.mark.parametrize(
    "returned",
    ["k", "elementId(k)", "id(k)", "s", "elementId(s)", "t", "elementId(t)", "id(t)"],
)
def test_a_course_is_its_persons_however_it_comes_back(asked, returned):
    course = "(:Person)-[s:HAS_ANSWER]->(k:Course)-[t:TOWARDS]->(:Person {id: 'mamutjan-son'})"
    found = asked(f"MATCH {course} RETURN DISTINCT {returned} AS x")
    assert any(ASKED in stop for stop in found.stops)
    assert not all(ASKED in stop for stop in found.stops)


def test_the_servers_own_name_of_a_relationship_is_that_of_both_ends(asked):
    found = asked("MATCH (p)-[r:PARENT_OF]->() WHERE p.sex = 'female' RETURN elementId(r) AS x")
    assert any(ASKED in stop for stop in found.stops)


def test_the_servers_own_name_of_a_link_of_a_relay_chain_is_sensitive(asked):
    found = asked("MATCH ()-[r]->() WHERE type(r) STARTS WITH 'RELAY' RETURN elementId(r) AS x")
    assert found.sensitive
    assert all(found.sensitive)


@pytest.mark.parametrize(
    ("text", "params"),
    [
        (f"MATCH (p {{id: '{ASKED}'}}) RETURN p.born_latest", {}),
        ("MATCH (p {id: $id}) RETURN p.sex", {"id": ASKED}),
        ("MATCH (p:Person) WHERE p.id IN $ids RETURN p.sex", {"ids": ["amina", ASKED]}),
        ("UNWIND $rows AS row MATCH (p {id: row.id}) RETURN p.sex", {"rows": [{"id": ASKED}]}),
        ("MATCH (p:Person) WHERE p.name = 'mother of Mamutjan' RETURN p.sex", {}),
        ("MATCH (p:Person) WHERE toUpper(p.name) = 'MOTHER OF MAMUTJAN' RETURN p.sex", {}),
        ("MATCH (p:Person {name: $n}) RETURN count(*)", {"n": "mother of Mamutjan"}),
        ("MATCH (p:Person) WHERE p.name STARTS WITH 'mother of Mamut' RETURN p.sex", {}),
        ("MATCH (p:Person) WHERE p.id CONTAINS toLower($part) RETURN p.sex", {"part": "MAMUT"}),
        ("WITH 'of Mamut' AS x MATCH (p:Person) WHERE p.name CONTAINS x RETURN p.sex", {}),
        ("MATCH (p:Person) WHERE p.name =~ '(?i).*mamut.*' RETURN p.sex", {}),
        ("MATCH (p:Person {id: 'amina'}) RETURN p.sex AS `mother of Mamutjan`", {}),
    ],
)
def test_whom_the_query_names_is_in_each_of_its_rows(asked, text, params):
    found = asked(text, **params)
    assert found.stops
    assert all(ASKED in stop for stop in found.stops)


@pytest.mark.parametrize("function", ["elementId", "id"])
def test_whom_the_query_names_as_the_server_does_is_in_each_of_its_rows(asked, function):
    number = asked(f"MATCH (p {{id: '{ASKED}'}}) RETURN {function}(p)").rows[0][0]
    found = asked(f"MATCH (p) WHERE {function}(p) = {number!r} RETURN p.sex")
    assert ASKED in found.stops[0]


@pytest.mark.parametrize("id_", ["c", "e", "s"])
def test_what_rests_on_an_internal_source_is_sensitive_where_only_the_query_names_it(
    asked, id_
):
    named = asked(f"{STANDING}-[:SUPPORTS]->(e:Event) RETURN {id_}.id LIMIT 1").rows[0][0]
    found = asked("MATCH (x {id: $id}) RETURN x.latest", id=named)
    assert found.rows
    assert all(found.sensitive)


def test_what_the_query_names_did_not_come_back(asked):
    found = asked("MATCH (p:Person {id: 'amina'}) RETURN p.sex")
    assert not any(found.found.values())


@pytest.mark.parametrize(
    "text",
    [
        f"MATCH (p:Place {{id: '{ASKED}'}}) RETURN p",
        f"MATCH (p:Person {{id: '{ASKED}'}}) WHERE p.sex = 'male' RETURN p.name",
    ],
)
def test_an_answer_without_rows_has_no_marks(asked, text):
    found = asked(text)
    assert (found.rows, found.stops, found.sensitive, found.notices()) == ((), (), (), [])


@pytest.mark.parametrize(
    "text",
    [
        "MATCH (p:Person {id: 'amina'}) RETURN p.sex",
        "MATCH (p:Person) WHERE p.name = 'Amina' RETURN p.sex",
        "MATCH (p:Person) WHERE p.name CONTAINS 'Ami' RETURN p.sex",
        "MATCH (p:Person {sex: 'female'})-[:TOOK_PART {role: 'subject'}]->(e) RETURN count(e)",
        "MATCH (e:Event) WHERE e.type CONTAINS 'e' RETURN count(e)",
        "MATCH (p:Place {kind: 'hospital'}) RETURN count(*)",
    ],
)
def test_a_query_that_names_nobody_who_asked_has_no_marks(asked, text):
    found = asked(text)
    assert not any(found.sensitive)
    assert not any(found.stops)
