"""Labels, relationship types and properties that a query names and the store does not have.

An answer without rows means nothing where the question was misspelt. Pure: the store is read
through `MisspeltStore`.
"""

from collections.abc import Iterable
from typing import Any, Protocol

from rapidfuzz import fuzz, process

from graph.store.queries import Query, query

NEAR_ENOUGH = 60
"""Of 100: how alike two names are, small letters and capitals aside."""
FORMER = {
    "STANDS": "STANDS is of an older version. Answers over time are read as "
    "(:Person)-[:HAS_ANSWER]->(:Course)-[:TOWARDS]->(child:Person)."
}
"""Relationship types that only an older version had: a query of then has no rows now."""
OURS = "Kinthread"
"""Behind this word labels are there a second time, for a database that is shared."""


class MisspeltStore(Protocol):
    """What is needed of the store."""

    def read(self, query: Query, /, **params: object) -> list[dict[str, Any]]:
        """Run one query that only reads."""


def misspelt(
    store: MisspeltStore, unknown: Iterable[tuple[str, str]], named: Iterable[str] = ()
) -> tuple[str, ...]:
    """Return a sentence for each name that the store does not have, with the nearest one.

    Args:
        store: where it was asked.
        unknown: label, relationship type or property; and the name.
        named: all names of the query. A server still knows types of which nothing is left.
    """
    former = [FORMER[name] for name in sorted(FORMER.keys() & set(named))]
    unknown = sorted({(kind, name) for kind, name in unknown if name not in FORMER})
    known = store.read(query("read/kinds")) if unknown else []
    return (
        *former,
        *(
            _sentence(kind, name, [row["name"] for row in known if row["kind"] == kind])
            for kind, name in unknown
        ),
    )


def _sentence(kind: str, name: str, known: Iterable[str]) -> str:
    ours = [one for one in known if one.startswith(OURS) is name.startswith(OURS)]
    near = process.extractOne(
        name, ours, scorer=fuzz.ratio, processor=str.lower, score_cutoff=NEAR_ENOUGH
    )
    said = f"No {kind} {name} is in the store"
    return f"{said}; did you mean {near[0]}?" if near else f"{said}."
