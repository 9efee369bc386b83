"""The guard of free Cypher: what of a query can be known before it runs. Pure.

A query passes three looks here: its text (`first_look`), what of it could grow without end
(`growth`), and the plan that the server makes of it (`plan`). It then runs in a READ session
of a process of its own, within limits, and is rolled back: `graph/console/run.py`.
"""

from graph.console.console_errors import (
    MissingParameter,
    QueryRefused,
    QueryStopped,
    WrongSyntax,
)
from graph.console.limits import Limits
from graph.console.plan import check_plan
from graph.console.token_check import first_look

__all__ = [
    "Limits",
    "MissingParameter",
    "QueryRefused",
    "QueryStopped",
    "WrongSyntax",
    "check_plan",
    "first_look",
]
