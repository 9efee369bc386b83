r"""A query's text as tokens, strict: text that two readers could read differently is refused.

Neo4j replaces `\u0041` before it looks for the ends of strings and comments. It also takes
several invisible characters for blanks or for nothing. Here they are refused everywhere, so
both programs see the same tokens. Sources: the openCypher grammar, and trials on both servers.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from graph.console.console_errors import QueryRefused, WrongSyntax, place


class TokenKind(StrEnum):
    """What a token is."""

    WORD = "word"
    QUOTED = "quoted"  # a name in backquotes
    STRING = "string"
    NUMBER = "number"
    PARAM = "parameter"
    SIGN = "sign"


@dataclass(frozen=True, slots=True)
class Token:
    """A token and its place."""

    kind: TokenKind
    text: str
    """A name without its backquotes, a parameter without its dollar; all else as written."""
    at: int

    @property
    def key(self) -> str:
        """The word as keywords are compared: in capitals; "" for what is no plain word."""
        return self.text.upper() if self.kind is TokenKind.WORD else ""

    def is_sign(self, signs: str) -> bool:
        """Return whether it is one of these signs."""
        return self.kind is TokenKind.SIGN and self.text in signs

    @property
    def is_name(self) -> bool:
        """Return whether it can name something: a word, or anything in backquotes."""
        return self.kind in (TokenKind.WORD, TokenKind.QUOTED)


_TOKEN = re.compile(
    r"""
      (?P<blank>[ \t\r\n]+ | //[^\r\n]* | /\*.*?\*/)
    | (?P<string>'(?:[^'\\]|\\.)*' | "(?:[^"\\]|\\.)*")
    | (?P<quoted>`(?:[^`]|``)*`)
    | \$(?P<param>\w+(?!\w) | `(?:[^`]|``)*`(?!`))(?!\s*\() # $all(...) is no parameter
    | (?P<number>0[xo][0-9a-fA-F_]+ | \d[\d_]*(?:\.\d[\d_]*)?(?:[eE][+-]?\d+)?)
    | (?P<word>[^\W\d]\w*)
    | (?P<sign>[\x21-\x7e])
    """,
    re.VERBOSE | re.DOTALL,
)
_OPEN = {
    "'": "a string that begins here does not end",
    '"': "a string that begins here does not end",
    "`": "a name in backquotes that begins here does not end",
}
_PLAIN_CONTROLS = "\t\r\n"
_HIDDEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


def tokens(text: str) -> list[Token]:
    """Return the tokens of a query, without blanks and comments.

    Raises:
        Refused: it holds an escape or a character that could hide something.
        WrongSyntax: a string, a name or a comment does not end.
    """
    _refuse_escapes(text)
    return list(_scan(text))


def _refuse_escapes(text: str) -> None:
    found = re.search(r"\\[uU]", text)
    if found:
        raise QueryRefused(
            f"{_where(text, found.start())}: escapes such as {text[found.start() :][:6]} are "
            "read before anything else and could hide a command. Write the character itself."
        )


def _scan(text: str) -> Iterator[Token]:
    at = 0
    while at < len(text):
        found = _TOKEN.match(text, at)
        if found is None:
            raise _hidden(text, at)
        kind = str(found.lastgroup)
        _check_part(text, found, kind)
        if kind != "blank":
            yield _token(text, found, kind)
        at = found.end()


def _token(text: str, found: re.Match[str], kind: str) -> Token:
    said, at = found[kind], found.start()
    if kind == "sign" and (said in _OPEN or text.startswith("/*", at)):
        raise WrongSyntax.at(_OPEN.get(said, "a comment that begins here has no end"), text, at)
    if kind == "quoted" or said.startswith("`"):
        said = said[1:-1].replace("``", "`")
    return Token(TokenKind.PARAM if kind == "param" else TokenKind[kind.upper()], said, at)


def _check_part(text: str, found: re.Match[str], kind: str) -> None:
    """Refuse what does not show: everywhere controls, outside strings all that is not plain."""
    said = found[0]
    if said.isascii() and said.isprintable():
        return
    for offset, sign in enumerate(said, start=found.start()):
        category = unicodedata.category(sign)
        joins = category == "Cf" and kind in ("string", "blank") and sign not in _TURNING
        if category in _HIDDEN and sign not in _PLAIN_CONTROLS and not joins:
            raise _hidden(text, offset)
    disguised = unicodedata.normalize("NFKC", said).upper().isascii()  # as by a long s
    if kind == "word" and disguised and not said.isascii():
        raise _hidden(text, found.start())


_TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
"""They turn the order in which text is shown, so that one reads another query than it runs."""


def _hidden(text: str, at: int) -> QueryRefused:
    name = unicodedata.name(text[at], "a control character")
    return QueryRefused(
        f"{_where(text, at)}: the character U+{ord(text[at]):04X} ({name.lower()}) is not read "
        "here. Type a plain blank or letter instead, or put the text into quotes."
    )


def _where(text: str, at: int) -> str:
    line, column = place(text, at)
    return f"Line {line}, column {column}"
