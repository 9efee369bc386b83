"""Events of which a part of what an audience may not see says something else than all of it.

Nothing is said of them: the strictest source decides. Else lowering a source could add a line.
What is left may be like the whole, where it was not together with that source.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import combinations
from typing import Final

from graph.export.coarse import Grain, coarse
from graph.facts.adding_up import facts
from graph.record.model import EventClaim, Records

_MOST_HIDDEN: Final = 4
"""Claims of one event that are looked at in every choice; with more it is contested."""


def contested(records: Records, allowed: Collection[str], grain: Grain) -> frozenset[str]:
    """Return the events that a part of the hidden claims makes other than all of them.

    Args:
        records: everything, also what the audience may not see.
        allowed: the names of the claims that it may see.
        grain: how exact days are for it.
    """
    claims: defaultdict[str, list[EventClaim]] = defaultdict(list)
    for claim in records.events:
        if claim.active:
            claims[claim.about].append(claim)
    return frozenset(
        id_ for id_, said in claims.items() if _reads_two_ways(said, allowed, grain)
    )


def _reads_two_ways(said: Sequence[EventClaim], allowed: Collection[str], grain: Grain) -> bool:
    hidden = [claim for claim in said if claim.id not in allowed]
    seen = [claim for claim in said if claim.id in allowed]
    if len(hidden) < 2 or not seen:  # noqa: PLR2004 - one alone is all of them
        return False
    if len(hidden) > _MOST_HIDDEN:
        return True
    whole = _reading(said, grain)
    return any(_reading([*seen, *some], grain) != whole for some in _parts(hidden))


def _parts(hidden: Sequence[EventClaim]) -> Iterator[tuple[EventClaim, ...]]:
    for many in range(1, len(hidden)):
        yield from combinations(hidden, many)


def _reading(claims: Sequence[EventClaim], grain: Grain) -> object:
    """Return whether and when an event was, by these claims alone, as an audience reads it."""
    apart = tuple(replace(claim, after=(), before=()) for claim in claims)
    event = facts(Records(events=apart)).events[claims[0].about]
    return event.exists, coarse(event.span.start, grain)
