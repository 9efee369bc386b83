"""The answers that rest on one source alone, by working them out again without its claims.

The rule itself is run twice, with the claims and without; none of it is repeated here. A
retracted claim stays retracted, also where its correction is among the claims that are left
out. Pure.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from graph.errors import UnknownPerson
from graph.record.model import Records
from graph.record.vocabulary import Left, Separated, Status
from graph.rule.answer import ChildAnswer, Relative, answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Somebody for whom the answer would be another one."""

    person: str
    name: str
    relation: str
    left: Left
    status: Status
    left_without: Left | None
    """None where they would not be within reach of the child at all."""
    status_without: Status | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rests:
    """What of one child's answer rests on some sources alone."""

    child: str
    name: str
    recorded_without: bool
    """Without them the child itself would still be recorded."""
    separated: Separated
    separated_without: Separated | None
    changes: tuple[Change, ...]

    @property
    def same(self) -> bool:
        """Return whether the answer would be the same without them."""
        stays = self.separated is self.separated_without
        return self.recorded_without and stays and not self.changes


def without(records: Records, sources: Collection[str]) -> Records:
    """Return the records as if these sources had said nothing; what they are stays known."""
    return records.where(lambda claim: claim.source not in sources)


def rests(records: Records, child: str, sources: Collection[str], day: date) -> Rests:
    """Return the parts of a child's answer on a day that rest on some sources alone.

    Args:
        records: everything recorded around the child (`Store.around`).
        child: whom the answer is for.
        sources: a source and its parts.
        day: one and the same for both answers.

    Raises:
        UnknownPerson: nobody of this id is recorded.
    """
    now = answer(records, child, as_of=day)
    try:
        then = answer(without(records, sources), child, as_of=day)
    except UnknownPerson:
        then = None
    return Rests(
        child=child,
        name=now.network.child.name,
        recorded_without=then is not None,
        separated=now.board.separated,
        separated_without=None if then is None else then.board.separated,
        changes=tuple(_changes(now, then)),
    )


def _changes(now: ChildAnswer, then: ChildAnswer | None) -> Iterator[Change]:
    others = {} if then is None else {one.person.id: one for one in then.relatives}
    for relative in now.relatives:
        other = others.get(relative.person.id)
        if other is None or other.answer.left is not relative.answer.left:
            yield _change(relative, other)


def _change(relative: Relative, other: Relative | None) -> Change:
    return Change(
        person=relative.person.id,
        name=relative.person.name,
        relation=relative.reached.relation,
        left=relative.answer.left,
        status=relative.answer.status,
        left_without=None if other is None else other.answer.left,
        status_without=None if other is None else other.answer.status,
    )
