"""Analysis of a network on a day: its parts, and who or what alone holds two parts together.

All of it is about the ties of one view. A way through somebody who is not shown does not count.
An event counts as a tie from its first day on.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

import networkx as nx

from graph.record.vocabulary import TieKind
from graph.views.free_view import WAS_AT, Bond, FreeView, ThingKind

_APART = TieKind.NOT_SAME_AS.value
_LEAST_GROUP = 3
_LEAST_PART = 2 * _LEAST_GROUP


@dataclass(frozen=True, slots=True, kw_only=True)
class CutPoint:
    """A card without which others lose every tie to the rest; only people are counted."""

    id: str
    parted: tuple[tuple[str, ...], ...]
    """The people of each part but the largest, which is the rest."""

    @property
    def people(self) -> tuple[str, ...]:
        """Return everybody who would be parted."""
        return tuple(sorted(id_ for part in self.parted for id_ in part))


@dataclass(frozen=True, slots=True, kw_only=True)
class CutTie:
    """The only tie between two parts of two people or more."""

    bonds: tuple[Bond, ...]
    sides: tuple[tuple[str, ...], tuple[str, ...]]
    """The people of each side, the fewer first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OnlyWay:
    """A child all of whose ways to who is left lead through one card."""

    child: str
    left: tuple[str, ...]
    through: str


def tie_graph(seen: FreeView, day: date) -> "nx.Graph[str]":
    """Return a view as networkx has it: things, and the ties that may hold on a day."""
    found: nx.Graph[str] = nx.Graph()
    found.add_nodes_from(sorted(seen.things))
    for bond in seen.bonds:
        if bond.kind != _APART and bond.start != bond.end and bond.may_hold(day):
            found.add_edge(bond.start, bond.end)
    return found


def tied_parts(seen: FreeView, day: date) -> tuple[tuple[str, ...], ...]:
    """Return the people of each part that hangs together, the largest part first."""
    return _groups(nx.connected_components(tie_graph(seen, day)), seen)


def cut_points(seen: FreeView, day: date) -> tuple[CutPoint, ...]:
    """Return the cards that alone hold people together, who parts most first.

    A card whose loss parts only events and places from the rest is none.
    """
    graph = tie_graph(seen, day)
    found = []
    for id_ in sorted(nx.articulation_points(graph)):
        around = graph.subgraph(nx.node_connected_component(graph, id_)).copy()
        around.remove_node(id_)
        parts = _groups(nx.connected_components(around), seen)
        if len(parts) > 1:
            found.append(CutPoint(id=id_, parted=parts[1:]))
    return tuple(sorted(found, key=lambda one: (-len(one.people), one.id)))


def cut_ties(seen: FreeView, day: date) -> tuple[CutTie, ...]:
    """Return the ties that alone join two parts of at least two people each."""
    graph = tie_graph(seen, day)
    alone: defaultdict[frozenset[str], list[Bond]] = defaultdict(list)
    for bond in seen.bonds:
        alone[frozenset((bond.start, bond.end))].append(bond)
    found = []
    for one, other in sorted(map(sorted, nx.bridges(graph))):
        rest = graph.subgraph(nx.node_connected_component(graph, one)).copy()
        rest.remove_edge(one, other)
        sides = [_people(nx.node_connected_component(rest, end), seen) for end in (one, other)]
        few, many = sorted(sides, key=lambda side: (len(side), side))
        if len(few) > 1:
            bonds = tuple(alone[frozenset((one, other))])
            found.append(CutTie(bonds=bonds, sides=(few, many)))
    return tuple(sorted(found, key=lambda tie: (-len(tie.sides[0]), tie.sides)))


