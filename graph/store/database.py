"""One driver: it reads and writes by queries from files, and tries again where that helps."""

import logging
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import islice
from threading import Lock
from typing import Any, TypeVar

from neo4j import (
    READ_ACCESS,
    WRITE_ACCESS,
    Driver,
    GraphDatabase,
    ManagedTransaction,
    Session,
    Transaction,
    unit_of_work,
)
from neo4j.exceptions import ClientError, DriverError, Neo4jError, TransientError

from graph.errors import InvalidQuery, StoreUnavailable
from graph.store.driver_errors import in_sentences, raise_if_hopeless
from graph.store.queries import Query, query
from graph.store.write_steps import Step, in_order

logging.getLogger("neo4j").addHandler(logging.NullHandler())  # a retry is no news for a person

T = TypeVar("T")
Row = dict[str, Any]
Ask = Callable[..., list[Row]]
"""Run one query of a reading: `ask("read/children")`."""

CONNECT_SECONDS = 4.0
RETRY_SECONDS = 5.0
"""For how long a transaction is tried again; with the connection it stays within 10 s."""
FIRST_RETRY_SECONDS = 0.05
"""Two batches that wait for each other are the usual reason; one of them is through at once."""
FETCH_ROWS = 5_000
TURN_SECONDS = 8.0
"""For how long one who wants to write waits for another."""
NO_LIMIT = 0.0
NOT_ALONE = (
    "The right to write was lost on the way: the Neo4j at {where} that led went away, so "
    "somebody else may have written meanwhile. What was committed is kept. Do the same again: "
    "what is stored already stays as it is."
)
TURNS = ("batch 1", "batch 2")
"""The places in which batches are written: so many at once. More do not write faster."""

