"""Slips in the names of months and seasons: "Feburary" is read where nothing else is near."""

import re
from difflib import SequenceMatcher
from functools import cache, lru_cache
from typing import Final

from graph.record.plain_dates import months

SLIP: Final = "a name with a slip"
_SEASONS: Final = ("spring", "summer", "autumn", "winter")
_SHORTEST: Final = 5
_NEAR: Final = 0.8
_APART: Final = 0.1


@cache
def _known() -> dict[str, tuple[str, ...]]:
    """Return the names of each month and season, by the one that is written for it."""
    names: dict[int, list[str]] = {}
    for name, number in months().items():
        if len(name) >= _SHORTEST - 1 and name.isascii():
            names.setdefault(number, []).append(name)
    by_name = {each[0]: tuple(each) for each in names.values()}
    return by_name | {season: (season,) for season in _SEASONS}


def mended(said: str) -> str:
    """Return words with one name of a month or season mended; "" where none is near."""
    for word in re.findall(r"[^\W\d_]+", said):
        if near := _meant(word.lower()):
            return re.sub(rf"\b{word}\b", near, said, count=1)
    return ""


@lru_cache(maxsize=2_000)
def _meant(word: str) -> str:
    """Return the one name that a word is a slip of; "" for a name, and where two are near."""
    if len(word) < _SHORTEST or not word.isascii():
        return ""
    near = sorted(
        (max(_likeness(word, name) for name in names), one) for one, names in _known().items()
    )
    (second, _), (most, meant) = near[-2:]
    return meant if _NEAR <= most < 1 and most - second > _APART else ""


def _likeness(word: str, name: str) -> float:
    if abs(len(word) - len(name)) > 2 or word[0] != name[0]:  # noqa: PLR2004  slips are short
        return 0
    return SequenceMatcher(None, word, name).ratio()
