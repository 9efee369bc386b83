"""A picture ready to be drawn: where each thing is, and its words on each day.

It has plain values, in no library's terms, except the options and the edges, which are pyvis's.
"""

import hashlib
import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import pairwise
from typing import Any

from graph.picture.draw.cards import Card, Spans, at
from graph.picture.draw.shown_text import shown
from graph.picture.draw.tie_days import DrawnTie, TieWords
from graph.picture.layout.cards_to_place import COLUMN
from graph.picture.layout.free_lines import Straight
from graph.record.dates import BEGINNING
from graph.record.vocabulary import Left
from graph.views.free_view import ThingKind
from graph.words.marks import looks
from graph.words.name_marks import ASKED_NOT, with_marks
from graph.words.wording import LEFT_WORDS

_LONGEST_WORDS = 40
_MOST_CHANGES = 3
_COUNTED = (Left.YES, Left.POSSIBLY, Left.NO, Left.UNKNOWN, Left.ABROAD)
LARGE = 150
"""Cards from which on a view begins with marks alone; names come as one looks closer."""


@dataclass(frozen=True, kw_only=True)
class Picture:
    """A network, ready to be drawn: `ids` are the ids of the nodes p0, p1, ..."""

    ids: tuple[str, ...]
    kinds: tuple[ThingKind, ...]
    """The kind of each, for a click."""
    cards: Mapping[str, Spans[Card]]
    """By id, from which day on each card says what."""
    nodes: tuple[dict[str, Any], ...]
    edges: tuple[dict[str, Any], ...]
    ties: tuple[DrawnTie, ...]
    """What each edge says on which day, in the order of the edges."""
    lines: tuple[Straight, ...]
    """The lines of descent."""
    day: date
    alt: str
    over_days: bool = False
    """Whether it follows the day that is chosen; else it shows its own alone."""
    folded: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The people of each card of several."""
    options: dict[str, Any] = field(default_factory=dict)
    rings: tuple[float, ...] = ()
    """The radius of each ring around the card in the middle."""
    fill: bool = False
    """Whether it fills the window, and the wheel zooms it; else it is as high as its cards."""

    def card(self, id_: str, day: date | None = None) -> Card:
        """Return the card of somebody on a day, by default the picture's own."""
        return at(self.cards[id_], self.day if day is None else day)

    def days(self) -> list[date]:
        """Return the days on which anything of it changes."""
        spans = [*self.cards.values(), *(tie.spans for tie in self.ties)]
        return sorted({first for one in spans for first, _ in one} - {BEGINNING})

    def captions(self) -> dict[date, str]:
        """Return what the cards say anew on each day on which one of them changes.

        Each name has its stop behind it. Of many changes on one day, the first are named.
        """
        found: defaultdict[date, list[str]] = defaultdict(list)
        for spans in self.cards.values():
            for (_, before), (day, card) in pairwise(spans):
                if (before.word, before.status) != (card.word, card.status):
                    name = with_marks(card.name, (ASKED_NOT,) if card.stop else ())
                    said = ", ".join(filter(None, (card.word, card.status)))
                    found[day].append(shown(f"{name}: {said}"))
        return {day: _caption(said) for day, said in sorted(found.items())}

    def spots(self) -> dict[str, tuple[float, float]]:
        """Return the place of each card, by id."""
        return {
            id_: (one["x"], one["y"]) for id_, one in zip(self.ids, self.nodes, strict=True)
        }

    def node(self, id_: str | None) -> str | None:
        """Return the node of somebody; None where they are not in the picture."""
        nth = None if id_ is None else self._numbers.get(id_)
        return None if nth is None else f"p{nth}"

    def behind(self, node: str) -> tuple[ThingKind, str] | None:
        """Return the thing of a node; None for a node that is not in this picture."""
        number = node.removeprefix("p")
        if not number.isdecimal() or int(number) >= len(self.ids):
            return None
        return self.kinds[int(number)], self.ids[int(number)]

    @cached_property
    def _numbers(self) -> dict[str, int]:
        return {id_: nth for nth, id_ in enumerate(self.ids)}

    @cached_property
    def drawing(self) -> dict[str, Any]:
        """Return all that the browser draws, for every day: it does not change with the day."""
        styles: dict[str, int] = {}
        edges = [
            _edge_json(edge, tie, styles)
            for edge, tie in zip(self.edges, self.ties, strict=True)
        ]
        found = {
            "nodes": [
                [node["id"], node["x"], node["y"], _card_json(self.cards[id_])]
                for node, id_ in zip(self.nodes, self.ids, strict=True)
            ],
            "edges": edges,
            "styles": [json.loads(style) for style in styles],
            "lines": self.lines,
            "rings": self.rings,
            "options": self.options,
            "looks": looks(),
            "world": self.world(),
            "large": len(self.nodes) > LARGE,
            "fill": self.fill,
            "alt": self.alt,
            "day": None if self.over_days else self.day.isoformat(),
            "counted": [LEFT_WORDS[left] for left in _COUNTED] if self.over_days else [],
            "shape": _digest([[n["id"], n["x"], n["y"]] for n in self.nodes]),
        }
        return found | {"sum": _digest(found)}

    def world(self) -> dict[str, float]:
        """Return the edges of all that is drawn."""
        return {
            "left": min(node["x"] for node in self.nodes) - COLUMN * 0.55,
            "right": max(node["x"] for node in self.nodes) + COLUMN * 0.55,
            "top": min(node["y"] for node in self.nodes) - 84,
            "bottom": max(node["y"] for node in self.nodes) + 84,
        }


def _caption(changes: Sequence[str]) -> str:
    more = len(changes) - _MOST_CHANGES
    return "; ".join([*changes[:_MOST_CHANGES], *([f"and {more} more"] if more > 0 else [])])


def _card_json(spans: Spans[Card]) -> list[list[Any]]:
    return [[first.isoformat(), card.as_json()] for first, card in spans]


def _edge_json(edge: Mapping[str, Any], tie: DrawnTie, styles: dict[str, int]) -> list[Any]:
    """Return an edge as its nodes, the number of its style, and what it says when."""
    style = {name: edge[name] for name in ("color", "width", "dashes", "smooth")}
    number = styles.setdefault(json.dumps(style, sort_keys=True), len(styles))
    spans = [
        [day.isoformat(), None if words is None else [_line_words(words), int(words.doubtful)]]
        for day, words in tie.spans
    ]
    return [edge["from"], edge["to"], number, spans]


def _line_words(words: TieWords) -> str:
    text = shown(words.text)
    text = text if len(text) <= _LONGEST_WORDS else f"{text[:_LONGEST_WORDS]}…"
    return f"{text}?" if words.doubtful and not text.endswith("?") else text


def _digest(value: object) -> str:
    return hashlib.sha256(json.dumps(value, sort_keys=True).encode()).hexdigest()
