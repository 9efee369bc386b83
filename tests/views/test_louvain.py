"""Groups of cards with many ties among them."""

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from graph.views.louvain import louvain_groups

sizes = st.lists(st.integers(3, 9), min_size=2, max_size=8)


def groups_of(network: "nx.Graph[str]") -> list[set[str]]:
    return [set(group) for group in louvain_groups(sorted(network), network.adj)]


def households(sizes: list[int]) -> "nx.Graph[str]":
    """Households in which everybody is tied to everybody, and one tie to the next."""
    network: nx.Graph[str] = nx.Graph()
    for nth, size in enumerate(sizes):
        people = [f"{nth}.{one}" for one in range(size)]
        network.add_edges_from(nx.complete_graph(people).edges)
        if nth:
            network.add_edge(f"{nth - 1}.1", f"{nth}.0")
    return network


@given(sizes, st.integers(1, 60), st.integers(0, 1_000))
def test_everybody_is_in_one_group_and_the_same_each_time(sizes, ties, chance):
    network = nx.relabel_nodes(nx.gnm_random_graph(sum(sizes), ties, seed=chance), str)
    found = groups_of(network)
    assert sorted(id_ for group in found for id_ in group) == sorted(network)
    assert groups_of(network) == found


@given(st.integers(8, 40), st.integers(0, 1_000))
def test_the_groups_hang_together_nearly_as_those_of_networkx(people, chance):
    drawn = nx.relaxed_caveman_graph(max(2, people // 6), 6, 0.15, seed=chance)
    network = nx.relabel_nodes(drawn, str)
    by_networkx = nx.community.louvain_communities(network, seed=0)
    quality = nx.community.modularity
    assert quality(network, groups_of(network)) > quality(network, by_networkx) - 0.08


@given(sizes)
def test_one_tie_between_two_households_makes_them_no_group(sizes):
    network = households(sizes)
    for group in groups_of(network):
        whole = [nth for nth, size in enumerate(sizes) if f"{nth}.0" in group]
        assert group >= {f"{nth}.{one}" for nth in whole for one in range(sizes[nth])}


def test_no_ties_are_a_group_for_each():
    network: nx.Graph[str] = nx.Graph()
    network.add_nodes_from("abc")
    assert groups_of(network) == [{"a"}, {"b"}, {"c"}]
    assert louvain_groups([], {}) == ()
