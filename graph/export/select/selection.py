"""The selection of an export: a child, a family, the answer to a question, some people.

A wrong selection gets a sentence. Nobody has that id, and these are similar. Nothing is
selected. Or it is more than one file should hold.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from rapidfuzz import process

from graph.errors import GraphError
from graph.export.request import SelectionRequest
from graph.questions.asking import QuestionStore, ask
from graph.questions.library import question
from graph.record.model import Records
from graph.record.vocabulary import PersonKind, TieKind
from graph.rule.network import network
from graph.rule.reach import MAX_DEGREE
from graph.store.queries import query

MOST_CHILDREN = 250
"""In one file: nobody reads more, and a document of more is for nobody's table."""
_NEAR = 3
_NEAR_ENOUGH = 55
_PERSON = "Person.id"


class InvalidSelection(GraphError):
    """The selection chooses nobody, somebody unknown, or too much for one file."""


class Gathering(QuestionStore, Protocol):
    """What choosing needs of the store."""

    def children(self) -> list[str]:
        """Return whom the question may be asked for."""

    def around(self, child: str, max_degree: int = MAX_DEGREE) -> Records:
        """Return everything recorded around somebody."""

    def around_many(
        self, children: Iterable[str], max_degree: int
    ) -> Iterator[tuple[str, Records]]:
        """Yield people, each with what is recorded around them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """Whom a file is about: children with all within their reach, or just some people."""

    children: tuple[str, ...]
    only: frozenset[str] | None
    """Nobody but these; None: everybody within reach of the children."""


def select(store: Gathering, wanted: SelectionRequest) -> Selection:
    """Return whom a file is about.

    Raises:
        InvalidSelection: nothing is chosen, nobody of an id is recorded, or nobody is left.
        UnknownName, InvalidParameter: of a question.
    """
    if not wanted.words:
        raise InvalidSelection(
            "Nothing is selected: name a child, a family, a question or people "
            "(--child, --family, --ask, --people)."
        )
    known = set(store.children())
    children = [_known_child(store, child, known) for child in wanted.children]
    children += _of_family(store, wanted.family, known) if wanted.family else []
    only: frozenset[str] | None = None
    if wanted.ask:
        found = _of_question(store, wanted)
        children += [person for person in found if person in known]
        only = None if children else frozenset(found)
    if wanted.people:
        only = frozenset((*_known_people(store, wanted.people), *children))
        children += [person for person in wanted.people if person in known]
    if not children and not only:
        raise InvalidSelection(
            f"The selection is empty: {wanted.words} names no child and nobody else. "
            "`python -m graph left` lists the children."
        )
    return Selection(children=tuple(dict.fromkeys(children)), only=only)


def check_size(selection: Selection, most: int = MOST_CHILDREN) -> None:
    """See that one file is enough.

    Raises:
        InvalidSelection: the selection has more children than one file should hold.
    """
    if len(selection.children) > most:
        raise InvalidSelection(
            f"The selection has {len(selection.children):,} children; one file holds at most "
            f"{most}. Choose fewer, or write a file for each family: --each FOLDER."
        )


def _known_child(store: Gathering, child: str, known: set[str]) -> str:
    if child in known:
        return child
    if store.existing("people", [child]):
        raise InvalidSelection(
            f"{child!r} is recorded, but not as a child; to hand over what is recorded of "
            f"somebody: --people {child}"
        )
    raise InvalidSelection(f"No child of the id {child!r} is recorded{_near(child, known)}")


def _of_family(store: Gathering, person: str, known: set[str]) -> list[str]:
    """Return the children of a parent, a brother or a sister, or the child itself."""
    if not store.existing("people", [person]):
        raise InvalidSelection(
            f"Nobody of the id {person!r} is recorded{_near(person, everybody(store))}"
        )
    around = store.around(person)
    own = {
        tie.relative
        for tie in around.ties
        if tie.kind is TieKind.PARENT_OF and tie.person == person and tie.active
    }
    together = own & known
    if person in known:
        together |= {person, *network(around, person).siblings} & known
    if not together:
        raise InvalidSelection(
            f"{person!r} is no parent, brother or sister of a recorded child; to hand over "
            f"what is recorded of them: --people {person}"
        )
    return sorted(together)


def _of_question(store: Gathering, wanted: SelectionRequest) -> list[str]:
    asked = question(wanted.ask)
    columns = [column.name for column in asked.columns if column.holds(_PERSON)]
    found: dict[str, None] = {}
    for row in ask(store, asked, wanted.params, most=None).rows:
        for name in columns:
            value = row[name]
            found |= dict.fromkeys(value if isinstance(value, list) else [value])
    people = [person for person in found if person]
    if not people:
        raise InvalidSelection(f"The selection is empty: {wanted.words} finds nobody.")
    return people


def _known_people(store: Gathering, people: Sequence[str]) -> list[str]:
    there = store.existing("people", people)
    for person in people:
        if person not in there:
            near = _near(person, everybody(store))
            raise InvalidSelection(f"Nobody of the id {person!r} is recorded{near}")
    return list(people)


def everybody(store: Gathering) -> list[str]:
    """Return the ids of all people and groups."""
    kinds = {kind.value for kind in PersonKind}
    return [row["id"] for row in store.read(query("read/names")) if row["kind"] in kinds]


def _near(id_: str, known: Iterable[str]) -> str:
    """Return the end of a sentence that offers the nearest ids."""
    found = process.extract(id_, sorted(known), limit=_NEAR, score_cutoff=_NEAR_ENOUGH)
    if not found:
        return "; `python -m graph left` lists the children."
    return "; the nearest: " + ", ".join(str(near) for near, _, _ in found) + "."


def gather(
    store: Gathering, selection: Selection, max_degree: int = MAX_DEGREE
) -> Iterator[tuple[tuple[str, ...], Records]]:
    """Yield the children of each family of a selection, with all that is recorded around them.

    Of a selection without children: once, what is recorded of its people.
    """
    if not selection.children:
        records = Records()
        for _, around in store.around_many(sorted(selection.only or ()), 1):
            records |= around
        yield (), records
        return
    together: list[str] = []
    before: Records | None = None
    for child, records in store.around_many(selection.children, max_degree):
        if before is not None and records is not before:
            yield tuple(together), before
            together = []
        together.append(child)
        before = records
    if before is not None:
        yield tuple(together), before
