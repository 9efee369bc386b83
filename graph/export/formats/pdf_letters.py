"""The letters that a page shows, in the order of speech.

Text that is read from right to left is drawn from left to right. The typesetter marks each such
stretch as `ReversedChars`. It names a letter in `ActualText` where another letter has the same
shape. It draws the dots of a letter as a text of their own. An ordinary extraction gives such
names backwards and with letters twice. This module puts them back.

Source: ISO 32000-1, 14.8.2.3.3 and 14.9.4, and the fonts' tables.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from pypdf import PdfReader
from pypdf.generic import ContentStream, DictionaryObject, StreamObject

from graph.picture.draw.shown_text import shown

_SHOWING = (b"Tj", b"TJ")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb50-\ufdff\ufe70-\ufefc]")
_NEW_LINE = 1.0
"""Text that begins so far left of the text before it is a new line, in points."""


@dataclass(frozen=True, slots=True)
class Shown:
    """Letters as drawn, glyph by glyph: where they begin, and whether they run backwards."""

    letters: tuple[str, ...]
    at: float
    backwards: bool

    def dots_of(self, after: "Shown") -> bool:
        """Return whether these are only the dots of the letter that is drawn next."""
        same = self.at == after.at and self.letters == after.letters[:1]
        return same and not self.backwards


def spoken(reader: PdfReader, content: StreamObject, resources: DictionaryObject) -> str:
    """Return what a page, or a part of one that is drawn as a whole, says."""
    drawn = list(_Reading(reader, resources).drawn(content))
    return "".join(_in_order_of_speech(stretch) for stretch in _stretches(drawn))


def _stretches(drawn: Iterable[Shown]) -> Iterator[list[Shown]]:
    """Part what was drawn into stretches of one direction and one line."""
    stretch: list[Shown] = []
    for one in drawn:
        if stretch and not _goes_on(stretch, one):
            yield stretch
            stretch = []
        stretch.append(one)
    yield stretch


def _goes_on(stretch: list[Shown], after: Shown) -> bool:
    """Return whether a text goes on in its line and direction; a space alone has none."""
    ways = {_right_to_left(one) for one in (*stretch, after) if "".join(one.letters).strip()}
    return len(ways) < 2 and after.at > stretch[-1].at - _NEW_LINE  # noqa: PLR2004 - both ways


def _right_to_left(one: Shown) -> bool:
    return one.backwards or bool(_RIGHT_TO_LEFT.search("".join(one.letters)))


def _in_order_of_speech(stretch: list[Shown]) -> str:
    """Turn a stretch round if it runs backwards, and leave out the dots of its letters."""
    following = [*stretch[1:], None]
    kept = [
        glyph
        for one, after in zip(stretch, following, strict=True)
        if after is None or not one.dots_of(after)
        for glyph in one.letters
    ]
    turned = any(_right_to_left(one) for one in stretch)
    return "".join(reversed(kept) if turned else kept) + "\n"


@dataclass(slots=True)
class _Reading:
    """Reads a content stream from top to bottom."""

    reader: PdfReader
    resources: DictionaryObject
    _letters: Mapping[int, str] = field(default_factory=dict)
    _slanted: bool = False
    _left: float = 0.0
    _at: float = 0.0
    _marks: list[tuple[str | None, bool]] = field(default_factory=list)
    """What is open: an `ActualText` that is still to be said, and whether letters turn."""

    def drawn(self, content: StreamObject) -> Iterator[Shown]:
        """Yield the letters as they are drawn."""
        for operands, operator in parsed(content, self.reader).operations:
            if operator == b"cm":
                self._at = self._left = float(operands[4])
            elif operator == b"Tm":
                self._at = self._left + float(operands[4])
            elif operator == b"Tf":
                self._take(operands[0])
            elif operator in (b"BMC", b"BDC"):
                self._open(operands)
            elif operator == b"EMC" and self._marks:
                self._marks.pop()
            elif operator in _SHOWING:
                yield Shown(self._said(operands[0]), self._at, any(b for _, b in self._marks))

    def _open(self, operands: list[object]) -> None:
        properties = operands[1] if len(operands) > 1 else None
        actual = properties.get("/ActualText") if isinstance(properties, dict) else None
        said = None if actual is None else shown(str(actual))
        self._marks.append((said, operands[0] == "/ReversedChars"))

    def _said(self, operand: object) -> tuple[str, ...]:
        """Return what is drawn, or what is said to be there instead, once."""
        for number, (actual, turned) in enumerate(self._marks):
            if actual is not None:
                self._marks[number] = ("", turned)
                return (actual,)
        said = tuple(self._letters.get(code, "") for code in _codes(operand))
        return (as_note("".join(said)),) if self._slanted else said

    def _take(self, name: str) -> None:
        font = self.resources["/Font"][name]  # type: ignore[index]
        self._letters = unicode_map(font["/ToUnicode"].get_data().decode("latin-1"))
        self._slanted = slanted(font)


def parsed(content: StreamObject, reader: PdfReader) -> ContentStream:
    """Return what is drawn, parsed; what is parsed already as it is."""
    if isinstance(content, ContentStream):
        return content
    return ContentStream(content, reader, "bytes")


_NOTES = re.compile(r"\d+(?:[,\s]+\d+)*,?")


def slanted(font: DictionaryObject) -> bool:
    """Return whether a font is a slanted one: footnotes have their numbers in it."""
    return str(font.get("/BaseFont", "")).endswith("Italic")


def as_note(slanted_words: str) -> str:
    """Return slanted words as they are, and the numbers of footnotes as "(note 7, 8)"."""
    numbers = slanted_words.strip()
    return f" (note {numbers}) " if _NOTES.fullmatch(numbers) else slanted_words


def _codes(operand: object) -> Iterator[int]:
    """Yield the two-byte codes of the glyphs that an operand draws."""
    for part in operand if isinstance(operand, list) else [operand]:
        drawn = part if isinstance(part, bytes) else getattr(part, "original_bytes", b"")
        for high, low in zip(drawn[::2], drawn[1::2], strict=False):
            yield high << 8 | low


@lru_cache(maxsize=32)  # a page takes its few fonts up hundreds of times
def unicode_map(written: str) -> Mapping[int, str]:
    """Read the letters of a font's glyphs from its `ToUnicode` (ISO 32000-1, 9.10.3)."""
    found: dict[int, str] = {}
    for block in re.findall(r"beginbfchar(.*?)endbfchar", written, re.DOTALL):
        for code, letters in re.findall(r"<(\w+)>\s*<(\w+)>", block):
            found[int(code, 16)] = _decoded(letters)
    for block in re.findall(r"beginbfrange(.*?)endbfrange", written, re.DOTALL):
        for first, last, letters in re.findall(r"<(\w+)>\s*<(\w+)>\s*<(\w+)>", block):
            for step, code in enumerate(range(int(first, 16), int(last, 16) + 1)):
                found[code] = chr(int(letters, 16) + step)
    return found


def _decoded(letters: str) -> str:
    """Return a glyph's letters, without marks that turn the direction: they are not drawn."""
    return shown(bytes.fromhex(letters).decode("utf-16-be"))
