"""Text on its way into XML and out of it."""

import re
import xml.parsers.expat as expat  # noqa: PLR0402  the name that its own documentation uses
from collections.abc import Mapping

from graph.export.formats.flattening import CONTROLS, REPLACED

_MEANT = re.compile(f'[&<>"\t\n\r]|{CONTROLS.pattern}')
_WRITTEN = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "\t": "&#9;",
    "\n": "&#10;",
    "\r": "&#13;",
}


_WHERE = {
    *("x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "dx", "dy", "r", "rx", "ry"),
    *("width", "height", "viewbox", "points", "d", "transform"),
}
"""The attributes of a drawing that say where its parts are."""
_PLACED = re.compile(r"(?:translate|scale|rotate|matrix|[^\W\d_](?![^\W\d_])|[\W\d])*")
"""Numbers, the letters of a path, each alone, and the words of a transformation."""


def where(name: str, text: str) -> bool:
    """Return whether an attribute says where something is drawn, and nothing else."""
    return name.lower() in _WHERE and bool(_PLACED.fullmatch(text))


def escaped(text: str) -> str:
    """Return a text as it is written between tags or in an attribute with double quotes."""
    return _MEANT.sub(lambda found: _WRITTEN.get(found[0], REPLACED), text)


def text_of(content: bytes, *, picture: bool = False) -> str:
    """Return every text of an XML file, those of its attributes as well, a line each.

    Of a `picture`, without the numbers that say where something is drawn.
    """
    found: list[str] = []

    def begin(_: str, attributes: Mapping[str, str]) -> None:
        found.extend(
            text for name, text in attributes.items() if not (picture and where(name, text))
        )

    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = begin
    parser.CharacterDataHandler = found.append
    parser.Parse(content, True)  # noqa: FBT003  expat takes no keywords
    return "\n".join(found)
