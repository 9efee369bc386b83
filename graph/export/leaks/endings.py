"""A name with an ending: "Zulhumars", "Зулхумаре", "Nur5".

Only endings that grammar adds to a name of some length, so that "Ali" stays out of "Alison".
Which word ends so is decided without any name at hand: what is found decides the rest.
"""

import re
from collections.abc import Iterable, Iterator

_SHORTEST = 5
"""Of a name that has an ending; shorter ones with one are other words too often."""
_SHORTEST_LATIN = 6
_ENDINGS = (
    *("s", "ning", "ni"),
    *("نيڭ", "ني", "دين", "غا", "كه", "دا", "ده"),
    *(
        "\u0430",
        "\u0443",
        "\u0435",
        "\u044b",
        "\u0438",
        "\u043e\u043c",
        "\u043e\u0439",
        "\u0435\u0439",
        "\u043d\u0438\u043d",
    ),
)
"""English and German; Uyghur in Latin and Arabic letters; Russian. All folded."""
_NUMBERED = re.compile(r"([^\W\d_]{3,})\d{1,4}")


def bent(words: Iterable[str]) -> Iterator[str]:
    """Yield what may be a name of some folded words: each without its ending or number."""
    for word in set(words):
        if word.endswith(_ENDINGS):
            yield from _without(word)
        elif (numbered := _NUMBERED.fullmatch(word)) is not None:
            yield numbered[1]


def _without(word: str) -> Iterator[str]:
    least = _SHORTEST_LATIN if word.isascii() else _SHORTEST
    for ending in _ENDINGS:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= least:
            yield stem
