"""The text of a query: one statement that reads and calls only harmless functions.

The plan shows most of this too, but not all. The server shows no plan of a subquery within a
list comprehension: a LOAD CSV there looks like a projection. So the words are checked as well,
by tokens, never by a search in the text.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from graph.console.console_errors import MissingParameter, QueryRefused, WrongSyntax
from graph.console.functions import BEFORE_BRACKETS, FUNCTIONS, PROCEDURES, refused_procedure
from graph.console.growth import refuse_growth
from graph.console.limits import (
    DEEPEST,
    LONGEST,
    MOST_ANDS,
    MOST_STEPS,
    MOST_STEPS_IN_ALL,
    MOST_WORDS,
)
from graph.console.tokens import Token, TokenKind, tokens
from graph.console.word_lists import words

READS = frozenset(
    {"MATCH", "OPTIONAL", "WITH", "UNWIND", "RETURN", "CALL", "LET", "FILTER", "FOR", "WHEN"}
)
"""What a query may begin with."""
WRITES = words("writes")
CYPHERS = ("5", "25")
ONLY_READS = "This console only reads"
NOT_SHOWN = (
    "this console answers from the graph. Settings, users, other queries and the like are "
    "not shown here"
)
_LAST_NUMBER = str(2**63 - 1)
_SHOWN = words("shown")
_HINTS = frozenset({"INDEX", "SEEK", "SCAN", "TEXT", "RANGE", "POINT"})
_BEFORE_USE = frozenset({"UNION", "ALL", "DISTINCT", "NEXT", "THEN", "ELSE"})


def first_look(text: str, given: Mapping[str, object]) -> str:
    """Return the query without what ends it, if its text is that of one that only reads.

    Args:
        text: as it was written; one semicolon may end it.
        given: the parameters, by name.

    Raises:
        Refused: it begins with no reading clause, is more than one statement, calls what is
            not on the lists, or hides something.
        MissingParameter: a parameter is missing, or one too many is given.
        WrongSyntax: it is empty, or a string or comment does not end.
    """
    if len(text) > LONGEST:
        raise QueryRefused(
            f"The query has {len(text):,} characters; up to {LONGEST:,} are read here."
        )
    read = tokens(text)
    if len(read) > MOST_WORDS:
        raise QueryRefused(
            f"The query has {len(read):,} words and signs; up to {MOST_WORDS:,} are read here."
        )
    if not read:
        raise WrongSyntax.at("there is no query", text, 0)
    while read and read[-1].is_sign(";"):
        text = text[: read.pop().at]
    body = _without_version(read)
    _refuse_other_beginnings(body)
    _refuse_depth(body)
    _refuse_long_patterns(body)
    _refuse_ands(body)
    _refuse_last_number(body, given)
    _refuse_commands(body)
    _refuse_calls(body)
    refuse_growth(body)
    _check_parameters(body, given)
    return text


def _without_version(read: Sequence[Token]) -> Sequence[Token]:
    """Return the tokens after `CYPHER 5` or `CYPHER 25`; any other option is refused."""
    if not read or read[0].key != "CYPHER":
        return read
    if len(read) > 1 and read[1].text in CYPHERS:
        if len(read) > 3 and read[3].is_sign("="):  # noqa: PLR2004 - CYPHER 5 name = value
            raise QueryRefused(f"CYPHER {read[1].text} is read here, without further options.")
        return read[2:]
    raise QueryRefused(
        "Of the options of CYPHER, only the version is read here: CYPHER 5 or 25."
    )


def _refuse_other_beginnings(body: Sequence[Token]) -> None:
    begins = body[0] if body else Token(TokenKind.SIGN, "", 0)
    if begins.key in READS:
        return
    if begins.key in ("EXPLAIN", "PROFILE"):
        raise QueryRefused(f"Leave {begins.key} out: the plan is shown for any query.")
    if begins.key in ("SHOW", "TERMINATE"):
        raise QueryRefused(f"{begins.key} is refused: {NOT_SHOWN}.")
    if begins.key == "USE":
        raise QueryRefused("USE is refused: the console reads the database of Kinthread alone.")
    if begins.key in WRITES | {"LOAD"}:
        raise _writes(begins.key)
    raise QueryRefused(
        f"A query begins with a clause that reads, such as MATCH or WITH, not with "
        f"{begins.text!r}."
    )


def _refuse_depth(body: Sequence[Token]) -> None:
    depth = 0
    for token in body:
        depth += token.is_sign("([{") - token.is_sign(")]}")
        if depth > DEEPEST:
            raise QueryRefused(f"The query has brackets more than {DEEPEST} deep.")


def _refuse_long_patterns(body: Sequence[Token]) -> None:
    steps = [*_steps(body)]
    for count, most, where in (
        (max(steps), MOST_STEPS, "one part of it, between braces or UNION"),
        (sum(steps), MOST_STEPS_IN_ALL, "all"),
    ):
        if count > most:
            raise QueryRefused(
                f"The query has {count} relationships in the patterns of {where}; up to {most} "
                "are read here. A path of many hops is written as -[:PARENT_OF]->{1,9}."
            )


def _steps(body: Sequence[Token]) -> Iterator[int]:
    """Yield the relationships of each part that the server plans by itself."""
    open_parts = [0]
    for one, after in pairwise(body):
        if one.is_sign("{"):
            open_parts.append(0)
        elif one.is_sign("}") and len(open_parts) > 1:
            yield open_parts.pop()
        elif one.key == "UNION":
            yield open_parts.pop()
            open_parts.append(0)
        elif one.is_sign("-") and after.is_sign("[-"):
            open_parts[-1] += 1
    yield from open_parts


def _refuse_ands(body: Sequence[Token]) -> None:
    if sum(token.is_sign("&") for token in body) > MOST_ANDS:
        raise QueryRefused(
            f"More than {MOST_ANDS} & between labels are refused: the server would multiply "
            "them out, and could not be stopped. Ask for some of them in a WHERE."
        )


def _refuse_last_number(body: Sequence[Token], given: Mapping[str, object]) -> None:
    """Refuse to look for the relationship of this number: the server never ends."""
    asks = any(
        token.is_name and token.text.lower() in ("id", "elementid") and after.is_sign("(")
        for token, after in pairwise(body)
    )
    texts = (*(token.text for token in body), *map(str, given.values()))
    if asks and any(_LAST_NUMBER in said for said in texts):
        raise QueryRefused(
            f"The number {_LAST_NUMBER} is refused: the server looks without end for a "
            "relationship of that number. Nothing has it."
        )


def _refuse_commands(body: Sequence[Token]) -> None:
    for before, token, after in _threes(body):
        if token.is_sign(";"):
            raise QueryRefused("The query is more than one statement; send them one by one.")
        if token.key == "LOAD" and after.key == "CSV":
            raise QueryRefused(
                "LOAD CSV is refused: the console reads no files and no addresses."
            )
        if token.key in ("SHOW", "TERMINATE") and after.key in _SHOWN:
            raise QueryRefused(f"{token.key} {after.key} is refused: {NOT_SHOWN}.")
        opens = before.is_sign("{)};") or before.key in _BEFORE_USE
        if token.key == "USE" and after.is_name and opens:
            raise QueryRefused(
                "USE is refused: the console reads the database of Kinthread alone."
            )
        if token.key == "TRANSACTIONS" and before.key in ("IN", "CONCURRENT"):
            raise QueryRefused("CALL IN TRANSACTIONS is refused: it is there for writing.")


def _threes(body: Sequence[Token]) -> Iterator[tuple[Token, Token, Token]]:
    nothing = Token(TokenKind.SIGN, "", 0)
    padded = [nothing, *body, nothing]
    return zip(padded, padded[1:], padded[2:], strict=False)


def _refuse_calls(body: Sequence[Token]) -> None:
    """Refuse functions and procedures that are not on the lists."""
    for at, (token, after) in enumerate(pairwise(body)):
        if token.key == "CALL" and after.is_name:
            name = _dotted(body[at + 1 :])
            if "." in name and name not in PROCEDURES:
                raise refused_procedure(name)
        elif token.is_name and after.is_sign("(") and not _calls_nothing(body, at):
            _refuse_function(_dotted_before(body[: at + 1]))


def _calls_nothing(body: Sequence[Token], at: int) -> bool:
    """Return whether a name before a bracket is a keyword, or part of a procedure's name."""
    if at and body[at - 1].is_sign("."):
        begins = at
        while begins >= 2 and body[begins - 1].is_sign("."):  # noqa: PLR2004 - name and point
            begins -= 2
        return begins > 0 and body[begins - 1].key == "CALL"
    before = body[max(at - 3, 0) : at]
    hint = [token.key or token.text for token in before]  # USING INDEX p:Person(name)
    if len(hint) == 3 and hint[0] in _HINTS and hint[2] == ":":  # noqa: PLR2004 - the three
        return True
    return body[at].key in BEFORE_BRACKETS or (at > 0 and body[at - 1].key == "CALL")


