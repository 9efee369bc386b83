"""The answer of a command as nodes and links, for `--format graph`. Pure but for `write_graph`.

{"nodes": [{"id", "labels", "name", "do_not_contact", "properties"}], "links": [{"source",
"target", "type", "properties"}], "notices": [...]}: the shape that networkx calls node-link.
"""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

import typer

from graph.questions.answer_values import NAMES, is_node, is_relationship, walk
from graph.views.free_view import FreeView

Node = dict[str, Any]
Link = dict[str, Any]


def node(
    id_: str,
    labels: Sequence[str] = (),
    name: str | None = None,
    properties: Mapping[str, Any] | None = None,
) -> Node:
    """Return a node as it is written; whether not to contact it is set by `write_graph`."""
    return {
        "id": id_,
        "labels": list(labels),
        "name": name or id_,
        "do_not_contact": False,
        "properties": dict(properties or {}),
    }


def nodes_and_links(
    rows: Iterable[Sequence[Any]], ends: Mapping[str, Mapping[str, Any]]
) -> tuple[list[Node], list[Link]]:
    """Return the nodes and links in rows of plain values, each once; also those in paths.

    Args:
        rows: values as `graph/console/driver_values.py` shapes them.
        ends: nodes that relationships lead to and that are not in the rows: id, labels, name.
    """
    things = [thing for row in rows for thing in walk(row)]
    nodes = {thing["element"]: _node(thing) for thing in things if is_node(thing)}
    relationships = {thing["element"]: thing for thing in things if is_relationship(thing)}
    for element, end in ends.items():
        nodes.setdefault(element, node(end["id"], end["labels"], end["name"]))
    return list(nodes.values()), list(_links(relationships.values(), nodes))


def _node(thing: Mapping[str, Any]) -> Node:
    properties = thing["properties"]
    name = next((str(properties[key]) for key in NAMES if properties.get(key)), None)
    return node(thing["id"], thing["labels"], name, properties)


def _links(
    relationships: Iterable[Mapping[str, Any]], nodes: Mapping[str, Node]
) -> Iterator[Link]:
    for one in relationships:
        if one["start"] in nodes and one["end"] in nodes:
            yield {
                "source": nodes[one["start"]]["id"],
                "target": nodes[one["end"]]["id"],
                "type": one["type"],
                "properties": one["properties"],
            }


def things_and_ties(view: FreeView) -> tuple[list[Node], list[Link]]:
    """Return what a view shows as nodes and links."""
    nodes = [
        node(
            one.id, [one.kind.value.capitalize()], one.name, {"is": one.word, "when": one.said}
        )
        for one in view.things.values()
    ]
    return nodes, [
        {
            "source": bond.start,
            "target": bond.end,
            "type": bond.kind.upper(),
            "properties": {
                "words": bond.words,
                "kind": bond.qualifier,
                "doubtful": bond.doubtful,
            },
        }
        for bond in view.bonds
    ]


def graph_text(
    nodes: Iterable[Node],
    links: Iterable[Link],
    do_not_contact: Collection[str],
    notices: Iterable[str],
) -> str:
    """Return a graph as JSON; people with a hard stop are marked in it."""
    marked = [one | {"do_not_contact": one["id"] in do_not_contact} for one in nodes]
    graph = {"nodes": marked, "links": list(links), "notices": list(notices)}
    return json.dumps(graph, ensure_ascii=False, indent=1, default=str)


def write_graph(
    nodes: Iterable[Node],
    links: Iterable[Link],
    do_not_contact: Collection[str],
    notices: Iterable[str],
) -> None:
    """Write a graph to standard output; people with a hard stop are marked in it."""
    typer.echo(graph_text(nodes, links, do_not_contact, notices))
