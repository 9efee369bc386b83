"""Ways between two people: how they are related, through kin, care, events and places.

The store finds the shortest ways of each width. The first width is kin alone. Care and
acquaintance come next, then events, then places. A way is a row of ids with its sentence.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from graph.record.vocabulary import TieKind
from graph.store.queries import query
from graph.views.free_view import (
    AT,
    MEMBER_OF,
    PART_OF,
    TOOK_PART,
    Bond,
    FreeView,
    ThingKind,
    view,
)
from graph.views.sensitivity import SensitivityStore
from graph.words.name_marks import NameMarks

MOST_WAYS = 12
"""Ways of one width that are read; among more, the first by id."""
_WIDTHS: Mapping[str, tuple[str, ...]] = {
    "kin": ("parent_of", "spouse_of", "sibling_of", "kin_of", "same_as"),
    "care and acquaintance": ("cares_for", "lives_with", "knows", "member_of"),
    "events": ("took_part",),
    "places": ("at", "part_of"),
}
_NOUNS = {
    TieKind.PARENT_OF: "a parent",
    TieKind.SPOUSE_OF: "the husband or wife",
    TieKind.SIBLING_OF: "a brother or sister",
    TieKind.KIN_OF: "a relative",
    TieKind.CARES_FOR: "a caregiver",
}
_VERBS = {
    TieKind.LIVES_WITH.value: ("lives with", "possibly lives with"),
    TieKind.KNOWS.value: ("knows", "possibly knows"),
    TieKind.SAME_AS.value: ("is recorded as the same person as", "may be the same person as"),
    MEMBER_OF: ("belongs to", "possibly belongs to"),
    AT: ("happened at", "possibly happened at"),
    PART_OF: ("is part of", "is possibly part of"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class WayBetween:
    """One way: its ids from the one to the other, by what it leads, and a sentence."""

    ids: tuple[str, ...]
    through: str
    sentence: str

    @property
    def steps(self) -> int:
        """Return how many ties it has."""
        return len(self.ids) - 1


def ways_between(store: SensitivityStore, one: str, other: str) -> tuple[WayBetween, ...]:
    """Return the shortest ways of each width between two people, shortest first.

    Args:
        store: what answers the queries.
        one: the id of a person.
        other: the id of another person, also of another family.

    Returns:
        No way where nothing ties the two within 14 steps, or where both are one.
    """
    if one == other:
        return ()
    found: dict[tuple[str, ...], str] = {}
    kinds: list[str] = []
    for through, more in _WIDTHS.items():
        kinds += [kind.upper() for kind in more]
        asked = {"one": one, "other": other, "kinds": kinds, "most": MOST_WAYS}
        for row in store.read(query("read/ways_between"), **asked):
            found.setdefault(tuple(row["way"]), through)
    seen = view(store, {id_ for way in found for id_ in way})
    made = [
        WayBetween(ids=ids, through=through, sentence=way_sentence(ids, seen))
        for ids, through in found.items()
    ]
    return tuple(sorted(made, key=lambda way: (way.steps, list(_WIDTHS).index(way.through))))


def way_sentence(ids: Sequence[str], seen: FreeView) -> str:
    """Say a way in a sentence; each name has its marks behind it."""
    bonds: defaultdict[frozenset[str], list[Bond]] = defaultdict(list)
    for bond in seen.bonds:
        bonds[frozenset((bond.start, bond.end))].append(bond)
    return f"{'; '.join(_clauses(ids, seen, bonds))}."


def _clauses(
    ids: Sequence[str], seen: FreeView, bonds: Mapping[frozenset[str], Sequence[Bond]]
) -> Iterator[str]:
    """Yield a clause a step; two people of one event, or one at a place, are one clause."""
    nth = 0
    while nth < len(ids) - 1:
        if said := _through_event(ids[nth : nth + 3], seen):
            yield said
            nth += 2
            continue
        here = bonds.get(frozenset(ids[nth : nth + 2]), ())
        yield _step(here[0], seen) if here else _unnamed(ids[nth], ids[nth + 1], seen)
        nth += 1


def _through_event(ids: Sequence[str], seen: FreeView) -> str:
    """Say two steps that lead through one event; "" for any other two."""
    things = [seen.things[id_] for id_ in ids if id_ in seen.things]
    kinds = [one.kind for one in things]
    names = [called(one.id, seen) for one in things]
    match kinds:
        case [ThingKind.PERSON, ThingKind.EVENT, ThingKind.PERSON]:
            return f"{names[0]} and {names[2]} took part in one event: {names[1]}"
        case [ThingKind.PERSON, ThingKind.EVENT, ThingKind.PLACE]:
            return f"{names[0]} took part in an event at {names[2]}: {names[1]}"
        case [ThingKind.PLACE, ThingKind.EVENT, ThingKind.PERSON]:
            return f"{names[2]} took part in an event at {names[0]}: {names[1]}"
        case _:
            return ""


def _step(bond: Bond, seen: FreeView) -> str:
    start, end = called(bond.start, seen), called(bond.end, seen)
    if bond.kind == TOOK_PART:
        role = f" ({bond.words})" if bond.words else ""
        return f"{start}{role} took part in: {end}"
    if bond.kind in _VERBS:
        return f"{start} {_VERBS[bond.kind][bond.doubtful]} {end}"
    noun = f"the {bond.words}" if bond.words else _NOUNS.get(TieKind(bond.kind), "a relative")
    return f"{start} is {'possibly ' if bond.doubtful else ''}{noun} of {end}"


def _unnamed(one: str, other: str, seen: FreeView) -> str:
    return f"{called(one, seen)} and {called(other, seen)} are tied"


def called(id_: str, seen: FreeView) -> str:
    """Return a name with its marks; of an event, what it was and when."""
    thing = seen.things.get(id_)
    if thing is None:
        return id_
    if thing.kind is ThingKind.EVENT:
        return ", ".join(part for part in (thing.name, thing.said) if part)
    stopped = {id_} if thing.stop else frozenset[str]()
    return NameMarks(stopped=stopped).name(thing.name, id_)
