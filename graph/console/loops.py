"""Count how often an expression goes round: ranges, and loops within loops.

A server does not end a query within one expression. So the text itself must say how often its
loops turn. It may write out a list, a range with its ends, or a name for these.
"""

import math
import re
from collections.abc import Iterator, Sequence

from graph.console.console_errors import QueryRefused
from graph.console.tokens import Token, TokenKind

LONGEST_RANGE = 10_000
MOST_TURNS = 10_000_000
OF_THE_GRAPH = 200
"""The length that counts for a list of unknown length: three may be in one."""
UNWOUND = 3_000
"""What it counts where rows are made that it may have been collected from: two, then."""

LOOPS = frozenset({"REDUCE", "ALLREDUCE", "ALL", "ANY", "NONE", "SINGLE"})
_BEFORE_ITEM = frozenset({"WITH", "RETURN", "DISTINCT"})
_MEASURES = frozenset({"size", "length"})
_ENDS = re.compile(r"(-?\d{1,9}),(-?\d{1,9})(?:,-?\d{1,9})?")


def refuse_long_ranges(body: Sequence[Token]) -> None:
    """Refuse ranges of more than 10,000, and those in expressions whose end is not in the text.

    Raises:
        Refused: an end is neither a number, nor the size or length of something.
    """
    for at, token in enumerate(body):
        if not (token.is_name and token.text.lower() == "range"):
            continue
        inner = list(bracketed(body, at + 1))
        if _longest(inner) > LONGEST_RANGE:
            raise QueryRefused(
                f"A range() of more than {LONGEST_RANGE:,} is refused: the server could "
                "not be stopped while it goes through it."
            )
        if inner and not _is_unwound(body, at, len(inner)) and not _told(body, inner):
            raise QueryRefused(
                "A range() in an expression ends at a number, or at the size() or length() of "
                "something: how far this one goes is not known before it runs, and the "
                "server could not be stopped. UNWIND the range in a clause of its own."
            )


def _longest(inner: Sequence[Token]) -> float:
    numbers = [_number(one.text) for one in inner if one.kind is TokenKind.NUMBER]
    if any(one.is_sign("*") for one in inner):
        numbers.append(math.prod(max(number, 1) for number in numbers))
    if any(one.is_sign("^") for one in inner):
        numbers.append(math.inf)
    return max(numbers, default=0)


def _number(text: str) -> float:
    try:
        return float(int(text.replace("_", ""), 0))
    except ValueError:
        try:
            return float(text.replace("_", ""))
        except ValueError:  # with leading zeros
            return float("inf")


def _is_unwound(body: Sequence[Token], at: int, length: int) -> bool:
    """Return whether this is `UNWIND range(...) AS`: rows, between which a server can end."""
    after = at + length + 3
    return (
        at > 0
        and body[at - 1].key == "UNWIND"
        and after < len(body)
        and body[after].key == "AS"
    )


def _told(body: Sequence[Token], inner: Sequence[Token]) -> bool:
    """Return whether the ends are numbers, sizes and sums of them."""
    at = measured = 0
    multiplied = any(one.is_sign("*") for one in inner)
    while at < len(inner):
        token = inner[at]
        if token.is_name and token.text.lower() in _MEASURES and at + 1 < len(inner):
            at += len(list(bracketed(inner, at + 1))) + 2
            measured += 1
        elif token.is_name:
            if multiplied or _named_number(body, token.text) is None:
                return False
        elif token.kind is not TokenKind.NUMBER and not token.is_sign("+-*/%(),"):
            return False
        at += 1
    return not (multiplied and measured > 1)


def _named_number(body: Sequence[Token], name: str) -> float | None:
    """Return what `WITH 5 AS name` says, if every binding of the name is such a one."""
    items = list(_items(body, name))
    numbers = [_number(item[0].text) for item in items if len(item) == 1 and _plain(item[0])]
    known = bool(items) and len(numbers) == len(items) and max(numbers) <= LONGEST_RANGE
    return max(numbers) if known else None


def _plain(token: Token) -> bool:
    return token.kind is TokenKind.NUMBER


def _items(body: Sequence[Token], name: str) -> Iterator[Sequence[Token]]:
    """Yield the text before each `AS name` of a projection; () where else it is bound."""
    for at, token in enumerate(body):
        if not (token.is_name and token.text == name) or at == 0:
            continue
        after = body[at + 1] if at + 1 < len(body) else token
        if body[at - 1].key == "AS":
            yield _item_before(body, at - 1)
        elif after.key == "IN" or after.is_sign("="):
            yield ()


