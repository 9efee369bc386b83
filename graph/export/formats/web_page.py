"""HTML: the family's network in one file that opens in any browser and loads nothing."""

from html.parser import HTMLParser
from typing import IO

from graph.export.documents.family_picture import FamilyPicture, pictures
from graph.export.formats.document_losses import without_a_child
from graph.export.formats.file_format import FileFormat
from graph.export.formats.json_text import text_of as text_of_json
from graph.export.formats.pictures import PictureTooLarge, losses
from graph.export.formats.xml_text import where
from graph.export.package import Package
from graph.picture.draw.html_file import FamilyPage, page
from graph.picture.file_scene import drawing
from graph.picture.pyvis_network import library

MOST = 60
"""So many families on one page: each has a canvas of its own."""


def write(package: Package, file: IO[bytes]) -> None:
    """Write the page.

    Raises:
        PictureTooLarge: no browser shows so many families on one page.
    """
    drawn = list(pictures(package))
    if len(drawn) > MOST:
        raise PictureTooLarge(
            f"These are {len(drawn):,} families, and one page shows {MOST}: choose fewer, "
            "or take PDF."
        )
    families = [_family(package, one, number) for number, one in enumerate(drawn)]
    caption = drawn[0].caption
    file.write(page(families, library(), package.tlp, caption.foot).encode())


def _family(package: Package, drawn: FamilyPicture, number: int) -> FamilyPage:
    """Return a family of the page; somebody has one name in both of its drawings."""
    caption, whole = drawn.caption, drawn.whole
    names = {f"p{i}": f"f{number}p{i}" for i in range(len(whole.people))}
    person = dict(zip(whole.people, names.values(), strict=True))
    folded = {f"p{i}": person[id_] for i, id_ in enumerate(drawn.scene.people)}
    folded |= {node: f"f{number}{node}" for node in drawn.scene.more}
    folding = [(drawn.scene, folded)] if drawn.scene.more else []
    return FamilyPage(
        title=caption.title,
        under=caption.under,
        svg=drawn.svg(),
        legend=caption.legend,
        rows=[(names[node["id"]], node["card"]) for node in whole.nodes if "card" in node],
        drawings=[
            drawing(scene, package.as_of, caption.described, named)
            for scene, named in [*folding, (whole, names)]
        ],
    )


class _Texts(HTMLParser):
    """Gathers the texts of a page and of its attributes; data and scripts apart."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._within = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [value for name, value in attrs if value and not where(name, value)]
        self._within = tag
        if tag == "script" and ("type", "application/json") in attrs:
            self._within = "data"

    def handle_endtag(self, _tag: str) -> None:
        self._within = ""

    def handle_data(self, data: str) -> None:
        if self._within == "data":
            self.found.append(text_of_json(data.encode(), picture=True))
        elif self._within not in ("script", "style"):
            self.found.append(data)


def text(content: bytes) -> str:
    """Return every text of a page, a line each; scripts and styles are the program's own."""
    reader = _Texts()
    reader.feed(content.decode())
    return "\n".join(reader.found)


HTML = FileFormat(
    name="html",
    suffix=".html",
    about="the family's network as one page: to be clicked, zoomed and printed, offline",
    write=write,
    losses=losses,
    text=text,
    refuses=without_a_child,
)
