"""Tables of the Word template: quiet lines, a head that stands on each page, rows that hold."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

_CELL = "Cell"
_TWIP = 25.4 / 1440
"""In millimetres."""


@dataclass(frozen=True, slots=True)
class WordColumn:
    """A column: its head, its width in millimetres, and what each row says in it.

    `values` are places of the template; each is a paragraph of its own, and all but the first
    go where they are empty.
    """

    head: str
    wide: float
    values: tuple[str, ...]


def add_table(doc: Document, loop: str, columns: Sequence[WordColumn]) -> None:
    """Add a table with a row for each of `loop`, such as "one in part.timeline"."""
    rows = [
        _marker(f"for {loop}", len(columns)),
        _row([_cell(one.wide, _paragraphs(one.values)) for one in columns], "<w:cantSplit/>"),
        _marker("endfor", len(columns)),
    ]
    if any(one.head for one in columns):
        heads = [_cell(one.wide, [_paragraph(_run(one.head, bold=True))]) for one in columns]
        rows.insert(0, _row(heads, "<w:cantSplit/><w:tblHeader/>"))
    _add(doc, [one.wide for one in columns], _lines(4, ("top", "bottom", "insideH")), rows)


def add_box(doc: Document, title: str, said: str, wide: float) -> None:
    """Add a box with a thick border, a title and a sentence."""
    inside = [
        _paragraph(_run(title, bold=True, half_points=24)),
        _paragraph(_run(said)),
    ]
    border = _lines(24, ("top", "left", "bottom", "right"))
    _add(doc, [wide], border, [_row([_cell(wide, inside)], "<w:cantSplit/>")])


def _add(doc: Document, widths: Iterable[float], border: str, rows: Iterable[str]) -> None:
    grid = "".join(f'<w:gridCol w:w="{_twips(wide)}"/>' for wide in widths)
    table = parse_xml(
        f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblW w:w="0" w:type="auto"/>'
        f'<w:tblBorders>{border}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )
    doc.element.body.insert(len(doc.element.body) - 1, table)


def _lines(eighths: int, sides: Iterable[str]) -> str:
    return "".join(
        f'<w:{side} w:val="single" w:sz="{eighths}" w:space="0" w:color="000000"/>'
        for side in sides
    )


def _row(cells: Iterable[str], properties: str) -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def _marker(words: str, columns: int) -> str:
    """Return a row that goes, and leaves what the template does there."""
    first = _cell(10, [_paragraph(_run(f"{{%tr {words} %}}"))])
    return _row([first] + [_cell(10, [_paragraph("")])] * (columns - 1), "")


def _cell(wide: float, paragraphs: Iterable[str]) -> str:
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{_twips(wide)}" w:type="dxa"/></w:tcPr>'
        f"{''.join(paragraphs)}</w:tc>"
    )


def _paragraphs(values: tuple[str, ...]) -> Iterable[str]:
    first, *others = values
    yield _paragraph(_run(f"{{{{r {first} }}}}"))
    for value in others:
        yield _paragraph(_run(f"{{%p if {value} %}}"))
        yield _paragraph(_run(f"{{{{r {value} }}}}"))
        yield _paragraph(_run("{%p endif %}"))


def _paragraph(runs: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{_CELL}"/></w:pPr>{runs}</w:p>'


def _run(words: str, *, bold: bool = False, half_points: int = 0) -> str:
    size = f'<w:sz w:val="{half_points}"/>' if half_points else ""
    look = ("<w:b/>" if bold else "") + size
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def _twips(millimetres: float) -> int:
    return round(millimetres / _TWIP)
