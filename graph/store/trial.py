"""A load on trial: it is written and read in one transaction, which is never committed."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock
from typing import TypeVar

from neo4j import WRITE_ACCESS, ManagedTransaction, Transaction

from graph.store.database import Database
from graph.store.driver_errors import in_sentences

T = TypeVar("T")


class TrialDatabase(Database):
    """A database whose every reading and writing goes through one open transaction."""

    def __init__(self, held: Database, transaction: Transaction) -> None:
        """Take a transaction of an open database; `on_trial` begins and ends one."""
        self.where = held.where
        self._open = transaction
        self._one_by_one = Lock()

    @contextmanager
    def alone(self, by: str) -> Iterator[None]:
        """Hold nothing: nobody else sees what is written here."""
        del by
        yield

    def _transaction(
        self, work: Callable[[ManagedTransaction], T], access: str, doing: str
    ) -> T:
        del access
        with self._one_by_one, in_sentences(self.where, doing):
            return work(self._open)  # type: ignore[arg-type]  # both run queries


@contextmanager
def on_trial(held: Database) -> Iterator[TrialDatabase]:
    """Yield a database that is as it was before as soon as this ends, however it ends."""
    with held.session(WRITE_ACCESS) as session, session.begin_transaction() as transaction:
        try:
            yield TrialDatabase(held, transaction)
        finally:
            transaction.rollback()
