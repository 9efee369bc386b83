"""What a server says of itself is said with its cause, and not as silence."""

import resource

import pytest
from neo4j.exceptions import AuthError, DatabaseError, IncompleteCommit, Neo4jError

from graph.errors import GraphError, StoreRefused, StoreUnavailable
from graph.server import ensure_running
from graph.server.throwaway import environment, temporary_home
from graph.store import IngestRun, Store
from graph.store.driver_errors import in_sentences
from tests.builders import event, family

WHERE = "bolt://somewhere:7687"
DISK = "could not write to its disk"
CAUSES = [
    ("Neo.DatabaseError.Transaction.TransactionLogError", DISK),
    ("Neo.DatabaseError.Transaction.TransactionCommitFailed", DISK),
    ("Neo.DatabaseError.Transaction.TransactionStartFailed", "until it is started anew"),
    ("Neo.TransientError.General.DatabaseUnavailable", "being started or stopped"),
    ("Neo.ClientError.General.WriteOnReadOnlyAccessDatabase", "read only"),
    ("Neo.ClientError.General.ForbiddenOnReadOnlyDatabase", "read only"),
    ("Neo.ClientError.Security.Forbidden", "does not allow the user"),
    ("Neo.ClientError.Security.Unauthorized", "NEO4J_PASSWORD"),
    ("Neo.ClientError.Security.TokenExpired", "NEO4J_PASSWORD"),
    ("Neo.ClientError.Database.DatabaseNotFound", "NEO4J_DATABASE"),
    ("Neo.TransientError.General.OutOfMemoryError", "GRAPH_HEAP"),
    ("Neo.TransientError.General.MemoryPoolOutOfMemoryError", "GRAPH_HEAP"),
    ("Neo.ClientError.Transaction.TransactionTimedOut", "took too long"),
    ("Neo.DatabaseError.General.UnknownError", "an error of its own"),
    ("Neo.DatabaseError.General.IndexCorruptionDetected", "an error of its own"),
]
"""Codes as both servers gave them in trials, or as their list of codes has them."""


def of_a_server(code: str) -> Neo4jError:
    """The driver's error for a server's answer."""
    kind = AuthError if "Unauthorized" in code else DatabaseError
    kind = Neo4jError if "Transient" in code or "Client" in code else kind
    error = kind("It went wrong.\n(and more)")
    error._neo4j_code = code  # noqa: SLF001 - as the driver itself does
    error._message = "It went wrong.\n(and more)"  # noqa: SLF001
    return error


@pytest.mark.parametrize(("code", "cause"), CAUSES, ids=[code for code, _ in CAUSES])
def test_each_answer_of_a_server_is_said_with_its_cause(code, cause):
    with pytest.raises(GraphError, match=cause) as said, in_sentences(WHERE, "load/events"):
        raise of_a_server(code)
    assert "does not answer" not in str(said.value)
    assert "nothing is half done" not in str(said.value)
    assert "(and more)" not in str(said.value)


def test_a_connection_lost_in_a_commit_promises_nothing():
    with pytest.raises(StoreUnavailable, match="not known"), in_sentences(WHERE, "load/events"):
        raise IncompleteCommit("lost")


@pytest.mark.neo4j
def test_a_disk_that_takes_no_more_is_the_cause_that_is_said():
    """The server may write no file further than this: it fails as on a full disk."""
    with temporary_home() as home:
        found = ensure_running(home, env=environment())
        with Store.over(found.uri, found.user, found.password) as store:
            store.prepare()
            resource.prlimit(found.pid, resource.RLIMIT_FSIZE, (100_000, 100_000))
            many = [event("called", "aunt", "2017", id_=f"call-{n}") for n in range(3_000)]
            with pytest.raises(StoreRefused, match=DISK):
                store.load(family(*many), IngestRun(id="run"))
            with pytest.raises(StoreRefused, match="until it is started anew"):
                store.contents()
