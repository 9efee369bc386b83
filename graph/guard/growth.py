"""What of a query could grow without end within one expression.

Neo4j counts the memory of its steps, and ends them in time; not so an expression.
Text or lists doubled sixty times, or loops over a range of a billion, are refused here. It is
no proof that nothing else can grow: what does is stopped from outside (`graph/store/free.py`).
"""

import math
from collections.abc import Iterator, Sequence

from graph.guard.tokens import Kind, Token
from graph.guard.verdict import Refused

LONGEST_RANGE = 10_000
DEEPEST_LOOP = 3
DOUBLINGS = 3
_LOOPS = frozenset({"REDUCE", "ALLREDUCE", "ALL", "ANY", "NONE", "SINGLE"})
_REDUCES = ("REDUCE", "ALLREDUCE")
_BRANCHES = ("WHEN", "THEN", "ELSE")


def refuse_growth(body: Sequence[Token]) -> None:
    """Refuse what would grow without end.

    Raises:
        Refused: `reduce` uses what it adds up more than once in a step; a range has a bound of
            more than 10,000; loops stand more than three deep; or the same variable is added
            to itself several times over.
    """
    _refuse_ranges(body)
    _refuse_deep_loops(body)
    _refuse_reduces(body)
    _refuse_doublings(body)


def _refuse_ranges(body: Sequence[Token]) -> None:
    for at, token in enumerate(body):
        if token.is_name and token.text.lower() == "range":
            inner = list(_bracketed(body, at + 1))
            numbers = [_number(one.text) for one in inner if one.kind is Kind.NUMBER]
            if any(one.is_sign("*") for one in inner):
                numbers.append(math.prod(max(number, 1) for number in numbers))
            if any(one.is_sign("^") for one in inner):
                numbers.append(math.inf)
            if max(numbers, default=0) > LONGEST_RANGE:
                raise Refused(
                    f"A range() of more than {LONGEST_RANGE:,} is refused: the server could "
                    "not be stopped while it goes through it."
                )


def _number(text: str) -> float:
    try:
        return float(int(text.replace("_", ""), 0))
    except ValueError:
        try:
            return float(text.replace("_", ""))
        except ValueError:  # with leading zeros
            return float("inf")


def _refuse_deep_loops(body: Sequence[Token]) -> None:
    open_: list[bool] = []
    for at, token in enumerate(body):
        if token.is_sign("([{"):
            open_.append(_is_loop(body, at))
        elif token.is_sign(")]}") and open_:
            open_.pop()
        if sum(open_) > DEEPEST_LOOP:
            raise Refused(
                f"Loops within loops within loops are refused beyond {DEEPEST_LOOP}: a server "
                "cannot stop them. UNWIND the lists in clauses of their own."
            )


def _is_loop(body: Sequence[Token], at: int) -> bool:
    """Tell whether a bracket opens `reduce(`, `all(` and the like, or `[x IN ...`."""
    if body[at].text == "(":
        return at > 0 and body[at - 1].text.upper() in _LOOPS
    following = body[at + 1 : at + 3]
    return (
        body[at].text == "["
        and len(following) == 2  # noqa: PLR2004 - a name and IN
        and following[0].is_name
        and following[1].key == "IN"
    )


def _refuse_reduces(body: Sequence[Token]) -> None:
    for at, token in enumerate(body):
        if not (token.is_name and token.text.upper() in _REDUCES):
            continue
        inner = list(_bracketed(body, at + 1))
        if inner and inner[0].is_name:
            name, step = inner[0].text, _step(inner)
            paths = {_path(step, at) for at in range(len(step)) if _names(step, at, name)}
            if any(_uses(step, name, path) > 1 for path in paths):
                raise Refused(
                    f"{token.text}() uses {name} more than once in a step, so that it could "
                    "double with each: use it once, or once in each branch of a CASE."
                )


