"""A picture's letters, made ready for a PDF: each run in a face that has them.

In a text of several writing systems the typesetter takes the face of one; so each run becomes
a part of its own, and a character that no face has stands as its code.
"""

from lxml import etree

from graph.briefing.formats.coverage import showable
from graph.briefing.scripts import runs

_SVG = "{http://www.w3.org/2000/svg}"
_FACES = {"ug": "Noto Naskh Arabic", "ar": "Noto Naskh Arabic", "zh": "Noto Sans SC"}


def settable(svg: str) -> str:
    """Return a picture in which every text can be set."""
    root = etree.fromstring(svg.encode())
    for line in [*root.iter(f"{_SVG}text")]:
        if line.text:
            _part(line)
    return str(etree.tostring(root, encoding="unicode"))


def _part(line: etree._Element) -> None:
    """Part a line of text into its runs."""
    parts = runs(line.text or "")
    line.text = ""
    for part in parts:
        span = etree.SubElement(line, f"{_SVG}tspan")
        span.text = showable(part.text)
        if part.lang in _FACES:
            span.set("font-family", _FACES[part.lang])
