"""GEDCOM 7 as a tree of lines, written and read back.

https://gedcom.io/specifications/FamilySearchGEDCOMv7.html, section 1. It has the levels, the
pointers, line ends as CONT, and a leading at sign doubled. It also names the characters that no
line may hold.
"""

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date

from graph.export.formats.flattening import REPLACED
from graph.export.formats.import_dates import spellings
from graph.record.dates import ALWAYS, BEGINNING, END, Window, later

BANNED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
LINE_ENDS = re.compile("\r\n|\r|\n")
_GOES_ON = {"CONT": "\n", "CONC": ""}
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
    parts = LINE_ENDS.split(BANNED.sub(REPLACED, text))
    return [f"@{part}" if part.startswith("@") else part for part in parts]


def text_of(content: bytes) -> str:
    """Return every text of a file; what goes on in CONT lines is one text again."""
    return joined(content, lambda text: text[1:] if text.startswith("@@") else text)


def joined(content: bytes, read: Callable[[str], str]) -> str:
    """Return every text of a file, each as `read`; CONC and CONT go on with the one before."""
    found: list[str] = []
    for line in content.decode("utf-8-sig").split("\n"):
        parts = _LINE.fullmatch(line)
        if parts is None:
            continue
        tag, text = parts[1], read(parts[2] or "")
        if tag in _GOES_ON and found:
            found[-1] += _GOES_ON[tag] + text
        else:
            found.append(text)
    return "\n".join(found)


_MONTHS = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"]


def date_lines(window: Window, said: str = "", basis: str = "stated") -> tuple[GedcomLine, ...]:
    """Return a DATE; PHRASE has the words, and the convention that the window rests on."""
    value = date_value(window)
    phrase = said if basis == "stated" else f"{said} ({basis})".strip()
    if said in spellings(window):  # the date says it all
        phrase = ""
    if not value and not phrase:
        return ()
    return (GedcomLine("DATE", value, (GedcomLine("PHRASE", phrase),) if phrase else ()),)


def date_value(window: Window) -> str:
    """Return a day, month or year, else a range. BEF and AFT exclude the day they name."""
    if window == ALWAYS or window.empty:
        return ""
    if window.earliest == BEGINNING:
        return f"BEF {_day(later(window.latest, 1))}"
    if window.latest == END:
        return f"AFT {_day(later(window.earliest, -1))}"
    return _whole(window) or f"BET {_day(window.earliest)} AND {_day(window.latest)}"


def _whole(window: Window) -> str:
    """Return the day, month or year that a window is, or ""."""
    first, last = window.earliest, window.latest
    if first == last:
        return _day(first)
    if first.year != last.year or first.day != 1:
        return ""
    if last.day != monthrange(last.year, last.month)[1]:
        return ""
    if first.month == last.month:
        return f"{_MONTHS[first.month - 1]} {first.year}"
    return f"{first.year}" if (first.month, last.month) == (1, 12) else ""


def _day(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
