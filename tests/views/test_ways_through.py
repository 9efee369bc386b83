"""How many shortest ways lead through each card."""

from datetime import date

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.pages.questions.result import MOST_DRAWN
from graph.views.cut_points import between
from graph.views.free_view import Bond, FreeView, ThingKind, ViewThing
from graph.views.ways_through import LARGE, WeightedBlock

DAY = date(2018, 1, 1)
ids = st.integers(0, 11).map(lambda nth: f"p{nth:02}")
networks = st.lists(st.tuples(ids, ids), max_size=24).map(
    lambda ties: nx.Graph(tie for tie in ties if tie[0] != tie[1])
)


def seen(network: "nx.Graph[str]") -> FreeView:
    things = {
        id_: ViewThing(id=id_, kind=ThingKind.PERSON, name=id_, word="person")
        for id_ in network
    }
    bonds = tuple(Bond(start=a, end=b, kind="knows") for a, b in network.edges)
    return FreeView(things=things, bonds=bonds)


@given(networks)
def test_what_is_counted_by_blocks_is_what_networkx_counts(network):
    by_networkx = nx.betweenness_centrality(network)
    assert dict(between(seen(network), DAY)) == {
        id_: pytest.approx(share) for id_, share in by_networkx.items() if share > 0
    }


@pytest.mark.parametrize("size", [LARGE, LARGE + 1])
def test_of_a_large_block_some_ways_stand_for_all(size):
    band = nx.circulant_graph(size, [1, 2, 7])
    network = nx.relabel_nodes(band, {nth: f"p{nth:04}" for nth in band})
    found = WeightedBlock(tuple(sorted(network)), (1,) * size).ways(network.adj)
    exact = nx.betweenness_centrality(network, normalized=False)
    nearly = 1e-9 if size <= LARGE else 0.25
    assert found == {id_: pytest.approx(exact[id_], rel=nearly) for id_ in network}
    assert sum(found.values()) == pytest.approx(sum(exact.values()), rel=0.02)


def test_of_a_large_block_what_hangs_on_a_card_counts():
    size = LARGE + 50
    network = nx.relabel_nodes(nx.cycle_graph(size), {nth: f"p{nth:04}" for nth in range(size)})
    nx.add_path(network, ["p0000", "z1", "z2", "z3"])
    network.add_edges_from(("z3", f"y{nth}") for nth in range(100))
    found = dict(between(seen(network), DAY))
    exact = nx.betweenness_centrality(network)
    assert found["z3"] == pytest.approx(exact["z3"])
    assert found["p0000"] == pytest.approx(exact["p0000"], rel=0.1)


def test_no_page_draws_so_many_that_ways_are_estimated():
    assert MOST_DRAWN <= LARGE
