"""PDF: a briefing of one page to a few for each family."""

from typing import IO

from graph.briefing.formats.document_losses import of_a_document, without_a_child
from graph.briefing.formats.format import Format
from graph.briefing.formats.pdf_text import text
from graph.briefing.formats.svg_letters import lettered
from graph.briefing.formats.typesetting import fields_of, pdf
from graph.briefing.handed import Handed
from graph.briefing.paper import PARTICULARS, paper
from graph.briefing.paper.sentences import SENTENCES, TITLE
from graph.briefing.picture import Drawn, pictures
from graph.network_view.marks import Mark
from graph.network_view.marks_drawn import alone
from graph.network_view.svg import size


def write(handed: Handed, file: IO[bytes]) -> None:
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


def _picture(drawn: Drawn) -> dict[str, object]:
    svg, letters = lettered(drawn.svg(bare=True))
    return {
        "svg": svg,
        "alt": drawn.caption.described,
        "wide": size(svg)[0],
        "letters": letters,
    }


PDF = Format(
    name="pdf",
    suffix=".pdf",
    about="a briefing to print: the answer, who is left and why not, each statement cited",
    write=write,
    losses=of_a_document,
    text=text,
    binary=True,
    refuses=without_a_child,
)
