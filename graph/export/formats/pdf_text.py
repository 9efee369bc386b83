"""Every text that a reader of a PDF could see or find, so that it can be searched for names.

A page is read twice: once as any reader of PDF extracts it, once in the order of speech. The
second reading (`spoken`) is needed because text from right to left is drawn letter by letter,
from the left. The dots of a letter are drawn apart. The text also includes what no page shows:
descriptions for readers who do not see, titles, properties, metadata, attachments.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from io import BytesIO

from pypdf import PageObject, PdfReader
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    NameObject,
    PdfObject,
    StreamObject,
    TextStringObject,
)

from graph.export.formats.pdf_letters import as_note, parsed, slanted, spoken

_TEXTS = ("/Metadata", "/EmbeddedFile")
_TWO_NUMBERS = re.compile(r"(?<=\d)\s*\n\s*(?=\d)")
_JOINED = re.compile(r"(?<!\d)\n|\n(?!\d)")
"""An end of a line within a word; two numbers stay apart, which are no date together."""
_CELL = re.compile(r"^([^\S\n]*\d{1,2})[^\S\n]*\n\s*(?=[^\W\d])", re.MULTILINE)
"""A number alone in its line, as in a cell, is no day of a month in the next line."""
_NEXT_LINE = "\n(next line) "
"""A sign between a number at the end of a line and one in the next: they are no date."""
_NO_WIDTH = dict.fromkeys((0x200B, 0x200E, 0x200F, 0x00AD))


def text(pdf: bytes) -> str:
    """Return everything that is in a PDF, as text: with and without its line ends.

    A name may be parted by the end of a line, after a space or a hyphen that it has.
    """
    reader = PdfReader(BytesIO(pdf))
    pages = [_parsed(page, reader) for page in reader.pages]
    parts = [_extracted(page) for page in pages]
    for content, fonts in _drawn(reader, pages):
        lines = spoken(reader, content, fonts)
        parts += (lines, _JOINED.sub("", lines))
    for thing in objects(reader):
        parts += strings(thing)
        if isinstance(thing, StreamObject) and thing.get("/Type") in _TEXTS:
            parts.append(thing.get_data().decode("utf-8", "replace"))
    found = unicodedata.normalize("NFKC", "\n".join(parts)).translate(_NO_WIDTH)
    found = apart(found)
    return found + "\n" + re.sub(r"\s+", " ", found)


def apart(lines: str) -> str:
    """Return lines with words between numbers of two cells, which are no date together."""
    return _CELL.sub(rf"\1{_NEXT_LINE}", _TWO_NUMBERS.sub(_NEXT_LINE, lines))


def _parsed(page: PageObject, reader: PdfReader) -> PageObject:
    """Return a page whose content is parsed once, for both readings."""
    content = page.get("/Contents")
    if content is not None:
        stream = parsed(content.get_object(), reader)
        page[NameObject("/Contents")] = stream
    return page


def _extracted(page: PageObject) -> str:
    """Return a page as any reader of PDF extracts it, but for the numbers of footnotes."""
    said: list[str] = []

    def visit(
        words: str, _: object, __: object, font: DictionaryObject | None, ___: float
    ) -> None:
        said.append(as_note(words) if font is not None and slanted(font) else words)

    page.extract_text(visitor_text=visit)
    return "".join(said)


def _drawn(
    reader: PdfReader, pages: Iterable[PageObject]
) -> Iterator[tuple[StreamObject, DictionaryObject]]:
    """Yield what is drawn, with its fonts: pages, and pictures that hold letters."""
    for page in pages:
        if "/Contents" in page:
            yield page["/Contents"], page["/Resources"]  # type: ignore[misc]
    for thing in objects(reader):
        if isinstance(thing, StreamObject) and thing.get("/Subtype") == "/Form":
            yield thing, thing.get("/Resources", DictionaryObject())


def objects(reader: PdfReader) -> Iterator[PdfObject]:
    """Yield every object of the file, also those that no page leads to."""
    numbers = set(reader.xref_objStm)
    for of_generation in reader.xref.values():
        numbers |= set(of_generation)
    for number in sorted(numbers - {0}):
        found = reader.get_object(number)
        if found is not None:
            yield found


def strings(thing: object) -> Iterator[str]:
    """Yield every text in an object's values, however deep."""
    if isinstance(thing, TextStringObject):
        yield str(thing)
    elif isinstance(thing, DictionaryObject):
        for value in thing.values():
            yield from strings(value)
    elif isinstance(thing, ArrayObject):
        for value in thing:
            yield from strings(value)
