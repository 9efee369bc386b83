"""PDF: a briefing of one page to a few for each family, and a fact sheet across families."""

from typing import IO

from graph.export.documents.family_picture import FamilyPicture, pictures
from graph.export.documents.paper import PARTICULARS, paper
from graph.export.documents.sentences import SENTENCES, TITLE
from graph.export.documents.sheet import sheet
from graph.export.formats.document_losses import of_a_document, statements, without_a_child
from graph.export.formats.file_format import FileFormat
from graph.export.formats.losses import not_held
from graph.export.formats.pdf_text import text
from graph.export.formats.svg_letters import lettered
from graph.export.formats.typesetting import pdf, values_of
from graph.export.package import Package
from graph.picture.draw.mark_svg import alone
from graph.picture.draw.svg import size
from graph.words.marks import Mark

HEADING = "Children left behind, and who is left to contact"


def write_briefing(package: Package, file: IO[bytes]) -> None:
    """Write the briefing."""
    said = paper(package)
    used = {line.mark for part in said.families for line in part.lines}
    around = {
        "title": TITLE,
        "words": SENTENCES,
        "particulars": PARTICULARS,
        "marks": {which.value: alone(which) for which in sorted(used | {Mark.ASKED})},
        "pictures": [_picture(one) for one in pictures(package)],
    }
    file.write(pdf("briefing.typ", values_of(said) | around, package.made_on))


def _picture(drawn: FamilyPicture) -> dict[str, object]:
    svg, letters = lettered(drawn.svg(bare=True))
    return {
        "svg": svg,
        "alt": drawn.caption.described,
        "wide": size(svg)[0],
        "letters": letters,
    }


def write_sheet(package: Package, file: IO[bytes]) -> None:
    """Write the fact sheet."""
    around = {
        "title": f"{HEADING}: a fact sheet",
        "heading": HEADING,
        "words": SENTENCES,
        "particulars": PARTICULARS,
    }
    file.write(pdf("factsheet.typ", values_of(sheet(package)) | around, package.made_on))


def _losses_of_a_sheet(package: Package) -> tuple[str, ...]:
    """Return what no document holds, and what only a briefing says."""
    said = {one.headline for one in package.briefings}
    more = sum(one not in said for one in statements(package.briefings))
    words = "sentences that a briefing has: reasons, timeline, appeals, doubts"
    return (*of_a_document(package), not_held(words, more))


PDF = FileFormat(
    name="pdf",
    suffix=".pdf",
    about="a briefing to print: the answer, who is left and why not, each statement cited",
    write=write_briefing,
    losses=of_a_document,
    text=text,
    binary=True,
    refuses=without_a_child,
)
FACTSHEET = FileFormat(
    name="factsheet",
    suffix=".pdf",
    about="one page to a few across families: how many children have nobody left, and which",
    write=write_sheet,
    losses=_losses_of_a_sheet,
    text=text,
    binary=True,
    refuses=without_a_child,
)
