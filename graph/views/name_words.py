"""Words of names in order, where each is, and which of them sound like another. Pure."""

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from graph.record.name_folding import skeleton

Places = dict[str, "array[int]"]
"""A word, or a skeleton, with the numbers of the spellings that have it."""
ALIKE = 0.55
"""Likeness of consonants below which nothing is a hit: it would rather show too much."""
LOOKED_AT = 400
"""Of what sounds alike, so many are looked at closely."""
_LEAST_CONSONANTS = 2


class NameWords:
    """Words in order, each with its places."""

    def __init__(self, places: Places) -> None:
        """Take words with their places."""
        self.places = places
        self.sorted = sorted(places)

    def having(self, typed: Sequence[str]) -> set[int]:
        """Return the places of every word of the search, or of a word that begins so."""
        matches: set[int] | None = None
        for word in sorted(typed, key=len, reverse=True):
            here = {nth for known in self._beginning(word) for nth in self.places[known]}
            matches = here if matches is None else matches & here
            if not matches:
                return set()
        return matches or set()

    def _beginning(self, start: str) -> Iterator[str]:
        nth = bisect_left(self.sorted, start)
        while nth < len(self.sorted) and self.sorted[nth].startswith(start):
            yield self.sorted[nth]
            nth += 1


def sounds(words: Iterable[str]) -> dict[str, list[str]]:
    """Return the words of each skeleton that is long enough to tell anything."""
    matches: dict[str, list[str]] = {}
    for word in words:
        sound = skeleton(word)
        if len(sound) >= _LEAST_CONSONANTS:
            matches.setdefault(sound, []).append(word)
    return matches


def near(sound: str, known: Sequence[str]) -> list[tuple[str, float, int]]:
    """Return like skeletons, the likest first, each with its likeness and its number."""
    if len(sound) < _LEAST_CONSONANTS:
        return []
    return process.extract(
        sound,
        known,
        scorer=Levenshtein.normalized_similarity,
        score_cutoff=ALIKE,
        limit=LOOKED_AT,
    )
