"""The guard of free Cypher: what of a query can be known before it runs. Pure.

A query passes three looks here: its text (`first_look`), what of it could grow without end
(`growth`), and the plan that the server makes of it (`plan`). It then runs in a READ session
of a process of its own, within limits, and is rolled back: `graph/store/free.py`.
"""

from graph.guard.first_look import first_look
from graph.guard.limits import Limits
from graph.guard.plan import check_plan
from graph.guard.verdict import MissingParameter, Refused, Stopped, WrongSyntax

__all__ = [
    "Limits",
    "MissingParameter",
    "Refused",
    "Stopped",
    "WrongSyntax",
    "check_plan",
    "first_look",
]
