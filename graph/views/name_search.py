"""Search: people, places and sources by any spelling or script in the store.

Exact matches come first, then names that begin so, then names that sound alike. The ranking
shows too much rather than too little. It never decides that two records are one person. Each
hit has the spelling that it was found by, and how.
"""

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from heapq import nsmallest
from itertools import chain

from rapidfuzz.distance import Levenshtein

from graph.record.name_folding import fold, readings, skeleton
from graph.views.name_words import LOOKED_AT, NameWords, Places, near, sounds

LEAST_LETTERS = 2
NO_DECISION = "The closest spelling first. Two names that are alike may be two people."
_SPELLINGS = 4
PEOPLE = ("person", "group", "organisation")
"""Kinds of entries that are people."""


def nothing_found(typed: str) -> str:
    """Say that a search found nothing, and what else may be tried."""
    if len(typed.replace(" ", "")) < LEAST_LETTERS:
        return "Two letters are needed."
    return (
        "Nothing that is recorded is written, or sounds, like that. Another spelling, only one "
        "of the names, or a description may find it."
    )


class MatchKind(IntEnum):
    """How a spelling was found, the closest first."""

    WRITTEN = 0
    SAME = 1
    BEGINS = 2
    WORDS = 3
    TOLD = 4
    ALIKE = 5


