"""Search: people, places and sources by any spelling or script that is held of them.

Whatever is written as it was asked for comes first, then what begins so, then what sounds
alike: a ranking that would rather show too much, and never a decision that two are one.
Each hit says which spelling it was found by, and how.
"""

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from graph.names import fold, readings, skeleton

LEAST_LETTERS = 2
ALIKE = 0.55
"""Likeness of consonants below which nothing is a hit."""
_PEOPLE = ("person", "group", "organisation")
_LEAST_CONSONANTS = 2
_Places = dict[str, "array[int]"]
"""A word, or a skeleton, with the numbers of the spellings in which it stands."""
_LOOKED_AT = 400
"""Spellings that sound alike and are compared letter by letter."""


class How(IntEnum):
    """How a spelling was found, the closest first."""

    WRITTEN = 0
    SAME = 1
    BEGINS = 2
    WORDS = 3
    TOLD = 4
    ALIKE = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What can be found: a person, a group, an organisation, a place or a source."""

    kind: str
    id: str
    names: tuple[str, ...]
    """The one that is shown first, then all other spellings."""
    notes: tuple[str, ...] = ()
    """What else is said of who or what it is."""
    retracted: tuple[str, ...] = ()
    """Spellings that only a claim has which counts no more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One entry that was found, by its closest spelling."""

    entry: Entry
    how: How
    spelling: str
    likeness: float = 1.0

    @property
    def by_retracted(self) -> bool:
        """Tell whether only a retracted claim has this spelling."""
        return self.spelling in self.entry.retracted


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The closest hits, and how many more there are."""

    hits: tuple[Hit, ...] = ()
    more: int = 0


