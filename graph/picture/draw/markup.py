"""SVG as text, with everything that was stored escaped.

Nothing stored reaches a tag, an attribute's name or a style. It reaches only the text between
tags, and there only what XML allows.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import groupby
from xml.sax.saxutils import escape, quoteattr

from graph.picture.draw.shown_text import shown
from graph.picture.layout.text_widths import ARABIC, PLAIN, Face, FontRun, runs, width

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_RIGHT_TO_LEFT = ("R", "AL")


def plain(text: str) -> str:
    """Return a text as XML may hold it: on one line, without what XML has no letter for."""
    return " ".join(_NOT_XML.sub("\ufffd", shown(text)).split())


def element(tag: str, inner: str = "", /, **attributes: float | str) -> str:
    """Return an element; `inner` is markup already. An underscore in a name is a hyphen."""
    said = "".join(
        f" {name.rstrip('_').replace('_', '-')}={quoteattr(_said(value))}"
        for name, value in attributes.items()
    )
    return f"<{tag}{said}>{inner}</{tag}>" if inner else f"<{tag}{said}/>"


def _said(value: float | str) -> str:
    return value if isinstance(value, str) else f"{value:.2f}".rstrip("0").rstrip(".")


def line_of_text(text: str, x: float, y: float, face: Face, anchor: str = "start") -> str:
    """Return one line of text; its direction is its own, by its first strong letter.

    `anchor` says which side of the text is at x, left or right whatever the direction.
    Each part in another script has its own place: renderers choose one font for what they
    set at once, and do not agree on the direction of a line.
    """
    text = plain(text)
    parts = runs(text)
    more: dict[str, float | str] = {"font_weight": "bold"} if face.bold else {}
    more |= {"font_style": "italic"} if face.italic else {}
    if len(parts) > 1:
        x -= {"start": 0.0, "middle": 0.5, "end": 1.0}[anchor] * width(text, face)
        pieces = "".join(_piece(run, at) for run, at in _set_out(parts, x, face))
        return element("text", pieces, y=y, font_size=face.size, **more)
    if right_to_left(text) and anchor != "middle":
        half = width(text, face) / 2
        x, anchor = x + (half if anchor == "start" else -half), "middle"
    more |= {"direction": "rtl"} if right_to_left(text) else {}
    more |= {"text_anchor": anchor} if anchor != "start" else {}
    if parts and parts[0].families != PLAIN:
        more["font_family"] = parts[0].families
    return element("text", escape(text), x=x, y=y, font_size=face.size, **more)


def _set_out(parts: Sequence[FontRun], x: float, face: Face) -> list[tuple[FontRun, float]]:
    """Return each part with the place of its left end, in the order of the text.

    What is written from the left keeps its order also in a line from the right.
    """
    turned_line = right_to_left("".join(run.text for run in parts))
    parts = list(_spaces_apart(parts)) if turned_line else parts
    order = list(range(len(parts)))
    if turned_line:
        together = groupby(order, key=lambda i: parts[i].turned)
        blocks = [list(found)[:: -1 if turned else 1] for turned, found in together]
        order = [i for block in reversed(blocks) for i in block]
    places: dict[int, float] = {}
    for i in order:
        places[i] = x
        x += width(parts[i].text, face)
    return [(run, places[i]) for i, run in enumerate(parts)]


def _spaces_apart(parts: Sequence[FontRun]) -> Iterator[FontRun]:
    """Yield the parts of a line from the right; space between directions is from the right."""
    for i, run in enumerate(parts):
        text = run.text
        if not run.turned and (i == 0 or parts[i - 1].turned):
            text = text.lstrip(" ")
            yield from (FontRun(" ", ARABIC) for _ in range(len(run.text) - len(text)))
        inner = text
        if not run.turned and (i == len(parts) - 1 or parts[i + 1].turned):
            inner = text.rstrip(" ")
        yield from (FontRun(one, run.file) for one in (inner,) if one)
        yield from (FontRun(" ", ARABIC) for _ in range(len(text) - len(inner)))


def _piece(run: FontRun, x: float) -> str:
    return element("tspan", escape(run.text), x=x, font_family=run.families)


def words(text: str) -> str:
    """Return a text as markup."""
    return escape(plain(text))


def right_to_left(text: str) -> bool:
    """Return whether the first strong letter of a text is of a right-to-left script."""
    directions = (unicodedata.bidirectional(letter) for letter in text)
    first = next((one for one in directions if one in ("L", *_RIGHT_TO_LEFT)), "L")
    return first in _RIGHT_TO_LEFT


def document(inner: str, width: float, height: float, title: str, description: str) -> str:
    """Return a whole SVG, which says what it shows to those who do not see it."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_said(width)}" '
        f'height="{_said(height)}" viewBox="0 0 {_said(width)} {_said(height)}" role="img" '
        f'font-family="{PLAIN}">'
        f"<title>{words(title)}</title><desc>{words(description)}</desc>"
        f"{inner}</svg>"
    )
