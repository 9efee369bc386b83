"""What the driver raises, said in sentences that name what to do."""

from collections.abc import Iterator
from contextlib import contextmanager

from neo4j.exceptions import (
    AuthError,
    ClientError,
    ConfigurationError,
    ConstraintError,
    CypherSyntaxError,
    DriverError,
    Neo4jError,
    TransientError,
)

from graph.errors import GraphError, InvalidQuery, StoreRefused, StoreUnavailable

_OUT_OF_MEMORY = "OutOfMemoryError"
"""Of the heap, and of the pool that the settings allow for transactions."""
_TOO_LARGE = (
    "Neo4j has not enough memory for this. Ask for less at once, or give the server more "
    "(GRAPH_HEAP for the managed one)."
)


@contextmanager
def in_sentences(where: str, doing: str = "") -> Iterator[None]:
    """Turn the driver's errors into ours.

    Args:
        where: the address of the store, for the sentence.
        doing: the name of the query, for the sentence.
    """
    try:
        yield
    except GraphError:
        raise
    except (DriverError, Neo4jError, ValueError, OSError) as error:
        raise _sentence(error, where, doing) from error


def raise_if_hopeless(error: Neo4jError) -> None:
    """Raise what must not be tried again, though the driver would: a query too big for memory."""
    if _OUT_OF_MEMORY in (error.code or ""):
        raise StoreRefused(_TOO_LARGE) from error


def _sentence(error: Exception, where: str, doing: str) -> GraphError:
    told = f" ({doing})" if doing else ""
    if isinstance(error, AuthError):
        return StoreRefused(
            f"Neo4j at {where} refused the user name or the password: check NEO4J_USER and "
            "NEO4J_PASSWORD."
        )
    if isinstance(error, ConfigurationError | ValueError):
        return StoreUnavailable(
            f"{where!r} is no address of a Neo4j. Write NEO4J_URI as bolt://host:7687, or "
            f"neo4j+s://host for a cluster or Aura: {error}"
        )
    if isinstance(error, CypherSyntaxError):
        return InvalidQuery(f"Neo4j cannot read the query{told}: {error.message}")
    if isinstance(error, ConstraintError):
        return StoreRefused(
            "Somebody else is writing the same things to the store at this moment"
            f"{told}. What is stored is whole: wait for them, then do it again."
        )
    if isinstance(error, ClientError):
        return _refused(error, where, told)
    if isinstance(error, TransientError) and _OUT_OF_MEMORY in (error.code or ""):
        return StoreRefused(_TOO_LARGE)
    return StoreUnavailable(
        f"Neo4j at {where} does not answer{told}. Is it running, and is this the address of its "
        f"Bolt port? What was committed is kept; nothing is half done. ({_first_line(error)})"
    )


def _refused(error: ClientError, where: str, told: str) -> GraphError:
    code = error.code or ""
    if "DatabaseNotFound" in code:
        return StoreRefused(
            f"Neo4j at {where} has no such database: check NEO4J_DATABASE. ({error.message})"
        )
    if "TransactionTimedOut" in code:
        return StoreRefused(
            f"Neo4j ended the work{told} because it took too long, or waited too long for "
            "another one that writes."
        )
    return StoreRefused(f"Neo4j refused{told}: {error.message}")


def _first_line(error: Exception) -> str:
    lines = str(error).strip().splitlines()
    return lines[0] if lines else type(error).__name__
