"""Titles of sources that may be said: none that may name somebody, in any form.

A title is free text in any language, and names are bent in it: "Zulhumars Geschichte". So a
title is kept back as soon as one of its words begins as a name does. That also keeps back some
titles that name nobody. Such a source is called by its kind.
"""

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator

from graph.export.leaks.spellings import is_chinese, place_words, spellings
from graph.export.leaks.stopwords import common
from graph.export.leaks.term_index import words
from graph.record.model import Records
from graph.record.vocabulary import PersonKind

_SHORTEST = 3
_SHORTEST_CHINESE = 2
_LETTERS = re.compile(r"[^\W\d_]+(?:[^\w\s]?[^\W\d_]+)*")
"""A word, whatever joins its parts: a hyphen, an apostrophe, a dot."""
_DIGIT_IN_WORD = re.compile(r"[^\W\d_]\d|\d[^\W\d_]")
_NUMBERS = re.compile(r"\d+")
_LONGEST_NUMBER = 4
_DAY_OF = re.compile(r"(?<!\d)\d{1,2}(?!\d)")
"""A number that may be the day of a month; a title with one and a year is kept back."""


class Titles:
    """What the names of people and of places that are too exact begin with."""

    def __init__(self, records: Records, allowed: Iterable[str]) -> None:
        """Read every spelling in some records.

        Args:
            records: everything that was gathered, whatever the consent.
            allowed: names of places that may be read, unless somebody is called so.
        """
        self._parts: set[str] = set()
        self._chinese: set[str] = set()
        spared = {word for name in allowed for word in words(name)}
        for name in _people(records):
            self._add(name, place_words(name, spared))
        for place in records.places:
            for name in (place.name, *place.aliases):
                self._add(name, spared)

    def _add(self, name: str, spared: Collection[str]) -> None:
        for word in _parts(name):
            if word not in common() and word not in spared and len(word) >= _SHORTEST:
                self._parts.add(word)
        self._chinese |= set(_chinese_parts(name))

    def may_name(self, title: str) -> bool:
        """Return whether a title may name somebody, some place, or a day."""
        return (
            _is_dated(title)
            or any(_is_mixed(word) for word in _LETTERS.findall(title))
            or any(part in title for part in self._chinese)
            or any(self._begins(word) for word in (*words(title), *_joined(title)))
        )

    def _begins(self, word: str) -> bool:
        return any(word[:end] in self._parts for end in range(_SHORTEST, len(word) + 1))


def _people(records: Records) -> Iterator[str]:
    for claim in records.people:
        if claim.kind is not PersonKind.ORGANISATION:
            yield from (claim.name, *claim.other_names)
            yield claim.about


def _parts(name: str) -> Iterator[str]:
    """Yield the words of a name, alone and joined, in the scripts that it may stand in."""
    for spelt in (name, *spellings(name)):
        yield from words(spelt)
        yield from _joined(spelt)


def _joined(text: str) -> Iterator[str]:
    """Yield what hyphens and apostrophes part, as one word: "Zul-humar"."""
    for word in _LETTERS.findall(text):
        yield from words("".join(sign for sign in word if sign.isalpha()))


def _chinese_parts(name: str) -> Iterator[str]:
    """Yield the parts of a Chinese name, between its dots."""
    if is_chinese(name):
        for part in re.findall(r"[^\W\d_]+", name):
            if is_chinese(part) and len(part) >= _SHORTEST_CHINESE:
                yield part


def _is_mixed(word: str) -> bool:
    """Return whether letters of several scripts stand in one word, as in a forged name."""
    plain = unicodedata.normalize("NFKC", word)
    scripts = {
        unicodedata.name(sign, "?").split()[0]
        for sign in plain
        if unicodedata.category(sign) in ("Lu", "Ll", "Lt", "Lo")
    }
    return len(scripts & {"LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE"}) > 1


def _is_dated(title: str) -> bool:
    """Return whether a title holds a day, a number that may hide one, or "Nur5"."""
    plain = unicodedata.normalize("NFKC", title)
    numbers = _NUMBERS.findall(plain)
    return (
        bool(_DIGIT_IN_WORD.search(plain))
        or any(len(number) > _LONGEST_NUMBER for number in numbers)
        or (len(numbers) > 1 and bool(_DAY_OF.search(plain)))
    )
