"""How long work tells whoever waits how far it is."""

from collections.abc import Callable

Progress = Callable[[str, int, int], None]
"""Called with what is going on, how much of it is done and how much there is (0: not known)."""


def silent(_doing: str, _done: int, _total: int) -> None:
    """Tell nobody."""
