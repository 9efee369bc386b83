"""Possible doubles: records that may be of one person who asked, died or is held.

This never joins records. It only shows what somebody has to check. A source may say that two
records are possibly of one person. Names of those who asked are also compared across scripts
and spellings, as in the search (`graph/record/name_folding.py`).
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from graph.facts.adding_up import Event, Facts, Person, Sureness
from graph.record.name_folding import sound_alike, sounds
from graph.record.vocabulary import PersonKind, Status
from graph.rule.left import left
from graph.rule.network import Network

_SEEN = frozenset(
    {
        *(Status.ASKED, Status.DEAD, Status.POSSIBLY_DEAD, Status.HELD, Status.POSSIBLY_HELD),
        *(Status.MISSING, Status.POSSIBLY_MISSING),
    }
)
_NEAR_DEGREES = 1
_FAR_WORDS = 2
"""Out of reach nothing but the name is compared, so it needs a second one beside the first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MayBe:
    """Somebody who may be the same: of the same name, or because a source says so."""

    id: str
    name: str
    status: Status = Status.ASKED
    """What is recorded of them, and has to be seen here."""
    stated: bool = False
    """Whether a source says so; else the names are alike."""


def may_be_same(
    around: Network, stops: Mapping[str, tuple[Event, ...]], day: date
) -> dict[str, tuple[MayBe, ...]]:
    """Return for each person within reach who may be the same, within reach or not.

    Whom a source calls possibly the same is shown where they asked, died, are held or missing.
    All others are those of the same name who asked.

    Within reach the relation has to be the same or near, and the recorded sex and birth may not
    exclude it; nor may one claim speak of both. Of those elsewhere only the names are known:
    two words at least have to be alike.

    Args:
        around: the child's network, with everybody who asked in `asked_elsewhere`.
        stops: the requests that stand around the child.
        day: the day asked about, for deaths and detentions.
    """
    everybody = around.all_facts.people
    asked = [everybody[id_] for id_ in stops if id_ in everybody]
    near = [one for one in asked if one.kind is PersonKind.PERSON]
    apart = _named_together(around.all_facts) if near else {}
    sounding = _sounding(around)
    found: defaultdict[str, dict[str, MayBe]] = defaultdict(dict)
    for id_ in around.reached:
        found[id_] |= {one.id: one for one in _doubles(around, stops, id_, day)}
    for id_ in around.reached.keys() - stops.keys():
        person = everybody[id_]
        if person.kind is not PersonKind.PERSON:
            continue
        for other in near:
            if other.id not in apart.get(id_, ()) and _same_within(around, person, other):
                found[id_].setdefault(other.id, MayBe(id=other.id, name=other.name))
        for one in _elsewhere(around, sounding, person):
            found[id_].setdefault(one.id, one)
    return {id_: tuple(each.values()) for id_, each in found.items() if each}


def _doubles(
    around: Network, stops: Mapping[str, tuple[Event, ...]], person: str, day: date
) -> Iterator[MayBe]:
    """Yield who is possibly the same, where something of them has to be seen."""
    for double in around.all_facts.clusters.doubles(person):
        status = Status.ASKED if double in stops else left(around, double, day).status
        if double in around.all_facts.people and status in _SEEN:
            name = around.all_facts.people[double].name
            yield MayBe(id=double, name=name, status=status, stated=True)


def _sounding(around: Network) -> Mapping[tuple[str, ...], list[int]]:
    """Return where in `asked_elsewhere` a name is, by the consonants of its words."""
    found: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for nth, other in enumerate(around.asked_elsewhere):
        if other.id not in around.all_facts.people:
            for key in set(_keys(other.names)):
                found[key].append(nth)
    return found


def _elsewhere(
    around: Network, sounding: Mapping[tuple[str, ...], list[int]], person: Person
) -> Iterator[MayBe]:
    """Yield who asked in whatever family and has all of this name."""
    if not sounding:
        return
    keys = {key for key in _keys(_names(person)) if len(key) >= _FAR_WORDS}
    for nth in sorted({nth for key in keys for nth in sounding.get(key, ())}):
        other = around.asked_elsewhere[nth]
        yield MayBe(id=other.id, name=other.names[0])


def _same_within(around: Network, person: Person, other: Person) -> bool:
    excluded = (person.sex and other.sex and person.sex != other.sex) or (
        person.born & other.born
    ).empty
    return (
        not excluded
        and _near_relation(around, person.id, other.id)
        and any(
            sound_alike(one, two)
            for one in _keys(_names(person))
            for two in _keys(_names(other))
        )
    )


def _near_relation(around: Network, person: str, other: str) -> bool:
    """Return whether two are as close to the child, or nearly, as far as it is recorded."""
    reached = [around.reached[id_].degree for id_ in (person, other) if id_ in around.reached]
    degrees = [degree for degree in reached if degree is not None]
    return max(degrees, default=0) - min(degrees, default=0) <= _NEAR_DEGREES


def _names(person: Person) -> tuple[str, ...]:
    return (person.name, *person.other_names)


def _keys(names: Iterable[str]) -> Iterator[tuple[str, ...]]:
    """Yield each name as the consonants of its words."""
    return (words for name in names for words in _words_of(name))


@lru_cache(maxsize=50_000)
def _words_of(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the consonants of the words of a name; who asked is compared for each child."""
    return tuple(words for words in sounds(name) if words)


def _named_together(known: Facts) -> Mapping[str, set[str]]:
    """Return the pairs of people whom one claim names together: they are two people."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    pairs = [{tie.person, tie.relative} for tie in known.ties]
    pairs += [
        {person for _, person in event.people}
        for event in known.events.values()
        if event.exists is not Sureness.NO
    ]
    for people in pairs:
        for person in people:
            found[person] |= people - {person}
    return found
