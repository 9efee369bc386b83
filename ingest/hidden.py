"""List the rows and columns of a workbook that are hidden, as by a filter."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

_MOST_NAMED: Final = 12
"""Rows that a sentence can list."""


@dataclass(slots=True)
class Hidden:
    """The hidden rows and columns of one sheet in which a cell is filled."""

    rows: list[int] = field(default_factory=list)
    columns: set[int] = field(default_factory=set)
    _ranges: list[range] = field(default_factory=list)

    def column(self, attributes: Mapping[str, str]) -> None:
        """Take in columns as the sheet describes them."""
        first, last = attributes.get("min", ""), attributes.get("max", "")
        if is_hidden(attributes, "width") and first.isdecimal() and last.isdecimal():
            self._ranges.append(range(int(first) - 1, int(last)))

    def filled(self, number: int, cells: Iterable[int], *, unseen: bool) -> None:
        """Take in a row with the places of its filled cells."""
        if unseen:
            self.rows.append(number)
        if self._ranges:
            self.columns.update(at for at in cells if any(at in one for one in self._ranges))

    def sentences(self) -> list[str]:
        """Say what was read though nobody sees it."""
        letters = [letters_of(at) for at in sorted(self.columns)]
        rows = [str(row) for row in self.rows]
        return [
            f"hidden {_named(word, names)} read like the others: delete what is not meant "
            "before loading, or retract it"
            for word, names in (("row", rows), ("column", letters))
            if names
        ]


def is_hidden(attributes: Mapping[str, str], size: str) -> bool:
    """Return whether a row or a column is hidden, or has no height or width."""
    return attributes.get("hidden") in {"1", "true"} or attributes.get(size) in {"0", "0.0"}


def letters_of(at: int) -> str:
    """Return the letters of a column: 0 is A, 26 is AA."""
    letters = ""
    number = at + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _named(word: str, names: list[str]) -> str:
    """Say which: `rows 5, 7 were`, the first of them where there are many."""
    shown = ", ".join(names[:_MOST_NAMED])
    more = f" and {len(names) - _MOST_NAMED:,} more" if len(names) > _MOST_NAMED else ""
    return f"{word} {shown} was" if len(names) == 1 else f"{word}s {shown}{more} were"
