"""GEDCOM 5.5.1, which nearly all programs for family trees read.

Its lines are those of GEDCOM 7, in the older words. There an event has no people but its own.
So a note below it names the others with their roles, each with the stop.
https://gedcom.io/specifications/ged551.pdf
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import IO
from unicodedata import combining

from graph.export.formats.file_format import FileFormat
from graph.export.formats.flattening import REPLACED
from graph.export.formats.gedcom import GedcomRecords, record_losses
from graph.export.formats.gedcom_lines import BANNED, LINE_ENDS, GedcomLine, joined, some
from graph.export.formats.losses import not_held
from graph.export.package import Package

_LONGEST = 255
"""Bytes of a line, with its level and tag; readers of that time cut what is longer."""
_PHRASE = 35
"""Letters of a time in words, by the grammar; a longer one is a note."""
_RELATION = 25
"""Letters of what one person is to another, by the grammar."""
_AT_ONCE = re.compile(r"(?:\d{1,2} )?(?:[A-Z]{3} )?\d{1,4}")
"""A day, a month or a year: what may stand before a phrase."""
_SUBMITTER = "@U1@"


def write(package: Package, out: IO[bytes]) -> None:
    """Write one record after another."""
    out.write("\ufeff".encode())
    for record in _older(package):
        for line in _lines(record):
            out.write(f"{line}\n".encode())


def _older(package: Package) -> Iterator[GedcomLine]:
    """Yield the records in the words of 5.5.1; a submitter, whom it demands, is the program."""
    records = GedcomRecords(package)
    older = _Older(records.called)
    for record in records.every():
        yield from older.line(record)
        if record.tag == "HEAD":
            yield GedcomLine("SUBM", "", (GedcomLine("NAME", "Kinthread"),), _SUBMITTER)


_WORDS_OF_A_NOTE = {"REFN": "id", "SOUR": "source"}


class _Older:
    """Lines of GEDCOM 7 as lines of 5.5.1.

    Args:
        named: by the pointer to an individual, the name with the stop; to a source, its name.
    """

    def __init__(self, named: Mapping[str, str]) -> None:
        self._named = named
        self._by_tag: Mapping[str, Callable[[GedcomLine], Iterator[GedcomLine]]] = {
            "HEAD": self._head,
            "INDI": self._individual,
            "SNOTE": self._note,
            "UID": self._uid,
            "NAME": self._name,
            "DATE": self._date,
            "ASSO": self._beside,
            "PEDI": self._pedigree,
            "STAT": self._status,
            "RESN": self._lower,
        }

    def line(self, line: GedcomLine) -> Iterator[GedcomLine]:
        """Yield a line and all below it; one line may become several."""
        yield from self._by_tag.get(line.tag, self._same)(line)

    def _below(self, line: GedcomLine) -> tuple[GedcomLine, ...]:
        return tuple(older for each in line.below for older in self.line(each))

    def _same(self, line: GedcomLine) -> Iterator[GedcomLine]:
        yield replace(line, below=self._below(line))

    def _individual(self, line: GedcomLine) -> Iterator[GedcomLine]:
        """Yield an individual; only here may one point to an associate."""
        below: list[GedcomLine] = []
        for each in line.below:
            here = each.tag == "ASSO" and each.text in self._named
            below += self._link(each) if here else self.line(each)
        yield replace(line, below=tuple(below))

    def _link(self, line: GedcomLine) -> Iterator[GedcomLine]:
        word = _role(line)
        short = len(word) <= _RELATION
        named = (
            (GedcomLine("RELA", word),)
            if short
            else (GedcomLine("RELA", "see the note"), GedcomLine("NOTE", word))
        )
        rest = replace(line, below=tuple(e for e in line.below if e.tag != "ROLE"))
        yield replace(line, below=(*named, *self._below(rest)))

    def _head(self, line: GedcomLine) -> Iterator[GedcomLine]:
        version = (GedcomLine("VERS", "5.5.1"), GedcomLine("FORM", "LINEAGE-LINKED"))
        kept = {each.tag: each for each in line.below}
        yield GedcomLine(
            "HEAD",
            "",
            (
                kept["SOUR"],
                GedcomLine("SUBM", _SUBMITTER, points=True),
                GedcomLine("GEDC", "", version),
                GedcomLine("CHAR", "UTF-8"),
                kept["NOTE"],
            ),
        )

    def _note(self, line: GedcomLine) -> Iterator[GedcomLine]:
        """Yield a note with its id and citations as words of it: Gramps drops such lines."""
        said, below = [line.text], list[GedcomLine]()
        for each in line.below:
            if each.tag in _WORDS_OF_A_NOTE:
                named = self._named.get(each.text, each.text)
                said.append(
                    f"{_WORDS_OF_A_NOTE[each.tag]}: {'; '.join([named, *_texts(each)])}"
                )
            else:
                below += self.line(each)
        yield replace(line, tag="NOTE", text="\n".join(said), below=tuple(below))

    def _uid(self, line: GedcomLine) -> Iterator[GedcomLine]:
        yield replace(line, tag="_UID")

    def _lower(self, line: GedcomLine) -> Iterator[GedcomLine]:
        yield replace(line, text=line.text.lower())

    def _status(self, line: GedcomLine) -> Iterator[GedcomLine]:
        """Yield how sure a tie to a family is as a note: Gramps drops the tag."""
        yield GedcomLine("NOTE", f"status: {line.text.lower()}")

    def _name(self, line: GedcomLine) -> Iterator[GedcomLine]:
        """Yield a name; what it is in other scripts are names of their own."""
        kinds = tuple(
            replace(each, text=each.text.lower()) for each in line.below if each.tag == "TYPE"
        )
        yield replace(line, below=kinds)
        for each in line.below:
            if each.tag == "TRAN":
                yield GedcomLine("NAME", each.text, (GedcomLine("TYPE", "aka"),))

    def _date(self, line: GedcomLine) -> Iterator[GedcomLine]:
        """Yield a date with its words in brackets; beside a range, words are a note."""
        phrase = "".join(each.text for each in line.below)
        fits = 0 < len(phrase) <= _PHRASE and not LINE_ENDS.search(phrase)
        if fits and not line.text:
            yield GedcomLine("DATE", f"({phrase})")
        elif fits and _AT_ONCE.fullmatch(line.text):
            yield GedcomLine("DATE", f"INT {line.text} ({phrase})")
        else:
            yield from some("DATE", line.text)
            yield from some("NOTE", f"time: {phrase}" if phrase else "")

    def _pedigree(self, line: GedcomLine) -> Iterator[GedcomLine]:
        if line.below:
            yield GedcomLine("NOTE", line.below[0].text)
        else:
            yield replace(line, text=line.text.lower())

    def _beside(self, line: GedcomLine) -> Iterator[GedcomLine]:
        """Yield a note with who somebody is, and in what role; then its citations."""
        phrase = "".join(each.text for each in line.below if each.tag == "PHRASE")
        notes = (each.text for each in line.below if each.tag == "NOTE")
        said = f"{_role(line)}: {self._named.get(line.text, phrase)}"
        yield GedcomLine("NOTE", "\n".join([said, *notes]))
        yield from (each for each in self._below(line) if each.tag == "SOUR")


def _texts(line: GedcomLine) -> Iterator[str]:
    """Yield what is said below a line, each without its tag."""
    for each in line.below:
        if each.text:
            yield each.text
        yield from _texts(each)


def _role(line: GedcomLine) -> str:
    """Return the role of an associate in words."""
    [role] = [each for each in line.below if each.tag == "ROLE"]
    words = {"WITN": "witness", "GODP": "godparent", "NGHBR": "neighbour"}
    said = "".join(each.text for each in role.below)
    return said or words.get(role.text, role.text.lower())


def _lines(line: GedcomLine, level: int = 0) -> Iterator[str]:
    """Yield a line and all below it as text; what is long goes on in CONC."""
    xref = f"{line.xref} " if line.xref else ""
    begun = f"{level} {xref}{line.tag}"
    if line.points:
        yield f"{begun} {line.text}"
    else:
        for part in LINE_ENDS.split(BANNED.sub(REPLACED, line.text).replace("@", "@@")):
            for piece in _pieces(part, len(begun)):
                yield f"{begun} {piece}" if piece else begun
                begun = f"{level + 1} CONC"
            begun = f"{level + 1} CONT"
    for each in line.below:
        yield from _lines(each, level + 1)


def _pieces(text: str, begun: int) -> Iterator[str]:
    """Yield a text in parts that fit into lines.

    A part neither begins nor ends with a space, which some readers drop, nor within a doubled
    at sign or a letter with its accents; only a text without another place is cut there.
    """
    room = _LONGEST - begun - 1
    while len(text.encode()) > room:
        cut = len(text.encode()[:room].decode(errors="ignore"))
        good = next((at for at in range(cut, cut // 2, -1) if _may_cut(text, at)), cut)
        yield text[:good]
        text, room = text[good:], _LONGEST - len("99 CONC ")
    yield text


def _may_cut(text: str, at: int) -> bool:
    before, after = text[at - 1], text[at]
    return not (
        before.isspace() or after.isspace() or "@" in (before, after) or combining(after)
    )


def _text(content: bytes) -> str:
    """Return every text of a file; what goes on in other lines is one text again."""
    return joined(content, lambda text: text.replace("@@", "@"))


def _losses(package: Package) -> tuple[str, ...]:
    records = list(GedcomRecords(package).every())
    every = [line for record in records for line in _all(record)]
    of_events = sum(e.tag == "ASSO" for r in records for b in r.below for e in b.below)
    scripts = sum(line.tag == "TRAN" for line in every)
    counted = (
        ("links from an event to the others in it, whom a note names", of_events),
        ("the script of a name, which is a name like others", scripts),
    )
    return (
        *record_losses(package),
        *(not_held(words, count) for words, count in counted if count),
    )


def _all(line: GedcomLine) -> Iterator[GedcomLine]:
    yield line
    for each in line.below:
        yield from _all(each)


GEDCOM_551 = FileFormat(
    name="gedcom551",
    suffix=".ged",
    about="GEDCOM 5.5.1, for the many programs that do not read GEDCOM 7",
    write=write,
    losses=_losses,
    text=_text,
)
