"""A scene as the canvas draws it, for a file of its own: one day, and pyvis's network.

Only this module and `graph/picture/pyvis_network.py` know pyvis. The other one is for the app
and moves with the day.
"""

import hashlib
import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from pyvis.network import Network as Drawing

from graph.picture.draw.prepared import LARGE
from graph.picture.draw.scene import Scene
from graph.picture.layout.cards_to_place import COLUMN, ROW
from graph.picture.pyvis_network import options
from graph.record.dates import BEGINNING
from graph.words.marks import looks


def drawing(drawn: Scene, day: date, alt: str, names: Mapping[str, str]) -> dict[str, Any]:
    """Return a scene in the shape of `Picture.drawing`.

    Args:
        drawn: the scene.
        day: the day that it shows.
        alt: what it shows, in words.
        names: what each node with a card is called on the page.
    """
    cards = {node["id"]: node for node in drawn.nodes if "card" in node}
    bent = [edge for edge in drawn.edges if edge["smooth"]]
    nodes, edges = _through_pyvis(cards, bent)
    found = {
        "nodes": [
            [names[n["id"]], n["x"], n["y"], _always(_said(cards[n["id"]]))] for n in nodes
        ],
        "edges": [
            [names[edge["from"]], names[edge["to"]], i, _always([edge["label"].strip(), 0])]
            for i, edge in enumerate(edges)
        ],
        "styles": [
            {name: value for name, value in edge.items() if name not in ("from", "to", "label")}
            for edge in edges
        ],
        "lines": _lines(drawn),
        "options": options(),
        "looks": looks(),
        "world": _world(cards),
        "large": len(cards) > LARGE,
        "alt": alt,
        "day": day.isoformat(),
        "counted": [],
    }
    said = json.dumps(found, sort_keys=True).encode()
    return found | {"shape": (digest := hashlib.sha256(said).hexdigest()), "sum": digest}


def _through_pyvis(
    cards: Mapping[str, Mapping[str, Any]], bent: list[dict[str, Any]]
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Build the network; a label is a blank, since pyvis would show the id instead of none."""
    network = Drawing(directed=True, heading="", select_menu=False, filter_menu=False)
    for name, node in cards.items():
        network.add_node(name, label=" ", shape="custom", x=node["x"], y=node["y"])
    for edge in bent:
        style = {name: value for name, value in edge.items() if name not in ("from", "to")}
        network.add_edge(edge["from"], edge["to"], **style)
    nodes, edges, *_ = network.get_network_data()
    return nodes, edges


def _always(said: object) -> list[list[object]]:
    return [[BEGINNING.isoformat(), said]]


def _said(node: Mapping[str, Any]) -> dict[str, str]:
    return {name: text for name, text in node["card"].items() if text}


def _lines(drawn: Scene) -> list[list[float | str]]:
    """Return the straight lines, as the canvas draws them below the network."""
    at = {node["id"]: (node["x"], node["y"]) for node in drawn.nodes}
    return [
        [
            *at[edge["from"]],
            *at[edge["to"]],
            edge["width"],
            int(bool(edge["dashes"])),
            edge.get("label", ""),
        ]
        for edge in drawn.edges
        if not edge["smooth"]
    ]


def _world(cards: Mapping[str, Mapping[str, Any]]) -> dict[str, float]:
    xs = [node["x"] for node in cards.values()]
    ys = [node["y"] for node in cards.values()]
    return {
        "left": min(xs) - COLUMN * 0.55,
        "right": max(xs) + COLUMN * 0.55,
        "top": min(ys) - ROW * 0.43,
        "bottom": max(ys) + ROW * 0.43,
    }
