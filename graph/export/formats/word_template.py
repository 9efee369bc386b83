"""The template of the Word document: styles, page and places, in the marks of docxtpl.

It is made here and not kept as a file, so that what is in it can be read and reviewed.
`{{r x}}` is replaced by runs, `{%p ... %}` takes its paragraph with it.
"""

from functools import cache
from io import BytesIO

from docx import Document
from docx.document import Document as Doc
from docx.enum.text import WD_BREAK, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph

from graph.export.formats.word_parts import add_notes, emptied
from graph.export.formats.word_tables import WordColumn, add_box, add_table

FACES = {"ascii": "Arial", "hAnsi": "Arial", "cs": "Arial", "eastAsia": "Microsoft YaHei"}
"""Faces that offices have, and that hold Uyghur letters: a Word file carries no fonts."""
_QUIET = RGBColor(85, 85, 85)
_DAY = "{{r frame.as_of }}{% if frame.known_on %}, as known on {{r frame.known_on }}{% endif %}"
WIDE = 162
"""The width of the text, in millimetres."""


@cache
def template() -> bytes:
    """Return the template as a .docx."""
    doc = emptied(Document())
    _set_page(doc)
    _set_styles(doc)
    _set_head_and_foot(doc)
    _families(doc)
    _ending(doc)
    add_notes(doc)
    file = BytesIO()
    doc.save(file)
    return file.getvalue()


def _set_page(doc: Doc) -> None:
    [section] = doc.sections
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(24)
    section.top_margin, section.bottom_margin = Mm(30), Mm(28)
    section.header_distance = section.footer_distance = Mm(12)


def _set_styles(doc: Doc) -> None:
    _styled(doc, "Normal", 9.5, after=4)
    _styled(doc, "Heading 1", 19, bold=True, after=6)
    _styled(doc, "Heading 2", 11.5, bold=True, before=16, after=5)
    _styled(doc, "List Bullet", 9.5, after=3)
    _styled(doc, "Header", 8)
    _styled(doc, "Footer", 8)
    for name, size in (("Kicker", 8.5), ("Lead", 12), ("Cell", 8.5), ("Small", 7.5)):
        doc.styles.add_style(name, 1)
        _styled(doc, name, size, after=2 if name != "Lead" else 6)
    doc.styles.add_style("footnote text", 1)
    _styled(doc, "footnote text", 7)
    for name in ("Kicker", "Small"):
        doc.styles[name].font.color.rgb = _QUIET


def _styled(
    doc: Doc, name: str, size: float, *, bold: bool = False, before: float = 0, after: float = 0
) -> None:
    style = doc.styles[name]
    if not isinstance(style, ParagraphStyle):
        raise TypeError(f"{name} is no style of a paragraph")
    style.font.size, style.font.bold, style.font.italic = Pt(size), bold, False
    style.font.color.rgb = RGBColor(0, 0, 0)
    style.paragraph_format.space_before = Pt(before)
    style.paragraph_format.space_after = Pt(after)
    style.paragraph_format.line_spacing = 1.1
    properties = style.element.get_or_add_rPr()
    faces = properties.get_or_add_rFonts()
    for face in [*faces.attrib]:
        del faces.attrib[face]
    for where, face in FACES.items():
        faces.set(qn(f"w:{where}"), face)
    properties.append(parse_xml(f'<w:szCs {nsdecls("w")} w:val="{round(2 * size)}"/>'))
    properties.append(
        parse_xml(f'<w:lang {nsdecls("w")} w:val="en-GB" w:eastAsia="zh-CN" w:bidi="ug-CN"/>')
    )


def _set_head_and_foot(doc: Doc) -> None:
    [section] = doc.sections
    for part, left in (
        (section.header, "Briefing   Export {{r frame.export_id }}"),
        (section.footer, f"{{{{r frame.audience }}}}. As of {_DAY}. "),
    ):
        line = part.paragraphs[0]
        line.style.paragraph_format.tab_stops.clear_all()
        line.paragraph_format.tab_stops.add_tab_stop(Mm(WIDE), WD_TAB_ALIGNMENT.RIGHT)
        line.add_run(left)
        if part is section.footer:
            line.add_run("Page ")
            _field(line, "PAGE")
            line.add_run(" of ")
            _field(line, "NUMPAGES")
        line.add_run("\t")
        line.add_run("{{r label }}")
    if_recipient = section.footer.add_paragraph("{%p if frame.recipient %}")
    if_recipient.style = doc.styles["Footer"]
    section.footer.add_paragraph("For: {{r frame.recipient }}", style="Footer")
    section.footer.add_paragraph("{%p endif %}", style="Footer")


def _field(line: Paragraph, what: str) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), what)
    field.append(parse_xml(f"<w:r {nsdecls('w')}><w:t>1</w:t></w:r>"))
    line._p.append(field)  # noqa: SLF001 - python-docx has no fields


