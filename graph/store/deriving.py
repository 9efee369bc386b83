"""Derive the calendars of children whom a change may touch, after every load."""

from collections.abc import Callable
from contextlib import closing

from graph.errors import GraphError
from graph.rule.calendar import Calendar
from graph.rule.left import RULE_VERSION
from graph.store import Store
from graph.store.collecting import seldom_collecting
from graph.store.hands import ALONE, Hands

Progress = Callable[[str, int, int], None]
"""Called with the step, how many are done, and of how many."""

BATCH = 100
"""Children whose calendars are held until they are written."""


class NotDerived(GraphError):
    """The answers of some children cannot be worked out; those of all others are."""


def derive_calendars(
    store: Store,
    on_progress: Progress | None = None,
    *,
    stops_kept: bool = False,
    hands: Hands = ALONE,
) -> int:
    """Derive the calendar of each child near something that changed; return how many.

    Killed half-way, the rest stays marked, and the next run goes on from there. A child that
    is marked anew meanwhile is left to the run that marked it (decision 0166).

    Args:
        store: where everything is.
        on_progress: called with the progress.
        stops_kept: a load has just written whose requests are in force.
        hands: which processes work the calendars out; this one alone reads and writes.

    Raises:
        NotDerived: what is recorded around some children contradicts itself, as a ring of
            parents does. They stay marked; the calendars of all others are derived.
    """
    if not stops_kept:
        store.keep_stops()  # a store of an older version has none
    store.make_room()
    children = store.stale_children(RULE_VERSION)
    problems: dict[str, str] = {}
    batch: list[Calendar] = []
    around = store.around_many(children, with_stopped=False)
    worked_out = hands.calendars(around, len(children), problems.__setitem__)
    with seldom_collecting(), closing(worked_out) as derived:
        for done, one in enumerate(derived, start=1):
            batch.append(one)
            if len(batch) == BATCH:
                store.save_calendars(batch, children)
                batch = []
            if on_progress is not None:
                on_progress("deriving calendars", done, len(children))
    store.save_calendars(batch, children)
    store.all_derived({one: mark for one, mark in children.items() if one not in problems})
    if problems:
        raise NotDerived(_in_words(problems))
    return len(children)


def _in_words(problems: dict[str, str]) -> str:
    child, problem = min(problems.items())
    if len(problems) == 1:
        who = f"The answer for {child} could not be worked out"
    else:
        who = f"The answers for {child} and {len(problems) - 1:,} more could not be worked out"
    return f"{who}, and what is shown of it is not up to date: {problem}. All others are."
