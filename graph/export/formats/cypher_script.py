"""A Cypher script: one statement a line, constraints first; running it twice changes nothing.

The script is a file that is exported, never a query of the program. Every text in it is a
literal that cannot end before its end, whatever it holds. It is escaped as JSON, which Cypher
reads alike. This was tried on 5.26.30 and 2026.08.1, also for texts that look like escapes
themselves.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import IO, TypeVar

from graph.export.formats.file_format import FileFormat
from graph.export.formats.json_text import as_line
from graph.export.formats.losses import graph_losses
from graph.export.formats.property_graph import PERSON_LABELS, GraphLink, PropertyGraph, Value
from graph.export.package import Package

_LABELS = {
    "export": "Export",
    "answer": "Answer",
    "dataset": "Dataset",
    "source": "Source",
    "place": "Place",
    "event": "Event",
    "claim": "Claim",
}
_UNIQUE = ("Person", "Organisation", *_LABELS.values())
"""The labels under which an id is one thing's."""
Kind = TypeVar("Kind", bound=tuple[str, ...])

AT_ONCE = 100
"""Nodes or links in a statement."""
_TEXT = re.compile(r'"(?:[^"\\]|\\.)*"')


def write(package: Package, out: IO[bytes]) -> None:
    """Write the property graph as statements for an empty Neo4j."""
    for statement in _statements(PropertyGraph(package)):
        out.write(f"{statement};\n".encode("utf-8", "replace"))


def _statements(graph: PropertyGraph) -> Iterator[str]:
    for label in _UNIQUE:
        name = f"handed_{label.lower()}"
        yield (f"CREATE CONSTRAINT {name} IF NOT EXISTS FOR (n:{label}) REQUIRE n.id IS UNIQUE")
    for labels, rows in _listed((node.labels, _map(node.facts)) for node in graph.nodes()):
        first, *more = labels
        also = "".join(f", n:{label}" for label in more)
        yield f"UNWIND {rows} AS row MERGE (n:{first} {{id: row.id}}) SET n = row{also}"
    links = ((_kind(graph, link), _row(n, link)) for n, link in enumerate(graph.links()))
    for (type_, one, other), rows in _listed(links):
        ends = f"MATCH (a:{one} {{id: row.a}}), (b:{other} {{id: row.b}})"
        merged = f"MERGE (a)-[r:{type_} {{link: row.link}}]->(b) SET r += row.facts"
        yield f"UNWIND {rows} AS row {ends} {merged}"


def _listed(every: Iterable[tuple[Kind, str]]) -> Iterator[tuple[Kind, str]]:
    """Yield literals of one kind as lists, some at a time.

    Neo4j works out anew how to run each statement that it has not met, which takes longer than
    to run it: a statement for each node takes minutes where lists take seconds.
    """
    waiting: defaultdict[Kind, list[str]] = defaultdict(list)
    for kind, literal in every:
        waiting[kind].append(literal)
        if len(waiting[kind]) == AT_ONCE:
            yield kind, f"[{', '.join(waiting.pop(kind))}]"
    for kind, literals in waiting.items():
        yield kind, f"[{', '.join(literals)}]"


def _row(number: int, link: GraphLink) -> str:
    one, other = (key.partition(":")[2] for key in (link.source, link.target))
    ends = f"a: {_literal(one)}, b: {_literal(other)}"
    return f"{{link: {number}, {ends}, facts: {_map(link.facts)}}}"


def _kind(graph: PropertyGraph, link: GraphLink) -> tuple[str, str, str]:
    """Return what the links of one statement share: their type and the labels of the ends."""
    return (link.type, _label(graph, link.source), _label(graph, link.target))


def _label(graph: PropertyGraph, key: str) -> str:
    kind, _, id_ = key.partition(":")
    if kind == "person":
        return PERSON_LABELS[graph.known.people[id_].kind][0]
    return _LABELS[kind]


def _map(facts: Mapping[str, Value]) -> str:
    return "{" + ", ".join(f"{name}: {_literal(value)}" for name, value in facts.items()) + "}"


def _literal(value: Value) -> str:
    if isinstance(value, date):
        return f'date("{value.isoformat()}")'
    return as_line(value)


def text_of(content: bytes) -> str:
    """Return the script, and every text in it with its escapes resolved."""
    script = content.decode()
    return "\n".join([script, *(json.loads(text) for text in _TEXT.findall(script))])


CYPHER = FileFormat(
    name="cypher",
    suffix=".cypher",
    about="a script for an empty Neo4j: cypher-shell -f FILE",
    write=write,
    losses=lambda package: graph_losses(package, controls=True, lists=True, days=True),
    text=text_of,
)
