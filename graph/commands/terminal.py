"""Parts that commands share: sentences for errors, a progress bar, a question for a reason."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from typing import Annotated

import typer

from graph.commands.server_command import errors_as_sentences
from graph.commands.server_command import shown as waiting
from graph.errors import UnknownPerson
from graph.settings import Settings
from graph.store.cluster import cluster
from graph.store.hands import Hands, cores
from graph.store.opening import elsewhere
from graph.views.held_names import NamesStore, state
from graph.words.wording import EMPTY

UNREADABLE, REFUSED, STOPPED = 2, 3, 4
"""Exit codes beside 0, done, and 1, not done: docs/console.md says what each means."""

Scheduler = Annotated[
    str | None,
    typer.Option(
        "--scheduler",
        metavar="ADDRESS",
        help="A Dask cluster that works out the calendars, not the cores of this machine",
    ),
]


LOOK_FOR_IDS = "`python -m graph search NAME` shows the ids of a name."


@contextmanager
def sentences() -> Iterator[None]:
    """End the command with a sentence and code 1 where something can be mended.

    Where an id names nobody, the sentence says how ids are looked for.
    """
    with errors_as_sentences():
        try:
            yield
        except UnknownPerson as error:
            raise UnknownPerson(f"{error}. {LOOK_FOR_IDS}") from error


@contextmanager
def hands(scheduler: str | None = None) -> Iterator[Hands]:
    """Use the cluster of a scheduler, or the cores of this machine.

    Raises:
        ClusterUnavailable: its package is not installed, or no scheduler answers there.
    """
    if scheduler is None:
        yield cores(_warn)
        return
    with cluster(scheduler, _warn) as found:
        yield found


def _warn(sentence: str) -> None:
    typer.echo(sentence, err=True)


def nothing(store: NamesStore, otherwise: str) -> str:
    """Return the sentence where an answer has no rows: the store is empty, or `otherwise`."""
    said = (
        otherwise if state(store).claims else f"{EMPTY} `python -m ingest FOLDER` loads tables."
    )
    return "\n".join(one for one in (said, elsewhere(Settings.from_env())) if one)


def see_reason(reason: str) -> None:
    """See that a reason is given: an empty one is kept for years and says nothing."""
    if not reason.strip():
        typer.echo("--reason is empty: say why; it is kept with who said so.", err=True)
        raise typer.Exit(UNREADABLE)


def see_environment() -> None:
    """See that the settings can be read, and warn where names go over a network in clear.

    From then on what is no text is printed by its bytes, and not as a traceback.

    Raises:
        BadEnvironment: they cannot be read.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    if warning := Settings.from_env().warning:
        typer.echo(warning, err=True)


__all__ = [
    "LOOK_FOR_IDS",
    "REFUSED",
    "STOPPED",
    "UNREADABLE",
    "Scheduler",
    "hands",
    "nothing",
    "see_environment",
    "see_reason",
    "sentences",
    "waiting",
]
