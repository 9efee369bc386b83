"""Deriving the calendars of children whom a change may touch, after every load."""

from collections.abc import Callable

from graph.rule.calendar import Calendar, calendar
from graph.rule.left import RULE_VERSION
from graph.rule.network import networks
from graph.store import Store

Progress = Callable[[str, int, int], None]
"""Told what is being done, how many are done, and of how many."""

BATCH = 100
"""Children whose calendars are written in one transaction."""


def derive_calendars(store: Store, on_progress: Progress | None = None) -> int:
    """Derive the calendar of each child near something that changed; return how many.

    Killed half-way, the rest stays marked, and the next run goes on from there.
    """
    store.keep_stops()  # a store of an older version has none
    children = store.stale_children(RULE_VERSION)
    batch: list[Calendar] = []
    for done, (_, around) in enumerate(networks(store.around_many(children)), start=1):
        batch.append(calendar(around))
        if len(batch) == BATCH:
            store.save_calendars(batch)
            batch = []
        if on_progress is not None:
            on_progress("deriving calendars", done, len(children))
    store.save_calendars(batch)
    store.all_derived(children)
    return len(children)
