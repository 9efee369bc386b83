"""The bridge to py2neo: a graph that only reads, and a family with its hard stops."""

from datetime import date

import networkx as nx
import py2neo
import pytest

from graph.errors import NotAChild, StoreRefused, StoreUnavailable, UnknownPerson
from graph.notebook import NOT_COUNTED, ask, close, connect, family
from graph.settings import Settings

AMINA, SON = "amina", "mamutjan-son"


@pytest.fixture(scope="module")
def settings(neo4j_server):
    return Settings(
        neo4j_uri=neo4j_server.uri, user=neo4j_server.user, password=neo4j_server.password
    )


@pytest.fixture(scope="module")
def bridge(loaded, settings):
    """A py2neo graph; it closes no socket by itself."""
    graph = connect(settings)
    yield graph
    close(graph)


@pytest.fixture
def of(bridge, settings):
    """Ask for a family."""
    return lambda child, **given: family(child, settings=settings, **given)


def test_it_is_a_py2neo_graph_on_the_configured_server(bridge):
    assert isinstance(bridge, py2neo.Graph)
    found = bridge.run("MATCH (p:Person {id: $id}) RETURN p.name AS name", id=AMINA).data()
    assert found == [{"name": "Amina"}]
    assert bridge.nodes.match("Person", id=AMINA).first()["name"] == "Amina"
    assert "PARENT_OF" in bridge.schema.relationship_types


WRITES = {
    "run": lambda graph: graph.run("CREATE (:Person {id: 'x'})"),
    "update": lambda graph: graph.update("CREATE (:Person {id: 'x'})"),
    "create": lambda graph: graph.create(py2neo.Node("Person", id="x")),
    "merge": lambda graph: graph.merge(py2neo.Node("Person", id="x"), "Person", "id"),
    "begin": lambda graph: graph.begin(readonly=False).run("MATCH (p:Person) DETACH DELETE p"),
    "delete_all": lambda graph: graph.delete_all(),
    "schema": lambda graph: graph.run("CREATE INDEX x FOR (p:Person) ON (p.name)"),
    "push": lambda graph: graph.push(_renamed(graph)),
}


@pytest.mark.parametrize("write", WRITES.values(), ids=WRITES.keys())
def test_no_way_of_py2neo_writes(bridge, loaded, write):
    before = loaded.graph_hash(), loaded.contents()
    with pytest.raises(py2neo.errors.ClientError, match=r"(?i)read"):
        write(bridge)
    assert (loaded.graph_hash(), loaded.contents()) == before


def _renamed(graph):
    node = graph.nodes.match("Person", id=AMINA).first()
    node["name"] = "somebody else"
    return node


def test_a_subgraph_holds_people_their_ties_events_and_places(of):
    found = of("meripet-eldest-child", as_of="2018-05-15").subgraph
    assert {"Person", "Event", "Place"} <= found.labels()
    assert {"PARENT_OF", "KIN_OF", "TOOK_PART", "AT"} <= found.types()
    camp = next(n for n in found.nodes if n["id"] == "mother-of-turghun-camp")
    assert camp["earliest"] is not None
    assert not {"Claim", "Source", "Interpretation"} & found.labels()


def test_the_network_is_the_same_people_with_an_edge_for_every_tie(of):
    found = of("meripet-eldest-child", as_of="2018-05-15")
    people = {n["id"] for n in found.subgraph.nodes if n.has_label("KinthreadPerson")}
    organisations = {n["id"] for n in found.subgraph.nodes if n["kind"] == "organisation"}
    assert set(found.network) == people - organisations
    assert isinstance(found.network, nx.MultiDiGraph)
    edges = {(a, b, t["kind"]) for a, b, t in found.network.edges(data=True)}
    assert ("turghun", "meripet-eldest-child", "parent_of") in edges
    assert all(t["claims"] for _, _, t in found.network.edges(data=True))


def test_what_came_out_of_a_graph_can_be_asked_on_in_it(bridge, of):
    found = of("meripet-eldest-child").subgraph
    amina = next(n for n in found.nodes if n["id"] == AMINA)
    ties = bridge.match((amina,), "TOOK_PART")
    assert {tie["role"] for tie in ties} >= {"subject"}


@pytest.mark.parametrize(("day", "left"), [("2018-05-15", "yes"), ("2019-02-01", "no")])
def test_a_person_has_the_answer_of_the_day_in_both(of, day, left):
    found = of("meripet-eldest-child", as_of=day)
    assert found.answer.as_of == date.fromisoformat(day)
    assert found.network.nodes[AMINA]["left"] == left
    assert found.network.nodes["meripet-second-child"]["left"] == NOT_COUNTED
    node = next(n for n in found.subgraph.nodes if n["id"] == AMINA)
    assert (node["left"], node["do_not_contact"]) == (left, False)


def test_do_not_contact_stands_on_a_day_before_it_was_asked(of):
    found = of(SON, as_of="2017-03-01")
    stopped = {id_ for id_, told in found.network.nodes(data=True) if told["do_not_contact"]}
    assert {"mother-of-mamutjan", "father-of-mamutjan"} <= stopped
    nodes = {n["id"] for n in found.subgraph.nodes if n["do_not_contact"]}
    assert nodes == stopped


def test_as_known_on_reads_only_what_was_known(of):
    child = "omer-youngest-daughter"
    then = of(child, as_of="2017-12-01", known_on="2017-09-15")
    now = of(child, as_of="2017-12-01")
    assert then.answer.counts() != now.answer.counts()


def test_a_question_of_the_library_has_its_marks(bridge, settings):
    rows = ask("one_left", settings, as_of=date(2018, 5, 15)).marked()
    assert AMINA in {row["person_id"] for row in rows}
    assert all({"sensitive", "do_not_contact"} <= row.keys() for row in rows)


@pytest.mark.parametrize(
    ("child", "error"), [("nobody", UnknownPerson), ("friends-of-mamutjan", NotAChild)]
)
def test_who_is_no_child_is_said(loaded, settings, child, error):
    with pytest.raises(error):
        family(child, settings=settings)


def test_a_wrong_password_is_said_in_a_sentence(settings):
    wrong = Settings(neo4j_uri=settings.neo4j_uri, password=settings.password[::-1])
    with pytest.raises(StoreRefused, match="password"):
        connect(wrong)


def test_no_server_is_said_in_a_sentence():
    with pytest.raises(StoreUnavailable):
        connect(Settings(neo4j_uri="bolt://127.0.0.1:1"))
