"""Parts that commands share: sentences for errors, a progress bar, a question for a reason."""

import sys
from io import TextIOWrapper

import typer

from graph.commands.server_command import errors_as_sentences as sentences
from graph.commands.server_command import shown as waiting
from graph.settings import Settings

UNREADABLE, REFUSED, STOPPED = 2, 3, 4
"""Exit codes beside 0, done, and 1, not done: docs/console.md says what each means."""


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
    "REFUSED",
    "STOPPED",
    "UNREADABLE",
    "see_environment",
    "see_reason",
    "sentences",
    "waiting",
]
