"""The sizes of cards by a number of one's choice: recorded of each, or of what is shown."""

import math
from collections.abc import Callable, Collection, Mapping
from datetime import date

from graph.record.dates import BEGINNING
from graph.store.queries import query
from graph.views.cut_points import tie_graph, ways_through
from graph.views.free_view import FreeView, ThingKind
from graph.views.sensitivity import SensitivityStore

OF_ALL_DAYS = ("claims", "sources", "events", "children")
"""What is counted over all days, of each person, event and place."""
SMALLEST, LARGEST = 0.6, 1.1
"""Of the usual size; with the largest, two cards side by side still do not touch."""
_A_YEAR = 365.2425


def numbers(store: SensitivityStore, seen: FreeView, by: str, day: date) -> dict[str, int]:
    """Return the number by which each card is sized.

    Args:
        store: where claims, sources, events and children are counted.
        seen: what is shown.
        by: one of `SIZED_BY`; anything else counts nothing.
        day: the day of ties, ways and years.

    Returns:
        By id. A card of which nothing of this is known is left out.
    """
    if by in _ON_A_DAY:
        return _ON_A_DAY[by](seen, day)
    if by not in OF_ALL_DAYS or not seen.things:
        return {}
    rows = store.read(query("read/sizes"), ids=sorted(seen.things))
    return {row["id"]: row[by] for row in rows}


def _ties(seen: FreeView, day: date) -> dict[str, int]:
    """Count who and what each card is tied to."""
    return dict(tie_graph(seen, day).degree)


def _ways(seen: FreeView, day: date) -> dict[str, int]:
    """Return through each card how many in a hundred of the shortest ways lead."""
    return {id_: round(100 * share) for id_, share in ways_through(seen, day).items()}


def _years(seen: FreeView, day: date) -> dict[str, int]:
    """Return the whole years since the first possible day of each birth."""
    people = {id_: one for id_, one in seen.things.items() if one.kind is ThingKind.PERSON}
    return {
        id_: int((day - one.since).days / _A_YEAR)
        for id_, one in people.items()
        if BEGINNING < one.since <= day
    }


_ON_A_DAY: Mapping[str, Callable[[FreeView, date], dict[str, int]]] = {
    "ties": _ties,
    "ways": _ways,
    "years": _years,
}
SIZED_BY = (*OF_ALL_DAYS, *_ON_A_DAY)
"""What may decide the size of a card."""


def card_sizes(counted: Mapping[str, int]) -> dict[str, float]:
    """Return the size of each card, which grows with the root of its number, to the largest.

    Where all have one number, they are of the usual size.
    """
    steps = size_steps(counted.values())
    if len(steps) < 2:  # noqa: PLR2004 - cards of one number
        return dict.fromkeys(counted, 1.0)
    return {id_: _size(count, max(steps)) for id_, count in counted.items()}


def size_steps(counted: Collection[int]) -> dict[int, float]:
    """Return the least, the middle and the largest number, each with the size of its card."""
    if not counted:
        return {}
    least, most = min(counted), max(counted)
    steps = sorted({least, (least + most) // 2, most})
    return {step: _size(step, most) if len(steps) > 1 else 1.0 for step in steps}


def _size(count: int, most: int) -> float:
    return round(SMALLEST + (LARGEST - SMALLEST) * math.sqrt(count / most), 2)
