"""Rings: chains of references that come back to their beginning."""

from collections.abc import Iterable

import networkx as nx


def on_rings(pairs: Iterable[tuple[str, str]]) -> dict[str, int]:
    """Return the ring that an id lies on, for those that lie on one.

    Whatever nothing leads to, or leads to nothing, is peeled off first, so that the rare rings
    are searched for in a small rest. Time O(pairs).
    """
    after: dict[str, set[str]] = {}
    before: dict[str, set[str]] = {}
    for one, other in pairs:
        after.setdefault(one, set()).add(other)
        before.setdefault(other, set()).add(one)
    _peel(after, before)
    _peel(before, after)
    rest = nx.DiGraph((one, other) for one, others in after.items() for other in others)
    return {
        name: number
        for number, ring in enumerate(nx.strongly_connected_components(rest))
        if len(ring) > 1 or any(name in after.get(name, ()) for name in ring)
        for name in ring
    }


def _peel(forward: dict[str, set[str]], backward: dict[str, set[str]]) -> None:
    """Take out whatever leads nowhere, and then what led only to that."""
    ends = [name for name in backward if not forward.get(name)]
    while ends:
        name = ends.pop()
        for other in backward.pop(name, ()):
            forward[other].discard(name)
            if not forward[other]:
                del forward[other]
                ends.append(other)
