"""GraphML (http://graphml.graphdrawing.org/) and GEXF 1.3 (https://gexf.net/), node by node.

GraphML is for yEd, Gephi, Cytoscape and networkx. GEXF is for Gephi, whose timeline shows each
node and link on its days. The columns come first in both, and are known last: what follows them
is held until then, compressed, in memory. In a file of its own it would be in clear on a disk.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import IO
from zlib import compressobj, decompressobj

from graph.export.formats.file_format import FileFormat
from graph.export.formats.flattening import link_facts, node_facts, plain
from graph.export.formats.lifetimes import Lifetime, Lifetimes
from graph.export.formats.losses import graph_losses
from graph.export.formats.property_graph import PropertyGraph, Value
from graph.export.formats.xml_text import escaped, text_of
from graph.export.package import Package

_TYPES = {str: "string", bool: "boolean", int: "long", float: "double"}
_XML = '<?xml version="1.0" encoding="UTF-8"?>\n'


class _Columns:
    """The columns of all nodes or of all edges, known once every value was written."""

    def __init__(self, declared: str, value: str, without: str = "") -> None:
        self._declared, self._without = declared, without
        self._before, self._after = value.split("{text}")
        self._types: dict[str, str] = {}
        self._begins: dict[str, str] = {}

    def facts(self, facts: Mapping[str, Value]) -> str:
        """Return some facts as values."""
        return "".join(
            f"{self._begin(name, value)}{escaped(plain(value))}{self._after}"
            for name, value in facts.items()
            if name != self._without
        )

    def _begin(self, name: str, value: Value) -> str:
        """Return what begins a value of a column; its type is the one of its first value."""
        if name not in self._begins:
            self._begins[name] = self._before.format(id=len(self._begins))
            self._types[name] = _TYPES.get(type(value), "string")
        return self._begins[name]

    def declared(self) -> str:
        """Return how the columns are declared."""
        return "".join(
            self._declared.format(id=number, name=name, type=kind)
            for number, (name, kind) in enumerate(self._types.items())
        )


class _Packed:
    """Text that is held until the columns before it are known, compressed."""

    def __init__(self, pieces: Iterable[str]) -> None:
        packing = compressobj(1)
        packed = [packing.compress(piece.encode()) for piece in pieces]
        self._parts = [*filter(None, packed), packing.flush()]

    def __iter__(self) -> Iterator[bytes]:
        """Yield it in parts, as UTF-8."""
        unpacking = decompressobj()
        return map(unpacking.decompress, self._parts)


def _graphml(graph: PropertyGraph) -> Iterator[str | bytes]:
    def of(letter: str, word: str) -> _Columns:
        key = (
            f'<key id="{letter}{{id}}" for="{word}" attr.name="{{name}}" attr.type="{{type}}"/>'
        )
        return _Columns(f"{key}\n", f'<data key="{letter}{{id}}">{{text}}</data>')

    def body() -> Iterator[str]:
        for node in graph.nodes():
            yield f'<node id="{escaped(node.key)}">{nodes.facts(node_facts(node))}</node>\n'
        for number, link in enumerate(graph.links()):
            ends = f'source="{escaped(link.source)}" target="{escaped(link.target)}"'
            yield f'<edge id="e{number}" {ends}>{edges.facts(link_facts(link))}</edge>\n'

    nodes, edges = of("n", "node"), of("e", "edge")
    packed = _Packed(body())
    yield f'{_XML}<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
    yield f'{nodes.declared()}{edges.declared()}<graph id="G" edgedefault="directed">\n'
    yield from packed
    yield "</graph>\n</graphml>\n"


def _gexf(graph: PropertyGraph) -> Iterator[str | bytes]:
    forms = (
        '<attribute id="{id}" title="{name}" type="{type}"/>\n',
        '<attvalue for="{id}" value="{text}"/>',
    )
    nodes, edges = _Columns(*forms, "label"), _Columns(*forms, "label")
    lives = Lifetimes(graph)

    def values(of: _Columns, facts: Mapping[str, Value]) -> str:
        written = of.facts(facts)
        return f"<attvalues>{written}</attvalues>" if written else ""

    def body() -> Iterator[str]:
        yield "<nodes>\n"
        for node in graph.nodes():
            facts = node_facts(node)
            named = f'id="{escaped(node.key)}" label="{escaped(plain(facts["label"]))}"'
            yield f"<node {named}{_days(lives.of_node(node))}>{values(nodes, facts)}</node>\n"
        yield "</nodes>\n<edges>\n"
        for number, link in enumerate(graph.links()):
            ends = f'source="{escaped(link.source)}" target="{escaped(link.target)}"'
            begin = f'<edge id="e{number}" {ends} label="{link.type}"'
            yield f"{begin}{_days(lives.of_link(link))}>{values(edges, link.facts)}</edge>\n"

    packed = _Packed(body())
    yield f'{_XML}<gexf xmlns="http://gexf.net/1.3" version="1.3">\n'
    yield '<graph defaultedgetype="directed" mode="dynamic" timeformat="date">\n'
    for word, of in (("node", nodes), ("edge", edges)):
        yield f'<attributes class="{word}">\n{of.declared()}</attributes>\n'
    yield from packed
    yield "</edges>\n</graph>\n</gexf>\n"


def _days(life: Lifetime) -> str:
    """Return the first and the last day as attributes; an open end is none."""
    named = zip(("start", "end"), life, strict=True)
    return "".join(f' {name}="{day.isoformat()}"' for name, day in named if day is not None)


def _write(
    pieces: Callable[[PropertyGraph], Iterator[str | bytes]], package: Package, out: IO[bytes]
) -> None:
    for piece in pieces(PropertyGraph(package)):
        out.write(piece.encode() if isinstance(piece, str) else piece)


GRAPHML = FileFormat(
    name="graphml",
    suffix=".graphml",
    about="a graph for yEd, Gephi, Cytoscape and networkx",
    write=partial(_write, _graphml),
    losses=graph_losses,
    text=text_of,
)
GEXF = FileFormat(
    name="gexf",
    suffix=".gexf",
    about="a graph for Gephi and its timeline",
    write=partial(_write, _gexf),
    losses=graph_losses,
    text=text_of,
)
