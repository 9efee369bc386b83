"""Files that programs which draw graphs open: read back by networkx, node by node."""

import json
from io import BytesIO

import networkx as nx
import pytest

from graph.export.formats import FORMATS
from graph.export.formats.property_graph import PropertyGraph
from tests.builders import event, family, person
from tests.export.formats.handed import handed, written

READ = {
    "graphml": lambda content: nx.read_graphml(BytesIO(content)),
    "gexf": lambda content: nx.read_gexf(BytesIO(content)),
    "cytoscape": lambda content: nx.cytoscape_graph(json.loads(content)),
}


def opened(name, over):
    return READ[name](written(name, over))


@pytest.mark.parametrize("name", READ)
def test_it_opens_with_every_node_and_every_link(name, everything):
    found, graph = opened(name, everything), PropertyGraph(everything)
    assert set(found) == {node.key for node in graph.nodes()}
    links = sorted((link.source, link.target, link.type) for link in graph.links())
    assert sorted((a, b, facts["label"]) for a, b, facts in found.edges(data=True)) == links


def test_a_fact_of_one_name_has_one_type(everything):
    graph, types = PropertyGraph(everything), {}
    for each in (*graph.nodes(), *graph.links()):
        for name, value in each.facts.items():
            kind = type(value) if isinstance(value, bool | int | float) else str
            assert types.setdefault(name, kind) is kind, name


@pytest.mark.parametrize("name", READ)
def test_whoever_asked_not_to_be_contacted_carries_the_stop(name, everything):
    nodes = opened(name, everything).nodes
    assert nodes["person:pilduza"]["do_not_contact"] is True
    assert nodes["person:orvash"]["household_asked_not"] is True
    assert nodes["person:zarimqan"]["do_not_contact"] is False


@pytest.mark.parametrize("name", READ)
def test_a_group_of_which_all_asked_gives_the_stop_to_its_members(name):
    request = event("asked_not_to_be_contacted", "neighbours", "2017")
    nodes = opened(name, handed(family(request))).nodes
    assert nodes["person:aunt"]["do_not_contact"] is True


@pytest.mark.parametrize("name", READ)
def test_the_answer_for_a_child_is_a_link_of_each_relative(name, everything):
    found = opened(name, everything)
    row = next(r for r in everything.briefings[0].rows if r.person == "father-of-mamutjan")
    between = found["person:father-of-mamutjan"]["person:mamutjan-daughter"].values()
    [stands] = [facts for facts in between if facts["label"] == "STANDS"]
    assert (stands["left"], stands["answer"]) == ("stop", row.left)
    assert stands["status"] == row.status
    assert stands["do_not_contact"] is True


@pytest.mark.parametrize("name", READ)
def test_left_is_stop_for_whoever_asked_and_for_nobody_else(name, everything):
    links = opened(name, everything).edges(data=True)
    stands = [facts for _, _, facts in links if facts["label"] == "STANDS"]
    assert {one["do_not_contact"] for one in stands} == {True, False}
    for one in stands:
        assert (one["left"] == "stop") == one["do_not_contact"]
        assert one["left"] in ("stop", one["answer"])


@pytest.mark.parametrize("name", READ)
def test_the_label_of_the_export_is_in_the_file(name, everything):
    export = opened(name, everything).nodes["export:export"]
    assert (export["tlp"], export["audience"]) == ("TLP:AMBER+STRICT", "internal")


@pytest.mark.parametrize("name", READ)
def test_a_link_to_what_is_not_handed_over_is_left_out_and_counted(name):
    over = handed(family(event("called", "aunt", "2017", to="nobody-known")))
    assert "person:nobody-known" not in opened(name, over)
    losses = FORMATS[name].losses(over)
    assert "Not in this file: links to what was not handed over (1)." in losses


@pytest.mark.parametrize("name", ["graphml", "gexf"])
def test_what_xml_cannot_hold_is_replaced_and_counted(name):
    over = handed(family(person("friend", name="Fr\x0bie\x00nd\uffff")))
    assert opened(name, over).nodes["person:friend"]["name"] == "Fr\ufffdie\ufffdnd\ufffd"
    [said] = [one for one in FORMATS[name].losses(over) if "Control" in one]
    assert said.endswith("(6).")  # in the claim and in what the claims add up to
