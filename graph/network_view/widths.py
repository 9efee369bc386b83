"""How wide a text is, in the fonts that are shipped, and where it is broken or cut.

Letters are measured one by one, not joined: joined Arabic letters are narrower than they are
measured, so that what fits here fits on paper.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import groupby
from pathlib import Path

from PIL import ImageFont

FONTS = Path(__file__).parents[2] / "static" / "fonts"
FAMILIES = ("Noto Sans", "Noto Naskh Arabic", "Noto Sans SC")
_AT = 100
_ARABIC = ((0x0600, 0x06FF), (0x0750, 0x077F), (0x08A0, 0x08FF), (0xFB50, 0xFEFC))
_CHINESE = ((0x2E80, 0xA4CF), (0xF900, 0xFAFF), (0xFF00, 0xFFEF), (0x20000, 0x3FFFF))
_MOST_LETTERS = 200
_ELLIPSIS = "…"


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """A size and a cut of the shipped fonts."""

    size: float
    bold: bool = False
    italic: bool = False


def width(text: str, face: Face) -> float:
    """Return how wide a text is on one line, at most."""
    return sum(_run(run, family, face.bold, face.italic) for family, run in _runs(text)) * (
        face.size / _AT
    )


def _runs(text: str) -> Iterator[tuple[str, str]]:
    for family, letters in groupby(text, _family):
        yield family, "".join(letters)


def _family(letter: str) -> str:
    code = ord(letter)
    if any(low <= code <= high for low, high in _ARABIC):
        return "NotoNaskhArabic"
    if any(low <= code <= high for low, high in _CHINESE):
        return "NotoSansSC"
    return "NotoSans"


@lru_cache(maxsize=8192)
def _run(run: str, family: str, bold: bool, italic: bool) -> float:  # noqa: FBT001 - a cut
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
    while kept and width(kept + _ELLIPSIS, face) > room:
        kept = kept[:-1]
    return kept.rstrip() + _ELLIPSIS


def wrapped(text: str, room: float, face: Face, most: int) -> list[str]:
    """Break a text between its words into so many lines at most; the last one is cut.

    A word that fits on no line is broken too: Chinese is written without spaces.
    """
    words = text[:_MOST_LETTERS].split()
    lines: list[str] = []
    while words and len(lines) < most:
        line = words.pop(0)
        while words and width(f"{line} {words[0]}", face) <= room:
            line += f" {words.pop(0)}"
        if len(lines) < most - 1 and width(line, face) > room:
            fits = _fitting(line, room, face)
            line, rest = line[:fits], line[fits:]
            words.insert(0, rest)
        lines.append(line)
    if not lines:
        return []
    rest = " ".join([lines[-1], *words]) + (_ELLIPSIS if len(text) > _MOST_LETTERS else "")
    return [*lines[:-1], cut(rest, room, face)]


def _fitting(word: str, room: float, face: Face) -> int:
    """Count the letters of a word that fit on a line; at least one."""
    fits = len(word)
    while fits > 1 and width(word[:fits], face) > room:
        fits -= 1
    return fits
