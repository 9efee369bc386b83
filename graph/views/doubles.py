"""Two records that may be of one person: the candidates, and what speaks for and against it.

Pure. It decides nothing: a person decides, with a source and a reason.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from typing import Any, Self

from graph.facts.clusters import Clusters
from graph.record.dates import ALWAYS, END, Window, kept_window, said_window
from graph.record.name_folding import sound_alike, sounds
from graph.record.vocabulary import Effect, PersonKind, Role, TieKind, event_types
from graph.views.name_search import SearchEntry
from graph.words.claim_text import NameOf
from graph.words.wording import counted

Pair = tuple[str, str]
"""Two people, in the order of letters."""
MOST_OF_A_NAME = 40
"""Of a name that more people have, the search and the person's own page find the records."""
_MOST_NAMED = 3
_BONDS = {
    (TieKind.PARENT_OF, True): "a parent of",
    (TieKind.PARENT_OF, False): "a child of",
    (TieKind.SPOUSE_OF, True): "married to",
    (TieKind.SPOUSE_OF, False): "married to",
    (TieKind.SIBLING_OF, True): "a sibling of",
    (TieKind.SIBLING_OF, False): "a sibling of",
    (TieKind.CARES_FOR, True): "a caregiver of",
    (TieKind.CARES_FOR, False): "cared for by",
    (TieKind.LIVES_WITH, True): "living with",
    (TieKind.LIVES_WITH, False): "living with",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedTie:
    """A tie of somebody, as it leads from them; `words` end before the name of the other."""

    words: str
    other: str
    names: tuple[str, ...]
    parent: bool
    """Whether it is of a parent and a child by birth."""
    born: Window
    """When the other one was born."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedEvent:
    """Somebody's part in an event."""

    event: str
    type: str
    subject: bool
    dead: bool
    at: Window
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Traits:
    """What is recorded of one person by which two can be compared, of all their records."""

    ids: tuple[str, ...]
    names: tuple[str, ...]
    sexes: frozenset[str]
    born: Window
    bonds: tuple[ComparedTie, ...]
    deeds: tuple[ComparedEvent, ...]
    sources: tuple[str, ...]

    @classmethod
    def of_rows(cls, rows: Sequence[Mapping[str, Any]], joined: Clusters) -> Self:
        """Read the rows of `read/traits` of all records of one person."""
        born = ALWAYS
        for row in rows:
            both = born & kept_window(row["first"], row["last"])
            born = born if both.empty else both
        return cls(
            ids=tuple(row["id"] for row in rows),
            names=tuple(dict.fromkeys(name for row in rows for name in row["names"])),
            sexes=frozenset(row["sex"] for row in rows if row["sex"]),
            born=born,
            bonds=tuple(_bond(one, joined) for row in rows for one in row["bonds"]),
            deeds=tuple(_deed(one) for row in rows for one in row["events"]),
            sources=tuple(dict.fromkeys(source for row in rows for source in row["told"])),
        )

    @property
    def places(self) -> tuple[str, ...]:
        """Return where something happened to them, each place once."""
        return tuple(dict.fromkeys(one.place for one in self.deeds if one.place))


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What speaks for two records being of one person, and what against it, in sentences."""

    speaks: tuple[str, ...]
    against: tuple[str, ...]
    excludes: tuple[str, ...]
    """What makes it impossible, as long as it is recorded so."""
    named_together: bool
    """Whether one event or tie names both: then they hardly are candidates."""

    @property
    def weight(self) -> int:
        """Return how much more speaks for it than against it."""
        return len(self.speaks) - 2 * len(self.against)


def _bond(row: Mapping[str, Any], joined: Clusters) -> ComparedTie:
    kind, away, word = TieKind(row["kind"].lower()), row["away"], row["word"]
    stated = f"the {word or 'relative'} of" if away else "kin of, or known to,"
    by_birth = word in ("", "birth", "unknown")
    return ComparedTie(
        words=_BONDS.get((kind, away), stated),
        other=joined.of(row["other"]),
        names=tuple(row["names"]),
        parent=kind is TieKind.PARENT_OF and by_birth,
        born=kept_window(row["first"], row["last"]),
    )


def _deed(row: Mapping[str, Any]) -> ComparedEvent:
    return ComparedEvent(
        event=row["id"],
        type=row["type"],
        subject=row["role"] == Role.SUBJECT,
        dead=row["effect"] == Effect.DEAD,
        at=kept_window(row["first"], row["last"]),
        place=row["place"] or "",
    )


def like_names(entries: Iterable[SearchEntry]) -> set[Pair]:
    """Return the pairs of people whose names sound alike, in any script or spelling.

    The shorter name begins the longer one; a name of one word only is compared with its like.
    Names that very many have are left out.
    """
    people: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
    for entry in entries:
        if entry.kind == PersonKind.PERSON:
            for name in entry.names:
                for key in sounds(name):
                    people[key].add(entry.id)
    groups: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
    for key, ids in people.items():
        for length in range(min(2, len(key)), len(key) + 1):
            if key[:length] in people:
                groups[key[:length]] |= ids
    return {
        pair
        for ids in groups.values()
        if len(ids) <= MOST_OF_A_NAME
        for pair in combinations(sorted(ids), 2)
    }


def compared(one: Traits, other: Traits, called: NameOf) -> Comparison:
    """Compare two people.

    Args:
        called: the name of a person or a place, with its marks.
    """
    alike = list(_names_alike(one, other))
    excludes = [*_sexes_differ(one, other), *_younger_than_kin(one, other, called)]
    together = [*_bound(one, other), *_one_event(one, other)]
    against = [*together, *_births_differ(one, other), *_after_death(one, other)]
    return Comparison(
        speaks=(
            *alike,
            *_kin_in_common(one, other, called),
            *_births_agree(one, other),
            *_places_in_common(one, other, called),
            *_same_deeds(one, other),
        ),
        against=(
            *([] if alike else ["No name of one sounds like a name of the other."]),
            *against,
        ),
        excludes=tuple(excludes),
        named_together=bool(together),
    )


def _same_sound(names: Iterable[str], others: Iterable[str]) -> Iterator[Pair]:
    for name, another in product(names, others):
        if any(
            one and two and sound_alike(one, two)
            for one, two in product(sounds(name), sounds(another))
        ):
            yield name, another


def _names_alike(one: Traits, other: Traits) -> Iterator[str]:
    found = next(_same_sound(one.names, other.names), None)
    if found is not None:
        name, another = found
        same = name == another
        yield (
            f"Both are called “{name}”."
            if same
            else f"Two names sound alike: “{name}” and “{another}”."
        )


def _kin_in_common(one: Traits, other: Traits, called: NameOf) -> Iterator[str]:
    theirs = {(bond.words, bond.other): bond for bond in other.bonds}
    for bond in {(b.words, b.other): b for b in one.bonds}.values():
        if bond.other in (*one.ids, *other.ids):
            continue
        if (bond.words, bond.other) in theirs:
            yield f"Both are recorded as {bond.words} {called(bond.other)}."
            continue
        for own in theirs.values():
            if own.words == bond.words and any(_same_sound(own.names, bond.names)):
                yield (
                    f"One is recorded as {bond.words} {called(bond.other)}, the other as "
                    f"{own.words} {called(own.other)}: two names that sound alike."
                )


def _births_agree(one: Traits, other: Traits) -> Iterator[str]:
    both = one.born & other.born
    if ALWAYS not in (one.born, other.born) and not both.empty:
        yield f"The births agree: both can be {said_window(both)}."


def _births_differ(one: Traits, other: Traits) -> Iterator[str]:
    if (one.born & other.born).empty:
        yield (
            f"The births exclude each other: one {said_window(one.born)}, the other "
            f"{said_window(other.born)}."
        )


def _places_in_common(one: Traits, other: Traits, called: NameOf) -> Iterator[str]:
    places = [place for place in one.places if place in other.places]
    if places:
        more = len(places) - _MOST_NAMED
        names = ", ".join(map(called, places[:_MOST_NAMED]))
        yield f"Both are recorded at {names}{f' and {more} more' if more > 0 else ''}."


def _same_deeds(one: Traits, other: Traits) -> Iterator[str]:
    """Yield what happened to each of them at a time that may be the same."""
    pairs = product(_dated(one), _dated(other))
    alike = (a for a, b in pairs if a.type == b.type and not (a.at & b.at).empty)
    for type_ in dict.fromkeys(deed.type for deed in alike):
        yield f"To both happened, perhaps at the same time: {event_types()[type_].words}."


def _dated(one: Traits) -> list[ComparedEvent]:
    return [deed for deed in one.deeds if deed.subject and deed.at != ALWAYS]


def _sexes_differ(one: Traits, other: Traits) -> Iterator[str]:
    if one.sexes and other.sexes and one.sexes.isdisjoint(other.sexes):
        yield f"One is {min(one.sexes)} and the other {min(other.sexes)}: they are two people."


def _younger_than_kin(one: Traits, other: Traits, called: NameOf) -> Iterator[str]:
    """Yield each child, or parent, of one who would be older, or younger, than the other."""
    for person, bond in _family(one, other):
        child = bond.words == _BONDS[TieKind.PARENT_OF, True]
        if child and person.born.earliest > bond.born.latest:
            yield f"One would be younger than a child of the other: {called(bond.other)}."
        if not child and bond.born.earliest > person.born.latest:
            yield f"One would be older than a parent of the other: {called(bond.other)}."


def _family(one: Traits, other: Traits) -> Iterator[tuple[Traits, ComparedTie]]:
    """Yield the parents and children of each, beside the other person."""
    for person, bonds in ((one, other.bonds), (other, one.bonds)):
        yield from ((person, bond) for bond in bonds if bond.parent)


def _bound(one: Traits, other: Traits) -> Iterator[str]:
    words = dict.fromkeys(b.words for b in one.bonds if b.other in other.ids)
    for said in words:
        yield f"A tie names both: one is recorded as {said} the other."


def _one_event(one: Traits, other: Traits) -> Iterator[str]:
    theirs = {deed.event for deed in other.deeds}
    both = {deed.event: deed.type for deed in one.deeds if deed.event in theirs}
    if both:
        words = ", ".join(dict.fromkeys(event_types()[type_].words for type_ in both.values()))
        yield f"{counted(len(both), 'event names', 'events name')} both of them: {words}."


def _after_death(one: Traits, other: Traits) -> Iterator[str]:
    for dead, living in ((one, other), (other, one)):
        last = min((deed.at.latest for deed in _dated(dead) if deed.dead), default=END)
        later = [d for d in _dated(living) if not d.dead and d.at.earliest > last]
        if later:
            yield (
                f"One died by {last.isoformat()}. Of the other it is recorded, later: "
                f"{event_types()[later[0].type].words}."
            )
