"""Rows too wide to read: one card for a whole branch of a family, "+12 more".

Such a card has its number and its names. To open it is to draw again, with its people among
those that are kept. Only whole branches are folded, the furthest from the child first. Nobody
is folded whom the caller keeps or who is an ancestor of the child.
"""

from collections import Counter, defaultdict, deque
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from graph.picture.layout.cards_to_place import CardsToPlace, Member
from graph.picture.layout.generations import generations

WIDEST = 12
"""So many cards side by side can be read on a screen or across a page."""
_LANE_ROWS = 3


@dataclass(frozen=True, slots=True)
class More:
    """A card of several people; `id` is nobody's."""

    id: str
    people: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Branch:
    """People who can be folded together, and what the card is tied by."""

    people: frozenset[str]
    parents: tuple[str, ...]
    near: int
    """How many steps they are from the child."""
    enough: bool = True
    """Whether the row is then as narrow as it should be."""


def folded(
    family: CardsToPlace, keep: Collection[str], widest: int = WIDEST
) -> tuple[CardsToPlace, tuple[More, ...]]:
    """Fold branches until no row is wider than it may be, or nothing is left to fold.

    Args:
        family: everybody.
        keep: who has a card of their own, whatever the width.
        widest: so many cards in a row.

    Returns:
        The family with cards for those who are folded, and the people of each card.
    """
    whole, found = family, dict[str, More]()
    while branch := _next(family, keep, widest):
        inside = [one.people for id_, one in found.items() if id_ in branch.people]
        people = {*branch.people, *(id_ for people in inside for id_ in people)} - found.keys()
        more = More(_free_id(whole, people), tuple(whole.older_first(people)))
        family = _without(family, more, branch)
        found = {i: one for i, one in found.items() if i not in branch.people} | {more.id: more}
    return family, tuple(found.values())


def _next(family: CardsToPlace, keep: Collection[str], widest: int) -> _Branch | None:
    kin = family.kin_of(family.child)
    level = generations(family, kin, family.child)
    rows = Counter(level.values())
    for row in sorted(rows, key=lambda one: (-rows[one], one)):
        over = rows[row] - widest
        branches = _branches(family, level, row, keep, over) if over > 0 else []
        if branches:
            return max(branches, key=lambda b: (b.near, b.enough, -len(b.people), b.parents))
    if len(family.members) - len(kin) > _LANE_ROWS * widest:
        return _friends(family, kin, keep)
    return None


def _branches(
    family: CardsToPlace, level: Mapping[str, int], row: int, keep: Collection[str], over: int
) -> list[_Branch]:
    """Return what can be folded in a row: by parents, as many branches as are too many."""
    steps = _steps(family)
    away = _distances(steps, family.child)
    kept = {*keep, *_ancestors(family), family.child}
    together: defaultdict[tuple[str, ...], list[set[str]]] = defaultdict(list)
    for child in family.older_first([one for one, at in level.items() if at == row])[::-1]:
        parents = tuple(p for p in sorted(family.parents.get(child, ())) if p in level)
        branch = _hanging(steps, child, parents)
        if parents and not branch & kept:
            together[parents].append(branch)
    found = []
    for parents, branches in together.items():
        people: set[str] = set()
        for branch in sorted(branches, key=len):
            if _in_row(people, level, row) - 1 < over:
                people |= branch
        fewer = _in_row(people, level, row) - 1
        if fewer > 0:
            near = min(away[one] for one in parents)
            found.append(_Branch(frozenset(people), parents, near, fewer >= over))
    return found


def _in_row(people: Collection[str], level: Mapping[str, int], row: int) -> int:
    return sum(level[one] == row for one in people)


def _steps(family: CardsToPlace) -> dict[str, set[str]]:
    steps: defaultdict[str, set[str]] = defaultdict(set)
    ties = [*family.pairs(), *family.pairs(siblings=True)]
    for one, other in [*ties, *family.descents(), *family.descents(guardians=True)]:
        steps[one].add(other)
        steps[other].add(one)
    return steps


def _distances(steps: Mapping[str, set[str]], start: str) -> dict[str, int]:
    found, waiting = {start: 0}, deque([start])
    while waiting:
        one = waiting.popleft()
        for other in sorted(steps.get(one, set()) - found.keys()):
            found[other] = found[one] + 1
            waiting.append(other)
    return found


def _ancestors(family: CardsToPlace) -> set[str]:
    found, waiting = set[str](), [family.child]
    while waiting:
        one = waiting.pop()
        fresh = {*family.parents.get(one, ()), *family.guardians.get(one, ())} - found
        found |= fresh
        waiting += fresh
    return found


def _hanging(steps: Mapping[str, set[str]], child: str, parents: Iterable[str]) -> set[str]:
    """Return everybody whom a child ties to the family of its parents."""
    found, waiting = {child}, [child]
    above = set(parents)
    while waiting:
        one = waiting.pop()
        fresh = steps[one] - found - (above if one == child else set())
        found |= fresh
        waiting += fresh
    return found


def _friends(
    family: CardsToPlace, kin: Collection[str], keep: Collection[str]
) -> _Branch | None:
    """Return those outside the rows who are tied to the same person, where they are most."""
    groups: defaultdict[str, set[str]] = defaultdict(set)
    for id_ in family.members.keys() - set(kin) - set(keep):
        alone = family.kin_of(id_) == {id_}
        if alone and not id_.startswith(_PREFIX):
            groups[min((b for b in family.beside.get(id_, ()) if b in kin), default="")].add(
                id_
            )
    if not groups:
        return None
    near, people = max(groups.items(), key=lambda one: (len(one[1]), one[0]))
    return _Branch(frozenset(people), (near,), 0) if len(people) > 1 else None


_PREFIX = "more:"


def _free_id(family: CardsToPlace, people: Collection[str]) -> str:
    name = _PREFIX + min(people)
    while name in family.members:
        name += "'"
    return name


def _without(family: CardsToPlace, more: More, branch: _Branch) -> CardsToPlace:
    """Return the family with one card in the place of its people."""
    gone, near = branch.people, branch.parents
    brood = any(set(near) & set(family.parents.get(id_, ())) for id_ in gone)
    last = max(family.members[id_].order for id_ in gone)
    members = {id_: one for id_, one in family.members.items() if id_ not in gone}
    return replace(
        family,
        members=members | {more.id: Member(id=more.id, order=last)},
        parents={c: ps for c, ps in family.parents.items() if c not in gone}
        | ({more.id: near} if brood else {}),
        beside=dict(family.beside) | ({} if brood else {more.id: near}),
    )
