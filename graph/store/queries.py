"""Queries: files under `cypher/` with a question, its parameters, its rows, then plain Cypher.

The header is a contract, checked when the file is read. A store runs nothing but a `Query`. So
no text that a program puts together ever reaches the database.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from graph.errors import InvalidQuery

CYPHER = Path(__file__).resolve().parents[2] / "cypher"


_WORDS = ("param ", "returns ", "unknown ", "group ", "says ")
_FIELD = re.compile(r"// (param|returns) +(\w+)(?: +(\w+))?(?: += +(\S+))?(?: +(.*))?")
_TOLD = re.compile(r"// (unknown|group|says) +(.*)")
_PARAM = re.compile(r"\$(\w+)")
_QUOTED = re.compile(
    r"'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"|`[^`]*`|//[^\n]*|/\*.*?\*/", re.DOTALL
)


@dataclass(frozen=True, slots=True, kw_only=True)
class HeaderLine:
    """One line of a header: `// param child string = any  Person.id`, as its parts.

    `// unknown ...` says what the rows leave open, `// group ...` what kind of question it is,
    `// says ...` a row in words: all of it is in `about`.
    """

    word: str
    name: str = ""
    type: str = ""
    default: str | None = None
    about: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """A query that has been read from its file and agrees with its header."""

    name: str
    text: str
    question: str
    params: frozenset[str]
    returns: tuple[str, ...]
    """The names of the columns; empty where the header says that it returns nothing."""
    header: tuple[HeaderLine, ...] = ()


@cache
def query(name: str) -> Query:
    """Return the query at cypher/<name>.cypher, for example "read/children".

    Raises:
        InvalidQuery: there is no such file, or its header is not what its body does.
    """
    if not re.fullmatch(r"[a-z0-9_]+(/[a-z0-9_]+)*", name):
        raise InvalidQuery(f"{name!r} is no name of a query: write it as in read/children")
    path = CYPHER / f"{name}.cypher"
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise InvalidQuery(f"{name}: there is no file cypher/{name}.cypher") from None
    return parse(name, text)


def parse(name: str, text: str) -> Query:
    """Read a query's text and hold its header against its body.

    Raises:
        InvalidQuery: the header lacks the question or the rows, or names other parameters or
            columns than the body has.
    """
    header, body = _parted(text)
    declared = frozenset(re.findall(r"^// param +(\w+)", header, re.MULTILINE))
    used = frozenset(params_of(body))
    if declared != used:
        raise InvalidQuery(
            f"{name}: header and body differ on the parameters {sorted(declared ^ used)}"
        )
    question = _question(header)
    returns = re.findall(r"^// returns +(\w+)", header, re.MULTILINE)
    if not question or not returns:
        raise InvalidQuery(f"{name}: the header must say the question and `// returns`")
    columns = [] if returns == ["nothing"] else returns
    if columns != _columns(body):
        raise InvalidQuery(
            f"{name}: the header says that it returns {columns}, the body {_columns(body)}"
        )
    return Query(
        name=name,
        text=text,
        question=question,
        params=declared,
        returns=tuple(columns),
        header=tuple(_header_lines(header)),
    )


def _header_lines(header: str) -> Iterator[HeaderLine]:
    for line in header.splitlines():
        if said := _TOLD.fullmatch(line):
            yield HeaderLine(word=said[1], about=said[2].strip())
        elif found := _FIELD.fullmatch(line):
            word, name, kind, default, about = found.groups()
            yield HeaderLine(
                word=word, name=name, type=kind or "", default=default, about=about or ""
            )


def params_of(body: str) -> list[str]:
    """Return the parameters that Cypher names, in their order; not those in quotes."""
    return list(dict.fromkeys(_PARAM.findall(_QUOTED.sub(" ", body))))


def _parted(text: str) -> tuple[str, str]:
    lines = text.splitlines()
    comments = [line for line in lines if line.startswith("//")]
    body = [line.split(" // ")[0] for line in lines if not line.startswith("//")]
    return "\n".join(comments), "\n".join(body)


def _question(header: str) -> str:
    lines = (line.removeprefix("//").strip() for line in header.splitlines())
    return " ".join(x for x in lines if x and not x.startswith(_WORDS))


def _columns(body: str) -> list[str]:
    """Return the names of the columns of the last RETURN."""
    last = re.split(r"\bRETURN\b(?: +DISTINCT\b)?", body)
    if len(last) == 1 or "}" in re.sub(r"\{[^{}]*\}", "", last[-1]):
        return []
    clause = re.split(r"\bORDER BY\b|\bLIMIT\b|;", last[-1])[0]
    return [_column(part) for part in _split_outside_brackets(clause)]


def _column(part: str) -> str:
    return re.split(r"\bAS\b", part)[-1].strip()


def _split_outside_brackets(clause: str) -> list[str]:
    parts, depth = [""], 0
    for sign in clause:
        depth += (sign in "([{") - (sign in ")]}")
        if sign == "," and depth == 0:
            parts.append("")
        else:
            parts[-1] += sign
    return parts
