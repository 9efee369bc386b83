"""Derive the calendars of children whom a change may touch, after every load."""

from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import dataclass, field

from graph.errors import GraphError
from graph.rule.calendar import Calendar
from graph.rule.left import RULE_VERSION
from graph.store import Store
from graph.store.collecting import seldom_collecting
from graph.store.hands import ALONE, Hands

Progress = Callable[[str, int, int], None]
"""Called with the step, how many are done, and of how many."""

BATCH = 200
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
    is marked anew meanwhile is left to the run that marked it (decision 0166). While calendars
    are worked out, a thread reads what comes next and saves what is done (decision 0215).

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
    with seldom_collecting(), _one_by_one() as turns:
        saving = _Saving(store, children, turns)
        around = store.around_many(children, with_stopped=False, turns=turns)
        worked_out = hands.calendars(around, len(children), problems.__setitem__)
        with closing(worked_out) as derived:
            for done, one in enumerate(derived, start=1):
                saving.add(one)
                if on_progress is not None:
                    on_progress("deriving calendars", done, len(children))
        saving.end()
    not_there = children.keys() - problems.keys() - saving.taken
    store.all_derived({one: children[one] for one in not_there})
    if problems:
        raise NotDerived(_in_words(problems))
    return len(children)


@contextmanager
def _one_by_one() -> Iterator[Executor]:
    """Give a thread that does one thing after the other; what has not begun then is dropped.

    Reads beside writes are refused as outdated (decision 0114), so it does both.
    """
    with ThreadPoolExecutor(1) as turns:
        try:
            yield turns
        finally:
            turns.shutdown(cancel_futures=True)


@dataclass(slots=True)
class _Saving:
    """Saves calendars while the next ones are worked out, in turns with what is read."""

    store: Store
    marks: Mapping[str, str]
    turns: Executor
    taken: set[str] = field(default_factory=set)
    _batch: list[Calendar] = field(default_factory=list)
    _under_way: Future[None] | None = None

    def add(self, one: Calendar) -> None:
        """Take a calendar; where a batch is full, the one before it is saved by then."""
        self.taken.add(one.child)
        self._batch.append(one)
        if len(self._batch) == BATCH:
            self._save()

    def end(self) -> None:
        """Save the rest; return when everything is saved."""
        self._save()
        self._wait()

    def _save(self) -> None:
        self._wait()
        self._under_way = self.turns.submit(self.store.save_calendars, self._batch, self.marks)
        self._batch = []

    def _wait(self) -> None:
        if self._under_way is not None:
            self._under_way.result()


def _in_words(problems: dict[str, str]) -> str:
    child, problem = min(problems.items())
    if len(problems) == 1:
        who = f"The answer for {child} could not be worked out"
    else:
        who = f"The answers for {child} and {len(problems) - 1:,} more could not be worked out"
    return f"{who}, and what is shown of it is not up to date: {problem}. All others are."
