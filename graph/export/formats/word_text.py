"""Every text that a reader of a Word file could find, in any part of it."""

import re
import unicodedata
import zipfile
from collections.abc import Iterator
from io import BytesIO

from lxml import etree

from graph.export.formats.pdf_text import apart

_WORDS = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MARKS = dict.fromkeys((0x200B, 0x200E, 0x200F, 0x00AD))


def text(docx: bytes) -> str:
    """Return everything in the file: paragraphs, footnotes, attributes, names of its parts."""
    with zipfile.ZipFile(BytesIO(docx)) as parts:
        found = [parts.comment.decode("utf-8", "replace")]
        for part in parts.infolist():
            found += (part.filename, part.comment.decode("utf-8", "replace"))
            found += _in_part(parts.read(part))
    whole = unicodedata.normalize("NFKC", "\n".join(found)).translate(_MARKS)
    return whole + "\n" + re.sub(r"\s+", " ", apart(whole))


def _in_part(content: bytes) -> Iterator[str]:
    """Yield what a part says; one that is no XML is a picture, which holds no text of ours."""
    try:
        root = etree.fromstring(
            content, etree.XMLParser(resolve_entities=False, no_network=True)
        )
    except etree.XMLSyntaxError:
        return
    for element in root.iter():
        if element.tag == f"{_WORDS}p":
            yield "".join(_said(one) for one in element.iter(f"{_WORDS}t"))
        elif element.text and element.tag != f"{_WORDS}t":
            yield element.text
        yield from (value for value in element.attrib.values() if not value.isdigit())


def _said(text: etree._Element) -> str:
    """Return a text; the number of a note that is referred to again is none that is said."""
    words = text.text or ""
    field = next(text.iterancestors(f"{_WORDS}fldSimple"), None)
    return words if field is None else f" (field {words}) "