Alone = Callable[[], None]
"""Raises where the right to write was lost since it was taken."""
Revive = Callable[[], None]
"""Starts a server anew."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Login:
    """Where the store is and how to log in, for a worker that does so by itself."""

    uri: str
    user: str
    password: str = field(repr=False)
    database: str | None = None


class Database:
    """A Neo4j database over one driver."""

    def __init__(self, driver: Driver, where: str, name: str | None) -> None:
        """Take a driver that is open; `opened` opens and closes one."""
        self._driver = driver
        self.where = where
        self._name = name
        self._bookmarks = GraphDatabase.bookmark_manager()

    def read(self, asked: Query, /, **params: object) -> list[Row]:
        """Run one query; a write in it is refused by the server, not by us.

        Raises:
            StoreUnavailable: Neo4j did not answer.
            StoreRefused: Neo4j would not.
            InvalidQuery: the parameters or the columns are not those of its header.
        """
        return self._transaction(lambda tx: _rows(tx, asked, params), READ_ACCESS, asked.name)

    def first(self, most: int, asked: Query, /, **params: object) -> list[Row]:
        """Run one query as `read` does, for so many rows at most: the rest is not fetched."""
        return self._transaction(
            lambda tx: _rows(tx, asked, params, most), READ_ACCESS, asked.name
        )

    def reading(self, work: Callable[[Ask], T]) -> T:
        """Run several queries in one transaction; `work` may be run more than once."""
        return self._transaction(
            lambda tx: work(lambda name, **params: _rows(tx, query(name), params)),
            READ_ACCESS,
            "",
        )

    def stream(self, name: str, **params: object) -> Iterator[Row]:
        """Yield the rows of a query one by one, for what is too much to hold."""
        asked = _checked(query(name), params)
        with in_sentences(self.where, name), self.session(READ_ACCESS) as session:
            for found in session.run(asked.text, params):
                yield dict(zip(asked.returns, found.values(), strict=True))

    def write(self, *steps: Step) -> None:
        """Run queries in one transaction: all of them are kept, or none.

        What clears comes before what writes, in whatever order they are named.
        """
        ordered = in_order(steps)
        self.writing(lambda ask: [ask(name, **params) for name, params in ordered], *steps[:1])

    def writing(self, work: Callable[[Ask], T], *named: Step) -> T:
        """Run queries in one transaction that may write; `work` may be run more than once."""
        return self._transaction(
            lambda tx: work(lambda name, **params: _rows(tx, query(name), params)),
            WRITE_ACCESS,
            named[0][0] if named else "",
        )

    def at_once(self, work: Callable[["Database"], T]) -> T:
        """Read and write in one transaction: all is kept, or nothing; killed, too.

        Args:
            work: what to do with a database of this transaction; it may be run more than once.
        """
        return self._transaction(
            lambda tx: work(OneTransaction(self.where, tx)), WRITE_ACCESS, ""
        )

    @contextmanager
    def on_trial(self) -> Iterator["Database"]:
        """Yield a database that is as it was before as soon as this ends, however it ends."""
        with (
            in_sentences(self.where),
            self.session(WRITE_ACCESS) as session,
            session.begin_transaction() as transaction,
        ):
            try:
                yield TrialTransaction(self.where, transaction)
            finally:
                transaction.rollback()

    @contextmanager
    def alone(self, by: str) -> Iterator[Alone]:
        """Hold the right to write for as long as this lasts; reading goes on.

        The right is a transaction that is never committed: if this process dies, the server
        ends it. What is yielded raises StoreUnavailable where the right was lost since.

        Raises:
            StoreRefused: somebody else is writing, and did not end within a few seconds.
        """
        with self._holding(by, TURN_SECONDS):
            pass  # waits, and gives up in time
        with self._holding(by, NO_LIMIT) as right:
            self._await_batches()

            def alone() -> None:
                try:
                    right.run(query("load/alone").text, by=by).consume()
                except (DriverError, Neo4jError) as error:
                    raise StoreUnavailable(NOT_ALONE.format(where=self.where)) from error

            yield alone

    def _await_batches(self) -> None:
        """Wait until no batch is under way: of a process that died, the last may still be."""
        work = unit_of_work(timeout=TURN_SECONDS)(
            lambda tx: [_rows(tx, query("load/turn"), {"turn": turn}) for turn in TURNS]
        )
        with in_sentences(self.where, "load/turn"), self.session(WRITE_ACCESS) as session:
            session.execute_write(work)

    @contextmanager
    def _holding(self, by: str, seconds: float) -> Iterator[Transaction]:
        """Hold the right to write for as long as this lasts, or until it times out."""
        with self.session(WRITE_ACCESS) as session:
            with in_sentences(self.where, "load/alone"):
                writer = {"kinthread_writes": by}
                transaction = session.begin_transaction(metadata=writer, timeout=seconds)
                transaction.run(query("load/alone").text, by=by).consume()
            yield transaction

    def _transaction(
        self, work: Callable[[ManagedTransaction], T], access: str, doing: str
    ) -> T:
        def guarded(tx: ManagedTransaction) -> T:
            try:
                return work(tx)
            except (TransientError, ClientError) as error:
                raise_if_hopeless(error)
                raise

        with in_sentences(self.where, doing), self.session(access) as session:
            if access == READ_ACCESS:
                return session.execute_read(guarded)
            return session.execute_write(guarded)

    def session(self, access: str) -> Session:
        """Return a new session of this database."""
        return self._driver.session(
            database=self._name,
            default_access_mode=access,
            fetch_size=FETCH_ROWS,
            bookmark_manager=self._bookmarks,
        )


class OneTransaction(Database):
    """A database whose every reading and writing goes through one open transaction.

    The driver's errors come out as they are: who opened the transaction may try again.
    """

    def __init__(self, where: str, transaction: ManagedTransaction | Transaction) -> None:
        """Take an open transaction: `at_once` and `on_trial` begin and end one."""
        self.where = where
        self._open = transaction
        self._one_by_one = Lock()

    def at_once(self, work: Callable[[Database], T]) -> T:
        """Do it in the transaction that is open."""
        return work(self)

    @contextmanager
    def alone(self, by: str) -> Iterator[Alone]:
        """Hold nothing: nobody else sees what is written here."""
        del by
        yield lambda: None

    def _transaction(
        self, work: Callable[[ManagedTransaction], T], access: str, doing: str
    ) -> T:
        del access, doing
        with self._one_by_one:
            return work(self._open)  # type: ignore[arg-type]  # both run queries


class TrialTransaction(OneTransaction):
    """One transaction that is never committed."""


def _checked(asked: Query, params: Mapping[str, object]) -> Query:
    if asked.params != params.keys():
        raise InvalidQuery(
            f"{asked.name}: takes the parameters {sorted(asked.params)}, not {sorted(params)}"
        )
    return asked


def _rows(
    tx: ManagedTransaction, asked: Query, params: Mapping[str, object], most: int | None = None
) -> list[Row]:
    result = tx.run(_checked(asked, params).text, params)  # type: ignore[arg-type]
    columns = asked.returns
    if columns and tuple(result.keys()) != columns:
        raise InvalidQuery(f"{asked.name}: returned the columns {result.keys()}")
    wanted = islice(result, most)
    rows = [dict(zip(columns, found.values(), strict=True)) for found in wanted]
    result.consume()  # or the rest is fetched before the next query of a transaction
    return rows


@contextmanager
def opened(uri: str, user: str, password: str, name: str | None = None) -> Iterator[Database]:
    """Open a driver, see that it answers, and close it in the end.

    Raises:
        StoreUnavailable: nothing answers there, or it is not Neo4j.
        StoreRefused: the password is wrong, or there is no such database.
    """
    with in_sentences(uri):
        driver = GraphDatabase.driver(
            uri,
            auth=(user, password),
            connection_timeout=CONNECT_SECONDS,
            connection_acquisition_timeout=2 * CONNECT_SECONDS,
            max_transaction_retry_time=RETRY_SECONDS,
            initial_retry_delay=FIRST_RETRY_SECONDS,
            keep_alive=True,
            notifications_min_severity="OFF",
            telemetry_disabled=True,
            user_agent="kinthread",
        )
    with driver:
        with in_sentences(uri):
            known = _greet(driver, name)
        yield Database(driver, uri, known)


def _greet(driver: Driver, name: str | None) -> str | None:
    """See that the server answers and has the database: nobody should learn that later.

    Returns:
        The name of the database. Without one, the driver of a cluster would know only the
        member that the address names, and lose the cluster with it.
    """
    driver.verify_connectivity()
    with driver.session(database=name, default_access_mode=READ_ACCESS) as session:
        return session.run("RETURN 1").consume().database
