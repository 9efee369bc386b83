"""GraphML (http://graphml.graphdrawing.org/) and GEXF 1.3 (https://gexf.net/), node by node.

GraphML is for yEd, Gephi, Cytoscape and networkx. GEXF is for Gephi, whose timeline shows each
node and link on its days. Memory does not grow with the
file. The columns come first in both, which is why the graph is gone through twice.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import IO

from graph.export.formats.file_format import FileFormat
from graph.export.formats.flattening import columns, link_facts, node_facts, plain
from graph.export.formats.lifetimes import Lifetime, Lifetimes
from graph.export.formats.losses import graph_losses
from graph.export.formats.property_graph import PropertyGraph, Value
from graph.export.formats.xml_text import escaped, text_of
from graph.export.package import Package

_TYPES = {str: "string", bool: "boolean", int: "long", float: "double"}
_XML = '<?xml version="1.0" encoding="UTF-8"?>\n'


class _Columns:
    """The columns of all nodes or of all edges: how they are declared, and each value."""

    def __init__(
        self, declared: str, value: str, every: Iterable[Mapping[str, Value]], without: str = ""
    ) -> None:
        types = {name: kind for name, kind in columns(every).items() if name != without}
        self._value = value
        self._ids = {name: str(number) for number, name in enumerate(types)}
        self.declared = "".join(
            declared.format(id=self._ids[name], name=name, type=_TYPES[kind])
            for name, kind in types.items()
        )

    def facts(self, facts: Mapping[str, Value]) -> str:
        """Return some facts as values."""
        return "".join(
            self._value.format(id=self._ids[name], text=escaped(plain(value)))
            for name, value in facts.items()
            if name in self._ids
        )


def _graphml(graph: PropertyGraph) -> Iterator[str]:
    def of(letter: str, word: str, every: Iterable[Mapping[str, Value]]) -> _Columns:
        key = (
            f'<key id="{letter}{{id}}" for="{word}" attr.name="{{name}}" attr.type="{{type}}"/>'
        )
        return _Columns(f"{key}\n", f'<data key="{letter}{{id}}">{{text}}</data>', every)

    nodes = of("n", "node", map(node_facts, graph.nodes()))
    edges = of("e", "edge", map(link_facts, graph.links()))
    yield f'{_XML}<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
    yield f'{nodes.declared}{edges.declared}<graph id="G" edgedefault="directed">\n'
    for node in graph.nodes():
        yield f'<node id="{escaped(node.key)}">{nodes.facts(node_facts(node))}</node>\n'
    for number, link in enumerate(graph.links()):
        ends = f'source="{escaped(link.source)}" target="{escaped(link.target)}"'
        yield f'<edge id="e{number}" {ends}>{edges.facts(link_facts(link))}</edge>\n'
    yield "</graph>\n</graphml>\n"


def _gexf(graph: PropertyGraph) -> Iterator[str]:
    forms = (
        '<attribute id="{id}" title="{name}" type="{type}"/>\n',
        '<attvalue for="{id}" value="{text}"/>',
    )
    nodes = _Columns(*forms, map(node_facts, graph.nodes()), "label")
    edges = _Columns(*forms, (link.facts for link in graph.links()), "label")

    def values(of: _Columns, facts: Mapping[str, Value]) -> str:
        written = of.facts(facts)
        return f"<attvalues>{written}</attvalues>" if written else ""

    lives = Lifetimes(graph)
    yield f'{_XML}<gexf xmlns="http://gexf.net/1.3" version="1.3">\n'
    yield '<graph defaultedgetype="directed" mode="dynamic" timeformat="date">\n'
    for word, of in (("node", nodes), ("edge", edges)):
        yield f'<attributes class="{word}">\n{of.declared}</attributes>\n'
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
    yield "</edges>\n</graph>\n</gexf>\n"


def _days(life: Lifetime) -> str:
    """Return the first and the last day as attributes; an open end is none."""
    named = zip(("start", "end"), life, strict=True)
    return "".join(f' {name}="{day.isoformat()}"' for name, day in named if day is not None)


def _write(
    pieces: Callable[[PropertyGraph], Iterator[str]], package: Package, out: IO[bytes]
) -> None:
    for piece in pieces(PropertyGraph(package)):
        out.write(piece.encode())


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
