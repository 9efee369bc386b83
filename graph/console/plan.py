"""The plan that the server makes of a query: it must read, and do nothing else.

Steps are allowed by name. So a new step of a newer server is refused until somebody has checked
it.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from graph.console.console_errors import QueryRefused
from graph.console.functions import PROCEDURES, refused_procedure
from graph.console.word_lists import words

Plan = Mapping[str, Any]
"""As the driver has it: operatorType, args, children."""

READS = "r"
"""The only kind of query that is run; "rw", "w" and "s" (schema, administration) are not."""

OPERATORS = words("operators")

SENTENCES = {
    "LoadCSV": "LOAD CSV is refused: the console reads no files and no addresses.",
    "TerminateTransactions": "TERMINATE is refused: other people's queries go on.",
}


def check_plan(query_type: str | None, plan: Plan | None) -> None:
    """Return if a plan only reads.

    Args:
        query_type: as the server's summary says it.
        plan: of EXPLAIN; None where the server sent none.

    Raises:
        Refused: the query is of another kind than reading, or its plan holds an operator or
            a procedure that is not on the lists.
    """
    if query_type in ("rw", "w"):
        raise QueryRefused(
            "The query would change the graph. This console only reads; what changes the graph "
            "is loading."
        )
    if query_type != READS or plan is None:
        raise QueryRefused(
            "The query is about the database itself, not about what is in it; this console "
            "answers from the graph."
        )
    for operator in _operators(plan):
        _check(operator)


def _operators(plan: Plan) -> Iterator[Plan]:
    waiting = [plan]
    while waiting:
        found = waiting.pop()
        yield found
        waiting.extend(found.get("children") or ())


def _check(operator: Plan) -> None:
    name = re.split(r"[@(]", str(operator.get("operatorType", "")))[0]
    if name not in OPERATORS:
        raise QueryRefused(
            SENTENCES.get(
                name, f"The query needs the step {name}, which is none of those that only read."
            )
        )
    if name == "ProcedureCall":
        details = str((operator.get("args") or {}).get("Details", ""))
        called = details.partition("(")[0].strip()
        if called not in PROCEDURES:
            raise refused_procedure(called)
