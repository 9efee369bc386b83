"""Word: the same briefing as the PDF, to be edited; its footnotes are real ones.

The template is the folder `templates/briefing_docx`: the parts of a Word file as XML. Its marks
are those of docxtpl. `{{r x}}` is replaced by runs, and `{%p ... %}` takes its paragraph with
it.
"""

import zipfile
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import IO

from docx.document import Document
from docxtpl import DocxTemplate

from graph.export.documents.family_picture import pictures
from graph.export.documents.paper import paper
from graph.export.documents.sentences import TITLE
from graph.export.formats.document_losses import of_a_document, without_a_child
from graph.export.formats.file_format import FileFormat
from graph.export.formats.typesetting import TEMPLATES
from graph.export.formats.word_context import context
from graph.export.formats.word_text import text
from graph.export.package import Package

FONTS_OF_THE_READER = (
    "Not in this file: fonts; Uyghur, Arabic and Chinese names are shown in those of the "
    "machine that opens it."
)


def write(package: Package, file: IO[bytes]) -> None:
    """Write the briefing; the same export gives the same bytes."""

    def values(doc: Document) -> dict[str, object]:
        return context(paper(package), pictures(package), doc)

    write_word("briefing_docx", values, TITLE, package, file)


def write_word(
    template: str,
    values: Callable[[Document], dict[str, object]],
    title: str,
    package: Package,
    file: IO[bytes],
) -> None:
    """Write a Word file from a template.

    Args:
        template: the folder of its parts; what it lacks is that of the briefing.
        values: returns what its places are filled with; pictures become parts of the document.
        title: among its properties; it names nobody.
    """
    made = DocxTemplate(BytesIO(_template(template)))
    made.init_docx()
    made.render(values(made.docx), autoescape=True)
    properties = made.docx.core_properties
    for name in ("author", "last_modified_by", "comments", "keywords", "subject", "category"):
        setattr(properties, name, "")
    properties.title, properties.language, properties.revision = title, "en-GB", 1
    midnight = datetime(*package.made_on.timetuple()[:3], tzinfo=UTC)
    properties.created = properties.modified = midnight
    packed = BytesIO()
    made.save(packed)
    with zipfile.ZipFile(packed) as parts:
        file.write(_zipped((name, parts.read(name)) for name in parts.namelist()))


@cache
def _template(name: str) -> bytes:
    parts = _parts(TEMPLATES / "briefing_docx") | _parts(TEMPLATES / name)
    return _zipped((one, parts[one].read_bytes()) for one in sorted(parts))


def _parts(folder: Path) -> dict[str, Path]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path for path in files}


def _zipped(parts: Iterable[tuple[str, bytes]]) -> bytes:
    """Pack parts without the time of their making: the same content, the same bytes."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts:
            packed.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return file.getvalue()


def losses(package: Package) -> tuple[str, ...]:
    """Return what a Word file cannot hold: what no document holds, and the fonts."""
    return (*of_a_document(package), FONTS_OF_THE_READER)


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
