"""What commands share of the terminal: sentences for errors, a bar, a reason that is asked."""

import typer

from graph.server.commands import errors_as_sentences as sentences
from graph.server.commands import shown as waiting

UNREADABLE, REFUSED, STOPPED = 2, 3, 4
"""Exit codes beside 0, done, and 1, not done: docs/console.md says what each means."""


def see_reason(reason: str) -> None:
    """See that a reason is given: an empty one is kept for years and says nothing."""
    if not reason.strip():
        typer.echo("--reason is empty: say why; it is kept with who said so.", err=True)
        raise typer.Exit(UNREADABLE)


__all__ = ["REFUSED", "STOPPED", "UNREADABLE", "see_reason", "sentences", "waiting"]
