"""Hands that work out calendars: this process alone, its cores, or a cluster.

Only this process reads and writes the store. The others get records and give calendars back.
"""

import gc
import os
import signal
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ProcessPoolExecutor, wait
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from multiprocessing import get_context, parent_process
from multiprocessing.forkserver import ensure_running
from threading import Thread

from graph.record.model import Records
from graph.rule.calendar import Calendar
from graph.rule.family_calendars import (
    Failed,
    Family,
    FamilyCalendars,
    calendars_one_by_one,
    family_calendars,
)
from graph.store.collecting import SELDOM

Say = Callable[[str], None]
"""Called with a sentence for a person."""

FEW = 400
"""Fewer children are worked out here: to start processes would take longer (decision 0156)."""
CHILDREN_TOGETHER = 100
"""So many children of one family at most go to one process: the others have work, too."""
CHILDREN_UNDER_WAY = 400
"""So many children wait or are worked out elsewhere: as many as are read while that is done."""
LOOK_SECONDS = 5.0
"""Where nothing comes back for so long, it is looked whether anybody still works."""
DESERTED = "no worker is left"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hands:
    """An executor that is opened where there are many children; none: this process alone."""

    opened: Callable[[], AbstractContextManager[Executor]] | None = None
    few: int = 0
    """Fewer children are worked out in this process."""
    say: Say = lambda _sentence: None
    alive: Callable[[], bool] = lambda: True
    """Whether anybody is there to do the work: a pool of processes says so by itself."""

    def calendars(
        self, around: Iterable[tuple[str, Records]], total: int, failed: Failed
    ) -> Generator[Calendar, None, None]:
        """Yield the calendar of each child, in any order; close it to end the work early.

        Args:
            around: children, each with everything recorded around it.
            total: how many children.
            failed: called for each child whose records contradict each other.
        """
        if self.opened is None or total < self.few:
            yield from calendars_one_by_one(around, failed)
            return
        with self.opened() as executor:
            yield from _Spread(executor, self, failed).over(around)


ALONE = Hands()
"""This process alone: for pages, whose process has threads and users to serve."""


def cores(say: Say) -> Hands:
    """Return a process for each core of this machine."""
    count = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return processes(count or 1, say) if count != 1 else ALONE


def processes(count: int, say: Say, few: int = FEW) -> Hands:
    """Return so many processes on this machine.

    They are forked from a process that has no threads, and end when this one ends or dies.
    """

    def opened() -> ProcessPoolExecutor:
        context = get_context("forkserver")
        context.set_forkserver_preload([__name__])
        ensure_running()  # it imports this while the first children are read
        return ProcessPoolExecutor(count, mp_context=context, initializer=_begin)

    return Hands(opened=opened, few=few, say=say)


def _begin() -> None:
    """Leave Ctrl-C to the process that gives the work, and end with it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.set_threshold(SELDOM)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    if (parent := parent_process()) is not None:
        parent.join()
        os._exit(1)


@dataclass(slots=True)
class _Spread:
    """Families given to an executor, so many children at once, and their calendars."""

    executor: Executor
    hands: Hands
    failed: Failed
    under_way: dict[Future[FamilyCalendars], Family] = field(default_factory=dict)
    said: bool = False
    deserted: bool = False

    def over(self, around: Iterable[tuple[str, Records]]) -> Iterator[Calendar]:
        """Yield the calendars as they come."""
        try:
            for family in _families(around):
                while self.under_way and self._waiting(family) > CHILDREN_UNDER_WAY:
                    yield from self._finished(LOOK_SECONDS)
                yield from self._give(family)
                yield from self._finished(0)
            while self.under_way:
                yield from self._finished(LOOK_SECONDS)
        finally:
            for future in self.under_way:
                future.cancel()

    def _waiting(self, more: Family) -> int:
        return sum(len(each.children) for each in (more, *self.under_way.values()))

    def _give(self, family: Family) -> Iterator[Calendar]:
        if self.deserted:
            yield from self._taken(family_calendars(family))
            return
        try:
            self.under_way[self.executor.submit(family_calendars, family)] = family
        except Exception as error:  # noqa: BLE001 - any executor's, which may be any error
            yield from self._here(family, error)

    def _finished(self, seconds: float) -> Iterator[Calendar]:
        """Yield what is ready, and wait so long for it; where nobody works, do it here."""
        done = wait(self.under_way, seconds, FIRST_COMPLETED).done
        if not done and seconds and not self.hands.alive():
            self.deserted = True
            while self.under_way:
                future, family = self.under_way.popitem()
                future.cancel()
                yield from self._here(family, RuntimeError(DESERTED))
        for future in done:
            family = self.under_way.pop(future)
            try:
                found = future.result()
            except Exception as error:  # noqa: BLE001 - the same; an error of ours comes again
                yield from self._here(family, error)
            else:
                yield from self._taken(found)

    def _here(self, family: Family, error: Exception) -> Iterator[Calendar]:
        """Do in this process what another one did not."""
        if not self.said:
            self.said = True
            self.hands.say(
                f"Another process did not work out its calendars ({_named(error)}). They are "
                "worked out in this one, which takes longer; nothing is lost."
            )
        yield from self._taken(family_calendars(family))

    def _taken(self, found: FamilyCalendars) -> Iterator[Calendar]:
        for child, problem in found.problems:
            self.failed(child, problem)
        yield from found.calendars


def _named(error: Exception) -> str:
    return str(error).strip().rstrip(".") or type(error).__name__


def _families(around: Iterable[tuple[str, Records]]) -> Iterator[Family]:
    """Put children together who come with the very same records."""
    children: list[str] = []
    shared: Records | None = None
    for child, records in around:
        if shared is not None and (records is not shared or len(children) == CHILDREN_TOGETHER):
            yield Family.of(children, shared)
            children = []
        shared = records
        children.append(child)
    if shared is not None:
        yield Family.of(children, shared)
