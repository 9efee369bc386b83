"""`python -m graph ledger | recall | consent`: what left, to whom, and how far it may go."""

import getpass
from collections.abc import Sequence
from typing import Annotated

import typer
from rich.console import Console

from graph.commands.row_table import print_rows
from graph.commands.terminal import see_reason, sentences, waiting
from graph.export.ledger.consent_history import set_consent
from graph.export.ledger.ledger import EXPORT, Head, Ledger, LedgerEntry
from graph.export.ledger.recall import recall_lines
from graph.export.ledger_words import check_words
from graph.record.vocabulary import Consent
from graph.settings import Settings
from graph.store.opening import open_store

_KINDS = ("claims", "sources", "people", "events", "interpretations", "places")
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
    _say_faults(faults)


def _say_faults(faults: Sequence[str]) -> None:
    """Say what is not as it was written: what was read may not be all. Ends with code 1."""
    for fault in faults:
        typer.echo(fault, err=True)
    if faults:
        raise typer.Exit(1)


def _cells(entry: LedgerEntry) -> tuple[str, ...]:
    told = entry.told
    if entry.kind == EXPORT:
        children = f"{told['how']}: {told['children']} children"
        forced = "forced: " if told["forced"] else ""
        to = told["recipient"] or ", ".join(key[:12] for key in told["keys"])
        what = (told["export_id"], told["format"], told["audience"], children, to)
        return (str(entry.number), entry.at, *what, told["by"], f"{forced}{told['reason']}")
    what = told.get("export_id", f"consent: {told.get('consent', '')}")
    why = told.get("reason", "was recorded, and then not made")
    return (str(entry.number), entry.at, what, "", "", "", "", told.get("by", ""), why)


@ledger.command()
def verify(
    head: Annotated[str, typer.Option(help="A head that was kept on paper: 12:3f9a...")] = "",
) -> None:
    """See that no line was changed, taken out or cut off.

    Whoever changes the ledger, and the head that is kept in another folder, is found only by a
    head on paper: give it with --head. Where the one in the other folder is missing, the last
    head on paper puts it back.
    """
    with sentences():
        kept = Ledger(Settings.from_env().home)
        if head and kept.put_back(head):
            typer.echo("The head that is kept apart was missing, and is kept again.")
        faults, end, beyond = kept.faults(head), None, ""
        if not faults:
            end, beyond = kept.head(), kept.beyond()
    _say_faults(faults)
    typer.echo(_whole(end))
    if beyond:
        typer.echo(beyond, err=True)


def _whole(end: Head | None) -> str:
    if end is None:
        return "The ledger has no line yet."
    return f"The ledger is whole: {end.lines} lines. Its head, to be kept on paper: {end}"


def recall(
    id_: Annotated[
        str, typer.Argument(metavar="SOURCE_OR_CLAIM", help="Also of a person, an event, a tie")
    ],
) -> None:
    """List every export that carried a claim, a source or anything about somebody, and to whom.

    What was handed over cannot be called back: ask each of them.
    """
    settings = Settings.from_env()
    with sentences():
        kept = Ledger(settings.home)
        told, faults = recall_lines(kept, id_), kept.faults()
    for line in told or [f"No export carried {id_!r}."]:
        typer.echo(line)
    _say_faults(faults)
    if told:
        return
    with sentences():
        recorded = _recorded(settings, id_)
    if not recorded:
        typer.echo(
            f"Nothing of the id {id_!r} is in the store or the ledger: see that it is written "
            "as in `python -m graph claims`.",
            err=True,
        )
        raise typer.Exit(1)


def _recorded(settings: Settings, id_: str) -> bool:
    """Tell whether a claim, a source, or anything else of an id is in the store."""
    with waiting() as progress, open_store(settings, progress) as store:
        known = any(store.existing(kind, [id_]) for kind in _KINDS)
        return known or bool(store.claims_naming(id_))


def consent(
    source: Annotated[str, typer.Argument(help="Id of the source")],
    to: Annotated[Consent, typer.Argument(help="How far it may go from now on")],
    reason: Annotated[str, typer.Option(help="Why, or who said so")],
    by: Annotated[str, typer.Option(help="Who keeps it; by default the user")] = "",
) -> None:
    """Say how far a source may go from now on; loading a table again does not raise it."""
    see_reason(reason)
    settings = Settings.from_env()
    with sentences(), waiting() as progress, open_store(settings, progress) as store:
        kept = Ledger(settings.home)
        kept.check()
        by = by or getpass.getuser()
        check_words(store.told_in_sources([source]), {"--reason": reason, "--by": by})
        store.set_consent(source, to.value)
        set_consent(kept, source, to, by=by, reason=reason)
        told = recall_lines(kept, source)
    typer.echo(f"{source} may go to: {to.value}.")
    for line in told:
        typer.echo(line)
