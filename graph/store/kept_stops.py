"""The hard stop as a property of people: derived from all requests, after every change.

`do_not_contact` says whether a request counts. `do_not_contact_until` says since when none
counts any more, where there was one. The rule says who asked (`graph/rule/stops.py`), also by
claims that no longer count.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from graph.errors import NothingToLift, UnknownPerson
from graph.facts.adding_up import Facts, asks, facts
from graph.facts.clusters import united
from graph.record.dates import BEGINNING
from graph.record.model import Lift, Records, Stopped
from graph.record.vocabulary import Role
from graph.rule.requests import requested
from graph.rule.stops import requests_in, taken_back_in
from graph.store import stored
from graph.store.database import Ask, Database
from graph.store.kept_clusters import keep_clusters
from graph.store.properties import flat

_STEPS = 6
"""Groups within groups; what contains itself is refused by the checks of a row."""


def keep_stops(database: Database) -> Facts:
    """Write on everybody whether a request of theirs is in force; return all requests."""
    joined = keep_clusters(database)
    known = facts(united(_requests(database), joined))
    standing = requests_in(known)
    until: dict[str, date | None] = dict.fromkeys(standing)
    for person, ended in taken_back_in(known).items():
        last = max(one.holds_no_more for one in ended)
        if person not in standing and last != BEGINNING:
            until[person] = last
    rows = {
        id_: {"stop": day is None, "until": day}
        for person, day in until.items()
        for id_ in joined.ids(person)
    }
    database.write(("load/stops", {"rows": rows}))
    return known


def kept_requests(known: Facts, claims: Iterable[str]) -> tuple[str, ...]:
    """Return whose requests stand though these claims, which say them, count no more."""
    gone = set(claims)
    return tuple(
        sorted(
            person
            for person, events in requests_in(known).items()
            if any(event.gone and gone & set(event.claims) for event in events)
        )
    )


def lift(database: Database, lifting: Lift) -> tuple[str, ...]:
    """Lift all requests of a person that are in force; return the events.

    Raises:
        UnknownPerson: nobody of this id is recorded.
        NothingToLift: no request of theirs is in force.
    """
    with database.alone(lifting.person):
        return database.at_once(lambda whole: _lifted(whole, lifting))


def _lifted(database: Database, lifting: Lift) -> tuple[str, ...]:
    person = lifting.person
    if not stored.existing(database, "people", [person]):
        raise UnknownPerson(f"nobody of the id {person!r} is recorded")
    records, joined = _requests(database), keep_clusters(database)
    asked_for = requests_in(facts(united(records, joined)))
    lifted = {event.id for event in asked_for.get(joined.of(person), ())}
    if not lifted:
        raise NothingToLift(f"No request not to be contacted is in force for {person!r}.")
    claims = (one for one in records.events if one.about in lifted and asks(one))
    with_it = (replace(one, lifted=(*one.lifted, lifting)) for one in claims)
    rows = [{"id": one.id, "lifted": flat(one)["lifted"]} for one in with_it]
    database.write(("load/lift", {"rows": rows}), ("load/stale", {"ids": [person]}))
    keep_stops(database)
    return tuple(sorted(lifted))


def stopped(ask: Ask) -> tuple[Stopped, ...]:
    """Return every person who asked not to be contacted, by all their names."""
    rows = ask("read/asked_names")
    return tuple(
        Stopped(id=row["id"], names=tuple(row["names"])) for row in rows if row["person"]
    )


def _requests(database: Database) -> Records:
    """Return every claim of a request or a withdrawal, what dates them, and whom they reach."""
    rows = database.reading(lambda ask: ask("read/requests", types=list(requested())))
    events = {row["id"] for row in rows}
    told = stored.claims_about(
        database, events | stored.ordered_with(database, events), with_sources=True
    )
    people = {p.person for one in told.events for p in one.people if p.role is Role.SUBJECT}
    return replace(
        told, people=stored.claims_about(database, people | _belonging(database, people)).people
    )


def _belonging(database: Database, groups: Iterable[str]) -> set[str]:
    """Return who belongs, or belonged by a claim that counts no more, to some groups."""
    found: set[str] = set()
    waiting = set(groups)
    for _ in range(_STEPS):
        asked = sorted(waiting)
        rows = database.reading(lambda ask, ids=asked: ask("read/belonging", ids=ids))  # type: ignore[misc]
        waiting = {row["id"] for row in rows} - found
        found |= waiting
        if not waiting:
            break
    return found
