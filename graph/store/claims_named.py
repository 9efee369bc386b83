"""Read the claims about a few events, or in a few sources, with all that they name."""

from collections.abc import Iterable, Iterator

from graph.record.model import Claim, PersonClaim, Records, TieClaim
from graph.store.around import named
from graph.store.database import Ask, Database
from graph.store.pool import Pool
from graph.store.stored import claim


def told_of_events(database: Database, ids: Iterable[str]) -> Records:
    """Return all claims about events, about those that date them, and their readings.

    With them come the sources and places that they name, each with what contains it, and who
    the people in them are.
    """
    wanted = sorted(set(ids))
    return database.reading(lambda ask: _with_catalogue(ask, "read/claims_of_events", wanted))


def told_in_sources(database: Database, ids: Iterable[str]) -> Records:
    """Return every claim of some sources, with the sources, and who the people in them are."""
    wanted = sorted(set(ids))
    return database.reading(lambda ask: _with_catalogue(ask, "read/claims_from", wanted))


def relayed_through(database: Database, person: str) -> list[Claim]:
    """Return the claims that came to an informant through somebody, by name."""
    rows = database.reading(lambda ask: ask("read/relayed_through", id=person))
    return sorted((claim(r["labels"], r["facts"]) for r in rows), key=lambda one: one.id)


def _with_catalogue(ask: Ask, name: str, ids: list[str]) -> Records:
    rows = ask(name, ids=ids)
    claims = {row["facts"]["id"]: claim(row["labels"], row["facts"]) for row in rows}
    wanted = named(claims, ())
    wanted["people"] = sorted({*wanted["people"], *_people_of(claims.values())})
    return Pool(claims, ask("read/catalogue_around", **wanted)).everything()


def _people_of(claims: Iterable[Claim]) -> Iterator[str]:
    """Yield whom claims about people and ties are about, and the groups that they name."""
    for one in claims:
        if isinstance(one, TieClaim):
            yield from (one.person, one.relative)
        elif isinstance(one, PersonClaim):
            yield from (one.about, *one.member_of)
