"""Text on its way into XML and out of it.

XML 1.0 has no way to write some control characters, nor U+FFFE, U+FFFF and halves of pairs
(https://www.w3.org/TR/xml/#charsets). They become U+FFFD, and the loss report counts them.
"""

import re
import xml.parsers.expat as expat  # noqa: PLR0402  the name that its own documentation uses
from collections.abc import Iterable

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_MEANT = re.compile('[&<>"\t\n\r\x00-\x1f\ud800-\udfff\ufffe\uffff]')
_WRITTEN = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "\t": "&#9;",
    "\n": "&#10;",
    "\r": "&#13;",
}
REPLACED = "\ufffd"


def escaped(text: str) -> str:
    """Return a text as it stands between tags or in an attribute with double quotes."""
    return _MEANT.sub(lambda found: _WRITTEN.get(found[0], REPLACED), text)


def illegal(texts: Iterable[str]) -> int:
    """Count the characters that XML cannot hold."""
    return sum(len(_ILLEGAL.findall(text)) for text in texts)


def text_of(content: bytes) -> str:
    """Return every text of an XML file, those of its attributes as well, a line each."""
    found: list[str] = []
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = lambda _, attributes: found.extend(attributes.values())
    parser.CharacterDataHandler = found.append
    parser.Parse(content, True)  # noqa: FBT003  expat takes no keywords
    return "\n".join(found)
