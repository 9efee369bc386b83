"""The characters that the shipped fonts can show; the others are named, not shown as boxes."""

import struct
from functools import cache

from graph.picture.layout.text_widths import FONTS


def showable(text: str) -> str:
    """Return a text with the code of each character that no font has: [U+1F600]."""
    known = covered()
    return "".join(s if ord(s) in known else f"[U+{ord(s):04X}]" for s in text)


@cache
def covered() -> frozenset[int]:
    """Return the code points that one of the fonts has a glyph for.

    Joiners and the like have none and need none: a shaper drops them.
    """
    found: set[int] = {0x20, 0x200B, 0x200C, 0x200D}
    for path in sorted(FONTS.glob("*-Regular.ttf")):
        found |= _code_points(path.read_bytes())
    return frozenset(found)


def _code_points(font: bytes) -> set[int]:
    """Read the Unicode map of a TrueType font (OpenType specification, table cmap)."""
    found: set[int] = set()
    start = _table(font, b"cmap")
    (count,) = struct.unpack_from(">H", font, start + 2)
    for number in range(count):
        (offset,) = struct.unpack_from(">I", font, start + 4 + 8 * number + 4)
        (form,) = struct.unpack_from(">H", font, start + offset)
        if form == 12:  # noqa: PLR2004 - the number of the format
            found |= _format_12(font, start + offset)
        elif form == 4:  # noqa: PLR2004 - the same
            found |= _format_4(font, start + offset)
    return found


def _table(font: bytes, tag: bytes) -> int:
    (count,) = struct.unpack_from(">H", font, 4)
    for number in range(count):
        name, _, offset, _ = struct.unpack_from(">4sIII", font, 12 + 16 * number)
        if name == tag:
            return int(offset)
    raise ValueError(f"a font without a table {tag!r}")


def _format_12(font: bytes, at: int) -> set[int]:
    (groups,) = struct.unpack_from(">I", font, at + 12)
    found: set[int] = set()
    for number in range(groups):
        first, last, _ = struct.unpack_from(">III", font, at + 16 + 12 * number)
        found.update(range(first, last + 1))
    return found


def _format_4(font: bytes, at: int) -> set[int]:
    (double,) = struct.unpack_from(">H", font, at + 6)
    lasts = struct.unpack_from(f">{double // 2}H", font, at + 14)
    firsts = struct.unpack_from(f">{double // 2}H", font, at + 16 + double)
    found: set[int] = set()
    for first, last in zip(firsts, lasts, strict=True):
        found.update(range(first, last + 1))
    return found - {0xFFFF}
