"""Couples side by side: a person who married twice is between the two.

A unit is everybody of one row whom marriages and common children tie together, in their order.
A person with more than two partners is beside the first two. Every other couple is side by
side, unless somebody of the unit is married in a circle.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from graph.picture.layout.cards_to_place import CardsToPlace

Unit = tuple[str, ...]


def units(family: CardsToPlace, level: Mapping[str, int]) -> dict[str, Unit]:
    """Return the unit of everybody in a row."""
    partners = _partners(family, level)
    found: dict[str, Unit] = {}
    for id_ in sorted(level):
        if id_ not in found:
            unit = _arranged(family, partners, id_)
            found |= dict.fromkeys(unit, unit)
    return found


def _partners(family: CardsToPlace, level: Mapping[str, int]) -> dict[str, list[str]]:
    """Return by person who they are married to, and then whom they have children with."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for one, other in [*family.pairs(), *_with_common_children(family)]:
        if one in level and level.get(other) == level[one] and other not in found[one]:
            found[one].append(other)
            found[other].append(one)
    return found


def _with_common_children(family: CardsToPlace) -> Sequence[tuple[str, str]]:
    """Return who has a child together; of more than two parents, the mother with each."""
    found = set()
    for child in sorted(family.parents):
        parents = sorted(one for one in set(family.parents[child]) if one in family.members)
        mothers = [one for one in parents if family.members[one].sex == "female"]
        first = (mothers or parents or [""])[0]
        found |= {(min(first, one), max(first, one)) for one in parents if one != first}
    return sorted(found)


def _arranged(family: CardsToPlace, partners: Mapping[str, list[str]], id_: str) -> Unit:
    """Order a unit around the person with the most partners."""
    everybody, waiting = {id_}, [id_]
    while waiting:
        fresh = set(partners.get(waiting.pop(), ())) - everybody
        everybody |= fresh
        waiting += fresh
    middle = min(everybody, key=lambda one: (-len(partners.get(one, ())), one))
    seen = {middle}
    sides: tuple[list[str], list[str]] = ([], [])
    for i, partner in enumerate(partners.get(middle, ())):
        if partner not in seen:
            sides[i % 2].extend(_outwards(partners, partner, seen))
    unit = (*reversed(sides[0]), middle, *sides[1])
    return unit if _men_first(family, unit) else unit[::-1]


def _outwards(partners: Mapping[str, list[str]], id_: str, seen: set[str]) -> list[str]:
    found = [id_]
    seen.add(id_)
    for partner in partners[id_]:
        if partner not in seen:
            found += _outwards(partners, partner, seen)
    return found


def _men_first(family: CardsToPlace, unit: Unit) -> bool:
    """Return whether a unit is in reading order: a husband on the left of his wife."""
    ends = [family.members[id_].sex for id_ in (unit[0], unit[-1])]
    if ends[0] != ends[1] and ("male" in ends or "female" in ends):
        return ends[0] == "male" or ends[1] == "female"
    return unit[0] <= unit[-1]
