"""One HTML file with a family's network: it loads nothing and needs no other file.

The drawing is the app's own (the same scripts). Its words are in a table as well, and the SVG
is for printing. Stored text is data for the script, or escaped between tags. The page's policy
lets no other script run, and lets nothing be fetched.
"""

import hashlib
import json
import re
from base64 import b64encode
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from graph.picture.browser import NETWORK_SCRIPTS, asset
from graph.picture.draw.markup import plain
from graph.words.marks import Mark

_UNSAFE = str.maketrans({c: f"\\u{ord(c):04x}" for c in "<>&\u2028\u2029"})
_SLOT = re.compile(r"\{\{(\w+)\}\}")
_COLUMNS = ("Name", "Relation to the child", "Left to contact", "Recorded", "Note")
_HEADS = "".join(f'<th scope="col">{name}</th>' for name in _COLUMNS)
_LABELS = ("red", "amber", "green")


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyPage:
    """One family of a page.

    `drawings` are what the canvas draws: the picture, and where some cards stand for several
    people, the picture of everybody. `rows` are nodes of these with what their cards say.
    """

    title: str
    under: str
    svg: str
    legend: Sequence[tuple[Mark, str]]
    rows: Sequence[tuple[str, Mapping[str, str]]]
    drawings: Sequence[Mapping[str, Any]]


def page(families: Sequence[FamilyPage], library: str, label: str, foot: str) -> str:
    """Return the whole file.

    Args:
        families: whom it shows, in this order.
        library: the script of vis-network.
        label: of the Traffic Light Protocol; "" for none.
        foot: a sentence below everything.
    """
    style = asset("file_page.css", "canvas.css")
    drawing = asset(*NETWORK_SCRIPTS).replace(
        "export default function", "function drawNetwork", 1
    )
    script = f"{drawing}\n{asset('file_page.js')}"
    title = families[0].title if len(families) == 1 else f"{len(families)} families"
    slots = {
        "policy": _policy(style, library, script),
        "title": _words(title),
        "style": style,
        "label": _words(label),
        "families": "".join(
            _family(number, one, alone=len(families) == 1)
            for number, one in enumerate(families)
        ),
        "foot": _words(foot),
        "data": _island([{"drawings": list(one.drawings)} for one in families]),
        "library": library,
        "script": script,
    }
    named = asset("file_page.html").replace('class="label"', f'class="{_label_class(label)}"')
    return _SLOT.sub(lambda slot: slots[slot[1]], named)


def _policy(style: str, *scripts: str) -> str:
    hashes = " ".join(_hash(script) for script in scripts)
    return (
        f"default-src 'none'; script-src {hashes}; style-src {_hash(style)}; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    """Return what a policy names an element by. Lines end alike, as a browser reads them."""
    digest = hashlib.sha256(text.replace("\r\n", "\n").encode()).digest()
    return f"'sha256-{b64encode(digest).decode()}'"


def _island(value: object) -> str:
    """Return JSON that ends no element, whatever is in it."""
    return json.dumps(value, ensure_ascii=False).translate(_UNSAFE)


def _words(text: str) -> str:
    return escape(plain(text))


def _label_class(label: str) -> str:
    found = (word for word in _LABELS if word in label.lower())
    return f"label {next(found, '')}".strip()


def _family(number: int, family: FamilyPage, *, alone: bool) -> str:
    heading = "" if alone else f'<h2 dir="auto">{_words(family.title)}</h2>'
    return (
        f'<section data-family="{number}">{heading}<p dir="auto">{_words(family.under)}</p>'
        '<div class="frame"><div data-network role="img"></div><div class="buttons">'
        '<button type="button" data-all aria-pressed="false" hidden>A card for everybody'
        "</button>"
        '<button type="button" data-zoom="1.25" aria-label="Zoom in">+</button>'
        '<button type="button" data-zoom="0.8" aria-label="Zoom out">\u2212</button>'
        '<button type="button" data-zoom="0">See all</button></div></div>'
        f'<div class="paper">{family.svg}</div>'
        '<div class="chosen" data-chosen role="status"><p>Choose a card, or a name in the '
        "list, to read what is recorded.</p></div>"
        f'<ul class="legend">{"".join(_legend(family))}</ul>'
        "<table><caption>The same in words: everybody in the picture</caption>"
        f"<thead><tr>{_HEADS}</tr></thead>"
        f"<tbody>{''.join(_row(node, card) for node, card in family.rows)}</tbody></table>"
        "</section>"
    )


def _legend(family: FamilyPage) -> Iterator[str]:
    for mark, text in family.legend:
        yield f'<li data-mark="{mark.value}"><span dir="auto">{_words(text)}</span></li>'


def _row(node: str, card: Mapping[str, str]) -> str:
    name, relation, word, status, note = (
        _words(card.get(part, "")) for part in ("name", "relation", "word", "status", "note")
    )
    stop = _words(card.get("stop", ""))
    asked = f'<div class="stop">{stop}</div>' if stop else ""
    return (
        f'<tr data-node="{escape(node)}"><td dir="auto"><button type="button">{name}</button>'
        f'</td><td dir="auto">{relation}</td><td>{word}{asked}</td><td>{status}</td>'
        f'<td dir="auto">{note}</td></tr>'
    )
