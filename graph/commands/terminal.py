"""What commands share of the terminal: sentences for errors, a bar for long work."""

from graph.server.commands import errors_as_sentences as sentences
from graph.server.commands import shown as waiting

__all__ = ["sentences", "waiting"]
