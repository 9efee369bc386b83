"""`python -m graph clear | contents | hash | claims | retract | restore`: the store."""

import getpass
import json
import shutil
from collections.abc import Mapping
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Annotated

import typer
from rich.console import Console

from graph import server
from graph.commands.row_table import print_blocks
from graph.commands.samples import keep_empty
from graph.commands.terminal import (
    LOOK_FOR_IDS,
    Scheduler,
    hands,
    nothing,
    see_reason,
    sentences,
    waiting,
)
from graph.commands.waiting_rows import WaitingRows
from graph.desk.private_files import clear_desk, on_desk
from graph.export.ledger.ledger import Ledger
from graph.export.ledger.recall import recall_lines
from graph.record.model import Claim, Lift, Source
from graph.settings import TEXTS, Settings
from graph.store import Contents
from graph.store.deriving import derive_calendars
from graph.store.opening import elsewhere, open_store
from graph.views.named_ids import named_ids
from graph.words.claim_text import passage
from graph.words.request_text import keeps_the_stop


def contents(
    *, as_json: Annotated[bool, typer.Option("--json", help="JSON, for programs")] = False
) -> None:
    """Say what is in the store."""
    with sentences(), waiting() as progress, open_store(Settings.from_env(), progress) as store:
        found = store.contents()
    if as_json:
        typer.echo(json.dumps(asdict(found), ensure_ascii=False, indent=1, default=str))
        return
    typer.echo(in_words(found))
    if other := elsewhere(Settings.from_env()):
        typer.echo(other)


def clear(
    *,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask for confirmation")] = False,
    quarantine: Annotated[
        bool | None,
        typer.Option(
            "--quarantine/--keep-quarantine",
            help="Delete the rejected rows that wait, or keep them",
        ),
    ] = None,
) -> None:
    """Remove everything that was loaded. Says first what would be lost, and asks."""
    settings = Settings.from_env()
    with sentences(), waiting() as progress, open_store(settings, progress) as store:
        found = store.contents()
    waits = WaitingRows.below(settings.home)
    lost = [in_words(found), *([DESK_TOO] if on_desk(settings.home) else [])]
    question = "\n".join([*lost, "All of it would be lost. Remove it?"])
    if not yes and not typer.confirm(question):
        typer.echo("Nothing was removed.")
        raise typer.Exit(1)
    if waits.loads and quarantine is None and not yes:
        quarantine = typer.confirm(f"{waits.in_words()}\nDelete them too?")
    with sentences(), waiting() as progress, open_store(settings, progress) as store:
        keep_empty(settings.home)  # first: where that cannot be written, nothing is removed
        store.clear()
        shutil.rmtree(settings.home / TEXTS, ignore_errors=True)
        of_desk = clear_desk(settings.home)
        if quarantine:
            waits.delete()
        files = _empty_files(settings, store.contents())
    typer.echo(
        "The store is empty, and stays so: the samples are not loaded again by themselves."
    )
    if of_desk:
        typer.echo(DESK_REMOVED)
    typer.echo(files)
    if waits.loads:
        typer.echo("The rejected rows are deleted." if quarantine else waits.in_words())
    if other := elsewhere(settings):
        typer.echo(other)


def _empty_files(settings: Settings, found: Contents) -> str:
    """Remove the server's files where they are ours alone, and say what may be left."""
    if settings.neo4j_uri is None and not found.foreign:
        server.empty_managed(settings.home)
        return FILES_REMOVED
    return FILES_OF_OTHERS


DESK_TOO = "Beside it are notes, watched questions or open forms of those who work here."
DESK_REMOVED = "The notes, the watched questions and the open forms are removed as well."
FILES_REMOVED = (
    "The files of the server are removed as well; the disk may keep parts of them until it "
    "writes over them, and so may backups (docs/safety.md)."
)
FILES_OF_OTHERS = (
    "The files of the server may hold names until it writes over them, and so may its logs and "
    "backups: it is not ours alone, so ask its administrator (docs/safety.md)."
)


def in_words(found: Contents) -> str:
    """Say what is in the store."""
    if found.empty:
        lines = ["The store is empty."]
    else:
        sets = "; ".join(f"{title} ({id_})" for id_, title in found.datasets)
        counts = ", ".join(f"{n:,} {label}" for label, n in found.counts.items() if n)
        lines = [f"The store holds {counts}.", f"Data sets: {sets or 'none'}."]
    if found.unfinished:
        lines.append("A load was broken off; load the same again, and it is whole.")
    if found.foreign:
        lines.append(f"Beside it are {found.foreign:,} nodes that are not Kinthread's.")
    return "\n".join(lines)


def graph_hash() -> None:
    """Print the hash of all claims, sources, people, places, events and kinship."""
    with sentences(), waiting() as progress, open_store(Settings.from_env(), progress) as store:
        typer.echo(store.graph_hash())


