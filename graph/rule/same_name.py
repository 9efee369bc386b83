"""Who may be the same person as somebody who asked not to be contacted, under another id.

Records are never joined by this: it only says what somebody has to look at. Names are compared
across scripts and spellings, as the search does it (`graph/record/name_folding.py`).
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from graph.facts.adding_up import Event, Facts, Person, Sureness
from graph.record.name_folding import readings, skeleton
from graph.record.vocabulary import PersonKind
from graph.rule.network import Network

_NEAR_DEGREES = 1
_FAR_WORDS = 2
"""Out of reach nothing but the name is compared, so it needs a second one beside the first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MayBe:
    """Somebody of the same name who asked not to be contacted."""

    id: str
    name: str


def may_be_same(
    around: Network, stops: Mapping[str, tuple[Event, ...]]
) -> dict[str, tuple[MayBe, ...]]:
    """Return for each person within reach who of the same name asked, within reach or not.

    Within reach the relation has to be the same or near, and what is told of sex and birth may
    not exclude it; nor may one claim speak of both. Of those elsewhere only the names are
    known: two words at least have to be alike.

    Args:
        around: the child's network, with everybody who asked in `asked_elsewhere`.
        stops: the requests that stand around the child.
    """
    everybody = around.all_facts.people
    asked = [everybody[id_] for id_ in stops if id_ in everybody]
    near = [one for one in asked if one.kind is PersonKind.PERSON]
    apart = _named_together(around.all_facts) if near else {}
    found: defaultdict[str, dict[str, MayBe]] = defaultdict(dict)
    for id_ in around.reached.keys() - stops.keys():
        person = everybody[id_]
        if person.kind is not PersonKind.PERSON:
            continue
        for other in near:
            if other.id not in apart.get(id_, ()) and _same_within(around, person, other):
                found[id_][other.id] = MayBe(id=other.id, name=other.name)
        for one in _elsewhere(around, person):
            found[id_][one.id] = one
    return {id_: tuple(each.values()) for id_, each in found.items()}


def _elsewhere(around: Network, person: Person) -> Iterator[MayBe]:
    """Yield who asked in whatever family and has all of this name."""
    keys = {key for key in _keys(_names(person)) if len(key) >= _FAR_WORDS}
    for other in around.asked_elsewhere:
        if other.id not in around.all_facts.people and keys & set(_keys(other.names)):
            yield MayBe(id=other.id, name=other.names[0])


def _same_within(around: Network, person: Person, other: Person) -> bool:
    excluded = (person.sex and other.sex and person.sex != other.sex) or (
        person.born & other.born
    ).empty
    return (
        not excluded
        and _near_relation(around, person.id, other.id)
        and any(
            _begins_alike(one, two)
            for one in _keys(_names(person))
            for two in _keys(_names(other))
        )
    )


def _near_relation(around: Network, person: str, other: str) -> bool:
    """Tell whether two are as close to the child, or nearly, as far as it is recorded."""
    reached = [around.reached[id_].degree for id_ in (person, other) if id_ in around.reached]
    degrees = [degree for degree in reached if degree is not None]
    return max(degrees, default=0) - min(degrees, default=0) <= _NEAR_DEGREES


def _names(person: Person) -> tuple[str, ...]:
    return (person.name, *person.other_names)


def _keys(names: Iterable[str]) -> Iterator[tuple[str, ...]]:
    """Yield each name as the consonants of its words."""
    for name in names:
        for read in readings(name):
            words = tuple(sound for word in read.split() if (sound := skeleton(word)))
            if words:
                yield words


def _begins_alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether the shorter name is the beginning of the longer one."""
    length = min(len(one), len(other))
    return one[:length] == other[:length]


def _named_together(known: Facts) -> Mapping[str, set[str]]:
    """Return who is told of beside whom in one claim: they are two people."""
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
