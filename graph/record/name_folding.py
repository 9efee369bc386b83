"""One name in many spellings and scripts: folded to plain Latin letters, and to its consonants.

This finds a name again. It never decides that two records are one person. Uyghur is written in
Arabic, Cyrillic and Latin letters, and rendered in Chinese. Vowels and q/k, x/h, w/v, f/p/b and
t/d differ most between spellings. So the skeleton drops or joins them. No threshold separates
the same name from a similar one: Turghun and Tursun are closer than many true pairs. The order
of words is kept, since the second is usually the father's name.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache

from umsc import UgMultiScriptConverter

_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003134f]+")
_ARABIC = re.compile(r"[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff]")
_CYRILLIC = re.compile(r"[\u0400-\u052f]")
_APART = re.compile(r"[^0-9a-z]+")
_JOINERS = re.compile(
    "['`\u00b4\u02b9-\u02bf\u05f3\u2018-\u201b\u2032\u0640\u00ad\u034f\u061c\u180b-\u180f"
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\U000e0000-\U000e01ef]"
)
"""Apostrophes and half rings within a word, lengthened lines, and marks that have no width."""
_LETTERS = str.maketrans({"\u0131": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ə": "e"})
_PAIRS = (("gh", "g"), ("kh", "h"), ("zh", "j"), ("ch", "c"), ("sh", "s"))
_ALIKE = str.maketrans("qxwptf", "khvbdb")
_VOWELS = re.compile(r"[aeiouy0-9]")
_CONSONANT = re.compile(r"[^aeiouy0-9]")
_DIGITS = re.compile(r"[0-9 ]")
_DOUBLED = re.compile(r"(.)\1+")


def fold(text: str) -> str:
    """Return a name in small Latin letters, its words parted by one blank.

    "مېھرىبان قادىر" is "mehriban qadir", "米日班·卡德尔" is "miriban kadeer". Letters of a
    script that is not known here are left out; what holds no other letter is "".
    """
    text = unicodedata.normalize("NFKC", _JOINERS.sub("", text))
    text = _HAN.sub(_pinyin, text)
    if _ARABIC.search(text):
        text = _from_script("UAS")(text)
    if _CYRILLIC.search(text):
        text = _from_script("UCS")(text)
    plain = unicodedata.normalize("NFKD", text.casefold()).translate(_LETTERS)
    plain = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return " ".join(_APART.sub(" ", _JOINERS.sub("", plain)).split())


def _pinyin(found: re.Match[str]) -> str:
    """Return a run of Chinese signs as one word, parted from the text beside it."""
    return f" {''.join(syllables(found.group()))} "


def syllables(chinese: str) -> list[str]:
    """Return how Chinese signs are read, a word each; other letters stay as they are."""
    from pypinyin import lazy_pinyin  # noqa: PLC0415 - its dictionaries take half a second

    return list(lazy_pinyin(chinese))


def readings(text: str) -> tuple[str, ...]:
    """Return how a name may be read in Latin letters: folded, and if Chinese as it is heard.

    A Chinese rendering has x for the sh of a name, q for its ch, and zh for its z.
    """
    folded = fold(text)
    if not _HAN.search(text):
        return (folded,)
    heard = folded.replace("x", "sh").replace("q", "ch").replace("zh", "z")
    return (folded,) if heard == folded else (folded, heard)


@cache
def _from_script(script: str) -> Callable[[str], str]:
    """Return what puts Uyghur in Arabic (UAS) or Cyrillic (UCS) letters into Latin ones."""
    convert: Callable[[str], str] = UgMultiScriptConverter(script, "ULS")
    return convert


def skeleton(folded: str) -> str:
    """Return the consonants of a folded word, those that spellings exchange made one.

    Of a word that has none its vowels, so that "Aya" and "Aia" are compared at all.
    """
    for pair, one in _PAIRS:
        folded = folded.replace(pair, one)
    alike = _VOWELS.sub("", folded.translate(_ALIKE)).replace(" ", "")
    return _DOUBLED.sub(r"\1", alike or _DIGITS.sub("", folded).replace("y", "i"))


def sounds(name: str) -> Iterator[tuple[str, ...]]:
    """Yield the consonants of each word of a name, once for each reading.

    A word of vowels alone is in one of two, and left out of the other: spellings differ there
    most. A name of no known letters gives nothing.
    """
    for read in filter(None, readings(name)):
        every = tuple(sound for word in read.split() if (sound := skeleton(word)))
        yield from dict.fromkeys((every, tuple(filter(_CONSONANT.search, every)) or every))


def sound_alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Return whether the shorter of two names is the beginning of the longer one."""
    length = min(len(one), len(other))
    return one[:length] == other[:length]
