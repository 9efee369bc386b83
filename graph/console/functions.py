"""The functions and procedures that free Cypher may call: those that only compute and read."""

from graph.console.console_errors import QueryRefused
from graph.console.word_lists import words

FUNCTIONS = words("functions")
"""In small letters: the server compares without regard to capitals."""

PROCEDURES = frozenset(
    {
        "db.labels",
        "db.propertyKeys",
        "db.relationshipTypes",
        "db.schema.nodeTypeProperties",
        "db.schema.relTypeProperties",
        "db.schema.visualization",
    }
)
"""They say what kinds of things there are. All other procedures are refused."""

BEFORE_BRACKETS = words("before_brackets")
"""Keywords that may stand before an opening bracket, and call nothing."""


def refused_procedure(name: str) -> QueryRefused:
    """Return the sentence for a procedure that is not on the list."""
    allowed = ", ".join(sorted(PROCEDURES))
    return QueryRefused(f"The procedure {name} is refused; allowed are {allowed}.")
