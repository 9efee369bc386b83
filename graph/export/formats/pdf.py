"""PDF: a briefing of one page to a few for each family."""

from typing import IO

from graph.export.documents.family_picture import FamilyPicture, pictures
from graph.export.documents.paper import PARTICULARS, paper
from graph.export.documents.sentences import SENTENCES, TITLE
from graph.export.formats.document_losses import of_a_document, without_a_child
from graph.export.formats.file_format import FileFormat
from graph.export.formats.pdf_text import text
from graph.export.formats.svg_letters import lettered
from graph.export.formats.typesetting import fields_of, pdf
from graph.export.package import Package
from graph.picture.draw.mark_svg import alone
from graph.picture.draw.svg import size
from graph.words.marks import Mark


def write(handed: Package, file: IO[bytes]) -> None:
    """Write the briefing."""
    said = paper(handed)
    used = {line.mark for part in said.families for line in part.lines}
    around = {
        "title": TITLE,
        "words": SENTENCES,
        "particulars": PARTICULARS,
        "marks": {which.value: alone(which) for which in sorted(used | {Mark.ASKED})},
        "pictures": [_picture(one) for one in pictures(handed)],
    }
    file.write(pdf("briefing.typ", fields_of(said) | around, handed.made_on))


def _picture(drawn: FamilyPicture) -> dict[str, object]:
    svg, letters = lettered(drawn.svg(bare=True))
    return {
        "svg": svg,
        "alt": drawn.caption.described,
        "wide": size(svg)[0],
        "letters": letters,
    }


PDF = FileFormat(
    name="pdf",
    suffix=".pdf",
    about="a briefing to print: the answer, who is left and why not, each statement cited",
    write=write,
    losses=of_a_document,
    text=text,
    binary=True,
    refuses=without_a_child,
)
