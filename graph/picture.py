"""The network of one child as pyvis builds it: fixed places, one card a person, every tie.

The only module that knows pyvis. What it returns is plain JSON values; the browser draws them
with the library that pyvis ships (`library`), offline, and never as a page of pyvis's own.
"""

import hashlib
import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pyvis
from pyvis.network import Network as Drawing

from graph.answer import ChildAnswer, Relative
from graph.network_view.layout import COLUMN
from graph.network_view.marks import Mark, looks, mark_of
from graph.network_view.scene import Scene, scene
from graph.network_view.text import shown
from graph.network_view.ties import INK
from graph.vocabulary import Care
from graph.wording import LEFT_WORDS, STATUS_WORDS

_LIBRARY = Path(pyvis.__file__).parent / "lib" / "vis-9.1.2" / "vis-network.min.js"
_CARE_WORDS = {
    Care.CAREGIVER: "caregiver",
    Care.VISITED: "visited",
    Care.FORMER: "former caregiver",
    Care.DECLINED: "declined to care",
}
_LOOKS_OF_NODES: dict[bool, dict[str, Any]] = {
    True: {"shape": "custom"},
    False: {"shape": "dot", "size": 0.1, "color": INK},
}


@cache
def library() -> str:
    """Return the script of vis-network, as the pyvis wheel carries it."""
    return _LIBRARY.read_text(encoding="utf-8")


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A network, ready to be drawn; `people` are the ids behind the nodes p0, p1, ..."""

    people: tuple[str, ...]
    nodes: tuple[dict[str, Any], ...]
    edges: tuple[dict[str, Any], ...]
    options: dict[str, Any]
    day: str
    alt: str

    def data(self, selected: str | None) -> dict[str, Any]:
        """Return what the browser needs to draw it."""
        bare = [{k: v for k, v in node.items() if k != "card"} for node in self.nodes]
        return {
            "nodes": list(self.nodes),
            "edges": list(self.edges),
            "options": self.options,
            "looks": looks(),
            "world": self._world(),
            "shape": _digest(bare),
            "lines": _digest(self.edges),
            "selected": f"p{self.people.index(selected)}" if selected in self.people else None,
            "day": self.day,
            "alt": self.alt,
        }

    def _world(self) -> dict[str, float]:
        cards = [node for node in self.nodes if "card" in node]
        return {
            "left": min(node["x"] for node in cards) - COLUMN * 0.55,
            "right": max(node["x"] for node in cards) + COLUMN * 0.55,
            "top": min(node["y"] for node in cards) - 84,
            "bottom": max(node["y"] for node in cards) + 84,
        }


def _digest(value: object) -> str:
    return hashlib.sha256(json.dumps(value, sort_keys=True).encode()).hexdigest()


def picture(answer: ChildAnswer) -> Picture:
    """Build the network around a child on the day of an answer."""
    around = answer.network
    carers = [one.person.id for one in answer.relatives if one.care is not None]
    drawn = scene(around.facts, around.child.id, _cards(answer), carers)
    nodes, edges = _through_pyvis(drawn)
    return Picture(
        people=drawn.people,
        nodes=nodes,
        edges=edges,
        options=_options(),
        day=answer.as_of.isoformat(),
        alt=_alt(answer),
    )


def _through_pyvis(drawn: Scene) -> tuple[tuple[dict[str, Any], ...], ...]:
    """Build the network; a label is a blank, since pyvis would show the id instead of none."""
    drawing = Drawing(directed=True, heading="", select_menu=False, filter_menu=False)
    for node in drawn.nodes:
        rest = {key: value for key, value in node.items() if key != "id"}
        drawing.add_node(node["id"], label=" ", **(_LOOKS_OF_NODES["card" in node] | rest))
    for edge in drawn.edges:
        rest = {key: value for key, value in edge.items() if key not in ("from", "to")}
        drawing.add_edge(edge["from"], edge["to"], **rest)
    nodes, edges, *_ = drawing.get_network_data()
    return tuple(nodes), tuple(edges)


def _options() -> dict[str, Any]:
    """Return the options of the drawing: nothing moves by itself, nothing can be dragged."""
    return {
        "physics": {"enabled": False},
        "layout": {"randomSeed": 1},
        "interaction": {
            "dragNodes": False,
            "dragView": True,
            "zoomView": False,  # the wheel scrolls the page; buttons zoom
            "hover": False,
            "selectable": False,
            "tooltipDelay": 0,
        },
        "nodes": {"chosen": False},
        "edges": {"chosen": False},
    }


def _cards(answer: ChildAnswer) -> dict[str, dict[str, Any]]:
    around = answer.network
    found = {around.child.id: _plain_card(around.child.name, Mark.CHILD, "the child", "")}
    for id_ in around.siblings:
        relation = (
            around.reached[id_].relation if id_ in around.reached else "brother or sister"
        )
        name = around.facts.people[id_].name
        found[id_] = _plain_card(name, Mark.SIBLING, "also a child", "not counted", relation)
    for id_, card in found.items():
        card["stop"] = "Do not contact" if id_ in answer.stops else ""
    return found | {relative.person.id: _card(relative) for relative in answer.relatives}


def _plain_card(
    name: str, mark: Mark, word: str, status: str, relation: str = ""
) -> dict[str, Any]:
    return {
        "name": shown(name),
        "mark": mark.value,
        "word": word,
        "status": status,
        "relation": shown(relation),
        "stop": "",
        "note": "",
    }


def _card(relative: Relative) -> dict[str, Any]:
    said = relative.answer
    notes = [
        "household asked not to" if relative.household_asked_not else "",
        "" if relative.care is None else _CARE_WORDS[relative.care],
        "a group" if relative.group else "",
    ]
    return _plain_card(
        relative.person.name,
        mark_of(said),
        LEFT_WORDS[said.left],
        STATUS_WORDS[said.status],
        relative.reached.relation,
    ) | {
        "stop": "Do not contact" if relative.do_not_contact else "",
        "note": " · ".join(note for note in notes if note),
    }


def _alt(answer: ChildAnswer) -> str:
    counts = ", ".join(f"{count} {word}" for word, count in answer.counts().items())
    return shown(
        f"Network of the {len(answer.relatives)} people recorded around "
        f"{answer.network.child.name} on {answer.as_of.isoformat()}: {counts}. The list below "
        "says the same in words, and a person can be chosen there."
    )