def _item_before(body: Sequence[Token], end: int) -> Sequence[Token]:
    """Return the one number, list or call of range that is projected before a place."""
    begins = end - 1
    if body[begins].is_sign(")]"):
        depth = 0
        while begins >= 0:
            depth += body[begins].is_sign(")]}") - body[begins].is_sign("([{")
            if depth == 0:
                break
            begins -= 1
        begins -= body[end - 1].text == ")"
    before = body[begins - 1] if begins > 0 else None
    begun = before is not None and (before.is_sign(",") or before.key in _BEFORE_ITEM)
    return body[begins:end] if begun else ()


def refuse_many_turns(body: Sequence[Token]) -> None:
    """Refuse loops within loops that turn more than ten million times.

    Raises:
        Refused: or so they may: a list of unknown length may be as long as the longest range
            that the query writes anywhere.
    """
    unknown = max((_longest_of(body, at) for at in range(len(body))), default=0)
    unknown = max(unknown, OF_THE_GRAPH)
    open_: list[float] = []
    for at, token in enumerate(body):
        if token.is_sign("([{"):
            open_.append(_turns(body, at, unknown) if is_loop(body, at) else 1)
        elif token.is_sign(")]}") and open_:
            open_.pop()
        if math.prod(open_) > MOST_TURNS:
            raise QueryRefused(
                f"Loops within loops are refused that may turn more than {MOST_TURNS:,} times: "
                "a server cannot stop them. UNWIND the lists in clauses of their own."
            )


def is_loop(body: Sequence[Token], at: int) -> bool:
    """Return whether a bracket opens `reduce(`, `all(` and the like, or `[x IN ...`."""
    if body[at].text == "(":
        return at > 0 and body[at - 1].text.upper() in LOOPS
    following = body[at + 1 : at + 3]
    return (
        body[at].text == "["
        and len(following) == 2  # noqa: PLR2004 - a name and IN
        and following[0].is_name
        and following[1].key == "IN"
    )


def _longest_of(body: Sequence[Token], at: int) -> float:
    """Return how long the range is that begins here; 0 for none, and for a size()."""
    if not (body[at].is_name and body[at].text.lower() == "range"):
        return 0
    inner = list(bracketed(body, at + 1))
    if ends := _ENDS.fullmatch("".join(one.text for one in inner)):
        return abs(int(ends[2]) - int(ends[1])) + 1
    if not _told(body, inner):
        return UNWOUND
    named = [_named_number(body, one.text) or 0 for one in inner if one.is_name]
    return max([_longest(inner), *named])


def _turns(body: Sequence[Token], at: int, unknown: float) -> float:
    """Return how often the loop of a bracket turns, or what counts where it is unknown."""
    listed = looped(list(bracketed(body, at)))
    length = _length(listed)
    if length is None and len(listed) == 1 and listed[0].is_name:
        items = [_length(item) for item in _items(body, listed[0].text)]
        told = [item for item in items if item is not None]
        length = max(told) if told and len(told) == len(items) else None
    return unknown if length is None else max(length, 1)


def looped(inner: Sequence[Token]) -> Sequence[Token]:
    """Return the list that a loop goes through: between its IN, and its WHERE, bar or end."""
    depth, begins = 0, None
    for at, token in enumerate(inner):
        if depth == 0 and begins is None and token.key == "IN":
            begins = at + 1
        elif depth == 0 and begins is not None and (token.is_sign("|") or token.key == "WHERE"):
            return inner[begins:at]
        depth += token.is_sign("([{") - token.is_sign(")]}")
    return () if begins is None else inner[begins:]


def _length(listed: Sequence[Token]) -> float | None:
    """Return how many things a list that is written out, or a range with its ends, holds."""
    if not listed or listed[-1].text not in ("]", ")"):
        return None
    if listed[0].is_sign("[") and not is_loop(listed, 0):
        inner = list(bracketed(listed, 0))
        return _commas(inner) + 1 if len(inner) + 2 == len(listed) else None
    inner = list(bracketed(listed, 1))
    if listed[0].text.lower() != "range" or len(inner) + 3 != len(listed):
        return None
    ends = _ENDS.fullmatch("".join(one.text for one in inner))
    return None if ends is None else abs(int(ends[2]) - int(ends[1])) + 1


def _commas(inner: Sequence[Token]) -> int:
    depth = found = 0
    for token in inner:
        depth += token.is_sign("([{") - token.is_sign(")]}")
        found += depth == 0 and token.is_sign(",")
    return found


def bracketed(body: Sequence[Token], at: int) -> Iterator[Token]:
    """Yield the tokens between the bracket at a place and its end."""
    if at >= len(body) or not body[at].is_sign("(["):
        return
    depth = 0
    for place in range(at, len(body)):
        depth += body[place].is_sign("([{") - body[place].is_sign(")]}")
        if depth == 0:
            return
        if place > at:
            yield body[place]
