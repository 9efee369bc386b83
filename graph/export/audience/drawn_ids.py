"""Ids that are drawn for one export, and other text that is in a file by chance.

A drawn id is a digit and then consonants. In no format does it read as a name, a day or a year.
Ids that other programs draw (a UUID, the hash of a file) are never searched as words.
"""

import re

_DIGITS = "23456789"
_CONSONANTS = "bcdfghjklmnpqrst"
"""Sixteen, so that each is half a byte; no v, w or x, because days are written with them."""
DRAWN = rf"[{_DIGITS}][{_CONSONANTS}]+"
"""What `drawn` may give, as a pattern; a mark of it may be in capitals."""
_DIGIT = bytes(ord(_DIGITS[number % len(_DIGITS)]) for number in range(256))
_CONSONANT = bytes(ord(_CONSONANTS[number % len(_CONSONANTS)]) for number in range(256))
_BASE_16 = re.compile(
    r"(?<![^\W_])x?[0-9a-f]{8}(?:[0-9a-f]{16}(?:[0-9a-f]{40})?|(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})"
    r"(?![^\W_])"
)
"""A hash of one of two lengths, or a UUID."""
_BASE_64 = re.compile(r"(?<![\w+/])[\w+/]{22}==|(?<=sha256-)[\w+/]{43}=")
"""The hash of a PDF, or of a script on a page."""


def drawn(chance: bytes, length: int) -> str:
    """Return an id of some signs, made of as many bytes that are drawn."""
    return (chance[:1].translate(_DIGIT) + chance[1:length].translate(_CONSONANT)).decode()


def without_chance(text: str) -> str:
    """Return a text with a blank in the place of each hash and UUID."""
    plain = _BASE_16.sub(" ", text)
    return _BASE_64.sub(" ", plain) if "=" in plain else plain
