"""Formats of rows, and what is said of the other ones: they leave by `python -m graph export`.

There is one way out of the house. A format that goes there is answered with the command that
goes that way, ready but for the audience, which nobody assumes.
"""

import shlex
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import NoReturn

import typer

from graph.questions.library import AS_OF, TOLD


class RowFormat(StrEnum):
    """How rows are written."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    GRAPH = "graph"


ROWS_OPTION = "How to write the rows: table, json, csv or graph; other formats: `export`"


def format_of_rows(word: str) -> RowFormat | None:
    """Return how rows are to be written; None where that is a format of hand-overs.

    Raises:
        typer.BadParameter: it is neither.
    """
    if word in list(RowFormat):
        return RowFormat(word)
    others = _handed_over_as()
    if word in others:
        return None
    raise typer.BadParameter(
        f"{word!r} is no format; there are {', '.join(RowFormat)}, and to hand over "
        f"(python -m graph export) {', '.join(others)}.",
        param_hint="'--format'",
    )


def _handed_over_as() -> Sequence[str]:
    from graph.export.formats import FORMATS  # noqa: PLC0415 - slow, and seldom needed here

    return tuple(FORMATS)


def of_question(name: str, params: Mapping[str, str]) -> list[str]:
    """Return the options of `export` for whom a question of the library finds.

    The file then tells of the day that the question asks about.
    """
    texts = [f"{param}={text}" for param, text in params.items()]
    day = params.get(AS_OF, TOLD)
    options = ["--ask", name, *(word for text in texts for word in ("--param", text))]
    return options if day == TOLD else [*options, "--as-of", day]


def of_people(people: Iterable[str]) -> list[str]:
    """Return the options of `export` for some people and nobody else."""
    return ["--people", ",".join(people)]


def show_way_out(form: str, selection: Sequence[str]) -> NoReturn:
    """Say which command hands over in a format, and end with code 2."""
    typer.echo(
        f"{form} is a format of files that are handed over: looked at first, and recorded."
        f" Run\n  python -m graph export {shlex.join(selection)} --format {form} "
        "--audience AUDIENCE -o FILE\n"
        "with internal, partner, briefing or public as the audience: docs/briefing.md.",
        err=True,
    )
    raise typer.Exit(2)
