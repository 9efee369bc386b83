"""The run of `python -m graph recall` and `consent`: who has what, and what replaces it."""

import getpass
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

import typer

from graph.commands.ledger_command import say_faults
from graph.commands.terminal import sentences, waiting
from graph.errors import GraphError
from graph.export.leaks.terms import names_of
from graph.export.ledger.consent_history import set_consent
from graph.export.ledger.ledger import Ledger, LedgerEntry
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


def recall_exports(id_: str, letters_to: Path | None, as_typed: tuple[str, ...]) -> None:
    """List who has an id, or a name of one thing, in a file; write letters into a folder.

    Raises:
        typer.Exit: of code 1 where the ledger has a fault, or nothing has this id or name.
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
            _write_letters(settings, kept, id_, letters_to, as_typed)
    say_faults(faults)
    if not found and not recorded:
        typer.echo(
            f"Nothing of the id or the name {id_!r} is in the store or the ledger: see that it "
            "is written as in `python -m graph claims`.",
            err=True,
        )
        raise typer.Exit(1)


def change_consent(source: str, to: Consent, *, reason: str, by: str) -> None:
    """Set how far a source may go, and list who has it in a file."""
    settings = Settings.from_env()
    with sentences(), waiting() as progress, open_store(settings, progress) as store:
        kept = Ledger(settings.home)
        kept.check()
        by = by or getpass.getuser()
        typed = {"--reason": reason, "--by": by}
        check_words(store.told_in_sources([source]), typed, names_of(entries(store)))
        store.set_consent(source, to.value)
        set_consent(kept, source, to, by=by, reason=reason)
        fields = recall_lines(kept, source)
    typer.echo(f"{source} may go to: {to.value}.")
    for line in fields:
        typer.echo(line)


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
