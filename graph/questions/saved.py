"""Saved questions: files in a folder, with the same header as those of the library.

They are read and checked as the library is. A file that does not match its header is listed
with what is wrong with it. All of them run through the guard.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from graph.errors import GraphError, InvalidQuery
from graph.questions.library import Question, made, names
from graph.store.queries import params_of, parse

NAME = re.compile(r"[a-z0-9_]{1,60}")


class NotSaved(GraphError):
    """A question cannot be kept as it is; the sentence says what to change."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UnreadableQuestion:
    """A file that is no question, and why."""

    name: str
    why: str


def folder(home: Path) -> Path:
    """Return where they are kept."""
    return home / "questions"


def own(home: Path) -> tuple[list[Question], list[UnreadableQuestion]]:
    """Return the questions that are kept, by name, and the files that are none."""
    found: list[Question] = []
    broken: list[UnreadableQuestion] = []
    for path in sorted(folder(home).glob("*.cypher")):
        try:
            found.append(_read(path))
        except (GraphError, OSError, UnicodeDecodeError) as error:
            broken.append(UnreadableQuestion(name=path.name, why=str(error)))
    return found, broken


def _read(path: Path) -> Question:
    if not NAME.fullmatch(path.stem):
        raise InvalidQuery("a name has small letters, digits and _ only")
    return made(path.stem, parse(path.stem, path.read_text(encoding="utf-8")))


def save(
    home: Path,
    name: str,
    asks: str,
    body: str,
    columns: Iterable[str],
    types: Mapping[str, str],
) -> Question:
    """Keep a query as a question of one's own; none of the same name is replaced.

    Args:
        home: GRAPH_HOME.
        name: small letters, digits and _.
        asks: the question, in a line.
        body: Cypher; lines of comment at its head are left out.
        columns: what it returns.
        types: of its parameters: string, date, integer or boolean; string where not said.

    Raises:
        NotSaved: the name or the question is none, or the name is taken.
        InvalidQuery: the header cannot be made; every column needs a name (AS name).
    """
    path = _free(home, name)
    asked = " ".join(asks.split())
    if not asked:
        raise NotSaved("Write in a sentence what the query answers.")
    plain = [line for line in body.strip().splitlines() if not line.startswith("//")]
    header = [
        f"// {asked}",
        *(f"// param {one} {types.get(one, 'string')}" for one in params_of(body)),
        *(f"// returns {column} any" for column in columns),
    ]
    text = "\n".join([*header, *plain]).rstrip().removesuffix(";") + ";\n"
    kept = made(name, parse(name, text))
    folder(home).mkdir(mode=0o700, parents=True, exist_ok=True)
    part = path.with_suffix(".part")
    part.write_text(text, encoding="utf-8")
    part.replace(path)
    return kept


def _free(home: Path, name: str) -> Path:
    """Return where a question of this name is kept, if the name is one and nobody has it."""
    if not NAME.fullmatch(name):
        raise NotSaved("A name has small letters, digits and _ only, such as last_calls.")
    if name in names():
        raise NotSaved(f"The library has a question {name}; choose another name.")
    path = folder(home) / f"{name}.cypher"
    if path.exists():
        raise NotSaved(
            f"You keep a question {name} already: choose another name, or delete that one on "
            "the page Questions first."
        )
    return path


def forget(home: Path, name: str) -> None:
    """Delete a question of one's own."""
    if NAME.fullmatch(name):
        (folder(home) / f"{name}.cypher").unlink(missing_ok=True)
