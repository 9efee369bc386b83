"""Cytoscape JSON (https://js.cytoscape.org/#notation/elements-json), also for Cytoscape itself.

Written node by node; numbers, truth values and lists keep their types.
"""

from collections.abc import Iterable, Iterator
from typing import IO, Any

from graph.export.formats.file_format import FileFormat
from graph.export.formats.flattening import link_facts, node_facts
from graph.export.formats.json_text import as_line, text_of
from graph.export.formats.losses import graph_losses
from graph.export.formats.property_graph import Node, PropertyGraph
from graph.export.package import Package


def write(package: Package, out: IO[bytes]) -> None:
    """Write the property graph as elements; `labels` says what a node is.

    Cytoscape shows `name`; networkx reads `value`, and `key` of a link.
    """
    for piece in _pieces(PropertyGraph(package)):
        out.write(piece.encode("utf-8", "replace"))


def _pieces(graph: PropertyGraph) -> Iterator[str]:
    yield '{"data": {}, "directed": true, "multigraph": true, "elements": {"nodes": [\n'
    yield from _listed(_named(node) for node in graph.nodes())
    yield '\n], "edges": [\n'
    yield from _listed(
        {
            "id": f"e{n}",
            "key": n,
            "source": link.source,
            "target": link.target,
            **link_facts(link),
        }
        for n, link in enumerate(graph.links())
    )
    yield "\n]}}\n"


def _named(node: Node) -> dict[str, Any]:
    facts = node_facts(node)
    return {"id": node.key, "value": node.key, "name": facts["label"], **facts}


def _listed(every: Iterable[dict[str, Any]]) -> Iterator[str]:
    between = ""
    for facts in every:
        yield between + as_line({"data": facts})
        between = ",\n"


CYTOSCAPE = FileFormat(
    name="cytoscape",
    suffix=".cyjs",
    about="a graph for Cytoscape and pages that use cytoscape.js",
    write=write,
    losses=lambda package: graph_losses(package, controls=True, lists=True),
    text=text_of,
)
