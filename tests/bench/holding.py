"""Figures: the analysis of a network of everybody, each part of it in seconds."""

from collections.abc import Callable, Iterator
from datetime import date
from time import perf_counter

from graph.facts.adding_up import facts
from graph.views.cut_points import (
    between,
    close_groups,
    cut_points,
    cut_ties,
    only_ways,
    tie_graph,
    tied_parts,
)
from graph.views.free_view import FreeView, view_of
from tests.bench.figures import Figure
from tests.bench.trial import Trial

AIM = 5.0
DAY = date(2018, 1, 1)
_LEFT = 4
"""People who count as left for each child: the last ones of its family by id."""


def figures(trial: Trial, people: int) -> Iterator[Figure]:
    """Analyse one view of everybody, made beforehand; a page draws far fewer."""
    seen = _everybody(trial, people)
    graph = tie_graph(seen, DAY)
    left = _left(trial.left_behind(people), seen)
    of: dict[str, Callable[[], tuple[object, ...]]] = {
        "parts": lambda: tied_parts(seen, DAY),
        "cut points": lambda: cut_points(seen, DAY),
        "cut ties": lambda: cut_ties(seen, DAY),
        "between": lambda: between(seen, DAY),
        "close groups": lambda: close_groups(seen, DAY),
        "only ways": lambda: only_ways(seen, DAY, left),
    }
    for name, work in of.items():
        begun = perf_counter()
        found = work()
        taken = perf_counter() - begun
        yield Figure(
            name=name,
            says="of a network of everybody on a day",
            people=people,
            value=taken,
            unit="s",
            aim=f"under {AIM:g}",
            met=taken < AIM,
            more={"things": len(graph), "ties": graph.number_of_edges(), "found": len(found)},
        )


def _everybody(trial: Trial, people: int) -> FreeView:
    records = trial.records(people)
    known = facts(records)
    places = {place.id: place for place in records.places}
    return view_of(known, list(known.people), places=places, stops=())


def _left(children: list[str], seen: FreeView) -> dict[str, list[str]]:
    """Return somebody who is left for each child: people of its own family."""
    families: dict[str, list[str]] = {}
    for id_ in sorted(seen.things):
        families.setdefault(id_.partition(".")[0], []).append(id_)
    return {
        child: [id_ for id_ in families[child.partition(".")[0]][-_LEFT:] if id_ != child]
        for child in children
    }
