"""A row of an answer as a sentence, in the words that the header of its question gives."""

import re
from collections.abc import Callable, Iterator, Sequence

from graph.pages.kit.sheet_blocks import Block, part

_PIECES = re.compile(r"\[([^\[\]]*)\]|([^\[\]]+)")
_COLUMN = re.compile(r"\{(\w+)\}")


def said_columns(says: str) -> list[str]:
    """Return the columns that a sentence names, in its order."""
    return _COLUMN.findall(says)


def sentence_parts(says: str, put: Callable[[str], Sequence[Block]]) -> Iterator[Block]:
    """Yield the parts of a sentence.

    Args:
        says: the words, with columns in braces; what is in brackets is left out where one
            of its columns is empty.
        put: returns the parts of a column; none where the row has nothing there.
    """
    for optional, always in _PIECES.findall(says):
        filled = {name: put(name) for name in said_columns(optional or always)}
        if optional and not all(filled.values()):
            continue
        for nth, piece in enumerate(_COLUMN.split(optional or always)):
            if nth % 2:
                yield from filled[piece]
            elif piece:
                yield part(piece)
