"""Find the people whom a query names itself, in its text or in a parameter.

`MATCH (p {id: 'x'}) RETURN p.born_latest` gives a day that names nobody. But the writer of the
query knows whose day it is. So the query counts as one more row, which is part of every other.
Pure.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from graph.console.tokens import Token, TokenKind, tokens
from graph.questions.answer_values import RowValues, row_values, walk

SHORTEST_PART = 3
"""Letters of a part of a name, as in `CONTAINS 'ami'`, from which on it names somebody."""
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_CONTROLS = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
_BEFORE_PARTS = frozenset({"CONTAINS", "STARTS", "ENDS"})
_NEAR = 6
"""Words and signs in which a text follows, as in `STARTS WITH toLower(trim('Am'))`."""
_IDENTIFIES = frozenset({"id", "elementid"})
ELEMENT = re.compile(r"[45]:[0-9a-f]{8}-[0-9a-f-]{27}:[0-9]+")
"""How the server names a node or a relationship: `elementId()`."""
_LARGEST_NUMBER = 2**40
"""No node is numbered beyond; and the server loops without end over relationship 2^63 - 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QueryNames:
    """What a query names."""

    names: frozenset[str]
    """Its labels, types, properties, variables and words of the language, as written."""
    values: RowValues
    """Its strings and parameters, looked through as if they had come back in a row."""
    parts: frozenset[str]
    """Of those, what names or ids are searched by, in small letters."""
    numbers: tuple[Any, ...]
    """Its numbers, and its parameters."""
    by_number: bool
    """It speaks of `id()` or `elementId()`: its numbers may stand for nodes."""


def named(text: str, params: Mapping[str, Any]) -> QueryNames:
    """Return what a query names in its text and parameters.

    Args:
        text: as it was run; what the guard has let through.
        params: by name, however deep.
    """
    read = tokens(text)
    parts = frozenset(part for part in _parts(read, params) if len(part) >= SHORTEST_PART)
    keys = [key for one in walk(params) if isinstance(one, Mapping) for key in one]
    values = row_values([*_literals(read), *params.values(), *keys])
    values.strings |= parts
    return QueryNames(
        names=frozenset(token.text for token in read if token.is_name),
        values=values,
        parts=parts,
        numbers=(*_numbers(read), *params.values()),
        by_number=any(
            token.is_name and token.text.lower() in _IDENTIFIES and after.is_sign("(")
            for token, after in pairwise(read)
        ),
    )


def numbers(row: Iterable[Any], text: str) -> set[int]:
    """Return whole numbers of a row, also those within its text: each may be that of a node.

    The server's own names are known whole. The digits of a database's key, which is in
    each of them, are nobody's number.
    """
    found = {one for one in walk(row) if isinstance(one, int) and not isinstance(one, bool)}
    found |= {int(digits) for digits in re.findall(r"[0-9]{1,19}", ELEMENT.sub(" ", text))}
    return {number for number in found if 0 <= number < _LARGEST_NUMBER}


def _numbers(read: Sequence[Token]) -> Iterator[int]:
    for token in read:
        if token.kind is TokenKind.NUMBER and token.text.isdecimal():
            yield int(token.text)


def _literals(read: Sequence[Token]) -> Iterator[str]:
    for token in read:
        if token.kind is TokenKind.STRING:
            yield _string(token)
        elif token.kind is TokenKind.QUOTED:
            yield token.text


def _string(token: Token) -> str:
    return _ESCAPED.sub(lambda found: _CONTROLS.get(found[1], found[1]), token.text[1:-1])


def _parts(read: Sequence[Token], params: Mapping[str, Any]) -> Iterator[str]:
    """Yield what is searched for: after CONTAINS and the like, and the words of a pattern."""
    for at, token in enumerate(read):
        if token.key in _BEFORE_PARTS:
            yield from (said.casefold() for said in _searched(read, at, params))
        elif token.is_sign("=") and at + 1 < len(read) and read[at + 1].is_sign("~"):
            for said in _searched(read, at + 1, params):
                yield from re.findall(r"[^\W\d_]+", said.casefold())


def _searched(read: Sequence[Token], at: int, params: Mapping[str, Any]) -> list[str]:
    """Return the text that a search is for; where it is a variable, every text of the query."""
    for token in read[at + 1 : at + 1 + _NEAR]:
        if token.kind is TokenKind.STRING:
            return [_string(token)]
        if token.kind is TokenKind.PARAM:
            return _texts(params.get(token.text))
        if not (token.key == "WITH" or token.is_sign("(~") or token.is_name):
            break
    return [_string(one) for one in read if one.kind is TokenKind.STRING] + _texts(params)


def _texts(value: object) -> list[str]:
    return [one for one in walk(value) if isinstance(one, str)]
