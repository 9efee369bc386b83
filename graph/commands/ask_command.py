"""`python -m graph ask`: the library of questions, listed and run."""

import json
from collections.abc import Sequence
from typing import Annotated

import typer
from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from graph.commands.as_graph import things_and_ties, write_graph
from graph.commands.export_hint import (
    ROWS_OPTION,
    RowFormat,
    format_of_rows,
    of_question,
    show_way_out,
)
from graph.commands.row_table import print_rows, write_csv
from graph.commands.terminal import UNREADABLE, sentences, waiting
from graph.questions.asking import MOST_ROWS, Answered, Row, ask
from graph.questions.exported import MARKS, STOPPED
from graph.questions.library import (
    InvalidParameter,
    NotRecorded,
    Question,
    UnknownName,
    library,
    question,
)
from graph.settings import Settings
from graph.store.opening import open_store
from graph.views.free_view import FreeView, view
from graph.words.wording import RISK

DO_NOT = "do not contact"
DRAWN = ("Person.id", "Event.id", "Place.id")
"""What of an answer is a node of a graph."""


def ask_command(
    *,
    name: Annotated[
        str | None, typer.Argument(help="A question of the library; without one: all of them")
    ] = None,
    param: Annotated[
        list[str] | None, typer.Option(help="A parameter, as in as_of=2018-05-15; repeatable")
    ] = None,
    word: Annotated[str, typer.Option("--format", help=ROWS_OPTION)] = RowFormat.TABLE.value,
    every: Annotated[
        bool, typer.Option("--all", help=f"Every row, not only the first {MOST_ROWS:,}")
    ] = False,
) -> None:
    """Ask a question across families: one of the library, each in cypher/ask/."""
    form = format_of_rows(word)
    with sentences():
        if name is None:
            write_library(library(), _of_a_list(form, word))
            return
        try:
            asked, texts = question(name), given(param or [])
            if form is None:
                show_way_out(word, of_question(name, texts))
            with waiting() as progress, open_store(Settings.from_env(), progress) as store:
                found = ask(store, asked, texts, most=None if every else MOST_ROWS)
                seen = view(store, found.ids(*DRAWN)) if form is RowFormat.GRAPH else None
        except NotRecorded:
            raise
        except (UnknownName, InvalidParameter) as error:
            typer.echo(str(error), err=True)
            raise typer.Exit(UNREADABLE) from error
    write(found, form, seen)


def _of_a_list(form: RowFormat | None, word: str) -> RowFormat:
    if form is None:
        raise typer.BadParameter(
            f"a list of questions is nothing to hand over as {word}; name one of them.",
            param_hint="'--format'",
        )
    return form


def given(texts: Sequence[str]) -> dict[str, str]:
    """Read `name=value` texts.

    Raises:
        InvalidParameter: a text is none, or one name is given twice.
    """
    found: dict[str, str] = {}
    for text in texts:
        name, equals, value = text.partition("=")
        if not equals or not name.strip():
            raise InvalidParameter(f"{text!r} is no parameter; write name=value.")
        if name.strip() in found:
            raise InvalidParameter(f"{name.strip()} is given twice.")
        found[name.strip()] = value
    return found


def write_library(every: Sequence[Question], form: RowFormat) -> None:
    """Write all questions, with their parameters."""
    shown = [_described(one) for one in every]
    if form is RowFormat.JSON:
        typer.echo(json.dumps(shown, ensure_ascii=False, indent=1))
    elif form is RowFormat.CSV:
        rows = ((one["name"], one["asks"], _in_words(one)) for one in shown)
        write_csv(("name", "asks", "params"), rows)
    else:
        console = Console()
        for one in shown:
            console.print(Text(one["name"], "bold"), Text(_in_words(one), "dim"))
            console.print(Padding(Text(one["asks"]), (0, 0, 0, 4)))


def _described(one: Question) -> Row:
    return {
        "name": one.name,
        "asks": one.asks,
        "params": [
            {"name": p.name, "type": p.type, "default": p.default, "about": p.about}
            for p in one.params
        ],
        "returns": [{"name": c.name, "type": c.type, "about": c.about} for c in one.columns],
        "does_not_tell": list(one.unknown),
    }


def _in_words(one: Row) -> str:
    """Return parameters as one writes them: those that may be left out in brackets."""
    return " ".join(
        f"{p['name']}=..." if p["default"] is None else f"[{p['name']}={p['default']}]"
        for p in one["params"]
    )


def write(found: Answered, form: RowFormat, seen: FreeView | None = None) -> None:
    """Write an answer; what must be known before it is read goes first, to standard error."""
    for notice in found.notices():
        typer.echo(notice, err=True)
    rows = found.marked()
    columns = (*(column.name for column in found.question.columns), *MARKS)
    if form is RowFormat.JSON:
        typer.echo(json.dumps(_as_json(found, rows), ensure_ascii=False, indent=1))
    elif form is RowFormat.CSV:
        write_csv(columns, ([row[name] for name in columns] for row in rows))
    elif seen is not None:
        stops = {id_ for id_, one in seen.things.items() if one.stop}
        write_graph(*things_and_ties(seen), stops, found.notices())
    else:
        _print(found, rows)


def _as_json(found: Answered, rows: Sequence[Row]) -> Row:
    return {
        "question": found.question.name,
        "asks": found.question.asks,
        "params": {
            name: value if isinstance(value, int | str | None) else str(value)
            for name, value in found.params.items()
        },
        "does_not_tell": list(found.question.unknown),
        "sensitive": any(found.sensitive),
        "outdated": found.outdated,
        "cut": bool(found.cut),
        "rows": list(rows),
    }


def _print(found: Answered, rows: Sequence[Row]) -> None:
    """Print the question, a table without empty columns, and what the rows do not tell."""
    console = Console()
    console.print(Text(found.question.asks, "bold"))
    if found.params:
        given = (f"{k}={'any' if v is None else v}" for k, v in found.params.items())
        console.print(Text(", ".join(given), "dim"))
    shown = (
        [k for k in rows[0] if any(row[k] not in (None, [], "") for row in rows)]
        if rows
        else []
    )
    if not rows:
        console.print(Text("No record answers this question."))
    else:
        if found.ids("Person.id"):
            console.print(Text(RISK))
        named = [
            row | {STOPPED: [f"{found.names.get(id_, id_)}: {DO_NOT}" for id_ in row[STOPPED]]}
            for row in rows
        ]
        print_rows(console, shown, [[_text(row[name]) for name in shown] for row in named])
    for line in found.question.unknown:
        console.print(Text(f"Not in this answer: {line}", "dim"))


def _text(value: object) -> str:
    if isinstance(value, list):
        return "; ".join(map(str, value))
    if isinstance(value, bool):
        return "yes" if value else ""
    return "" if value is None else str(value)