def claims(
    person: Annotated[str, typer.Argument(help="Id of a person, an event or a tie")],
) -> None:
    """List the claims about a person, an event or a tie, with their names and standing."""
    with sentences(), waiting() as progress, open_store(Settings.from_env(), progress) as store:
        found = store.claims_naming(person)
        none = "" if found else nothing(store, f"No claim is about {person!r}. {LOOK_FOR_IDS}")
        says = named_ids(store, (), claims=[claim.id for claim in found])
        told = store.background((), {claim.source for claim in found}, ()).sources
    if not found:
        typer.echo(none, err=True)
        raise typer.Exit(1)
    columns = ("says", "claim", "source", "locator", "standing", "words")
    sources = {source.id: source for source in told}
    rows = [(says.marked(claim.id), *_line(claim, sources)) for claim in found]
    print_blocks(Console(), columns, rows)


def _line(claim: Claim, sources: Mapping[str, Source]) -> tuple[str, ...]:
    standing = claim.standing.value
    if claim.retracted_by:
        why = f": {claim.retracted_why}" if claim.retracted_why else ""
        standing += f" by {claim.retracted_by} {claim.retracted_on}{why}".rstrip()
    title = sources[claim.source].title if claim.source in sources else claim.source
    return claim.id, title, passage(claim, sources), standing, claim.words


def retract(
    claim: Annotated[
        str, typer.Argument(help="The claim's name: thing@source:locator", show_default=False)
    ] = "",
    *,
    reason: Annotated[str, typer.Option(help="The reason why it no longer counts")],
    by: Annotated[str, typer.Option(help="The person who decided it")] = "",
    lift_request: Annotated[
        str,
        typer.Option(
            metavar="PERSON",
            help="Lift this person's requests not to be contacted, instead of a claim",
        ),
    ] = "",
) -> None:
    """Mark a claim as retracted. It stays readable; answers no longer rest on it.

    A request not to be contacted keeps its stop. Only --lift-request lifts it, or a withdrawal
    by that person.
    """
    see_reason(reason)
    if bool(claim) == bool(lift_request):
        raise typer.BadParameter("name either a claim, or a person with --lift-request")
    who, on = _decided(by)
    if lift_request:
        _lift(Lift(person=lift_request, on=on, by=who, why=reason))
        return
    settings = Settings.from_env()
    with sentences(), waiting() as progress, open_store(settings, progress) as store:
        carried = recall_lines(Ledger(settings.home), claim)  # first: the folder may refuse
        taken_back = store.retract(claim, by=who, why=reason, on=on)
        derive_calendars(store)
    if taken_back:
        typer.echo(f"{claim} is retracted, by {who} on {on}: {reason}")
        if taken_back.kept_requests:
            typer.echo(keeps_the_stop(taken_back.kept_requests))
        for line in carried:
            typer.echo(line)
    else:
        typer.echo(f"{claim} was retracted before, and stays as it was.")


def restore(
    claim: Annotated[str, typer.Argument(help="The claim's name: thing@source:locator")],
    *,
    reason: Annotated[str, typer.Option(help="The reason why it counts again")],
    by: Annotated[str, typer.Option(help="The person who decided it")] = "",
) -> None:
    """Let a retracted claim count again. The retraction stays readable beside it."""
    see_reason(reason)
    who, on = _decided(by)
    with sentences(), waiting() as progress, open_store(Settings.from_env(), progress) as store:
        restored = store.restore(claim, by=who, why=reason, on=on)
        derive_calendars(store)
    if restored:
        typer.echo(f"{claim} counts again, by {who} on {on}: {reason}")
    else:
        typer.echo(f"{claim} counts already, and stays as it was.")


def _decided(by: str) -> tuple[str, str]:
    """Return who decided something, the user where nobody is named, and today."""
    return by or getpass.getuser(), datetime.now(tz=UTC).date().isoformat()


def _lift(lift: Lift) -> None:
    """Lift the requests of a person, and say on which days the stop stays."""
    with sentences(), waiting() as progress, open_store(Settings.from_env(), progress) as store:
        lifted = store.lift_requests(lift)
        derive_calendars(store)
    typer.echo(
        f"Lifted for {lift.person}, by {lift.by} on {lift.on}: {', '.join(lifted)} "
        f"({lift.why}). From that day on {lift.person} carries the mark that they asked and "
        "that it was taken back, and before it the stop. If nobody ever asked, retract the "
        "claims of the request as well: the stop then goes from every day, and the mark stays."
    )


def derive(*, scheduler: Scheduler = None) -> None:
    """Derive the calendars that a load left undone; every load does this by itself.

    What an older version cut from what it belongs to is mended first.
    """
    with (
        sentences(),
        hands(scheduler) as many,
        waiting() as progress,
        open_store(Settings.from_env(), progress) as store,
    ):
        if store.cut():
            for line in store.mend().in_words()[1:]:
                typer.echo(line)
        derived = derive_calendars(store, progress, hands=many)
        typer.echo(f"{derived:,} calendars derived.")
