"""Arabic letters in the forms that they take in a word, so that they can be measured.

A font joins them by itself, but a sum of widths needs the form of each letter. The forms are
those that Unicode has characters for (Arabic Presentation Forms A and B).
"""

import unicodedata
from functools import cache

_FORMS = (*range(0xFB50, 0xFDD0), *range(0xFE70, 0xFEFD))
_LAM_ALEF = tuple("\u0644" + alef for alef in "\u0622\u0623\u0625\u0627")
"""The two letters that every font joins into one."""


@cache
def _forms() -> dict[tuple[str, str], str]:
    """Return the character for each letter, or for lam with an alef, in each form."""
    found: dict[tuple[str, str], str] = {}
    for code in _FORMS:
        form, *letters = unicodedata.decomposition(chr(code)).split() or [""]
        text = "".join(chr(int(letter, 16)) for letter in letters)
        if len(text) == 1 or text in _LAM_ALEF:
            found.setdefault((form, text), chr(code))
    return found


def joined(word: str) -> str:
    """Return a text with each letter in the form that its neighbours give it."""
    letters = [letter for letter in word if unicodedata.category(letter) != "Mn"]
    found = []
    at, before = 0, False
    while at < len(letters):
        step = 2 if "".join(letters[at : at + 2]) in _LAM_ALEF else 1
        text = "".join(letters[at : at + step])
        after = _joins(text) and at + step < len(letters) and _joined(letters[at + step])
        form = {(0, 0): "isolated", (0, 1): "initial", (1, 0): "final", (1, 1): "medial"}
        wanted = f"<{form[before and _joined(text), after]}>"
        found.append(_forms().get((wanted, text), text))
        before = after
        at += step
    return "".join(found)


def _joined(text: str) -> bool:
    """Return whether a letter joins the one before it."""
    return ("<final>", text) in _forms() or ("<final>", text[:1]) in _forms()


def _joins(text: str) -> bool:
    """Return whether a letter joins the one after it."""
    return ("<initial>", text) in _forms()
