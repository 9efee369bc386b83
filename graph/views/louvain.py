"""Groups of cards with many ties among them: the method of Louvain, without chance.

Blondel and others (2008), "Fast unfolding of communities in large networks". Cards are visited
in the order given. All is counted in whole numbers, so a network has the same groups each
time.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

_Ties = Sequence[Mapping[int, int]]
"""By group of cards: the ties to other groups, with how many they are."""


def louvain_groups(
    ids: Sequence[str], graph: Mapping[str, Iterable[str]]
) -> tuple[tuple[str, ...], ...]:
    """Return the groups of a part: the sum of their modularity no single move makes greater.

    Args:
        ids: the cards of the part, whose order decides where two moves are as good.
        graph: who is tied to whom, each tie from both sides.
    """
    place = {id_: at for at, id_ in enumerate(ids)}
    ties: _Ties = [dict.fromkeys((place[other] for other in graph[id_]), 1) for id_ in ids]
    ends = [len(near) for near in ties]
    group_of = list(range(len(ids)))
    while True:
        groups = _moved(ties, ends)
        if len(set(groups)) == len(groups):
            break
        ties, ends, groups = _joined(ties, ends, groups)
        group_of = [groups[group] for group in group_of]
    found: defaultdict[int, list[str]] = defaultdict(list)
    for id_, group in zip(ids, group_of, strict=True):
        found[group].append(id_)
    return tuple(tuple(group) for group in found.values())


def _moved(ties: _Ties, ends: Sequence[int]) -> list[int]:
    """Return the group of each card after every move that makes the modularity greater."""
    groups = list(range(len(ends)))
    held = list(ends)
    """By group: the ends of ties that its cards have."""
    every = sum(ends)
    moving = every > 0
    while moving:
        moving = False
        for card, near in enumerate(ties):
            own, own_ends = groups[card], ends[card]
            tied: defaultdict[int, int] = defaultdict(int)
            for other, many in near.items():
                tied[groups[other]] += many
            held[own] -= own_ends
            best, most = own, tied[own] * every - own_ends * held[own]
            for group, many in tied.items():
                gain = many * every - own_ends * held[group]
                if gain > most:
                    best, most = group, gain
            held[best] += own_ends
            if best != own:
                groups[card] = best
                moving = True
    return groups


def _joined(
    ties: _Ties, ends: Sequence[int], groups: Sequence[int]
) -> tuple[_Ties, list[int], list[int]]:
    """Return the same with each group as one card, and the number of the group of each."""
    number = {group: at for at, group in enumerate(dict.fromkeys(groups))}
    numbers = [number[group] for group in groups]
    joined: list[defaultdict[int, int]] = [defaultdict(int) for _ in number]
    sums = [0] * len(number)
    for card, near in enumerate(ties):
        group = numbers[card]
        sums[group] += ends[card]
        for other, many in near.items():
            if numbers[other] != group:
                joined[group][numbers[other]] += many
    return joined, sums, numbers
