"""Facts for formats without lists, dates or empty values: plain text and numbers.

XML 1.0 cannot write some control characters, U+FFFE, U+FFFF and halves of pairs. Spreadsheets
and loaders stumble over them. Where a format does not escape them they become U+FFFD, and the
loss report counts them. Source: https://www.w3.org/TR/xml/#charsets
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import groupby

from graph.export.formats.property_graph import GraphLink, Node, PropertyGraph, Value

BETWEEN = "; "
"""The sign between the parts of a list."""
CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
REPLACED = "\ufffd"


def plain(value: Value) -> str:
    """Return a value as text: lists joined, days as 2018-06-24, `true` and `false`."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return BETWEEN.join(value)
    return value.isoformat() if isinstance(value, date) else str(value)


def clean(text: str) -> str:
    """Return a text without control characters."""
    return CONTROLS.sub(REPLACED, text)


def illegal(text: str) -> int:
    """Count the control characters of a text."""
    return len(CONTROLS.findall(text))


def columns(every: Iterable[Mapping[str, Value]]) -> dict[str, type]:
    """Return all names that some facts use, by name, each with its type; a name has one.

    Lists and dates are text here.
    """
    found: dict[str, type] = {}
    for facts in every:
        for name in facts.keys() - found.keys():
            value = facts[name]
            found[name] = type(value) if isinstance(value, bool | int | float) else str
    return {name: found[name] for name in sorted(found)}


def node_facts(node: Node) -> dict[str, Value]:
    """Return the facts of a node for a program that draws graphs.

    Such programs keep `id` for themselves, write `label` beside the node, and know no labels
    as Neo4j does: these become a text.
    """
    named = {"record": node.facts["id"], "labels": BETWEEN.join(node.labels)}
    rest = {name: value for name, value in node.facts.items() if name != "id"}
    return {"label": _title(node), **named, **rest}


def link_facts(link: GraphLink) -> dict[str, Value]:
    """Return the facts of a link for a program that draws graphs."""
    return {"label": link.type, **link.facts}


def _title(node: Node) -> str:
    for name in ("name", "title", "headline", "type", "words", "selection"):
        if said := node.facts.get(name):
            return str(said)
    return str(node.facts["id"])


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
