"""SVG as text, with everything that was stored escaped.

Nothing stored reaches a tag, an attribute's name or a style: only the text between tags, and
there only what XML allows.
"""

import re
import unicodedata
from xml.sax.saxutils import escape, quoteattr

from graph.network_view.text import shown
from graph.network_view.widths import FAMILIES, Face

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_RIGHT_TO_LEFT = ("R", "AL")
_FACES = ", ".join(f"'{family}'" for family in FAMILIES) + ", sans-serif"


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

    `anchor` says which side of the text stands at x, left or right whatever the direction.
    """
    turned = right_to_left(text)
    if turned and anchor != "middle":
        anchor = {"start": "end", "end": "start"}[anchor]
    more: dict[str, float | str] = {"font_weight": "bold"} if face.bold else {}
    more |= {"font_style": "italic"} if face.italic else {}
    more |= {"direction": "rtl"} if turned else {}
    more |= {"text_anchor": anchor} if anchor != "start" else {}
    return element("text", words(text), x=x, y=y, font_size=face.size, **more)


def words(text: str) -> str:
    """Return a text as markup."""
    return escape(plain(text))


def right_to_left(text: str) -> bool:
    """Tell whether the first strong letter of a text is of a script written from the right."""
    directions = (unicodedata.bidirectional(letter) for letter in text)
    first = next((one for one in directions if one in ("L", *_RIGHT_TO_LEFT)), "L")
    return first in _RIGHT_TO_LEFT


def document(inner: str, width: float, height: float, title: str, description: str) -> str:
    """Return a whole SVG, which says what it shows to those who do not see it."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_said(width)}" '
        f'height="{_said(height)}" viewBox="0 0 {_said(width)} {_said(height)}" role="img" '
        f'font-family="{_FACES}">'
        f"<title>{words(title)}</title><desc>{words(description)}</desc>"
        f"{inner}</svg>"
    )
