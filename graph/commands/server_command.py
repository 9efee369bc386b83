"""`python -m graph server`: start, stop and look at the Neo4j of this machine."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from enum import StrEnum
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    SpinnerColumn,
    TextColumn,
    TimeElapsedColumn,
)

import graph.server as managed
from graph.errors import GraphError, StoreUnavailable
from graph.server.disk import disk_errors_in_sentences
from graph.server.reset import reset_password
from graph.server.starting import said_of_a_silent_server

server = typer.Typer(
    help="The Neo4j that the program runs on this machine.", no_args_is_help=True
)


class ServerFormat(StrEnum):
    """How an answer is written."""

    TEXT = "text"
    JSON = "json"


AsFormat = Annotated[
    ServerFormat, typer.Option("--format", help="text for people, json for programs")
]
AskedVersion = Annotated[
    str | None,
    typer.Option(
        "--version", help="5.26 or 2026; by default NEO4J_VERSION, else the last one."
    ),
]


@server.command()
def start(version: AskedVersion = None) -> None:
    """Start Neo4j if it does not run, and say where it is. The first time it is fetched."""
    with errors_as_sentences(), shown() as progress:
        found = managed.ensure_running(managed.default_home(), version, progress)
        managed.keep(managed.default_home())
    print_line(f"Neo4j {found.version} is running at {found.uri} (process {found.pid}).")
    _say_others()


@server.command()
def stop() -> None:
    """Stop Neo4j. What was loaded stays."""
    with errors_as_sentences():
        stopped = managed.stop(managed.default_home())
    print_line("Neo4j has stopped." if stopped else "Neo4j was not running.")


@server.command()
def status(form: AsFormat = ServerFormat.TEXT) -> None:
    """Say whether Neo4j runs, where, and since when."""
    with errors_as_sentences():
        found = managed.status(managed.default_home())
    if form is ServerFormat.JSON:
        print_line(json.dumps(asdict(found), default=str))
        return
    print_line(f"Neo4j {found.version or ''} is {found.state}.".replace("  ", " "))
    for name in ("uri", "pid", "started", "home"):
        if (value := getattr(found, name)) is not None:
            print_line(f"{name:8} {value}")
    _say_others()


def _say_others() -> None:
    """Say that another version has a store of its own here, where one has."""
    if said := managed.other_stores_in_words(managed.default_home()):
        print_line(said)


@server.command("reset-password")
def reset() -> None:
    """Give the store a new password when its password file was lost. What was loaded stays."""
    with errors_as_sentences():
        mended = reset_password(managed.default_home())
    print_line(
        f"The stores of Neo4j {' and '.join(mended)} have a new password, in the password file."
        if mended
        else "There is no store yet; the next start makes one."
    )


@contextmanager
def errors_as_sentences() -> Iterator[None]:
    """End the command with a sentence and code 1 where something can be mended.

    So it is where the system refuses to write to the folder of the program.
    """
    try:
        with disk_errors_in_sentences(managed.default_home()):
            yield
    except GraphError as error:
        typer.echo(str(error), err=True)
        if isinstance(error, StoreUnavailable) and (why := said_of_a_silent_server()):
            typer.echo(why, err=True)
        raise typer.Exit(1) from error
    except UnicodeEncodeError as error:
        typer.echo("A word has bytes that are not UTF-8 text: write it anew.", err=True)
        raise typer.Exit(1) from error


@contextmanager
def shown() -> Iterator[managed.Progress]:
    """Show progress on the terminal, and nothing where there is none."""
    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn())
    counts = (MofNCompleteColumn(), TimeElapsedColumn())
    console = Console(stderr=True)
    with Progress(
        *columns, *counts, console=console, transient=True, disable=not console.is_terminal
    ) as bar:
        task = bar.add_task("Neo4j", total=None)
        yield lambda doing, done, total: bar.update(
            task, description=doing, completed=done, total=total or None
        )


def print_line(text: str) -> None:
    """Print a line as it is, not wrapped or coloured: it may be piped."""
    typer.echo(text)