class Index:
    """All spellings, ready to be searched. Built once for what is recorded; never changed."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        """Take everything that can be found."""
        self.entries: Sequence[Entry] = tuple(entries)
        self._texts: list[str] = []
        self._owners = array("L")
        self._read: list[str] = []
        words: _Places = {}
        told: _Places = {}
        whole: _Places = {}
        for owner, entry in enumerate(self.entries):
            for text in dict.fromkeys((*entry.names, *entry.retracted)):
                for read in readings(text):
                    self._add(owner, text, read, words, whole)
            for word in {word for note in entry.notes for word in fold(note).split()}:
                told.setdefault(word, array("L")).append(owner)
        self._words, self._told = _Words(words), _Words(told)
        self._whole = whole
        self._by_read = sorted(range(len(self._read)), key=self._read.__getitem__)
        self._sorted = [self._read[nth] for nth in self._by_read]
        self._sounds = _sounds(self._words.sorted)
        self._whole_keys = list(whole)
        self._sound_keys = list(self._sounds)

    def _add(
        self,
        owner: int,
        text: str,
        read: str,
        words: _Places,
        whole: _Places,
    ) -> None:
        nth = len(self._read)
        self._texts.append(text)
        self._owners.append(owner)
        self._read.append(read)
        for word in set(read.split()):
            words.setdefault(word, array("L")).append(nth)
        whole.setdefault(skeleton(read), array("L")).append(nth)

    def by_id(self, id_: str) -> Entry:
        """Return a person by id; of a place or a source that shares it nothing is told."""
        known = next(
            (one for one in self.entries if one.id == id_ and one.kind in _PEOPLE), None
        )
        return known or Entry(kind="person", id=id_, names=(id_,))

    def search(self, asked: str, limit: int = 50) -> Found:
        """Return the closest hits for what was typed; nothing below two letters.

        An entry is a hit once, by its closest spelling. Time: some tens of milliseconds for
        100,000 people.
        """
        reads = readings(asked)
        if len(reads[0].replace(" ", "")) < LEAST_LETTERS:
            return Found()
        best: dict[int, Hit] = {}
        for read in reads:
            for hit_owner, hit in self._hits(asked, read):
                known = best.get(hit_owner)
                if known is None or _closeness(hit) < _closeness(known):
                    best[hit_owner] = hit
        ranked = sorted(best.values(), key=_closeness)
        return Found(hits=tuple(ranked[:limit]), more=max(0, len(ranked) - limit))

    def _hits(self, asked: str, read: str) -> Iterator[tuple[int, Hit]]:
        """Yield hits, the closest way of each first; an entry may come more than once."""
        plain = " ".join(asked.casefold().split())
        for nth in self._beginning(read):
            same = self._read[nth] == read
            written = same and " ".join(self._texts[nth].casefold().split()) == plain
            how = How.WRITTEN if written else How.SAME if same else How.BEGINS
            yield self._hit(nth, how, 1.0)
        asked_words = read.split()
        for nth in self._words.having(asked_words):
            yield self._hit(nth, How.WORDS, 1.0)
        for owner in self._told.having(asked_words):
            entry = self.entries[owner]
            yield owner, Hit(entry=entry, how=How.TOLD, spelling=_note(entry, asked_words))
        for nth, likeness in self._sounding(read, asked_words):
            yield self._hit(nth, How.ALIKE, likeness)

    def _hit(self, nth: int, how: How, likeness: float) -> tuple[int, Hit]:
        owner = self._owners[nth]
        found = Hit(
            entry=self.entries[owner], how=how, spelling=self._texts[nth], likeness=likeness
        )
        return owner, found

    def _beginning(self, read: str) -> Iterator[int]:
        """Yield the spellings that begin with these letters."""
        nth = bisect_left(self._sorted, read)
        while nth < len(self._sorted) and self._sorted[nth].startswith(read):
            yield self._by_read[nth]
            nth += 1

    def _sounding(self, read: str, asked: Sequence[str]) -> Iterator[tuple[int, float]]:
        """Yield spellings of like consonants with how like they are, the likest only."""
        found: dict[int, float] = {}
        for nth, likeness in (*self._alike_words(asked), *self._alike_whole(read)):
            found[nth] = max(likeness, found.get(nth, 0.0))
        likest = sorted(found, key=lambda nth: (-found[nth], nth))
        for place, nth in enumerate(likest):
            letters = (
                Levenshtein.normalized_similarity(read, self._read[nth])
                if place < _LOOKED_AT
                else 0.0
            )
            yield nth, 0.7 * found[nth] + 0.3 * letters

    def _alike_words(self, asked: Sequence[str]) -> Iterator[tuple[int, float]]:
        """Yield spellings each of whose words that was asked for has a like one."""
        summed: dict[int, float] = {}
        for count, word in enumerate(asked):
            best: dict[int, float] = {}
            for sound, likeness, _ in self._near(skeleton(word), self._sound_keys):
                for known in self._sounds[sound]:
                    for nth in self._words.postings[known]:
                        best[nth] = max(likeness, best.get(nth, 0.0))
            summed = {
                nth: likeness + summed.get(nth, 0.0)
                for nth, likeness in best.items()
                if not count or nth in summed
            }
        for nth, likeness in summed.items():
            yield nth, likeness / len(asked)

    def _alike_whole(self, read: str) -> Iterator[tuple[int, float]]:
        """Yield spellings that are alike as a whole, wherever their words are parted."""
        for sound, likeness, _ in self._near(skeleton(read), self._whole_keys):
            for nth in self._whole[sound]:
                yield nth, likeness

    def _near(self, sound: str, known: list[str]) -> list[tuple[str, float, int]]:
        if len(sound) < _LEAST_CONSONANTS:
            return []
        return process.extract(
            sound,
            known,
            scorer=Levenshtein.normalized_similarity,
            score_cutoff=ALIKE,
            limit=_LOOKED_AT,
        )


class _Words:
    """Words in order, each with where it stands."""

    def __init__(self, postings: _Places) -> None:
        self.postings = postings
        self.sorted = sorted(postings)

    def having(self, asked: Sequence[str]) -> set[int]:
        """Return where every word that was asked for stands, or a word that begins so."""
        found: set[int] | None = None
        for word in sorted(asked, key=len, reverse=True):
            here = {nth for known in self._beginning(word) for nth in self.postings[known]}
            found = here if found is None else found & here
            if not found:
                return set()
        return found or set()

    def _beginning(self, start: str) -> Iterator[str]:
        nth = bisect_left(self.sorted, start)
        while nth < len(self.sorted) and self.sorted[nth].startswith(start):
            yield self.sorted[nth]
            nth += 1


def _sounds(words: Iterable[str]) -> dict[str, list[str]]:
    """Return the words of each skeleton that is long enough to tell anything."""
    found: dict[str, list[str]] = {}
    for word in words:
        sound = skeleton(word)
        if len(sound) >= _LEAST_CONSONANTS:
            found.setdefault(sound, []).append(word)
    return found


def _note(entry: Entry, asked: Sequence[str]) -> str:
    """Return the note that holds most of what was asked for."""
    return max(
        entry.notes,
        key=lambda note: sum(
            any(word.startswith(one) for word in fold(note).split()) for one in asked
        ),
    )


def _closeness(hit: Hit) -> tuple[int, float, int, str, str]:
    return (hit.how, -hit.likeness, len(hit.spelling), hit.entry.names[0], hit.entry.id)