def _refuse_function(name: str) -> None:
    if name.lower() in FUNCTIONS:
        return
    if name.upper() in WRITES:
        raise _writes(name.upper())
    raise QueryRefused(
        f"{name}( ... ) is refused: it is none of the functions of Neo4j that only compute "
        "or read the graph."
    )


def _dotted(following: Sequence[Token]) -> str:
    """Return the name that begins here, with its points."""
    name = following[0].text
    rest = iter(following[1:])
    for point, part in zip(rest, rest, strict=False):
        if not (point.is_sign(".") and part.is_name):
            break
        name += f".{part.text}"
    return name


def _dotted_before(tokens_: Sequence[Token]) -> str:
    """Return the name that ends here, with its points."""
    name, at = tokens_[-1].text, len(tokens_) - 1
    while at >= 2 and tokens_[at - 1].is_sign(".") and tokens_[at - 2].is_name:  # noqa: PLR2004
        name, at = f"{tokens_[at - 2].text}.{name}", at - 2
    return name


def _writes(word: str) -> QueryRefused:
    return QueryRefused(f"{word} is refused. {ONLY_READS}; what changes the graph is loading.")


def _check_parameters(body: Sequence[Token], given: Mapping[str, object]) -> None:
    named = dict.fromkeys(token.text for token in body if token.kind is TokenKind.PARAM)
    if missing := [name for name in named if name not in given]:
        raise MissingParameter(
            f"The query needs {', '.join(f'${name}' for name in missing)}: "
            f"{' '.join(f'--param {name}=...' for name in missing)}"
        )
    if unused := sorted(set(given) - set(named)):
        raise MissingParameter(f"The query has no parameter {', '.join(unused)}.")
