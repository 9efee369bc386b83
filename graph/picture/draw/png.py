"""The picture as PNG: the SVG, set by typst with the shipped fonts and no others.

The words of the picture are also in the file as text, as its description. Readers of screens
need them, and so does the search before the file leaves.
"""

import struct
import zlib
from collections.abc import Iterator
from functools import cache
from math import sqrt

import typst

from graph.picture.draw.svg import size
from graph.picture.layout.text_widths import FONTS

WIDE = 2400
"""As many pixels across as a screen or a printed page shows."""
_MOST_PIXELS = 36e6
_POINTS_AN_INCH = 72
_PAGE = b"""#set page(width: auto, height: auto, margin: 0pt, fill: white)
#set document(date: none)
#image(bytes(sys.inputs.picture), format: "svg", width: eval(sys.inputs.wide) * 1pt)
"""
_SIGNATURE = 8
_TEXT, _END = b"iTXt", b"IEND"
_DESCRIPTION = b"Description\0" + b"\0\0" + b"\0" + b"\0"
"""Keyword, not compressed, no language, no translated keyword: the PNG standard, iTXt."""


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, font_paths=[str(FONTS)])


def pixels(svg: str, wide: int = WIDE) -> float:
    """Return how many pixels across a picture gets: fewer where it is very tall."""
    across, down = size(svg)
    return min(wide, sqrt(_MOST_PIXELS * across / down))


def png(svg: str, wide: int = WIDE, described: str = "") -> bytes:
    """Return an SVG of ours as a PNG of so many pixels across, with no date or author in it."""
    across, _ = size(svg)
    drawn = typst.compile(
        _PAGE,
        format="png",
        ppi=_POINTS_AN_INCH * pixels(svg, wide) / across,
        sys_inputs={"picture": svg, "wide": f"{across:g}"},
        font_paths=_fonts(),
    )
    return _with_text(drawn, described) if described else drawn


def _with_text(drawn: bytes, text: str) -> bytes:
    said = _DESCRIPTION + text.encode()
    check = zlib.crc32(_TEXT + said)
    chunk = struct.pack(">I", len(said)) + _TEXT + said + struct.pack(">I", check)
    end = drawn.rindex(_END) - 4
    return drawn[:end] + chunk + drawn[end:]


def texts(drawn: bytes) -> Iterator[str]:
    """Yield the text of a PNG of ours beside its pixels."""
    at = _SIGNATURE
    while at < len(drawn):
        (length,) = struct.unpack(">I", drawn[at : at + 4])
        kind, said = drawn[at + 4 : at + 8], drawn[at + 8 : at + 8 + length]
        if kind == _TEXT:
            yield said.removeprefix(_DESCRIPTION).decode()
        at += 12 + length
