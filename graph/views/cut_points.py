"""Analysis of a network on a day: its parts, and who or what alone holds two parts together.

All of it is about the ties of one view. A way through somebody who is not shown does not count.
An event counts as a tie from its first day on.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import accumulate, chain

import networkx as nx

from graph.record.vocabulary import TieKind
from graph.views.free_view import WAS_AT, Bond, FreeView, ThingKind
from graph.views.louvain import louvain_groups
from graph.views.ways_through import WeightedBlock

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

    Those through whom none leads are left out.
    """
    shares = ways_through(seen, day)
    found = [(id_, shares[id_]) for id_ in _people(shares, seen) if shares[id_] > 0]
    return tuple(sorted(found, key=lambda one: (-one[1], one[0])))


def ways_through(seen: FreeView, day: date) -> dict[str, float]:
    """Return which share of the shortest ways between others leads through each card.

    It is exact unless more than `LARGE` cards hang together with no cut point among them, which
    no page draws.
    """
    graph = tie_graph(seen, day)
    ways = dict.fromkeys(graph, 0.0)
    for walk in _walks(graph, seen):
        for node in walk.order:
            ways[node] += walk.pairs_parted(node)
        for block in walk.blocks():
            for node, more in block.ways(graph.adj).items():
                ways[node] += more
    pairs = max(1, (len(graph) - 1) * (len(graph) - 2) / 2)
    return {id_: count / pairs for id_, count in ways.items()}


def close_groups(seen: FreeView, day: date) -> tuple[tuple[str, ...], ...]:
    """Return the groups of people who are tied more to each other than to others.

    By the method of Louvain. Groups of fewer than three people, and parts that are one group,
    are left out.
    """
    graph = tie_graph(seen, day)
    found: list[tuple[str, ...]] = []
    for part in nx.connected_components(graph):
        if len(part) < _LEAST_PART:
            continue
        groups = _groups(louvain_groups(sorted(part), graph.adj), seen)
        large = [group for group in groups if len(group) >= _LEAST_GROUP]
        found += large if len(groups) > 1 else []
    return _in_order(found)


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
    walk_of = {id_: walk for walk in _walks(tie_graph(seen, day), seen) for id_ in walk.order}
    found = []
    for child in sorted(left):
        reached = sorted(set(left[child]) & walk_of.keys())
        if child not in walk_of or not reached:
            continue
        walk = walk_of[child]
        if all(walk_of[id_] is walk for id_ in reached):
            through = _shared([walk.alone_between(id_, child) for id_ in reached])
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

    def pairs_parted(self, node: str) -> float:
        """Return how many pairs of others have no way but through a card."""
        pieces = [self._size(one) for one in self.loose(node)]
        others = len(self.order) - 1
        rest = others - sum(pieces)
        return (others**2 - sum(piece**2 for piece in (rest, *pieces))) / 2

    def alone_between(self, id_: str, other: str) -> list[str]:
        """Return a card, and after it each card that is on every way to another one."""
        there, back = self._tops(id_), self._tops(other)
        while there[-2:] == back[-2:] and len(there) > 1:
            there.pop()
            back.pop()
        top = there.pop()
        back.pop()
        if not there or not back or self._first[there[-1]] != self._first[back[-1]]:
            there.append(top)
        return [one for one in (*there, *reversed(back)) if one != other]

    def _tops(self, node: str) -> list[str]:
        """Return a card, the top of its block, the top of that one's, up to the root."""
        found = [node]
        while node in self._parent:
            node = self._parent[self._first[node]]
            found.append(node)
        return found

    @cached_property
    def _first(self) -> dict[str, str]:
        """The first card below the top of each card's block."""
        found: dict[str, str] = {}
        for node in self.order[1:]:
            parent = self._parent[node]
            new = self._back[node] >= self._place[parent]
            found[node] = node if new else found[parent]
        return found

    def blocks(self) -> Iterator[WeightedBlock]:
        """Yield the blocks of at least three cards, each card with what hangs on it."""
        inside: defaultdict[str, list[str]] = defaultdict(list)
        """By the first card below its top: the cards of a block but the top."""
        hanging: defaultdict[str, int] = defaultdict(int)
        for node, first in self._first.items():
            inside[first].append(node)
            if node == first:
                hanging[self._parent[node]] += self._size(node)
        for below, cards in inside.items():
            if len(cards) > 1:
                above = len(self.order) - self._size(below)
                weights = (above, *(1 + hanging[node] for node in cards))
                yield WeightedBlock((self._parent[below], *cards), weights)

    def _size(self, node: str) -> int:
        """Return how many cards are reached through one, and itself."""
        return self._end[node] - self._place[node]

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
