"""The guard of free Cypher: all that can be known of a query before it runs. Pure.

A query passes three checks. The first is its text (`first_look`). The second is what could grow
without end (`growth`). The third is the plan that the server makes of it (`plan`). It then runs
in a READ session of a process of its own, within limits. It is rolled back at the end:
`graph/console/run.py`.
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
