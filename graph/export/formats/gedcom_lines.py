"""GEDCOM 7 as a tree of lines, written and read back.

https://gedcom.io/specifications/FamilySearchGEDCOMv7.html, section 1: levels, pointers, line
ends as CONT, a leading at sign doubled, and the characters that no line may hold.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from graph.export.formats.flattening import REPLACED

BANNED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_ENDS = re.compile("\r\n|\r|\n")
_LINE = re.compile(r"\d+ (?:@[^@ ]+@ )?([A-Z0-9_]+)(?: (.*))?", re.DOTALL)


@dataclass(frozen=True, slots=True)
class GedcomLine:
    """A line, with the lines below it. `points`: the text is a pointer such as @I1@."""

    tag: str
    text: str = ""
    below: tuple["GedcomLine", ...] = ()
    xref: str = ""
    points: bool = field(default=False, kw_only=True)


def pointer(tag: str, to: str, *below: GedcomLine) -> GedcomLine:
    """Return a line that points to a record."""
    return GedcomLine(tag, to, below, points=True)


def some(tag: str, text: str, *below: GedcomLine) -> tuple[GedcomLine, ...]:
    """Return a line if there is something to say."""
    return (GedcomLine(tag, text, below),) if text or below else ()


def lines(line: GedcomLine, level: int = 0) -> Iterator[str]:
    """Yield a line and all below it as text, without line ends."""
    first, *more = [line.text] if line.points else _parts(line.text)
    xref = f"{line.xref} " if line.xref else ""
    yield f"{level} {xref}{line.tag}" + (f" {first}" if first else "")
    for part in more:
        yield f"{level + 1} CONT {part}" if part else f"{level + 1} CONT"
    for each in line.below:
        yield from lines(each, level + 1)


def _parts(text: str) -> list[str]:
    parts = _ENDS.split(BANNED.sub(REPLACED, text))
    return [f"@{part}" if part.startswith("@") else part for part in parts]


def text_of(content: bytes) -> str:
    """Return every text of a file; what goes on in CONT lines is one text again."""
    found: list[str] = []
    for line in content.decode("utf-8-sig").split("\n"):
        read = _LINE.fullmatch(line)
        if read is None:
            continue
        tag, text = read[1], read[2] or ""
        text = text[1:] if text.startswith("@@") else text
        if tag == "CONT" and found:
            found[-1] += f"\n{text}"
        else:
            found.append(text)
    return "\n".join(found)
