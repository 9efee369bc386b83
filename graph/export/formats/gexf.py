"""GEXF 1.2 (https://gexf.net/), the format of Gephi, written node by node.

The columns come first, which is why the graph is gone through twice.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import IO

from graph.export.formats.file_format import FileFormat
from graph.export.formats.flattening import columns, node_facts, plain
from graph.export.formats.losses import graph_losses
from graph.export.formats.property_graph import PropertyGraph, Value
from graph.export.formats.xml_text import escaped, text_of
from graph.export.package import Package

_TYPES = {str: "string", bool: "boolean", int: "long", float: "double"}
_BEGIN = """<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">
<graph defaultedgetype="directed" mode="static">
"""
_END = "</edges>\n</graph>\n</gexf>\n"


def write(handed: Package, out: IO[bytes]) -> None:
    """Write the property graph; `labels` says what a node is."""
    for piece in _pieces(PropertyGraph(handed)):
        out.write(piece.encode())


def _pieces(graph: PropertyGraph) -> Iterator[str]:
    nodes = _Attributes("node", (node_facts(node) for node in graph.nodes()))
    edges = _Attributes("edge", (link.facts for link in graph.links()))
    yield _BEGIN
    yield from nodes.declared()
    yield from edges.declared()
    yield "<nodes>\n"
    for node in graph.nodes():
        facts = node_facts(node)
        label = escaped(plain(facts["label"]))
        begin = f'<node id="{escaped(node.key)}" label="{label}">'
        yield f"{begin}{nodes.facts(facts)}</node>\n"
    yield "</nodes>\n<edges>\n"
    for number, link in enumerate(graph.links()):
        ends = f'source="{escaped(link.source)}" target="{escaped(link.target)}"'
        begin = f'<edge id="e{number}" {ends} label="{link.type}">'
        yield f"{begin}{edges.facts(link.facts)}</edge>\n"
    yield _END


class _Attributes:
    """The columns of all nodes or of all edges, as GEXF declares them; `label` is no column."""

    def __init__(self, of: str, every: Iterable[Mapping[str, Value]]) -> None:
        self._of = of
        self._types = columns(every)
        self._types.pop("label", None)
        self._ids = {name: str(n) for n, name in enumerate(self._types)}

    def declared(self) -> Iterator[str]:
        """Yield the declarations."""
        yield f'<attributes class="{self._of}">\n'
        for name, kind in self._types.items():
            what = f'title="{name}" type="{_TYPES[kind]}"'
            yield f'<attribute id="{self._ids[name]}" {what}/>\n'
        yield "</attributes>\n"

    def facts(self, facts: Mapping[str, Value]) -> str:
        """Return some facts as values."""
        ids = self._ids
        values = [
            f'<attvalue for="{ids[name]}" value="{escaped(plain(value))}"/>'
            for name, value in facts.items()
            if name in ids
        ]
        return f"<attvalues>{''.join(values)}</attvalues>" if values else ""


GEXF = FileFormat(
    name="gexf",
    suffix=".gexf",
    about="a graph for Gephi",
    write=write,
    losses=graph_losses,
    text=text_of,
)
