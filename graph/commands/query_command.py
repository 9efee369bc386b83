"""`python -m graph query`: free Cypher, behind the guard that the page has too."""

import json
import sys
from collections.abc import Iterator, Sequence
from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text

from graph.commands.as_graph import nodes_and_links, write_graph
from graph.commands.ask_command import given
from graph.commands.export_hint import (
    ROWS_OPTION,
    RowFormat,
    format_of_rows,
    of_people,
    show_way_out,
)
from graph.commands.row_table import print_rows, write_csv
from graph.commands.terminal import REFUSED, STOPPED, UNREADABLE, sentences, waiting
from graph.console.free_answer import FreeAnswer, ask_freely
from graph.console.guard import QueryRefused, QueryStopped, WrongSyntax
from graph.console.parameters import typed
from graph.questions.answer_values import in_words
from graph.questions.library import InvalidParameter
from graph.settings import Settings
from graph.store.opening import open_store
from graph.words.wording import RISK

STDIN = "-"


def query_command(
    *,
    text: Annotated[
        str, typer.Argument(help="Cypher that reads; - takes it from standard input")
    ],
    param: Annotated[
        list[str] | None,
        typer.Option(help="As in day=2018-05-15: a number, day, true, false, else text"),
    ] = None,
    word: Annotated[str, typer.Option("--format", help=ROWS_OPTION)] = RowFormat.TABLE.value,
) -> None:
    """Run Cypher of your own. It can read the graph, and nothing else: docs/console.md."""
    form = format_of_rows(word)
    asked = sys.stdin.read() if text == STDIN else text
    with sentences():
        try:
            params = typed(given(param or []))
            with waiting() as progress, open_store(Settings.from_env(), progress) as store:
                found = ask_freely(store, asked, params)
        except (QueryRefused, QueryStopped, WrongSyntax, InvalidParameter) as error:
            typer.echo(str(error), err=True)
            raise typer.Exit(_code(error)) from error
    if form is None:
        _show_way_out(found, word)
    else:
        write(found, form)


def _show_way_out(found: FreeAnswer, word: str) -> None:
    """Say how the people in the rows are handed over, after what must be known before."""
    people = found.found["people"]
    for notice in found.notices():
        typer.echo(notice, err=True)
    if not people:
        typer.echo(
            f"No person came back, so there is nobody to hand over as {word}: let the query "
            "return people, or their ids.",
            err=True,
        )
        raise typer.Exit(UNREADABLE)
    show_way_out(word, of_people(people))


def _code(error: Exception) -> int:
    if isinstance(error, QueryRefused):
        return REFUSED
    return STOPPED if isinstance(error, QueryStopped) else UNREADABLE


def write(found: FreeAnswer, form: RowFormat) -> None:
    """Write rows; what must be known before they are read goes first, to standard error."""
    for notice in found.notices():
        typer.echo(notice, err=True)
    if form is RowFormat.JSON:
        shown = {
            "columns": list(found.columns),
            "rows": found.marked(),
            "cut": found.cut,
            "sensitive": any(found.sensitive),
            "notices": found.notices(),
        }
        typer.echo(json.dumps(shown, ensure_ascii=False, indent=1))
    elif form is RowFormat.CSV:
        rows = (
            [*map(_cell, (*row, held)), "; ".join(stop)]
            for row, held, stop in _with_marks(found)
        )
        write_csv((*found.columns, "sensitive", "do_not_contact"), rows)
    elif form is RowFormat.GRAPH:
        nodes, links = nodes_and_links(found.rows, found.ends)
        stops = {person for stop in found.stops for person in stop}
        write_graph(nodes, links, stops, found.notices())
    else:
        _print(found)


def _print(found: FreeAnswer) -> None:
    console = Console()
    if not found.rows:
        console.print(Text("No rows."))
        return
    rows = [
        [
            *map(in_words, row),
            "; ".join(_marks(held, [found.names.get(id_, id_) for id_ in stop])),
        ]
        for row, held, stop in _with_marks(found)
    ]
    if found.found["people"]:
        console.print(Text(RISK))
    print_rows(console, (*found.columns, "marks"), rows)


def _marks(held: bool, stop: Sequence[str]) -> list[str]:  # noqa: FBT001
    marks = ["sensitive"] if held else []
    return marks + ([f"do not contact: {', '.join(stop)}"] if stop else [])


def _with_marks(found: FreeAnswer) -> Iterator[tuple[Sequence[object], bool, tuple[str, ...]]]:
    return zip(found.rows, found.sensitive, found.stops, strict=True)


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict | list):
        return json.dumps(value, ensure_ascii=False)
    return str(value)
