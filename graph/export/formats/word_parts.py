"""The parts of a Word file that python-docx does not know: footnotes, and what to leave out."""

import zipfile
from io import BytesIO

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

_PROPERTIES = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
    'extended-properties"/>'
)
_UNWANTED = ("/thumbnail", "/customXml")


def add_notes(doc: Document) -> None:
    """Add the footnotes: their two lines, and a note for each of `notes`."""
    lines = "".join(
        f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{mark}/></w:r></w:p>'
        "</w:footnote>"
        for kind, number, mark in (
            ("separator", -1, "separator"),
            ("continuationSeparator", 0, "continuationSeparator"),
        )
    )
    note = (
        '{% for note in notes %}<w:footnote w:id="{{ loop.index }}"><w:p><w:pPr>'
        '<w:pStyle w:val="footnotetext"/></w:pPr><w:r><w:rPr><w:vertAlign w:val="superscript"/>'
        '</w:rPr><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> </w:t></w:r>{{ note }}'
        "</w:p></w:footnote>{% endfor %}"
    )
    written = f"<w:footnotes {nsdecls('w')}>{lines}{note}</w:footnotes>"
    part = Part(
        PackURI("/word/footnotes.xml"),
        CONTENT_TYPE.WML_FOOTNOTES,
        written.encode(),
        doc.part.package,
    )
    doc.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    doc.settings.element.append(
        parse_xml(
            f'<w:footnotePr {nsdecls("w")}><w:footnote w:id="-1"/><w:footnote w:id="0"/>'
            "</w:footnotePr>"
        )
    )


def emptied(doc: Document) -> Document:
    """Take out what a new document brings along: a picture, a program's name, an author."""
    for holder in (doc.part.package, doc.part):
        for name, link in [*holder.rels.items()]:
            if link.reltype.endswith(_UNWANTED):
                del holder.rels[name]
    for part in doc.part.package.iter_parts():
        if part.partname == "/docProps/app.xml":
            part._blob = _PROPERTIES.encode()  # noqa: SLF001 - python-docx has no such part
    return doc


def rezipped(packed: bytes) -> bytes:
    """Pack a file again without the time of its making: the same content, the same bytes."""
    file = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(packed)) as before,
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as after,
    ):
        for name in before.namelist():
            after.writestr(zipfile.ZipInfo(name), before.read(name), zipfile.ZIP_DEFLATED)
    return file.getvalue()
