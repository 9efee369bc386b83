"""Analysis of a network on a day: its parts, and who or what alone holds two parts together.

All of it is about the ties of one view. A way through somebody who is not shown does not count.
An event counts as a tie from its first day on.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate, chain

import networkx as nx

from graph.record.vocabulary import TieKind
from graph.views.free_view import WAS_AT, Bond, FreeView, ThingKind

_APART = TieKind.NOT_SAME_AS.value
_LEAST_GROUP = 3
_LEAST_PART = 2 * _LEAST_GROUP
_EXACT, _SAMPLE = 300, 16
"""Cards of a part of which all shortest ways are counted; cards whose ways are, of a larger."""


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
    few: tuple[str, ...]
    """The people of the smaller side."""
    many: int
    """How many people are on the other side."""


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
    found = []
    for walk in _walks(tie_graph(seen, day), seen):
        for node in walk.order:
            loose = walk.loose(node)
            if len(loose) > (node == walk.order[0]) and (parted := walk.parted(node, loose)):
                found.append(CutPoint(id=node, parted=parted))
    return tuple(sorted(found, key=lambda one: (-len(one.people), one.id)))


def cut_ties(seen: FreeView, day: date) -> tuple[CutTie, ...]:
    """Return the ties that alone join two parts of at least two people each."""
    alone: defaultdict[frozenset[str], list[Bond]] = defaultdict(list)
    for bond in seen.bonds:
        alone[frozenset((bond.start, bond.end))].append(bond)
    found = []
    for walk in _walks(tie_graph(seen, day), seen):
        for node, parent in walk.alone():
            few, many = walk.sides(node)
            if len(few) > 1:
                bonds = tuple(alone[frozenset((node, parent))])
                found.append(CutTie(bonds=bonds, few=few, many=many))
    return tuple(sorted(found, key=lambda tie: (-len(tie.few), tie.few)))


def between(seen: FreeView, day: date) -> tuple[tuple[str, float], ...]:
    """Return which share of the shortest ways between others leads through each person.

    Those through whom none leads are left out. In a part of more than 300 cards, which no page
    draws, the share is estimated from the ways of some: Brandes and Pich (2007).
    """
    graph = tie_graph(seen, day)
    pairs = (len(graph) - 1) * (len(graph) - 2) / 2
    shares: dict[str, float] = {}
    for part in nx.connected_components(graph):  # no way leads from one part to another
        if len(part) >= _LEAST_GROUP:
            begun = _SAMPLE if len(part) > _EXACT else None
            near = _part_graph(graph, part)
            ways = nx.betweenness_centrality(near, k=begun, normalized=False, seed=0)
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
        if len(part) < _LEAST_PART:
            continue
        groups = _groups(_louvain(_part_graph(graph, part)), seen)
        large = [group for group in groups if len(group) >= _LEAST_GROUP]
        found += large if len(groups) > 1 else []
    return tuple(sorted(found, key=lambda group: (-len(group), group)))


def _part_graph(graph: "nx.Graph[str]", part: Iterable[str]) -> "nx.Graph[str]":
    """Return one part by itself, in an order of its own: chance then finds the same."""
    found: nx.Graph[str] = nx.Graph()
    found.add_nodes_from(sorted(part))
    ties = sorted((min(tie), max(tie)) for tie in graph.edges(list(found)))
    found.add_edges_from(ties)
    return found


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


class _Walk:
    """One part of a network, walked from tie to tie, as deep as it goes first.

    What is reached through a card is one piece of `order`. So all cut points and cut ties of a
    part cost one walk: Tarjan (1972), "Depth-first search and linear graph algorithms".
    """

    def __init__(self, graph: "nx.Graph[str]", root: str, seen: FreeView) -> None:
        self.order: list[str] = []
        self._place: dict[str, int] = {}
        self._end: dict[str, int] = {}
        self._back: dict[str, int] = {}
        """The earliest place to which a tie leads from what is reached through a card."""
        self._parent: dict[str, str] = {}
        self._below: defaultdict[str, list[str]] = defaultdict(list)
        self._go(graph, root)
        self._seen = seen
        people = (seen.things[id_].kind is ThingKind.PERSON for id_ in self.order)
        self._people = [0, *accumulate(people)]

    def _go(self, graph: "nx.Graph[str]", root: str) -> None:
        way = [(root, iter(graph[root]))]
        while way:
            node, others = way[-1]
            if node not in self._place:
                self._place[node] = self._back[node] = len(self.order)
                self.order.append(node)
            new = next((one for one in others if not self._met(one, node)), None)
            if new is not None:
                self._parent[new] = node
                self._below[node].append(new)
                way.append((new, iter(graph[new])))
            else:
                way.pop()
                self._end[node] = len(self.order)
                if node in self._parent:
                    above = self._parent[node]
                    self._back[above] = min(self._back[above], self._back[node])

    def _met(self, other: str, node: str) -> bool:
        """Return whether a tie leads to who was met before, and remember how early."""
        if other not in self._place:
            return False
        if other != self._parent.get(node):
            self._back[node] = min(self._back[node], self._place[other])
        return True

    def loose(self, node: str) -> list[str]:
        """Return those below a card from whom no tie leads to what was before it."""
        here = self._place[node]
        return [one for one in self._below[node] if self._back[one] >= here]

    def alone(self) -> Iterator[tuple[str, str]]:
        """Yield each card with the one above it, where only their tie joins two parts."""
        for node, parent in self._parent.items():
            if self._back[node] > self._place[parent]:
                yield node, parent

    def parted(self, node: str, loose: Sequence[str]) -> tuple[tuple[str, ...], ...]:
        """Return the people of each part without a card, but not of the largest part."""
        pieces = [(self._place[one], self._end[one]) for one in loose]
        parts = [[piece] for piece in pieces]
        itself = (self._place[node], self._place[node] + 1)
        parts.append(self._without(sorted([itself, *pieces])))
        known = sorted((part for part in parts if self._count(part)), key=self._count)
        if len(known) < 2:  # noqa: PLR2004 - a card parts two
            return ()
        if self._count(known[-1]) > self._count(known[-2]):
            return _in_order(self._ids(part) for part in known[:-1])
        return _in_order(self._ids(part) for part in known)[1:]

    def sides(self, node: str) -> tuple[tuple[str, ...], int]:
        """Return the people on the smaller side of the tie above a card; count the others."""
        below = [(self._place[node], self._end[node])]
        sides = [below, self._without(below)]
        counts = [self._count(side) for side in sides]
        few = min(counts)
        smaller = [self._ids(side) for side in sides if self._count(side) == few]
        return min(smaller), max(counts)

    def _without(self, pieces: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
        """Return what is left of the order without some pieces of it."""
        starts = [0, *(end for _, end in pieces)]
        ends = [*(start for start, _ in pieces), len(self.order)]
        return [(start, end) for start, end in zip(starts, ends, strict=True) if start < end]

    def _count(self, pieces: Iterable[tuple[int, int]]) -> int:
        return sum(self._people[end] - self._people[start] for start, end in pieces)

    def _ids(self, pieces: Iterable[tuple[int, int]]) -> tuple[str, ...]:
        return _people(chain.from_iterable(self.order[a:b] for a, b in pieces), self._seen)


def _walks(graph: "nx.Graph[str]", seen: FreeView) -> Iterator[_Walk]:
    for part in nx.connected_components(graph):
        yield _Walk(graph, min(part), seen)


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
    return _in_order(filter(None, (_people(part, seen) for part in parts)))


def _in_order(parts: Iterable[tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
    return tuple(sorted(parts, key=lambda part: (-len(part), part)))


def _people(ids: Iterable[str], seen: FreeView) -> tuple[str, ...]:
    kinds = {id_: seen.things[id_].kind for id_ in ids}
    return tuple(sorted(id_ for id_ in kinds if kinds[id_] is ThingKind.PERSON))
