"""The letters of a picture, made ready for a PDF.

The typesetter draws a picture's text glyph by glyph. It knows no letter behind a second glyph:
dots of Uyghur letters, accents. A PDF for archives may hold no such glyph. So every text beyond
plain English letters leaves the picture. The template sets it in its place, as it sets all
other text. Its direction is then right, and a search finds it.
"""

import re
from collections.abc import Iterator

from lxml import etree

from graph.export.formats.coverage import showable
from graph.export.leaks.scripts import runs

_SVG = "{http://www.w3.org/2000/svg}"
_MOVED = re.compile(r"translate\((\S+) (\S+)\)")

Placed = dict[str, object]
"""A text of a picture: its runs, where, how large, and in which cut."""


def lettered(svg: str) -> tuple[str, list[Placed]]:
    """Return a picture with plain letters alone, and the texts to be set upon it."""
    root = etree.fromstring(svg.encode())
    placed = [_lifted(part, line) for line in root.iter(f"{_SVG}text") for part in _parts(line)]
    return str(etree.tostring(root, encoding="unicode")), placed


def _parts(line: etree._Element) -> Iterator[etree._Element]:
    """Yield the parts of a line, or the line, with letters that leave the picture."""
    for part in (line, *line.iter(f"{_SVG}tspan")):
        if part.text and not part.text.isascii():
            yield part


def _lifted(part: etree._Element, line: etree._Element) -> Placed:
    """Take a text out of the picture, and return it with its place."""
    text, part.text = part.text or "", ""
    across, down = _moved(line)
    return {
        "text": [(showable(run.text), run.lang) for run in runs(text)],
        "x": float(part.get("x", line.get("x", "0"))) + across,
        "y": float(line.get("y", "0")) + down,
        "size": float(line.get("font-size", "0")),
        "bold": line.get("font-weight") == "bold",
        "italic": line.get("font-style") == "italic",
        "anchor": line.get("text-anchor", "start"),
    }


def _moved(line: etree._Element) -> tuple[float, float]:
    """Return how far what is around a line moves it."""
    found = [_MOVED.fullmatch(around.get("transform", "")) for around in line.iterancestors()]
    moves = [one for one in found if one is not None]
    return sum(float(one[1]) for one in moves), sum(float(one[2]) for one in moves)
