"""Word: the same briefing as the PDF, to be edited; its footnotes are real ones."""

from datetime import UTC, datetime
from io import BytesIO
from typing import IO

from docxtpl import DocxTemplate

from graph.export.documents.family_picture import pictures
from graph.export.documents.paper import paper
from graph.export.documents.sentences import TITLE
from graph.export.formats.document_losses import of_a_document, without_a_child
from graph.export.formats.file_format import FileFormat
from graph.export.formats.word_context import context
from graph.export.formats.word_parts import rezipped
from graph.export.formats.word_template import template
from graph.export.formats.word_text import text
from graph.export.package import Package

_FONTS = (
    "Not in this file: fonts; Uyghur, Arabic and Chinese names are shown in those of the "
    "machine that opens it."
)


def write(handed: Package, file: IO[bytes]) -> None:
    """Write the briefing; the same export gives the same bytes."""
    made = DocxTemplate(BytesIO(template()))
    made.init_docx()
    made.render(context(paper(handed), pictures(handed), made.docx), autoescape=True)
    properties = made.docx.core_properties
    for name in ("author", "last_modified_by", "comments", "keywords", "subject", "category"):
        setattr(properties, name, "")
    properties.title, properties.language, properties.revision = TITLE, "en-GB", 1
    midnight = datetime(*handed.made_on.timetuple()[:3], tzinfo=UTC)
    properties.created = properties.modified = midnight
    packed = BytesIO()
    made.save(packed)
    file.write(rezipped(packed.getvalue()))


def losses(handed: Package) -> tuple[str, ...]:
    """Return what a Word file cannot hold: what no document holds, and the fonts."""
    return (
        *of_a_document(handed),
        _FONTS,
    )


WORD = FileFormat(
    name="docx",
    suffix=".docx",
    about="the same briefing to edit in a word processor, with real footnotes",
    write=write,
    losses=losses,
    text=text,
    binary=True,
    refuses=without_a_child,
)
