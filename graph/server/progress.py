"""Reports of progress from long work to its caller."""

from collections.abc import Callable

Progress = Callable[[str, int, int], None]
"""Called with what is going on, how much of it is done and how much there is (0: not known)."""


def silent(_doing: str, _done: int, _total: int) -> None:
    """Report to nobody."""
