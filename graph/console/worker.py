"""The worker: `python -m graph.console.worker` runs queries and writes their rows, a line each.

A query is one line of JSON (what to ask, where, the limits). Its answer is lines of JSON, in
this order:

    "begun"       the query has started
    "unknown"     names that the database does not have
    "columns"     then a "row" for each row, then "done"
    "plan"        instead, where only the plan was requested
    "end"         always last

Instead of columns there may be a reason. It is "refused", "failed" (by the server, with its
code), "silent" (no server), or "large". Or it is "unreadable": a value that Python has no word
for.
"""

from graph.console import fast_start as fast_start  # noqa: PLC0414 - first: no pandas

# isort: split
import json
import logging
import re
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import cache
from typing import Any

from neo4j import (
    READ_ACCESS,
    Driver,
    GraphDatabase,
    NotificationMinimumSeverity,
    Result,
    ResultSummary,
    Transaction,
)
from neo4j.exceptions import BrokenRecordError, DriverError, Neo4jError

from graph.console.console_errors import QueryRefused
from graph.console.driver_values import UnreadableValue, plain
from graph.console.plan import check_plan

logging.getLogger("neo4j").addHandler(logging.NullHandler())  # it would repeat the query

EXPLAIN = "EXPLAIN\n"
"""On a line of its own, so that columns in an error are those of the query."""
FETCH_ROWS = 100
CONNECT_SECONDS = 4.0
Asked = Mapping[str, Any]


def main() -> None:
    """Answer the lines on standard input, one query each, until it is closed."""
    limited = False
    for line in sys.stdin:
        asked = json.loads(line)
        if not limited:
            _limit_memory(asked["memory"])
            limited = True
        if not _answered(asked):
            return
        _say("end", what=True)


def _answered(asked: Asked) -> bool:
    """Answer; False where this process should not go on, for lack of memory."""
    try:
        _answer(asked)
    except QueryRefused as refused:
        _say("refused", str(refused))
    except Neo4jError as error:
        _say("failed", {"code": error.code or "", "message": error.message or str(error)})
    except (MemoryError, RecursionError, OverflowError) as error:
        _say("large", type(error).__name__)
        return False
    except (BrokenRecordError, UnreadableValue):
        _say("unreadable", what=True)
    except (DriverError, OSError) as error:
        _say("silent", (str(error).strip().splitlines() or [type(error).__name__])[0])
    return True


def _say(word: str, what: object) -> None:
    sys.stdout.write(json.dumps({word: what}, ensure_ascii=True) + "\n")
    sys.stdout.flush()


def _limit_memory(most: int) -> None:
    """Let the system refuse more memory than this; where it knows no such limit, go without."""
    with suppress(ImportError, ValueError, OSError):
        import resource  # noqa: PLC0415 - not on every system

        resource.setrlimit(resource.RLIMIT_AS, (most, most))


def _answer(asked: Asked) -> None:
    with _transaction(asked) as transaction:
        _say("begun", asked["mark"])
        params = {name: _value(value) for name, value in asked["params"].items()}
        summary = transaction.run(EXPLAIN + asked["text"], params).consume()
        plan = summary.plan
        check_plan(summary.query_type, plan)
        _say("unknown", list(_unknown(summary)))
        if asked["only_plan"]:
            _say("plan", str((plan or {}).get("args", {}).get("string-representation", "")))
            return
        _say_rows(transaction.run(asked["text"], params), asked)


@cache
def _driver(uri: str, user: str, password: str) -> Driver:
    return GraphDatabase.driver(
        uri,
        auth=(user, password),
        connection_timeout=CONNECT_SECONDS,
        connection_acquisition_timeout=2 * CONNECT_SECONDS,
        liveness_check_timeout=0,  # the server may have been started anew meanwhile
        max_connection_pool_size=2,
        notifications_min_severity=NotificationMinimumSeverity.WARNING,
        telemetry_disabled=True,
        user_agent="kinthread-console",
    )


def _unknown(summary: ResultSummary) -> Iterator[tuple[str, str]]:
    """Yield what the query names and the database does not have: what it is, and its name."""
    for status in summary.gql_status_objects:
        if status.raw_classification == "UNRECOGNIZED":
            for found in _NO_SUCH.finditer(status.status_description):
                yield found["kind"] or found["kind_before"], found["name"] or found["before"]


_NO_SUCH = re.compile(
    r"The (?P<kind>label|relationship type|property)(?: key)? `(?P<name>.*)` does not exist"
    r"|the missing (?P<kind_before>label|relationship type|property)(?: name)? is: "
    r"(?P<before>.*)\)",
    re.DOTALL,
)
"""As servers say it, and as those before 5.23 did."""


@contextmanager
def _transaction(asked: Asked) -> Iterator[Transaction]:
    """Give a transaction that may only read, has its time, and is never committed."""
    driver = _driver(asked["uri"], asked["user"], asked["password"])
    with (
        driver.session(
            database=asked["database"],
            default_access_mode=READ_ACCESS,
            fetch_size=FETCH_ROWS,
        ) as session,
        session.begin_transaction(
            timeout=asked["seconds"], metadata={"kinthread": asked["mark"]}
        ) as transaction,
    ):
        try:
            yield transaction
        finally:
            with suppress(DriverError, Neo4jError):
                transaction.rollback()


def _value(value: object) -> object:
    """Return a parameter; a day comes as {"date": "2018-05-15"}."""
    if isinstance(value, dict) and set(value) == {"date"}:
        from datetime import date  # noqa: PLC0415 - seldom needed

        return date.fromisoformat(value["date"])
    return value


def _say_rows(result: Result, asked: Asked) -> None:
    _say("columns", list(result.keys()))
    written = 0
    for number, record in enumerate(result):
        if number == asked["rows"]:
            _say("done", "rows")
            return
        line = json.dumps({"row": [plain(value) for value in record.values()]})
        written += len(line)
        if written > asked["bytes"]:
            _say("done", "bytes")
            return
        sys.stdout.write(line + "\n")
    _say("done", "")


if __name__ == "__main__":
    main()