def between(seen: FreeView, day: date) -> tuple[tuple[str, float], ...]:
    """Return which share of the shortest ways between others leads through each person.

    Those through whom none leads are left out.
    """
    graph = tie_graph(seen, day)
    pairs = (len(graph) - 1) * (len(graph) - 2) / 2
    shares: dict[str, float] = {}
    for part in nx.connected_components(graph):  # no way leads from one part to another
        if len(part) >= _LEAST_GROUP:
            ways = nx.betweenness_centrality(graph.subgraph(part), normalized=False)
            shares |= {id_: ways[id_] / pairs for id_ in part}
    found = [(id_, shares[id_]) for id_ in _people(shares, seen) if shares[id_] > 0]
    return tuple(sorted(found, key=lambda one: (-one[1], one[0])))


def close_groups(seen: FreeView, day: date) -> tuple[tuple[str, ...], ...]:
    """Return the groups of people who are tied more to each other than to others.

    By the method of Louvain (Blondel and others, 2008), always with the same chance. Groups of
    fewer than three people, and parts that are one group, are left out.
    """
    graph = tie_graph(seen, day)
    found: list[tuple[str, ...]] = []
    for part in nx.connected_components(graph):
        near = graph.subgraph(sorted(part))
        groups = [] if len(part) < _LEAST_PART else _groups(_louvain(near), seen)
        large = [group for group in groups if len(group) >= _LEAST_GROUP]
        found += large if len(groups) > 1 else []
    return tuple(sorted(found, key=lambda group: (-len(group), group)))


def _louvain(graph: "nx.Graph[str]") -> list[set[str]]:
    made: list[set[str]] = nx.community.louvain_communities(graph, seed=0)
    return made


def only_ways(
    seen: FreeView, day: date, left: Mapping[str, Collection[str]]
) -> tuple[OnlyWay, ...]:
    """Return the children whose every way to who is left leads through one card.

    Args:
        seen: the view.
        day: which ties hold.
        left: by child, who is left or possibly left.

    Returns:
        The card nearest to those who are left, for each child with at least one of them in the
        view. A child whose only one is left is tied to them: then that one is the card.
    """
    graph = tie_graph(seen, day)
    both_ways = graph.to_directed()
    found = []
    for child in sorted(left):
        reached = sorted(set(left[child]) & graph.nodes.keys())
        if child not in graph or not reached:
            continue
        above = nx.immediate_dominators(both_ways, child)
        if all(id_ in above for id_ in reached):
            through = _shared([_chain(id_, child, above) for id_ in reached])
            if through is not None:
                found.append(OnlyWay(child=child, left=tuple(reached), through=through))
    return tuple(found)


def one_place(
    seen: FreeView, day: date, left: Mapping[str, Collection[str]]
) -> tuple[OnlyWay, ...]:
    """Return the children for whom all who are left were last recorded at one place.

    There must be two of them at least. `seen` has people and places, and no events.
    """
    last: dict[str, tuple[date, str]] = {}
    for bond in seen.bonds:
        if bond.kind == WAS_AT and bond.may_hold(day):
            last[bond.start] = max(last.get(bond.start, (date.min, "")), (bond.first, bond.end))
    found = []
    for child, those in sorted(left.items()):
        places = {last[id_][1] if id_ in last else "" for id_ in those}
        if len(those) > 1 and len(places) == 1 and "" not in places:
            found.append(OnlyWay(child=child, left=tuple(sorted(those)), through=places.pop()))
    return tuple(found)


def _chain(id_: str, child: str, above: Mapping[str, str]) -> list[str]:
    """Return who is on every way from the child to somebody, the nearest to them first."""
    found = []
    while id_ != child:
        found.append(id_)
        id_ = above[id_]
    return found


def _shared(chains: Collection[list[str]]) -> str | None:
    first, *others = chains
    return next((id_ for id_ in first if all(id_ in chain for chain in others)), None)


def _groups(parts: Iterable[Iterable[str]], seen: FreeView) -> tuple[tuple[str, ...], ...]:
    people = [_people(part, seen) for part in parts]
    return tuple(sorted(filter(None, people), key=lambda part: (-len(part), part)))


def _people(ids: Iterable[str], seen: FreeView) -> tuple[str, ...]:
    kinds = {id_: seen.things[id_].kind for id_ in ids}
    return tuple(sorted(id_ for id_ in kinds if kinds[id_] is ThingKind.PERSON))
