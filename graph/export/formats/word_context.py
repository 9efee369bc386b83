"""The values of the Word template: a paper in which every text has become runs."""

import struct
from collections.abc import Iterable, Mapping
from dataclasses import is_dataclass
from functools import cache
from io import BytesIO

from docx.document import Document
from docx.shared import Mm
from markupsafe import Markup

from graph.export.documents.family_part import Counted, FamilyPart, RelativeRow
from graph.export.documents.family_picture import FamilyPicture
from graph.export.documents.paper import PARTICULARS, Frame, Paper
from graph.export.documents.sentences import SENTENCES
from graph.export.formats.typesetting import fields_of
from graph.export.formats.word_runs import LINE_END, cited, joined, raw_run, said
from graph.export.leaks.scripts import clean
from graph.export.package import Statement
from graph.picture.draw.mark_svg import alone
from graph.picture.draw.png import png
from graph.words.marks import Mark

TLP_COLOURS = {
    "TLP:RED": "FF2B2B",
    "TLP:AMBER": "FFC000",
    "TLP:AMBER+STRICT": "FFC000",
    "TLP:GREEN": "33FF00",
}
"""What is not here is white. Source: FIRST, Traffic Light Protocol 2.0 (2022)."""
WIDE = 162
"""The width of the text of a page, in millimetres."""
_BLANK = "\u00a0"
"""A blank that keeps its ground at the end of a line."""
_MARK_PIXELS = 64
_SIDES = ("distT", "distB", "distL", "distR")
"""The space around a picture; an editor puts its own where none is said."""
_TALLEST = 95
"""The height of a picture, in millimetres."""


def context(paper: Paper, drawn: Iterable[FamilyPicture], doc: Document) -> dict[str, object]:
    """Return what the template's places are filled with; pictures become parts of `doc`."""
    filled = runs_of(paper) | {
        "kind": "Briefing",
        "sentences": SENTENCES,
        "label": label(paper.frame.tlp),
        "particulars": particulars(paper.frame),
    }
    filled["families"] = [
        _family(part, picture, doc) for part, picture in zip(paper.families, drawn, strict=True)
    ]
    return filled


def label(tlp: str) -> Markup:
    """Return the label: white on black, 12 points, bold, after a bar of its colour."""
    bar = _label_part(_BLANK * 2, TLP_COLOURS.get(tlp, "FFFFFF"))
    return bar + _label_part(f"{_BLANK}{tlp}{_BLANK}", "000000")


def _label_part(words: str, ground: str) -> Markup:
    look = (
        '<w:b/><w:bCs/><w:color w:val="FFFFFF"/><w:sz w:val="24"/><w:szCs w:val="24"/>'
        f'<w:shd w:val="clear" w:color="auto" w:fill="{ground}"/>'
    )
    return raw_run(words, look)


def runs_of(thing: object) -> dict[str, object]:
    """Return the fields of a part of a document, each text as runs."""
    return fields_of(thing, _value)


def _value(thing: object) -> object:
    if isinstance(thing, Statement):
        return cited(thing)
    if isinstance(thing, str):
        return said(thing)
    if isinstance(thing, tuple):
        return [_value(one) for one in thing]
    return runs_of(thing) if is_dataclass(thing) else thing


def particulars(frame: Frame) -> list[Mapping[str, object]]:
    """Return the list at the end as runs."""
    named = ((name, getattr(frame, field)) for name, field in PARTICULARS.items())
    return [{"name": said(name), "value": said(value)} for name, value in named if value]


def _family(part: FamilyPart, drawn: FamilyPicture, doc: Document) -> dict[str, object]:
    return runs_of(part) | {
        "counts": [_counted(one) for one in part.counts],
        "stops": joined([said(name, bold=True) for name in part.stops], "; "),
        "lines": [_line(line, doc) for line in part.lines],
        "picture": _family_picture(drawn, doc),
    }


def _family_picture(drawn: FamilyPicture, doc: Document) -> Markup:
    """Return the picture: as wide as the text, or so tall that its page has room for some."""
    made = png(drawn.svg(bare=True))
    across, down = struct.unpack(">II", made[16:24])  # PNG, 11.2.1: the header
    return _picture(made, min(WIDE, _TALLEST * across / down), drawn.caption.described, doc)


def _counted(one: Counted) -> Markup:
    parts = [said(f"{number} ", bold=True) + said(name) for name, number in one.counts]
    for_whom = said(f"For {one.of}: ") if one.of else Markup("")
    return for_whom + joined(parts, "    ")


def _line(line: RelativeRow, doc: Document) -> dict[str, object]:
    for_whom = said(f"For {line.of}: ") if line.of else Markup("")
    recorded = (
        said(line.household, bold=True),
        cited(line.reason),
    )
    later = joined([cited(one) for one in line.later], "; ")
    heard = said(f"{SENTENCES['last_heard']} {line.last_heard}") if line.last_heard else ""
    return runs_of(line) | {
        "left": _mark(line.mark, doc) + said(f" {line.left}", bold=True),
        "who": for_whom + said(line.name, bold=True),
        "stop": said(line.stop, bold=True),
        "tags": joined([said(tag) for tag in line.tags], "; "),
        "recorded": LINE_END.join(one for one in recorded if one),
        "when": LINE_END.join(one for one in (said(line.since), heard) if one),
        "later": said(f"{SENTENCES['later']} ") + later + said(".") if later else "",
    }


def _mark(which: Mark, doc: Document) -> Markup:
    """Return a mark as a small picture, of which the word beside it says everything."""
    return _picture(_drawn(which), 3.1, "", doc)


@cache
def _drawn(which: Mark) -> bytes:
    return png(alone(which), _MARK_PIXELS)


def _picture(drawn: bytes, wide: float, described: str, doc: Document) -> Markup:
    """Return a run with a picture of so many millimetres, and its words for who cannot see."""
    inline = doc.part.new_pic_inline(BytesIO(drawn), width=Mm(wide), height=None)
    inline.docPr.set("descr", clean(described))
    for side in _SIDES:
        inline.set(side, "0")
    drawing = f"<w:r><w:drawing>{inline.xml}</w:drawing></w:r>"
    return Markup(drawing)  # noqa: S704 - python-docx wrote and escaped it
