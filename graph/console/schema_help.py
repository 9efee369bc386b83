"""Help for writing a query: labels, types, properties, examples.

It shows the program's own labels only, whatever else is in the same database. Properties are
those of some hundreds of each kind. Pure: the store is read through `SchemaStore`.
"""

from dataclasses import dataclass
from typing import Any, Protocol

from graph.store.queries import CYPHER, Query, query


class SchemaStore(Protocol):
    """What is needed of the store."""

    def read(self, query: Query, /, **params: object) -> list[dict[str, Any]]:
        """Run one query that only reads."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SchemaKind:
    """A label of nodes, or a type of relationships."""

    name: str
    properties: tuple[str, ...]
    begins: str = ""
    """Of a type: the label that it leads from."""
    leads: str = ""
    """Of a type: the label that it leads to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A query of ours to begin with."""

    name: str
    asks: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AtHand:
    """All of it."""

    labels: tuple[SchemaKind, ...]
    types: tuple[SchemaKind, ...]
    examples: tuple[Example, ...]


def at_hand(store: SchemaStore) -> AtHand:
    """Return labels, types and examples; what nothing is stored of has no properties."""
    return AtHand(
        labels=tuple(_kind(row) for row in store.read(query("read/schema_labels"))),
        types=tuple(_kind(row) for row in store.read(query("read/schema_types"))),
        examples=examples(),
    )


def examples() -> tuple[Example, ...]:
    """Return the queries under `cypher/examples/`, without their headers."""
    found = []
    for path in sorted((CYPHER / "examples").glob("*.cypher")):
        one = query(f"examples/{path.stem}")
        body = [line for line in one.text.splitlines() if not line.startswith("//")]
        text = "\n".join(body).strip().removesuffix(";")
        found.append(Example(name=path.stem, asks=one.question, text=text))
    return tuple(found)


def _kind(row: dict[str, Any]) -> SchemaKind:
    return SchemaKind(
        name=row["name"],
        properties=tuple(row["properties"]),
        begins=row.get("begins", ""),
        leads=row.get("leads", ""),
    )
