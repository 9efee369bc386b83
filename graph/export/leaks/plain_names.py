"""A name as it is compared: letters that nobody sees make no other name of it."""

import unicodedata

_NOT_SEEN = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\ufe0e\ufe0f")
"""Letters and marks that show nothing, and are neither controls nor spaces."""


def plain_name(name: str) -> str:
    """Return a name without case, spaces and what is not seen."""
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())
    return "".join(
        letter
        for letter in folded
        if unicodedata.category(letter)[0] not in "CZ" and letter not in _NOT_SEEN
    )
