"""Figures: how fast a family's PDF is set, and a thousand children's one after the other."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from io import BytesIO
from time import perf_counter

from graph.export.formats.pdf import PDF
from graph.export.package import ChildBriefing, Package
from tests.bench.figures import Figure
from tests.bench.memory import watching
from tests.export.families import MAMUTJAN, everyone, handed

ONE_AIM = 1.0
MANY = 1_000
DAY = date(2018, 11, 15)
_TURNS = 20
_GROWTH_AIM = 1.5


def one_family() -> Figure:
    """Set the largest of the six families, warmed up, each time with other words."""
    export = handed(MAMUTJAN, as_of=DAY)
    _set(export)
    with watching() as seen:
        seconds = sorted(_set(_changed(export, number)) for number in range(_TURNS))
    median = seconds[_TURNS // 2]
    return Figure(
        name="pdf",
        says="a family's briefing as PDF, picture and all, once it is warmed up",
        people=len(export.records.people),
        value=median,
        unit="seconds",
        aim=f"under {ONE_AIM:g}",
        met=median < ONE_AIM,
        memory=seen.peaks,
        more={
            "fastest": seconds[0],
            "slowest": seconds[-1],
            "turns": _TURNS,
            "processor seconds": seen.own / _TURNS,
        },
    )


def many_children(say: Callable[[str], None], count: int = MANY) -> Figure:
    """Set a child's briefing so many times, no two alike; memory must not grow with them."""
    exports = [handed([child], as_of=DAY) for child in everyone()]
    with watching() as first:
        begun = perf_counter()
        for number in range(count // 10):
            _set(_changed(exports[number % len(exports)], number))
    with watching() as rest:
        for number in range(count // 10, count):
            _set(_changed(exports[number % len(exports)], number))
            if number % 100 == 0:
                say(f"pdf: {number:,} of {count:,} children")
    seconds = perf_counter() - begun
    growth = rest.peaks["program"] / first.peaks["program"]
    return Figure(
        name="pdfs",
        says=f"the briefings of {count:,} children, one PDF each, in one process",
        people=count,
        value=growth,
        unit="times the memory of the first tenth",
        aim=f"under {_GROWTH_AIM:g}",
        met=growth < _GROWTH_AIM,
        memory=rest.peaks,
        more={
            "seconds": seconds,
            "a child": seconds / count,
            "processor seconds a child": (first.own + rest.own) / count,
        },
    )


def figures(say: Callable[[str], None]) -> Iterator[Figure]:
    """Measure both."""
    yield one_family()
    yield many_children(say)


def _set(export: Package) -> float:
    begun = perf_counter()
    PDF.write(export, BytesIO())
    return perf_counter() - begun


def _changed(export: Package, number: int) -> Package:
    """Return an export like it of which nothing that was set before can be used again."""
    told = tuple(_renamed(one, number) for one in export.briefings)
    return replace(export, export_id=f"KT-{number}", briefings=told)


def _renamed(one: ChildBriefing, number: int) -> ChildBriefing:
    rows = tuple(replace(row, name=f"{row.name} {number}") for row in one.rows)
    return replace(
        one,
        rows=tuple(
            replace(row, reason=replace(row.reason, text=f"{row.reason.text} {number}"))
            for row in rows
        ),
        timeline=tuple(
            (when, replace(said, text=f"{number} {said.text}")) for when, said in one.timeline
        ),
    )
