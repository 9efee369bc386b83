"""Stored text, made ready for display; the stored text stays as it was."""

_TURNING: dict[int, str | None] = dict.fromkeys(
    [*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C]
)
_LINE_ENDS: dict[int, str | None] = dict.fromkeys([0x2028, 0x2029], " ")
"""They would break a line of a script or a file in which a name is."""
_CHANGED = _TURNING | _LINE_ENDS


def shown(text: str) -> str:
    """Return a text as it may be shown: marks that turn the direction of what follows go.

    The separators of lines and paragraphs become spaces. Marks that join or part letters
    (U+200C, U+200D) stay: names are spelt with them.
    """
    return text if text.isascii() else text.translate(_CHANGED)
