"""Measure a text in the fonts that are shipped, and break or cut it.

Letters are measured one by one, in the form that they have in a word. The program that joins
them is not on every machine, and the same family has to give the same picture.
"""

import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from PIL import ImageFont

from graph.picture.layout.arabic import joined

FONTS = Path(__file__).parents[3] / "static" / "fonts"
_FAMILIES = {
    "NotoSans": "'Noto Sans', 'Open Sans', 'Segoe UI', 'Helvetica Neue', Arial, sans-serif",
    "NotoNaskhArabic": "'Noto Naskh Arabic', 'Geeza Pro', 'Segoe UI', sans-serif",
    "NotoSansSC": "'Noto Sans SC', 'PingFang SC', 'Microsoft YaHei', sans-serif",
}
PLAIN = _FAMILIES["NotoSans"]
_AT = 100
_ARABIC_LETTERS = ((0x0600, 0x06FF), (0x0750, 0x077F), (0x08A0, 0x08FF), (0xFB50, 0xFEFC))
_CHINESE = ((0x2E80, 0xA4CF), (0xF900, 0xFAFF), (0xFF00, 0xFFEF), (0x20000, 0x3FFFF))
ARABIC, _LATIN = "NotoNaskhArabic", "NotoSans"
_SPARE = 1.02
"""Joined letters are measured one by one; a font moves some of them by a hair."""
_MOST_LETTERS = 200
_ELLIPSIS = "…"


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """A size and a cut of the shipped fonts."""

    size: float
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class FontRun:
    """A part of a text whose letters one family has; its files are named by `file`."""

    text: str
    file: str

    @property
    def turned(self) -> bool:
        """Return whether it is written from the right."""
        return self.file == ARABIC

    @property
    def families(self) -> str:
        """Return the families to set it in: the shipped one, then what a machine may have."""
        return _FAMILIES[self.file]


@lru_cache(maxsize=8192)
def width(text: str, face: Face) -> float:
    """Return how wide a text is on one line, at most."""
    wide = sum(_run(run.text, run.file, face.bold, face.italic) for run in runs(text))
    return wide * face.size / _AT


def runs(text: str) -> list[FontRun]:
    """Return the parts of a text, each in a family that has its letters.

    A middle dot, a space within, and marks above and below letters go with the letter before
    them.
    """
    if text.isascii():
        return [FontRun(text, _LATIN)] if text else []
    found: list[FontRun] = []
    for i, letter in enumerate(text):
        file = _file(letter)
        within = letter != " " or _file(text[i + 1 : i + 2]) == (found and found[-1].file)
        if found and (file == found[-1].file or (_leans(letter) and within)):
            found[-1] = FontRun(found[-1].text + letter, found[-1].file)
        else:
            found.append(FontRun(letter, file))
    return found


def _leans(letter: str) -> bool:
    return letter in " \u00b7\u200c\u200d" or unicodedata.category(letter) == "Mn"


def _file(letter: str) -> str:
    code = ord(letter or " ")
    if any(low <= code <= high for low, high in _ARABIC_LETTERS):
        return ARABIC
    if any(low <= code <= high for low, high in _CHINESE):
        return "NotoSansSC"
    return _LATIN


def _run(run: str, family: str, bold: bool, italic: bool) -> float:  # noqa: FBT001 - a cut
    if family == ARABIC:
        return _font(family, bold, italic).getlength(joined(run)) * _SPARE
    return _font(family, bold, italic).getlength(run)


@cache
def _font(family: str, bold: bool, italic: bool) -> ImageFont.FreeTypeFont:  # noqa: FBT001
    """Open the nearest cut that is shipped; no shaping, which not every machine has."""
    wanted = ("Bold",) if bold else ("Italic",) if italic else ()
    files = (FONTS / f"{family}-{cut}.ttf" for cut in (*wanted, "Regular"))
    file = next(one for one in files if one.exists())
    return ImageFont.truetype(file, _AT, layout_engine=ImageFont.Layout.BASIC)


def cut(text: str, room: float, face: Face) -> str:
    """Return a text as it fits on one line, with an ellipsis where some of it does not."""
    if len(text) <= _MOST_LETTERS and width(text, face) <= room:
        return text
    kept = text[:_MOST_LETTERS]
    fits = _fitting(kept, room - width(_ELLIPSIS, face), face)
    return kept[:fits].rstrip() + _ELLIPSIS


def wrapped(text: str, room: float, face: Face, most: int) -> list[str]:
    """Break a text between its words into so many lines at most; the last one is cut.

    A word that fits on no line is broken too: Chinese is written without spaces.
    """
    longest = _MOST_LETTERS * most
    words = text[:longest].split()
    lines: list[str] = []
    while words and len(lines) < most:
        line = words.pop(0)
        while words and width(f"{line} {words[0]}", face) <= room:
            line += f" {words.pop(0)}"
        if len(lines) < most - 1 and width(line, face) > room:
            fits = max(1, _fitting(line, room, face))
            line, rest = line[:fits], line[fits:]
            words.insert(0, rest)
        lines.append(line)
    if not lines:
        return []
    rest = " ".join([lines[-1], *words]) + (_ELLIPSIS if len(text) > longest else "")
    return [*lines[:-1], cut(rest, room, face)]


def _fitting(text: str, room: float, face: Face) -> int:
    """Count the letters of a text that fit on a line."""
    return bisect_right(range(1, len(text) + 1), room, key=lambda n: width(text[:n], face))
