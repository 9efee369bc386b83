"""Figures: loading against the bare driver; deriving calendars; the board of all children."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from statistics import median
from time import perf_counter

from graph.store import IngestRun
from graph.store.deriving import derive_calendars
from tests.bench import peer
from tests.bench.figures import Figure
from tests.bench.memory import Watched, watching
from tests.bench.replay import work_out
from tests.bench.trial import Trial

LOAD_AIM = 0.8
BOARD_AIM = 2.0
LINEAR = 1.3
"""A thing in ten times as much may take this many times as long as in the smaller, at most."""
DAYS = (
    date(2016, 6, 1),
    date(2017, 6, 1),
    date(2018, 6, 1),
    date(2019, 6, 1),
    date(2020, 6, 1),
)

Say = Callable[[str], None]


def fill(trial: Trial, people: int) -> tuple[float, float, Watched]:
    """Load a generated data set into the store, emptied before.

    Returns:
        Seconds of reading and checking, seconds of writing, and what else was measured.
    """
    trial.tables(people)
    trial.store.clear()
    trial.store.prepare()
    with watching(server=trial.connection.pid) as seen:
        begun = perf_counter()
        records = trial.records(people)
        reading = perf_counter() - begun
        trial.store.load(records, _run(people))
    return reading, seen.seconds - reading, seen


def against_the_bare_driver(trial: Trial, people: int, say: Say) -> Figure:
    """Load a data set, then write the same graph with the bare driver; leave that one there."""
    say(f"load: reading and loading {people:,} people")
    reading, writing, load = fill(trial, people)
    bare = _bare(trial, people, say)
    ours, fastest = reading + writing, min(bare.replay, bare.plain)
    return Figure(
        name="load",
        says="ingest and load through all checks, as a share of the bare driver's speed",
        people=people,
        value=fastest / ours,
        unit="of its speed",
        aim=f"at least {LOAD_AIM}",
        met=fastest / ours >= LOAD_AIM,
        memory=load.peaks,
        more={
            "reading and checking s": reading,
            "storing s": writing,
            "of both, the program's own s": load.own,
            "bare driver, replay s": bare.replay,
            "bare driver, plain s": bare.plain,
            "storing alone, of its speed": fastest / writing,
            "nodes and relationships": bare.total,
            "a second": bare.total / ours,
            "a second, bare": bare.total / fastest,
            "program MB, bare": bare.memory["program"],
            "server MB, bare": bare.memory["server"],
        },
    )


@dataclass(frozen=True, slots=True)
class _Bare:
    """Seconds of the bare driver in both ways, and what it wrote."""

    replay: float
    plain: float
    total: int
    memory: dict[str, int]


def _bare(trial: Trial, people: int, say: Say) -> _Bare:
    """Write the graph that is there again, with the bare driver, in both ways."""
    say("load: keeping what was written")
    files = peer.keep(trial.driver, trial.folder / "kept")
    wanted = peer.census_of(files)
    trial.store.clear()
    folder, where = trial.folder / "replay", trial.connection.uri
    steps = work_out(trial.driver, where, trial.records(people), _run(people), folder)
    say(f"load: {wanted.total:,} nodes and relationships; the bare driver writes the same")
    replay, _ = _written(trial, steps, wanted)
    say("load: and once more, a kind at a time")
    trial.store.clear()
    plain, memory = _written(trial, files, wanted)
    return _Bare(replay, plain, wanted.total, memory)


def _run(people: int) -> IngestRun:
    return IngestRun(id=f"bench-{people}")


def _written(
    trial: Trial, files: list[Path], wanted: peer.Census
) -> tuple[float, dict[str, int]]:
    """Write files with the bare driver, and see that the graph is the one that is wanted."""
    with watching(server=trial.connection.pid) as seen:
        seconds = peer.write(trial.driver, files)
    trial.store.keep_stops()  # a replay has none: they are read from what is stored
    if peer.Census.of(trial.driver) != wanted:
        raise AssertionError("the bare driver did not write the same graph")
    return seconds, seen.peaks


def deriving(trial: Trial, people: int, before: Figure | None) -> Figure:
    """Derive the calendars of all children of what was just loaded."""
    with watching(server=trial.connection.pid) as seen:
        children = derive_calendars(trial.store)
    rate = children / seen.seconds
    slower = before.value / rate if before else None
    return Figure(
        name="derive",
        says="calendars derived after a load",
        people=people,
        value=rate,
        unit="children a second",
        aim="linear" if before else "",
        met=None if slower is None else slower <= LINEAR,
        memory=seen.peaks,
        more={
            "children": children,
            "seconds": seen.seconds,
            "of it the program's own": seen.own,
        }
        | ({"a child takes, of the smaller": slower} if slower else {}),
    )


def board(trial: Trial, people: int, before: Figure | None) -> Figure:
    """Read the board of all children, for one day after the other."""
    times, children = [], 0
    with watching(server=trial.connection.pid) as seen:
        for day in DAYS:
            begun = perf_counter()
            children = max(children, len(trial.store.board(day)))
            times.append(perf_counter() - begun)
    if not children:
        raise AssertionError("no child is on the board: nothing was measured")
    seconds = median(times)
    each = seconds / people
    slower = each / (before.value / before.people) if before else None
    return Figure(
        name="board",
        says="the board of all children for one day, from the calendar (median of five days)",
        people=people,
        value=seconds,
        unit="s",
        aim=f"under {BOARD_AIM} s",
        met=seconds < BOARD_AIM,
        memory=seen.peaks,
        more={"children, at most": children, "slowest s": max(times)}
        | ({"a person takes, of the smaller": slower} if slower else {}),
    )
