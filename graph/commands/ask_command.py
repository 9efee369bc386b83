"""`python -m graph ask`: the library of questions, listed and run."""

import json
from collections.abc import Iterator, Sequence
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
from graph.questions.answer_columns import (
    CLAIMS,
    THINGS,
    ends_a_span,
    kind_of,
    names_in,
    several,
    span_title,
    span_words,
    title_of,
    value_text,
    worth_showing,
)
from graph.questions.asking import MOST_ROWS, Answered, Row, ask
from graph.questions.exported import MARKS
from graph.questions.library import (
    InvalidParameter,
    NotRecorded,
    Question,
    ResultColumn,
    UnknownName,
    library,
    question,
)
from graph.settings import Settings
from graph.store.opening import open_store
from graph.views.free_view import FreeView, view
from graph.views.named_ids import NamedIds
from graph.words.wording import RISK, counted

DO_NOT = "do not contact"
WITH_IDS = "With the ids of all of them, also of the claims: --format json"


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
                seen = view(store, found.ids(*THINGS)) if form is RowFormat.GRAPH else None
                names = names_in(store, found) if form is RowFormat.TABLE else NamedIds()
        except NotRecorded:
            raise
        except (UnknownName, InvalidParameter) as error:
            typer.echo(str(error), err=True)
            raise typer.Exit(UNREADABLE) from error
    write(found, form, names, seen)


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


def write(
    found: Answered, form: RowFormat, names: NamedIds, seen: FreeView | None = None
) -> None:
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
        _print(found, names)


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


def _print(found: Answered, names: NamedIds) -> None:
    """Print the question, a table without empty columns, and what the rows do not tell.

    Names are in the place of ids, and a number in the place of the claims.
    """
    console = Console()
    console.print(Text(found.question.asks, "bold"))
    if found.params:
        console.print(Text(", ".join(_params(found, names)), "dim"))
    if not found.rows:
        console.print(Text("No record answers this question."))
    else:
        if found.ids("Person.id"):
            console.print(Text(RISK))
        print_rows(console, *_table(found, names))
        console.print(Text(WITH_IDS, "dim"))
    for line in found.question.unknown:
        console.print(Text(f"Not in this answer: {line}", "dim"))


def _params(found: Answered, names: NamedIds) -> Iterator[str]:
    for one in found.question.params:
        value = found.params[one.name]
        said = "any" if value is None else str(value)
        yield f"{one.name}={names.marked(said) if one.names_a else said}"


def _table(found: Answered, names: NamedIds) -> tuple[list[str], list[list[str]]]:
    """Return the heads of the columns that say something, and the cells of each row."""
    every = [one.name for one in found.question.columns]
    shown = [
        one
        for one in worth_showing(found.question.columns, found.rows, names)
        if not ends_a_span(one.name, every)
    ]
    heads = [title_of(one, every) for one in shown]
    rows = [[_text(one, row, every, names) for one in shown] for row in found.rows]
    if any(found.sensitive):
        heads.append("sensitive")
        rows = [[*row, "yes" * held] for row, held in zip(rows, found.sensitive, strict=True)]
    if any(found.stops):
        heads.append(DO_NOT)
        stops = [[names.name(id_) for id_ in stop] for stop in found.stops]
        rows = [[*row, "; ".join(stop)] for row, stop in zip(rows, stops, strict=True)]
    return heads, rows


def _text(column: ResultColumn, row: Row, others: Sequence[str], names: NamedIds) -> str:
    if span_title(column.name, others):
        return span_words(column.name, row)
    kind, values = kind_of(column), several(row[column.name])
    if kind == CLAIMS:
        return counted(len(values), "claim") if values else ""
    return "; ".join(names.marked(one) if kind else value_text(one) for one in values)
