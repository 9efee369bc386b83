"""Formats of rows, and a hint for the other formats: they leave by `python -m graph export`.

Every export goes one way. A request for such a format gets the command to run. Only the
audience is missing in it, because nobody may assume one.
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
    """Return the options of `export` for the people that a question of the library finds.

    The file is then about the day of the question.
    """
    texts = [f"{param}={text}" for param, text in params.items()]
    day = params.get(AS_OF, TOLD)
    options = ["--ask", name, *(word for text in texts for word in ("--param", text))]
    return options if day == TOLD else [*options, "--as-of", day]


def of_people(people: Iterable[str]) -> list[str]:
    """Return the options of `export` for some people and nobody else."""
    return ["--people", ",".join(people)]


def show_way_out(form: str, selection: Sequence[str]) -> NoReturn:
    """Print the command that exports in a format, and end with code 2."""
    typer.echo(
        f"{form} is a format of files that are handed over: looked at first, and recorded."
        f" Run\n  python -m graph export {shlex.join(selection)} --format {form} "
        "--audience AUDIENCE -o FILE\n"
        "with internal, partner, briefing or public as the audience: docs/briefing.md.",
        err=True,
    )
    raise typer.Exit(2)