def _families(doc: Doc) -> None:
    doc.add_paragraph("{%p for part in families %}")
    kicker = doc.add_paragraph(style="Kicker")
    kicker.add_run(f"{{{{r question }}}} As of {_DAY}")
    doc.add_paragraph("{{r part.title }}", style="Heading 1")
    _each(
        doc,
        "one in part.children",
        "{% if one.names %}{{r one.names }}. {% endif %}{{r one.circumstances }}",
        style="Normal",
    )
    _each(doc, "one in part.headline", "{{r one }}", style="Lead")
    _each(doc, "one in part.thread", "{{ sentences.last_thread }} {{r one }}", style="Normal")
    _each(doc, "one in part.counts", "{{r one }}", style="Normal")
    _stop(doc)
    _clocks(doc)
    doc.add_paragraph("{%p if part.picture %}")
    doc.add_paragraph("{{r part.picture }}").paragraph_format.space_before = Pt(9)
    doc.add_paragraph("{{ sentences.picture }}", style="Small")
    doc.add_paragraph("{%p endif %}")
    _people(doc)
    _timeline(doc)
    _appeals(doc)
    for name, heading, empty in (
        ("doubtful", "What is doubtful", "nothing_doubtful"),
        ("disagreeing", "Which sources disagree", "nobody_disagrees"),
    ):
        doc.add_paragraph(heading, style="Heading 2")
        _each(doc, f"one in part.{name}", "{{r one }}", empty=empty)
    _each(doc, "one in part.read", "{{r one }}", style="Normal")
    doc.add_paragraph("{%p if not loop.last %}")
    doc.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    doc.add_paragraph("{%p endif %}")
    doc.add_paragraph("{%p endfor %}")


def _each(
    doc: Doc, loop: str, said: str, *, style: str = "List Bullet", empty: str = ""
) -> None:
    """Add a paragraph for each; where there is none, the sentence that says so."""
    doc.add_paragraph(f"{{%p for {loop} %}}")
    doc.add_paragraph(said, style=style)
    if empty:
        doc.add_paragraph("{%p else %}")
        doc.add_paragraph(f"{{{{ sentences.{empty} }}}}")
    doc.add_paragraph("{%p endfor %}")


def _stop(doc: Doc) -> None:
    doc.add_paragraph("{%p if part.stops %}")
    add_box(doc, "DO NOT CONTACT", "{{ sentences.asked_not }} {{r part.stops }}.", WIDE)
    doc.add_paragraph("{%p endif %}")


def _clocks(doc: Doc) -> None:
    doc.add_paragraph("Four clocks", style="Heading 2")
    doc.add_paragraph("{%p for dials in part.clocks %}")
    doc.add_paragraph("{%p if dials.of %}")
    doc.add_paragraph("For {{r dials.of }}:", style="Kicker")
    doc.add_paragraph("{%p endif %}")
    columns = (
        WordColumn("Clock", 46, ("dial.label",)),
        WordColumn("On this day", 40, ("dial.value",)),
        WordColumn("What is recorded", 76, ("dial.note",)),
    )
    add_table(doc, "dial in dials.dials", columns)
    doc.add_paragraph("{%p endfor %}")


def _people(doc: Doc) -> None:
    columns = (
        WordColumn("Left to contact?", 28, ("line.left", "line.status")),
        WordColumn("Person, relation", 36, ("line.who", "line.relation", "line.tags")),
        WordColumn(
            "What is recorded",
            60,
            ("line.recorded", "line.later"),
        ),
        WordColumn("Since; last heard", 38, ("line.when",)),
    )
    _told(doc, "Who is left, and why not", "nobody_recorded", "line in part.lines", columns)


def _timeline(doc: Doc) -> None:
    columns = (
        WordColumn("When", 50, ("one.when",)),
        WordColumn("What is recorded", 112, ("one.what",)),
    )
    _told(doc, "Timeline", "no_event", "one in part.timeline", columns)


def _appeals(doc: Doc) -> None:
    columns = (
        WordColumn("What was asked", 58, ("one.asked",)),
        WordColumn("Of whom", 44, ("one.addressee",)),
        WordColumn("Answer", 34, ("one.answer",)),
        WordColumn("Without an answer", 26, ("one.days_without",)),
    )
    _told(doc, "Asked of authorities", "no_appeal", "one in part.appeals", columns)


def _told(
    doc: Doc, heading: str, empty: str, loop: str, columns: tuple[WordColumn, ...]
) -> None:
    """Add a heading and a table; where it would be empty, the sentence that says so."""
    doc.add_paragraph(heading, style="Heading 2")
    doc.add_paragraph(f"{{%p if not {loop.rsplit(maxsplit=1)[-1]} %}}")
    doc.add_paragraph(f"{{{{ sentences.{empty} }}}}")
    doc.add_paragraph("{%p else %}")
    add_table(doc, loop, columns)
    doc.add_paragraph("{%p endif %}")


def _ending(doc: Doc) -> None:
    doc.add_paragraph("What this document does not say", style="Heading 2")
    _each(doc, "one in not_said", "{{r one }}")
    doc.add_paragraph("{%p if left_out %}")
    doc.add_paragraph("What this audience does not get", style="Heading 2")
    _each(doc, "one in left_out", "{{r one }}")
    doc.add_paragraph("{%p endif %}")
    doc.add_paragraph("Sources", style="Heading 2")
    _each(doc, "one in sources", "{{r one }}", empty="no_source")
    doc.add_paragraph("About this document", style="Heading 2")
    columns = (WordColumn("", 46, ("one.name",)), WordColumn("", 116, ("one.value",)))
    add_table(doc, "one in particulars", columns)
