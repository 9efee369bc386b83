"""A fact sheet across families, as PDF."""

from typing import IO

from graph.export.documents.paper import PARTICULARS
from graph.export.documents.sentences import SENTENCES
from graph.export.documents.sheet import sheet
from graph.export.formats.document_losses import of_a_document, statements, without_a_child
from graph.export.formats.file_format import FileFormat
from graph.export.formats.losses import not_held
from graph.export.formats.pdf_text import text
from graph.export.formats.typesetting import fields_of, pdf
from graph.export.package import Package

HEADING = "Children left behind, and who is left to contact"
TITLE = f"{HEADING}: a fact sheet"


def write(handed: Package, file: IO[bytes]) -> None:
    """Write the fact sheet."""
    around = {
        "title": TITLE,
        "heading": HEADING,
        "words": SENTENCES,
        "particulars": PARTICULARS,
    }
    file.write(pdf("factsheet.typ", fields_of(sheet(handed)) | around, handed.made_on))


def losses(handed: Package) -> tuple[str, ...]:
    """Return what no document holds, and what only a briefing says."""
    said = {one.headline for one in handed.told}
    more = sum(one not in said for one in statements(handed.told))
    return (
        *of_a_document(handed),
        not_held("sentences that a briefing has: reasons, timeline, appeals, doubts", more),
    )


FACTSHEET = FileFormat(
    name="factsheet",
    suffix=".pdf",
    about="one page to a few across families: how many children have nobody left, and which",
    write=write,
    losses=losses,
    text=text,
    binary=True,
    refuses=without_a_child,
)
