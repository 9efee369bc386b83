"""`python -m graph clear | contents | hash | claims | retract`: the store and its claims."""

import getpass
import json
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Annotated

import typer
from rich.console import Console

from graph.briefing.ledger import Ledger
from graph.briefing.recalling import recall_lines
from graph.commands.rows import print_rows
from graph.commands.terminal import see_reason, sentences, waiting
from graph.door import open_store
from graph.model import Claim
from graph.rule.deriving import derive_calendars
from graph.samples import keep_empty
from graph.settings import Settings
from graph.store import Contents


def contents(
    *, as_json: Annotated[bool, typer.Option("--json", help="For programs")] = False
) -> None:
    """Say what is in the store."""
    with sentences(), waiting() as progress, open_store(Settings.from_env(), progress) as store:
        found = store.contents()
    if as_json:
        typer.echo(json.dumps(asdict(found), ensure_ascii=False, indent=1, default=str))
    else:
        typer.echo(in_words(found))


def clear(*, yes: Annotated[bool, typer.Option("--yes", help="Do not ask")] = False) -> None:
    """Remove everything that was loaded. Says first what would be lost, and asks."""
    settings = Settings.from_env()
    with sentences(), waiting() as progress, open_store(settings, progress) as store:
        found = store.contents()
    with sentences(), open_store(settings) as store:
        question = f"{in_words(found)}\nAll of it would be lost. Remove it?"
        if not yes and not typer.confirm(question):
            typer.echo("Nothing was removed.")
            raise typer.Exit(1)
        store.clear()
        keep_empty(settings.home)
    typer.echo(
        "The store is empty, and stays so: the samples are not loaded again by themselves."
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
    if not found:
        typer.echo(f"No claim is about {person!r}; `python -m graph left` lists the children.")
        raise typer.Exit(1)
    columns = ("claim", "source", "locator", "standing", "words")
    print_rows(Console(), columns, list(map(_line, found)))


def _line(claim: Claim) -> tuple[str, ...]:
    standing = claim.standing.value
    if claim.retracted_by:
        why = f": {claim.retracted_why}" if claim.retracted_why else ""
        standing += f" by {claim.retracted_by} {claim.retracted_on}{why}".rstrip()
    return claim.id, claim.source, claim.locator, standing, claim.words


def retract(
    claim: Annotated[str, typer.Argument(help="The claim's name: thing@source:locator")],
    reason: Annotated[str, typer.Option(help="Why it does not count any more")],
    by: Annotated[str, typer.Option(help="Who says so")] = "",
) -> None:
    """Mark a claim as retracted. It stays readable; answers no longer rest on it."""
    see_reason(reason)
    who = by or getpass.getuser()
    on = datetime.now(tz=UTC).date().isoformat()
    with sentences(), waiting() as progress, open_store(Settings.from_env(), progress) as store:
        taken_back = store.retract(claim, by=who, why=reason, on=on)
        derive_calendars(store)
    if taken_back:
        typer.echo(f"{claim} is retracted, by {who} on {on}: {reason}")
        for line in recall_lines(Ledger(Settings.from_env().home), claim):
            typer.echo(line)
    else:
        typer.echo(f"{claim} was retracted before, and stays as it was.")


def derive() -> None:
    """Derive the calendars that a load left undone; every load does this by itself.

    What an older version cut from what it belongs to is mended first.
    """
    with sentences(), waiting() as progress, open_store(Settings.from_env(), progress) as store:
        if store.cut():
            for line in store.mend().in_words()[1:]:
                typer.echo(line)
        typer.echo(f"{derive_calendars(store, progress):,} calendars derived.")
