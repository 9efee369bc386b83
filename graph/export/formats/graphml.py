"""GraphML (http://graphml.graphdrawing.org/), for yEd, Gephi, Cytoscape and networkx.

Written node by node, so that memory does not grow with the file. Its columns come first, which
is why the graph is gone through twice.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import IO

from graph.export.formats.file_format import FileFormat
from graph.export.formats.flattening import columns, link_facts, node_facts, plain
from graph.export.formats.losses import graph_losses
from graph.export.formats.property_graph import PropertyGraph, Value
from graph.export.formats.xml_text import escaped, text_of
from graph.export.package import Package

_TYPES = {str: "string", bool: "boolean", int: "long", float: "double"}
_BEGIN = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
"""
_END = "</graph>\n</graphml>\n"


def write(handed: Package, out: IO[bytes]) -> None:
    """Write the property graph: `label` is what a program shows, `labels` what a node is."""
    write_graph(PropertyGraph(handed), out)


def write_graph(graph: PropertyGraph, out: IO[bytes]) -> None:
    """Write a graph that was added up already."""
    for piece in _pieces(graph):
        out.write(piece.encode())


def _pieces(graph: PropertyGraph) -> Iterator[str]:
    nodes = _Keys("node", "n", (node_facts(node) for node in graph.nodes()))
    edges = _Keys("edge", "e", (link_facts(link) for link in graph.links()))
    yield _BEGIN
    yield from nodes.declared()
    yield from edges.declared()
    yield '<graph id="G" edgedefault="directed">\n'
    for node in graph.nodes():
        yield f'<node id="{escaped(node.key)}">{nodes.facts(node_facts(node))}</node>\n'
    for number, link in enumerate(graph.links()):
        ends = f'source="{escaped(link.source)}" target="{escaped(link.target)}"'
        yield f'<edge id="e{number}" {ends}>{edges.facts(link_facts(link))}</edge>\n'
    yield _END


class _Keys:
    """The columns of all nodes or of all edges, as GraphML declares them."""

    def __init__(self, of: str, letter: str, every: Iterable[Mapping[str, Value]]) -> None:
        self._of = of
        self._types = columns(every)
        self._ids = {name: f"{letter}{n}" for n, name in enumerate(self._types)}

    def declared(self) -> Iterator[str]:
        """Yield the declarations."""
        for name, kind in self._types.items():
            what = f'for="{self._of}" attr.name="{name}" attr.type="{_TYPES[kind]}"'
            yield f'<key id="{self._ids[name]}" {what}/>\n'

    def facts(self, facts: Mapping[str, Value]) -> str:
        """Return some facts as data elements."""
        ids = self._ids
        return "".join(
            [f'<data key="{ids[name]}">{escaped(plain(v))}</data>' for name, v in facts.items()]
        )


GRAPHML = FileFormat(
    name="graphml",
    suffix=".graphml",
    about="a graph for yEd, Gephi, Cytoscape and networkx",
    write=write,
    losses=graph_losses,
    text=text_of,
)
