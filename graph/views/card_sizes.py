"""The sizes of cards by a number of one's choice: of claims, sources, events or children."""

from collections.abc import Collection, Mapping

from graph.store.queries import query
from graph.views.sensitivity import SensitivityStore

SIZED_BY = ("claims", "sources", "events", "children")
"""What may be counted for the size of a card."""
SMALLEST, LARGEST = 0.6, 1.1
"""Of the usual size; with the largest, two cards side by side still do not touch."""


def numbers(store: SensitivityStore, ids: Collection[str], by: str) -> dict[str, int]:
    """Read how many of these each person, event and place has, over all days.

    Args:
        store: where they are recorded.
        ids: of people, events and places.
        by: one of `SIZED_BY`; anything else counts nothing.
    """
    if by not in SIZED_BY or not ids:
        return {}
    rows = store.read(query("read/sizes"), ids=sorted(ids))
    return {row["id"]: row[by] for row in rows}


def card_sizes(counted: Mapping[str, int]) -> dict[str, float]:
    """Return the size of each card, which grows with the root of its number, to the largest."""
    most = max(counted.values(), default=0)
    if not most:
        return dict.fromkeys(counted, 1.0)
    return {
        id_: round(SMALLEST + (LARGEST - SMALLEST) * (count / most) ** 0.5, 2)
        for id_, count in counted.items()
    }
