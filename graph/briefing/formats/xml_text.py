"""Text on its way into XML and out of it."""

import re
import xml.parsers.expat as expat  # noqa: PLR0402  the name that its own documentation uses

from graph.briefing.formats.flattening import CONTROLS, REPLACED

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


def escaped(text: str) -> str:
    """Return a text as it stands between tags or in an attribute with double quotes."""
    return _MEANT.sub(lambda found: _WRITTEN.get(found[0], REPLACED), text)


def text_of(content: bytes) -> str:
    """Return every text of an XML file, those of its attributes as well, a line each."""
    found: list[str] = []
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = lambda _, attributes: found.extend(attributes.values())
    parser.CharacterDataHandler = found.append
    parser.Parse(content, True)  # noqa: FBT003  expat takes no keywords
    return "\n".join(found)
