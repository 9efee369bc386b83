"""The nearest ties of each person."""

from collections.abc import Iterable, Iterator, Mapping

from graph.errors import KinshipError
from graph.kinship import stated
from graph.kinship.kin_ties import (
    KIN_OF,
    PARENT_OF,
    ROLES,
    SPOUSE_OF,
    KinTie,
    qualifier_of,
    stronger,
)

LAWFUL = ("birth", "unknown", "adoptive")
"""Kinds of parents that never form a circle: nobody is their own descendant."""
_A_COUPLE = 2

Named = dict[str, dict[str, str]]
"""Person -> the other person -> the qualifier that counts."""
_NOBODY: dict[str, str] = {}


class NearestTies:
    """The ties of many people, each found from both its ends."""

    def __init__(self, ties: Iterable[KinTie], sexes: Mapping[str, str]) -> None:
        """Read the ties, in any order.

        Raises:
            KinshipError: a tie cannot be read, or somebody is their own ancestor.
        """
        self._sexes = sexes
        self._parents: Named = {}
        self._children: Named = {}
        self._spouses: Named = {}
        self._siblings: Named = {}
        self._kin: dict[str, set[tuple[str, str, bool]]] = {}
        self._pools: dict[tuple[str, bool], frozenset[str]] = {}
        for tie in ties:
            if tie.kind not in ROLES:
                self._add(tie, qualifier_of(tie))
        self.fosters = any("foster" in named.values() for named in self._parents.values())
        """Whether there is a foster parent."""
        _refuse_circles(self._parents)

    def _add(self, tie: KinTie, qualifier: str) -> None:
        """Enter one tie at both ends."""
        person, relative = tie.person, tie.relative
        if tie.kind == KIN_OF:
            term = stated.plain(tie.term)
            self._kin.setdefault(relative, set()).add((person, term, True))
            self._kin.setdefault(person, set()).add((relative, term, False))
        elif tie.kind == PARENT_OF:
            _enter(self._children, tie.kind, person, relative, qualifier)
            _enter(self._parents, tie.kind, relative, person, qualifier)
        else:
            named = self._spouses if tie.kind == SPOUSE_OF else self._siblings
            _enter(named, tie.kind, person, relative, qualifier)
            _enter(named, tie.kind, relative, person, qualifier)

    @property
    def states_kin(self) -> bool:
        """Return whether anybody is stated as kin by a word."""
        return bool(self._kin)

    def sex(self, person: str) -> str:
        """Return "female", "male", or "" where it is not recorded."""
        return self._sexes.get(person, "")

    def parents(self, person: str) -> Mapping[str, str]:
        """Return each recorded parent with the kind of parent."""
        return self._parents.get(person, _NOBODY)

    def children(self, person: str) -> Mapping[str, str]:
        """Return each recorded child with the kind of parent that the person is."""
        return self._children.get(person, _NOBODY)

    def spouses(self, person: str) -> Mapping[str, str]:
        """Return each husband, wife or partner with "", ex, partner or fiance."""
        return self._spouses.get(person, _NOBODY)

    def siblings(self, person: str) -> Mapping[str, str]:
        """Return each stated brother or sister with full, half, step, adoptive or ""."""
        return self._siblings.get(person, _NOBODY)

    def kin(self, person: str) -> list[tuple[str, str, bool]]:
        """Return stated kin: the other, the word, and whether the word is for the other."""
        return sorted(self._kin.get(person, ()))

    def full_siblings(self, person: str) -> Iterator[tuple[str, str]]:
        """Yield each certain full brother or sister with a parent of both, or "" if stated."""
        for sibling, how in self.siblings(person).items():
            if how == "full" and self.half(person, sibling, kinds=("birth", "birth")) == "full":
                yield sibling, ""
        parents = sorted(one for one, how in self.parents(person).items() if how == "birth")
        for parent in parents[:1]:
            for child, how in self.children(parent).items():
                if child != person and how == "birth" and child not in self.siblings(person):
                    shared = [one for one in parents if self.parents(child).get(one) == "birth"]
                    if len(shared) >= _A_COUPLE:
                        yield child, parent

    def is_parent(self, person: str, child: str) -> bool:
        """Return whether someone is recorded as a parent, by birth or adoption."""
        return self.parents(child).get(person) in LAWFUL

    def half(self, one: str, other: str, *, kinds: tuple[str, str]) -> str:
        """Return whether two siblings are "full", "half", or "unknown"; "" for step-siblings.

        Half only where each one's other parent is recorded, and they are not the same.

        Args:
            kinds: how each is a child of the parent through whom they are siblings.
        """
        if "step" in kinds:
            return ""
        mine, theirs = self._pool(one, kinds[0]), self._pool(other, kinds[1])
        shared = mine & theirs
        if len(shared) >= _A_COUPLE:
            return "full"
        if shared and mine - shared and theirs - shared:
            return "half"
        said = self.siblings(one).get(other, "")
        return said if said in ("full", "half") else "unknown"

    def _pool(self, child: str, kind: str) -> frozenset[str]:
        """Return the adoptive parents of an adopted child, else the parents by birth."""
        key = (child, kind == "adoptive")
        if key not in self._pools:
            wanted = ("adoptive",) if kind == "adoptive" else ("birth", "unknown")
            parents = self.parents(child).items()
            self._pools[key] = frozenset(parent for parent, how in parents if how in wanted)
        return self._pools[key]

    def lacks_a_parent(self, child: str) -> bool:
        """Return whether fewer than two parents by birth or adoption are recorded."""
        return sum(how in LAWFUL for how in self.parents(child).values()) < _A_COUPLE


def _enter(named: Named, kind: str, one: str, other: str, qualifier: str) -> None:
    """Enter one end of a tie; of two that differ the stronger counts."""
    others = named.setdefault(one, {})
    before = others.get(other)
    others[other] = qualifier if before is None else stronger(kind, before, qualifier)


def _refuse_circles(parents: Named) -> None:
    """Make sure that nobody is their own ancestor, step and foster ties aside.

    A man can be his stepmother's stepfather, and no one is wronged by it.

    Raises:
        KinshipError: with the people of one circle.
    """
    waiting: dict[str, int] = {}
    children: dict[str, list[str]] = {}
    for child, named in parents.items():
        lawful = [parent for parent, how in named.items() if how in LAWFUL]
        waiting[child] = len(lawful)
        for parent in lawful:
            children.setdefault(parent, []).append(child)
    ready = [parent for parent in children if not waiting.get(parent)]
    while ready:
        for child in children.get(ready.pop(), ()):
            waiting[child] -= 1
            if not waiting[child]:
                ready.append(child)
    if stuck := {child for child, count in waiting.items() if count}:
        circle = _circle(parents, stuck)
        raise KinshipError(
            f"{circle[0]} would be their own ancestor: "
            + ", ".join(f"{parent} is a parent of {child}" for child, parent in _pairs(circle))
            + "; take back or correct one of these ties"
        )


def _circle(parents: Named, stuck: set[str]) -> list[str]:
    """Return one circle of people, each a child of the next, beginning with the least id."""
    seen: list[str] = []
    person = min(stuck)
    while person not in seen:
        seen.append(person)
        person = min(
            parent
            for parent, how in parents[person].items()
            if how in LAWFUL and parent in stuck
        )
    circle = seen[seen.index(person) :]
    first = circle.index(min(circle))
    return circle[first:] + circle[:first]


def _pairs(circle: list[str]) -> list[tuple[str, str]]:
    """Return each person of a circle with the next one."""
    return list(zip(circle, circle[1:] + circle[:1], strict=True))