def _step(inner: Sequence[Token]) -> Sequence[Token]:
    """Return what is done in each step: after the first bar outside of brackets."""
    depth = 0
    for at, token in enumerate(inner):
        depth += token.is_sign("([{") - token.is_sign(")]}")
        if depth == 0 and token.is_sign("|"):
            return inner[at + 1 :]
    return inner


def _names(step: Sequence[Token], at: int, name: str) -> bool:
    """Tell whether a variable stands here: not a property, nor a key of a map."""
    if not (step[at].is_name and step[at].text == name):
        return False
    before = at and step[at - 1].is_sign(".")
    key = at + 1 < len(step) and step[at + 1].is_sign(":")
    return not before and not key


def _path(step: Sequence[Token], at: int) -> tuple[str, ...]:
    """Return the properties that follow a variable: `s.total` and `s.count` are two things."""
    found: list[str] = []
    while at + 2 < len(step) and step[at + 1].is_sign(".") and step[at + 2].is_name:
        found.append(step[at + 2].text)
        at += 2
    return tuple(found)


def _uses(step: Sequence[Token], name: str, path: tuple[str, ...]) -> int:
    """Count how often a path flows on: of the branches of a CASE, one does."""
    total = at = 0
    while at < len(step):
        if step[at].key == "CASE":
            end = _case_end(step, at)
            total += _uses_of_case(step[at + 1 : end], name, path)
            at = end + 1
            continue
        total += _names(step, at, name) and _same(path, _path(step, at))
        at += 1
    return total


def _same(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether one is the other, or a part of it."""
    shorter = min(len(one), len(other))
    return one[:shorter] == other[:shorter]


def _uses_of_case(inner: Sequence[Token], name: str, path: tuple[str, ...]) -> int:
    """Count for the branch that uses it most; what is only compared does not flow on."""
    branches, begun, depth = [0], None, 0
    for at, token in enumerate(inner):
        depth += (token.key == "CASE") - (token.key == "END")
        if depth or token.key not in _BRANCHES:
            continue
        if begun is not None:
            branches.append(_uses(inner[begun:at], name, path))
        begun = at + 1 if token.key != "WHEN" else None
    if begun is not None:
        branches.append(_uses(inner[begun:], name, path))
    return max(branches)


def _case_end(step: Sequence[Token], at: int) -> int:
    depth = 0
    for place in range(at, len(step)):
        depth += (step[place].key == "CASE") - (step[place].key == "END")
        if depth == 0:
            return place
    return len(step)


def _refuse_doublings(body: Sequence[Token]) -> None:
    """Refuse variables that are added to themselves, or put into a list twice, many times."""
    doubled = sum(_doubles(body, at) for at in range(1, len(body) - 1))
    if doubled > DOUBLINGS:
        raise Refused(
            "The query adds variables to themselves, or repeats them in a list, again and "
            "again, so that text or lists would double each time: multiply numbers instead."
        )


def _doubles(body: Sequence[Token], at: int) -> bool:
    """Tell whether `x + x` stands here, or `[x, x` or `, x, x` as items of a list."""
    before, sign, after = body[at - 1], body[at], body[at + 1]
    if not (before.is_name and after.is_name and before.text == after.text):
        return False
    begins = body[at - 2] if at > 1 else sign
    ends = body[at + 2] if at + 2 < len(body) else sign
    if sign.is_sign("+"):
        return not begins.is_sign(".") and not ends.is_sign(".")
    return sign.is_sign(",") and begins.is_sign("[,") and ends.is_sign(",]")


def _bracketed(body: Sequence[Token], at: int) -> Iterator[Token]:
    """Yield what stands between the round bracket at a place and its end."""
    if at >= len(body) or not body[at].is_sign("("):
        return
    depth = 0
    for place in range(at, len(body)):
        depth += body[place].is_sign("([{") - body[place].is_sign(")]}")
        if depth == 0:
            return
        if place > at:
            yield body[place]
