"""The property graph as tables: which node stands in which, and with which columns."""

from collections.abc import Iterator
from itertools import groupby

from graph.export.formats.flattening import columns
from graph.export.formats.property_graph import GraphLink, Node, PropertyGraph, Value

TABLES = {
    "Export": "export",
    "Answer": "answers",
    "Dataset": "datasets",
    "Source": "sources",
    "Place": "places",
    "Person": "people",
    "Group": "people",
    "Organisation": "people",
    "Event": "events",
    "PersonClaim": "claims_about_people",
    "TieClaim": "claims_about_ties",
    "EventClaim": "claims_about_events",
    "Interpretation": "interpretations",
}
"""By the last label of a node, its table; a graph's nodes come table by table."""


def node_tables(graph: PropertyGraph) -> Iterator[tuple[str, list[str], Iterator[Node]]]:
    """Yield each table: its name, its columns, and its nodes one by one."""
    names = [
        (table, list(columns(node.facts for node in nodes)))
        for table, nodes in groupby(graph.nodes(), key=_table)
    ]
    tables = groupby(graph.nodes(), key=_table)
    for (table, its_columns), (_, nodes) in zip(names, tables, strict=True):
        yield table, its_columns, nodes


def link_columns(graph: PropertyGraph) -> list[str]:
    """Return the names of all facts of links."""
    return list(columns(link.facts for link in graph.links()))


def in_columns(thing: Node | GraphLink, names: list[str]) -> list[Value | None]:
    """Return the facts of a node or a link in the order of the columns."""
    return [thing.facts.get(name) for name in names]


def _table(node: Node) -> str:
    return TABLES[node.labels[-1]]
