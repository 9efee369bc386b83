"""python -m tests.bench: measure the speed of the main roads, each on one server in one run."""

import json
import os
import platform
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from tests.bench import (
    asking,
    documents,
    drawing,
    files,
    handing,
    holding,
    loading,
    pairs,
    questions,
    searching,
    writing,
)
from tests.bench.figures import Figure, as_json, table
from tests.bench.trial import Trial, trial

app = typer.Typer(add_completion=False, pretty_exceptions_enable=False)
console = Console(stderr=True)
SMALLER = 10
"""The size beside which linearity is seen: this many times smaller."""
OF_THE_SAME_SHAPE = 1_000
"""Families are as deep as in larger sets from here on: below it, nothing is compared."""
LEAST = 100


class Name(StrEnum):
    """What can be measured."""

    LOAD = "load"
    DERIVE = "derive"
    BOARD = "board"
    LEFT = "left"
    HANDING = "handing"
    KINSHIP = "kinship"
    ASK = "ask"
    PDF = "pdf"
    SEARCH = "search"
    GRAPHML = "graphml"
    DRAW = "draw"
    NETWORK = "network"
    WRITING = "writing"


_WITHOUT_STORE = {
    *(Name.KINSHIP, Name.PDF, Name.SEARCH, Name.GRAPHML, Name.DRAW, Name.NETWORK, Name.WRITING)
}

_ONCE = {Name.LOAD, Name.LEFT, Name.HANDING}
"""Measured at the full size alone."""


def say(words: str) -> None:
    console.print(f"[dim]{words}[/dim]")


@app.command()
def bench(
    *,
    people: Annotated[
        int, typer.Option(min=LEAST, help="How many people to generate")
    ] = 100_000,
    only: Annotated[
        list[Name] | None, typer.Option(help="Measure this alone; may repeat")
    ] = None,
    out: Annotated[Path | None, typer.Option(help="Write the JSON here, not to stdout")] = None,
    seed: Annotated[int, typer.Option(help="Other families, of the same shape")] = 1,
) -> None:
    """Measure on a temporary server: a table for people on stderr, JSON on stdout."""
    figures: list[Figure] = []
    with trial(seed) as on:
        for figure in _measured(on, people, set(only or Name)):
            figures.append(figure)
            say(f"{figure.name}: {figure.value:.3g} {figure.unit}")
        version = on.connection.version
    Console(stderr=True, width=140).print(table(figures))
    run = {
        "people": people,
        "seed": seed,
        "neo4j": version,
        "python": platform.python_version(),
        "system": platform.platform(terse=True),
        "cores": os.cpu_count(),
    }
    text = json.dumps(as_json(figures, **run), indent=1)
    if out is None:
        typer.echo(text)
    else:
        out.write_text(text + "\n", encoding="utf-8")


def _measured(on: Trial, people: int, wanted: set[Name]) -> Iterator[Figure]:
    """Measure the smaller size first: it warms up the server for both sides alike."""
    smaller = max(OF_THE_SAME_SHAPE, people // SMALLER)
    before: dict[str, Figure] = {}
    if wanted - _WITHOUT_STORE:
        if smaller < people:
            for figure in _in_store(on, smaller, wanted - _ONCE, before):
                before[figure.name] = figure
                yield figure
        yield from _in_store(on, people, wanted, before)
    yield from _beside_store(on, people, wanted)


def _beside_store(on: Trial, people: int, wanted: set[Name]) -> Iterator[Figure]:
    if Name.KINSHIP in wanted:
        yield pairs.kinship(on, people)
    if Name.SEARCH in wanted:
        yield searching.search(on, people)
    if Name.GRAPHML in wanted:
        say(f"graphml: the graph of {people:,} people")
        yield files.graphml(on, people)
    if Name.NETWORK in wanted:
        say("network: the analysis of one view")
        yield from holding.figures(on, people)
    if Name.DRAW in wanted:
        say("draw: a free view in a browser")
        yield from drawing.figures(on)
    if Name.WRITING in wanted:
        say("writing: a testimony in a browser")
        yield writing.writing()
    if Name.PDF in wanted:
        yield from documents.figures(say)


def _in_store(
    on: Trial, people: int, wanted: set[Name], before: dict[str, Figure]
) -> Iterator[Figure]:
    if Name.LOAD in wanted:
        yield loading.against_the_bare_driver(on, people, say)
    else:
        say(f"loading {people:,} people")
        loading.fill(on, people)
    if Name.LEFT in wanted:
        say("left: asking for some children")
        yield asking.left(on, people, on.left_behind(people))
    if wanted & {Name.DERIVE, Name.BOARD, Name.HANDING, Name.ASK}:
        say(f"derive: the calendars of {people:,} people")
        derived = loading.deriving(on, people, before.get(Name.DERIVE))
        if Name.DERIVE in wanted:
            yield derived
    if Name.BOARD in wanted:
        yield loading.board(on, people, before.get(Name.BOARD))
    if Name.HANDING in wanted:
        say(f"handing: {handing.CHILDREN:,} children")
        yield handing.handing(on, people)
    if Name.ASK in wanted:
        say("ask: every question of the library")
        yield from questions.asked(on, people, on.left_behind(people), before)


if __name__ == "__main__":
    app(prog_name="python -m tests.bench")
