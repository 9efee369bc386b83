"""The word lists of the guard, from files beside it: a word or more a line."""

from pathlib import Path

_LISTS = Path(__file__).parent / "lists"


def words(name: str) -> frozenset[str]:
    """Return the words of a list; lines that begin with # say what it is."""
    lines = (_LISTS / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(w for line in lines if not line.startswith("#") for w in line.split())
