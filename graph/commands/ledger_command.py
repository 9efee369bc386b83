"""`python -m graph ledger | recall | consent`: past exports, their readers, and consent."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from graph.commands.row_table import print_rows
from graph.commands.terminal import see_reason, sentences
from graph.export.ledger.ledger import EXPORT, Head, Ledger, LedgerEntry
from graph.record.vocabulary import Consent
from graph.settings import Settings

ledger = typer.Typer(help="The record of every export.", no_args_is_help=True)


@ledger.command("list")
def list_() -> None:
    """List every export, and every change of consent; it names nobody whom they are about."""
    with sentences():
        kept = Ledger(Settings.from_env().home)
        entries, faults = kept.entries(), kept.faults()
    if entries:
        columns = ("n", "when", "what", "format", "audience", "of", "for", "by", "why")
        print_rows(Console(), columns, list(map(_cells, entries)))
    elif not faults:
        typer.echo("Nothing was exported yet.")
    say_faults(faults)


def say_faults(faults: Sequence[str]) -> None:
    """Say what is not as it was written: what was read may not be all. Ends with code 1."""
    for fault in faults:
        typer.echo(fault, err=True)
    if faults:
        raise typer.Exit(1)


def _cells(entry: LedgerEntry) -> tuple[str, ...]:
    fields = entry.fields
    if entry.kind == EXPORT:
        children = f"{fields['how']}: {fields['children']} children"
        forced = "forced: " if fields["forced"] else ""
        to = fields["recipient"] or ", ".join(key[:12] for key in fields["keys"])
        what = (fields["export_id"], fields["format"], fields["audience"], children, to)
        return (str(entry.number), entry.at, *what, fields["by"], f"{forced}{fields['reason']}")
    what = fields.get("export_id", f"consent: {fields.get('consent', '')}")
    why = fields.get("reason", "was recorded, and then not made")
    return (str(entry.number), entry.at, what, "", "", "", "", fields.get("by", ""), why)


@ledger.command()
def verify(
    head: Annotated[str, typer.Option(help="A head that was kept on paper: 12:3f9a...")] = "",
) -> None:
    """Check that no line was changed, removed or cut off.

    If somebody changed the ledger and its head in the other folder, only a head on paper shows
    it: give it with --head. If the head in the other folder is missing, the last head on paper
    puts it back.
    """
    with sentences():
        kept = Ledger(Settings.from_env().home)
        if head and kept.put_back(head):
            typer.echo("The head that is kept apart was missing, and is kept again.")
        faults, end, beyond = kept.faults(head), None, ""
        if not faults:
            end, beyond = kept.head(), kept.beyond()
    say_faults(faults)
    typer.echo(_whole(end))
    if beyond:
        typer.echo(beyond, err=True)


def _whole(end: Head | None) -> str:
    if end is None:
        return "The ledger has no line yet."
    return f"The ledger is whole: {end.lines} lines. Its head, to be kept on paper: {end}"


def recall(
    id_: Annotated[
        str,
        typer.Argument(
            metavar="SOURCE_OR_CLAIM", help="Also a person, event or tie: its id, or a name"
        ),
    ],
    letters_to: Annotated[
        Path | None,
        typer.Option(
            "--letters",
            help="A folder: a letter for each reader, to destroy it, and the file made anew",
        ),
    ] = None,
    as_typed: Annotated[
        list[str] | None,
        typer.Option(help="Words that you have read, and that leave as typed; repeatable"),
    ] = None,
) -> None:
    """List every export that carried a claim, a source or anything about somebody, and to whom.

    What was handed over cannot be called back: ask each of them.
    """
    from graph.commands.recall_run import recall_exports  # noqa: PLC0415 - slow: it makes files

    recall_exports(id_, letters_to, tuple(as_typed or ()))


def consent(
    source: Annotated[str, typer.Argument(help="Id of the source")],
    to: Annotated[Consent, typer.Argument(help="The consent from now on")],
    reason: Annotated[str, typer.Option(help="The reason, or the person who said so")],
    by: Annotated[str, typer.Option(help="The person who enters it; by default the user")] = "",
) -> None:
    """Say how far a source may go from now on; loading a table again does not raise it."""
    from graph.commands.recall_run import change_consent  # noqa: PLC0415 - slow: as above

    see_reason(reason)
    change_consent(source, to, reason=reason, by=by)
