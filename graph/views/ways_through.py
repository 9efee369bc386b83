"""Shortest ways in a part of a network, and how many of them lead through each card.

By blocks: two cards are in one block where two ways apart join them. What hangs on a card of a
block counts there as its weight, so a tree costs one walk. Blocks: Tarjan (1972); counting:
Brandes (2001), "A faster algorithm for betweenness centrality", with weights.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from random import Random

LARGE = 300
"""Cards of a block up to which every shortest way in it is counted."""
_LEAST, _TIES_WALKED = 16, 2_000_000
"""Of a larger block: cards whose ways are counted, or as many as walk along so many ties."""


@dataclass(frozen=True, slots=True)
class WeightedBlock:
    """Cards that no single loss parts, each with its weight."""

    ids: tuple[str, ...]
    weights: tuple[int, ...]

    def ways(self, graph: Mapping[str, Iterable[str]]) -> dict[str, float]:
        """Return how many pairs have their shortest way through each card, by the ways here.

        In a block of more than `LARGE` cards it is estimated from the ways of some, which are
        drawn by their weight, always the same: Brandes and Pich (2007).
        """
        place = {id_: at for at, id_ in enumerate(self.ids)}
        near = [[place[o] for o in graph[id_] if o in place] for id_ in self.ids]
        size, ends = len(near), sum(map(len, near))
        if ends == size * (size - 1):  # everybody is tied to everybody
            return {}
        begun, scale = list(enumerate(self.weights)), 0.5
        if size > LARGE:
            many = max(_LEAST, _TIES_WALKED // ends)
            drawn = Random(0).choices(range(size), self.weights, k=many)  # noqa: S311 - no secret
            begun, scale = list(Counter(drawn).items()), sum(self.weights) / many / 2
        found = [0.0] * size
        for start, stands_for in begun:
            for at, ways in _ways_from(start, near, self.weights):
                found[at] += ways * stands_for
        return {id_: found[at] * scale for at, id_ in enumerate(self.ids)}


def _ways_from(
    start: int, near: Sequence[Sequence[int]], weights: Sequence[int]
) -> list[tuple[int, float]]:
    """Return how many ends have their shortest way from a card through each other card."""
    steps = [-1] * len(near)
    count = [0] * len(near)
    steps[start], count[start] = 0, 1
    before: list[list[int]] = [[] for _ in near]
    order = [start]
    for node in order:
        step = steps[node] + 1
        for other in near[node]:
            if steps[other] < 0:
                steps[other] = step
                order.append(other)
            if steps[other] == step:
                count[other] += count[node]
                before[other].append(node)
    through = [0.0] * len(near)
    for node in reversed(order):
        share = (weights[node] + through[node]) / count[node]
        for earlier in before[node]:
            through[earlier] += count[earlier] * share
    return [(node, through[node]) for node in order[1:] if through[node]]
