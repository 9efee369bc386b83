"""Find the parts of a query that could grow without end within one expression.

Neo4j counts the memory of its steps and ends them in time, but not of an expression. This
module refuses texts or lists doubled sixty times, and loops over a range of a billion. It does
not prove that nothing else can grow. Such a query is stopped from outside
(`graph/console/run.py`).
"""

from collections.abc import Sequence

from graph.console.console_errors import QueryRefused
from graph.console.loops import (
    bracketed,
    is_loop,
    looped,
    refuse_long_ranges,
    refuse_many_turns,
)
from graph.console.tokens import Token

DOUBLINGS = 3
MOST_XORS = 12
_REDUCES = ("REDUCE", "ALLREDUCE")
_BRANCHES = ("WHEN", "THEN", "ELSE")


def refuse_growth(body: Sequence[Token]) -> None:
    """Refuse what would grow without end.

    Raises:
        Refused: `reduce` uses what it adds up more than once in a step, by whatever name; a
            range or loops go on too far; there are more than 12 XOR; or the same variable is
            added to itself several times over.
    """
    refuse_long_ranges(body)
    refuse_many_turns(body)
    _refuse_xors(body)
    _refuse_reduces(body)
    _refuse_doublings(body)


def _refuse_xors(body: Sequence[Token]) -> None:
    if sum(token.key == "XOR" for token in body) > MOST_XORS:
        raise QueryRefused(
            f"More than {MOST_XORS} XOR are refused: the server plans each of them anew for "
            "all the others, and could not be stopped."
        )


def _refuse_reduces(body: Sequence[Token]) -> None:
    for at, token in enumerate(body):
        if not (token.is_name and token.text.upper() in _REDUCES):
            continue
        inner = list(bracketed(body, at + 1))
        if inner and inner[0].is_name:
            name, step = inner[0].text, _step(inner)
            if token.text.upper() == "ALLREDUCE":
                step = step[: _first_comma(step)]  # behind it, the sum is only looked at
            if any(_may_double(step, one) for one in (name, *_aliases(step, name))):
                raise QueryRefused(
                    f"{token.text}() uses {name} more than once in a step, so that it could "
                    "double with each: use it once, or once in each branch of a CASE."
                )


def _may_double(step: Sequence[Token], name: str) -> bool:
    """Return whether a variable flows on twice in a step, or in a loop that turns within it."""
    paths = {
        _path(step, at)
        for at in range(len(step))
        if _names(step, at, name) and not _is_bound(step, at)
    }
    return any(_uses(step, name, path) > 1 for path in paths) or any(
        _turns_with(list(bracketed(step, at)), name)
        for at in range(len(step))
        if is_loop(step, at)
    )


def _turns_with(inner: Sequence[Token], name: str) -> bool:
    """Return whether a loop gives on, each time that it turns, what it did not bind itself."""
    if any(_names(inner, at, name) and _is_bound(inner, at) for at in range(len(inner))):
        return False
    given = _step(inner)
    return given is not inner and _uses(given, name, ()) > 0


def _aliases(step: Sequence[Token], name: str) -> list[str]:
    """Return what else is bound within a step to what is added up, or to a part of it."""
    found = [name]
    for known in found:  # grows while it is read
        for at, token in enumerate(step):
            if not (token.is_name and _is_bound(step, at)) or token.text in found:
                continue
            listed = (
                looped(step[at:])
                if step[at + 1 : at + 2] and step[at + 1].key == "IN"
                else step
            )
            if any(_names(listed, place, known) for place in range(len(listed))):
                found.append(token.text)
    return found[1:]


def _is_bound(step: Sequence[Token], at: int) -> bool:
    """Return whether a variable is bound here: `[x IN`, `reduce(x =`, `AS x`, `LET x =`."""
    before = step[at - 1] if at else None
    after = step[at + 1] if at + 1 < len(step) else None
    if before is None:
        return False
    if before.key == "AS":
        return True
    opens = before.is_sign("([,") or before.key in ("LET", "FOR")
    return opens and after is not None and (after.key == "IN" or after.is_sign("="))


def _step(inner: Sequence[Token]) -> Sequence[Token]:
    """Return what is done in each step: after the first bar outside of brackets."""
    depth = 0
    for at, token in enumerate(inner):
        depth += token.is_sign("([{") - token.is_sign(")]}")
        if depth == 0 and token.is_sign("|"):
            return inner[at + 1 :]
    return inner


def _first_comma(step: Sequence[Token]) -> int:
    """Return the place of the first comma outside of brackets, or the end."""
    depth = 0
    for at, token in enumerate(step):
        depth += token.is_sign("([{") - token.is_sign(")]}")
        if depth == 0 and token.is_sign(","):
            return at
    return len(step)


def _names(step: Sequence[Token], at: int, name: str) -> bool:
    """Return whether a variable is here: not a property, nor a key of a map."""
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
        flows = _names(step, at, name) and not _is_bound(step, at)
        total += flows and _same(path, _path(step, at))
        at += 1
    return total


def _same(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Return whether one is the other, or a part of it."""
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
        raise QueryRefused(
            "The query adds variables to themselves, or repeats them in a list, again and "
            "again, so that text or lists would double each time: multiply numbers instead."
        )


def _doubles(body: Sequence[Token], at: int) -> bool:
    """Return whether `x + x` is here, or `[x, x` or `, x, x` as items of a list."""
    before, sign, after = body[at - 1], body[at], body[at + 1]
    if not (before.is_name and after.is_name and before.text == after.text):
        return False
    begins = body[at - 2] if at > 1 else sign
    ends = body[at + 2] if at + 2 < len(body) else sign
    if sign.is_sign("+"):
        return not begins.is_sign(".") and not ends.is_sign(".")
    return sign.is_sign(",") and begins.is_sign("[,") and ends.is_sign(",]")
