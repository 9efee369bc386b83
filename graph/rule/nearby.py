"""People near somebody who asked not to be contacted: contact with one may reach the other."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from graph.facts.adding_up import Event, Facts, Sureness
from graph.record.vocabulary import PersonKind, Role, TieKind
from graph.rule.person_events import belonging, members
from graph.rule.requests import carriers

_ENDED = "ended"
_Together = defaultdict[str, set[str]]


class Nearness(StrEnum):
    """Why a request of somebody else warns of a person, too; the nearest first."""

    HOUSEHOLD = "household"
    """The request itself is read as speaking for them."""
    SPOUSE = "spouse"
    LIVES_WITH = "lives with"
    SAME_HOME = "same home"
    """Both lived at one home, at whatever time; a town or a camp is no home."""
    MESSENGER = "messenger"
    """They brought the request."""
    SAME_GROUP = "same group"


@dataclass(frozen=True, slots=True, kw_only=True)
class Nearby:
    """Somebody near a person asked not to be contacted, and how near they are."""

    asker: str
    how: Nearness
    request: Event


def nearby_in(
    known: Facts, standing: Mapping[str, tuple[Event, ...]]
) -> dict[str, tuple[Nearby, ...]]:
    """Return for each person the standing requests of those near them, once for each asker.

    Args:
        known: everything that was ever recorded.
        standing: the requests in force, by who asked.
    """
    found: defaultdict[str, dict[tuple[str, str], Nearby]] = defaultdict(dict)
    if not standing:
        return {}
    around = _around(known)
    for asker, requests in standing.items():
        for request in requests:
            for how, person in _near(asker, request, around):
                one = Nearby(asker=asker, how=how, request=request)
                found[person].setdefault((asker, request.id), one)
    return {person: tuple(each.values()) for person, each in found.items()}


def _near(
    asker: str, request: Event, around: Mapping[Nearness, _Together]
) -> Iterator[tuple[Nearness, str]]:
    beside: dict[Nearness, Iterable[str]] = {
        how: together.get(asker, ()) for how, together in around.items()
    }
    beside[Nearness.HOUSEHOLD] = request.by_role(Role.HOUSEHOLD)
    beside[Nearness.MESSENGER] = carriers(request)
    for how in Nearness:
        yield from ((how, person) for person in sorted(set(beside[how]) - {asker}))


def _around(known: Facts) -> dict[Nearness, _Together]:
    """Return who is near whom, as far as anybody said or believes."""
    return {
        Nearness.SPOUSE: _pairs(known, TieKind.SPOUSE_OF),
        Nearness.LIVES_WITH: _put_together(
            _housemates(known), _pairs(known, TieKind.LIVES_WITH)
        ),
        Nearness.SAME_HOME: _put_together(_homes(known)),
        Nearness.SAME_GROUP: _put_together(_groups(known)),
    }


def _pairs(known: Facts, kind: TieKind) -> _Together:
    ties = (tie for tie in known.ties if tie.kind is kind and tie.qualifier != _ENDED)
    return _put_together({tie.person, tie.relative} for tie in ties)


def _housemates(known: Facts) -> Iterator[set[str]]:
    for event in known.events.values():
        if event.type.shares_home and event.exists is not Sureness.NO:
            yield set(event.by_role(Role.SUBJECT, Role.WITH))


def _homes(known: Facts) -> Iterator[set[str]]:
    homes: defaultdict[str, set[str]] = defaultdict(set)
    for event in known.events.values():
        if event.type.tells_place == "at" and event.exists is not Sureness.NO:
            for place in known.homes.intersection(event.places):
                homes[place].update(event.by_role(Role.SUBJECT, Role.COMPANION))
    yield from homes.values()


def _groups(known: Facts) -> Iterator[set[str]]:
    belong = belonging(known.people)
    for person in known.people.values():
        if person.kind is PersonKind.GROUP:
            yield {person.id} | members(belong, {person.id})


def _put_together(sets: Iterable[set[str]], known: _Together | None = None) -> _Together:
    together: _Together = defaultdict(set) if known is None else known
    for people in sets:
        for person in people:
            together[person] |= people - {person}
    return together
