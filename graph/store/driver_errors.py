"""Turn the driver's errors into sentences that say what to do."""

from collections.abc import Iterator
from contextlib import contextmanager

from neo4j.exceptions import (
    ClientError,
    ConfigurationError,
    CypherSyntaxError,
    DriverError,
    IncompleteCommit,
    Neo4jError,
)

from graph.errors import GraphError, InvalidQuery, StoreRefused, StoreUnavailable

_OUT_OF_MEMORY = "OutOfMemoryError"
"""Of the heap, and of the pool that the settings allow for transactions."""
_TOO_LARGE = (
    "Neo4j has not enough memory for this. Ask for less at once, or give the server more "
    "(GRAPH_HEAP for the managed one)."
)
_WRONG_LOGIN = (
    "Neo4j at {where} refused the user name or the password: check NEO4J_USER and "
    "NEO4J_PASSWORD."
)
_NO_DATABASE = "Neo4j at {where} has no such database: check NEO4J_DATABASE."
_WRITTEN_BY_TWO = (
    "Somebody else is writing the same things to the store at this moment{told}. What is "
    "stored is whole: wait for them, then do it again."
)
_TOO_LONG = (
    "Neo4j ended the work{told}: it took too long, or waited too long for somebody else who "
    "writes. Nothing is half done: wait for them, then do it again."
)
_DISK = (
    "Neo4j at {where} could not write to its disk{told}: as a rule the disk is full. What was "
    "committed before is kept, this step is not. Make room on that disk, start the server anew "
    "(the managed one: python -m graph server stop), then do it again."
)
_STOPPED = (
    "Neo4j at {where} has stopped its database after an error of its own, as a rule a full "
    "disk, and answers nothing until it is started anew{told}. What was committed is kept. See "
    "that there is room on its disk, start the server anew (the managed one: python -m graph "
    "server stop), then do it again."
)
_NOT_YET = (
    "The database of Neo4j at {where} is not available at this moment{told}: it is being "
    "started or stopped. What was committed is kept. Wait for it, then do it again."
)
_READ_ONLY = (
    "The database of Neo4j at {where} is set to be read only{told}: nothing can be loaded or "
    "changed there. Name another one in NEO4J_DATABASE, or ask its administrator to allow it."
)
_NO_RIGHT = (
    "Neo4j at {where} does not allow the user in NEO4J_USER to do this{told}: give it the "
    "right to read and write the database, or name another user."
)
_BY_CODE = {
    "Security.Unauthorized": _WRONG_LOGIN,
    "Security.AuthenticationRateLimit": _WRONG_LOGIN,
    "Security.CredentialsExpired": _WRONG_LOGIN,
    "Security.TokenExpired": _WRONG_LOGIN,
    "Security.Forbidden": _NO_RIGHT,
    "DatabaseNotFound": _NO_DATABASE,
    "DatabaseUnavailable": _NOT_YET,
    "WriteOnReadOnlyAccessDatabase": _READ_ONLY,
    "ForbiddenOnReadOnlyDatabase": _READ_ONLY,
    "TransactionLogError": _DISK,
    "TransactionCommitFailed": _DISK,
    "TransactionStartFailed": _STOPPED,
    "ConstraintValidationFailed": _WRITTEN_BY_TWO,
    "DeadlockDetected": _WRITTEN_BY_TWO,
    "TransactionTimedOut": _TOO_LONG,
    "LockClientStopped": _TOO_LONG,
    "Transaction.Terminated": _TOO_LONG,
    _OUT_OF_MEMORY: _TOO_LARGE,
}
"""The answers of a server, by a part of their code, and the sentence for each."""


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
    except (DriverError, Neo4jError, ValueError, OSError, ImportError) as error:
        raise _sentence(error, where, doing) from error


def raise_if_hopeless(error: Neo4jError) -> None:
    """Raise what must not be tried again, though the driver would: too big for the memory."""
    if _OUT_OF_MEMORY in (error.code or ""):
        raise StoreRefused(_TOO_LARGE) from error


def _sentence(error: Exception, where: str, doing: str) -> GraphError:
    told = f" ({doing})" if doing else ""
    if isinstance(error, UnicodeEncodeError):
        return StoreRefused(
            f"What was asked has bytes that are not UTF-8 text{told}: write it anew."
        )
    if isinstance(error, ConfigurationError | ValueError | ImportError):
        return StoreUnavailable(
            f"{where!r} is no address of a Neo4j. Write NEO4J_URI as bolt://host:7687, or "
            f"neo4j+s://host for a cluster or Aura: {error}"
        )
    if isinstance(error, Neo4jError):
        return _answered(error, where, told)
    if isinstance(error, IncompleteCommit):
        return StoreUnavailable(
            f"The connection to Neo4j at {where} was lost while it committed{told}: whether "
            "this step was kept is not known. Doing it again does no harm."
        )
    return StoreUnavailable(
        f"Neo4j at {where} does not answer{told}. Is it running, and is this the address of "
        "its Bolt port? What was committed is kept; nothing is half done. "
        f"({_first_line(error)})"
    )


def by_code(code: str, where: str, told: str = "") -> StoreRefused | None:
    """Say what a server means by a code; None where there is no sentence for it."""
    for part, sentence in _BY_CODE.items():
        if part in code:
            return StoreRefused(sentence.format(where=where, told=told))
    return None


def _answered(error: Neo4jError, where: str, told: str) -> GraphError:
    """Say what a server answered."""
    if known := by_code(error.code or "", where, told):
        return known
    if isinstance(error, CypherSyntaxError):
        return InvalidQuery(f"Neo4j cannot read the query{told}: {error.message}")
    if isinstance(error, ClientError):
        return StoreRefused(f"Neo4j refused{told}: {error.message}")
    return StoreUnavailable(
        f"Neo4j at {where} answered with an error of its own{told}: "
        f"{_first_line(error.message)} ({error.code}). What was committed is kept, this step "
        "is not. Its log may say why."
    )


def _first_line(error: object) -> str:
    lines = str(error).strip().splitlines()
    return lines[0] if lines else type(error).__name__
