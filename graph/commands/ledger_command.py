"""`python -m graph ledger | recall | consent`: past exports, their readers, and consent."""

import getpass
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from graph.commands.row_table import print_rows
from graph.commands.terminal import see_reason, sentences, waiting
from graph.errors import GraphError
from graph.export.ledger.consent_history import set_consent
from graph.export.ledger.ledger import EXPORT, Head, Ledger, LedgerEntry
from graph.export.ledger.recall import recall_lines
from graph.export.ledger.recall_letters import InPlace, by_reader, letters, write_letters
from graph.export.made_anew import MayNotLeave, Remaking, can_be_made, to_make
from graph.export.typed_words import check_words
from graph.record.vocabulary import Consent
from graph.settings import Settings
from graph.store.opening import open_store
from graph.store.stored import KINDS
from graph.views.held_names import entries
from graph.views.name_search import Index
from graph.words.wording import counted

_MOST_CALLED = 12


class SeveralCalledSo(GraphError):
    """A name of more than one thing."""


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
    settings, recorded = Settings.from_env(), True
    with sentences():
        kept = Ledger(settings.home)
        found, faults = recall_lines(kept, id_), kept.faults()
        if not found:
            id_, recorded = _called(settings, id_)
            found = recall_lines(kept, id_)
    for line in found or [f"No export carried {id_!r}."]:
        typer.echo(line)
    if found and letters_to is not None:
        with sentences():
            _write_letters(settings, kept, id_, letters_to, tuple(as_typed or ()))
    _say_faults(faults)
    if not found and not recorded:
        typer.echo(
            f"Nothing of the id or the name {id_!r} is in the store or the ledger: see that it "
            "is written as in `python -m graph claims`.",
            err=True,
        )
        raise typer.Exit(1)


def _write_letters(
    settings: Settings, kept: Ledger, id_: str, folder: Path, as_typed: tuple[str, ...]
) -> None:
    """Write the letters, and beside each what can be made anew."""
    day = datetime.now(tz=UTC).astimezone().date()
    carrying, in_place = kept.carrying(id_), list[InPlace]()
    if any(map(can_be_made, carrying)):
        with waiting() as progress, open_store(settings, progress) as store:
            remaking = Remaking(
                recalled=id_, store=store, ledger=kept, today=day, as_typed=as_typed
            )
            for number, (_, theirs) in enumerate(by_reader(carrying), start=1):
                in_place += _in_place(remaking, theirs, folder / f"recall-{number}")
    written = write_letters(folder, letters(carrying, day, in_place))
    typer.echo(f"Written: {counted(len(written), 'letter')}, in {folder}.")


def _in_place(
    remaking: Remaking, theirs: Sequence[LedgerEntry], letter: Path
) -> Iterator[InPlace]:
    """Make the files of one reader anew, or say why not; yield what comes in their place."""
    for number, recalled in enumerate(to_make(theirs), start=1):
        last = recalled[-1]
        what = f"in place of {last.fields['export_id']}, {last.fields['format']}"
        try:
            file = remaking.file(last, letter.with_name(f"{letter.name}-{number}"))
        except GraphError as error:
            typer.echo(f"Not made anew {what}: {error}", err=True)
            yield InPlace(recalled=recalled, refused=isinstance(error, MayNotLeave))
        else:
            typer.echo(f"Made anew {what}: {file.path}")
            yield InPlace(recalled=recalled, new=file.path.name)


def _called(settings: Settings, typed: str) -> tuple[str, bool]:
    """Return the id of what was typed: an id, or the name of one thing; and if it is stored.

    Raises:
        SeveralCalledSo: more than one thing has this name.
    """
    with waiting() as progress, open_store(settings, progress) as store:
        known = any(store.existing(kind, [typed]) for kind in KINDS)
        if known or store.claims_naming(typed):
            return typed, True
        called = Index(entries(store)).search(typed).closest_namesakes
    if len(called) > 1:
        each = ", ".join(f"{one.id} ({one.names[0]})" for one in called[:_MOST_CALLED])
        raise SeveralCalledSo(
            f"{len(called)} are called {typed!r}. Give one of these ids: {each}"
        )
    for one in called:
        typer.echo(f"{one.names[0]} is {one.id}.")
    return called[0].id if called else typed, bool(called)


def consent(
    source: Annotated[str, typer.Argument(help="Id of the source")],
    to: Annotated[Consent, typer.Argument(help="The consent from now on")],
    reason: Annotated[str, typer.Option(help="The reason, or the person who said so")],
    by: Annotated[str, typer.Option(help="The person who enters it; by default the user")] = "",
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
        fields = recall_lines(kept, source)
    typer.echo(f"{source} may go to: {to.value}.")
    for line in fields:
        typer.echo(line)
