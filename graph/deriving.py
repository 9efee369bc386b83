"""Deriving the calendars of children whom a change may touch, after every load."""

from collections.abc import Callable

from graph.calendar import calendar
from graph.left import RULE_VERSION
from graph.network import network
from graph.store import Store

Progress = Callable[[str, int, int], None]
"""Told what is being done, how many are done, and of how many."""

BATCH = 200
"""Children whose calendars are written in one transaction."""


def derive_calendars(store: Store, on_progress: Progress | None = None) -> int:
    """Derive the calendar of each child near something that changed; return how many.

    Killed half-way, the rest stays marked, and the next run goes on from there.
    """
    children = store.stale_children(RULE_VERSION)
    done = 0
    batch = []
    for child, records in store.around_many(children):
        batch.append(calendar(network(records, child)))
        if len(batch) == BATCH:
            store.save_calendars(batch)
            done += len(batch)
            batch = []
            _tell(on_progress, done, len(children))
    store.save_calendars(batch)
    store.all_derived(children, RULE_VERSION)
    _tell(on_progress, len(children), len(children))
    return len(children)


def _tell(on_progress: Progress | None, done: int, total: int) -> None:
    if on_progress is not None:
        on_progress("deriving calendars", done, total)
