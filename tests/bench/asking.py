"""Figure: who is left for one child, against one bare read of the same rows."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from random import Random
from statistics import median
from time import perf_counter

from neo4j import READ_ACCESS

from graph.rule.answer import answer
from graph.store.database import FETCH_ROWS
from graph.store.queries import query
from tests.bench.figures import Figure
from tests.bench.memory import watching
from tests.bench.trial import Trial

LEFT_AIM = 1.5
CHILDREN = 200
DAY = date(2018, 6, 1)
WARM_UP = 20


def _seconds(work: Callable[[], object]) -> float:
    begun = perf_counter()
    work()
    return perf_counter() - begun


@dataclass(slots=True)
class _Asked:
    """What was measured, a child each, in seconds."""

    ours: list[float] = field(default_factory=list)
    bare: list[float] = field(default_factory=list)
    reading: list[float] = field(default_factory=list)
    """Of ours, until the records were there."""
    reached: list[int] = field(default_factory=list)
    """People in the answer."""


def left(trial: Trial, people: int, children: list[str]) -> Figure:
    """Ask who is left for some children, each beside a bare read of the same rows."""
    if not children:
        raise AssertionError("no child was left behind: nothing was measured")
    chance = Random(trial.seed)  # noqa: S311 - the same children each time
    sample = chance.sample(children, min(CHILDREN, len(children)))
    for child in sample[:WARM_UP]:
        _ask(trial, child)
    asked = _Asked()
    with watching(server=trial.connection.pid) as seen:
        for nth, child in enumerate(sample):
            _beside(trial, child, asked, bare_first=bool(nth % 2))
    ratio = median(one / other for one, other in zip(asked.ours, asked.bare, strict=True))
    return Figure(
        name="left",
        says="who is left for one child, as a multiple of fetching the same rows",
        people=people,
        value=ratio,
        unit="times",
        aim=f"at most {LEFT_AIM}",
        met=ratio <= LEFT_AIM,
        memory=seen.peaks,
        more={
            "children": len(sample),
            "ours ms": 1000 * median(asked.ours),
            "bare ms": 1000 * median(asked.bare),
            "of ours, reading records ms": 1000 * median(asked.reading),
            "people within reach": median(asked.reached),
            "slowest ms": 1000 * max(asked.ours),
        },
    )


def _beside(trial: Trial, child: str, asked: _Asked, *, bare_first: bool) -> None:
    """Measure both for a child; what comes second finds caches warm, so they take turns."""
    trial.database.asked.clear()
    reached, reading = _ask(trial, child)
    queries = list(trial.database.asked)
    if bare_first:
        asked.bare.append(_seconds(lambda: _bare(trial, queries)))
    asked.ours.append(_seconds(lambda: _ask(trial, child)))
    if not bare_first:
        asked.bare.append(_seconds(lambda: _bare(trial, queries)))
    asked.reading.append(reading)
    asked.reached.append(reached)


def _ask(trial: Trial, child: str) -> tuple[int, float]:
    """Answer for a child; return how many are within reach, and the seconds of reading."""
    begun = perf_counter()
    records = trial.store.around(child)
    read = perf_counter() - begun
    return len(answer(records, child, as_of=DAY).relatives), read


def _bare(trial: Trial, asked: list[tuple[str, dict[str, object]]]) -> None:
    """Run the queries that the store had run, in one transaction, and fetch their rows."""

    def fetch(tx):
        for name, params in asked:
            list(tx.run(query(name).text, params))

    with trial.driver.session(
        default_access_mode=READ_ACCESS, fetch_size=FETCH_ROWS
    ) as session:
        session.execute_read(fetch)
