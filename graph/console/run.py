"""Free Cypher on the store's own server: guarded, limited, and cleaned up after.

Whatever a query does, this ends: with rows, or with a sentence. A transaction that outlives its
worker is ended. Two things cannot be ended so: a loop within one expression, and a server
without memory. Then the managed server is restarted. What was committed is kept:
`docs/console.md` has the trials.
"""

import os
import re
import threading
import time
import uuid
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import Any

from graph.console.console_errors import Limit
from graph.console.guard import (
    Limits,
    MissingParameter,
    QueryRefused,
    QueryStopped,
    WrongSyntax,
    first_look,
)
from graph.console.supervise import Heard, supervise
from graph.errors import GraphError, InvalidQuery, StoreRefused, StoreUnavailable
from graph.store import Store
from graph.store.database import Database, Login, Revive
from graph.store.driver_errors import by_code

GRACE_SECONDS = 4.0
"""For how long a transaction is asked to end, before the server is started anew."""
MOST_GRACE = 3.0
"""How many times as long on a machine that is busy with other work."""
ASK_EVERY = 0.2
CANCELLED = "The query was cancelled."
Cancelled = Callable[[], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class FreeRows:
    """What came back: rows of plain JSON."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    cut: str
    """"rows" or "bytes" where there were more than the limits allow; else ""."""
    seconds: float
    unknown: tuple[tuple[str, str], ...] = ()
    """What the query names and the store does not have: label, relationship type or property;
    and its name."""


def never() -> bool:
    """Return False: nobody cancels."""
    return False


def fetch(
    store: Store,
    text: str,
    params: Mapping[str, Any],
    limits: Limits | None = None,
    cancel: threading.Event | None = None,
) -> FreeRows:
    """Run a query that somebody typed, behind the guard.

    Args:
        store: on whose server it runs.
        text: Cypher, one statement.
        params: text, whole numbers, yes or no, days; by name, all that it names.
        limits: seconds, rows, bytes; by default those of `Limits`.
        cancel: set from another thread, it ends the query.

    Raises:
        QueryRefused, MissingParameter, WrongSyntax, InvalidQuery, Stopped, StoreUnavailable,
        StoreRefused: `Console.fetch` says when.
    """
    cancelled = cancel.is_set if cancel is not None else never
    return console_of(store).fetch(text, params, limits or Limits(), cancelled)


def plan_text(store: Store, text: str, params: Mapping[str, Any]) -> str:
    """Return the plan of a query that somebody typed, as text; it is not run."""
    return console_of(store).plan(text, params, Limits())


def console_of(store: Store) -> "Console":
    """Return where the free queries of a store are run.

    Raises:
        StoreUnavailable: the store was not opened by its address.
    """
    if store.login is None:
        raise StoreUnavailable("Free queries need a store that was opened by its address.")
    return Console(database=store.database, login=store.login, revive=store.revive)


@dataclass(frozen=True, slots=True, kw_only=True)
class Console:
    """Where free queries are run."""

    database: Database
    login: Login
    revive: Revive | None = None
    """Starts the server anew; None where it is not ours to start."""

    def fetch(
        self,
        text: str,
        params: Mapping[str, Any],
        limits: Limits,
        cancelled: Cancelled = never,
    ) -> FreeRows:
        """Run one query that reads, and return its rows.

        Raises:
            Refused: the guard does not let it run.
            MissingParameter: a parameter is missing, or one too many is given.
            WrongSyntax: it cannot be read; with line and column.
            InvalidQuery: the server cannot run it, such as a division by zero.
            Stopped: it ran into the limit of time or memory, or was cancelled.
            StoreUnavailable: Neo4j did not answer.
            StoreRefused: Neo4j would not, such as for a wrong password.
        """
        begun = time.monotonic()
        heard = self._heard(text, params, limits, cancelled, only_plan=False)
        return FreeRows(
            columns=tuple(heard.columns),
            rows=tuple(map(tuple, heard.rows)),
            cut=heard.done or "",
            seconds=time.monotonic() - begun,
            unknown=tuple((kind, name) for kind, name in heard.said.get("unknown", ())),
        )

    def plan(self, text: str, params: Mapping[str, Any], limits: Limits) -> str:
        """Return the plan of a query as text, without running it; errors as above."""
        return str(
            self._heard(text, params, limits, never, only_plan=True).said.get("plan", "")
        )

    def _heard(
        self,
        text: str,
        params: Mapping[str, Any],
        limits: Limits,
        cancelled: Cancelled,
        *,
        only_plan: bool,
    ) -> Heard:
        looked_at, mark = first_look(text, params), uuid.uuid4().hex
        asked = {
            "uri": self.login.uri,
            "user": self.login.user,
            "password": self.login.password,
            "database": self.login.database,
            "text": looked_at,
            "params": {name: _sent(value) for name, value in params.items()},
            "mark": mark,
            "only_plan": only_plan,
            "seconds": limits.seconds,
            "rows": limits.rows,
            "bytes": limits.bytes,
            "memory": limits.memory,
        }
        heard = supervise(asked, limits.seconds, cancelled)
        if heard.done is not None or "plan" in heard.said or "refused" in heard.said:
            if "refused" in heard.said:
                raise QueryRefused(str(heard.said["refused"]))
            return heard
        raise self._why(heard, looked_at, mark, limits)

    def _why(self, heard: Heard, text: str, mark: str, limits: Limits) -> GraphError:
        """Return the sentence for what gave no answer, when the server is well again."""
        if failed := heard.said.get("failed"):
            error = _failed(failed["code"], failed["message"], text, limits, self.login.uri)
            return self._after(error, "") if isinstance(error, QueryStopped) else error
        if heard.ended_by == "cancelled":
            return self._after(QueryStopped(CANCELLED, Limit.CANCELLED), mark)
        if heard.ended_by == "time":
            return self._after(_too_long(limits), mark)
        if "unreadable" in heard.said:
            return InvalidQuery(_UNREADABLE)
        if "silent" in heard.said and not heard.began:
            return StoreUnavailable(
                f"Neo4j at {self.login.uri} does not answer. Is it running? "
                f"({heard.said['silent']})"
            )
        return self._after(
            QueryStopped(_TOO_LARGE, Limit.MEMORY), mark
        )  # it, or its worker, went down in the middle

    def _after(self, stopped: QueryStopped, mark: str) -> QueryStopped:
        """See that nothing of the query runs on, and that the server answers."""
        if (not mark or self._ended(mark)) and self._answers():
            return stopped
        if self.revive is None:
            return QueryStopped(f"{stopped} {_RUNS_ON}", stopped.limit)
        self.revive()
        self._answers()
        return QueryStopped(f"{stopped} {_ANEW}", stopped.limit)

    def _ended(self, mark: str) -> bool:
        """End the transactions of this mark; False if one does not let itself be ended."""
        until = time.monotonic() + _grace()
        with suppress(GraphError):
            while time.monotonic() < until:
                rows = self.database.reading(
                    lambda ask: ask("read/console_transactions", mark=mark)
                )
                if not rows:
                    return True
                with suppress(GraphError):  # it has ended meanwhile
                    self._end([row["id"] for row in rows])
                time.sleep(ASK_EVERY)
        return False

    def _end(self, ids: list[str]) -> None:
        self.database.reading(lambda ask: ask("read/end_transactions", ids=ids))

    def _answers(self) -> bool:
        try:
            self.database.reading(lambda ask: ask("read/told_until"))
        except (StoreUnavailable, StoreRefused):
            return False
        return True


def _grace() -> float:
    """Return for how long to ask: longer on a busy machine, where to start anew takes long."""
    waiting_for_each = os.getloadavg()[0] / (os.cpu_count() or 1)
    return GRACE_SECONDS * min(max(waiting_for_each, 1.0), MOST_GRACE)


def _sent(value: object) -> object:
    return {"date": value.isoformat()} if isinstance(value, date) else value


_TOO_LARGE = (
    "The query was stopped: its answer, or what it needs to find it, is too large for the "
    "memory. Ask for less at once, or count instead of collecting."
)
_UNREADABLE = (
    "The answer holds a day or a time that cannot be read here, such as one outside of the "
    "years 1 to 9999, or in a time zone that is not known. Return it as text: toString(...)."
)
_RUNS_ON = (
    "The server may still be at work on it, or have too little memory: it is not ours to "
    "restart, so ask its administrator."
)
_ANEW = "Neo4j could not end it and was started anew; nothing that was stored is lost."
_ENDED_THERE = "The query was ended by somebody at the server."
_MORE_THAN_READING = "The query would do more than read; Neo4j refuses it too."
_PLACE = re.compile(r"^(.*?)\s*\(line (\d+), column (\d+) \(offset: \d+\)\)", re.DOTALL)
_MISSING = re.compile(r"Expected parameter\(s\): (.*)")


def _too_long(limits: Limits) -> QueryStopped:
    return QueryStopped(
        f"The query was stopped after {limits.seconds:g} seconds. Begin from fewer things, "
        "such as one person by id, or bound the length of paths.",
        Limit.TIME,
    )


def _failed(code: str, message: str, text: str, limits: Limits, where: str) -> GraphError:
    """Say what the server answered instead of rows."""
    for parts, sentence in (
        (("TransactionTimedOut", "LockClientStopped"), _too_long(limits)),
        (("OutOfMemory", "StackOverFlow"), QueryStopped(_TOO_LARGE, Limit.MEMORY)),
        (("Transaction.Terminated",), QueryStopped(_ENDED_THERE, Limit.CANCELLED)),
        (("AccessMode", "Forbidden"), QueryRefused(_MORE_THAN_READING)),
    ):
        if any(part in code for part in parts):
            return sentence
    if found := _PLACE.search(message):
        line, column = max(int(found[2]) - 1, 1), max(int(found[3]), 1)
        return WrongSyntax(_first_sentence(found[1]), text, line, column)
    if found := _MISSING.search(message):
        return MissingParameter(f"The query needs the parameter {found[1]}.")
    said = f"Neo4j cannot run the query: {_first_sentence(message)}"
    return by_code(code, where) or InvalidQuery(said)


def _first_sentence(message: str) -> str:
    """Return a message without the query again, and without every word of the language."""
    said = message.strip().splitlines()[0] if message.strip() else "it does not say why"
    begun, expected, words = said.partition(": expected ")
    many = words.count(",") > _FEW_WORDS
    return f"{begun} is not understood here" if expected and many else said


_FEW_WORDS = 6
