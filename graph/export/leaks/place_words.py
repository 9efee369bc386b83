"""The words of a person's name that say where somebody is: "relatives in Turkey"."""

import re
from collections.abc import Iterable

from graph.export.leaks.term_index import words

_WHERE = re.compile(r"\b(?:in|at|from|near|outside)\s+(?:the\s+)?([^,;()]+)")


def place_words(name: str, allowed: Iterable[str]) -> frozenset[str]:
    """Return the words in a name that only name an allowed place; of "Altay Emet", none.

    Args:
        name: of a person or a group.
        allowed: folded words of the places that may be read.
    """
    said = {word for place in _WHERE.findall(name) for word in words(place)}
    return frozenset(said & set(allowed))
