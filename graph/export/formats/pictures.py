"""SVG and PNG: the family picture alone, one family below the other."""

import re
from collections.abc import Iterable
from functools import partial
from typing import IO
from xml.sax.saxutils import unescape

from graph.errors import GraphError
from graph.export.documents.family_picture import pictures
from graph.export.formats.document_losses import without_a_child
from graph.export.formats.file_format import FileFormat
from graph.export.formats.losses import not_held, rows
from graph.export.formats.xml_text import text_of
from graph.export.package import Package
from graph.picture.draw.png import pixels, png, texts
from graph.picture.draw.svg import below_each_other

_NARROWEST = 1000
_WRITTEN = re.compile(r"<(text|title|desc)\b[^>]*>(.*?)</\1>")
_TAG = re.compile("<[^>]*>")


class PictureTooLarge(GraphError):
    """So many families do not fit on one picture; the sentence says what to do."""


def drawn(package: Package) -> str:
    """Return the pictures of all families as one SVG."""
    return below_each_other([one.svg() for one in pictures(package)], package.export_id)


def write_svg(package: Package, file: IO[bytes]) -> None:
    """Write the picture as SVG."""
    file.write(drawn(package).encode())


def write_png(package: Package, file: IO[bytes]) -> None:
    """Write the picture as PNG.

    Raises:
        PictureTooLarge: of so many families nothing could be read.
    """
    svg = drawn(package)
    if pixels(svg) < _NARROWEST:
        raise PictureTooLarge(
            "These are too many families for one PNG that can be read: choose fewer, "
            "or take SVG or PDF."
        )
    file.write(png(svg, described="\n".join(_written(svg))))


def _written(svg: str) -> Iterable[str]:
    """Return every line of text of a picture."""
    return (unescape(_TAG.sub("", inner)) for _, inner in _WRITTEN.findall(svg) if inner)


def losses(package: Package) -> tuple[str, ...]:
    """Say what a picture cannot hold: it shows who there is, and a file has the records."""
    records = package.records
    shown = {
        id_ for one in package.briefings for id_ in (one.child, *(r.person for r in one.rows))
    }
    counts = {
        "reasons, dates and what happened later": sum(
            len(one.rows) for one in package.briefings
        ),
        "people out of reach of every child": len({c.about for c in records.people} - shown),
    }
    counted = (not_held(words, count) for words, count in counts.items() if count)
    return (*counted, *rows(records))


SVG = FileFormat(
    name="svg",
    suffix=".svg",
    about="the family picture, to be scaled and printed",
    write=write_svg,
    losses=losses,
    text=partial(text_of, picture=True),
    refuses=without_a_child,
)
PNG = FileFormat(
    name="png",
    suffix=".png",
    about="the family picture, for slides and letters",
    write=write_png,
    losses=losses,
    text=lambda content: "\n".join(texts(content)),
    binary=True,
    refuses=without_a_child,
)
