"""Clusters: the records of one person, by the claims that say so; records are never fused.

`same_as` and `not_same_as` are ties between two records, with a source like any other. Certain,
undisputed sameness joins records into a cluster. The first id of a cluster, in the order of
letters, names it. Where sameness is contradicted, it joins nothing and is only possible.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from graph.record.model import (
    EventClaim,
    Interpretation,
    PersonClaim,
    Records,
    Source,
    TieClaim,
)
from graph.record.vocabulary import SAMENESS, Basis, Stance, TieKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Clusters:
    """Records of one person."""

    first: Mapping[str, str] = field(default_factory=dict)
    """By each id in a cluster of two and more: the id that names the cluster."""
    possible: frozenset[tuple[str, str]] = frozenset()
    """Pairs that may be one person, each pair in the order of letters, by the names above."""

    def of(self, person: str) -> str:
        """Return the id that names the cluster of a record; its own where it is alone."""
        return self.first.get(person, person)

    def ids(self, person: str) -> tuple[str, ...]:
        """Return all ids of the cluster that a record is in."""
        name = self.of(person)
        others = (id_ for id_, first in self.first.items() if first == name)
        return tuple(sorted({name, *others}))

    def doubles(self, person: str) -> tuple[str, ...]:
        """Return who is possibly the same as the person of a cluster."""
        pairs = (pair for pair in self.possible if person in pair)
        return tuple(sorted(other for pair in pairs for other in pair if other != person))


def clusters(records: Records) -> Clusters:
    """Return the clusters of some records; it does not depend on their order."""
    said = [tie for tie in records.ties if tie.kind in SAMENESS and tie.active]
    if not said:
        return Clusters()
    joining, possible = _pairs(said)
    parted = {_pair(tie) for tie in said if _parts(tie)}
    sexes = _sexes(records.people)
    first: dict[str, str] = {}
    for component in _components(joining):
        inside = {pair for pair in joining if pair[0] in component}
        if any(set(pair) <= component for pair in parted) or _differ(component, sexes):
            possible |= inside
        else:
            first |= dict.fromkeys(component, min(component))
    named = {_ordered(first.get(a, a), first.get(b, b)) for a, b in possible}
    return Clusters(first=first, possible=frozenset(pair for pair in named if len({*pair}) > 1))


def _pairs(said: Iterable[TieClaim]) -> tuple[set[tuple[str, str]], set[tuple[str, str]]]:
    """Return the pairs that are certainly one person, and those that only may be."""
    by_tie: defaultdict[str, list[TieClaim]] = defaultdict(list)
    for claim in said:
        if claim.kind is TieKind.SAME_AS:
            by_tie[claim.about].append(claim)
    joining, possible = set[tuple[str, str]](), set[tuple[str, str]]()
    for claims in by_tie.values():
        supporting = [claim for claim in claims if claim.stance is Stance.SUPPORTS]
        stated = [claim for claim in supporting if claim.basis is Basis.STATED]
        certain = stated and len(supporting) == len(claims)
        (joining if certain else possible).update(map(_pair, supporting))
    return joining, possible - joining


def _parts(claim: TieClaim) -> bool:
    """Return whether a claim says that two records are two people."""
    return claim.kind is TieKind.NOT_SAME_AS and claim.stance is Stance.SUPPORTS


def _pair(claim: TieClaim) -> tuple[str, str]:
    return _ordered(claim.person, claim.relative)


def _ordered(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one <= other else (other, one)


def _components(pairs: Iterable[tuple[str, str]]) -> Iterator[set[str]]:
    beside: defaultdict[str, set[str]] = defaultdict(set)
    for one, other in pairs:
        beside[one].add(other)
        beside[other].add(one)
    seen: set[str] = set()
    for start in beside:
        component, waiting = set[str](), {start} - seen
        while waiting:
            component |= waiting
            waiting = {other for one in waiting for other in beside[one]} - component
        seen |= component
        if component:
            yield component


def _sexes(people: Iterable[PersonClaim]) -> dict[str, set[str]]:
    sexes: defaultdict[str, set[str]] = defaultdict(set)
    for claim in people:
        if claim.active and claim.sex:
            sexes[claim.about].add(claim.sex)
    return sexes


def _differ(component: Iterable[str], sexes: Mapping[str, set[str]]) -> bool:
    """Return whether a man and a woman would become one person."""
    return len(set().union(*(sexes.get(id_, set()) for id_ in component))) > 1


def united(records: Records, joined: Clusters) -> Records:
    """Return the records with one id for each cluster; without the ties that say so.

    Claims keep their names, words and sources: only whom they are about is one person now. A
    tie of a person to themselves is left out.
    """
    if not joined.first and not joined.possible:
        return records
    of = joined.of
    ties = (
        replace(one, person=of(one.person), relative=of(one.relative)) for one in records.ties
    )
    return replace(
        records,
        sources=tuple(_source(one, joined) for one in records.sources),
        people=tuple(_person(one, joined) for one in records.people),
        ties=tuple(
            one for one in ties if one.kind not in SAMENESS and one.person != one.relative
        ),
        events=tuple(_event(one, joined) for one in records.events),
        interpretations=tuple(_reading(one, joined) for one in records.interpretations),
        stopped=tuple(replace(one, id=of(one.id)) for one in records.stopped),
    )


def _source(source: Source, joined: Clusters) -> Source:
    return (
        replace(source, informant=joined.of(source.informant)) if source.informant else source
    )


def _person(claim: PersonClaim, joined: Clusters) -> PersonClaim:
    groups = tuple(dict.fromkeys(map(joined.of, claim.member_of)))
    return replace(claim, about=joined.of(claim.about), member_of=groups)


def _event(claim: EventClaim, joined: Clusters) -> EventClaim:
    people = (replace(one, person=joined.of(one.person)) for one in claim.people)
    return replace(
        claim,
        people=tuple(dict.fromkeys(people)),
        relayed_by=tuple(dict.fromkeys(map(joined.of, claim.relayed_by))),
        lifted=tuple(replace(lift, person=joined.of(lift.person)) for lift in claim.lifted),
    )


def _reading(claim: Interpretation, joined: Clusters) -> Interpretation:
    return replace(claim, by=joined.of(claim.by)) if claim.by else claim
