"""python -m ingest FOLDER_OR_FILE...: read tables, check every row, load the good ones."""

import json
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from graph.commands.terminal import Scheduler, hands, see_environment, waiting
from graph.errors import GraphError, StoreRefused
from graph.settings import Settings
from graph.store import LoadReport
from graph.store.first_load import refuse_unless_empty
from graph.store.hands import Hands
from graph.store.opening import open_store
from ingest import quarantine, report
from ingest.into_store import known_in, load_checked, load_first
from ingest.known import nothing_known
from ingest.reader import read
from ingest.reading import Reading
from ingest.table_files import check_encoding
from ingest.template import TemplateRefused, write_template
from ingest.visible import visible

app = typer.Typer(add_completion=False)


_UNASKED = (
    "Checked without the store: a row that refers to what is loaded already is taken when "
    "it is loaded."
)


_NOT_OURS = (
    "--first fills the Neo4j of this machine, and NEO4J_URI names another one: load without "
    "--first."
)


class IngestFormat(StrEnum):
    """How the answer is written."""

    TEXT = "text"
    JSON = "json"


def _encoding(name: str | None) -> str | None:
    try:
        return check_encoding(name) if name else None
    except ValueError as error:
        raise typer.BadParameter(str(error)) from None


def _write_template(path: Path | None) -> None:
    if path is None:
        return
    try:
        files = write_template(path)
    except TemplateRefused as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(2) from None
    for file in files:
        typer.echo(f"Written: {visible(str(file))}")
    raise typer.Exit


@app.command()
def ingest(  # noqa: PLR0913 - each is a word of the command
    paths: Annotated[
        list[Path],
        typer.Argument(
            help="Folders of tables, or tables: .csv, .xlsx, .jsonl",
            metavar="FOLDER_OR_FILE...",
        ),
    ],
    *,
    check: Annotated[
        bool, typer.Option("--check", help="Read and check, load nothing")
    ] = False,
    encoding: Annotated[
        str | None,
        typer.Option(callback=_encoding, help="Encoding of CSV and JSON lines, if not UTF-8"),
    ] = None,
    form: Annotated[
        IngestFormat, typer.Option("--format", help="text for people, json for programs")
    ] = IngestFormat.TEXT,
    template: Annotated[
        Path | None,
        typer.Option(
            callback=_write_template,
            is_eager=True,
            metavar="FOLDER_OR_FILE.xlsx",
            help="Write a blank set of tables to fill in, and read nothing",
        ),
    ] = None,
    into_shared: Annotated[
        bool, typer.Option("--into-shared", help="Load into a database with other labels, too")
    ] = False,
    scheduler: Scheduler = None,
    first: Annotated[
        bool,
        typer.Option(
            "--first", help="Very many rows, into the empty store of this machine: all or none"
        ),
    ] = False,
) -> None:
    """Read tables about families, check every row, and load the good ones.

    Rejected rows are kept in a quarantine folder that can be mended and read again. Exit code
    0: every row was taken; 1: some were rejected; 2: nothing could be read.
    """
    del template  # it is written before anything else is looked at
    try:
        see_environment()
        if check:
            reading = read(paths, encoding=encoding, known=nothing_known)
            _say(reading, [], form)
            if reading.rejected:
                typer.echo(_UNASKED, err=True)
        else:
            with hands(scheduler) as many:
                how = _How(form=form, hands=many, into_shared=into_shared, first=first)
                reading = _load(paths, encoding, how)
    except GraphError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(2) from None
    raise typer.Exit(report.exit_code(reading))


@dataclass(frozen=True, slots=True, kw_only=True)
class _How:
    """How a load was asked for."""

    form: IngestFormat
    hands: Hands
    into_shared: bool
    first: bool


def _load(
    paths: list[Path],
    encoding: str | None,
    how: "_How",
) -> Reading:
    """Read against what the store holds, keep what was rejected, load the rest."""
    settings = Settings.from_env()
    if how.first and settings.neo4j_uri is not None:
        raise StoreRefused(_NOT_OURS)
    with waiting() as progress, open_store(settings, progress) as store:
        if how.first:
            refuse_unless_empty(store.contents())
        reading = read(paths, encoding=encoding, known=known_in(store))
        kept = _kept(reading)
        folders = [str(folder) for folder in kept.folders] if kept else []
        stored = None
        if reading.total.taken:
            if how.first:
                loaded = load_first(
                    store, reading, settings.home, on_progress=progress, hands=how.hands
                )
            else:
                loaded = load_checked(
                    store,
                    reading,
                    into_shared=how.into_shared,
                    on_progress=progress,
                    hands=how.hands,
                )
            reading, stored = loaded.reading, loaded.report
            folders += [str(folder) for folder in loaded.kept]
    _say(reading, folders, how.form, stored)
    return reading


def _kept(reading: Reading) -> quarantine.Quarantine | None:
    """Write the quarantine before anything is loaded, so that no row is lost on the way."""
    try:
        return quarantine.write(reading, quarantine.home())
    except OSError as error:
        problem = f"The rejected rows could not be kept ({error}), so nothing was loaded"
        typer.echo(f"{problem}; make room, or name another folder in GRAPH_HOME.", err=True)
        raise typer.Exit(2) from None


def _say(
    reading: Reading, folders: list[str], form: IngestFormat, stored: LoadReport | None = None
) -> None:
    if form is IngestFormat.JSON:
        answer = report.reading_as_json(reading, folders)
        answer |= {} if stored is None else {"stored": asdict(stored)}
        typer.echo(json.dumps(answer, indent=1))
        return
    typer.echo(report.counts_text(reading.counts, reading.total))
    for line in () if stored is None else stored.in_words():
        typer.echo(line)
    for note in reading.notes:
        typer.echo(f"Note: {note.removesuffix('.')}.")
    if reading.rejected:
        typer.echo()
        typer.echo(report.summary_text(reading.rejected), nl=False)
    for folder in folders:
        typer.echo(f"Kept in {visible(folder)}: mend it there, then read that folder again.")


if __name__ == "__main__":
    app(prog_name="python -m ingest")
