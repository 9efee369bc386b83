"""Files for `neo4j-admin database import full`: a graph of any size into an empty Neo4j.

https://neo4j.com/docs/operations-manual/5/import/ describes the headers. One space of ids holds
all nodes, so that relationships need one file only.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import IO

from graph.export.formats.archive import Archive, text_of
from graph.export.formats.file_format import FileFormat
from graph.export.formats.flattening import clean, node_tables
from graph.export.formats.losses import graph_losses
from graph.export.formats.property_graph import PropertyGraph, Value
from graph.export.package import Package

_TYPES = {str: "string", bool: "boolean", int: "long", float: "double", date: "date"}
_BETWEEN = "\x1f"
"""Between the parts of a list: a sign that no text holds, since control characters go."""
_README = """{tlp}. Export {export_id}.

Into an empty database, while Neo4j is stopped:

bin/neo4j-admin database import full neo4j \\
    --multiline-fields=true --array-delimiter=U+001F --overwrite-destination \\
{options}

Then, in Neo4j: CREATE CONSTRAINT FOR (n:Person) REQUIRE n.id IS UNIQUE;
A person with do_not_contact = true asked never to be contacted, on whatever day.
"""


def write(package: Package, out: IO[bytes]) -> None:
    """Write a file of nodes for each kind, one of relationships, and the command to run."""
    graph = PropertyGraph(package)
    node_files: list[str] = []
    with Archive(out) as archive:
        kinds = _types(node.facts for node in graph.nodes())
        for table, names, nodes in node_tables(graph):
            node_files.append(f"{table}.csv")
            with archive.table(f"{table}.csv") as rows:
                rows.writerow(["key:ID", ":LABEL", *(f"{n}:{kinds[n]}" for n in names)])
                for node in nodes:
                    labels = _BETWEEN.join(node.labels)
                    rows.writerow([node.key, labels, *_cells(node.facts, names)])
        _write_links(archive, graph)
        archive.text("README.txt", _readme(package, node_files))


def _write_links(archive: Archive, graph: PropertyGraph) -> None:
    kinds = _types(link.facts for link in graph.links())
    names = list(kinds)
    with archive.table("relationships.csv") as rows:
        header = (f"{name}:{kind}" for name, kind in kinds.items())
        rows.writerow([":START_ID", ":TYPE", ":END_ID", *header])
        for link in graph.links():
            rows.writerow([link.source, link.type, link.target, *_cells(link.facts, names)])


def _types(every: Iterable[Mapping[str, Value]]) -> dict[str, str]:
    """Return the type of each property; the same name has one type in all files."""
    found: dict[str, str] = {}
    for facts in every:
        for name, value in facts.items():
            kind = "string[]" if isinstance(value, list) else _TYPES[type(value)]
            if found.setdefault(name, kind) != kind:
                found[name] = "string"
    return found


def _cells(facts: Mapping[str, Value], names: Iterable[str]) -> Iterator[str]:
    for name in names:
        value = facts.get(name)
        if value is None:
            yield ""
        elif isinstance(value, list):
            yield _BETWEEN.join(clean(part) for part in value)
        elif isinstance(value, bool):
            yield "true" if value else "false"
        else:
            yield value.isoformat() if isinstance(value, date) else clean(str(value))


def _readme(package: Package, node_files: list[str]) -> str:
    options = [f"    --nodes=./{name}" for name in node_files]
    options.append("    --relationships=./relationships.csv")
    return _README.format(
        tlp=package.tlp, export_id=package.export_id, options=" \\\n".join(options)
    )


ADMIN_IMPORT = FileFormat(
    name="neo4j-admin",
    suffix=".neo4j-admin.zip",
    about="files for neo4j-admin database import, for graphs of any size, in a zip",
    write=write,
    losses=lambda package: graph_losses(package, lists=True, days=True),
    text=text_of,
    binary=True,
)