HOW: Mapping[MatchKind, str] = {
    MatchKind.WRITTEN: "written so",
    MatchKind.SAME: "the same in Latin letters",
    MatchKind.BEGINS: "begins so",
    MatchKind.WORDS: "has words that begin so",
    MatchKind.TOLD: "in a description of them",
    MatchKind.ALIKE: "sounds alike",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchEntry:
    """What can be found: a person, a group, an organisation, a place or a source."""

    kind: str
    id: str
    names: tuple[str, ...]
    """The one that is shown first, then all other spellings."""
    notes: tuple[str, ...] = ()
    """What else is said of who or what it is."""
    retracted: tuple[str, ...] = ()
    """Spellings that only a claim has which counts no more."""
    joined_to: str = ""
    """The id of another record of the same person, which names them."""

    @property
    def also(self) -> tuple[str, ...]:
        """Return some other spellings, as many as are shown beside the name."""
        return self.names[1 : _SPELLINGS + 1]

    def with_record(self, other: "SearchEntry") -> "SearchEntry":
        """Return this person with what another record of theirs says."""
        names = tuple(dict.fromkeys((*self.names, *other.names)))
        retracted = dict.fromkeys((*self.retracted, *other.retracted))
        return replace(
            self,
            names=names,
            notes=tuple(dict.fromkeys((*self.notes, *other.notes))),
            retracted=tuple(name for name in retracted if name not in names),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One person, place or source that was found, by its closest spelling."""

    entry: SearchEntry
    how: MatchKind
    spelling: str
    likeness: float = 1.0

    @property
    def by_retracted(self) -> bool:
        """Return whether only a retracted claim has this spelling."""
        return self.spelling in self.entry.retracted

    @property
    def other_spelling(self) -> str:
        """Return the spelling where it is not the name that is shown first; else nothing."""
        return self.spelling if self.spelling != self.entry.names[0] else ""

    @property
    def warning(self) -> str:
        """Say that the spelling counts no more; nothing where it counts."""
        return "only in a claim that was retracted" if self.by_retracted else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The closest hits, and how many more there are."""

    hits: tuple[Hit, ...] = ()
    more: int = 0

    @property
    def namesakes(self) -> tuple[SearchEntry, ...]:
        """Return what is called so, the closest first: no name that is only like it."""
        return tuple(hit.entry for hit in self.hits if hit.how <= MatchKind.WORDS)

    @property
    def closest_namesakes(self) -> tuple[SearchEntry, ...]:
        """Return what is called so as closely as nothing else: an exact name before others."""
        closest = min((hit.how for hit in self.hits), default=MatchKind.ALIKE)
        if closest > MatchKind.WORDS:
            return ()
        return tuple(hit.entry for hit in self.hits if hit.how is closest)


_Rank = tuple[int, float, int, int]
"""How a spelling was found, how unlike it is, how long, its number: the least is closest."""


class Index:
    """All spellings, ready to be searched. Built once for what is recorded; never changed."""

    def __init__(self, entries: Iterable[SearchEntry]) -> None:
        """Take everything that can be found."""
        self.entries: Sequence[SearchEntry] = tuple(entries)
        self._found: Sequence[SearchEntry] = _each_once(self.entries)
        self._texts: list[str] = []
        self._owners = array("L")
        self._read: list[str] = []
        words: Places = {}
        spelled: Places = {}
        whole: Places = {}
        for owner, entry in enumerate(self._found):
            for text in dict.fromkeys((*entry.names, *entry.retracted)):
                for read in readings(text):
                    self._add(owner, text, read, words, whole)
            for word in {word for note in entry.notes for word in fold(note).split()}:
                spelled.setdefault(word, array("L")).append(owner)
        self._words, self._told = NameWords(words), NameWords(spelled)
        self._whole = whole
        self._by_read = sorted(range(len(self._read)), key=self._read.__getitem__)
        self._sorted = [self._read[nth] for nth in self._by_read]
        self._sounds = sounds(self._words.sorted)
        self._whole_keys = list(whole)
        self._sound_keys = list(self._sounds)

    def _add(
        self,
        owner: int,
        text: str,
        read: str,
        words: Places,
        whole: Places,
    ) -> None:
        nth = len(self._read)
        self._texts.append(text)
        self._owners.append(owner)
        self._read.append(read)
        for word in set(read.split()):
            words.setdefault(word, array("L")).append(nth)
        whole.setdefault(skeleton(read), array("L")).append(nth)

    def by_id(self, id_: str) -> SearchEntry:
        """Return a person by id; a place or a source with the same id is left out."""
        every = chain(self._found, self.entries)
        known = next((one for one in every if one.id == id_ and one.kind in PEOPLE), None)
        return known or SearchEntry(kind="person", id=id_, names=(id_,))

    def search(self, typed: str, limit: int = 50) -> Found:
        """Return the closest hits for what was typed; nothing below two letters.

        A person is a hit once, by the closest spelling of all their records. What only sounds
        alike is looked for where fewer are written so, or begin so, than are shown. Time: some
        tens of milliseconds for 100,000 people.
        """
        reads = readings(typed)
        if len(reads[0].replace(" ", "")) < LEAST_LETTERS:
            return Found()
        best: dict[int, _Rank] = {}
        for read in reads:
            _keep(best, self._written(typed, read))
        if len(best) < limit:
            for read in reads:
                _keep(best, self._alike(read))
        ranked = nsmallest(limit, best, key=lambda owner: self._order(owner, best[owner]))
        hits = tuple(self._hit(owner, best[owner], reads[0]) for owner in ranked)
        return Found(hits=hits, more=len(best) - len(hits))

    def _order(self, owner: int, rank: _Rank) -> tuple[_Rank, str, str]:
        entry = self._found[owner]
        return (rank, entry.names[0], entry.id)

    def _hit(self, owner: int, rank: _Rank, read: str) -> Hit:
        how, unlike, _, nth = rank
        entry = self._found[owner]
        spelled = how is MatchKind.TOLD
        spelling = _note(entry, read.split()) if spelled else self._texts[nth]
        return Hit(entry=entry, how=MatchKind(how), spelling=spelling, likeness=-unlike)

    def _written(self, typed: str, read: str) -> Iterator[tuple[int, _Rank]]:
        """Yield the names that are written so, begin so, or are described so."""
        plain = " ".join(typed.casefold().split())
        for nth in self._beginning(read):
            same = self._read[nth] == read
            written = same and " ".join(self._texts[nth].casefold().split()) == plain
            how = MatchKind.WRITTEN if written else MatchKind.SAME if same else MatchKind.BEGINS
            yield self._ranked(nth, how, 1.0)
        words = read.split()
        for nth in self._words.having(words):
            yield self._ranked(nth, MatchKind.WORDS, 1.0)
        for owner in self._told.having(words):
            yield owner, (MatchKind.TOLD, -1.0, 0, -1)

    def _ranked(self, nth: int, how: MatchKind, likeness: float) -> tuple[int, _Rank]:
        return self._owners[nth], (how, -likeness, len(self._texts[nth]), nth)

    def _beginning(self, read: str) -> Iterator[int]:
        """Yield the spellings that begin with these letters."""
        nth = bisect_left(self._sorted, read)
        while nth < len(self._sorted) and self._sorted[nth].startswith(read):
            yield self._by_read[nth]
            nth += 1

    def _alike(self, read: str) -> Iterator[tuple[int, _Rank]]:
        """Yield who has a spelling of like consonants; the likest are compared by letters."""
        found: dict[int, float] = {}
        for nth, likeness in (*self._alike_words(read.split()), *self._alike_whole(read)):
            found[nth] = max(likeness, found.get(nth, 0.0))
        likest = sorted(found, key=lambda nth: (-found[nth], nth))
        for place, nth in enumerate(likest):
            letters = (
                Levenshtein.normalized_similarity(read, self._read[nth])
                if place < LOOKED_AT
                else 0.0
            )
            yield self._ranked(nth, MatchKind.ALIKE, 0.7 * found[nth] + 0.3 * letters)

    def _alike_words(self, typed: Sequence[str]) -> Iterator[tuple[int, float]]:
        """Yield spellings each of whose words that was asked for has a like one."""
        summed: dict[int, float] = {}
        for count, word in enumerate(typed):
            best: dict[int, float] = {}
            for sound, likeness, _ in near(skeleton(word), self._sound_keys):
                for known in self._sounds[sound]:
                    for nth in self._words.places[known]:
                        best[nth] = max(likeness, best.get(nth, 0.0))
            summed = {
                nth: likeness + summed.get(nth, 0.0)
                for nth, likeness in best.items()
                if not count or nth in summed
            }
        for nth, likeness in summed.items():
            yield nth, likeness / len(typed)

    def _alike_whole(self, read: str) -> Iterator[tuple[int, float]]:
        """Yield spellings that are alike as a whole, wherever their words are parted."""
        for sound, likeness, _ in near(skeleton(read), self._whole_keys):
            for nth in self._whole[sound]:
                yield nth, likeness


def _each_once(entries: Iterable[SearchEntry]) -> tuple[SearchEntry, ...]:
    """Return each person once, with what all their records say."""
    found: dict[tuple[str, str], SearchEntry] = {}
    for entry in sorted(entries, key=lambda one: one.joined_to != ""):
        kind = "person" if entry.kind in PEOPLE else entry.kind
        key = (kind, entry.joined_to or entry.id)
        found[key] = found[key].with_record(entry) if key in found else entry
    return tuple(found.values())


def _note(entry: SearchEntry, typed: Sequence[str]) -> str:
    """Return the note that holds most of what was asked for."""
    return max(
        entry.notes,
        key=lambda note: sum(
            any(word.startswith(one) for word in fold(note).split()) for one in typed
        ),
    )


def _keep(best: dict[int, _Rank], found: Iterable[tuple[int, _Rank]]) -> None:
    """Keep of each entry that was found the closest spelling."""
    for owner, rank in found:
        if owner not in best or rank < best[owner]:
            best[owner] = rank
